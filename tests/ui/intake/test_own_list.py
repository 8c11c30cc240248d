"""The office's own list in: columns, preview, one deed, one undo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.office import people
from renkei_desktop.office.own_list import Target, Verdict
from renkei_desktop.ui.intake.own_list_section import OwnListSection
from renkei_desktop.ui.intake.preview_box import PreviewBox
from renkei_desktop.ui.settings.page import SettingsPage
from tests.ui.house import House, button, panels, texts
from tests.ui.keys import click

LIST = """氏名,フリガナ,生年月日,住所,電話,町内会,マイナンバー,覚え
新田 一郎,ニッタ イチロウ,S12.4.1,旭町一丁目1-2,35-1111,旭町一,,
新田 二郎,ニッタ ジロウ,昭和17年2月30日,旭町一丁目1-3,,旭町九,,
小野寺 フミ,おのでら ふみ,S17.4.2,,35-9999,旭町一,,
三田 花子,,平成33年1月1日,,,,123456789018,
"""


@pytest.fixture
def section(office: House) -> Iterator[OwnListSection]:
    office.office.go("settings", "own_list")
    office.settle()
    page = office.office.pages["settings"]
    assert isinstance(page, SettingsPage)
    found = page.current
    assert isinstance(found, OwnListSection)
    yield found


def read(office: House, section: OwnListSection, content: str | bytes) -> None:
    file = office.room / "名簿.csv"
    data = content if isinstance(content, bytes) else content.encode("cp932")
    file.write_bytes(data)
    section.read_file(file)
    office.settle()


def look(office: House, section: OwnListSection) -> PreviewBox:
    click(button(section, "どうなるかを見る"))
    office.settle()
    return section.preview


def everybody(office: House) -> dict[str, PersonRow]:
    return {row.name: row for row in office.ask(people.people)}


def test_the_columns_are_recognised_and_shown_with_examples(
    office: House, section: OwnListSection
) -> None:
    read(office, section, LIST)
    mapping = section.mapping.mapping
    assert mapping is not None
    assert mapping.column(Target.NAME) == 0 and mapping.column(Target.BIRTH) == 2
    assert "新田 一郎、新田 二郎、小野寺 フミ" in texts(section)
    assert "読みません（マイナンバー）" in texts(section)
    assert not any("123456789018" in text for text in texts(section))


def test_a_column_is_given_another_meaning(office: House, section: OwnListSection) -> None:
    read(office, section, LIST)
    combo = section.mapping._combos[7]
    combo.setCurrentIndex(combo.findText(Target.NOTE.label))
    combo.activated.emit(combo.currentIndex())
    assert section.mapping.mapping is not None
    assert section.mapping.mapping.column(Target.NOTE) == 7


def test_without_a_name_nobody_can_be_read(office: House, section: OwnListSection) -> None:
    read(office, section, "あ,い\n1,2\n")
    assert "氏名の列を選んでください。" in texts(section)
    assert not button(section, "どうなるかを見る").isEnabled()


def test_every_row_says_what_becomes_of_it_and_why(office: House, section: OwnListSection) -> None:
    read(office, section, LIST)
    preview = look(office, section)
    counted = {verdict: preview.tabs[verdict].text() for verdict in Verdict}
    assert counted[Verdict.NEW] == "新しい人 1"
    assert counted[Verdict.CHANGED] == "変更あり 1"
    assert counted[Verdict.WRONG] == "取り込めない 2"
    click(preview.tabs[Verdict.WRONG])
    said = " ".join(texts(preview.table))
    assert "2月30日" in said and "マイナンバー" in said
    click(preview.tabs[Verdict.CHANGED])
    assert "電話番号" in " ".join(texts(preview.table))


def test_nothing_is_written_before_it_is_taken_in(office: House, section: OwnListSection) -> None:
    before = everybody(office)
    read(office, section, LIST)
    look(office, section)
    assert everybody(office) == before


def test_the_list_is_taken_in_and_undone_at_once(office: House, section: OwnListSection) -> None:
    before = everybody(office)
    read(office, section, LIST)
    look(office, section)
    click(button(section, "2人を取り込む"))
    office.settle()
    after = everybody(office)
    assert set(after) - set(before) == {"新田 一郎"}
    assert after["新田 一郎"].resident is not None
    assert "35-9999" in " ".join(after["小野寺 フミ"].phones)
    undo = office.office.status.undo_button
    office.settle()
    assert undo.text() == "元に戻す: 一覧の取り込み"
    click(undo)
    office.settle()
    assert everybody(office) == before


def test_people_can_be_taken_in_without_registering_them(
    office: House, section: OwnListSection
) -> None:
    read(office, section, LIST)
    look(office, section)
    click(button(section, "人としてだけ入れる"))
    click(button(section, "2人を取り込む"))
    office.settle()
    assert everybody(office)["新田 一郎"].resident is None


def test_a_doubtful_row_waits_for_a_tick(office: House, section: OwnListSection) -> None:
    read(office, section, "氏名,よみ\n新田 四郎?,にった しろう\n")
    preview = look(office, section)
    assert preview.tabs[Verdict.DOUBTFUL].isChecked()
    assert preview.accepted == frozenset()
    index = preview.table.lines.index(0, 0)
    checked = Qt.CheckState.Checked.value
    assert preview.table.lines.setData(index, checked, Qt.ItemDataRole.CheckStateRole)
    assert preview.accepted == {2}
    click(button(section, "1人を取り込む"))
    office.settle()
    assert "新田 四郎?" in everybody(office)


def test_a_list_that_cannot_be_read_is_told_beside_the_button(
    office: House, section: OwnListSection
) -> None:
    read(office, section, b"PK\x03\x04 broken")
    assert section.said.property("role") == "error"
    assert not panels()


def test_an_encoding_that_is_not_clear_is_asked_with_samples(
    office: House, section: OwnListSection
) -> None:
    read(office, section, "氏名,住所\n佐藤 功,旭町\n".encode("euc_jp"))
    if not panels():
        pytest.fail(f"nobody asked: {section.said.text()}")
    said = list(texts(panels()[0]))
    assert "正しく読めるほうを選んでください。" in said
    click(button(panels()[0], "この読み方にする"))
    office.settle()
    assert section.mapping.mapping is not None


def test_after_the_lock_the_list_is_forgotten(office: House, section: OwnListSection) -> None:
    read(office, section, LIST)
    look(office, section)
    section.cleared()
    office.settle()
    assert not any("新田" in text for text in texts(section))
