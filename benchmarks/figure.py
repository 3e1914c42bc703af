"""One figure with its bound."""

from typing import NamedTuple


class Figure(NamedTuple):
    """A measured value; `bound` is the most it may be, None where there is no bound."""

    part: str
    name: str
    value: float
    unit: str
    bound: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the bound is kept."""
        return self.bound is None or self.value <= self.bound

    def __str__(self) -> str:
        """One line of the table."""
        bound = "" if self.bound is None else f"<= {self.bound:g} {self.unit}"
        return (
            f"{self.part:<8}{self.name:<44}{self.value:>10.2f} {self.unit:<5}{bound:>18}  {'' if self.kept else 'OVER'}"
        )


def percentile(values: list[float], share: float) -> float:
    """The value that so large a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
