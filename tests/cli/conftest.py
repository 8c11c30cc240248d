"""The command line as it is typed: real folders, real files, a home of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from renkei_desktop.cli import main

PASSWORD = "ゆきどけ-2026"


@dataclass(frozen=True)
class Answer:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Typed = Callable[..., Answer]


@pytest.fixture
def typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Typed:
    """Types a command; what needs a password gets it from a file."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "password.txt").write_text(PASSWORD + "\n", "utf-8")

    def run(*words: object, password: bool = True) -> Answer:
        secret = ["--password-file", str(tmp_path / "password.txt")] if password else []
        capsys.readouterr()
        try:
            code = main([*map(str, words), *secret])
        except SystemExit as left:
            code = int(left.code or 0)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def town(typed: Typed, tmp_path: Path) -> Path:
    """A small practice town in a folder."""
    folder = tmp_path / "見本町.renkei"
    made = typed("practice", folder, "--residents", 20, "--seed", 3)
    assert made.code == 0, made.err
    return folder
