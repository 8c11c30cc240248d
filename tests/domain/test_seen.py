"""What a form had shown survives with the half-typed form."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.stamp import NONE, Seen, Stamp

stamps = st.builds(
    Stamp, seat=st.text("0123456789abcdef", min_size=8, max_size=8), counter=st.integers(1, 10**9)
)
seens = st.builds(Seen, st.dictionaries(st.text(min_size=1), st.frozensets(stamps), max_size=5))


@given(seens)
def test_it_comes_back_from_a_draft(seen: Seen) -> None:
    kept = json.loads(json.dumps(seen.to_wire()))
    assert Seen.from_wire(kept) == seen
    assert seen.of("never there") == NONE


@pytest.mark.parametrize("text", ["", "a1b2c3d4", "a1b2c3d4.", "a1b2c3d4.x"])
def test_what_is_no_stamp_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        Seen.from_wire({"name": [text]})
