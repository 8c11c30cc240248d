"""The first-run wizard, with keys and mouse, and taken up again at any step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from renkei_desktop.domain.choice import Policy
from renkei_desktop.office import drafts, entrance, offices, people, town
from renkei_desktop.ui.drafts import KEPT_AFTER_MS
from renkei_desktop.ui.intake.own_list_section import OwnListSection
from renkei_desktop.ui.intake.paste_section import PasteSection
from renkei_desktop.ui.office_view import OfficeView
from renkei_desktop.ui.settings.backup_section import BackupSection
from renkei_desktop.ui.settings.clerks_section import AddClerkSection
from renkei_desktop.ui.settings.consent_section import ConsentSection
from renkei_desktop.ui.start import StartView
from renkei_desktop.ui.wizard.code_step import CodeStep
from renkei_desktop.ui.wizard.first_steps import ClerkStep, FolderStep, TownStep
from renkei_desktop.ui.wizard.step import SectionStep
from renkei_desktop.ui.wizard.steps import TITLES
from renkei_desktop.ui.wizard.wizard import WizardView
from tests.ui.house import House, button, let_run, texts, wait
from tests.ui.keys import click, press

LONG = "ゆきの朝はとてもしずか"


def wizard(house: House) -> WizardView:
    view = house.window.centralWidget()
    assert isinstance(view, WizardView)
    return view


def begin(house: House) -> WizardView:
    house.window.begin()
    click(button(house.window, "この町で始める"))
    return wizard(house)


def type_town(house: House) -> None:
    step = wizard(house).current
    assert isinstance(step, TownStep)
    step.form.lines["name"].setText("見本町")
    step.form.lines["code"].setText("019992")
    step.form.lines["office"].setText("保健福祉課")


def type_folder(house: House) -> None:
    step = wizard(house).current
    assert isinstance(step, FolderStep)
    step.line.setText(str(house.folder))


def type_clerk(house: House) -> None:
    step = wizard(house).current
    assert isinstance(step, ClerkStep)
    step.clerk.setText("福祉 一子")
    step.password.first.setText(LONG)
    step.password.second.setText(LONG)


def go_on(house: House) -> None:
    click(wizard(house).next_button)
    house.settle()


def found(house: House) -> WizardView:
    """The first three steps; the office is there afterwards."""
    begin(house)
    for fill in (type_town, type_folder, type_clerk):
        fill(house)
        go_on(house)
    return wizard(house)


def go_to(house: House, name: str) -> WizardView:
    """Passes over everything up to a step."""
    while wizard(house).current.name != name:
        step = wizard(house).current
        if isinstance(step, CodeStep):
            step.paper.typed.setText(step._code)
            go_on(house)
        else:
            click(wizard(house).later_button)
            house.settle()
    return wizard(house)


def test_the_steps_come_in_the_order_of_the_plan(house: House) -> None:
    found(house)
    names = [step.name for step in wizard(house).steps]
    assert ["town", "folder", "clerk", *names] == [name for name, _ in TITLES]


def test_nothing_goes_on_without_a_town(house: House) -> None:
    view = begin(house)
    click(view.next_button)
    assert view.current.name == "town"
    assert "町の名前を入れてください。" in texts(view)


def test_enter_goes_from_field_to_field_and_to_the_next_step(house: House) -> None:
    view = begin(house)
    step = view.current
    assert isinstance(step, TownStep)
    wait(lambda: QApplication.focusWidget() is step.form.lines["name"])
    for text in ("見本町", "019992", "保健福祉課", "0999-20-2111", "0999-20-2112", "0999"):
        field = QApplication.focusWidget()
        assert field is not None
        field.setText(text)  # type: ignore[attr-defined]
        press(field, Qt.Key.Key_Return)
    assert view.current.name == "folder"


def test_a_folder_is_proposed_that_may_hold_an_office(house: House) -> None:
    begin(house)
    type_town(house)
    go_on(house)
    step = wizard(house).current
    assert isinstance(step, FolderStep)
    assert step.folder.name == "見本町.renkei"
    assert step.trouble == ""
    assert not step.folder.exists()


@pytest.mark.parametrize(
    ("folder", "sentence"),
    [
        ("OneDrive/見本町.renkei", "同期"),
        ("ふさがり", "もう何か入っています"),
        ("", "置き場所を選んで"),
    ],
)
def test_a_place_where_no_office_may_lie_is_refused(
    house: House, tmp_path: Path, folder: str, sentence: str
) -> None:
    (tmp_path / "ふさがり").mkdir()
    (tmp_path / "ふさがり" / "x").write_text("x", encoding="utf-8")
    begin(house)
    type_town(house)
    go_on(house)
    step = wizard(house).current
    assert isinstance(step, FolderStep)
    step.line.setText(str(tmp_path / folder) if folder else "")
    go_on(house)
    assert wizard(house).current is step
    assert any(sentence in text for text in texts(wizard(house)))


def test_the_office_is_made_after_the_third_step(house: House) -> None:
    view = found(house)
    assert entrance.clerks(house.folder) == ("福祉 一子",)
    record = house.ask(town.town)
    assert (record.name, record.code, record.office) == ("見本町", "019992", "保健福祉課")
    assert view.current.name == "printer"
    assert house.window.workplace.preferences.begun() == {}


def test_a_weak_password_makes_no_office(house: House) -> None:
    begin(house)
    for fill in (type_town, type_folder):
        fill(house)
        go_on(house)
    step = wizard(house).current
    assert isinstance(step, ClerkStep)
    step.clerk.setText("福祉 一子")
    step.password.first.setText("ゆき")
    step.password.second.setText("ゆき")
    go_on(house)
    assert wizard(house).current is step
    assert not house.folder.exists()


def test_the_first_steps_are_taken_up_again_without_the_password(house: House) -> None:
    begin(house)
    for fill in (type_town, type_folder):
        fill(house)
        go_on(house)
    type_clerk(house)
    click(wizard(house).back_button)
    click(wizard(house).back_button)
    click(button(wizard(house), "はじめの画面へもどる"))
    assert isinstance(house.window.centralWidget(), StartView)
    click(button(house.window, "はじめる準備の続き"))
    step = wizard(house).current
    assert isinstance(step, TownStep)
    assert step.form.values()["name"] == "見本町"
    go_on(house)
    folder = wizard(house).current
    assert isinstance(folder, FolderStep)
    assert folder.folder == house.folder
    go_on(house)
    clerk = wizard(house).current
    assert isinstance(clerk, ClerkStep)
    assert (clerk.clerk.text(), clerk.password.first.text()) == ("福祉 一子", "")
    for file in (house.room / "state").rglob("*"):
        assert not file.is_file() or LONG.encode() not in file.read_bytes()


def test_the_paper_code_has_to_be_typed_back(house: House) -> None:
    found(house)
    view = go_to(house, "paper_code")
    step = view.current
    assert isinstance(step, CodeStep)
    code = step._code
    go_on(house)
    assert view.current is step
    assert "紙を見て、打ち直してください。" in texts(view)
    step.paper.typed.setText(code[:5] + "!!!!")
    step.paper.typed.setText(code.lower().replace("-", "　"))
    go_on(house)
    assert view.current.name == "second_clerk"
    house.window.lock()
    house.settle()
    offices.open_with_code(house.folder, code, house.machine).vault.close()


def test_whoever_comes_back_to_the_paper_code_gets_a_new_one(house: House) -> None:
    found(house)
    old = go_to(house, "paper_code").current
    assert isinstance(old, CodeStep)
    code = old._code
    house.window.lock()
    house.unlock("福祉 一子", LONG)
    house.settle()
    again = wizard(house).current
    assert isinstance(again, CodeStep)
    assert again._code and again._code != code
    assert any("新しい紙の合言葉です" in text for text in texts(wizard(house)))


@pytest.mark.parametrize("name", [name for name, _ in TITLES[3:]])
def test_every_step_can_be_taken_up_after_the_program_ended(house: House, name: str) -> None:
    found(house)
    go_to(house, name)
    assert house.ask(lambda d: drafts.kept(d, "wizard", drafts.NEW))["step"] == name
    house.window.lock()
    house.settle()
    house.unlock("福祉 一子", LONG)
    assert wizard(house).current.name == name


def test_a_whole_first_run(house: House, tmp_path: Path) -> None:
    """Everything that can be done in the wizard is done, then the office stands."""
    found(house)
    view = go_to(house, "second_clerk")
    second = view.current
    assert isinstance(second, SectionStep)
    assert isinstance(second.section, AddClerkSection)
    second.section.clerk.setText("保健 二美")
    for line in (second.section.password.first, second.section.password.second):
        QTest.keyClicks(line, "correct horse battery")
    click(second.section.add_button)
    house.settle()
    assert view.next_button.isVisible() and not view.later_button.isVisible()
    go_on(house)
    consent = view.current
    assert isinstance(consent, SectionStep)
    assert isinstance(consent.section, ConsentSection)
    click(consent.section.choices[Policy.INDIVIDUAL])
    click(consent.section.save_button)
    house.settle()
    go_on(house)
    for text in ("旭町一\n旭町二", "山田 花子\tやまだ はなこ\t0999-20-1111\t旭町一"):
        paste = view.current
        assert isinstance(paste, SectionStep)
        assert isinstance(paste.section, PasteSection)
        paste.section.text.setPlainText(text)
        wait(lambda p=paste: bool(p.section.accepted))
        click(paste.section.take_button)
        house.settle()
        go_on(house)
    assert view.current.name == "maps"
    click(view.later_button)
    backup = view.current
    assert isinstance(backup, SectionStep)
    assert isinstance(backup.section, BackupSection)
    backup.section.back_up(tmp_path)
    house.settle()
    house.settle()
    go_on(house)
    lists = view.current
    assert isinstance(lists, SectionStep)
    assert isinstance(lists.section, OwnListSection)
    file = tmp_path / "名簿.csv"
    file.write_text("氏名,よみ,町内会\n佐藤 功,さとう いさお,旭町一\n", encoding="utf-8")
    lists.section.read_file(file)
    house.settle()
    click(button(lists.section, "どうなるかを見る"))
    house.settle()
    click(button(lists.section, "1人を取り込む"))
    house.settle()
    click(button(view, "ホームを開く"))
    house.settle()
    assert isinstance(house.window.centralWidget(), OfficeView)
    assert [row.name for row in house.ask(people.people)] == ["佐藤 功"]
    assert len(house.ask(town.associations)) == 2
    assert house.ask(lambda d: drafts.kept(d, "wizard", drafts.NEW)) is None
    house.window.lock()
    house.sit_down("福祉 一子", LONG)


def test_a_locked_wizard_shows_nothing_and_keeps_what_was_typed(house: House) -> None:
    found(house)
    view = go_to(house, "associations")
    step = view.current
    assert isinstance(step, SectionStep)
    assert isinstance(step.section, PasteSection)
    step.section.text.setPlainText("ひみつ町内会")
    house.window.lock()
    house.settle()
    assert not any("ひみつ町内会" in text for text in texts())
    house.unlock("福祉 一子", LONG)
    again = wizard(house).current
    assert isinstance(again, SectionStep)
    assert isinstance(again.section, PasteSection)
    assert again.section.text.toPlainText() == "ひみつ町内会"


def test_what_is_typed_in_the_wizard_is_kept_within_two_seconds(house: House) -> None:
    found(house)
    step = go_to(house, "second_clerk").current
    assert isinstance(step, SectionStep)
    assert isinstance(step.section, AddClerkSection)
    QTest.keyClicks(step.section.clerk, "hoken")
    step.section.password.first.setText(LONG)
    let_run(KEPT_AFTER_MS + 200)
    kept = house.ask(lambda d: drafts.kept(d, "wizard", drafts.NEW))
    assert kept == {"step": "second_clerk", "typed": "hoken"}, "never the password"


def test_an_office_that_cannot_be_made_is_told_and_nothing_is_lost(house: House) -> None:
    begin(house)
    for fill in (type_town, type_folder):
        fill(house)
        go_on(house)
    type_clerk(house)
    house.folder.write_text("x", encoding="utf-8")
    go_on(house)
    step = wizard(house).current
    assert isinstance(step, ClerkStep)
    assert wizard(house).next_button.isEnabled()
    assert step.clerk.text() == "福祉 一子"
    assert any(text.endswith("ください。") for text in texts(wizard(house)))
    house.folder.unlink()
    go_on(house)
    assert wizard(house).current.name == "printer"
