"""Encodings are found out strictly or asked for; nothing is ever guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from renkei_desktop.intake.encoding import CHOICES, EncodingUnknown, encoding_of
from renkei_desktop.intake.list_file import read_list

RARE = "髙﨑濵德𠮷①㈱～－"
LIST = "氏名,フリガナ\r\n髙﨑　濵子,ﾀｶｻｷ ﾊﾏｺ\r\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("cp932", "cp932"),
    ],
)
def test_a_list_is_read_in_its_own_encoding(tmp_path: Path, encoding: str, found: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(LIST.encode(encoding))
    assert encoding_of(path) == found
    table = read_list(path)
    assert table.headers == ("氏名", "フリガナ")
    assert table.rows[0].cells == ("髙﨑　濵子", "ﾀｶｻｷ ﾊﾏｺ")


def test_rare_characters_of_windows_survive_exactly(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    names = "髙﨑濵德①㈱～－"
    path.write_bytes(f"氏名,よみ\r\n{names},たかさき\r\n".encode("cp932"))
    assert read_list(path).rows[0].cells[0] == names


def test_a_big_endian_file_with_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"\xfe\xff" + LIST.encode("utf-16-be"))
    assert read_list(path).rows[0].cells[0] == "髙﨑　濵子"


@pytest.mark.parametrize(
    "content",
    [
        "氏名,よみ\r\n佐藤花子,さとう\r\n".encode("euc_jp"),
        LIST.encode("utf-16-le"),
        LIST.encode("cp932") + b"\xff\xfe\xfd",
        LIST.encode("utf-8")[:-5] + b"\xe3\x81\r\n\x82",
        b"\x00" * 1000,
        "ｻﾄ".encode("cp932"),
    ],
)
def test_what_fits_nowhere_or_twice_is_asked_for(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(EncodingUnknown) as caught:
        read_list(path)
    assert set(caught.value.previews) == set(CHOICES)
    assert "文字の種類" in caught.value.what and caught.value.todo
    assert "佐藤" not in caught.value.sentence


def test_the_preview_shows_the_right_one_readable(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("氏名,よみ\r\n佐藤花子,さとう\r\n".encode("euc_jp"))
    with pytest.raises(EncodingUnknown) as caught:
        read_list(path)
    assert caught.value.previews["euc_jp"] == ("氏名,よみ", "佐藤花子,さとう")
    assert read_list(path, encoding="euc_jp").rows[0].cells == ("佐藤花子", "さとう")


def test_a_chosen_encoding_marks_the_rows_it_cannot_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    content = "氏名,よみ\r\n佐藤花子,さとう\r\n鈴木".encode("cp932") + b"\xff,\x82\xb7\r\n"
    path.write_bytes(content)
    with pytest.raises(EncodingUnknown):
        read_list(path)
    table = read_list(path, encoding="cp932")
    assert not table.rows[0].problems
    assert "読めない文字" in table.rows[1].problems[0].reason


def test_a_character_across_two_chunks_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    for shift in range(3):
        filler = "x" * shift + "," + "あ\r\n" * 250_000
        path.write_bytes(("氏名,よみ\r\n" + filler).encode())
        assert encoding_of(path) == "utf-8"


@pytest.mark.parametrize("character", RARE)
def test_utf8_keeps_every_character(tmp_path: Path, character: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(f"氏名,よみ\r\n{character}\U000e0100,さ\r\n".encode())
    assert read_list(path).rows[0].cells[0] == character + "\U000e0100"
