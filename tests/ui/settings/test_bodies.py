"""町内会, 民生委員 and 渡す相手 in the settings: entered, corrected and ended by key and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from renkei_desktop.domain.choice import RecipientClass
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.office import recipients
from renkei_desktop.office.desk import Desk
from renkei_desktop.ui.bodies.body_section import BodySection
from renkei_desktop.ui.drafts import KEPT_AFTER_MS
from renkei_desktop.ui.printing.page import PrintingPage
from renkei_desktop.ui.settings.page import SettingsPage
from tests.ui.house import House, button, let_run, panels, wait
from tests.ui.invented import FAR, NEAR
from tests.ui.keys import click, commit, press


def section(office: House, name: str) -> BodySection:
    """The section, opened from the list on the left with the mouse."""
    office.office.go("settings")
    page = office.office.pages["settings"]
    assert isinstance(page, SettingsPage)
    item = next(
        page.names.item(row)
        for row in range(page.names.count())
        if page.names.item(row).text() == page.section(name).title
    )
    click(page.names.viewport(), page.names.visualItemRect(item).center())
    office.settle()
    assert isinstance(page.current, BodySection)
    return page.current


def choose(found: BodySection, record: str) -> None:
    """A click on the line of a record."""
    view = found.list.list
    place = found.list.model.place_of(record)
    assert place is not None, "not in the list"
    view.scrollTo(found.list.model.index(place, 0))
    click(view.viewport(), view.visualRect(found.list.model.index(place, 0)).center())


def names(found: BodySection) -> list[str]:
    return [line.name for line in found.list.model.rows]


def fill(found: BodySection, **values: str) -> None:
    """Types into the fields of the open form."""
    for attribute, text in values.items():
        line = editor(found, attribute).field
        line.setFocus()
        line.clear()
        commit(line, text)


def editor(found: BodySection, attribute: str):  # type: ignore[no-untyped-def]
    assert found.open is not None, "no form is open"
    return found.open.form.line(f"{found.kind.form}.{attribute}").editor


def pick_class(found: BodySection, wanted: RecipientClass) -> None:
    """Chooses the class with the arrow keys."""
    combo = editor(found, "recipient_class").field
    combo.setFocus()
    press(combo, Qt.Key.Key_Home)
    for _ in range(list(RecipientClass).index(wanted) + 1):
        press(combo, Qt.Key.Key_Down)
    assert editor(found, "recipient_class").value() is wanted


def save(office: House, found: BodySection) -> None:
    press(found.form_view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    office.settle()


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget))


def lines(desk: Desk) -> dict[str, recipients.RecipientLine]:
    return {line.name: line for line in recipients.recipient_lines(desk)}


class TestRecipients:
    def test_a_police_station_is_entered_by_hand(self, office: House) -> None:
        found = section(office, "recipients")
        click(found.list.add_button)
        office.settle()
        fill(found, name="見本警察署", phone="35-0110")
        pick_class(found, RecipientClass.POLICE)
        save(office, found)
        assert "見本警察署" in names(found)
        assert office.ask(lines)["見本警察署"].phone == "0999-35-0110"
        assert "足しました" in found.said.text()
        assert found.list.list.hasFocus()

    def test_a_missing_class_is_told_beside_its_field(self, office: House) -> None:
        found = section(office, "recipients")
        click(found.list.add_button)
        office.settle()
        fill(found, name="見本警察署")
        save(office, found)
        assert "区分を選んでください。" in words(found.form_view)
        assert "見本警察署" not in office.ask(lines)

    def test_the_class_decides_which_body_is_asked_for(self, office: House) -> None:
        found = section(office, "recipients")
        click(found.list.add_button)
        office.settle()
        assert found.open is not None
        rows = found.open.form.rows
        pick_class(found, RecipientClass.FIRE)
        assert rows["recipient.association"].field.isHidden()
        assert rows["recipient.commissioner"].field.isHidden()
        pick_class(found, RecipientClass.ASSOCIATION)
        assert rows["recipient.association"].field.isVisible()
        assert "必須" in rows["recipient.association"].caption.text()
        fill(found, name="北栄の防災部長")
        save(office, found)
        assert "町内会を選んでください。" in words(found.form_view)
        assert "北栄の防災部長" not in office.ask(lines)

        line = editor(found, "association").line
        line.setFocus()
        commit(line, "北栄")
        press(line, Qt.Key.Key_Down)
        let_run(80)
        press(line, Qt.Key.Key_Return)
        save(office, found)
        assert office.ask(lines)["北栄の防災部長"].bound == "北栄"

    def test_another_class_lets_go_of_the_body(self, office: House) -> None:
        found = section(office, "recipients")
        choose(found, "t-near")
        click(found.list.change_button)
        office.settle()
        assert editor(found, "association").value() == NEAR
        pick_class(found, RecipientClass.OTHER)
        save(office, found)
        card = office.ask(lambda desk: recipients.recipient_card(desk, "t-near"))
        assert card.recipient.recipient_class is RecipientClass.OTHER
        assert card.recipient.association is None

    def test_one_is_ended_after_a_question(self, office: House) -> None:
        found = section(office, "recipients")
        choose(found, "t-fire")
        click(found.list.end_button)
        office.settle()
        (panel,) = panels()
        assert "これまでに渡した記録は残ります" in words(panel)
        click(button(panel, "やめる"))
        office.settle()
        assert "見本消防署" in office.ask(lines)
        click(found.list.end_button)
        office.settle()
        click(button(panels()[0], "終了にする"))
        office.settle()
        assert "見本消防署" not in names(found)

    def test_nobody_yet_says_what_to_do(self, office: House) -> None:
        for recipient in ("t-fire", "t-near"):
            office.ask(
                lambda desk, r=recipient: recipients.end_recipient(
                    desk, recipients.recipient_card(desk, r)
                )
            )
        found = section(office, "recipients")
        assert "渡す相手がまだありません" in words(found)
        assert not found.list.change_button.isVisible()

    def test_the_printing_page_leads_there(self, office: House) -> None:
        office.office.go("printing")
        office.settle()
        page = office.office.pages["printing"]
        assert isinstance(page, PrintingPage)
        assert not page.nobody.isVisible()
        click(page.card.add_button)
        office.settle()
        settings = office.office.pages["settings"]
        assert isinstance(settings, SettingsPage)
        assert office.office.current == "settings"
        assert settings.current is not None and settings.current.name == "recipients"

    def test_the_printing_page_says_when_there_is_nobody(self, office: House) -> None:
        for recipient in ("t-fire", "t-near"):
            office.ask(
                lambda desk, r=recipient: recipients.end_recipient(
                    desk, recipients.recipient_card(desk, r)
                )
            )
        office.office.go("printing")
        office.settle()
        page = office.office.pages["printing"]
        assert isinstance(page, PrintingPage)
        assert page.nobody.isVisible()
        click(button(page.nobody, "渡す相手を足す"))
        office.settle()
        assert office.office.current == "settings"


class TestBodies:
    def test_a_new_head_is_entered_with_the_keyboard(self, office: House) -> None:
        found = section(office, "associations")
        choose(found, NEAR)
        press(found.list.list, Qt.Key.Key_Return)
        office.settle()
        fill(found, head="架空 次郎")
        save(office, found)
        line = next(x for x in found.list.model.rows if x.association == NEAR)
        assert (line.head, line.phone) == ("架空 次郎", "0999-35-3111")
        assert found.list.chosen == NEAR

    def test_a_new_body_brings_its_recipient(self, office: House) -> None:
        found = section(office, "associations")
        click(found.list.add_button)
        office.settle()
        fill(found, name="新町", reading="しんまち")
        click(found.form_view.save_button)
        office.settle()
        assert names(found) == ["旭町一", "北栄", "新町"]
        assert office.ask(lines)["新町"].recipient_class is RecipientClass.ASSOCIATION

    def test_a_new_commissioner_stands_in_both_lists(self, office: House) -> None:
        found = section(office, "commissioners")
        click(found.list.add_button)
        office.settle()
        fill(found, name="架空 花", reading="かくう はな", phone="35-7777")
        save(office, found)
        assert set(names(found)) == {"遠藤 和子", "架空 花"}
        assert "架空 花" in names(section(office, "recipients"))

    def test_a_body_with_people_stays_and_says_why(self, office: House) -> None:
        found = section(office, "associations")
        choose(found, FAR)
        click(found.list.end_button)
        office.settle()
        assert not panels()
        assert "先に、その人たちの票で" in found.said.text()
        assert "北栄" in names(found)

    def test_pasting_stands_behind_its_button(self, office: House) -> None:
        found = section(office, "associations")
        assert found.paste is not None and not found.paste.isVisible()
        click(found.list.paste_button)
        commit(found.paste.text, "緑町\tみどりまち\t見本 実\t35-0009")
        wait(lambda: found.paste is not None and found.paste.take_button.isEnabled())
        click(found.paste.take_button)
        office.settle()
        assert not found.paste.isVisible()
        assert "緑町" in names(found)
        assert "1件 入れました" in found.said.text()

    def test_undo_takes_a_new_body_out_of_the_list(self, office: House) -> None:
        found = section(office, "associations")
        click(found.list.add_button)
        office.settle()
        fill(found, name="新町")
        save(office, found)
        assert "新町" in names(found)
        press(office.window, Qt.Key.Key_Z, _CTRL_SHIFT)
        office.settle()
        assert "新町" not in names(found)
        assert "新町" not in office.ask(lines)


_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class TestHalfWritten:
    def test_an_untouched_form_closes_at_once(self, office: House) -> None:
        found = section(office, "recipients")
        click(found.list.add_button)
        office.settle()
        press(editor(found, "name").field, Qt.Key.Key_Escape)
        assert found.open is None and not panels()
        assert found.list.isVisible()

    def test_escape_asks_where_something_was_typed(self, office: House) -> None:
        found = section(office, "recipients")
        click(found.list.add_button)
        office.settle()
        fill(found, name="見本警察署")
        press(editor(found, "name").field, Qt.Key.Key_Escape)
        click(button(panels()[0], "入力を続ける"))
        assert editor(found, "name").value() == "見本警察署"
        press(editor(found, "name").field, Qt.Key.Key_Escape)
        click(button(panels()[0], "消してやめる"))
        office.settle()
        assert found.open is None
        assert "見本警察署" not in office.ask(lines)

    @pytest.mark.parametrize("known", [False, True], ids=["new", "known"])
    def test_a_half_written_form_survives_the_lock(self, office: House, known: bool) -> None:
        found = section(office, "recipients")
        if known:
            choose(found, "t-near")
        click(found.list.change_button if known else found.list.add_button)
        office.settle()
        fill(found, handlers="見本 太郎")
        let_run(KEPT_AFTER_MS + 200)
        office.settle()
        office.window.lock()
        office.settle()
        office.sit_down()
        office.settle()
        again = office.office.pages["settings"]
        assert isinstance(again, SettingsPage)
        opened = again.current
        assert isinstance(opened, BodySection) and opened.open is not None
        assert editor(opened, "handlers").value() == "見本 太郎"
        if known:
            save(office, opened)
            card = office.ask(lambda desk: recipients.recipient_card(desk, "t-near"))
            assert card.recipient == Recipient(
                id="t-near",
                name="旭町一町内会",
                recipient_class=RecipientClass.ASSOCIATION,
                association=NEAR,
                handlers="見本 太郎",
            )

    def test_nothing_readable_stays_behind_the_lock(self, office: House) -> None:
        found = section(office, "commissioners")
        assert names(found) == ["遠藤 和子"]
        found.cleared()
        assert names(found) == [] and found.open is None
