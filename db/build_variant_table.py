"""Writes the table of 異体字 that the search form of a text is folded by.

A developer's script: `python db/build_variant_table.py` needs `jntajis-python`, which carries the
MJ縮退マップ; the program itself only reads the table. The map is directed and stays so here: a rare
form leads to the common one, and two common characters are never joined because a third one may
stand for either (功 is not 切, though the map names it as a reading of the same old glyph).
"""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "renkei_desktop/domain/text/variants.txt"

CREDIT = (
    "# 異体字の表。MJ縮退マップ（作成: 独立行政法人情報処理推進機構 IPA、",
    "# 公開: 一般社団法人文字情報技術促進協議会、CC BY-SA 2.1 JP）をもとに、",
    "# 同じ字をよく使われる形へ一方向にまとめ、手書きの組を加えて加工したもの。",
    "# この表は CC BY-SA 2.1 JP で利用できる。db/build_variant_table.py が書く。手で直さない。",
)
CHECK = "# sha256 "

BY_HAND = {
    "島": "嶋嶌", "斉": "斎齋齊", "辺": "邊邉", "崎": "﨑嵜碕", "高": "髙", "吉": "𠮷",
    "徳": "德", "浜": "濱濵", "富": "冨", "野": "埜", "峰": "峯", "曽": "曾", "枡": "桝",
    "湧": "涌", "渕": "淵渊", "滝": "瀧", "灯": "燈", "秋": "穐龝", "園": "薗", "館": "舘",
    "刈": "苅", "竜": "龍", "鉱": "砿礦鑛", "杯": "盃", "駆": "駈", "籠": "篭", "桧": "檜",
    "薮": "藪籔", "鶴": "靍靏鸖寉", "遥": "遙", "凛": "凜", "麹": "麴", "鈎": "鉤", "桑": "桒",
    "柳": "栁", "船": "舩", "橋": "槗𣘺", "爾": "尓尒", "宜": "冝", "瀬": "瀨", "穂": "穗",
    "瑶": "瑤", "尭": "堯", "亘": "亙", "昂": "昻", "歩": "步", "祢": "禰袮", "祷": "禱",
    "壷": "壺", "頬": "頰", "鴎": "鷗", "蝉": "蟬", "莱": "萊", "諌": "諫", "砺": "礪",
    "梅": "楳槑", "広": "廣", "沢": "澤", "国": "國", "真": "眞", "桜": "櫻", "恵": "惠",
    "寿": "壽", "槙": "槇", "郎": "郞", "条": "條", "聡": "聰", "万": "萬", "穎": "頴",
    "岳": "嶽", "巌": "巖", "総": "總緫", "陽": "昜", "丈": "𠀋", "土": "圡", "柿": "𣑥",
}  # fmt: skip
"""The common form and the ones that mean it in a name or an address; these win over the map."""

Candidates = Callable[[str], Iterable[str]]


def standing(character: str) -> int:
    """How common a character is: 1 and 2 for the levels of JIS X 0208, 3 for all others."""
    try:
        code = character.encode("euc_jp")
    except UnicodeEncodeError:
        return 3
    row = code[0] - 0xA0 if len(code) == 2 else 0
    return 1 if 16 <= row <= 47 else 2 if 48 <= row <= 84 else 3


def one_step(character: str, candidates: Candidates) -> str | None:
    """The best of the more common forms that the map names, if it names any."""
    own = standing(character)
    named = (unicodedata.normalize("NFKC", found) for found in candidates(character))
    better = [c for c in named if len(c) == 1 and c != character and _leads(own, standing(c))]
    return min(better, key=standing, default=None)


def _leads(own: int, other: int) -> bool:
    return other < own or (own == other and own > 1)


def fold_table(characters: Iterable[str], candidates: Candidates) -> dict[str, str]:
    """Every character that folds into another one, with the end of its chain."""
    steps = {c: step for c in characters if (step := one_step(c, candidates)) is not None}
    by_hand = {form: common for common, forms in BY_HAND.items() for form in forms}
    for common in BY_HAND:
        steps.pop(common, None)
    steps |= {form: common for form, common in by_hand.items() if _stable(form) and form != common}
    ends = {character: _end(character, steps) for character in steps}
    return {character: end for character, end in ends.items() if character != end}


def _end(character: str, steps: Mapping[str, str]) -> str:
    """Where the chain leads; a circle ends at its most common, then first, member."""
    path = [character]
    while (following := steps.get(path[-1])) is not None:
        if following in path:
            circle = path[path.index(following) :]
            return min(circle, key=lambda c: (standing(c), c))
        path.append(following)
    return path[-1]


def _stable(character: str) -> bool:
    """NFKC runs before the table, so a form that it changes never gets there."""
    return unicodedata.normalize("NFKC", character) == character


def table_text(table: Mapping[str, str]) -> str:
    """The file: credit, check sum, and a line for every common form with its variants."""
    forms = defaultdict(list)
    for form, common in sorted(table.items()):
        forms[common].append(form)
    body = "".join(f"{common}\t{''.join(forms[common])}\n" for common in sorted(forms))
    digest = hashlib.sha256(body.encode()).hexdigest()
    return "\n".join((*CREDIT, CHECK + digest, body))


def all_kanji() -> Iterable[str]:
    """Every character that the map could name."""
    blocks = (range(0x2E80, 0x2FE0), range(0x3400, 0xA000), range(0xF900, 0xFB00))
    return filter(_stable, map(chr, (c for b in (*blocks, range(0x20000, 0x32400)) for c in b)))


def mj_candidates(character: str) -> Iterable[str]:
    """What the MJ縮退マップ names, without 法務省告示582号, which maps by sound."""
    import jntajis

    combo = jntajis.MJShrinkSchemeCombo
    for scheme in (
        combo.JIS_INCORPORATION_UCS_UNIFICATION_RULE,
        combo.MOJ_FAMILY_REGISTER_ACT_RELATED_NOTICE,
        combo.INFERENCE_BY_READING_AND_GLYPH,
    ):
        yield from jntajis.mj_shrink_candidates(character, int(scheme))


def main() -> int:
    text = table_text(fold_table(all_kanji(), mj_candidates))
    TABLE.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{TABLE.name}: {len(text.encode()):,} bytes\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
