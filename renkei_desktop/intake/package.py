"""Looking at a file from outside: what it is, and whether a workbook may be opened at all."""

from __future__ import annotations

import zipfile
from enum import Enum
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.intake.table import KEPT, MAX_BYTES

_MAX_UNPACKED = 256 * 1024 * 1024
_MAX_PARTS = 2_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS_XLSX = "Excelで開き、「Excelブック（.xlsx）」として保存し直してから取り込んでください。"
_MARKS = {
    b"%PDF": "PDFのファイルです。",
    b"\x89PNG": "画像のファイルです。",
    b"\xff\xd8\xff": "画像のファイルです。",
    b"{\\rtf": "文書のファイルです。",
    b"<!DO": "ウェブページのファイルです。",
    b"<htm": "ウェブページのファイルです。",
    b"<?xm": "XMLのファイルです。",
    b"SQLi": "データベースのファイルです。",
}


class FileKind(Enum):
    """The two sorts of file that are read."""

    CSV = "csv"
    WORKBOOK = "workbook"


def kind_of(path: Path) -> FileKind:
    """What a file is by its content, not by its name; raises RenkeiError for what is not read."""
    size = _size(path)
    if size > MAX_BYTES:
        raise _refused(
            f"ファイルが大きすぎます（{size / 1024 / 1024:,.0f}MB）。"
            f"{MAX_BYTES // 1024 // 1024}MBまでです。",
            "町の名簿かどうか確かめ、大きい名簿は分けて取り込んでください。",
        )
    with path.open("rb") as file:
        start = file.read(8)
    if start == _OLE:
        raise _ole_refusal(path)
    if start.startswith(b"PK"):
        _check_package(path)
        return FileKind.WORKBOOK
    for mark, sentence in _MARKS.items():
        if start.startswith(mark):
            raise _refused(sentence, "CSVかExcelブック（.xlsx）の名簿を選んでください。")
    return FileKind.CSV


def _size(path: Path) -> int:
    try:
        if path.is_file():
            return path.stat().st_size
    except OSError:
        pass
    raise _refused("ファイルが読めません。", "場所を確かめて、もう一度選んでください。")


def _ole_refusal(path: Path) -> RenkeiError:
    with path.open("rb") as file:
        locked = _ENCRYPTED in file.read()
    if locked:
        return _refused(
            "パスワードのかかったExcelブックです。",
            "Excelで開いてパスワードを外し、保存し直してから取り込んでください。",
        )
    return _refused("古い形式のExcelファイル（.xls）です。", _SAVE_AS_XLSX)


def _check_package(path: Path) -> None:
    """Refuses what is no plain workbook, before a single part is unpacked."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        raise _refused(
            "Excelブックが壊れていて開けません。", "元のファイルをもう一度もらってください。"
        ) from None
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise _refused("Excelブック（.xlsx）ではないファイルです。", _SAVE_AS_XLSX)
    if any(name.endswith("vbaProject.bin") for name in names):
        raise _refused("マクロの入ったExcelブックなので読みません。", _SAVE_AS_XLSX)
    if any(part.flag_bits & 1 for part in parts):
        raise _refused("パスワードのかかったファイルです。", _SAVE_AS_XLSX)
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
        raise _refused(
            "Excelブックの中身が大きすぎます。", "名簿のシートだけを新しいブックに移してください。"
        )


def _refused(what: str, todo: str) -> RenkeiError:
    return RenkeiError(what, kept=KEPT, todo=todo)
