"""Build: one body as the sliders describe it."""

from functools import lru_cache
from typing import NamedTuple

WOMAN, MAN = 0.0, 1.0  # `sex`; what lies between mixes the two
# Body fat as a share of body mass, (leanest, fattest). Illustrative bounds: they hold athletes and the means of US
# adults by age, 32-42 % in women and 23-31 % in men [nhanes_secondary].
FAT_OF_WOMEN = (0.14, 0.48)
FAT_OF_MEN = (0.06, 0.40)
BODIES = 64  # whose fullness is kept: for each of them it is asked for dozens of times in a row
FAT_DIGITS = 6  # kept when a body changes its sex, so that changing it back leads to the very same one


class Build(NamedTuple):
    """One body. The default is a woman of middling build with dimples."""

    sex: float = WOMAN  # 0 woman .. 1 man
    fat: float = 0.28  # body fat as a share of body mass; sane within `fat_range(sex)`
    muscle: float = 0.45  # 0 slight .. 1 strong; illustrative
    tether: float = 0.7  # 0 none .. 1 short; illustrative, for nobody has measured one
    carved: bool = False  # whether a hollow was made by a procedure

    @property
    def fullness(self) -> float:
        """Where the body fat lies in the range of its sex: 0 the leanest .. 1 the fattest."""
        return _fullness(self.sex, self.fat)

    def with_sex(self, sex: float) -> "Build":
        """The same body with another sex, at the same place in that sex's range of body fat."""
        low, high = fat_range(sex)
        return self._replace(sex=sex, fat=round(low + self.fullness * (high - low), FAT_DIGITS))

    def within_bounds(self) -> "Build":
        """The nearest body that is sane."""
        sex = _between(self.sex, WOMAN, MAN)
        return Build(
            sex=sex,
            fat=_between(self.fat, *fat_range(sex)),
            muscle=_between(self.muscle, 0.0, 1.0),
            tether=_between(self.tether, 0.0, 1.0),
            carved=self.carved,
        )


def fat_range(sex: float) -> tuple[float, float]:
    """The leanest and the fattest sane share of body fat at a sex from 0 (woman) to 1 (man)."""
    return (
        FAT_OF_WOMEN[0] + sex * (FAT_OF_MEN[0] - FAT_OF_WOMEN[0]),
        FAT_OF_WOMEN[1] + sex * (FAT_OF_MEN[1] - FAT_OF_WOMEN[1]),
    )


def from_lean_to_fat(build: Build, points: int) -> tuple[Build, ...]:
    """For a chart: so many bodies that are like this one but for their fat, over the range of its sex."""
    low, high = fat_range(build.sex)
    return tuple(build._replace(fat=low + (high - low) * step / (points - 1)) for step in range(points))


@lru_cache(BODIES)
def _fullness(sex: float, fat: float) -> float:
    low, high = fat_range(sex)
    return min(max((fat - low) / (high - low), 0.0), 1.0)


def _between(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


DEFAULT = Build()
DEFAULT_MAN = DEFAULT.with_sex(MAN)
