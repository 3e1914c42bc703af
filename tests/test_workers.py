"""What is done in threads beside the window, when the program ends."""

import ast
import subprocess
import sys
from pathlib import Path

import dimples_gui

UNDER_WAY = """
from time import sleep
from dimples_gui.workers import begin, is_ending

def slow():
    sleep(0.3)
    print("done")

def endless():
    while not is_ending():
        sleep(0.01)
    print("told")

begin(slow)
begin(endless)
print("main ends", is_ending())
"""


def test_the_end_waits_for_what_is_under_way_and_tells_what_takes_longer() -> None:
    ended = subprocess.run([sys.executable, "-c", UNDER_WAY], capture_output=True, text=True, check=True, timeout=30)
    assert ended.stdout.splitlines() == ["main ends False", "told", "done"]


def test_every_thread_is_begun_so() -> None:
    package = Path(dimples_gui.__file__).parent
    for file in package.rglob("*.py"):
        calls = [node.func for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
        begun = [call for call in calls if isinstance(call, ast.Name | ast.Attribute) and "Thread" in ast.unparse(call)]
        assert not begun or file.name == "workers.py", file
