"""The list of what is in an installer, as CycloneDX 1.5 has it."""

import json
import time
import uuid
from typing import Any

from installers.facts import Facts
from installers.parts import Part


def sbom(facts: Facts, parts: list[Part]) -> str:
    """The list as JSON; the same parts make the same text."""
    program = {
        "type": "application",
        "bom-ref": facts.name,
        "name": facts.name,
        "version": facts.version,
        "licenses": [{"expression": facts.licence}],
        "purl": f"pkg:pypi/{facts.name}@{facts.version}",
    }
    components = [_component(part) for part in parts]
    listed = json.dumps([program, components], sort_keys=True)
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, listed)}",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(facts.epoch)),
            "component": program,
        },
        "components": components,
        "dependencies": [{"ref": facts.name, "dependsOn": [part["bom-ref"] for part in components]}],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _component(part: Part) -> dict[str, Any]:
    """One part."""
    found: dict[str, Any] = {
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "licenses": [{"expression": part.licence}],
        "purl": part.purl,
        "externalReferences": [{"type": "vcs" if ".git" in part.source else "website", "url": part.source}],
    }
    if len(part.hashes) == 1:
        found["hashes"] = [{"alg": "SHA-256", "content": part.hashes[0]}]
    return found
