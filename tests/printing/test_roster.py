from __future__ import annotations

import dataclasses
from pathlib import Path

import pypdfium2.raw as raw
import pytest

from renkei_desktop import work
from renkei_desktop.printing.paper import A3_LANDSCAPE, A4, A4_LANDSCAPE, B5, PAPERS, Look
from renkei_desktop.printing.printed import Printed, Unprintable
from renkei_desktop.printing.roster import Roster, RosterSection, print_roster, unprintable
from renkei_desktop.printing.roster_row import RosterRow
from renkei_desktop.printing.style import SCALES
from renkei_desktop.printing.typeface import Missing
from tests.printing.people import HANDLING, HEAD, roster, row, rows, section
from tests.printing.reading import letters, opened, overlapping, picture, poppler, solid, texts

LOOKS = [Look(paper, scale) for paper in PAPERS for scale in SCALES]
RARE = ("髙橋 清", "﨑山 花子", "𠮷田 フミ", "德永 ハル", "葛󠄀城 正", "葛󠄂西 勝", "渡邉󠄐 ウメ")


def named(*names: str) -> Roster:
    made = tuple(row(number, name) for number, name in enumerate(names, start=1))
    return roster(RosterSection("旭町一町内会", "山田 太郎", "鈴木 和子", made))


def print_of(content: Roster, look: Look | None = None) -> list[str]:
    return [solid(page) for page in texts(print_roster(content, look).pdf)]


@pytest.fixture(scope="module")
def plain() -> Printed:
    return print_roster(roster(section("旭町一町内会", 14), section("緑町町内会", 3, 50)))


def test_every_page_says_whose_it_is_and_how_to_treat_it(plain: Printed) -> None:
    pages = [solid(page) for page in texts(plain.pdf)]
    for number, page in enumerate(pages, start=1):
        for part in (
            HEAD.title,
            "取扱注意",
            f"控え番号{HANDLING.copy_number}",
            f"提供先：{HANDLING.recipient}",
            f"提供日：{HEAD.date_text}",
            f"根拠：{HANDLING.basis}",
            f"理由：{HANDLING.reason}",
            f"{number}/{len(pages)}ページ",
            solid(f"{HEAD.town}{HEAD.office}電話{HEAD.phone}"),
            f"紙の番号{plain.pages[number - 1].digest}",
        ):
            assert part in page


def test_every_row_is_there_with_all_its_words(plain: Printed) -> None:
    whole = solid("".join(texts(plain.pdf)))
    for resident in rows(14) + rows(3, 50):
        for word in resident.words():
            plain_word = solid(word).replace("\U000e0100", "")
            assert plain_word in whole


def test_each_association_starts_on_a_new_page(plain: Printed) -> None:
    sections = [page.section for page in plain.pages]
    assert sections == ["旭町一町内会"] * (len(sections) - 2) + ["緑町町内会", ""]
    pages = texts(plain.pdf)
    assert "旭町一町内会　14人" in pages[0]
    assert "旭町一町内会（2枚目）" in pages[1]
    assert "緑町町内会　3人" in pages[-2]
    assert "町内会長 山田 太郎" in pages[-2] and "民生委員 鈴木 和子" in pages[-2]


def test_the_labels_are_repeated_on_every_page(plain: Printed) -> None:
    for page in texts(plain.pdf)[:-1]:
        assert "氏名（よみ）" in page and "緊急連絡先" in page


def test_the_last_page_tells_the_receiver_what_the_law_asks(plain: Printed) -> None:
    last = solid(texts(plain.pdf)[-1])
    assert "第49条の12" in last and "第49条の13" in last
    assert "正当な理由なく" in last and "漏らしてはならない" in last
    assert "未確認" in last and "緊急連絡先の①②③は、連絡する順番" in last
    assert "受領" in last and "返却" in last and "印" in last and "日付" in last
    assert "2町内会、あわせて17人" in last
    # 49条の13 has no penalty, so none may be threatened.
    assert not any(word in last for word in ("罰", "懲役", "拘禁", "罰金"))


