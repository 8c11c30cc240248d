from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont, TTLibError
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop import paths
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.printing import typeface
from renkei_desktop.printing.fontfile import FontFile
from renkei_desktop.printing.graphemes import follows
from renkei_desktop.printing.typeface import Face, Missing, chosen, fallback, main, missing


def font_of(text: str, face: Face = Face.GOTHIC) -> str:
    found = chosen(face, text)
    assert found is not None
    return found[0].name


@pytest.mark.parametrize("rare", ["髙", "﨑", "德", "葛", "葛󠄀", "辻󠄀", "塚\ufe00", "か\u3099", "①"])
def test_the_main_face_has_what_most_names_need(rare: str) -> None:
    assert font_of(rare) == "BIZUDGothic-Regular"


@pytest.mark.parametrize("rare", ["𠮷", "葛󠄂", "邉󠄐"])
def test_the_face_behind_has_the_rest(rare: str) -> None:
    for face in Face:
        assert font_of(rare, face) == "IPAmjMincho"


def test_a_variant_has_a_glyph_of_its_own() -> None:
    plain, variant = main(Face.GOTHIC).glyph("葛"), main(Face.GOTHIC).glyph("葛󠄀")
    assert plain and variant and plain != variant
    behind = fallback()
    assert behind is not None and behind.glyph("葛󠄂") not in (None, behind.glyph("葛"))


def test_the_default_variant_is_the_plain_glyph() -> None:
    assert main(Face.GOTHIC).glyph("葛󠄁") == main(Face.GOTHIC).glyph("葛")


def test_a_compatibility_character_is_not_composed_away() -> None:
    gothic = main(Face.GOTHIC)
    assert gothic.glyph("塚") != gothic.glyph("\ufa10")
    assert gothic.glyph("\ufa10\u3099") is None


def test_a_font_s_own_private_pictures_stand_for_nothing() -> None:
    behind = fallback()
    assert behind is not None
    with BytesIO(behind._bytes) as stream:
        private = [c for c in TTFont(stream).getBestCmap() if 0xE000 <= c <= 0xF8FF]
    assert private, "the font has no private characters any more"
    assert all(behind.glyph(chr(c)) is None and missing([chr(c)]) for c in private)


def test_a_voiced_kana_in_two_parts_is_the_one_kana() -> None:
    assert main(Face.GOTHIC).glyph("か\u3099") == main(Face.GOTHIC).glyph("が")
    assert main(Face.GOTHIC).glyph("セ\u309a") is None


@pytest.mark.parametrize(
    "strange", ["🫨", "\ue000", "\U000f0000", "葛\U000e01ef", "\ufffe", "\x07", "あ󠄀"]
)
def test_what_no_face_has_is_missing(strange: str) -> None:
    assert missing(["山田", f"田{strange}中"]) == (Missing(strange, 1),)


def test_each_missing_grapheme_is_named_once_per_text() -> None:
    assert missing(["🫨🫨", "雪", "🫨\ue000🫨"]) == (
        Missing("🫨", 0),
        Missing("🫨", 2),
        Missing("\ue000", 2),
    )


@pytest.mark.parametrize(
    "fine", ["", "山田\n太郎", "A\tB", "雪\u200b国", "\ufeff町", "☎\ufe0e", "a b"]
)
def test_what_leaves_no_mark_is_not_missing(fine: str) -> None:
    assert missing([fine]) == ()


SINGLE = st.characters(exclude_categories=["Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp"]).filter(
    lambda c: not follows(c) and not "\U0001f1e6" <= c <= "\U0001f1ff"
)


@given(st.text(alphabet=SINGLE | st.sampled_from("雪𠮷髙🫨\ue000"), max_size=30))
def test_missing_names_exactly_what_the_chain_lacks(text: str) -> None:
    lacking = dict.fromkeys(c for c in text if chosen(Face.GOTHIC, c) is None)
    assert missing([text]) == tuple(Missing(character, 0) for character in lacking)


def test_all_main_faces_have_the_same_characters() -> None:
    assert len({main(face).plain for face in Face}) == 1


def test_all_faces_share_one_baseline_and_em_box() -> None:
    behind = fallback()
    assert behind is not None
    assert len({tuple(round(part, 3) for part in main(face).rise) for face in Face}) == 1
    assert behind.rise == pytest.approx(main(Face.GOTHIC).rise)


def test_without_the_face_behind_its_characters_are_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typeface, "fallback", lambda: None)
    assert missing(["𠮷田 葛󠄂 葛󠄀"]) == (Missing("𠮷", 0), Missing("葛󠄂", 0))


def test_a_face_that_was_not_installed_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    main.cache_clear()
    try:
        with pytest.raises(RenkeiError, match="入れ直してください"):
            main(Face.GOTHIC)
    finally:
        main.cache_clear()


def test_the_face_behind_is_found_beside_the_program_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    (tmp_path / "fonts").mkdir()
    carried = tmp_path / "fonts" / paths.FALLBACK_FONT
    carried.write_bytes(
        (Path(__file__).parents[2] / "resources/fonts" / Face.GOTHIC.value).read_bytes()
    )
    fallback.cache_clear()
    try:
        found = fallback()
        assert found is not None and found.name == "BIZUDGothic-Regular"
    finally:
        fallback.cache_clear()


def test_widths_are_those_of_the_font() -> None:
    gothic, proportional = main(Face.GOTHIC), main(Face.PROPORTIONAL)
    assert gothic.advance(gothic.glyph("雪") or 0) == 1.0
    assert gothic.advance(gothic.glyph("7") or 0) == 0.5
    assert 0.3 < proportional.advance(proportional.glyph("あ") or 0) < 1.0
    assert proportional.widest <= 1.0


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "not.ttf"
    file.write_bytes(b"this is no font at all, only words")
    with pytest.raises(TTLibError):
        FontFile(file)
