"""Surnames with their readings, as common as in a snowy country town; rare characters on top."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname as its bearer writes it. `note` explains a character that is easily mistaken."""

    written: str
    reading: str
    note: str | None = None


_COMMON = """
佐藤さとう22 高橋たかはし16 鈴木すずき13 田中たなか12 伊藤いとう11 佐々木ささき15 渡辺わたなべ11
斉藤さいとう9 小林こばやし11 加藤かとう9 吉田よしだ9 山本やまもと9 中村なかむら10 木村きむら9
工藤くどう9 山田やまだ8 阿部あべ8 三浦みうら7 千葉ちば7 菅原すがわら6 松田まつだ5 石川いしかわ6
池田いけだ5 森もり5 小野おの4 清水しみず4 村上むらかみ5 藤田ふじた5 長谷川はせがわ5 近藤こんどう4
成田なりた5 本間ほんま6 山口やまぐち4 林はやし5 酒井さかい4 後藤ごとう4 武田たけだ4 今野こんの4
遠藤えんどう4 橋本はしもと4 西村にしむら4 坂本さかもと4 前田まえだ4 岡田おかだ4 金子かねこ3
太田おおた4 中島なかじま4 原田はらだ3 和田わだ3 上田うえだ3 大西おおにし3 川村かわむら4
対馬つしま3 奥山おくやま3 相田あいだ2 石倉いしくら2 小野寺おのでら4 山岸やまぎし2 竹内たけうち3
谷口たにぐち3 及川おいかわ3 高田たかだ2 熊谷くまがい3 柴田しばた3 宮崎みやざき2 岩崎いわさき2
平田ひらた2 久保くぼ2 福士ふくし2 今井いまい3 大橋おおはし2 上野うえの2 北川きたがわ2 南みなみ1
辻つじ2 畑中はたなか2 米田よねだ2 鳥谷部とりやべ1 五十嵐いがらし3 目黒めぐろ1 古川ふるかわ2
荒木あらき2 安藤あんどう2 水野みずの2 神田かんだ2 笹川ささがわ2 蝦名えびな1 寺島てらしま2
道下みちした1 藪中やぶなか1 河合かわい2 新田にった2 杉山すぎやま2 東海林しょうじ1 中川なかがわ3
丸山まるやま2 市川いちかわ2 星ほし2 関せき2 原はら2
"""

_RARE = (
    Surname("髙橋", "たかはし", "髙は「はしごだか」"),
    Surname("﨑山", "さきやま", "﨑は「たつさき」"),
    Surname("𠮷田", "よしだ", "𠮷は「つちよし」（上が土）"),
    Surname("德永", "とくなが", "德は心の上に一のある旧字"),
    Surname("渡邉", "わたなべ", "邉は旧字（口の入るほう）"),
    Surname("渡邊", "わたなべ", "邊は旧字（方の入るほう）"),
    Surname("齋藤", "さいとう", "齋は旧字（示の入るほう）"),
    Surname("齊藤", "さいとう", "齊は旧字（示のないほう）"),
    Surname("濵田", "はまだ", "濵は旧字（眉に似たほう）"),
    Surname("葛\U000e0100城", "かつらぎ", "葛は下が「ヒ」の字形（異体字セレクタつき）"),
    Surname("辻\U000e0100", "つじ", "辻は点が一つのしんにょう（異体字セレクタつき）"),
    Surname("山﨑", "やまざき", "﨑は「たつさき」"),
    Surname("髙田", "たかだ", "髙は「はしごだか」"),
    Surname("栁沢", "やなぎさわ", "栁は俗字"),
    Surname("桒原", "くわばら", "桒は俗字"),
    Surname("𣘺本", "はしもと", "𣘺は俗字"),
    Surname("圡屋", "つちや", "圡は点のある土"),
    Surname("廣瀨", "ひろせ", "廣も瀨も旧字"),
    Surname("黑木", "くろき", "黑は旧字"),
    Surname("\ufa10本", "つかもと", "塚は点のある旧字"),
    Surname("眞鍋", "まなべ", "眞は旧字"),
    Surname("小栁", "こやなぎ", "栁は俗字"),
)

_FROM_ABROAD = (
    Surname("グエン", "ぐえん"),
    Surname("チャン", "ちゃん"),
    Surname("サントス", "さんとす"),
)


@cache
def common_surnames() -> tuple[tuple[Surname, float], ...]:
    """Common surnames with how often they occur."""
    return tuple(_entry(word) for word in _COMMON.split())


def rare_surnames() -> tuple[Surname, ...]:
    """Surnames with characters that paper, search and old computers stumble over."""
    return _RARE


def surnames_from_abroad() -> tuple[Surname, ...]:
    return _FROM_ABROAD


def _entry(word: str) -> tuple[Surname, float]:
    kanji = next(i for i, c in enumerate(word) if "ぁ" <= c <= "ん")
    digits = next(i for i, c in enumerate(word) if c.isdecimal())
    return Surname(word[:kanji], word[kanji:digits]), float(word[digits:])