def test_rare_characters_are_found_by_search(tmp_path: Path) -> None:
    pdf = print_roster(named(*RARE)).pdf
    found = [texts(pdf)[0], poppler("pdftotext", "-enc", "UTF-8", pdf=pdf, folder=tmp_path)]
    for whole in found:
        for name in ("髙橋", "﨑山", "𠮷田", "德永", "葛城", "葛西", "渡邉"):
            assert whole is None or name in whole


def test_only_embedded_subsets_of_our_faces(tmp_path: Path) -> None:
    listed = poppler("pdffonts", pdf=print_roster(named(*RARE)).pdf, folder=tmp_path)
    if listed is None:
        with opened(print_roster(named(*RARE)).pdf) as document:
            assert len(document) == 2
        return
    for line in listed.splitlines()[2:]:
        assert "+BIZUD" in line or "+IPAmjMincho" in line
        assert line.split()[-5:-2] == ["yes", "yes", "yes"]
    assert "IPAmjMincho" in listed and "Helvetica" not in listed


def test_a_variant_is_printed_as_the_resident_writes_it() -> None:
    for variant in ("葛󠄀城 正", "葛󠄂城 正"):
        assert picture(print_roster(named(variant)).pdf) != picture(
            print_roster(named("葛城 正")).pdf
        )
    assert print_of(named("葛󠄀城 正"))[0].replace(
        print_roster(named("葛󠄀城 正")).pages[0].digest, ""
    ) == print_of(named("葛城 正"))[0].replace(print_roster(named("葛城 正")).pages[0].digest, "")


def test_all_faces_stand_on_one_line() -> None:
    found = {letter.character: letter for letter in letters(print_roster(named("𠮷田 フミ")).pdf)}
    assert found["𠮷"].bottom == pytest.approx(found["田"].bottom, abs=0.05)
    assert found["𠮷"].right == pytest.approx(found["田"].left, abs=0.05)


@pytest.mark.parametrize("practice", [True, False])
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.paper.name}×{look.scale}")
def test_nothing_is_cut_off_and_nothing_overlaps(look: Look, practice: bool) -> None:
    long = dataclasses.replace(
        row(2),
        name="武者小路源左衛門之助 " + "長" * 29,
        contacts=("隣" * 60, "090-0000-0000" * 9),
        reasons=("独" * 60, "居" * 30),
        supporters=("支" * 60,),
        care="要介護5" * 9,
    )
    content = dataclasses.replace(
        roster(RosterSection("旭町一町内会", "", "鈴木 和子", (row(1), long, row(4)))),
        sheet=dataclasses.replace(HEAD, practice=practice),
    )
    printed = print_roster(content, look)
    sender = solid(f"{HEAD.town}{HEAD.office}電話{HEAD.phone}")
    for page in printed.pages:
        boxes = letters(printed.pdf, page.number - 1)
        foot = f"{sender}紙の番号{page.digest}{page.number}/{len(printed.pages)}ページ"
        assert "".join(box.character for box in boxes[-len(foot) :]) == foot
        ceiling = max(box.top for box in boxes[-len(foot) :])
        assert all(box.bottom >= ceiling for box in boxes[: -len(foot)])
        assert min(box.left for box in boxes) >= 15 / 25.4 * 72 - 0.5
        assert max(box.right for box in boxes) <= look.paper.width - 15 / 25.4 * 72 + 0.5
        assert min(box.bottom for box in boxes) >= 10 / 25.4 * 72
        assert max(box.top for box in boxes) <= look.paper.height - 12 / 25.4 * 72 + 0.5
        assert not overlapping(boxes)


@pytest.mark.parametrize("look", [Look(), Look(A4, 1.25), Look(B5, 1.5)])
def test_a_name_of_forty_characters_is_whole(look: Look) -> None:
    name = "寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処藪柑子の髙橋"[:40]
    assert len(name) == 40
    assert name in print_of(named(name), look)[0]


def test_names_are_large() -> None:
    found = [box for box in letters(print_roster(named("德永 フミ")).pdf) if box.character == "德"]
    assert max(box.top - box.bottom for box in found) >= 12


def test_large_print_is_larger() -> None:
    heights = [
        max(
            b.top - b.bottom
            for b in letters(print_roster(named("德永"), Look(A4, s)).pdf)
            if b.character == "德"
        )
        for s in SCALES
    ]
    assert heights == pytest.approx([heights[0] * scale for scale in SCALES], rel=0.01)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.paper.name}×{look.scale}")
