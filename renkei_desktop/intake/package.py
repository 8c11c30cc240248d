"""Looking at a file from outside: what it is, and whether a workbook may be opened at all."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.intake.table import KEPT, MAX_BYTES

_MAX_UNPACKED = 256 * 1024 * 1024
_MAX_PARTS = 2_000
_TREES = (".xml", ".rels")
_NO_TREES = (
    *("xl/worksheets/", "xl/sharedStrings.xml", "xl/pivotCache/", "xl/calcChain.xml"),
    *("xl/drawings/", "xl/charts/", "customXml/"),
)
"""Read piece by piece, or not at all."""
_MAX_TREE = 16 * 1024 * 1024
_MAX_TEXTS = 2_000_000
_WORTH_COUNTING = 8 * 1024 * 1024
_CHUNK = 1024 * 1024
_SHARED_TEXT = re.compile(rb"<(?:\w+:)?si[\s>/]")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS_XLSX = "Excelで開き、「Excelブック（.xlsx）」として保存し直してから取り込んでください。"
_BROKEN = (zipfile.BadZipFile, OSError, ValueError)
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
    start = _start(path)
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
    raise unreadable()


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(8)
    except OSError:
        raise unreadable() from None


def unreadable() -> RenkeiError:
    """A file that is not there, or was taken away or locked."""
    return _refused(
        "ファイルが読めません。", "場所と、読む権限があるかを確かめて、もう一度選んでください。"
    )


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
    except _BROKEN:
        raise _broken() from None
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise _refused("Excelブック（.xlsx）ではないファイルです。", _SAVE_AS_XLSX)
    if any(name.endswith("vbaProject.bin") for name in names):
        raise _refused("マクロの入ったExcelブックなので読みません。", _SAVE_AS_XLSX)
    if any(part.flag_bits & 1 for part in parts):
        raise _refused("パスワードのかかったファイルです。", _SAVE_AS_XLSX)
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
        raise too_large()
    if any(map(_is_read_whole, parts)) or _texts(path, parts) > _MAX_TEXTS:
        raise too_large()


def _is_read_whole(part: zipfile.ZipInfo) -> bool:
    """Styles, relations and the like stand in memory as a tree many times their size."""
    is_tree = part.filename.endswith(_TREES) and not part.filename.startswith(_NO_TREES)
    return is_tree and part.file_size > _MAX_TREE


def _texts(path: Path, parts: Iterable[zipfile.ZipInfo]) -> int:
    """How many shared texts the large parts hold; counted, because each takes its time to read."""
    large = (part for part in parts if part.file_size > _WORTH_COUNTING)
    try:
        with zipfile.ZipFile(path) as package:
            return sum(_count(package, part) for part in large)
    except (*_BROKEN, zlib.error, EOFError, RuntimeError):
        raise _broken() from None


def _count(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    found = 0
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            found += len(_SHARED_TEXT.findall(chunk))
    return found


def _broken() -> RenkeiError:
    return _refused(
        "Excelブックが壊れていて開けません。", "元のファイルをもう一度もらってください。"
    )


def too_large() -> RenkeiError:
    """A workbook that would take the PC's memory or the clerk's morning."""
    return _refused(
        "Excelブックの中身が大きすぎます。", "名簿のシートだけを新しいブックに移してください。"
    )


def _refused(what: str, todo: str) -> RenkeiError:
    return RenkeiError(what, kept=KEPT, todo=todo)
