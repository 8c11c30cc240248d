"""A list of as many invented people as a test wants, every row of it fit to be taken in."""

from __future__ import annotations

from itertools import islice, product
from pathlib import Path

_FAMILY = "架空見本仮名例示"
_GIVEN = "一二三四五六七八九十春夏秋冬花月雪風山川"


def write_list(path: Path, rows: int) -> Path:
    """A CSV of so many people, no two with the same name and birthday."""
    names = (f"{a}{b} {c}{d}" for a, b, c, d in product(_FAMILY, _FAMILY, _GIVEN, _GIVEN))
    lines = [
        f"{name},S{10 + n % 40}.{n % 12 + 1}.{n % 28 + 1},旭町{n % 9 + 1}丁目{n}"
        for n, name in enumerate(islice(names, rows))
    ]
    path.write_text("\n".join(["氏名,生年月日,住所", *lines]) + "\n", "utf-8")
    return path