@pytest.mark.parametrize("recipient", ["見本町消防署", "社会福祉法人 見本町社会福祉協議会 " * 3])
def test_both_receipts_are_whole_and_on_one_page(look: Look, recipient: str) -> None:
    content = dataclasses.replace(
        named("山田"), handling=dataclasses.replace(HANDLING, recipient=recipient)
    )
    pdf = print_roster(content, look).pdf
    last = texts(pdf)[-1]
    assert last.count("受領") == last.count("返却") == 1
    assert last.replace(" ", "　").count("日付　令和　　　　年　　　　月　　　　日") == 2
    lines = [line for line in last.splitlines() if line.startswith("氏名")]
    assert len(lines) in (1, 2) and "".join(lines).count("印") == 2
    assert not overlapping(letters(pdf, len(texts(pdf)) - 1))


def test_an_empty_roster_says_so() -> None:
    pages = print_of(roster())
    assert "この名簿に載せる方はいません。" in pages[0]
    assert "取扱注意" in pages[0] and "0町内会、あわせて0人" in pages[-1]


def test_an_association_without_anybody_says_so() -> None:
    pages = print_of(roster(RosterSection("空町町内会", "", None, ())))
    assert "空町町内会0人" in pages[0] and "この町内会に、載せる方はいません。" in pages[0]
    assert "町内会長未確認" in pages[0] and "民生委員" not in pages[0]


def test_what_the_scope_leaves_out_has_no_column() -> None:
    bare = tuple(RosterRow(f"A-{n}", f"佐藤 {n}郎", address="旭町1") for n in range(3))
    page = print_of(roster(RosterSection("旭町一町内会", None, None, bare)))[0]
    assert "住所" in page and "番号" in page
    for label in (
        "よみ",
        "生年月日",
        "年齢",
        "性別",
        "屋号",
        "電話番号",
        "緊急",
        "事由",
        "支援する人",
        "備考",
    ):
        assert label not in page


def test_the_unknown_is_said_and_the_excluded_is_a_stroke() -> None:
    unknown = RosterRow("A-1", "", "", "", None, "", "", "", (), (), (), "", (), "")
    excluded = RosterRow("A-2", "山田 太郎")
    page = print_of(roster(RosterSection("旭町一町内会", None, None, (unknown, excluded))))[0]
    first, second = page.split("A-1")[1].split("A-2")
    assert first.count("未確認") == 10
    assert second.split("見本町")[0].count("―") == 9
    assert "性別未確認" in first and "介護度未確認" in first


def test_contacts_are_numbered_in_their_order() -> None:
    many = dataclasses.replace(row(1), contacts=tuple(f"隣{n}" for n in range(1, 23)))
    page = "".join(print_of(roster(RosterSection("旭町一町内会", None, None, (many,)))))
    assert "①隣1②隣2" in page and "⑳隣2021隣2122隣22" in page


def test_a_row_never_runs_over_two_pages() -> None:
    content = roster(section("旭町一町内会", 40))
    for page in print_of(content)[:-1]:
        for resident in content.sections[0].rows:
            if resident.code in page:
                assert solid(resident.address or "") in page
                assert all(
                    solid(contact).replace("\U000e0100", "") in page
                    for contact in resident.contacts or ()
                )


def test_a_row_taller_than_a_page_goes_on_overleaf() -> None:
    note = "".join(f"{n}番目の覚え書き。" for n in range(900))
    tall = dataclasses.replace(row(1), note=note, contacts=tuple(f"隣{n}番さん" for n in range(80)))
    content = roster(RosterSection("旭町一町内会", None, None, (tall, row(2))))
    pages = print_of(content)
    assert len(pages) > 4
    assert "佐藤ヨシヱ（つづき）" in pages[1]
    whole = "".join(page.split("（つづき）")[-1].split("見本町保健")[0] for page in pages)
    assert all(f"{n}番目の覚え書き。" in whole for n in (0, 10, 899))
    assert all(f"隣{n}番さん" in whole for n in range(80))
    assert "A-0002" in whole


