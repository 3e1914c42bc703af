"""An author saves, and sees what was saved: on real files, with a real event loop."""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QFileSystemWatcher
from pytestqt.qtbot import QtBot

from dimples_gui.atlas.loader import load
from dimples_gui.atlas.model import Atlas
from dimples_gui.authoring import Watch
from dimples_gui.paths import Places

ROOT = Path(__file__).parent.parent
HOME = "en/home.yaml"


class Author:
    """A person with a folder of content and an editor, and the atlases that come of it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.content = folder / "content"
        self.assets = folder / "assets"
        shutil.copytree(ROOT / "content", self.content)
        for part in ("plates", "icons"):
            shutil.copytree(ROOT / "assets" / part, self.assets / part)
        self.places = Places(self.content, (self.content / "assets", self.assets), None, None)
        load(self.places.content, self.places.assets, "en")  # as the program did when it started
        self.qtbot = qtbot
        self.atlases: list[Atlas] = []
        self.pictures = 0
        self.watch = Watch(self.places, "en")
        self.watch.reloaded.connect(self.atlases.append)
        self.watch.pictures_changed.connect(self._count)

    def _count(self) -> None:
        self.pictures += 1

    def titled(self, title: str) -> bytes:
        """The words of home with another title."""
        lines = (self.content / HOME).read_text(encoding="utf-8").split("\n")
        return "\n".join(f"title: {title}" if line.startswith("title:") else line for line in lines).encode()

    def sees(self, title: str) -> None:
        """The last atlas that came has this title, soon."""
        self.qtbot.waitUntil(lambda: bool(self.atlases) and self.atlases[-1].home.title == title, timeout=5000)

    def sees_problems(self, count: int) -> None:
        """The last atlas that came has so many problems."""
        self.qtbot.waitUntil(lambda: bool(self.atlases) and len(self.atlases[-1].problems) == count, timeout=5000)

    def rests(self) -> None:
        """Nothing is going on any more."""
        self.qtbot.waitUntil(lambda: not self.watch._quiet.isActive() and self.watch._reading is None, timeout=5000)


@pytest.fixture
def author(tmp_path: Path, qtbot: QtBot) -> Iterator[Author]:
    person = Author(tmp_path, qtbot)
    yield person
    person.watch.stop()


def test_a_saved_file_is_read_without_being_asked_for(author: Author) -> None:
    (author.content / HOME).write_bytes(author.titled("Saved"))
    author.sees("Saved")
    assert author.pictures == 0


def test_an_editor_may_replace_the_file_by_another_again_and_again(author: Author) -> None:
    for number in range(3):
        fresh = author.content / "en/home.yaml.new"
        fresh.write_bytes(author.titled(f"Replaced {number}"))
        fresh.replace(author.content / HOME)
        author.sees(f"Replaced {number}")


def test_an_editor_may_move_the_old_file_away_first(author: Author) -> None:
    for number in range(2):
        words = author.titled(f"Kept {number}")
        (author.content / HOME).rename(author.content / "en/home.yaml~")
        (author.content / HOME).write_bytes(words)
        author.sees(f"Kept {number}")


def test_a_burst_of_saves_is_not_read_save_by_save(author: Author) -> None:
    for number in range(20):
        (author.content / HOME).write_bytes(author.titled(f"Draft {number}"))
        QCoreApplication.processEvents()
    author.sees("Draft 19")
    author.rests()
    assert len(author.atlases) <= 3  # one where nothing else keeps the machine busy


def test_saves_that_do_not_end_are_shown_meanwhile(author: Author) -> None:
    begin, number = time.monotonic(), 0
    while not author.atlases and time.monotonic() - begin < 5:
        number += 1
        (author.content / HOME).write_bytes(author.titled(f"Draft {number}"))
        QCoreApplication.processEvents()
    assert author.atlases


def test_what_is_saved_while_the_atlas_is_read_is_read_after_that(author: Author) -> None:
    (author.content / HOME).write_bytes(author.titled("First"))
    author.qtbot.waitUntil(lambda: author.watch._reading is not None, timeout=5000)
    (author.content / HOME).write_bytes(author.titled("Second"))
    author.sees("Second")


def test_problems_come_and_go(author: Author) -> None:
    file = author.content / "en/claims.yaml"
    sound = file.read_bytes()
    file.write_bytes(sound.replace(b"grade: B", b"grade: F", 1))
    author.sees_problems(1)
    assert author.atlases[-1].problems[0].where.file == str(file)
    file.write_bytes(sound)
    author.sees_problems(0)


def test_a_new_entry_is_there_once_it_is_whole(author: Author) -> None:
    facts = author.content / "entries.yaml"
    with facts.open("a", encoding="utf-8") as stream:
        stream.write("\nfresh:\n  kind: topic\n  pin: {x: 0, y: 0, icon: question}\n  rank: 999\n")
    author.sees_problems(1)
    words = "title: Fresh\nshort_title: Fresh\nsummary: New.\nanswer: New.\nsections: [{title: A, claims: [c1]}]\n"
    (author.content / "en/entries/fresh.yaml").write_text(words, encoding="utf-8")
    author.sees_problems(0)
    assert "fresh" in author.atlases[-1].entries


def test_a_folder_made_later_is_followed_too(author: Author) -> None:
    icons = author.content / "assets" / "icons"
    icons.mkdir(parents=True)
    shutil.copy(author.assets / "icons/tether.svg", icons / "fresh.svg")
    author.qtbot.waitUntil(lambda: bool(author.atlases) and "fresh" in author.atlases[-1].icons, timeout=5000)
    (icons / "fresh.svg").write_text("<svg", encoding="utf-8")
    author.sees_problems(1)
    shutil.rmtree(icons)
    author.sees_problems(0)
    assert "fresh" not in author.atlases[-1].icons


def test_an_outline_saved_in_the_plate_is_seen_and_a_picture_is_told(author: Author) -> None:
    plate = author.assets / "plates/back.svg"
    plate.write_text(
        plate.read_text(encoding="utf-8").replace('id="skin-surface" data-entry=""', 'id="skin-surface"'), "utf-8"
    )
    author.sees_problems(1)
    assert author.pictures == 0
    picture = author.assets / "plates/back/bone.png"
    picture.write_bytes(picture.read_bytes()[:3000])
    author.sees_problems(2)
    assert author.pictures == 1


def test_what_editors_leave_beside_a_file_is_nothing_new(author: Author) -> None:
    for name in ("en/.home.yaml.swp", "en/home.yaml~", "en/4913", "en/#home.yaml#"):
        (author.content / name).write_bytes(b"title: [")
    author.rests()
    os.utime(author.content)
    (author.content / HOME).write_bytes(author.titled("After all"))
    author.sees("After all")
    author.rests()
    assert len(author.atlases) == 1


def test_nothing_is_told_of_a_file_that_was_only_touched_by_its_reader(author: Author) -> None:
    (author.content / HOME).read_bytes()
    author.watch._look()
    author.rests()
    assert author.atlases == []


def test_the_whole_folder_may_go_and_come_back(author: Author, tmp_path: Path) -> None:
    author.content.rename(tmp_path / "away")
    author.qtbot.waitUntil(lambda: bool(author.atlases) and not author.atlases[-1].entries, timeout=5000)
    (tmp_path / "away").rename(author.content)
    author.sees_problems(0)
    (author.content / HOME).write_bytes(author.titled("Back again"))
    author.sees("Back again")


def test_another_folder_may_take_its_place(author: Author, tmp_path: Path) -> None:
    shutil.copytree(author.content, tmp_path / "other")
    author.content.rename(tmp_path / "away")
    (tmp_path / "other").rename(author.content)
    author.qtbot.waitUntil(lambda: bool(author.atlases), timeout=5000)
    (author.content / HOME).write_bytes(author.titled("In the other"))
    author.sees("In the other")


def test_files_that_the_system_cannot_follow_are_looked_at_now_and_then(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileSystemWatcher, "addPaths", lambda _watcher, paths: paths)
    author = Author(tmp_path, qtbot)
    (author.content / HOME).write_bytes(author.titled("Found"))
    author.sees("Found")
    author.watch.stop()


def test_after_the_end_nothing_comes_any_more(author: Author) -> None:
    (author.content / HOME).write_bytes(author.titled("Late"))
    author.qtbot.waitUntil(lambda: author.watch._reading is not None, timeout=5000)
    author.watch.stop()
    QCoreApplication.processEvents()
    assert author.atlases == []
    author.watch = Watch(author.places, "en")
