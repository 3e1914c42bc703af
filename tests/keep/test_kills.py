"""A program that is killed while somebody types loses nothing that is older than a second."""

import sys

import pytest

from benchmarks.kills import killed


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_five_kills_lose_nothing_older_than_a_second() -> None:
    assert max(killed(5, seed=7)) <= 1000.0
