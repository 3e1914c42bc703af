"""What leaves the program: citations, PDF, print, pictures, HTML."""
