"""Makes the installers."""
