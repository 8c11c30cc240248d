"""The wrong password, the wrong name, and a key file that somebody or something has changed."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renkei_desktop.office import entrance, offices
from renkei_desktop.office.machine import Machine
from tests.trouble.conftest import Typed
from tests.trouble.offices_in import CLERK, NEW, PASSWORD, opened, stand_in
from tests.trouble.sentences import refused

Change = Callable[[dict[str, Any]], object]

HANG = 30.0
"""Seconds: far more than an office PC needs for the most expensive slot that is tried at all."""


def rewritten(folder: Path, change: Change) -> None:
    """The key file with something changed in the clerk's slot or around it."""
    file = folder / "keys.json"
    found = json.loads(file.read_bytes())
    change(found)
    file.write_text(json.dumps(found), "utf-8")


@pytest.mark.parametrize("password", ["ちがう", "", PASSWORD + "?", "\0", "あ" * 10_000, "\udcff"])
def test_a_wrong_password_opens_nothing(folder: Path, machine: Machine, password: str) -> None:
    before = (folder / "ledger.db").read_bytes()
    error = refused(lambda: offices.open_office(folder, CLERK, password, machine))
    assert "合言葉" in error.what
    assert not password.strip("\0") or password not in str(error)
    assert (folder / "ledger.db").read_bytes() == before
    opened(folder, machine).vault.close()


def test_a_wrong_password_on_the_command_line(typed: Typed, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "password.txt").write_text("ちがう", "utf-8")
    assert "合言葉が違います" in typed("check", folder).refusal


@pytest.mark.parametrize("clerk", ["蕪木 とき江", "", "\n", "x" * 1000, "\udcff"])
def test_an_unknown_clerk(typed: Typed, folder: Path, machine: Machine, clerk: str) -> None:
    assert (
        "登録されていません"
        in refused(lambda: offices.open_office(folder, clerk, PASSWORD, machine)).what
    )
    assert "登録されていません" in typed("check", folder, "--clerk", clerk).refusal


DAMAGE: dict[str, bytes | None] = {
    "gone": None,
    "empty": b"",
    "zeros": bytes(1000),
    "a list": b"[]",
    "deep": b"[" * 100_000,
    "half": b'{"format": 1, "slots": [{"ki',
    "no number": b'{"format": NaN, "slots": []}',
    "a long number": b'{"format":' + b"9" * 5000 + b"}",
    "not text": bytes(range(256)),
    "large": b" " * 300_000,
    "no slots": b'{"format": 1}',
    "odd slots": b'{"format": 1, "slots": [1]}',
    "no clerk": b'{"format": 1, "slots": [{"kind": "password"}]}',
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_key_file(typed: Typed, folder: Path, machine: Machine, damage: str) -> None:
    content = DAMAGE[damage]
    whole = (folder / "keys.json").read_bytes()
    if content is None:
        (folder / "keys.json").unlink()
    else:
        (folder / "keys.json").write_bytes(content)
    assert "keys.json" in refused(lambda: opened(folder, machine)).what
    assert "keys.json" in refused(lambda: entrance.clerks(folder)).what
    assert "keys.json" in typed("check", folder).refusal
    (folder / "keys.json").write_bytes(whole)
    assert stand_in(folder, machine).people == 1


TAMPERED: dict[str, Change] = {
    "no salt": lambda slot: slot.update(salt=""),
    "a long salt": lambda slot: slot.update(salt="00" * 1000),
    "another salt": lambda slot: slot.update(salt="00" * 16),
    "a number for a salt": lambda slot: slot.update(salt=5),
    "another public half": lambda slot: slot.update(public="00" * 32),
    "a short nonce": lambda slot: slot.update(nonce="00"),
    "a short ephemeral": lambda slot: slot.update(ephemeral="00"),
    "an ephemeral of zeros": lambda slot: slot.update(ephemeral="00" * 32),
    "another key": lambda slot: slot.update(wrapped="00" * 48),
    "a short key": lambda slot: slot.update(wrapped="00"),
    "another kind": lambda slot: slot.update(kind="open"),
    "no numbers": lambda slot: slot.update(argon2id=None),
    "broken numbers": lambda slot: slot.update(argon2id=[64.0, 1, 1]),
    "two numbers": lambda slot: slot.update(argon2id=[64, 1]),
    "true for one": lambda slot: slot.update(argon2id=[64, True, 1]),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_a_slot_that_was_changed(typed: Typed, folder: Path, machine: Machine, what: str) -> None:
    rewritten(folder, lambda found: TAMPERED[what](found["slots"][0]))
    refused(lambda: opened(folder, machine))
    assert typed("check", folder).refusal


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found.update(edition=10**30),
        lambda found: found.update(edition="x"),
        lambda found: found.update(vault="0" * 32),
        lambda found: found.update(seal=""),
        lambda found: found["slots"].append(dict(found["slots"][0], clerk="だれか")),
        lambda found: found["slots"].pop(),
    ],
)
def test_what_stands_around_the_slots_is_sealed(
    folder: Path, machine: Machine, change: Change
) -> None:
    rewritten(folder, change)
    assert "keys.json" in refused(lambda: opened(folder, machine)).what


