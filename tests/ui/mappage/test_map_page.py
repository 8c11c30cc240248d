"""The map page: layers, list and pins in step, a pin set right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from renkei_desktop.domain.place import Accuracy, Point
from renkei_desktop.domain.resident import Ending
from renkei_desktop.domain.resource import Resource
from renkei_desktop.office import positions, residents
from renkei_desktop.office.people import row
from renkei_desktop.ui.mappage.layers import Layer
from renkei_desktop.ui.mappage.page import MapPage
from renkei_desktop.ui.mappage.pins import id_of, pin_of
from tests.ui.invented import FUMI, TOMI
from tests.ui.keys import click, convert, press
from tests.ui.stage import Stage

Show = Callable[..., MapPage]
CLINIC = "x-clinic"


class Pins:
    """Stands where the map would: remembers what was sent to it."""

    def __init__(self, page: MapPage) -> None:
        self.standing: dict[str, tuple[float, float]] = {}
        self.anew = 0
        self.sent: list[str] = []
        page.map.view.set_pins = self._set  # type: ignore[method-assign]
        page.map.view.change_pins = self._change  # type: ignore[method-assign]

    def _set(self, pins) -> None:  # type: ignore[no-untyped-def]
        self.anew += 1
        self.standing = {p.record_id: (p.latitude, p.longitude) for p in pins}

    def _change(self, pins, removed=()) -> None:  # type: ignore[no-untyped-def]
        pins = list(pins)
        self.sent += [pin.record_id for pin in pins]
        self.standing |= {p.record_id: (p.latitude, p.longitude) for p in pins}
        for record in removed:
            self.standing.pop(record, None)


@pytest.fixture
def page(show: Show, stage: Stage) -> MapPage:
    return show(MapPage, prepare=prepare)


def prepare(page: MapPage) -> None:
    """The web engine has tests of its own."""
    page.map.view.hide()
    page.pins = Pins(page)  # type: ignore[attr-defined]


@pytest.fixture
def pins(page: MapPage) -> Pins:
    found: Pins = page.pins  # type: ignore[attr-defined]
    return found


def listed(page: MapPage) -> list[str]:
    return [id_of(found) for found in page.places.model.rows]


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget))


def test_all_that_has_a_position_is_on_the_map(page: MapPage, pins: Pins) -> None:
    assert len(pins.standing) == 9
    assert {FUMI, TOMI, CLINIC, "x-shop"} < set(pins.standing)
    assert len(listed(page)) == 11
    assert "登録住民 9人・社会資源 2件" in words(page.header)


def test_layers_are_switched(page: MapPage, pins: Pins) -> None:
    box = page.places.switches.boxes[Layer.RESIDENTS]
    assert box.text() == "登録住民 9"
    press(box, Qt.Key.Key_Space)
    assert set(pins.standing) == {CLINIC, "x-shop"}
    assert set(listed(page)) == {CLINIC, "x-shop"}
    press(box, Qt.Key.Key_Space)
    assert len(pins.standing) == 9


def test_those_without_a_position_are_listed(page: MapPage) -> None:
    button = page.places.switches.nowhere
    assert button.text() == "位置のない人 2"
    click(button)
    assert set(listed(page)) == {"p-tadashi", "p-long"}


def test_typing_narrows_the_list(page: MapPage) -> None:
    page.places.line.setFocus()
    convert(page.places.line, "すずらん", "すずらん")
    assert listed(page) == ["x-shop"]


def test_a_line_raises_its_pin_and_a_pin_marks_its_line(page: MapPage) -> None:
    page.places.list.choose(FUMI)
    assert page.map.selected == FUMI
    assert "0999-35-3942" in words(page.places)
    page.map.view.pin_chosen.emit(CLINIC)
    assert page.places.list.current.resource == CLINIC
    assert "本通三丁目1-1" in words(page.places)


def test_a_pin_whose_line_is_filtered_away_brings_it_back(page: MapPage) -> None:
    page.places.line.setText("すずらん")
    page.map.view.pin_chosen.emit(FUMI)
    assert page.places.list.current.person == FUMI


def test_the_card_opens_on_its_own_page(page: MapPage, stage: Stage) -> None:
    went: list[tuple[str, str | None]] = []
    stage.session.on_go = lambda name, record: went.append((name, record))
    page.places.list.choose(FUMI)
    click(page.places.short.open_button)
    page.map.view.pin_chosen.emit(CLINIC)
    press(page.places.list, Qt.Key.Key_Return)
    assert went == [("residents", FUMI), ("resources", CLINIC)]


def test_a_pin_is_set_right_and_shown_at_once(page: MapPage, pins: Pins, stage: Stage) -> None:
    page.go_to(TOMI)
    page.map.begin_move_of_selected()
    assert not page.map.confirm_button.isEnabled()
    page.map.view.pin_moved.emit(TOMI, 43.85, 141.95)
    click(page.map.confirm_button)
    stage.settle()
    found = stage.ask(lambda desk: row(desk, TOMI))
    assert (found.latitude, found.longitude) == (43.85, 141.95)
    assert found.accuracy is Accuracy.SURVEYED
    assert pins.standing[TOMI] == (43.85, 141.95)
    assert (pins.anew, pins.sent) == (1, [TOMI])


def test_a_resource_is_set_right_as_well(page: MapPage, stage: Stage) -> None:
    page.go_to(CLINIC)
    page.map.begin_move_of_selected()
    page.map.view.pin_moved.emit(CLINIC, 43.85, 141.95)
    click(page.map.confirm_button)
    stage.settle()
    held = stage.ask(lambda desk: desk.rows.get(Resource, CLINIC))
    assert held.record.place.point == Point(43.85, 141.95)


@pytest.mark.parametrize("how", ["button", "key"])
def test_a_move_that_is_given_up_writes_nothing(page: MapPage, stage: Stage, how: str) -> None:
    page.go_to(TOMI)
    page.map.begin_move_of_selected()
    page.map.view.pin_moved.emit(TOMI, 43.85, 141.95)
    if how == "button":
        click(page.map.stop_button)
    else:
        page.map.view.move_given_up.emit(TOMI)
    stage.settle()
    assert not page.map.is_moving
    assert stage.ask(lambda desk: row(desk, TOMI)).latitude == 43.801


def test_the_first_position_of_somebody_comes_onto_the_map(
    page: MapPage, pins: Pins, stage: Stage
) -> None:
    page.go_to("p-long")
    assert "位置なし" in words(page.places)
    stage.session.write(lambda desk: positions.set_right(desk, "person", "p-long", 43.8, 141.9))
    stage.settle()
    assert pins.standing["p-long"] == (43.8, 141.9)
    assert page.places.switches.nowhere.text() == "位置のない人 1"


def test_somebody_who_leaves_the_register_leaves_the_map(
    page: MapPage, pins: Pins, stage: Stage
) -> None:
    stage.session.write(
        lambda desk: residents.end_registration(desk, residents.person_card(desk, FUMI), Ending())
    )
    stage.settle()
    assert FUMI not in pins.standing
    assert pins.anew == 1


def test_locking_leaves_nothing(page: MapPage, stage: Stage) -> None:
    page.go_to(FUMI)
    page.cleared()
    QTest.qWait(10)
    assert listed(page) == []
    assert "小野寺" not in words(page)
    assert page.map.known == frozenset()


def test_a_row_without_a_position_has_no_pin(stage: Stage) -> None:
    rows = stage.ask(lambda desk: [row(desk, "p-long"), row(desk, FUMI)])
    assert pin_of(rows[0]) is None
    pin = pin_of(rows[1])
    assert pin is not None and (pin.record_id, pin.label) == (FUMI, "小野寺 フミ")
