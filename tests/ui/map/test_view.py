"""The map in a real window: clicks, moves, changes without a reload, the lock."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from renkei_desktop.domain.place import Accuracy
from renkei_desktop.maps.drawing import Drawing
from renkei_desktop.maps.mercator import Bounds
from renkei_desktop.maps.pins import PIN_LOOKS, Pin, PinKind
from renkei_desktop.maps.sources import open_source
from tests.conftest import Expect
from tests.maps.made import SHARED, SOUTH, STEP, WEST, make_mbtiles, picture
from tests.ui.map.conftest import Screen, some_pins

PINS = some_pins()


def pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def has_colour_near(image: QImage, at: QPoint, colour: str, reach: int = 6) -> bool:
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(at.x() + dx, at.y() + dy) == wanted
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
    )


def test_the_page_stands_and_every_pin_is_painted_in_its_place(screen: Screen) -> None:
    assert screen.ask("renkei.pins.known.size") == len(PINS)
    image = screen.view.snapshot().toImage()
    seen = 0
    for pin in PINS:
        at = screen.spot(pin.latitude, pin.longitude)
        if image.rect().adjusted(150, 60, -60, -150).contains(at):
            assert has_colour_near(image, at, PIN_LOOKS[pin.kind].colour)
            seen += 1
    assert seen > 20


def test_a_click_on_a_pin_chooses_its_record(screen: Screen, qtbot: QtBot) -> None:
    for pin in (PINS[24], PINS[35]):
        with qtbot.waitSignal(screen.view.pin_chosen) as chosen:
            screen.click(screen.spot(pin.latitude, pin.longitude) + QPoint(3, 2))
        assert chosen.args == [pin.record_id]
        name = "document.querySelector('.chosen-name')"
        assert screen.ask(f"[{name}.textContent, {name}.hidden]") == [pin.label, False]


def test_a_click_beside_all_pins_chooses_nothing(screen: Screen, qtbot: QtBot) -> None:
    one, other = PINS[24], PINS[35]
    between = (
        screen.spot(one.latitude, one.longitude) + screen.spot(other.latitude, other.longitude)
    ) / 2
    with qtbot.assertNotEmitted(screen.view.pin_chosen, wait=300):
        screen.click(between)


def test_pins_in_one_place_are_chosen_one_after_the_other(screen: Screen, qtbot: QtBot) -> None:
    here = PINS[24]
    flat = [replace(here, record_id=f"{900 + n:032x}", label=f"同居 {n}") for n in range(2)]
    screen.view.change_pins(flat)
    chosen: list[str] = []
    screen.view.pin_chosen.connect(chosen.append)
    for count in range(1, 5):
        screen.click(screen.spot(here.latitude, here.longitude))
        qtbot.waitUntil(lambda count=count: len(chosen) == count)
        pause(350)
    assert set(chosen[:3]) == {here.record_id, *(pin.record_id for pin in flat)}
    assert chosen[3] == chosen[0]


def test_the_name_under_the_mouse_is_text_and_nothing_else(screen: Screen, qtbot: QtBot) -> None:
    evil = "<script>window.stolen=1</script><img src=x onerror='window.stolen=2'>"
    pin = replace(PINS[24], label=evil)
    screen.view.change_pins([pin])
    at = screen.spot(pin.latitude, pin.longitude)
    QTest.mouseMove(screen.surface(), at + QPoint(60, 40))
    QTest.mouseMove(screen.surface(), at)
    touched = "document.querySelector('.name:not(.chosen-name)').textContent"
    qtbot.waitUntil(lambda: screen.ask(touched) == evil)
    screen.view.select(pin.record_id)
    screen.view.begin_move(pin.record_id)
    assert evil in screen.ask("document.querySelector('.band').textContent")
    screen.view.end_move()
    assert screen.ask("document.querySelector('.chosen-name').textContent") == evil
    assert screen.ask("document.querySelectorAll('.name *, .name img, .name script').length") == 0
    assert screen.ask("window.stolen === undefined") is True


def test_a_change_is_pushed_into_the_same_page(screen: Screen) -> None:
    token = screen.ask("renkei.token")
    here, moved, gone = PINS[24], replace(PINS[25], latitude=PINS[25].latitude + STEP / 2), PINS[26]
    new = Pin("f" * 32, here.latitude + STEP / 2, here.longitude, "新しい人", PinKind.WATCH)
    marked = replace(here, kind=PinKind.WATCH)
    screen.view.change_pins([moved, new, marked], [gone.record_id])
    screen.settle()
    image = screen.view.snapshot().toImage()

    def shows(pin: Pin, colour: str) -> bool:
        return has_colour_near(image, screen.spot(pin.latitude, pin.longitude), colour)

    assert shows(moved, PIN_LOOKS[moved.kind].colour)
    assert not shows(PINS[25], PIN_LOOKS[moved.kind].colour)
    assert shows(new, PIN_LOOKS[PinKind.WATCH].colour)
    assert shows(marked, PIN_LOOKS[PinKind.WATCH].colour)
    assert not shows(gone, PIN_LOOKS[gone.kind].colour)
    assert screen.ask("renkei.token") == token
    assert screen.ask("renkei.pins.known.size") == len(PINS)


def test_a_mended_canvas_is_the_one_that_is_painted_anew(screen: Screen) -> None:
    def canvas() -> str:
        return screen.ask("renkei.pins.canvas.toDataURL()")

    pile = [
        Pin(
            f"{700 + n:032x}",
            PINS[24].latitude + n * STEP / 90,
            PINS[24].longitude + n * STEP / 70,
            "重なる",
            list(PinKind)[n % 3],
            "要",
            Accuracy.ROUGH if n % 4 == 0 else None,
        )
        for n in range(30)
    ]
    screen.view.change_pins(pile)
    screen.view.change_pins(
        [replace(pile[7], letter="独"), replace(pile[9], kind=PinKind.WATCH)],
        [pile[11].record_id, pile[12].record_id],
    )
    mended = canvas()
    screen.run("renkei.pins.paint()")
    assert mended == canvas()


def test_everything_may_be_set_before_the_page_is_there(
    make_screen: Callable[[], Screen], town: Drawing
) -> None:
    made = make_screen()
    made.view.set_pins(PINS[:3])
    made.view.change_pins([PINS[3]], [PINS[0].record_id])
    made.view.select(PINS[3].record_id)
    made.view.show_ground(town)
    made.view.fit(Bounds(WEST, SOUTH - 3 * STEP, WEST + 8 * STEP, SOUTH + 5 * STEP))
    assert not made.view.is_ready
    made.view.show()
    made.settle()
    assert made.ask("Array.from(renkei.pins.known.keys())") == [pin.record_id for pin in PINS[1:4]]
    assert made.ask("renkei.chosen.chosen") == PINS[3].record_id
    seen = made.ask("renkei.map.getBounds()")
    assert seen["_southWest"]["lat"] <= SOUTH <= seen["_northEast"]["lat"]
    assert made.ask("renkei.map.getZoom()") >= 15


def test_without_being_asked_no_pin_moves(screen: Screen, qtbot: QtBot) -> None:
    pin = PINS[24]
    at = screen.spot(pin.latitude, pin.longitude)
    with qtbot.assertNotEmitted(screen.view.pin_moved, wait=300):
        screen.drag(at, at + QPoint(60, 30))
        screen.run(f"fetch('/said/moved/{pin.record_id}/43.9/141.9')")
    place = screen.ask(f"renkei.pins.known.get('{pin.record_id}').latitude")
    assert place == pytest.approx(pin.latitude)


def test_a_pin_is_set_right_by_drag_by_click_and_by_keys(screen: Screen, qtbot: QtBot) -> None:
    pin, view = PINS[24], screen.view
    view.begin_move(pin.record_id)
    screen.settle()
    at = screen.spot(pin.latitude, pin.longitude)

    with qtbot.waitSignal(view.pin_moved) as moved:
        screen.drag(at, at + QPoint(50, -30))
    _near(screen, moved.args, pin.record_id, at + QPoint(50, -30))

    pause(350)
    with qtbot.waitSignal(view.pin_moved) as moved:
        screen.click(at + QPoint(-70, 40))
    _near(screen, moved.args, pin.record_id, at + QPoint(-70, 40))

    middle = screen.ask("renkei.map.getCenter()")
    QTest.keyClick(screen.surface(), Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: screen.ask("renkei.map.getCenter().lng") > middle["lng"])
    pause(400)
    with qtbot.waitSignal(view.pin_moved) as moved:
        QTest.keyClick(screen.surface(), Qt.Key.Key_Return)
    middle = screen.ask("renkei.map.getCenter()")
    assert moved.args[1:] == pytest.approx([middle["lat"], middle["lng"]], abs=1e-6)

    with qtbot.waitSignal(view.move_given_up) as given_up:
        QTest.keyClick(screen.surface(), Qt.Key.Key_Escape)
    assert given_up.args == [pin.record_id]

    view.end_move()
    assert screen.ask("renkei.moving.active") is False
    place = screen.ask(f"renkei.pins.known.get('{pin.record_id}')")
    assert place["latitude"] == pytest.approx(pin.latitude)
    with qtbot.assertNotEmitted(view.pin_moved, wait=300):
        screen.click(at + QPoint(-70, 40))


def _near(screen: Screen, args: list[object], record_id: str, at: QPoint) -> None:
    found, latitude, longitude = args
    assert found == record_id
    assert (screen.spot(latitude, longitude) - at).manhattanLength() <= 2  # type: ignore[arg-type]


def test_a_record_without_a_pin_gets_one_by_a_click(screen: Screen, qtbot: QtBot) -> None:
    screen.view.begin_move("e" * 32, "新田 まだ")
    assert "新田 まだ" in screen.ask("document.querySelector('.band').textContent")
    with qtbot.waitSignal(screen.view.pin_moved) as moved:
        screen.click(QPoint(500, 300))
    _near(screen, moved.args, "e" * 32, QPoint(500, 300))


def test_keys_move_and_zoom_the_map(screen: Screen, qtbot: QtBot) -> None:
    screen.click(QPoint(450, 580))
    before = screen.ask("renkei.map.getCenter()")
    QTest.keyClick(screen.surface(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: screen.ask("renkei.map.getCenter().lat") < before["lat"])
    QTest.keyClick(screen.surface(), Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: screen.ask("renkei.map.getZoom()") == 17)
    QTest.keyClick(screen.surface(), Qt.Key.Key_Minus)
    qtbot.waitUntil(lambda: screen.ask("renkei.map.getZoom()") == 16)


def test_a_chosen_record_comes_into_sight(screen: Screen) -> None:
    far = Pin("c" * 32, SOUTH + 40 * STEP, WEST + 5 * STEP, "遠くの家")
    screen.view.change_pins([far])
    screen.view.show_ground(None)
    screen.view.select(far.record_id, near=True)
    at = screen.spot(far.latitude, far.longitude)
    assert screen.view.rect().contains(at)
    assert screen.ask("renkei.map.getZoom()") >= 16


def test_the_lock_leaves_nothing_readable(screen: Screen, qtbot: QtBot) -> None:
    from PySide6.QtWebEngineWidgets import QWebEngineView

    view = screen.view
    view.select(PINS[24].record_id)
    view.begin_move(PINS[25].record_id)
    screen.settle()
    engine = view.findChild(QWebEngineView)
    process = engine.page().renderProcessPid()
    assert PINS[24].label in screen.ask("document.body.textContent")
    view.clear()
    pause(200)
    assert view.findChild(QWebEngineView) is None
    assert not view.is_ready
    image = view.snapshot().toImage()
    colours = {image.pixel(x, y) for x in range(0, 900, 3) for y in range(0, 600, 3)}
    assert len(colours) == 1
    deadline = time.monotonic() + 10
    while Path(f"/proc/{process}").exists() and time.monotonic() < deadline:
        pause(50)
        _reap(process)
    assert not Path(f"/proc/{process}").exists()

    with qtbot.waitSignal(view.ready, timeout=20_000):
        view.set_pins(PINS[:2])
    assert screen.ask("renkei.pins.known.size") == 2
    assert screen.ask("renkei.chosen.chosen") is None
    assert screen.ask("renkei.moving.active") is False
    assert PINS[24].label not in screen.ask("document.documentElement.outerHTML")


def _reap(process: int) -> None:
    """A child that has ended but that nobody has asked about still stands in /proc."""
    state = Path(f"/proc/{process}/stat")
    if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
        os.waitpid(process, os.WNOHANG)


def test_a_page_that_dies_is_filled_again(
    screen: Screen, qtbot: QtBot, expect_message: Expect
) -> None:
    from PySide6.QtWebEngineWidgets import QWebEngineView

    expect_message("the map page died and is started again")
    token = screen.ask("renkei.token")
    process = screen.view.findChild(QWebEngineView).page().renderProcessPid()
    with qtbot.waitSignal(screen.view.ready, timeout=20_000):
        os.kill(process, 9)
    assert screen.ask("renkei.token") != token
    assert screen.ask("renkei.pins.known.size") == len(PINS)


def test_pictures_of_a_map_file_and_the_holes_in_it(
    make_screen: Callable[[], Screen], tmp_path: Path
) -> None:
    tiles = {
        (13, x, y): picture(f"#{x % 2 * 160 + 40:02x}8040", side=256)
        for x in range(7324, 7328)
        for y in range(2978, 2983)
    }
    tiles[14, 7325 * 2, 2980 * 2] = picture("#2020f0")
    about = {"attribution": "<a href='https://example.jp/'>© 試験</a>"}
    source = open_source(make_mbtiles(tmp_path / "m", tiles, about))
    made = make_screen()
    made.view.show_ground(source)
    made.view.show()
    made.settle()
    middle = [(source.bounds.south + source.bounds.north) / 2, 141.945]
    made.run(f"renkei.map.setView({middle}, 14, {{animate: false}})")
    made.settle()
    image = made.view.snapshot().toImage()
    colours = {
        QColor(image.pixel(x, y)).name() for x in range(80, 880, 8) for y in range(80, 500, 8)
    }
    assert {"#288040", "#c88040"} <= colours
    assert made.ask("document.querySelector('.source').textContent") == "出典　© 試験"
    assert made.ask("renkei.map.getMaxZoom()") == 17
    source.close()


def test_a_map_file_that_breaks_is_told_in_the_source_line(
    make_screen: Callable[[], Screen], tmp_path: Path, qtbot: QtBot
) -> None:
    source = open_source(make_mbtiles(tmp_path / "m", {(9, 457, 186): picture()}))
    made = make_screen()
    source.close()
    made.view.show_ground(source)
    made.view.show()
    line = "document.querySelector('.source').textContent"
    qtbot.waitSignal(made.view.ready, timeout=20_000).wait()
    qtbot.waitUntil(lambda: "一部を読めません" in made.ask(line))


def test_large_type_makes_everything_larger(screen: Screen) -> None:
    before = screen.ask("document.querySelector('.source').offsetHeight")
    radius = screen.ask("renkei.pins.radius")
    screen.view.set_type_scale(2.0)
    screen.settle()
    assert screen.ask("document.querySelector('.source').offsetHeight") > 1.6 * before
    assert screen.ask("renkei.pins.radius") == pytest.approx(2 * radius)


def test_all_furniture_is_japanese_and_the_source_is_always_there(screen: Screen) -> None:
    words = screen.ask("document.body.innerText")
    titles = screen.ask("Array.from(document.querySelectorAll('[title]')).map(e => e.title)")
    assert "出典　試験のための町（架空）" in words
    assert "登録住民" in words and "社会資源" in words and "気づきあり" in words and "北" in words
    assert set(titles) == {"大きく見る", "広く見る", "町全体を見る", "上が北です"}
    latin = [word for word in words.split() if word.isascii() and word.isalpha()]
    assert set(latin) <= {"m", "km"}
    box = screen.ask("document.querySelector('.source').getBoundingClientRect()")
    assert box["width"] > 50 and box["bottom"] <= 600
    screen.view.show_ground(None)
    assert "設定で地図ファイルを選ぶ" in screen.ask("document.querySelector('.source').textContent")


def test_the_page_reaches_nothing_but_our_scheme(
    screen: Screen, qtbot: QtBot, expect_message: Expect
) -> None:
    expect_message("the map page complains in , line 1")
    screen.ask(
        "(window.reached = [],"
        "['https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'renkei://other/page.html',"
        " 'renkei://map/own/../../../etc/passwd', 'renkei://map/nothing'].forEach(address =>"
        " fetch(address).then(r => reached.push(address + ' ' + r.status),"
        " () => reached.push('refused'))), 1)"
    )
    qtbot.waitUntil(lambda: len(screen.ask("reached")) == 6)
    reached = screen.ask("reached")
    assert sum(answer == "refused" or answer.endswith(" 404") for answer in reached) == 6
    assert sum(answer == "refused" for answer in reached) >= 4
    assert screen.ask("window.open('renkei://map/page.html')") is None
    assert screen.ask("typeof localStorage") == "object"
    assert screen.ask("localStorage") is None
    assert screen.surface().parent().contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    token = screen.ask("renkei.token")
    screen.run("location.href = 'https://example.org/'")
    pause(200)
    assert screen.ask("renkei.token") == token


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/mapdata is not here")
@pytest.mark.parametrize("kind", ["mbtiles", "pmtiles"])
def test_numata_is_shown_from_both_raster_files(
    make_screen: Callable[[], Screen], kind: str
) -> None:
    source = open_source(SHARED / "basemap" / f"numata_osm202108_raster.{kind}")
    made = make_screen()
    made.view.show_ground(source)
    made.view.fit(Bounds(141.925, 43.80, 141.945, 43.813))
    made.view.show()
    made.settle()
    tiles = made.ask(
        "Array.from(document.querySelectorAll('img.leaflet-tile')).map(i => i.naturalWidth)"
    )
    assert len(tiles) >= 8 and set(tiles) == {256}
    assert "OpenStreetMap" in made.ask("document.querySelector('.source').textContent")
    image = made.view.snapshot().toImage()
    assert len({image.pixel(x, y) for x in range(0, 900, 5) for y in range(0, 600, 5)}) > 100
    source.close()
