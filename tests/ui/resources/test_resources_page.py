"""The directory on a real office: tabs, card with faces, form with contact persons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from renkei_desktop.domain.choice import PublishLevel, ResourceClass
from renkei_desktop.office import resources
from renkei_desktop.office.resources import ResourceCard
from renkei_desktop.ui.resources.face import Face
from renkei_desktop.ui.resources.page import ResourcesPage
from tests.ui.keys import click, convert, press
from tests.ui.stage import Stage

Show = Callable[..., ResourcesPage]
CLINIC, SHOP = "x-clinic", "x-shop"


@pytest.fixture
def page(show: Show) -> ResourcesPage:
    return show(ResourcesPage)


def listed(page: ResourcesPage) -> list[str]:
    return [row.resource for row in page.list_card.model.rows]


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget))


def card_of(stage: Stage, resource: str) -> ResourceCard:
    found: ResourceCard = stage.ask(lambda desk: resources.resource_card(desk, resource))
    return found


def now() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def save(stage: Stage) -> None:
    press(now(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    stage.settle()


def contact(page: ResourcesPage, row: int) -> dict[str, Any]:
    assert page.desk.open is not None
    part = page.desk.open.form.lists["contact"].parts[row]
    return {attribute: line.editor for attribute, line in part.lines.items()}


def test_everything_by_reading_and_by_class(page: ResourcesPage) -> None:
    assert listed(page) == [SHOP, CLINIC]
    view = page.list_card.list
    view.setFocus()
    press(view, Qt.Key.Key_Right)
    assert page.list_card.tabs.current is ResourceClass.FORMAL
    assert listed(page) == [CLINIC]
    assert "登録 2件・絞り込み: フォーマル・1件" in words(page.header)


def test_search_looks_into_what_a_resource_can_do(page: ResourcesPage) -> None:
    page.searched("訪問診療")
    assert listed(page) == [CLINIC]
    page.searched("どこにもない")
    assert "見つかりません" in words(page.list_card)


def test_the_card_says_whom_to_talk_to_and_when_not(page: ResourcesPage, stage: Stage) -> None:
    page.list_card.list.choose(CLINIC)
    stage.settle()
    card = words(page.card)
    for part in ("見本町立診療所", "フォーマル", "病院・診療所", "0999-35-2500", "0999-35-2501"):
        assert part in card
    for part in ("大友 真理", "看護師長", "連絡を避けたい時間", "平日 9時から11時（外来）"):
        assert part in card
    (face,) = page.card.findChildren(Face)
    assert not face.has_picture
    assert face.accessibleName() == "顔写真なし"
    assert face.size() == QSize(72, 96)


def test_a_new_resource_with_a_contact_and_a_face(
    page: ResourcesPage, stage: Stage, tmp_path: Path
) -> None:
    assert page.main_deed is not None
    page.main_deed.click()
    convert(now(), "はるのゆ", "春の湯")
    assert page.desk.open is not None
    page.desk.open.form.line("resource.resource_class").editor.field.focusProxy().setFocus()
    press(now(), Qt.Key.Key_Right)
    press(now(), Qt.Key.Key_Right)
    convert(contact(page, 0)["name"].field, "もりさち", "森 幸")
    image = QImage(600, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("#C08060"))
    image.save(str(tmp_path / "face.png"))
    contact(page, 0)["photo"].take_file(tmp_path / "face.png")
    save(stage)
    chosen = page.list_card.list.current
    assert (chosen.name, chosen.reading, chosen.contact) == ("春の湯", "はるのゆ", "森 幸")
    card = card_of(stage, chosen.resource)
    assert card.sheet.resource.resource_class is ResourceClass.INFORMAL
    assert card.sheet.resource.publish is PublishLevel.PUBLIC
    (stored,) = card.faces.values()
    assert QImage.fromData(stored).size() == QSize(480, 640)
    stage.settle()
    assert [face.has_picture for face in page.card.findChildren(Face)] == [True]


def test_a_missing_class_is_said_beside_the_field(page: ResourcesPage, stage: Stage) -> None:
    page.begin_new()
    convert(now(), "はるのゆ", "春の湯")
    save(stage)
    assert page.desk.open is not None
    assert "区分を選んでください。" in words(page.form_view)


def test_a_stored_face_stays_when_something_else_is_changed(
    page: ResourcesPage, stage: Stage, tmp_path: Path
) -> None:
    test_a_new_resource_with_a_contact_and_a_face(page, stage, tmp_path)
    resource = page.list_card.list.current.resource
    before = card_of(stage, resource).sheet.contacts[0].photo
    page.begin_change()
    QTest.keyClicks(contact(page, 0)["role"].field, "abc")
    save(stage)
    after = card_of(stage, resource).sheet.contacts[0]
    assert (after.photo, after.role) == (before, "abc")


def test_an_entry_is_taken_out_of_the_list(page: ResourcesPage, stage: Stage) -> None:
    page.list_card.list.choose(SHOP)
    stage.settle()
    click(page.card.end_button)
    verbs = QApplication.activeModalWidget().findChildren(QPushButton)
    click(next(verb for verb in verbs if verb.text() == "一覧から外す"))
    stage.settle()
    assert listed(page) == [CLINIC]
    assert "すずらん商店" not in words(page)


def test_an_entry_without_a_position_has_no_way_to_the_map(
    page: ResourcesPage, stage: Stage
) -> None:
    went: list[tuple[str, str | None]] = []
    stage.session.on_go = lambda name, record: went.append((name, record))
    page.list_card.list.choose(CLINIC)
    stage.settle()
    click(page.card.map_button)
    assert went == [("map", CLINIC)]
    page.begin_new()
    convert(now(), "はるのゆ", "春の湯")
    assert page.desk.open is not None
    page.desk.open.form.line("resource.resource_class").editor.resume("natural")
    save(stage)
    assert not page.card.map_button.isVisible()


def test_half_typed_it_survives_a_lock(page: ResourcesPage, stage: Stage, show: Show) -> None:
    page.go_to(CLINIC)
    stage.settle()
    page.begin_change()
    QTest.keyClicks(now(), "x")
    kept = page.draft()
    assert kept is not None
    page.cleared()
    assert "見本町立診療所" not in words(page)
    again = show(ResourcesPage)
    again.restore_draft(kept)
    stage.settle()
    QTest.qWait(80)
    assert again.draft() == kept


def test_another_page_brings_a_record(page: ResourcesPage, stage: Stage) -> None:
    page.list_card.tabs.turn("+1")
    page.go_to(SHOP)
    stage.settle()
    assert page.list_card.list.current.resource == SHOP
    assert "朝に顔を見ない人がいると電話をくれる。" in words(page.card)
