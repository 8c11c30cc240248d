"""Names as they were written: only the outer spaces go and a family name is found by its space."""

from __future__ import annotations

from dataclasses import dataclass

_SPACES = " \u3000\t"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in two parts; `given` is empty where nothing shows where the family name ends."""

    family: str
    given: str

    @property
    def whole(self) -> str:
        """Both parts with a full-width space, the way a name is printed."""
        return f"{self.family}\u3000{self.given}" if self.given else self.family


def split_name(text: str) -> Name:
    """The family name before the first space of any width, and the rest as it stands.

    No character is changed, so rare forms and variation selectors survive.
    """
    bare = text.strip(_SPACES)
    at = next((place for place, character in enumerate(bare) if character in _SPACES), len(bare))
    return Name(bare[:at], bare[at:].strip(_SPACES))
