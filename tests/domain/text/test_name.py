"""Names are split at their space and never changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.text.name import Name, split_name


@pytest.mark.parametrize(
    ("text", "family", "given_name"),
    [
        ("髙橋　花子", "髙橋", "花子"),
        ("髙橋 花子", "髙橋", "花子"),
        ("　渡邉\U000e0100\u3000𠮷雄 ", "渡邉\U000e0100", "𠮷雄"),
        ("佐藤花子", "佐藤花子", ""),
        ("ジョン スミス ジュニア", "ジョン", "スミス ジュニア"),
        ("塚　一", "塚", "一"),
        ("", "", ""),
    ],
)
def test_the_family_name_ends_at_the_first_space(text: str, family: str, given_name: str) -> None:
    assert split_name(text) == Name(family, given_name)


def test_a_whole_name_has_a_full_width_space() -> None:
    assert split_name("髙橋 花子").whole == "髙橋　花子"
    assert split_name("佐藤花子").whole == "佐藤花子"


@given(st.text())
def test_no_character_is_changed(text: str) -> None:
    name = split_name(text)
    gone = str.maketrans("", "", " \u3000\t")
    assert (name.family + name.given).translate(gone) == text.translate(gone)
