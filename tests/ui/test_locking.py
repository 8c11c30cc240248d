"""The lock: nothing readable stays, half-typed forms do, and everybody has only her own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from renkei_desktop.office import drafts, people
from renkei_desktop.ui.drafts import KEPT_AFTER_MS
from renkei_desktop.ui.pages import PAGES
from renkei_desktop.ui.unlock import UnlockView
from tests.ui.house import SECOND, SECOND_PASSWORD, House, button, let_run, panels, texts, wait
from tests.ui.invented import NEW
from tests.ui.keys import click, press


def secrets(house: House) -> set[str]:
    """Names, addresses and phones of everybody in the office."""
    rows = house.ask(people.people)
    found = {row.name for row in rows} | {row.address for row in rows}
    found |= {phone for row in rows for phone in row.phones}
    return {text for text in found if len(text) >= 3}


def leaks(of: set[str]) -> set[str]:
    """Those of the secrets that stand in a widget, a model, a title or on the clipboard."""
    said = set(texts()) | {QApplication.clipboard().text()}
    return {secret for secret in of for text in said if secret in text}


@pytest.fixture
def everywhere(office: House) -> Iterator[House]:
    """Every page was in view, with the first person chosen, searched for and copied."""
    view = office.office
    first = office.ask(people.people)[0]
    for place in PAGES:
        view.go(place.name)
        office.settle()
    view.go("residents", first.person)
    office.settle()
    let_run(150)
    office.settle()
    view.search.line.setText(first.name[:2])
    assert office.window.session is not None
    office.window.session.clipboard.copy(first.name)
    yield office


def test_after_the_lock_nothing_readable_is_left(everywhere: House) -> None:
    of = secrets(everywhere)
    assert len(of) > 8
    assert leaks(of), "the pages showed nobody, so the test would prove nothing"
    everywhere.window.lock()
    everywhere.settle()
    assert leaks(of) == set()


@pytest.mark.parametrize("name", [place.name for place in PAGES])
def test_a_page_that_is_emptied_shows_nobody(office: House, name: str) -> None:
    """Also without being destroyed: that is what `cleared` promises."""
    of = secrets(office)
    first = office.ask(people.people)[0]
    office.office.go(name, first.person if name == "residents" else None)
    office.settle()
    let_run(150)
    office.settle()
    page = office.office.pages[name]
    page.cleared()
    office.settle()
    assert {secret for secret in of for text in texts(page) if secret in text} == set()


def test_the_map_page_is_gone_after_the_lock(everywhere: House) -> None:
    from renkei_desktop.ui.map.view import MapView

    assert everywhere.window.findChildren(MapView)
    pages = [w for w in everywhere.window.findChildren(QWidget) if _is_web_page(w)]
    assert pages
    everywhere.window.lock()
    everywhere.settle()
    assert not everywhere.window.findChildren(MapView)
    assert not [page for page in pages if isValid(page)]


def _is_web_page(widget: QWidget) -> bool:
    return "WebEngineView" in type(widget).__name__


def test_the_lock_asks_every_page_to_drop_what_it_shows(
    office: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for place in PAGES:
        office.office.go(place.name)
        page = office.office.pages[place.name]
        monkeypatch.setattr(page, "cleared", lambda name=place.name: asked.append(name))
    office.window.lock()
    assert asked == [place.name for place in PAGES]


def test_the_office_is_closed_and_no_search_index_stays(office: House) -> None:
    session = office.window.session
    assert session is not None
    wait(lambda: session.search.index is not None)
    office.window.lock()
    assert session.search.index is None
    assert office.window.session is None
    office.settle()
    answered: list[object] = []
    session.read(people.people, answered.append)
    office.settle()
    assert answered == [], "the desk thread still holds a desk"


def test_an_answer_that_comes_after_the_lock_is_dropped(office: House) -> None:
    session = office.window.session
    assert session is not None
    answered: list[object] = []
    session.read(people.people, answered.append)
    office.window.lock()
    office.settle()
    assert answered == []


def test_small_windows_are_closed_by_the_lock(office: House) -> None:
    from renkei_desktop.ui.dialogs.asking import ask

    ask(office.window, "佐藤さんの登録を終えますか。", "", "終える", lambda: None)
    assert panels()
    office.window.lock()
    office.settle()
    assert not panels()


def test_what_was_copied_with_the_keyboard_is_cleared_too(office: House) -> None:
    office.office.search.line.setText("相田 トミ")
    office.office.search.line.selectAll()
    press(office.office.search.line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "相田 トミ"
    office.window.lock()
    assert QApplication.clipboard().text() == ""


def test_somebody_elses_clipboard_is_left_alone(office: House) -> None:
    """What stood there before this clerk sat down, or was copied in another program."""
    session = office.window.session
    assert session is not None
    QApplication.clipboard().setText("今日の献立")
    session.clipboard._ours = False
    office.window.lock()
    assert QApplication.clipboard().text() == "今日の献立"
    QApplication.clipboard().clear()


@pytest.mark.parametrize("way", ["key", "button"])
def test_key_and_button_lock(office: House, way: str) -> None:
    if way == "key":
        handle = office.window.windowHandle()
        QTest.keyClick(handle, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    else:
        click(button(office.office, "画面をロックする"))
    assert isinstance(office.window.centralWidget(), UnlockView)


def test_the_window_locks_itself_when_nobody_is_there(office: House) -> None:
    idle = office.window.idle
    assert idle is not None
    idle.set_milliseconds(150)
    wait(lambda: isinstance(office.window.centralWidget(), UnlockView), 5)


def test_typing_and_pointing_keep_the_window_open(office: House) -> None:
    idle = office.window.idle
    handle = office.window.windowHandle()
    assert idle is not None
    idle.set_milliseconds(300)
    for _ in range(8):
        let_run(100)
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert office.view is not None
    idle.rest()


def test_work_under_way_is_not_cut_off_by_the_lock(office: House) -> None:
    idle = office.window.idle
    assert idle is not None
    done: list[str] = []
    idle.set_milliseconds(60)
    assert office.window.session is not None
    office.window.session.read(_slow, done.append)
    wait(lambda: bool(done))
    assert done == ["終わり"]
    wait(lambda: isinstance(office.window.centralWidget(), UnlockView), 5)


def _slow(_desk: object) -> str:
    import time

    time.sleep(0.4)
    return "終わり"


def half_type(house: House) -> None:
    """Begins a new resident and types half a name."""
    view = house.office
    view.go("residents")
    house.settle()
    assert view.pages["residents"].main_deed is not None
    click(view.pages["residents"].main_deed)
    house.settle()
    focused = QApplication.focusWidget() or house.window.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "hanbun")


def half_typed() -> bool:
    """Whether the half name stands anywhere."""
    return any("hanbun" in text for text in texts())


def test_a_half_typed_form_is_kept_within_two_seconds(office: House) -> None:
    half_type(office)
    assert KEPT_AFTER_MS < 2_000
    let_run(KEPT_AFTER_MS + 200)
    office.settle()
    assert office.ask(drafts.waiting)


def test_a_half_typed_form_survives_lock_and_unlock(office: House) -> None:
    half_type(office)
    office.window.lock()
    office.settle()
    assert not half_typed()
    office.sit_down()
    wait(half_typed)


def test_another_clerk_never_sees_it(office: House) -> None:
    half_type(office)
    office.window.lock()
    office.sit_down(SECOND, SECOND_PASSWORD)
    let_run(300)
    assert not half_typed()
    assert office.ask(drafts.waiting) == ()
    office.window.lock()
    office.sit_down(NEW.clerk, NEW.password)
    wait(half_typed)


def test_the_draft_is_nowhere_readable_in_the_folder(office: House) -> None:
    half_type(office)
    office.window.lock()
    office.settle()
    for file in office.room.rglob("*"):
        if file.is_file():
            assert b"hanbun" not in file.read_bytes(), file.name


def test_the_views_of_a_lock_are_really_destroyed(office: House) -> None:
    gone: list[str] = []
    office.office.destroyed.connect(lambda: gone.append("office"))
    office.window.lock()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gone == ["office"]


def test_escape_does_not_open_the_lock(office: House) -> None:
    office.window.lock()
    press(office.window.centralWidget(), Qt.Key.Key_Escape)
    assert isinstance(office.window.centralWidget(), UnlockView)
