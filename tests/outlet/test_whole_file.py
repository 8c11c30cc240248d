"""A file that goes out is whole, or what stood there before stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.outlet.whole_file import write_whole


def test_the_bytes_are_there_and_nothing_beside_them(tmp_path: Path) -> None:
    written = write_whole(tmp_path / "名簿.pdf", b"%PDF-1.7")
    assert written.read_bytes() == b"%PDF-1.7"
    assert list(tmp_path.iterdir()) == [written]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "名簿.pdf"
    file.write_bytes(b"old")
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("name", ["ない/名簿.pdf", "."])
def test_where_it_cannot_be_written_a_sentence_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(RenkeiError, match="書けませんでした") as caught:
        write_whole(tmp_path / name, b"x")
    assert "そのまま" in caught.value.kept
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_older_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "名簿.pdf"
    file.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(RenkeiError, match="足りない"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
