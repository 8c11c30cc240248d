"""A field with its label and the line under it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from renkei_desktop.ui.pieces.field_row import FieldRow, Fields
from renkei_desktop.ui.pieces.line import Line


@pytest.fixture
def row(qapp: QApplication) -> FieldRow:
    fields = Fields()
    made = fields.add("電話", Line(), must=True)
    made._fields = fields  # type: ignore[attr-defined]
    return made


def test_a_required_field_says_so_in_words(row: FieldRow) -> None:
    assert row.caption.text() == "電話（必須）"
    assert row.caption.alignment() & Qt.AlignmentFlag.AlignRight
    assert row.field.accessibleName() == "電話"


def test_what_is_wrong_goes_before_what_is_remarked(row: FieldRow) -> None:
    row.remark("市外局番から")
    row.wrong("けたが足りません。")
    row.remark("0164から")
    assert (row.words, row.is_wrong) == ("けたが足りません。", True)
    row.wrong("")
    assert (row.words, row.is_wrong) == ("0164から", False)


def test_a_hidden_row_takes_its_line_along(row: FieldRow) -> None:
    row.remark("市外局番から")
    row.show(False)
    assert row.field.isHidden() and row.caption.isHidden()
    row.wrong("けたが足りません。")
    row.show(True)
    assert not row.field.isHidden()
    assert row.words == "けたが足りません。"
