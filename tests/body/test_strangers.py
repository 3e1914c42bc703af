"""Whom the body knows."""

import subprocess
import sys

from pytest_archon import archrule


def test_the_body_knows_neither_qt_nor_the_words() -> None:
    rule = archrule("the body is numbers")
    rule.match("dimples_gui.body*").should_not_import("PySide6*", "dimples_gui.atlas*", "scipy*").check("dimples_gui")
    rule = archrule("the words know no body")
    rule.match("dimples_gui.atlas*").should_not_import("dimples_gui.body*").check("dimples_gui")


def test_build_dimple_and_tones_need_no_numpy() -> None:
    probe = (
        "import sys; import dimples_gui.body.build, dimples_gui.body.dimple, dimples_gui.body.tones;"
        "sys.exit('numpy' in sys.modules or 'dataclasses' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0
