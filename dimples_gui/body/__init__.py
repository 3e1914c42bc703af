"""The body as numbers: a build goes in, heights and thicknesses in millimetres come out; no Qt."""
