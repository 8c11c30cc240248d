"""The page of the door: the plan in words, record first, then paper, then what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QTransform
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from renkei_desktop.domain.choice import Answer, ProvisionState, Situation
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.provision import Provision
from renkei_desktop.office import plans, provisions, town
from renkei_desktop.office.plans import Paper
from renkei_desktop.ui.dialogs.panel import Panel
from renkei_desktop.ui.printing.page import PrintingPage
from renkei_desktop.ui.printing.paper import set_up
from renkei_desktop.ui.printing.print_run import PrintRun
from renkei_desktop.ui.printing.printer_choice import PaperSize, PrinterChoice
from renkei_desktop.ui.printing.printer_panel import PrinterPanel
from renkei_desktop.ui.printing.printers import Printers
from tests.office.people_in import enter
from tests.ui.keys import click, convert, press
from tests.ui.printing.comparing import ALIKE, distance
from tests.ui.stage import Stage

Show = Callable[..., PrintingPage]


class FilePrinters(Printers):
    """Real printers of Qt that write into a file each; `opened` are the choices."""

    def __init__(self, room: Path, names: tuple[str, ...] = ("一号機", "二号機")) -> None:
        self._names = names
        self.room = room
        self.opened: list[PrinterChoice] = []

    def names(self) -> list[str]:
        return list(self._names)

    def open(self, choice: PrinterChoice) -> QPrinter:
        if choice.name not in self._names:
            raise RenkeiError("プリンターに送れませんでした。", kept="控えの記録は残っています。")
        self.opened.append(choice)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file(len(self.opened))))
        set_up(printer, choice)
        return printer

    def file(self, number: int) -> Path:
        return self.room / f"printed-{number}.pdf"


@pytest.fixture
def printers(tmp_path: Path) -> FilePrinters:
    return FilePrinters(tmp_path)


@pytest.fixture
def page(show: Show, printers: FilePrinters) -> PrintingPage:
    made = show(PrintingPage)
    made.printers = printers
    return made


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget))


def ask(page: PrintingPage, stage: Stage, recipient: str = "t-fire") -> None:
    """Answers the questions as a clerk does, and waits for the preview."""
    combo = page.card.recipient.field
    combo.setFocus()
    while page.card.recipient.value() != recipient:
        press(combo, Qt.Key.Key_Down)
    page.card.reason.field.setFocus()
    convert(page.card.reason.field, "ふゆのみまもり", "冬の見守り")
    QTest.qWait(400)
    stage.settle()


def provision_lines(stage: Stage) -> list[tuple[str, str, ProvisionState]]:
    lines = stage.ask(provisions.listed)
    return [(line.number, line.recipient, line.state) for line in lines]


def panel() -> Panel:
    found = QApplication.activeModalWidget()
    assert isinstance(found, Panel)
    return found


def press_verb(verb: str) -> None:
    buttons = panel().findChildren(QPushButton)
    click(next(button for button in buttons if button.text() == verb))


def wait_for_panel(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=10_000)


def page_count(file: Path) -> int:
    document = QPdfDocument(QApplication.instance())
    document.load(str(file))
    return document.pageCount()


def test_without_recipient_and_reason_nothing_can_be_printed(page: PrintingPage) -> None:
    assert page.main_deed is not None
    assert not page.main_deed.isEnabled()
    assert not page.file_button.isEnabled()
    assert "渡す相手と理由を入れると、ここに下見が出ます。" in words(page)


def test_the_plan_is_told_in_words(page: PrintingPage, stage: Stage) -> None:
    ask(page, stage)
    assert page.plan is not None
    told = words(page.words)
    assert "災害対策基本法第49条の11第2項（本人の同意）" in told
    assert "氏名、生年月日、性別、住所、電話" in told
    assert page.pane.tabs[1].text() == "載る人 5"
    assert page.pane.tabs[2].text() == "載せない人 4"
    left_out = {line.row.name: line.words for line in page.pane.left_out.records.rows}
    assert left_out["石倉 清"] == "同意をまだ聞いていません"
    assert left_out["髙橋 𠮷男"] == "本人が同意していません（同意しない）"
    assert left_out["渡邉 ウメ"] == "本人が同意していません（取り消した）"


def test_the_preview_has_no_number_and_writes_nothing_down(
    page: PrintingPage, stage: Stage
) -> None:
    ask(page, stage)
    assert page.pane.preview.page_count >= 2
    assert provision_lines(stage) == []


def test_a_body_gets_its_own_people_only(page: PrintingPage, stage: Stage) -> None:
    ask(page, stage, "t-near")
    names = {line.row.association_name for line in page.pane.included.records.rows}
    assert names == {"旭町一"}
    assert page.card.areas.isHidden()


def test_a_part_of_the_town_is_chosen(page: PrintingPage, stage: Stage) -> None:
    ask(page, stage)
    page.card.areas.which.field.focusProxy().setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.qWait(400)
    stage.settle()
    assert page.pane.tabs[1].text() == "載る人 0"
    assert page.main_deed is not None and not page.main_deed.isEnabled()
    click(page.card.areas.box("a-2"))
    QTest.qWait(400)
    stage.settle()
    assert page.pane.tabs[1].text() == "載る人 1"
    assert page.main_deed.isEnabled()


def test_printed_with_its_number_recorded_first_and_settled(
    page: PrintingPage, stage: Stage, printers: FilePrinters, qtbot: QtBot
) -> None:
    ask(page, stage)
    before = page.pane.preview.page_count
    assert page.main_deed is not None
    page.main_deed.click()
    questions = panel()
    assert isinstance(questions, PrinterPanel)
    press_verb("印刷する")
    wait_for_panel(qtbot)
    assert provision_lines(stage) == [("1-0001", "見本消防署", ProvisionState.MAKING)]
    assert "控え 1-0001 はどうなりましたか" in words(panel())
    press_verb("渡した")
    stage.settle()
    assert provision_lines(stage) == [("1-0001", "見本消防署", ProvisionState.HANDED)]
    assert printers.opened == [PrinterChoice("一号機", 1, PaperSize.A4, False)]
    assert page_count(printers.file(1)) == before
    assert page.pane.tabs[3].text() == "これまでの控え（返っていない 1部）"


def test_the_paper_is_what_the_preview_showed(
    page: PrintingPage, stage: Stage, printers: FilePrinters, qtbot: QtBot
) -> None:
    ask(page, stage)
    page.pane.preview.resize(1220, 4000)
    qtbot.waitUntil(lambda: page.pane.preview.picture(1) is not None, timeout=8000)
    seen, other = page.pane.preview.picture(0), page.pane.preview.picture(1)
    assert seen is not None
    page.begin_printing()
    press_verb("印刷する")
    wait_for_panel(qtbot)
    press_verb("渡した")
    document = QPdfDocument(QApplication.instance())
    document.load(str(printers.file(1)))
    paper = upright(document.render(0, QSize(840, 1188)))
    assert distance(seen, paper) < ALIKE
    assert other is not None and distance(other, paper) > 2 * distance(seen, paper)


def upright(sheet: QImage) -> QImage:
    """A page that lies across is printed turned: back to how it is read."""
    return sheet.transformed(QTransform().rotate(-90))


def test_the_record_says_who_was_on_it_and_who_was_not(
    page: PrintingPage, stage: Stage, qtbot: QtBot
) -> None:
    ask(page, stage)
    page.begin_printing()
    press_verb("印刷する")
    wait_for_panel(qtbot)
    press_verb("あとで")
    stage.settle()
    (record,) = stage.ask(lambda desk: desk.rows.all(Provision))
    assert {line.resident for line in record.included} >= {"r-fumi", "r-tomi"}
    assert {line.resident for line in record.left_out} >= {"r-kiyoshi", "r-yoshio"}
    assert record.reason == "冬の見守り"
    assert record.state is ProvisionState.MAKING


def test_every_copy_of_a_roster_has_its_own_number(
    page: PrintingPage, stage: Stage, printers: FilePrinters, qtbot: QtBot
) -> None:
    ask(page, stage)
    page.begin_printing()
    questions = panel()
    assert isinstance(questions, PrinterPanel)
    questions.copies.setValue(2)
    questions.sides.show_value(True)
    press_verb("印刷する")
    wait_for_panel(qtbot)
    press_verb("渡した")
    wait_for_panel(qtbot)
    press_verb("取りやめた")
    stage.settle()
    assert provision_lines(stage) == [
        ("1-0002", "見本消防署", ProvisionState.CANCELLED),
        ("1-0001", "見本消防署", ProvisionState.HANDED),
    ]
    assert [choice.copies for choice in printers.opened] == [1, 1]
    assert all(choice.both_sides for choice in printers.opened)


def test_a_directory_is_printed_in_copies(
    page: PrintingPage, stage: Stage, printers: FilePrinters, qtbot: QtBot
) -> None:
    page.go_to(Paper.WINDOWS)
    ask(page, stage)
    assert page.pane.tabs[1].isHidden()
    page.begin_printing()
    questions = panel()
    assert isinstance(questions, PrinterPanel)
    questions.copies.setValue(3)
    press_verb("印刷する")
    wait_for_panel(qtbot)
    press_verb("渡した")
    stage.settle()
    assert [choice.copies for choice in printers.opened] == [3]
    assert len(provision_lines(stage)) == 1


def test_as_a_pdf_into_the_file_that_was_chosen(
    page: PrintingPage, stage: Stage, tmp_path: Path, qtbot: QtBot
) -> None:
    ask(page, stage)
    page.save_pdf(tmp_path / "渡すもの")
    stage.settle()
    wait_for_panel(qtbot)
    press_verb("渡した")
    stage.settle()
    assert page_count(tmp_path / "渡すもの.pdf") == page.pane.preview.page_count
    assert [state for _, _, state in provision_lines(stage)] == [ProvisionState.HANDED]


def test_without_a_printer_there_is_a_sentence(
    page: PrintingPage, stage: Stage, tmp_path: Path
) -> None:
    page.printers = FilePrinters(tmp_path, ())
    ask(page, stage)
    page.begin_printing()
    assert "プリンターが見つかりません" in words(panel())
    assert "まだ何も記録していません" in words(panel())
    press_verb("閉じる")
    assert provision_lines(stage) == []


def test_a_printer_that_fails_leaves_the_copy_to_be_decided(
    page: PrintingPage, stage: Stage, printers: FilePrinters, qtbot: QtBot
) -> None:
    ask(page, stage)
    assert page.plan is not None
    run = PrintRun(page, page.plan, False)
    run.refused.connect(page.refused)
    run.print_on(PrinterChoice("三号機"))
    wait_for_panel(qtbot)
    press_verb("取りやめた")
    stage.settle()
    assert [error.what for error in stage.troubles] == ["プリンターに送れませんでした。"]
    stage.troubles.clear()
    assert [state for _, _, state in provision_lines(stage)] == [ProvisionState.CANCELLED]


def test_a_register_that_changes_meanwhile_stops_the_paper(
    page: PrintingPage, stage: Stage, qtbot: QtBot
) -> None:
    ask(page, stage)
    page.begin_printing()
    stage.session.read(lambda desk: enter(desk, "new", "林 次郎", association="a-1"))
    press_verb("印刷する")
    qtbot.waitUntil(lambda: bool(stage.troubles), timeout=10_000)
    assert "名簿の内容が変わりました" in stage.troubles[0].sentence
    stage.troubles.clear()
    stage.settle()
    assert provision_lines(stage) == []
    assert page.main_deed is not None and page.main_deed.isEnabled()


def test_in_a_disaster_somebody_must_have_decided(page: PrintingPage, stage: Stage) -> None:
    stage.session.write(lambda desk: town.declare(desk, Situation.DISASTER, "大雨"))
    stage.settle()
    ask(page, stage)
    assert "決めた人" in words(page.words)
    assert page.card.decided_by.field.isVisible()
    convert(page.card.decided_by.field, "ちょうちょう", "町長")
    QTest.qWait(400)
    stage.settle()
    assert page.plan is not None and page.plan.situation is Situation.DISASTER
    assert page.pane.tabs[1].text() == "載る人 9"


def test_a_copy_comes_back(page: PrintingPage, stage: Stage, qtbot: QtBot) -> None:
    ask(page, stage)
    page.begin_printing()
    press_verb("印刷する")
    wait_for_panel(qtbot)
    press_verb("渡した")
    stage.settle()
    click(page.pane.tabs[3])
    page.pane.copies.list.choose(page.pane.copies.model.rows[0].provision)
    shown = [s for s, b in page.pane.copies.buttons.items() if b.isVisibleTo(page.pane.copies)]
    assert shown == [ProvisionState.RETURNED, ProvisionState.UNKNOWN]
    page.pane.copies.buttons[ProvisionState.RETURNED].click()
    stage.settle()
    assert provision_lines(stage)[0][2] is ProvisionState.RETURNED
    assert page.pane.tabs[3].text() == "これまでの控え"


def test_characters_without_a_glyph_are_named_and_need_leave(
    page: PrintingPage, stage: Stage
) -> None:
    stage.session.read(
        lambda desk: enter(
            desk, "rare", "葛\U000e01ee 花子", association="a-1", answer=Answer.GIVEN
        )
    )
    stage.settle()
    ask(page, stage)
    assert "印刷できない字があります" in words(page.words)
    assert page.main_deed is not None and not page.main_deed.isEnabled()
    click(page.words.leave)
    assert page.main_deed.isEnabled()
    assert page.words.allows_blanks


def test_an_older_answer_never_covers_a_newer_question(page: PrintingPage, stage: Stage) -> None:
    ask(page, stage)
    request = page.card.request
    assert request is not None
    stale = stage.ask(lambda desk: plans.plan(desk, request))
    page.card.reason.show_value("")
    page.take_question()
    page.take_plan(0, stale)
    assert page.plan is None


def test_locking_leaves_nothing(page: PrintingPage, stage: Stage) -> None:
    ask(page, stage)
    page.cleared()
    assert (page.plan, page.pane.preview.page_count) == (None, 0)
    assert page.pane.included.records.rows == ()