def test_a_missing_character_stops_the_printing() -> None:
    content = roster(
        RosterSection("旭町一町内会", None, None, (row(1), row(2, "山🫨 太郎"), row(3, "外\ue000")))
    )
    assert unprintable(content) == (Missing("🫨", 1), Missing("\ue000", 2))
    with pytest.raises(Unprintable, match="2種類") as stopped:
        print_roster(content)
    assert stopped.value.missing == unprintable(content)
    assert "🫨" not in str(stopped.value) and "山" not in str(stopped.value)


def test_a_missing_character_outside_the_rows_is_named_once() -> None:
    content = dataclasses.replace(
        roster(RosterSection("🫨町内会", "🫨田", None, (row(1),))),
        handling=dataclasses.replace(HANDLING, recipient="🫨署"),
    )
    assert unprintable(content) == (Missing("🫨", -1),)


def test_with_leave_a_blank_stands_for_the_pen() -> None:
    content = roster(RosterSection("旭町一町内会", None, None, (row(1, "山🫨 太郎"),)))
    printed = print_roster(content, allow_missing=True)
    assert printed.missing == (Missing("🫨", 0),)
    page = texts(printed.pdf)[0]
    assert "山□ 太郎" in page and "□は印刷できない文字です" in solid(page)
    before, blank, after = (
        max((b for b in letters(printed.pdf) if b.character == c), key=lambda b: b.top - b.bottom)
        for c in "山□太"
    )
    assert blank.top - blank.bottom > 1.2 * 14
    assert not overlapping(letters(printed.pdf))
    assert before.right <= blank.left + 0.1 and blank.right <= after.left


def test_what_can_be_printed_has_nothing_missing(plain: Printed) -> None:
    assert plain.missing == ()
    assert print_roster(named(*RARE), allow_missing=True).missing == ()
    assert "□" not in "".join(texts(plain.pdf))


def test_the_practice_town_says_so_on_every_page() -> None:
    practice = dataclasses.replace(HEAD, practice=True)
    pages = print_of(dataclasses.replace(named("山田"), sheet=practice))
    assert all("練習" in page and "架空" in page for page in pages)
    assert not any("練習" in page for page in print_of(named("山田")))


def test_the_same_roster_gives_the_same_bytes() -> None:
    first = print_roster(named(*RARE)).pdf
    print_roster(roster(section("別の町内会", 5)))
    assert print_roster(named(*RARE)).pdf == first


def test_the_file_names_nobody() -> None:
    with opened(print_roster(named("山田 太郎")).pdf) as document:
        about = document.get_metadata_dict()
    assert about["Title"] == HEAD.title
    assert about["CreationDate"].startswith("D:20000101")
    assert not any(name in "".join(about.values()) for name in ("山田", "鈴木", "消防"))


def identities(content: Roster) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for page in print_roster(content).pages:
        found.setdefault(page.section, []).append(page.digest)
    return found


def test_a_page_keeps_its_number_while_it_says_the_same() -> None:
    before = roster(section("旭町一町内会", 20), section("緑町町内会", 12, 50))
    changed = dataclasses.replace(row(17), phones=("0164-00-9999",))
    people = (*rows(16), changed, *rows(3, 18))
    after = Roster(
        dataclasses.replace(HEAD, date_text="令和8年12月24日", phone="0164-00-0001"),
        dataclasses.replace(HANDLING, copy_number="2-0077", recipient="見本町警察署"),
        (
            section("新町内会", 2, 90),
            RosterSection("旭町一町内会", "山田 太郎", "鈴木 和子", people),
            section("緑町町内会", 12, 50),
        ),
    )
    old, new = identities(before), identities(after)
    assert old["緑町町内会"] == new["緑町町内会"]
    assert [a == b for a, b in zip(old["旭町一町内会"], new["旭町一町内会"], strict=True)] == [
        True,
        True,
        False,
        True,
    ][: len(old["旭町一町内会"])]


