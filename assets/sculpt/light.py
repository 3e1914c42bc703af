"""One lamp for every picture: how bright each point of a relief is."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter, shift
from window import Field, Window

KEY = (-0.60, 0.58, 0.58)  # the lamp: upper left, in front
FILL = (0.80, -0.10, 0.60)  # what a wall on the right throws back
CLIFF = 4.0  # where the slope changes by more from one pixel to the next, two different forms meet
EDGE_MM = 0.45
HOLLOWS_MM = (2.0, 5.0, 12.0)  # sizes of hollow that the sky does not reach into

Normals = tuple[Field, Field, Field]  # x, y, z


@dataclass(frozen=True)
class Manner:
    """How a layer takes the light."""

    wrap: float = 0.25  # how far light creeps round the form, 0 (stone) .. 1 (wax)
    fill: float = 0.16  # light from the right
    sky: float = 0.30  # light from everywhere, more from above
    hollow: float = 0.55  # how dark hollows get, 0..1
    cast: float = 0.35  # how dark a thrown shadow is, 0..1
    rim: float = 0.30  # how much darker the form gets where it turns away
    gloss: float = 0.05  # a broad soft highlight


def slopes(height: Field, px_mm: float) -> tuple[Field, Field]:
    """dz/dx and dz/dy (y up). At a cliff the gentler side's slope counts, so no seam lights up."""
    return _slope(height, 1, px_mm), -_slope(height, 0, px_mm)


def _slope(height: Field, axis: int, px_mm: float) -> Field:
    step = np.diff(height, axis=axis)
    edge = np.zeros_like(np.take(step, [0], axis))
    before = np.concatenate([edge, step], axis)
    after = np.concatenate([step, edge], axis)
    gentle = np.where(np.abs(before) < np.abs(after), before, after)
    is_cliff = np.abs(before - after) * px_mm > CLIFF
    return (np.where(is_cliff, gentle, (before + after) / 2) * px_mm).astype(np.float32)


def normals(height: Field, px_mm: float) -> Normals:
    """Unit normals of the relief: x, y, z."""
    dx, dy = slopes(height, px_mm)
    length = np.sqrt(dx * dx + dy * dy + 1)
    return -dx / length, -dy / length, 1 / length


def lit(height: Field, body: Field, window: Window, manner: Manner) -> tuple[Field, Field]:
    """Brightness (about 0..1.1) and highlight (0..1) of a relief in mm; `body` is 1 where there is any."""
    normal = _steady_at_edges(normals(height, window.px_mm), body, window)
    key = _facing(normal, KEY)
    wrapped = np.clip((key + manner.wrap) / (1 + manner.wrap), 0, None)
    fill = np.clip(_facing(normal, FILL) * 0.6 + 0.4, 0, None)
    sky = 0.7 + 0.3 * normal[1]
    open_sky = 1 - manner.hollow * hollows(height, body, window)
    in_light = 1 - manner.cast * thrown_shadow(height, body, window)
    lamp = (1 - manner.sky - manner.fill * 0.5) * 1.12
    bright = lamp * wrapped * in_light * (0.5 + 0.5 * open_sky)
    bright += (manner.sky * sky + manner.fill * fill) * open_sky
    bright *= 1 - manner.rim * (1 - normal[2]) ** 2.2
    halfway = np.array(KEY) / np.linalg.norm(KEY) + (0, 0, 1)
    shine = np.clip(_facing(normal, tuple(halfway)), 0, 1) ** 14 * manner.gloss * in_light
    return bright.astype(np.float32), shine.astype(np.float32)


def _steady_at_edges(normal: Normals, body: Field, window: Window) -> Normals:
    """At the body's very edge there is a cliff to nothing: the normals a little inside hold there too."""
    inside = distance_transform_edt(body > 0.5) > EDGE_MM * window.px_mm
    row, column = distance_transform_edt(~inside, return_distances=False, return_indices=True)
    x, y, z = (np.asarray(part[row, column], np.float32) for part in normal)
    return x, y, z


def _facing(normal: Normals, towards: tuple[float, ...]) -> Field:
    x, y, z = np.array(towards, np.float32) / np.float32(np.linalg.norm(towards))
    return np.asarray(normal[0] * x + normal[1] * y + normal[2] * z, np.float32)


def hollows(height: Field, body: Field, window: Window) -> Field:
    """How deep each point lies below its surroundings, 0 (free) .. 1 (in a hole), over several sizes."""
    shade = np.zeros_like(height)
    for size_mm in HOLLOWS_MM:
        sigma = size_mm * window.px_mm
        around = blurred_inside(height, body, sigma)
        depth = np.clip((around - height) / size_mm, 0, 1.5)
        shade += (1 - np.exp(-1.6 * depth)) / len(HOLLOWS_MM)
    return np.asarray(shade * body, np.float32)


def blurred_inside(values: Field, body: Field, sigma_px: float) -> Field:
    """Gaussian mean of the values, only over the body, so that nothing leaks in from outside."""
    step = max(1, int(sigma_px / 4))
    mean = _mean_inside(values[::step, ::step], body[::step, ::step], sigma_px / step)
    return mean if step == 1 else enlarged(mean, values.shape, step)


def _mean_inside(values: Field, weight: Field, sigma_px: float) -> Field:
    """Gaussian mean over the weighted pixels; also known a little beyond them, 0 far out."""
    known = gaussian_filter(weight, sigma_px, truncate=3)
    return np.asarray(gaussian_filter(values * weight, sigma_px, truncate=3) / np.maximum(known, 1e-4), np.float32)


def enlarged(small: Field, shape: tuple[int, ...], step: int) -> Field:
    """A field sampled at every `step`-th pixel, interpolated back to all pixels."""
    rows = np.clip(np.arange(shape[0], dtype=np.float32) / step, 0, small.shape[0] - 1.001)
    columns = np.clip(np.arange(shape[1], dtype=np.float32) / step, 0, small.shape[1] - 1.001)
    row, column = rows.astype(int), columns.astype(int)
    down, along = (rows - row)[:, None], (columns - column)[None, :]
    upper = small[row] * (1 - down) + small[row + 1] * down
    return np.asarray(upper[:, column] * (1 - along) + upper[:, column + 1] * along, np.float32)


def thrown_shadow(height: Field, body: Field, window: Window, reach_mm: float = 22.0) -> Field:
    """Where the lamp is hidden by something in its way, 0..1, softer the farther that is."""
    step = 3
    low = np.where(body > 0.5, height, -1e3)[::step, ::step].astype(np.float32)
    level = np.hypot(KEY[0], KEY[1])
    rise = KEY[2] / level
    hidden = np.zeros_like(low)
    pixel = window.px_mm / step
    for distance in np.geomspace(0.8, reach_mm, 12):
        rows, columns = distance * KEY[1] / level * pixel, -distance * KEY[0] / level * pixel
        towards = shift(low, (rows, columns), order=1, mode="nearest")
        over = (towards - low) / distance - rise
        hidden = np.maximum(hidden, np.clip(over / 0.5 + 0.5, 0, 1) * (1 - distance / reach_mm * 0.8))
    soft = _mean_inside(hidden, np.asarray(low > -1e3, np.float32), 0.9 * pixel)
    return np.asarray(enlarged(soft, height.shape, step) * body, np.float32)
