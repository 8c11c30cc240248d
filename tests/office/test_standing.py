"""What rail, bands and status bar are told after every deed."""

from __future__ import annotations

from renkei_desktop.domain.choice import Situation
from renkei_desktop.office import neighbourhoods, town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.standing import standing


def test_a_new_office_stands_in_peace_with_nothing_to_undo(desk: Desk) -> None:
    found = standing(desk)
    assert (found.town, found.office) == ("見本町", "保健福祉課")
    assert found.situation is Situation.ORDINARY and not found.disaster
    assert (found.not_returned, found.conflicts, found.last_backup) == (0, 0, None)
    assert found.last is None, "the founding of the office must not be undone"


def test_a_disaster_and_the_last_deed_show(desk: Desk) -> None:
    town.declare(desk, Situation.DISASTER, "大雨")
    pasted = neighbourhoods.pasted_associations(desk, "旭町一")
    neighbourhoods.take_associations(desk, pasted, (1,))
    found = standing(desk)
    assert found.disaster
    assert found.last is None or "災害時" not in found.last.label, "going back is declared as well"
    assert found.last is not None and found.last.label == "町内会の登録"
