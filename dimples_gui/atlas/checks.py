"""Rules across files: one generator a rule, one sentence a fault."""

from collections.abc import Iterator

from dimples_gui.atlas.draft import Draft
from dimples_gui.atlas.model import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Every fault that no file shows by itself."""
    for rule in RULES:
        yield from rule(draft)


def _baseless_claims(draft: Draft) -> Iterator[Problem]:
    for id_, claim in draft.atlas.claims.items():
        if not (claim.sources or claim.inferred_from or claim.searched):
            text = f"claim {id_} rests on nothing: give sources, from, or searched"
            yield Problem(draft.origins.claims[id_].at(), text)


RULES = (_baseless_claims,)
