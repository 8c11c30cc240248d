"""Fictional residents and offices to print. Nobody here exists."""

from __future__ import annotations

from renkei_desktop.printing.paper import Handling, SheetHead
from renkei_desktop.printing.roster import Roster, RosterSection
from renkei_desktop.printing.roster_row import RosterRow
from renkei_desktop.printing.windows import Window, WindowGroup, Windows

HEAD = SheetHead(
    title="避難行動要支援者名簿",
    date_text="令和8年11月23日",
    town="見本町",
    office="保健福祉課 福祉係",
    phone="0164-00-0000",
)
HANDLING = Handling(
    copy_number="2-0042",
    recipient="見本町消防署",
    basis="災害対策基本法第49条の11第2項",
    reason="平常時の見守りと、災害のときの避難の支援に備えるため",
)


def _words(text: str) -> list[str]:
    return text.split()


_SURNAMES = _words(
    "髙橋 佐藤 﨑山 𠮷田 德永 小野寺 葛󠄀城 渡邉 武者小路 林 斎藤 山岸 相田 石倉 辻󠄀本 "
)
_SURNAME_READINGS = _words(
    "たかはし さとう さきやま よしだ とくなが おのでら かつらぎ "
    "わたなべ むしゃのこうじ はやし さいとう やまぎし あいだ いしくら "
    "つじもと "
)
_GIVEN = _words("トミ 清 フミ 吉男 花子 ウメ 正 ヨシヱ 志づ 源左衛門 ハル 勝 美津子 ")
_GIVEN_READINGS = _words(
    "とみ きよし ふみ よしお はなこ うめ ただし よしえ しづ げんざえもん はる まさる みつこ "
)
_STREETS = (
    "旭町一丁目3番12号",
    "字北竜第二1234番地5",
    "本通五丁目8番地 見本町営住宅2号棟305号",
    "南一条2丁目1-8",
)
_REASONS = (
    ("独居",),
    ("高齢者のみの世帯", "足が不自由"),
    ("在宅酸素（電池 6時間）", "独居", "冬は除雪ができない"),
    ("日中独居", "認知症", "ひとりで戸外に出ることがある"),
    ("人工透析（週3回）",),
    (),
)
_CARE = ("要介護2", "要支援1", "", "要介護5", "認定なし")
_NOTES = (
    "",
    "",
    "玄関は裏口から。犬がいる。",
    "",
    "耳が遠いので、電話は長く鳴らす。停電のときは、まず酸素の会社（0164-00-1111）へ知らせる。",
)


def row(number: int, name: str | None = None) -> RosterRow:
    """The resident of a number; the same number is always the same person."""
    surname, given = number % len(_SURNAMES), number * 7 % len(_GIVEN)
    child = _SURNAMES[(number + 3) % len(_SURNAMES)]
    return RosterRow(
        code=f"A-{number:04}",
        name=name or f"{_SURNAMES[surname]} {_GIVEN[given]}",
        reading=f"{_SURNAME_READINGS[surname]} {_GIVEN_READINGS[given]}",
        birth_text=f"昭和{2 + number % 24}年{1 + number % 12}月{1 + number * 5 % 28}日",
        age=98 - number % 24,
        sex=("女", "男", "女", "")[number % 4],
        address=_STREETS[number % len(_STREETS)],
        yago="かねき" if number % 5 == 0 else "",
        phones=(
            (f"0164-00-{number % 10000:04}",),
            (f"0164-00-{number % 10000:04}", "090-0000-0000"),
            (),
        )[number % 3],
        contacts=(
            f"長女 {child} 恵子（札幌市） 090-0000-{number % 10000:04}",
            "隣 山岸 ただし 0164-00-2222",
        )[: 1 + number % 2]
        if number % 6
        else (),
        reasons=_REASONS[number % len(_REASONS)],
        care=_CARE[number % len(_CARE)],
        supporters=("佐々木 一（隣）", "旭町自主防災会")[: number % 3],
        note=_NOTES[number % len(_NOTES)],
    )


def rows(count: int, start: int = 1) -> tuple[RosterRow, ...]:
    return tuple(row(number) for number in range(start, start + count))


def section(association: str, count: int, start: int = 1) -> RosterSection:
    return RosterSection(association, "山田 太郎", "鈴木 和子", rows(count, start))


def roster(*sections: RosterSection) -> Roster:
    return Roster(HEAD, HANDLING, sections)


def window(number: int) -> Window:
    """The contact window of a number; the same number is always the same window."""
    return Window(
        code=f"M-{number:03}",
        name=("見本町立診療所", "見本町社会福祉協議会", "つむぎ居宅介護支援事業所", "喫茶ひだまり")[
            number % 4
        ],
        kind=("フォーマル", "フォーマル", "フォーマル", "ナチュラル")[number % 4],
        person=("看護師長 髙橋 和子", "生活支援係 﨑山 一郎", "", "店主 𠮷田 ミツ")[number % 4],
        phone=f"0164-00-{3000 + number}",
        fax=f"0164-00-{4000 + number}" if number % 3 else "",
        avoid=("午前9時から11時（診察中）", "月曜日の午前", "", "昼どき")[number % 4],
        how=(
            "まず電話で。急がないときはFAXでもよい。",
            "電話かFAX。夜と休みの日は、役場の宿直を通す。",
            "電話",
            "お店に寄って声をかける。",
        )[number % 4],
    )


def windows(*groups: tuple[str, int]) -> Windows:
    head = SheetHead("連絡窓口一覧", HEAD.date_text, HEAD.town, HEAD.office, HEAD.phone)
    made: list[WindowGroup] = []
    start = 1
    for label, count in groups:
        made.append(WindowGroup(label, tuple(window(n) for n in range(start, start + count))))
        start += count
    return Windows(head, tuple(made))
