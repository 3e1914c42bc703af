"""Dimples: an illustrated reference of the lower back in which every statement shows how well it is known."""

__version__ = "0.1.0"
