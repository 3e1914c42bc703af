"""A later start hands its link to the window that is open."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dimples_gui.listener import Listener
from dimples_gui.single_instance import address, hand_over
from tests.conftest import Start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets in a folder")


def later_start(link: str) -> subprocess.Popen[str]:
    """Another start, as far as it hands over its link."""
    code = "import sys; from dimples_gui.single_instance import hand_over; print(hand_over(sys.argv[1]))"
    return subprocess.Popen([sys.executable, "-c", code, link], stdout=subprocess.PIPE, text=True)


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a short name: a socket's path must not be long."""
    folder = tmp_path_factory.mktemp("h")
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(folder))
    return folder


@pytest.mark.parametrize("link", ["dimples:psis?layer=bone", ""])
def test_an_open_window_takes_the_link(qtbot: QtBot, home: Path, link: str) -> None:
    listener = Listener()
    with qtbot.waitSignal(listener.link_taken, timeout=20_000) as told:
        later = later_start(link)
    said, _ = later.communicate(timeout=20)
    listener.stop()
    assert said.strip() == "True"
    assert told.args == [link]


def test_where_no_window_is_open_nothing_is_handed_over(home: Path) -> None:
    assert not hand_over("dimples:psis")


def test_what_a_killed_window_left_behind_is_in_nobodys_way(qtbot: QtBot, home: Path) -> None:
    where = address()
    assert where is not None
    Path(where).parent.mkdir(parents=True)
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(where)
    assert not hand_over("dimples:psis")
    test_an_open_window_takes_the_link(qtbot, home, "dimples:psis")


def test_who_sends_more_than_a_link_is_not_listened_to(qtbot: QtBot, home: Path) -> None:
    listener = Listener()
    where = address()
    assert where is not None
    with socket.socket(socket.AF_UNIX) as line, qtbot.assertNotEmitted(listener.link_taken, wait=100):
        line.connect(where)
        line.sendall(b"x" * 50_000)
    listener.stop()
    assert not Path(where).exists()


def test_only_its_owner_may_reach_the_socket(qtbot: QtBot, home: Path) -> None:
    listener = Listener()
    where = address()
    assert where is not None
    assert Path(where).stat().st_mode & 0o077 == 0
    listener.stop()


def test_a_home_that_cannot_be_written_harms_nothing(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").write_text("no folder")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "file"))
    Listener()


def test_a_window_that_is_called_forward_shows_the_link(start: Start) -> None:
    window = start()
    window.come_forward("dimples:psis?layer=bone")
    assert (window.navigator.scene.name, window.navigator.scene.layer) == ("psis", "bone")
    window.come_forward("")
    assert window.navigator.scene.name == "psis"


def test_a_later_start_ends_at_once(qtbot: QtBot, home: Path) -> None:
    listener = Listener()
    with qtbot.waitSignal(listener.link_taken, timeout=20_000) as told:
        later = subprocess.Popen([sys.executable, "-m", "dimples_gui", "dimples:tether"], env=dict(os.environ))
    assert later.wait(20) == 0
    assert told.args == ["dimples:tether"]
    listener.stop()
