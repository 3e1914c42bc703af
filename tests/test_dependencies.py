"""What the program is built on behaves as it must, and the versions that do not are kept away."""

import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from PySide6.QtCore import QObject

PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CALLS = 2_000


def allowed(version: str, python: str) -> bool:
    """Whether pip would install this version of Qt for Python on that Python."""
    wanted = [Requirement(line) for line in PROJECT["dependencies"]]
    bounds = [
        requirement.specifier
        for requirement in wanted
        if requirement.name == "PySide6-Essentials"
        and (requirement.marker is None or requirement.marker.evaluate({"python_version": python}))
    ]
    assert len(bounds) == 1, f"Python {python} meets {len(bounds)} lines about PySide6-Essentials"
    return version in bounds[0]


def test_calls_that_return_nothing_do_not_use_up_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - CALLS // 10


@pytest.mark.parametrize(("version", "python"), [("6.12.0", "3.11"), ("6.10.1", "3.11"), ("6.13.0", "3.13")])
def test_a_qt_that_fails_is_not_installed(version: str, python: str) -> None:
    assert not allowed(version, python)


@pytest.mark.parametrize(
    ("version", "python"), [("6.11.3", "3.11"), ("6.12.1", "3.11"), ("6.12.0", "3.12"), ("6.12.0", "3.13")]
)
def test_a_qt_that_works_may_be_installed(version: str, python: str) -> None:
    assert allowed(version, python)


def test_every_python_that_is_promised_meets_one_line_about_qt() -> None:
    promised = SpecifierSet(PROJECT["requires-python"])
    tried = [f"3.{minor}" for minor in range(8, 20) if f"3.{minor}" in promised]
    assert tried == ["3.11", "3.12", "3.13"]
    assert all(allowed("6.11.3", python) for python in tried)
