"""A clerk's first morning, played with keys and mouse from the start page to the backup."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel
from pytest_bdd import given, scenario, then, when

from renkei_desktop.ui.window import Window
from tests.printing.reading import solid, texts
from tests.stories import eyes, hands
from tests.stories.desk import LIST, Pc, backups, has_in_clear, town_map

STORY = "はじめての朝.feature"
CLERK, PASSWORD = "佐々木 かおる", "Yukidoke no asa 8"
KIYO, OTHERS = "髙橋 キヨ", ("﨑山", "石倉", "小野寺", "相田", "渡邉")
OLD, NEW, MISHEARD = "0999-35-1111", "0999-35-4321", "0999-35-4327"


@scenario(STORY, "台帳をつくり、名簿を一部渡し、控えを残して閉じる")
def test_the_first_morning() -> None: ...


@given("何も入っていないパソコンに、一覧表と町の地図のファイルだけがある", target_fixture="window")
def empty_pc(pc: Pc) -> Window:
    pc.write("一覧.csv", LIST.encode("cp932"))
    pc.write("見本町の地図.geojson", town_map())
    window = pc.start()
    eyes.wait_to_see("練習する")
    return window


# --- the wizard


@when("この町で始めて、町と課、置き場所、自分の名前と合言葉を決める")
def found(pc: Pc) -> None:
    hands.click_button("この町で始める")
    eyes.wait_to_see("どの町の、どの課ですか")
    hands.click_button("次へ")
    eyes.wait_to_see("町の名前を入れてください。")
    for word, kana in (("見本町", "みほんちょう"), ("", ""), ("福祉係", "ふくしがかり")):
        if word:
            hands.convert(kana, word)
        hands.press("Return")
    for number in ("0999-35-2111", "0999-35-2112", "0999"):
        hands.write(number)
        hands.press("Return")
    eyes.wait_to_see("台帳をどこに置きますか")
    hands.press("Ctrl+A")
    hands.write(str(pc.office))
    hands.press("Return")
    eyes.wait_to_see("だれが使いますか")
    hands.write(CLERK)
    hands.press("Return")
    hands.write(PASSWORD)
    hands.press("Return")
    hands.write(PASSWORD)
    hands.press("Return")


@then("台帳ができている")
def founded(pc: Pc) -> None:
    eyes.wait_to_see("プリンターで一枚、試します")
    assert {"ledger.db", "keys.json"} <= {file.name for file in pc.office.iterdir()}


@when("紙の合言葉を画面から写して打ち直す")
def copy_code() -> None:
    hands.click_button("あとで")
    eyes.wait_to_see("紙の合言葉をしまいます")
    groups = [made.text() for made in eyes.shown(QLabel) if made.property("role") == "code"]
    assert len(groups) == 8
    hands.click_button("次へ")
    eyes.wait_to_see("紙を見て、打ち直してください。")
    hands.write(" ".join(groups).lower())
    eyes.wait_to_see("紙と同じです。")
    hands.press("Return")
    eyes.wait_to_see("二人目の職員を入れます")
    hands.click_button("あとで")


@when("同意は一人ずつもらうことにする")
def choose_policy() -> None:
    eyes.wait_to_see("同意はどうやって取っていますか")
    hands.click_button("一人ずつ同意をもらう")
    hands.click_button("この取り方にする")
    eyes.wait_to_see("この取り方にしました。")
    hands.click_button("次へ")


@when("町内会と民生委員を貼りつけて入れる")
def paste_bodies() -> None:
    eyes.wait_to_see("町内会を入れます")
    _paste("旭町\tあさひちょう\n緑町\tみどりちょう\n")
    hands.click_button("町内会を2件 入れる")
    eyes.wait_to_see("町内会を2件 入れました。")
    hands.click_button("次へ")
    eyes.wait_to_see("民生委員を入れます")
    _paste("山田 花子\tやまだ はなこ\t0999-35-0001\t旭町・緑町\n")
    hands.click_button("民生委員を1件 入れる")
    eyes.wait_to_see("民生委員を1件 入れました。")
    hands.click_button("次へ")


def _paste(copied: str) -> None:
    """What was copied in a spreadsheet, another program, is pasted into the only large field."""
    QApplication.clipboard().setText(copied)
    hands.click(eyes.large_field())
    hands.press("Ctrl+V")


@when("町の地図のファイルを加える")
def add_map(pc: Pc) -> None:
    eyes.wait_to_see("地図はまだありません。")
    with hands.choosing(pc.folder / "見本町の地図.geojson"):
        hands.click_button("地図のファイルを加える")
    eyes.wait_to_see("使っています")
    eyes.wait_to_see("出典: 試験のための町（架空）")
    hands.click_button("次へ")
    eyes.wait_to_see("はじめの控えを取ります")
    hands.click_button("あとで")


# --- the list


@when("一覧表を選んで、どうなるかを見る")
def look_at_list(pc: Pc) -> None:
    eyes.wait_to_see("いまの一覧を取り込みます")
    with hands.choosing(pc.folder / "一覧.csv"):
        hands.click_button("一覧のファイルを選ぶ")
    eyes.wait_to_see("7行あります。")
    hands.click_button("どうなるかを見る")
    eyes.wait_to_see("新しい人 6")


@then("2月30日生まれの行だけが、理由とともに取り込めないと分かる")
def wrong_row() -> None:
    assert eyes.sees("取り込めない 1")
    hands.click_button("取り込めない 1")
    assert eyes.sees("間違 花") and not eyes.sees(KIYO)
    assert eyes.sees("8") and eyes.sees("2月"), eyes.screen()


@when("取り込んで、ホームを開く")
def take_in() -> None:
    hands.click_button("6人を取り込む")
    eyes.wait_to_see("6人を取り込みました。")
    hands.click_button("ホームを開く")
    eyes.wait_to_see("同意をまだ聞いていない登録住民が6人います")
    eyes.wait_to_see("元に戻す: 一覧の取り込み")


@then("住民の一覧に6人がよみの順に並んでいる")
def listed() -> None:
    hands.click_button("住民")
    eyes.wait_to_see("登録 6人")
    eyes.until(lambda: eyes.sees(KIYO), "the list is filled")
    lines = eyes.screen()
    order = [lines.index(name) for name in ("相田", "石倉", "小野寺", "﨑山", "髙橋", "渡邉")]
    assert order == sorted(order)
    assert not eyes.sees("間違")


# --- corrections


@when("髙橋さんの電話を直す")
def correct_phone() -> None:
    hands.click_line(KIYO)
    eyes.wait_to_see(OLD)
    _change_phone("35-4321")


def _change_phone(number: str) -> None:
    hands.click_button("変更する")
    eyes.wait_to_see("さんの票を変更する")
    hands.fill("電話", number)
    hands.press("Ctrl+S")
    eyes.wait_not_to_see("さんの票を変更する")


@then("票に新しい電話が出ている")
def phone_shown() -> None:
    eyes.wait_to_see(NEW)
    eyes.wait_not_to_see(OLD)
    assert eyes.sees("元に戻す: 住民情報の訂正")


# --- the pin


@when("髙橋さんの位置を地図の上で決めて、少し引いて直す", target_fixture="door")
def set_pin() -> QPoint:
    hands.click_button("地図")
    hands.click_line(KIYO)
    eyes.wait_to_see("地図に位置がありません。")
    hands.click_button("位置を決める")
    town = eyes.town_map()
    house = town.rect().center() + QPoint(-70, 40)
    hands.click(town, house)
    hands.click_button("この位置に決める")
    eyes.wait_to_see("位置: 手置き")
    eyes.until(lambda: _near(eyes.pin_on(town), house), "a pin stands on the house")
    hands.click_button("位置を直す")
    ring = eyes.ring_on(town)
    door = ring + QPoint(120, -60)
    hands.drag(town, ring, door)
    hands.click_button("この位置に決める")
    return door


@then("印が直した場所に立っている")
def pin_is_right(door: QPoint) -> None:
    eyes.wait_to_see("元に戻す: 位置を直す")
    eyes.until(lambda: _near(eyes.pin_on(eyes.town_map()), door), "the pin stands at the door")


def _near(one: QPoint, other: QPoint) -> bool:
    """The map gives way a little when the words under it change."""
    return (one - other).manhattanLength() < 45


# --- consent and the paper


@when("髙橋さんの同意の返事を票に書く")
def write_consent() -> None:
    hands.click_button("住民")
    hands.click_line(KIYO)
    eyes.wait_to_see("同意はまだ")
    hands.click_button("変更する")
    eyes.wait_to_see("さんの票を変更する")
    hands.click(eyes.field("名簿の提供: すべての相手に同意する"))
    hands.choose("名簿の提供、消防機関", "×")
    hands.press("Ctrl+S")
    eyes.wait_to_see("直すところが1つあります。")
    hands.fill("答えた人", "本人")
    hands.press("Ctrl+S")


@then("髙橋さんは「同意あり」になっている")
def consented() -> None:
    eyes.wait_not_to_see("さんの票を変更する")
    eyes.wait_to_see("同意あり")


@when("民生委員に渡す名簿をPDFにして、渡したと書きとめる")
def hand_over(pc: Pc) -> None:
    hands.click_button("印刷")
    hands.choose("渡す相手", "山田 花子")
    hands.fill("渡す理由", "冬の見守りに使うため")
    eyes.wait_to_see("載る人 1")
    assert eyes.sees("載せない人 5")
    hands.click_button("載せない人 5")
    assert all(eyes.sees(name) for name in OTHERS) and not eyes.sees(KIYO)
    with hands.choosing(pc.folder / "名簿.pdf"):
        hands.click_button("PDFにする")
    eyes.wait_to_see("控え 1-0001 はどうなりましたか")
    assert eyes.sees("山田 花子に渡したら")
    hands.click_button("渡した")


@then("紙には髙橋さんだけが、新しい電話で載っている")
def on_paper(pc: Pc) -> None:
    paper = solid("".join(texts((pc.folder / "名簿.pdf").read_bytes())))
    for words in (KIYO, NEW, "旭町1丁目2-3", "取扱注意", "1-0001", "山田花子", "見本町"):
        assert solid(words) in paper, words
    assert not [name for name in OTHERS if name in paper]


@then("返ってきていない写しが1部ある")
def not_returned() -> None:
    eyes.wait_to_see("返ってきていない写し 1部")


# --- lock, unlock, undo


@when("髙橋さんの電話を、聞きまちがえた番号に変える")
def mishear() -> None:
    hands.click_button("住民")
    hands.click_line(KIYO)
    eyes.wait_to_see("同意あり")
    _change_phone("35-4327")
    eyes.wait_to_see(MISHEARD)


@when("電話番号を写してから、席を離れるのでロックする")
def lock() -> None:
    hands.click(_copied())
    hands.press("Ctrl+A")
    hands.press("Ctrl+C")
    assert QApplication.clipboard().text() == MISHEARD
    assert MISHEARD in eyes.everything_readable() and KIYO in eyes.everything_readable()
    hands.press("Ctrl+L")
    eyes.wait_to_see("画面をロックしています")


def _copied() -> QLabel:
    return next(made for made in eyes.shown(QLabel) if made.text() == MISHEARD)


@then("画面にもクリップボードにもファイルにも、読めるものが何も残っていない")
def nothing_left(pc: Pc, window: Window) -> None:
    left = eyes.everything_readable()
    eyes.until(lambda: backups(pc.office), "the backup behind the lock is made")
    for words in ("髙橋", *OTHERS, "山田", NEW, MISHEARD, "4327", "旭町"):
        assert words not in left, words
    # Two characters may stand in any encrypted file by chance, these may not.
    for words in (KIYO, "たかはし きよ", "山田 花子", NEW, MISHEARD, "旭町1丁目2-3"):
        assert has_in_clear(pc.office, words) == []
        assert has_in_clear(pc.root / "state", words) == []


@when("違う合言葉、それから正しい合言葉を入れる")
def unlock() -> None:
    hands.write("chigau kotoba")
    hands.press("Return")
    eyes.wait_to_see("合言葉が違います")
    assert not eyes.sees("髙橋")
    hands.write(PASSWORD)
    hands.press("Return")
    eyes.wait_to_see(KIYO)


@when("名前の出ている取り消しを、キーで一度だけ押す")
def undo() -> None:
    eyes.wait_to_see("元に戻す: 住民情報の訂正")
    hands.click_line(KIYO)
    eyes.wait_to_see(MISHEARD)
    hands.press("Ctrl+Shift+Z")


@then("髙橋さんの電話が聞きまちがえる前に戻り、位置と同意はそのままである")
def undone() -> None:
    eyes.wait_to_see(NEW)
    eyes.wait_not_to_see(MISHEARD)
    assert eyes.sees("同意あり")
    assert not eyes.sees("地図に位置がありません。")


# --- the backup


@when("窓を閉じる")
def close(pc: Pc, window: Window) -> None:
    pc.end(window)


@then("確かめられた控えが台帳のそばにある", target_fixture="backup")
def backup(pc: Pc) -> Path:
    newest = backups(pc.office)[-1]
    assert has_in_clear(newest.parent, KIYO) == []
    return newest


@then("別のパソコンで控えから戻すと、髙橋さんが同じ電話で出てくる")
def restored(tmp_path: Path, backup: Path) -> None:
    other = Pc(tmp_path / "other")
    other.start()
    hands.click_button("控えから戻す")
    with hands.choosing(backup):
        hands.click_button("控えを選ぶ")
    eyes.until(lambda: eyes.sees(CLERK), "the clerk's name is read from the backup")
    hands.fill("戻す場所", str(other.office))
    hands.fill("合言葉", PASSWORD)
    hands.press("Return")
    eyes.wait_to_see("それ以後の同意と渡した部数を紙で確かめてください")
    hands.click_button("住民")
    eyes.wait_to_see("登録 6人")
    hands.click_line(KIYO)
    eyes.wait_to_see("同意あり")
    assert eyes.sees(NEW)
    other.end_all()
