"""An office that stands ready, closed or open, and a command line to type into."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from renkei_desktop.cli import main
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from tests.trouble.offices_in import FOLDER, PASSWORD, founded, machine_in, opened
from tests.trouble.sentences import is_sentence, names_nobody


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed office that is only ever copied, with what the PC remembers of it."""
    place = tmp_path_factory.mktemp("pattern")
    founded(place / FOLDER, machine_in(place)).vault.close()
    return place


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return machine_in(tmp_path)


@pytest.fixture
def folder(pattern: Path, tmp_path: Path) -> Path:
    """An office of its own, closed."""
    shutil.copytree(pattern / FOLDER, tmp_path / FOLDER)
    return tmp_path / FOLDER


@pytest.fixture
def desk(folder: Path, machine: Machine) -> Iterator[Desk]:
    """The same office, open."""
    found = opened(folder, machine)
    yield found
    found.vault.close()


@dataclass(frozen=True)
class Answer:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        """The one sentence on standard error of a command that was refused."""
        assert self.code == 1, self
        (line,) = self.err.splitlines()
        assert is_sentence(line), line
        return line


Typed = Callable[..., Answer]


@pytest.fixture
def typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Typed:
    """Types a command; no answer may hold a traceback or, on standard error, a person."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    secret = tmp_path / "password.txt"
    secret.write_text(PASSWORD + "\n", "utf-8")

    def run(*words: object, password: bool = True) -> Answer:
        after = ["--password-file", str(secret)] if password else []
        capsys.readouterr()
        try:
            code = main([*map(str, words), *after])
        except SystemExit as left:
            code = int(left.code or 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        assert names_nobody(said.err)
        assert code in (0, 1, 2)
        return Answer(code, said.out, said.err)

    return run
