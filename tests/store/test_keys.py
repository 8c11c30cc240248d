"""Who can open an office: passwords, the paper code, and what a stranger did to the key file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store import codes, keys, vault
from renkei_desktop.store.cost import CEILING_KIB, KdfCost
from renkei_desktop.store.vault import Vault
from tests.store.offices import CLERK, OTHER, PASSWORD, Place, put_new, sentence_of, somebody


def test_an_office_opens_with_the_password_it_was_made_with(place: Place) -> None:
    office = place.create()
    person = somebody()
    put_new(office, person)
    office.close()
    again = place.open()
    assert [p.name for p in again.rows.people()] == [person.name]
    assert again.clerk == CLERK
    again.close()


def test_a_wrong_password_is_refused_in_words(place: Place) -> None:
    place.create().close()
    error = sentence_of(lambda: place.open(password="ゆきだるま？"))
    assert error.what == "合言葉が違います。"
    assert PASSWORD not in error.sentence


def test_an_unknown_clerk_is_refused(place: Place) -> None:
    place.create().close()
    assert "登録されていません" in sentence_of(lambda: place.open(clerk=OTHER)).what


def test_full_width_letters_are_the_same_password(place: Place) -> None:
    office = place.create()
    office.add_clerk(OTHER, "Snow2026")
    office.close()
    place.open(clerk=OTHER, password="Ｓｎｏｗ２０２６").close()


def test_the_unlock_window_sees_the_names_without_a_key(place: Place) -> None:
    office = place.create()
    office.add_clerk(OTHER, "ゆきかき")
    assert keys.clerks(place.folder) == (CLERK, OTHER) == office.clerks
    office.close()


def test_two_clerks_open_with_their_own_passwords(place: Place) -> None:
    office = place.create()
    office.add_clerk(OTHER, "ゆきかき")
    office.close()
    second = place.open(clerk=OTHER, password="ゆきかき")
    assert second.clerk == OTHER
    second.close()
    place.open().close()


def test_a_name_in_use_and_blanks_are_refused(office: Vault) -> None:
    assert "もう登録" in sentence_of(lambda: office.add_clerk(CLERK, "x")).what
    assert "両方" in sentence_of(lambda: office.add_clerk(" ", "x")).what
    assert "両方" in sentence_of(lambda: office.add_clerk(OTHER, "")).what


def test_a_changed_password_opens_and_the_old_one_does_not(place: Place) -> None:
    office = place.create()
    office.change_password(PASSWORD, "はるのかぜ")
    office.close()
    place.open(password="はるのかぜ").close()
    assert sentence_of(place.open).what == "合言葉が違います。"


def test_changing_a_password_needs_the_old_one(office: Vault) -> None:
    error = sentence_of(lambda: office.change_password("ちがう", "はるのかぜ"))
    assert error.what == "合言葉が違います。"


def test_the_paper_code_lets_a_clerk_set_a_new_password(place: Place) -> None:
    office, code = place.create_with_code()
    office.close()
    rescued = place.open_with_code(code.lower().replace("-", " "))
    assert rescued.clerk == ""
    rescued.reset_password(CLERK, "あたらしい")
    assert rescued.clerk == CLERK
    rescued.close()
    place.open(password="あたらしい").close()
    assert sentence_of(place.open).what == "合言葉が違います。"


def test_a_new_paper_code_replaces_the_old_one(place: Place) -> None:
    office, old = place.create_with_code()
    new = office.new_paper_code()
    office.close()
    assert "紙の合言葉では開きません" in sentence_of(lambda: place.open_with_code(old)).what
    place.open_with_code(new).close()


def test_another_code_that_is_well_formed_does_not_open(place: Place) -> None:
    place.create().close()
    assert "開きません" in sentence_of(lambda: place.open_with_code(codes.written(bytes(16)))).what


def rewrite(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Changes the key file as a stranger with an editor would."""
    path = folder / "keys.json"
    found = json.loads(path.read_text("utf-8"))
    change(found)
    path.write_text(json.dumps(found, ensure_ascii=False), "utf-8")


def flip(text: str) -> str:
    return ("1" if text[0] == "0" else "0") + text[1:]


@pytest.mark.parametrize("part", ["wrapped", "ephemeral", "nonce"])
def test_a_slot_that_was_tampered_with_is_noticed(place: Place, part: str) -> None:
    place.create().close()
    rewrite(place.folder, lambda f: f["slots"][0].update({part: flip(f["slots"][0][part])}))
    assert "書きかえられています" in sentence_of(place.open).what


