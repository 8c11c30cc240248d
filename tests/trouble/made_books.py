"""Workbooks as no program would write them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
    "</Types>"
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_BOOK = (
    f'<workbook {_NS} xmlns:r="{_OFFICE}">'
    '<sheets><sheet name="名簿" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_BOOK_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>"
)


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def book(
    path: Path,
    rows: Iterable[str],
    *,
    dimension: str = "A1",
    shared: Iterable[str] = (),
    more: dict[str, Iterable[str]] | None = None,
) -> Path:
    """A workbook of one sheet from the XML of its rows and of its shared texts."""
    parts: dict[str, Iterable[str]] = {
        "[Content_Types].xml": (_CONTENT_TYPES,),
        "_rels/.rels": (_RELATIONS,),
        "xl/workbook.xml": (_BOOK,),
        "xl/_rels/workbook.xml.rels": (_BOOK_RELATIONS,),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet {_NS}><dimension ref="{dimension}"/><sheetData>',
            *rows,
            "</sheetData></worksheet>",
        ),
        "xl/sharedStrings.xml": (f"<sst {_NS}>", *shared, "</sst>"),
        **(more or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, pieces in parts.items():
            with package.open(name, "w", force_zip64=True) as part:
                for piece in pieces:
                    part.write(piece.encode())
    return path
