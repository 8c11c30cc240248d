"""設定: each section does its thing in the open office."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from renkei_desktop.domain.choice import Policy, Situation
from renkei_desktop.office import backups, basemaps, drafts, entrance, offices, town
from renkei_desktop.ui.drafts import KEPT_AFTER_MS
from renkei_desktop.ui.settings.backup_section import BackupSection
from renkei_desktop.ui.settings.check_section import CheckSection
from renkei_desktop.ui.settings.clerks_section import ClerksSection
from renkei_desktop.ui.settings.consent_section import ConsentSection
from renkei_desktop.ui.settings.maps_section import MapsSection
from renkei_desktop.ui.settings.page import SECTIONS, SettingsPage
from renkei_desktop.ui.settings.section import Section
from renkei_desktop.ui.settings.situation_section import SituationSection
from renkei_desktop.ui.settings.town_section import TownSection
from renkei_desktop.ui.settings.window_section import WindowSection
from tests.maps.made import ground_bytes, town_features
from tests.ui.house import SECOND, House, button, let_run, panels, texts, wait
from tests.ui.invented import NEW
from tests.ui.keys import click, press

LONG = "ゆきの朝はとてもしずか"


def page(office: House) -> SettingsPage:
    office.office.go("settings")
    office.settle()
    found = office.office.pages["settings"]
    assert isinstance(found, SettingsPage)
    return found


def section(office: House, name: str) -> Section:
    shown = page(office)
    shown.go_to(name)
    office.settle()
    assert shown.current is not None and shown.current.name == name
    return shown.current


@pytest.mark.parametrize("cls", SECTIONS, ids=lambda cls: cls.name)
def test_every_section_can_be_reached_by_name(office: House, cls: type[Section]) -> None:
    found = section(office, cls.name)
    assert found.isVisible()
    assert {cls.title, cls.explanation} <= set(texts(page(office)))


def test_the_town_is_shown_and_changed(office: House) -> None:
    found = section(office, "town")
    assert isinstance(found, TownSection)
    assert found.form.values()["name"] == "見本町"
    assert not found.save_button.isEnabled()
    found.form.lines["office"].setText("福祉課")
    click(found.save_button)
    office.settle()
    assert office.ask(town.town).office == "福祉課"
    assert found.said.text() == "変更しました。"
    assert not found.save_button.isEnabled()


def test_a_wrong_town_code_is_told_beside_the_field(office: House) -> None:
    found = section(office, "town")
    assert isinstance(found, TownSection)
    found.form.lines["code"].setText("014388")
    assert any("数字が合いません" in text for text in texts(found))
    found.form.lines["code"].setText("０１４３８９")
    assert not any("数字が合いません" in text for text in texts(found))
    click(found.save_button)
    office.settle()
    assert office.ask(town.town).code == "014389"


def test_a_half_typed_section_is_kept_as_a_draft(office: House) -> None:
    found = section(office, "town")
    assert isinstance(found, TownSection)
    found.form.lines["office"].setText("とちゅう課")
    office.window.lock()
    office.sit_down()
    wait(lambda: any("とちゅう課" in text for text in texts(office.office)))
    assert office.ask(town.town).office == NEW.office


def test_a_saved_section_leaves_no_draft(office: House) -> None:
    found = section(office, "town")
    assert isinstance(found, TownSection)
    found.form.lines["office"].setText("福祉課")
    let_run(KEPT_AFTER_MS + 200)
    assert office.ask(drafts.waiting)
    click(found.save_button)
    office.settle()
    assert office.ask(drafts.waiting) == ()


def test_a_disaster_needs_a_reason_and_a_second_look(office: House) -> None:
    found = section(office, "situation")
    assert isinstance(found, SituationSection)
    click(found.switch)
    assert any("理由を書いてください" in text for text in texts(found))
    assert not panels()
    found.reason.setText("大雨で避難指示を出したため")
    press(found.reason, Qt.Key.Key_Return)
    assert panels()
    assert office.ask(town.situation) is Situation.ORDINARY
    click(button(panels()[0], "災害時に切り替える"))
    office.settle()
    assert office.ask(town.situation) is Situation.DISASTER
    line = office.ask(lambda desk: desk.ledger.deeds(1)[0])
    assert line.reason == "大雨で避難指示を出したため"
    assert "いま: 災害時" in texts(found)


def test_giving_up_the_switch_changes_nothing(office: House) -> None:
    found = section(office, "situation")
    assert isinstance(found, SituationSection)
    found.reason.setText("まちがい")
    click(found.switch)
    click(button(panels()[0], "やめる"))
    office.settle()
    assert office.ask(town.situation) is Situation.ORDINARY


def test_the_consent_regime_is_chosen_in_words(office: House) -> None:
    found = section(office, "consent")
    assert isinstance(found, ConsentSection)
    assert found.ordinance.isHidden()
    click(found.choices[Policy.ORDINANCE_REFUSAL])
    assert not found.ordinance.isHidden()
    assert any("番号が入るまでは" in text for text in texts(found))
    found.ordinance.setText("見本町条例第12号")
    click(found.save_button)
    office.settle()
    record = office.ask(town.town)
    assert (record.policy, record.ordinance) == (Policy.ORDINANCE_REFUSAL, "見本町条例第12号")
    click(found.choices[Policy.INDIVIDUAL])
    click(found.save_button)
    office.settle()
    assert office.ask(town.town).ordinance is None


def test_an_own_password_is_changed_with_the_old_one(office: House) -> None:
    found = section(office, "clerks")
    assert isinstance(found, ClerksSection)
    found.own.old.setText("ちがう")
    for line in (found.own.password.first, found.own.password.second):
        line.setText(LONG)
    click(button(found, "合言葉を変える"))
    office.settle()
    assert found.own.said.property("role") == "error"
    found.own.old.setText(NEW.password)
    click(button(found, "合言葉を変える"))
    office.settle()
    assert found.own.password.first.text() == ""
    office.window.lock()
    office.sit_down(NEW.clerk, LONG)


def test_a_further_clerk_types_her_own_password(office: House) -> None:
    found = section(office, "clerks")
    assert isinstance(found, ClerksSection)
    found.further.clerk.setText("包括 三月")
    for line in (found.further.password.first, found.further.password.second):
        line.setText(LONG)
    click(found.further.add_button)
    office.settle()
    assert entrance.clerks(office.folder) == (NEW.clerk, SECOND, "包括 三月")
    office.window.lock()
    office.sit_down("包括 三月", LONG)


def test_a_name_in_use_is_refused_beside_the_field(office: House) -> None:
    found = section(office, "clerks")
    assert isinstance(found, ClerksSection)
    found.further.clerk.setText(SECOND)
    for line in (found.further.password.first, found.further.password.second):
        line.setText(LONG)
    click(found.further.add_button)
    office.settle()
    assert found.further.said.property("role") == "error"
    assert not panels()


def test_a_new_paper_code_is_typed_back_before_it_goes(office: House) -> None:
    found = section(office, "clerks")
    assert isinstance(found, ClerksSection)
    click(found.code_button)
    click(button(panels()[0], "つくり直す"))
    office.settle()
    code = "-".join(t for t in texts(found.code) if len(t) == 4 and t.isascii())
    assert len(code) == 39
    found.code.typed.setText(code.lower())
    assert found.code.isHidden()
    office.settle()
    assert code[:4] not in texts(found)
    office.window.lock()
    office.settle()
    desk = offices.open_with_code(office.folder, code, office.machine)
    desk.vault.close()


def test_a_map_file_is_added_and_taken_out_again(office: House, tmp_path: Path) -> None:
    file = tmp_path / "町の地図.geojson"
    file.write_bytes(ground_bytes(town_features()))
    found = section(office, "maps")
    assert isinstance(found, MapsSection)
    found.add(file)
    office.settle()
    assert [line.file for line in office.ask(basemaps.listed)] == ["町の地図.geojson"]
    assert "使っています" in texts(found)
    click(button(found, "外す"))
    click(button(panels()[0], "外す"))
    office.settle()
    assert office.ask(basemaps.listed) == ()
    assert file.is_file(), "the town's own file stays where it is"


def test_a_file_that_is_no_map_is_refused_in_a_sentence(office: House, tmp_path: Path) -> None:
    file = tmp_path / "写真.mbtiles"
    file.write_bytes(b"not a map")
    found = section(office, "maps")
    assert isinstance(found, MapsSection)
    found.add(file)
    office.settle()
    assert found.said.property("role") == "error"
    assert office.ask(basemaps.listed) == ()


def test_a_backup_goes_to_a_stick_and_is_read_back(office: House, tmp_path: Path) -> None:
    found = section(office, "backup")
    assert isinstance(found, BackupSection)
    found.back_up(tmp_path)
    office.settle()
    office.settle()
    files = list(tmp_path.glob("*.renkei-backup"))
    assert len(files) == 1
    assert backups.clerks_of(files[0]) == (NEW.clerk, SECOND)
    assert "読み返して確かめました" in found.said.text()


def test_a_stick_that_is_full_or_gone_is_told(office: House, tmp_path: Path) -> None:
    found = section(office, "backup")
    assert isinstance(found, BackupSection)
    (tmp_path / "stick").write_bytes(b"")
    found.back_up(tmp_path / "stick")
    office.settle()
    assert found.said.property("role") == "error"


def test_the_check_looks_through_everything(office: House) -> None:
    found = section(office, "check")
    assert isinstance(found, CheckSection)
    click(button(found, "点検する"))
    office.settle()
    assert found.verdict.text() == "こわれたところはありません"
    assert len(found.lines.text().splitlines()) >= 3


def test_the_size_of_the_type_is_chosen_and_kept(office: House) -> None:
    found = section(office, "window")
    assert isinstance(found, WindowSection)
    assert found.sizes[1.0].isChecked()
    click(found.sizes[1.25])
    office.settle()
    assert office.window.workplace.preferences.scale == 1.25
    again = section(office, "window")
    assert isinstance(again, WindowSection)
    assert again.sizes[1.25].isChecked()


def test_the_minutes_until_locking_are_chosen_and_kept(office: House) -> None:
    found = section(office, "window")
    assert isinstance(found, WindowSection)
    found.minutes.setCurrentIndex(found.minutes.findData(3))
    found.minutes.activated.emit(found.minutes.currentIndex())
    assert office.window.workplace.preferences.lock_minutes == 3
    assert office.window.idle is not None
    assert office.window.idle._timer.interval() == 3 * 60_000
