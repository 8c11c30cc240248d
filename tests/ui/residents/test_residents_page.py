"""The page of the residents on a real office: list, card, filters, and everything by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from renkei_desktop.domain.choice import Answer
from renkei_desktop.office import deeds
from renkei_desktop.ui.residents.filters import Filter
from renkei_desktop.ui.residents.page import ResidentsPage
from tests.ui.invented import FUMI, NEAR, TOMI, UNKNOWN, VARIED
from tests.ui.keys import click, press
from tests.ui.residents.conftest import without_map
from tests.ui.stage import Stage

Show = Callable[..., ResidentsPage]


@pytest.fixture
def page(show: Show) -> ResidentsPage:
    return show(ResidentsPage, prepare=without_map)


def listed(page: ResidentsPage) -> list[str]:
    return [row.person for row in page.list_card.model.rows]


def words(widget: QWidget) -> str:
    """Everything that can be read in a widget."""
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget))


def choose(page: ResidentsPage, stage: Stage, person: str) -> None:
    page.list_card.list.choose(person)
    QTest.qWait(90)
    stage.settle()


def test_the_registered_are_listed_by_reading(page: ResidentsPage) -> None:
    readings = [row.reading for row in page.list_card.model.rows]
    assert readings[0].startswith("あいだ")
    assert readings[-1].startswith("わたなべ")
    assert UNKNOWN not in listed(page)
    assert "登録 9人" in words(page.header)


def test_search_finds_everybody(page: ResidentsPage) -> None:
    page.searched("おのでら")
    assert set(listed(page)) == {FUMI, UNKNOWN}
    page.searched("かねき")
    assert set(listed(page)) == {FUMI, UNKNOWN}
    page.searched("高橋吉男")
    assert listed(page) == ["p-yoshio"]
    page.searched("")
    assert UNKNOWN not in listed(page)


def test_nobody_found_says_what_to_do(page: ResidentsPage) -> None:
    page.searched("だれでもない")
    assert "見つかりません" in words(page.list_card)


def test_arrows_choose_and_the_card_follows(page: ResidentsPage, stage: Stage) -> None:
    view = page.list_card.list
    view.setFocus()
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Down)
    QTest.qWait(90)
    stage.settle()
    assert view.current.person == FUMI
    card = words(page.card)
    for part in ("おのでら ふみ", "小野寺 フミ", "同意あり", "停電に注意"):
        assert part in card
    for part in ("昭和17年4月2日（84歳）・女", "屋号: かねき", "090-0000-0000　まず長女さんへ"):
        assert part in card
    for part in (
        "独居・在宅酸素",
        "要介護1",
        "佐々木 一（隣・承諾 R7.6.2）",
    ):
        assert part in card
    assert "遠藤 和子" in card


def test_a_member_of_the_household_is_opened_from_the_card(
    page: ResidentsPage, stage: Stage
) -> None:
    choose(page, stage, FUMI)
    members = [b for b in page.card.findChildren(QPushButton) if "世帯の人" in b.accessibleName()]
    assert [member.text() for member in members] == ["小野寺 太郎（60歳）"]
    click(members[0])
    stage.settle()
    assert "小野寺 太郎" in words(page.card)
    assert page.list_card.list.current is None or not page.list_card.list.selectedIndexes()


def test_a_card_opens_no_window_of_its_own(page: ResidentsPage, stage: Stage) -> None:
    choose(page, stage, FUMI)
    page.begin_change()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [page]
    assert QApplication.activeWindow() is page


def test_holding_an_arrow_reads_one_card_only(page: ResidentsPage, stage: Stage) -> None:
    view = page.list_card.list
    view.setFocus()
    asked = QSignalSpy(stage.background.done)
    for _ in range(6):
        press(view, Qt.Key.Key_Down)
    QTest.qWait(90)
    stage.settle()
    assert asked.count() == 1


def test_arrows_to_the_side_turn_the_tabs_and_letters_jump(page: ResidentsPage) -> None:
    view = page.list_card.list
    view.setFocus()
    press(view, Qt.Key.Key_Right)
    assert page.list_card.tabs.current == "あ"
    assert [row.reading[0] for row in page.list_card.model.rows] == ["あ", "い", "お"]
    QTest.keyClicks(view, "s")
    assert page.list_card.tabs.current == "さ"
    assert [row.reading[:2] for row in page.list_card.model.rows] == ["さき", "じょ"]
    press(view, Qt.Key.Key_Left)
    press(view, Qt.Key.Key_Left)
    press(view, Qt.Key.Key_Left)
    assert page.list_card.tabs.current is None
    assert QApplication.focusWidget() is view


def test_a_tab_is_turned_by_mouse(page: ResidentsPage) -> None:
    click(page.list_card.tabs.button("か"))
    assert [row.reading for row in page.list_card.model.rows] == ["かつらぎ はなこ"]


def test_enter_opens_the_form_and_esc_goes_back(page: ResidentsPage, stage: Stage) -> None:
    choose(page, stage, FUMI)
    view = page.list_card.list
    view.setFocus()
    press(view, Qt.Key.Key_Return)
    assert page.desk.is_open
    assert page.form_view.isVisible()
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.desk.is_open
    assert page.list_card.isVisible()
    assert QApplication.focusWidget() is view


def test_filters_narrow_the_list_and_say_so(page: ResidentsPage, stage: Stage) -> None:
    stage.settle()
    page.list_card.filters.show_filter(Filter(association=NEAR, consent=Answer.GIVEN))
    assert set(listed(page)) == {TOMI, FUMI, "p-hanako", VARIED}
    assert "登録 9人・絞り込み: 旭町一 / 同意あり・4人" in words(page.header)
    page.list_card.filters.take_off()
    assert len(listed(page)) == 9


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("nowhere", {"p-tadashi", "p-long"}), ("unasked", {"p-kiyoshi", "p-tadashi"})],
)
def test_home_asks_for_a_part(page: ResidentsPage, asked: str, expected: set[str]) -> None:
    page.go_to(asked)
    assert set(listed(page)) == expected
    assert page.list_card.filters.isVisible()


def test_everybody_known_can_be_listed(page: ResidentsPage) -> None:
    page.list_card.filters.show_filter(Filter(everybody=True))
    assert UNKNOWN in listed(page)


def test_other_columns(page: ResidentsPage) -> None:
    view = page.list_card.list
    page.list_card.model.show_columns({"name", "phone", "why"})
    view.fit_columns()
    titles = [view.model().headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert titles == ["氏名", "事由", "電話"]
    assert not any(view.isColumnHidden(n) for n in range(3))


def test_a_narrow_list_lets_columns_step_aside_but_never_the_name(page: ResidentsPage) -> None:
    page.resize(620, 600)
    view = page.list_card.list
    shown = [
        c.key for n, c in enumerate(page.list_card.model.columns) if not view.isColumnHidden(n)
    ]
    assert shown[0] == "name"
    assert "reading" not in shown


def test_a_name_with_variants_has_its_mark_and_its_true_glyph(
    page: ResidentsPage, stage: Stage
) -> None:
    choose(page, stage, VARIED)
    assert page.card.name.is_drawn
    assert "本人の字のとおり" in words(page.card)
    view = page.list_card.list
    marked = view.visualRect(view.model().index(listed(page).index(VARIED), 0))
    plain = view.visualRect(view.model().index(listed(page).index(TOMI), 0))
    view.clearSelection()
    assert box_beside_name(view, marked) and not box_beside_name(view, plain)


def box_beside_name(view, cell) -> bool:  # type: ignore[no-untyped-def]
    """Whether a framed character stands behind the four characters of the name."""
    image = view.viewport().grab(cell).toImage()
    line = [image.pixelColor(x, cell.height() // 2).lightness() for x in range(84, cell.width())]
    return min(line) < 160


def test_long_names_are_shortened_and_told_in_full(page: ResidentsPage) -> None:
    model = page.list_card.model
    index = model.index(listed(page).index("p-long"), 0)
    tip = model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert tip == "ジョンソン・エリザベス・アレクサンドラ 三千代"


def test_somebody_only_known_can_be_registered_from_the_card(
    page: ResidentsPage, stage: Stage
) -> None:
    page.go_to(UNKNOWN)
    stage.settle()
    assert page.card.register_button.isVisible()
    assert "登録していない人" in words(page.card)


def test_a_registration_is_ended_with_its_reason(
    page: ResidentsPage, stage: Stage, qtbot: QtBot
) -> None:
    choose(page, stage, TOMI)
    page.card.end_button.click()
    panel = QApplication.activeModalWidget()
    assert not panel.end_button.isEnabled()
    panel.lines["reason"].editor.resume("moved")
    panel.lines["reason"].editor.edited.emit()
    click(panel.end_button)
    stage.settle()
    assert TOMI not in listed(page)
    assert "登録は終わっています（転出 R8.11.24）" in words(page.card)


def test_an_undone_registration_closes_its_card(page: ResidentsPage, stage: Stage) -> None:
    from tests.office.people_in import enter

    stage.session.write(lambda desk: _registered(desk, enter))
    stage.settle()
    page.go_to("p-new")
    stage.settle()
    assert "林 次郎" in words(page.card)
    stage.session.write(lambda desk: deeds.undo(desk, deeds.last_undoable(desk).deed))
    stage.settle()
    assert "林 次郎" not in words(page)
    assert "p-new" not in listed(page)


def _registered(desk, enter):  # type: ignore[no-untyped-def]
    from renkei_desktop.domain.change import Changes

    enter(desk, "new", "林 次郎")
    return Changes("d", "住民の登録", frozenset({("person", "p-new"), ("resident", "r-new")}))


def test_an_edit_elsewhere_paints_one_line_only(page: ResidentsPage, stage: Stage) -> None:
    from renkei_desktop.office import positions

    model = page.list_card.model
    resets, painted = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    stage.session.write(lambda desk: positions.set_right(desk, "person", TOMI, 43.81, 141.91))
    stage.settle()
    assert (resets.count(), painted.count()) == (0, 1)
    assert painted.at(0)[0].row() == listed(page).index(TOMI)


def test_the_map_gets_one_pin_only(page: ResidentsPage, stage: Stage) -> None:
    from renkei_desktop.office import positions

    sent: list[tuple[list[str], list[str]]] = []
    anew: list[int] = []
    page.map.view.change_pins = lambda pins, gone=(): sent.append(  # type: ignore[method-assign]
        ([p.record_id for p in pins], list(gone))
    )
    page.map.view.set_pins = lambda pins: anew.append(1)  # type: ignore[method-assign]
    stage.session.write(lambda desk: positions.set_right(desk, "person", TOMI, 43.81, 141.91))
    stage.settle()
    assert (sent, anew) == ([([TOMI], [])], [])


def test_the_map_is_told_who_is_chosen_and_the_other_way_round(
    page: ResidentsPage, stage: Stage
) -> None:
    choose(page, stage, FUMI)
    assert page.map.selected == FUMI
    page.map.view.pin_chosen.emit(TOMI)
    stage.settle()
    assert page.list_card.list.current.person == TOMI
    assert "相田 トミ" in words(page.card)


def test_a_pin_of_somebody_filtered_away_takes_the_filter_off(
    page: ResidentsPage, stage: Stage
) -> None:
    page.go_to("nowhere")
    page.map.view.pin_chosen.emit(TOMI)
    stage.settle()
    assert page.list_card.list.current.person == TOMI


def test_locking_leaves_nothing_readable(page: ResidentsPage, stage: Stage, qtbot: QtBot) -> None:
    choose(page, stage, FUMI)
    page.begin_change()
    page.cleared()
    qtbot.wait(20)
    assert listed(page) == []
    found = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert not any(part in found for part in ("小野寺", "おのでら", "0000-0000", "かねき"))
    assert page.map.known == frozenset()


def test_the_list_is_painted_line_by_line(page: ResidentsPage) -> None:
    """Only what is in sight is ever asked for."""
    asked: set[int] = set()
    model = page.list_card.model
    rows = tuple(model.rows) * 2_000
    counted = _Counted(rows, asked)
    model.show_rows(counted)
    page.list_card.list.viewport().repaint()
    assert 5 < len(asked) < 40


class _Counted(tuple):  # type: ignore[type-arg]
    def __new__(cls, rows, asked):  # type: ignore[no-untyped-def]
        made = super().__new__(cls, rows)
        made.asked = asked
        return made

    def __getitem__(self, place):  # type: ignore[no-untyped-def]
        self.asked.add(place)
        return super().__getitem__(place)


def test_the_page_fits_with_large_type(show: Show, qapp: QApplication) -> None:
    from renkei_desktop.ui import theme

    theme.apply(qapp, 1.5)
    page = show(ResidentsPage, prepare=without_map)
    page.resize(1090, 560)
    assert page.minimumSizeHint().width() <= 1090
    right = page.filter_button.mapTo(page, QPoint(page.filter_button.width(), 0)).x()
    assert right <= 1090
    theme.apply(qapp)
