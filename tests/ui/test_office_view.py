"""The frame of the open office: rail, search, status bar, bands, undo."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from renkei_desktop.domain.change import Changes, DeedLine
from renkei_desktop.domain.choice import Situation
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.office import neighbourhoods, people, town
from renkei_desktop.office.desk import Desk
from renkei_desktop.ui.map.view import MapView
from renkei_desktop.ui.pages import PAGES
from renkei_desktop.ui.undoing import field_words, take_back
from tests.ui.house import House, button, panels, texts, wait
from tests.ui.keys import click, press


def take_associations(desk: Desk) -> Changes:
    pasted = neighbourhoods.pasted_associations(desk, "南町一\n南町二")
    return neighbourhoods.take_associations(desk, pasted, (1, 2))


def write(office: House, deed) -> None:  # type: ignore[no-untyped-def]
    assert office.window.session is not None
    office.window.session.write(deed)
    office.settle()
    office.settle()


def test_the_rail_shows_only_pages_that_there_are(office: House) -> None:
    names = [b.text() for b in office.office.rail.findChildren(QAbstractButton)]
    assert names[:-1] == [place.title for place in PAGES]
    assert names[-1] == "画面をロックする"
    assert "受け渡し" not in names and "集計" not in names


def test_a_click_on_the_rail_shows_the_page(office: House) -> None:
    click(button(office.office.rail, "設定"))
    assert office.office.current == "settings"
    assert office.office.stack.currentWidget() is office.office.pages["settings"]


def test_a_page_is_made_when_it_is_first_shown(office: House) -> None:
    assert set(office.office.pages) == {"home"}


def test_in_a_quiet_moment_the_residents_and_their_map_are_made_ready(office: House) -> None:
    office.settle()
    office.office.warm()
    assert set(office.office.pages) == {"home", "residents"}
    assert office.office.current == "home"
    maps = office.office.pages["residents"].findChildren(MapView)
    wait(lambda: all(view.is_ready for view in maps), 20)
    assert maps


def test_the_keys_1_to_7_go_through_the_pages(office: House) -> None:
    for number, place in enumerate(PAGES, start=1):
        key = Qt.Key(Qt.Key.Key_0.value + number)
        office.activate()
        handle = office.window.windowHandle()
        QTest.keyClick(handle, key, Qt.KeyboardModifier.ControlModifier)
        assert office.office.current == place.name


def test_the_main_deed_stands_beside_the_search_box(office: House) -> None:
    office.office.go("residents")
    deed = office.office.pages["residents"].main_deed
    assert deed is not None and deed.isVisible()
    office.office.go("home")
    assert not deed.isVisible()


def test_ctrl_f_goes_to_the_search_box(office: House) -> None:
    handle = office.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is office.office.search.line


def index_is_there(office: House) -> bool:
    return office.office.session.search.index is not None


def test_search_finds_somebody_and_says_why(office: House) -> None:
    wait(lambda: index_is_there(office))
    office.office.search.line.setText("おのでら ふみ")
    results = office.office.search.results
    assert results.isVisible()
    names = [results.list.item(i).text() for i in range(results.list.count())]
    assert names == ["小野寺 フミ"]
    picture = results.list.grab()
    assert picture.width() > 300
    press(office.office.search.line, Qt.Key.Key_Return)
    assert office.office.current == "residents"
    assert not results.isVisible()
    assert office.office.search.line.text() == ""


def test_arrows_move_in_the_results_and_escape_empties_the_box(office: House) -> None:
    wait(lambda: index_is_there(office))
    line = office.office.search.line
    line.setFocus()
    line.setText("旭町")
    results = office.office.search.results
    assert results.list.count() > 1
    press(line, Qt.Key.Key_Down)
    assert results.list.currentRow() == 1
    press(line, Qt.Key.Key_Up)
    press(line, Qt.Key.Key_Up)
    assert results.list.currentRow() == results.list.count() - 1
    press(line, Qt.Key.Key_Escape)
    assert line.text() == "" and not results.isVisible()


def test_nothing_found_is_said_and_what_to_do(office: House) -> None:
    wait(lambda: index_is_there(office))
    office.office.search.line.setText("ぬるぽがっ")
    assert any("見つかりません" in text for text in texts(office.office.search.results))


def test_the_list_of_residents_shows_its_own_hits(office: House) -> None:
    """On 住民 the list itself follows the box; the box tells of the other kind only."""
    wait(lambda: index_is_there(office))
    office.office.go("residents")
    office.office.search.line.setText("おのでら")
    assert office.office.search.leave_out is PersonRow
    assert not office.office.search.results.isVisible()


def test_a_new_resident_is_found_without_reading_anything_by_hand(office: House) -> None:
    wait(lambda: index_is_there(office))
    before = office.office.session.search.index
    write(office, take_associations)
    wait(lambda: office.office.session.search.index is not before)


def test_every_page_hears_of_a_deed_once(office: House) -> None:
    heard: list[str] = []
    for place in PAGES[:2]:
        office.office.go(place.name)
        page = office.office.pages[place.name]
        page.changed = lambda _c, name=place.name: heard.append(name)  # type: ignore[method-assign]
    write(office, take_associations)
    assert heard == ["home", "residents"]


def test_the_status_bar_names_the_deed_and_takes_it_back(office: House) -> None:
    write(office, take_associations)
    undo = office.office.status.undo_button
    assert undo.isVisible() and undo.text() == "元に戻す: 町内会の登録"
    assert any(text.startswith("保存しました ") for text in texts(office.office.status))
    count = len(office.ask(town.associations))
    click(undo)
    office.settle()
    assert len(office.ask(town.associations)) == count - 2


def test_ctrl_shift_z_takes_a_deed_back(office: House) -> None:
    write(office, take_associations)
    count = len(office.ask(town.associations))
    handle = office.window.windowHandle()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(handle, Qt.Key.Key_Z, both)
    office.settle()
    assert len(office.ask(town.associations)) == count - 2


def test_ctrl_z_in_the_search_box_takes_back_typing_only(office: House) -> None:
    write(office, take_associations)
    count = len(office.ask(town.associations))
    line = office.office.search.line
    line.setFocus()
    QTest.keyClicks(line, "abc")
    press(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    office.settle()
    assert line.text() == ""
    assert len(office.ask(town.associations)) == count


def test_somebody_elses_deed_asks_first(office: House) -> None:
    write(office, take_associations)
    own = office.ask(lambda desk: desk.ledger.last_undoable(desk.clerk))
    other: DeedLine = dataclasses.replace(own, clerk="保健 二美")
    count = len(office.ask(town.associations))
    assert office.window.session is not None
    take_back(office.window, office.window.session, other)
    assert any("保健 二美さんの操作です" in text for text in texts(panels()[0]))
    assert len(office.ask(town.associations)) == count
    click(button(panels()[0], "元に戻す"))
    office.settle()
    assert len(office.ask(town.associations)) == count - 2


def test_what_changed_since_is_said_and_kept(office: House) -> None:
    write(office, take_associations)
    deed = office.ask(lambda desk: desk.ledger.last_undoable(desk.clerk))

    def rename(desk: Desk) -> Changes:
        body = next(a for a in town.associations(desk) if a.name == "南町一")
        held = desk.rows.get(type(body), body.id)
        with desk.writing("名前の訂正") as book:
            book.put(dataclasses.replace(body, name="南町壱"), held)
        changes: Changes = book.changes
        return changes

    write(office, rename)
    assert office.window.session is not None
    take_back(office.window, office.window.session, deed)
    office.settle()
    assert len(panels()) == 1
    said = list(texts(panels()[0]))
    assert "一部は元に戻していません。" in said
    assert any("町内会" in text for text in said)
    panels()[0].close()


def test_registers_are_named_in_words() -> None:
    assert field_words("person", "name") == "人の氏名"
    assert field_words("person", "exists") == "人があること"
    assert field_words("sledge", "name") == "ほかの記録"


def test_a_disaster_turns_rail_band_and_status_bar(office: House) -> None:
    view = office.office
    assert not view.bands.findChildren(type(view.bands))
    write(office, lambda desk: town.declare(desk, Situation.DISASTER, "大雨"))
    assert view.rail.property("disaster") is True
    assert any(text.startswith("災害時") for text in texts(view.bands))
    middle = view.rail.grab().toImage().pixelColor(view.rail.width() // 2, view.rail.height() // 2)
    assert middle.red() > 90 and middle.green() < 40 and middle.blue() < 40


def test_the_title_of_the_window_never_names_anybody(office: House) -> None:
    names = {row.name for row in office.ask(people.people)}
    for place in PAGES:
        office.office.go(place.name)
        office.settle()
        assert office.window.windowTitle() == "連携台帳"
        assert not any(name in office.window.windowTitle() for name in names)
