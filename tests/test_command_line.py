"""The command line as product.md promises it, each in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).parent.parent


def run(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | more
    return subprocess.run(
        [sys.executable, "-m", "dimples_gui", *words],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )


def test_version_needs_no_qt() -> None:
    done = run("--version", QT_QPA_PLATFORM="nonsense")
    assert done.stdout.startswith("dimples-gui 0.")
    assert done.returncode == 0


def test_the_version_is_told_whatever_else_is_asked() -> None:
    done = run("--check", "--version")
    assert done.stdout.startswith("dimples-gui 0.")
    assert done.returncode == 0


def test_the_shipped_content_has_no_problems() -> None:
    done = run("--check")
    assert done.stdout.startswith("no problems")
    assert done.returncode == 0


def test_a_broken_file_is_told_by_file_and_line(tmp_path: Path) -> None:
    copy = tmp_path / "content"
    subprocess.run(["cp", "-r", str(ROOT / "content"), str(copy)], check=True)
    file = copy / "en" / "entries" / "psis.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[2] = "sumary: " + lines[2].partition(":")[2]
    file.write_text("\n".join(lines), encoding="utf-8")
    done = run("--check", str(copy))
    assert f"{file}:3:" in done.stdout
    assert "sumary" in done.stdout
    assert done.returncode == 1


@pytest.mark.parametrize("words", [["--check=/nowhere"], ["--chec", "/nowhere"], ["--language", "en", "--ch=/nowhere"]])
def test_every_spelling_of_check_checks(words: list[str]) -> None:
    done = run(*words)
    assert "/nowhere" in done.stderr
    assert done.returncode == 2


def test_the_self_test_is_well() -> None:
    done = run("--self-test")
    assert done.stdout.startswith("all well")
    assert done.returncode == 0


def test_the_self_test_tells_what_is_missing(tmp_path: Path) -> None:
    copy = tmp_path / "content"
    subprocess.run(["cp", "-r", str(ROOT / "content"), str(copy)], check=True)
    (copy / "en" / "entries" / "tether.yaml").unlink()
    done = run("--self-test", "--content", str(copy))
    assert "tether" in done.stdout
    assert done.returncode == 1


def test_a_picture_of_the_window_has_the_size_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "shot.png"
    done = run("dimples:psis?layer=bone", "--shot", str(file), "--size", "1000x700", "--labels", "--theme", "dark")
    assert done.returncode == 0, done.stderr
    picture = QImage(str(file))
    assert (picture.width(), picture.height()) == (1000, 700)


def test_the_same_picture_twice_is_the_same(tmp_path: Path) -> None:
    files = [tmp_path / "one.png", tmp_path / "two.png"]
    for file in files:
        run("dimples:dimple", "--shot", str(file), "--size", "900x600")
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--size", "big"], "“big” is not a size"),
        (["--text-size", "9"], "not a size from 50 to 300"),
        (["--theme", "pink"], "invalid choice"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (
            ["--check", "--self-test"],
            "--check goes with a DIR after it and with --language alone, not with --self-test.",
        ),
        (["--check", "--content", "content"], "not with --content."),
        (["--private", "--check"], "not with --private."),
        (["--theme", "dark", "--check=content", "--text-size", "100"], "not with --text-size, --theme."),
        (["content", "--check"], "not with a LINK."),
        (["--self-test", "--shot", "x.png"], "--self-test draws no picture, so it does not go with --shot"),
        (["--shot", "picture.jpg"], "“picture.jpg” does not end in .png"),
        (["dimples:liver", "--shot", "x.png"], "There is no page “liver”; the pages are home, sources, glossary,"),
        (["dimples:psis?layer=liver", "--shot", "x.png"], "no layer “liver”"),
        (["--shot", "/nowhere/x.png"], "could not be written"),
        (["--content", "/nowhere"], "/nowhere"),
        (["--check", "/nowhere"], "/nowhere"),
        (["--language", "xx", "--shot", "x.png"], "xx"),
    ],
)
def test_a_wrong_word_gets_one_clear_sentence_and_code_2(words: list[str], said: str) -> None:
    done = run(*words)
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.returncode == 2
