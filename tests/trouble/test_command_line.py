"""Whatever is typed after `renkei-desktop`: 0, 1 or 2, and never a traceback."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renkei_desktop.cli import ending, main
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office.machine import Machine
from tests.trouble.any_text import HOSTILE
from tests.trouble.conftest import Answer, Typed
from tests.trouble.long_list import write_list
from tests.trouble.offices_in import FOLDER, PASSWORD, RECIPIENT, machine_in, stand_in
from tests.trouble.processes import command, started
from tests.trouble.sentences import NAME, PRIVATE, is_sentence, names_nobody

FILES = ("名簿.csv", "空", "町.json", "控え", "password.txt", "pattern.renkei/ledger.db", "ない")
FOLDERS = (".", "フォルダー", FOLDER, f"{FOLDER}/backups", "空", "ない", "ない/もっと", "x" * 300)
ODD = (
    "",
    "-",
    "--",
    "\0",
    "\udcff",
    "x" * 5000,
    "~",
    "*",
    "?",
    "%s",
    "{0}",
    "$HOME",
    "NUL",
    "con:",
)
WORDS = (
    *FILES,
    *FOLDERS,
    *ODD,
    *HOSTILE.values(),
    NAME,
    RECIPIENT,
    "residents",
    "roster",
    "7",
    "-1",
)
OPTIONS = (
    *("--office", "--as", "--dry-run", "--json", "--encoding", "--out", "--recipient", "--reason"),
    *("--area", "--decided-by", "--preview", "--clerk", "--residents", "--seed", "-h", "--help"),
    *("--password-file", "--nothing"),
)
DEEDS = ("practice", "import", "print", "map", "check", "backup", "restore")

fuzzing = settings(
    max_examples=400 if os.environ.get("CI") else 120,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

word = st.one_of(st.sampled_from(WORDS), st.text(max_size=12))
path = st.sampled_from((*FILES, *FOLDERS, *ODD))


def with_office(*deed: str) -> st.SearchStrategy[list[str]]:
    """A deed with its parts in the right places, each of them as bad as may be."""
    office = st.one_of(st.just(FOLDER), path)
    return st.tuples(path, office, word, st.lists(st.sampled_from(("--json", "--preview")))).map(
        lambda drawn: (
            [part.format(*drawn) for part in deed] + drawn[3]
            if not set("{}") & set("".join(drawn[:3]))
            else [*deed]
        )
    )


sensible = st.one_of(
    with_office("import", "{0}", "--office", "{1}", "--as", "residents"),
    with_office("print", "windows", "--office", "{1}", "--out", "{0}", "--recipient", "{2}",
                "--reason", "{2}"),
    with_office("print", "roster", "--office", "{1}", "--out", "{0}", "--recipient", RECIPIENT,
                "--reason", "{2}", "--area", "{2}"),
    with_office("map", "add", "{0}", "--office", "{1}"),
    with_office("map", "list", "--office", "{1}"),
    with_office("check", "{1}"),
    with_office("backup", "{1}", "{0}"),
    with_office("restore", "{0}", "{1}"),
    with_office("practice", "{1}", "--residents", "1", "--seed", "{2}"),
)  # fmt: skip
wild = st.tuples(
    st.sampled_from(DEEDS), st.lists(st.one_of(word, st.sampled_from(OPTIONS)), max_size=8)
).map(lambda drawn: [drawn[0], *drawn[1]])


@pytest.fixture
def corner(pattern: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with an office and files of all sorts in it; nothing is typed outside of it."""
    here = tmp_path / "here"
    shutil.copytree(pattern / FOLDER, here / FOLDER)
    (here / "フォルダー").mkdir()
    (here / "名簿.csv").write_text(f"氏名,住所\n{NAME},旭町\n", "utf-8")
    (here / "町.json").write_text("{}")
    (here / "空").write_bytes(b"")
    monkeypatch.chdir(here)
    yield here


def looks_right(answer: Answer) -> None:
    lines = answer.err.splitlines()
    if answer.code == 2:
        assert answer.err.startswith("使い方が違います")
        return
    assert all(is_sentence(line) for line in lines), lines
    assert len(lines) == (1 if answer.code == 1 else len(lines))
    assert "思いがけない" not in answer.err


@fuzzing
@given(st.one_of(sensible, wild))
def test_anything_at_all(typed: Typed, corner: Path, pattern: Path, words: list[str]) -> None:
    if not (corner / FOLDER / "keys.json").exists():
        shutil.copytree(pattern / FOLDER, corner / FOLDER, dirs_exist_ok=True)
    looks_right(typed(*words))
    assert stand_in(corner / FOLDER, machine_in(corner.parent)).people in (1, 2)
    outside = {found.name for found in corner.parent.iterdir()}
    assert outside <= {"here", "home", "state", "password.txt"}


@given(st.lists(st.one_of(word, st.sampled_from(OPTIONS)), min_size=1, max_size=4))
def test_no_deed_at_all(words: list[str]) -> None:
    """What names no deed is explained; only bare options open the window, and are left out."""
    if words[0] in (*DEEDS, "-h", "--help") or words[0].startswith("--pra"):
        return
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code in (0, 2)