@pytest.mark.parametrize(
    "numbers",
    [
        [2**40, 1, 1],
        [2**20, 10, 8],
        [64, 10**9, 1],
        [64, 1, 10**6],
        [64, 1, 0],
        [-64, 1, 1],
        [0, 0, 0],
        [2**70, 2**70, 2**70],
    ],
)
def test_absurd_costs_hang_nothing(folder: Path, machine: Machine, numbers: list[int]) -> None:
    rewritten(folder, lambda found: found["slots"][0].update(argon2id=numbers))
    start = time.perf_counter()
    assert "数字がふつうではありません" in refused(lambda: opened(folder, machine)).what
    assert time.perf_counter() - start < 2


def test_the_dearest_slot_that_is_tried_takes_seconds(folder: Path, machine: Machine) -> None:
    rewritten(folder, lambda found: found["slots"][0].update(argon2id=[2**20, 4, 8]))
    start = time.perf_counter()
    assert "合言葉が違います" in refused(lambda: opened(folder, machine)).what
    assert time.perf_counter() - start < HANG


def test_an_older_key_file_put_back_is_noticed(folder: Path, machine: Machine) -> None:
    old = (folder / "keys.json").read_bytes()
    desk = opened(folder, machine)
    offices.change_password(desk, PASSWORD, "はつゆき-2026")
    desk.vault.close()
    (folder / "keys.json").write_bytes(old)
    assert "書きかえられています" in refused(lambda: opened(folder, machine)).what


def test_the_key_file_of_another_office_opens_nothing(
    folder: Path, machine: Machine, tmp_path: Path
) -> None:
    other = offices.found(tmp_path / "隣町.renkei", NEW, machine).desk
    other.vault.close()
    shutil.copy(other.folder / "keys.json", folder / "keys.json")
    refused(lambda: opened(folder, machine))
    opened(other.folder, machine).vault.close()


def test_a_changed_password_must_be_one(folder: Path, machine: Machine) -> None:
    desk = opened(folder, machine)
    refused(lambda: offices.change_password(desk, "ちがう", "あたらしい"))
    for blank in ("", " ", "\u3000\n"):
        refused(lambda new=blank: offices.change_password(desk, PASSWORD, new))  # type: ignore[misc]
    refused(lambda: offices.change_password(desk, PASSWORD, "\udcff"))
    desk.vault.close()
    assert stand_in(folder, machine).clerks == (CLERK,)


@pytest.mark.parametrize("code", ["", "0", "0" * 32, "あ" * 32, "\0" * 32, "\udcff" * 32])
def test_a_wrong_paper_code(folder: Path, machine: Machine, code: str) -> None:
    refused(lambda: offices.open_with_code(folder, code, machine))
