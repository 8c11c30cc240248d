"""Sentences for what went wrong, and a report without a word about anybody."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui.dialogs.trouble import report, show_broken, show_trouble
from renkei_desktop.ui.unforeseen import catch_the_unforeseen, keep_log
from tests.ui.house import House, button, panels, texts
from tests.ui.keys import click


def fallen() -> BaseException:
    try:
        try:
            int("佐藤 花子")
        except ValueError as error:
            raise KeyError("旭町一丁目3-12") from error
    except KeyError as error:
        return error
    raise AssertionError


def test_what_happened_what_was_kept_and_what_to_do(house: House) -> None:
    show_trouble(
        house.window, RenkeiError("壊れました。", kept="無事です。", todo="閉じてください。")
    )
    assert {"壊れました。", "無事です。", "閉じてください。"} <= set(texts(panels()[0]))
    click(button(panels()[0], "閉じる"))
    assert not panels()


def test_the_report_names_kinds_and_places_and_no_message() -> None:
    said = report(fallen())
    assert "KeyError" in said and "ValueError" in said
    assert "dialogs/test_trouble.py" in said and "fallen" in said
    assert "佐藤" not in said and "旭町" not in said
    assert str(Path.home()) not in said


def test_the_report_can_be_copied(house: House) -> None:
    error = fallen()
    show_broken(house.window, error)
    click(button(panels()[0], "報告を写す"))
    assert QApplication.clipboard().text() == report(error)
    panels()[0].close()
    QApplication.clipboard().clear()


def test_an_error_at_the_top_is_shown_and_logged_by_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    ours = logging.getLogger("renkei_desktop")
    shown: list[BaseException] = []
    handlers, propagate = list(ours.handlers), ours.propagate
    keep_log(tmp_path)
    try:
        catch_the_unforeseen(shown.append)
        error = fallen()
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        for handler in set(ours.handlers) - set(handlers):
            handler.close()
            ours.removeHandler(handler)
        ours.propagate = propagate
    written = (tmp_path / "renkei.log").read_text(encoding="utf-8")
    assert shown == [error]
    assert "KeyError" in written and "test_trouble.py" in written
    assert "佐藤" not in written and "旭町" not in written


def test_a_pc_without_room_for_a_log_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    before = list(logging.getLogger("renkei_desktop").handlers)
    keep_log(tmp_path / "file")
    assert logging.getLogger("renkei_desktop").handlers == before
