from __future__ import annotations

import dataclasses

import pytest

from renkei_desktop import work
from renkei_desktop.printing.paper import A4, A4_LANDSCAPE, Look
from renkei_desktop.printing.printed import Unprintable
from renkei_desktop.printing.style import SCALES
from renkei_desktop.printing.typeface import Missing
from renkei_desktop.printing.windows import Window, WindowGroup, print_windows, unprintable
from tests.printing.people import HEAD, windows
from tests.printing.reading import letters, overlapping, solid, texts

LIST = windows(("診療所", 5), ("居宅介護支援", 17), ("地域の店", 3))


def test_every_window_is_listed_under_its_type() -> None:
    whole = "".join(texts(print_windows(LIST).pdf))
    at = [whole.index(f"{group.label}　{len(group.windows)}か所") for group in LIST.groups]
    assert at == sorted(at)
    for start, group in zip(at, LIST.groups, strict=True):
        for window in group.windows:
            assert whole.index(window.code) > start
    for window in (w for group in LIST.groups for w in group.windows):
        assert all(solid(word) in solid(whole) for word in window.words())


def test_it_is_public_and_says_from_when_and_by_whom() -> None:
    for page in texts(print_windows(LIST).pdf):
        assert "取扱注意" not in page and "控え番号" not in page
        assert f"{HEAD.date_text} 現在" in page
        assert f"{HEAD.town} {HEAD.office}（電話 {HEAD.phone}）" in page
        assert "紙の番号" in page and "ページ" in page


def test_the_unknown_is_said() -> None:
    unknown = Window("M-1", "駐在所", "", "", "", "", "", "")
    page = solid(
        texts(
            print_windows(dataclasses.replace(LIST, groups=(WindowGroup("警察", (unknown,)),))).pdf
        )[0]
    )
    assert page.count("未確認") == 6
    assert "電話未確認" in page and "FAX未確認" in page


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("count", range(3, 19))
def test_a_heading_never_stands_alone_at_the_foot(count: int, scale: float) -> None:
    pdf = print_windows(windows(("診療所", count), ("警察", 2)), Look(A4, scale)).pdf
    for number, page in enumerate(texts(pdf)):
        assert "警察　2か所" not in page or "M-" in page.split("警察　2か所")[1]
        boxes = letters(pdf, number)
        foot = max(box.top for box in boxes if box.character == "ペ")
        assert all(box.bottom >= foot for box in boxes if box.character in "未宿診寄")
        assert not overlapping(boxes)


def test_a_type_that_goes_on_overleaf_says_so() -> None:
    pages = texts(print_windows(LIST, Look(A4_LANDSCAPE)).pdf)
    assert any("居宅介護支援（つづき）" in page for page in pages)
    assert all("連絡を避けたい時間" in page for page in pages)


@pytest.mark.parametrize("groups", [(), (WindowGroup("診療所", ()),)])
def test_an_empty_list_says_so(groups: tuple[WindowGroup, ...]) -> None:
    printed = print_windows(dataclasses.replace(LIST, groups=groups))
    assert "この一覧に載せる窓口はありません。" in texts(printed.pdf)[0]
    assert len(printed.pages) == 1


def test_a_missing_character_stops_the_printing() -> None:
    odd = dataclasses.replace(LIST.groups[0].windows[0], person="🫨")
    content = dataclasses.replace(LIST, groups=(WindowGroup("\ue000", (odd,)),))
    assert unprintable(content) == (Missing("\ue000", -1), Missing("🫨", 0))
    with pytest.raises(Unprintable):
        print_windows(content)
    printed = print_windows(content, allow_missing=True)
    assert printed.missing == unprintable(content)
    assert [letter.character for letter in letters(printed.pdf)].count("□") == 3


def test_pages_keep_their_numbers() -> None:
    first = print_windows(LIST)
    later = dataclasses.replace(
        LIST, sheet=dataclasses.replace(HEAD, title=LIST.sheet.title, date_text="令和9年1月4日")
    )
    again = print_windows(later)
    assert first.pages == again.pages
    assert first.pdf != again.pdf
    other = print_windows(windows(("診療所", 5), ("居宅介護支援", 17), ("地域の店", 4)))
    assert first.pages[0] == other.pages[0]
    assert first.pages[-1] != other.pages[-1]


def test_a_window_taller_than_a_page_goes_on_overleaf() -> None:
    how = "".join(f"{n}つめの道。" for n in range(1200))
    tall = dataclasses.replace(LIST.groups[0].windows[0], how=how)
    pages = [
        solid(p)
        for p in texts(
            print_windows(dataclasses.replace(LIST, groups=(WindowGroup("診療所", (tall,)),))).pdf
        )
    ]
    assert len(pages) > 2 and all(f"{tall.name}（つづき）" in page for page in pages[1:])
    assert all(any(f"{n}つめの道。" in page for page in pages) for n in (0, 1199))


def test_a_stop_is_obeyed() -> None:
    def progress(done: int, total: int | None, label: str) -> None:
        raise work.Stopped

    with pytest.raises(work.Stopped):
        print_windows(LIST, progress=progress)
