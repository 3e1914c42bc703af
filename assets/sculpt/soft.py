"""Fat, muscle and ligament as reliefs: their forms laid on each other, and the steps of the dissection window."""

from dataclasses import dataclass, field

import grain
import numpy as np
from forms import Lies, Step
from forms_soft import STEPS
from numpy.typing import NDArray
from outlines import Outline, coverage
from relief import Placed, Stack
from rounding import swell
from scipy.ndimage import distance_transform_edt, gaussian_filter, grey_closing, label
from tissue import Tissue, eased
from window import Field, Window

FOOT_MM = 1.4  # how far from a wall's foot it is rounded off
CUT_LOBULE_MM = 4.5  # lobules on a cut face
TRENCH_MM, TRENCH_DEEP_MM = 4.0, 1.4  # slits narrower than the one are no deeper than the other
GAP_STEEP, GAP_MM = 1.0, 5.0  # how a gap between two forms deepens, and how far


@dataclass(eq=False)
class SoftStack(Stack):
    """A layer's soft forms, one on the other."""

    tissues: dict[int, Tissue] = field(default_factory=dict)  # by the number in paint order
    known: NDArray[np.bool_] = field(init=False)  # where there is a height, if only just beside a form
    _lobes: Field | None = None
    face: Field = field(init=False)  # 1 where tissue has been cut through, falling to 0 at the cut's upper rim

    def __post_init__(self) -> None:
        """Nothing has been cut yet."""
        self.known = self.body > 0.5
        self.face = np.zeros_like(self.height)

    def lay(self, placed: Placed, number: int, ground: Field) -> None:
        """Put a form on top."""
        tissue = self.tissues[number] = Tissue(placed)
        cut, inside = placed.cut, placed.inside
        surface = self._standing(placed, ground[cut]) + _shape(tissue)
        share = tissue.share  # no edge is quite upright
        touched, known = share > 0.01, self.known[cut]
        below = np.where(known, self.height[cut], surface)
        np.copyto(self.height[cut], below + (surface - below) * share, where=touched)
        known |= touched  # each form has an apron around it, into which a neighbour's edge passes
        self.owner[cut][inside > 0.5] = number
        self.body[cut] = np.maximum(self.body[cut], inside)

    def fill_gaps(self, ground: Field, window: Window, largest_mm2: float = 60.0) -> None:
        """Close seams and small gaps between forms: the wider one is, the deeper it is."""
        gaps, _ = label(self.body < 0.98)
        small = np.bincount(gaps.ravel()) < largest_mm2 * window.px_mm**2
        small[0] = False
        chosen = small[gaps]
        away, nearest = distance_transform_edt(self.body <= 0.5, return_indices=True)
        sunk = self.height[tuple(nearest)] - np.minimum(GAP_STEEP * away / window.px_mm, GAP_MM)
        np.copyto(self.height, sunk.astype(np.float32), where=chosen & (self.body <= 0.5))
        self.body[chosen] = 1

    def fill_trenches(self, window: Window) -> None:
        """Where two forms meet side by side the slit between them is no deeper than two bands' edges make it."""
        px_mm = window.px_mm
        size = round(TRENCH_MM * px_mm)
        closed = grey_closing(np.where(self.known, self.height, -1e3), size=(size, size))
        bottom = gaussian_filter(np.where(self.known, closed, self.height), 0.4 * px_mm) - np.float32(TRENCH_DEEP_MM)
        mine = gaussian_filter(np.asarray(self.owner >= 0, np.float32), 0.5 * px_mm) > 0.3
        np.copyto(self.height, np.maximum(self.height, bottom).astype(np.float32), where=mine & self.known)

    def cut_steps(self, outlines: list[Outline], window: Window) -> None:
        """Give each step of the window a wall that leans back."""
        by_name = {outline.name: outline for outline in outlines if not outline.is_crease}
        floors = [(step, coverage(by_name[step.foot], window) > 0.5) for step in STEPS if step.foot in by_name]
        hole = np.zeros(window.shape, bool)
        for _, floor in floors:
            hole |= floor
        for step, floor in floors:  # the deepest last, so each finds the floor it falls to
            self._slope_down(hole, step, window)
            self._calm_along(hole, window)
            hole &= ~floor

    def _calm_along(self, hole: NDArray[np.bool_], window: Window) -> None:
        """Round off the foot of a wall a little, so that light does not flicker along it."""
        away = np.maximum(distance_transform_edt(hole), distance_transform_edt(~hole)) / window.px_mm
        share = 1 - eased(np.asarray(away / FOOT_MM, np.float32))
        calm = gaussian_filter(self.height, 0.45 * window.px_mm)
        self.height += (calm - self.height) * share * (self.body > 0.5)

    def _rough(self, window: Window) -> Field:
        """How far lobules stand out into a cut face, about 0..1."""
        if self._lobes is None:
            self._lobes = grain.lobules(self.height.shape, window.px_mm, CUT_LOBULE_MM, seed=5)[0]
        return self._lobes

    def _slope_down(self, hole: NDArray[np.bool_], step: Step, window: Window) -> None:
        """Let what surrounds a hole fall to its floor over the wall's width."""
        away, nearest = distance_transform_edt(~hole, return_indices=True)
        away = away.astype(np.float32) / window.px_mm + step.lobed * (self._rough(window) - 0.5)
        floor = gaussian_filter(self.height, 0.6 * window.px_mm)[tuple(nearest)]
        wall = ~hole & (away < step.width) & (self.height > floor)
        share = eased(away / step.width) ** np.float32(step.bend)
        self.height[wall] = (floor + (self.height - floor) * (step.ledge + (1 - step.ledge) * share))[wall]
        np.copyto(self.face, np.maximum(self.face, 1 - away / step.width), where=wall)


def soft_stack(stack: Stack) -> SoftStack:
    """The same pile, to be built upon with soft forms."""
    return SoftStack(stack.height, stack.body, stack.owner)


def _shape(tissue: Tissue) -> Field:
    """The form's own roundness, swellings, bundles, fibres and lobules, mm."""
    placed, form = tissue.placed, tissue.placed.form
    shape = swell(placed.inside, placed.window.px_mm, form.reach) * np.float32(form.fullness)
    if form.lies is Lies.JOINED:  # rising without an edge
        shape = shape * (shape / (form.reach * form.fullness * np.sqrt(2))) ** 2
    shape = shape + placed.swellings
    if form.bundles:
        shape = shape + form.bundles.relief * (tissue.back - 1) * (0.25 + 0.75 * tissue.flesh)
    shape = shape * tissue.thinned
    if form.fibres:
        shape = shape + form.fibres.relief * tissue.strand
    if form.weave:
        shape = shape + form.weave.relief * tissue.crossing
    if form.pores:
        shape = shape + form.pores * grain.noise(shape.shape, 0.8 * placed.window.px_mm, placed.seed)
    if form.lobules:
        shape = shape + form.lobules.relief * tissue.cushions[0]
    return np.asarray(shape, np.float32)
