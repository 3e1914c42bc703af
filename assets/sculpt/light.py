"""How little of the sky reaches into a relief's hollows."""

import numpy as np
from scipy.ndimage import gaussian_filter
from window import Field, Window

HOLLOWS_MM = (2.0, 5.0, 12.0)  # sizes of hollow that the sky does not reach into


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
