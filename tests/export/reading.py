"""What others read in our files: poppler's tools for PDF."""

import re
import shutil
import subprocess
from pathlib import Path


def has_poppler() -> bool:
    """Whether its tools are there."""
    return all(shutil.which(tool) for tool in ("pdftotext", "pdftoppm", "pdfinfo", "pdffonts"))


def run(*command: str | Path) -> str:
    """What a tool says."""
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True)
    return done.stdout.decode("utf-8", "replace")


def words_of(file: Path, page: int = 0) -> str:
    """The words of a PDF, or of one of its pages, in one line."""
    pages = ["-f", str(page), "-l", str(page)] if page else []
    return " ".join(run("pdftotext", *pages, file, "-").replace("’", "ʼ").split())


def pages_of(file: Path) -> int:
    """How many pages."""
    found = re.search(r"^Pages:\s+(\d+)", run("pdfinfo", file), re.MULTILINE)
    assert found
    return int(found[1])
