"""Two short stories: one hand on the keyboard only, the other on the mouse only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytest_bdd import given, scenario, then, when

from renkei_desktop.office import entrance, leaving
from tests.stories import eyes, hands
from tests.stories.desk import Pc
from tests.ui.invented import NEW, found_office

STORY = "はじめての朝.feature"
HARU = "長谷川 ハル"


@scenario(STORY, "キーだけで一人を登録して、探し出す")
def test_with_keys_only() -> None: ...


@scenario(STORY, "マウスだけで練習の町を歩く")
def test_with_the_mouse_only() -> None: ...


# --- keys


@given("町内会のある台帳が開くのを待っている")
def waiting_office(pc: Pc) -> None:
    leaving.leave(found_office(pc.office, pc.machine))
    entrance.remember(pc.machine, pc.office)
    pc.start()
    eyes.wait_to_see("合言葉を入れてください。")


@when("キーだけで合言葉を入れて、住民のページへ行く")
def unlock_with_keys() -> None:
    hands.write("Yukidoke")
    hands.press("Return")
    eyes.wait_to_see("合言葉が違います")
    hands.write(NEW.password)
    hands.press("Return")
    eyes.wait_to_see("今朝すること")
    hands.press("Ctrl+2")
    eyes.wait_to_see("登録 9人")


@when("キーだけで長谷川ハルさんを登録する", target_fixture="haru")
def register_with_keys() -> Typed:
    hands.tab_to("住民を登録する")
    hands.press("Space")
    eyes.until(lambda: eyes.cursor_is_in("氏名"), "the cursor is in the name")
    hands.convert("はせがわ", "長谷川")
    hands.write(" ")
    hands.convert("はる", "ハル")
    hands.press("Return")
    eyes.until(lambda: eyes.cursor_is_in("よみ"), "Enter has gone on to the reading")
    reading = _typed()
    hands.press("Return")
    hands.write("S18.6.5")
    hands.press("Return")
    written = eyes.screen()
    hands.press("Right")
    hands.press("Tab")
    eyes.until(lambda: eyes.cursor_is_in("住所"), "Tab has gone on to the address")
    hands.convert("あさひちょう", "旭町")
    hands.write("4-2")
    hands.press("Ctrl+S")
    eyes.wait_not_to_see("やめる")
    return Typed(reading, written)


@dataclass(frozen=True)
class Typed:
    """What stood on the form while it was filled in."""

    reading: str
    written: str


def _typed() -> str:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    return line.text()


@then("よみが名前から入り、生年月日の下に年齢が出ていた")
def reading_came(haru: Typed) -> None:
    assert haru.reading == "はせがわ はる"
    assert "昭和18年6月5日（土）満83歳" in haru.written


@then("キーだけでホームから探すと、長谷川ハルさんの票が開く")
def found_with_keys() -> None:
    hands.press("Ctrl+1")
    eyes.wait_to_see("今朝すること")
    assert not eyes.sees(HARU)
    hands.press("Ctrl+F")
    hands.convert("はせがわ", "はせがわ")
    eyes.wait_to_see(HARU)
    hands.press("Return")
    eyes.wait_to_see("昭和18年6月5日（83歳）・女")
    assert eyes.sees("旭町4-2") and eyes.sees("登録 10人")


# --- mouse


@given("はじめの画面が出ている")
def start_page(pc: Pc) -> None:
    pc.start()
    eyes.wait_to_see("練習する")


@when("マウスだけで練習の町を開き、さ行の一人を選ぶ")
def practise(pc: Pc) -> None:
    hands.click_button("練習する")
    eyes.wait_to_see("今朝すること", 60)
    assert eyes.sees("練習　つくりものの町です。")
    hands.click_button("住民")
    eyes.wait_to_see("登録 300人")
    hands.click_button("さ")
    hands.click_line("・要介護")
    eyes.wait_to_see("介護度\n要介護")
    assert list(pc.temporary.glob("*/見本町.renkei"))


@when("マウスだけで要介護度を変える", target_fixture="level")
def change_level() -> Level:
    hands.click_button("変更する")
    box = eyes.field("要介護度")
    assert isinstance(box, QComboBox)
    before = box.currentText()
    level = Level(before, "要介護4" if before != "要介護4" else "要介護3")
    hands.choose("要介護度", level.after)
    hands.click_button("変更する")
    return level


@dataclass(frozen=True)
class Level:
    """A care level before and after the change."""

    before: str
    after: str


@then("票に新しい要介護度が出ている")
def level_shown(level: Level) -> None:
    eyes.wait_not_to_see("やめる")
    eyes.wait_to_see(f"介護度\n{level.after}")


@when("マウスだけで取り消し、字を大きくし、ロックして、また開く", target_fixture="size")
def take_back_and_lock(level: Level) -> int:
    hands.click_button("元に戻す: 住民情報の訂正")
    eyes.wait_not_to_see(f"介護度\n{level.after}")
    size = _size_of_type()
    hands.click_button("設定")
    hands.click_line("文字の大きさ・ロック")
    hands.click_button("大きい（1.25倍）")
    eyes.until(lambda: _size_of_type() > size, "the type is larger")
    hands.click_button("住民")
    hands.click_button("画面をロックする")
    eyes.wait_to_see("画面をロックしています")
    hands.click_button("開く")
    eyes.wait_to_see("登録 300人")
    return size


@then("要介護度は元に戻り、字は大きいままで、練習の帯が出ている")
def as_before(pc: Pc, level: Level, size: int) -> None:
    eyes.until(lambda: _size_of_type() > size, "the type is still large")
    assert eyes.sees("練習　つくりものの町です。")
    hands.click_button("さ")
    hands.click_line("・要介護")
    eyes.wait_to_see(f"介護度\n{level.before}")
    pc.end_all()
    assert list(pc.temporary.iterdir()) == []


def _size_of_type() -> int:
    return QFontInfo(eyes.button("住民").font()).pixelSize()