def test_an_error_that_nobody_foresaw_says_where_and_nothing_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken() -> int:
        raise ValueError(f"{NAME} is not a name")

    assert ending.in_a_sentence(broken) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert is_sentence(line) and names_nobody(line)
    assert "ValueError" in line


@pytest.mark.parametrize("error", [KeyboardInterrupt, RecursionError, MemoryError, EOFError])
def test_every_kind_of_end_is_one_sentence(
    capsys: pytest.CaptureFixture[str], error: type[BaseException]
) -> None:
    def broken() -> int:
        raise error

    assert ending.in_a_sentence(broken) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert is_sentence(line)


def test_system_exit_is_not_swallowed() -> None:
    with pytest.raises(SystemExit):
        ending.in_a_sentence(lambda: sys.exit(2))


def test_a_real_process_says_the_same(folder: Path, tmp_path: Path) -> None:
    ended = command("check", folder / "ない", home=tmp_path)
    assert ended.returncode == 1
    assert is_sentence(ended.stderr.strip()) and len(ended.stderr.splitlines()) == 1


ENCODINGS = ("utf-8", "cp932", "ascii", "latin-1")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_terminal_that_cannot_show_a_character(
    folder: Path, machine: Machine, tmp_path: Path, encoding: str
) -> None:
    list_ = tmp_path / "一覧.csv"
    list_.write_text("氏名,生年月日,町内会\n𠮷田 花,S10.1.1,𠮷の台\n", "utf-8")
    more = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    words = ("import", list_, "--office", folder, "--as", "residents")
    ended = command(*words, home=tmp_path, more=more, raw=True)
    assert ended.returncode == 0
    assert b"Traceback" not in ended.stderr
    ended = command(*words, "--dry-run", "--json", home=tmp_path, more=more, raw=True)
    assert ended.returncode == 0
    import json

    assert json.loads(ended.stdout.decode(encoding))["same"] == 1
    assert stand_in(folder, machine).people == 2


def test_nobody_reads_the_answer(folder: Path, tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        ended = command("map", "list", "--json", "--office", folder, home=tmp_path, output=write)
    finally:
        os.close(write)
    assert ended.returncode == 1
    assert is_sentence(ended.stderr.strip()) and len(ended.stderr.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="only Linux has such a device")
def test_the_answer_goes_to_a_full_disk(folder: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = command("check", folder, home=tmp_path, output=full)
    assert ended.returncode == 1
    assert is_sentence(ended.stderr.strip()) and len(ended.stderr.splitlines()) == 1


def test_stopped_from_the_keyboard(folder: Path, machine: Machine, tmp_path: Path) -> None:
    before = stand_in(folder, machine)
    list_ = write_list(tmp_path / "一覧.csv", 4_000)
    with started("import", list_, "--office", folder, "--as", "residents", home=tmp_path) as other:
        _until(lambda: (folder / "LOCK").stat().st_size > 0)
        other.send_signal(signal.SIGINT)
        out, err = other.communicate(timeout=60)
    assert other.returncode == 1, out
    assert is_sentence(err.strip()) and len(err.splitlines()) == 1
    assert "途中でやめました" in err
    assert stand_in(folder, machine) == before


def _until(ready: Callable[[], bool]) -> None:
    import time

    end = time.monotonic() + 60
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_no_terminal_and_no_password(typed: Typed, folder: Path) -> None:
    assert "--password-file" in typed("check", folder, password=False).refusal


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"\xff\xfe", b"\0", "\ufeff\n".encode(), b"x" * 1_000_000]
)
def test_an_odd_password_file(typed: Typed, folder: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "password.txt").write_bytes(content)
    assert typed("check", folder).refusal


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\nあとの行\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_password_file_as_any_editor_writes_it(
    typed: Typed, folder: Path, tmp_path: Path, mark: str, ending: str
) -> None:
    (tmp_path / "password.txt").write_text(f"{mark}{PASSWORD}{ending}", "utf-8", newline="")
    assert typed("check", folder).code == 0


def test_everything_that_refuses_says_all_three_parts() -> None:
    """In the sources: what happened, that nothing was lost, what to do."""
    import ast

    root = Path(main.__code__.co_filename).parents[1]
    layers = ("cli", "office", "store", "intake", "maps", "printing", "outlet", "practice")
    calls = [
        (file.relative_to(root), node)
        for layer in layers
        for file in (root / layer).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == RenkeiError.__name__
    ]
    assert len(calls) > 50
    silent = [
        (str(file), node.lineno)
        for file, node in calls
        if not {"kept", "todo"} <= {word.arg for word in node.keywords}
    ]
    assert silent == []


def test_no_refusal_is_written_with_a_person_in_it() -> None:
    assert all(not names_nobody(piece) for piece in PRIVATE)


def test_the_command_line_is_reached_by_the_installed_name() -> None:
    """As `python -m` and as the entry point, the same function."""
    ended = subprocess.run(
        [sys.executable, "-m", "renkei_desktop.cli", "check"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("使い方が違います")
