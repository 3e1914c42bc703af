"""The colours of fat, muscle, sheets and ligaments in full light."""

import numpy as np
import tint
from tissue import Tissue, along
from window import Field

CUT: tint.Colour = (252, 228, 178)


def paint(tissue: Tissue, colour: Field, warmth: Field) -> None:
    """Lay a form's colour over what is there, in place."""
    placed, form = tissue.placed, tissue.placed.form
    own, shadow = tint.of(form.material, placed.inside.shape)
    if form.bundles:
        _bundles(tissue, own)
    if form.fibres:
        own *= 1 + form.fibres.streak * tissue.strand[..., None] * form.material.streaks
    if form.weave:
        own *= 1 + form.weave.streak * tissue.crossing[..., None]
    if form.fraying:
        _towards(own, form.material.pale, 1 - tissue.flesh)
    if form.lobules:
        _lobules(tissue, own)
    share = ((tissue.share if form.blend else placed.inside) * tissue.cover)[..., None]
    colour[placed.cut] += (own - colour[placed.cut]) * share
    warmth[placed.cut] += (shadow - warmth[placed.cut]) * share


def _bundles(tissue: Tissue, own: Field) -> None:
    """Bundles differ a little; their furrows are dark, and here and there the pale skin between them is seen."""
    kind = tissue.placed.form.bundles
    if kind is None:
        return
    furrow, side = 1 - tissue.back, tissue.bundle_shade
    own *= (1 + kind.shade * side - kind.furrow * furrow**2)[..., None]
    _towards(own, tissue.placed.form.material.pale, kind.glint * furrow * np.clip(0.5 + tissue.strand, 0, 1.5))


def _lobules(tissue: Tissue, own: Field) -> None:
    """Each lobule has a yellow of its own; between them it is deeper."""
    form = tissue.placed.form
    if form.lobules is None:
        return
    bulge, shade = tissue.cushions
    own *= (1 + form.lobules.shade * (2 * shade - 1))[..., None]
    _towards(own, form.material.pale, np.clip(1.5 * shade - 0.45, 0, 1) * 0.6)
    deep = np.clip(1 - bulge / 0.75, 0, 1)
    own *= 1 - form.lobules.crevice * deep[..., None] * np.array((0.45, 0.85, 1.5), np.float32)
    for line in form.pale:
        _towards(own, form.material.pale, along(line, tissue.placed.x, tissue.placed.y))


def _towards(own: Field, colour: tint.Colour, share: Field) -> None:
    """Turn into another colour by a share, in place."""
    own += (np.array(colour, np.float32) / 255 - own) * np.clip(share, 0, 1)[..., None]


def cut_faces(colour: Field, face: Field) -> None:
    """Where tissue has been cut through it is paler."""
    _towards(colour, CUT, 0.55 * face)
