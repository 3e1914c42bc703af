"""Dimples: an illustrated reference of the lower back in which every statement shows how well it is known."""

import os

# NumPy reads it when it is loaded. Our matrices are small: sharing one out takes longer than working it out.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
