"""The package for Fedora, openSUSE and their relatives."""

import shutil
import time
from pathlib import Path

from installers import linux_tree
from installers.deb import ABOUT
from installers.facts import BUILD, DIST, MAINTAINER, PACKAGING, ROOT, Facts, run

NEEDS = {"rpmbuild": "rpm"}
# Bundled: neither wanted from the system nor offered to it. The rest of what is linked becomes a requirement by itself.
OURS = "lib(Qt6|icu|pyside6|shiboken6|scipy_openblas|gfortran-|quadmath-|python3).*"


def rpm(facts: Facts) -> Path:
    """Make the package from the bundle."""
    root = BUILD / "rpm" / "root"
    linux_tree.stage(root, facts, "lib64")
    licence = root / "usr/share/licenses" / facts.name / "LICENSE"
    licence.parent.mkdir(parents=True)
    shutil.copy2(ROOT / "LICENSE", licence)
    linux_tree.tidy(root)
    described = BUILD / "rpm" / "dimples.spec"
    described.write_text(spec(facts, root), encoding="utf-8")
    run(
        "rpmbuild", "-bb", "--quiet", "--target", "x86_64", "--define", f"_topdir {BUILD / 'rpm'}",
        "--define", f"_rpmdir {BUILD / 'rpm' / 'out'}", described, SOURCE_DATE_EPOCH=str(facts.epoch),
    )  # fmt: skip
    made = next((BUILD / "rpm" / "out").rglob(f"{facts.name}-{facts.version}-*.rpm"))
    file = DIST / made.name
    shutil.copy2(made, file)
    return file


def spec(facts: Facts, root: Path) -> str:
    """The recipe: everything is made already, and only put in its place."""
    text = (PACKAGING / "linux" / "dimples.spec.in").read_text(encoding="utf-8")
    listed = [
        f"/{path.relative_to(root)}" for path in sorted(root.rglob("*")) if path.is_symlink() or not path.is_dir()
    ]
    library = f"/usr/lib64/{facts.name}"
    lines = [line for line in listed if not line.startswith((library, "/usr/share/licenses"))]
    values = facts._asdict() | {
        "maintainer": MAINTAINER,
        "rpm_date": time.strftime("%a %b %d %Y", time.gmtime(facts.epoch)),
        "root": root, "ours": OURS, "about": ABOUT.replace("\n .\n", "\n\n").replace("\n ", "\n").strip(),
        "files": "\n".join([library, f"%license /usr/share/licenses/{facts.name}/LICENSE", *lines]),
    }  # fmt: skip
    for name, value in values.items():
        text = text.replace(f"@{name}@", str(value))
    return text