def test_somebody_elses_slot_that_was_tampered_with_is_noticed(place: Place) -> None:
    office = place.create()
    office.add_clerk(OTHER, "ゆきかき")
    office.close()
    rewrite(place.folder, lambda f: f["slots"].pop())
    assert "書きかえられています" in sentence_of(place.open).what


def test_an_old_key_file_put_back_is_noticed(place: Place) -> None:
    office = place.create()
    before = (place.folder / "keys.json").read_bytes()
    office.change_password(PASSWORD, "はるのかぜ")
    office.close()
    (place.folder / "keys.json").write_bytes(before)
    assert "書きかえられています" in sentence_of(place.open).what


def test_a_kill_between_key_file_and_its_note_is_caught_up_with(place: Place) -> None:
    office = place.create()
    note = "UPDATE meta SET value = value - 1 WHERE key = 'keys_edition'"
    office.new_paper_code()
    office.database.run(note)
    office.close()
    place.open().close()
    place.open().close()


@pytest.mark.parametrize(
    "cost", [[CEILING_KIB * 4, 3, 4], [65536, 99, 4], [65536, 3, 64], [8, 3, 4], [65536, 0, 1]]
)
def test_parameters_that_would_hang_the_pc_are_refused_at_once(
    place: Place, cost: list[int]
) -> None:
    place.create().close()
    rewrite(place.folder, lambda f: f["slots"][0].update(argon2id=cost))
    assert "keys.json" in sentence_of(place.open).what


@pytest.mark.parametrize("content", ["", "{", "[]", '{"slots": 1}', '{"slots": [1]}', "\x00" * 9])
def test_a_key_file_that_is_none_is_refused(place: Place, content: str) -> None:
    place.create().close()
    (place.folder / "keys.json").write_text(content)
    assert "keys.json" in sentence_of(place.open).what
    assert "keys.json" in sentence_of(lambda: keys.clerks(place.folder)).what


@pytest.mark.parametrize("slot", [{"kind": "x"}, {"argon2id": [True, 1, 1]}, {"salt": "zz"}])
def test_a_slot_that_is_none_is_refused(place: Place, slot: dict[str, Any]) -> None:
    place.create().close()
    rewrite(place.folder, lambda f: f["slots"][0].update(slot))
    assert "keys.json" in sentence_of(place.open).what


def test_a_folder_of_a_newer_program_is_refused(place: Place) -> None:
    place.create().close()
    rewrite(place.folder, lambda f: f.update(format=2))
    assert "新しい版" in sentence_of(place.open).what


def test_a_folder_without_keys_is_no_office(tmp_path: Path) -> None:
    assert "役場のフォルダーではない" in sentence_of(lambda: keys.clerks(tmp_path)).what


def test_a_real_office_is_not_locked_cheaply(place: Place) -> None:
    with pytest.raises(ValueError, match="65536"):
        vault.create(
            place.folder,
            clerk=CLERK,
            password=PASSWORD,
            cost=KdfCost(1024, 1, 1),
            clock=place.clock,
            marks=place.marks,
        )
    KdfCost.usual().refuse_weak()


def test_a_failed_creation_leaves_nothing(place: Place) -> None:
    with pytest.raises(RenkeiError):
        vault.create(
            place.folder,
            clerk=CLERK,
            password=" ",
            cost=KdfCost.practice(),
            clock=place.clock,
            marks=place.marks,
        )
    assert not place.folder.exists()


def test_a_folder_with_something_in_it_is_left_alone(place: Place) -> None:
    place.folder.mkdir()
    (place.folder / "家計簿.txt").write_text("大事")
    assert "もう何か入っています" in sentence_of(place.create).what
    assert [p.name for p in place.folder.iterdir()] == ["家計簿.txt"]


def test_the_key_is_forgotten_on_closing(place: Place) -> None:
    office = place.create()
    key = office.keyholders.key
    assert any(key)
    office.close()
    assert not any(key)
    office.close()


def test_no_plain_text_stands_in_the_folder(place: Place) -> None:
    office = place.create()
    put_new(office, somebody("髙橋 ハナ"))
    office.ledger.noting().put("draft", "x", "髙橋 ハナ")
    office.close()
    for file in place.folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert "髙橋".encode() not in content
            assert PASSWORD.encode() not in content
            assert b"SQLite format" not in content
