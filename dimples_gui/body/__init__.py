"""The body as numbers: a build goes in, heights and thicknesses in millimetres come out; no Qt.

A figure stands beside the key of the source that it is from, as [burk2017] (see content/sources.yaml), or beside the
word illustrative: then it was set by eye. A module says so once where it is so of all its figures. Those that say
nothing of a body (how fine a grid is, how much is kept) need neither.
"""