def test_any_change_of_a_word_changes_the_number() -> None:
    base = named("山田 太郎")
    seen = {print_roster(base).pages[0].digest}
    person = base.sections[0].rows[0]
    for field in dataclasses.fields(RosterRow):
        value = getattr(person, field.name)
        other = 1 if field.name == "age" else ("別",) if isinstance(value, tuple) else "別"
        if field.name == "yago":
            other = "かどや"
        changed = dataclasses.replace(person, **{field.name: other})
        seen.add(
            print_roster(roster(dataclasses.replace(base.sections[0], rows=(changed,))))
            .pages[0]
            .digest
        )
    seen.add(print_roster(base, Look(scale=1.25)).pages[0].digest)
    assert len(seen) == len(dataclasses.fields(RosterRow)) + 2


def test_a_stop_is_obeyed_while_rows_are_set_and_while_pages_are_finished() -> None:
    def stop_at(number: int) -> work.Progress:
        calls = iter(range(number))

        def progress(done: int, total: int | None, label: str) -> None:
            assert label and total and done <= total
            if next(calls, None) is None:
                raise work.Stopped

        return progress

    content = roster(section("旭町一町内会", 120))
    for number in (0, 1, 2, 4):
        with pytest.raises(work.Stopped):
            print_roster(content, progress=stop_at(number))


def test_a_scale_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="scale"):
        print_roster(named("山田"), Look(A4_LANDSCAPE, 1.1))


def test_a3_holds_all_columns_beside_each_other() -> None:
    page = texts(print_roster(roster(section("旭町一町内会", 3)), Look(A3_LANDSCAPE)).pdf)[0]
    labels = next(line for line in page.splitlines() if line.startswith("番号"))
    assert labels.endswith("備考")


def test_everything_is_black_on_white() -> None:
    with opened(print_roster(named(*RARE)).pdf) as document:
        colours = document[0].render(scale=1).to_pil().convert("RGB").getcolors(1 << 16)
    assert colours and all(len(set(colour)) == 1 for _, colour in colours)


def test_the_frame_stands_around_its_words() -> None:
    pdf = print_roster(named("山田")).pdf
    words = [box for box in letters(pdf) if box.character in "取扱注意"][:4]
    with opened(pdf) as document:
        paths = list(document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]))
        bounds = [path.get_bounds() for path in paths]
    assert any(
        left < words[0].left
        and right > words[-1].right
        and right - left < 100
        and bottom < words[0].bottom + 1
        and top > words[0].top - 1
        for left, bottom, right, top in bounds
    )


def test_a_rule_stands_under_every_row() -> None:
    seen = picture(print_roster(roster(section("旭町一町内会", 4))).pdf, scale=2)
    dark = [
        sum(seen.getpixel((x, y)) < 160 for x in range(100, seen.width - 100, 10))  # type: ignore[operator]
        for y in range(seen.height)
    ]
    whole = len(range(100, seen.width - 100, 10))
    rules = [y for y in range(1, seen.height) if dark[y] == whole and dark[y - 1] < whole]
    assert (
        len(rules) == 1 + 2 + 4 + 1
    )  # under the head, around the labels, under rows, above the foot


def test_glyphs_of_the_face_behind_are_outlined_for_the_fax() -> None:
    with opened(print_roster(named("𠮷田")).pdf) as document:
        items = list(document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]))
        modes = {
            (
                item.get_font().get_base_name().split("+")[-1],
                raw.FPDFTextObj_GetTextRenderMode(item),
            )
            for item in items
        }
    assert ("IPAmjMincho", raw.FPDF_TEXTRENDERMODE_FILL_STROKE) in modes
    assert {mode for name, mode in modes if name != "IPAmjMincho"} == {raw.FPDF_TEXTRENDERMODE_FILL}


def test_spaces_around_a_text_do_not_push_it_aside() -> None:
    lefts = [
        next(box.left for box in letters(print_roster(named(name)).pdf) if box.character == "德")
        for name in ("德川", " 德川 ", "　德川　")
    ]
    assert lefts == [lefts[0]] * 3


def test_line_ends_and_tabs_of_a_note_are_kept_as_line_ends_and_spaces() -> None:
    noted = dataclasses.replace(row(1), note="裏口から\n犬\tがいる\r\n呼鈴なし")
    page = texts(print_roster(roster(RosterSection("旭町", None, None, (noted,)))).pdf)[0]
    assert "裏口から\n犬 がいる\n呼鈴なし" in page
