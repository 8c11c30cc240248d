"""Pins, maps, settings, drafts, pasted bodies, the morning: one short test for each promise."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from renkei_desktop.domain.choice import Answer, Policy, ResourceClass, Situation
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.place import Accuracy
from renkei_desktop.domain.resource import Contact, Resource
from renkei_desktop.office import (
    basemaps,
    deeds,
    drafts,
    home,
    neighbourhoods,
    offices,
    positions,
    residents,
    resources,
    town,
)
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.resources import ResourceSheet
from tests.office.conftest import NEW
from tests.office.people_in import enter

GROUND = {
    "type": "FeatureCollection",
    "renkei": {"kind": "ground", "name": "試しの町", "attribution": "試しの町（架空）"},
    "features": [
        {
            "type": "Feature",
            "properties": {"class": "road", "name": None, "label_rank": 5},
            "geometry": {"type": "LineString", "coordinates": [[141.9, 43.8], [141.91, 43.81]]},
        }
    ],
}


@pytest.fixture
def ground(tmp_path: Path) -> Path:
    file = tmp_path / "試しの町.geojson"
    file.write_text(json.dumps(GROUND, ensure_ascii=False), "utf-8")
    return file


class TestPositions:
    def test_a_pin_set_right_is_a_pin_set_by_hand(self, desk: Desk) -> None:
        enter(desk, "a", "小野寺 フミ")
        positions.set_right(desk, "person", "p-a", 43.81, 141.95)
        place = residents.person_card(desk, "p-a").sheet.person.place
        assert place is not None and place.point is not None
        assert (place.point.latitude, place.point.longitude) == (43.81, 141.95)
        assert place.accuracy is Accuracy.SURVEYED
        assert place.address == "旭町一丁目3-12"

    def test_a_pin_is_taken_back_by_undo(self, desk: Desk) -> None:
        enter(desk, "a", "小野寺 フミ")
        changes = positions.set_right(desk, "person", "p-a", 43.81, 141.95)
        deeds.undo(desk, changes.deed)
        row = desk.rows.person("p-a")
        assert row is not None and (row.latitude, row.longitude) == (43.8, 141.9)

    @pytest.mark.parametrize("where", [(91.0, 0.0), (0.0, 181.0)])
    def test_outside_the_earth_is_a_sentence(self, desk: Desk, where: tuple[float, float]) -> None:
        enter(desk, "a", "小野寺 フミ")
        with pytest.raises(RenkeiError, match="地図の外"):
            positions.set_right(desk, "person", "p-a", *where)


class TestMaps:
    def test_a_map_is_copied_named_and_in_use(self, desk: Desk, ground: Path) -> None:
        assert basemaps.current_file(desk) is None
        line = basemaps.add(desk, ground)
        assert (line.name, line.source_line, line.chosen) == ("試しの町", "試しの町（架空）", True)
        ground.unlink()
        current = basemaps.current_file(desk)
        assert current is not None
        assert basemaps.opened(current).name == "試しの町"

    def test_the_same_name_twice_is_refused(self, desk: Desk, ground: Path) -> None:
        basemaps.add(desk, ground)
        with pytest.raises(RenkeiError, match="同じ名前"):
            basemaps.add(desk, ground)

    def test_what_is_no_map_stays_outside(self, desk: Desk, tmp_path: Path) -> None:
        file = tmp_path / "地図.mbtiles"
        file.write_bytes(b"this is no map")
        with pytest.raises(RenkeiError):
            basemaps.add(desk, file)
        assert basemaps.listed(desk) == ()

    def test_a_map_that_broke_says_so_in_the_list(self, desk: Desk, ground: Path) -> None:
        basemaps.add(desk, ground)
        (desk.folder / "maps" / ground.name).write_text("{", "utf-8")
        assert basemaps.listed(desk)[0].trouble
        basemaps.remove(desk, ground.name)
        assert basemaps.listed(desk) == ()

    def test_a_name_never_leads_out_of_the_folder(self, desk: Desk) -> None:
        keys = desk.folder / "keys.json"
        with pytest.raises(RenkeiError):
            basemaps.choose(desk, "../keys.json")
        basemaps.remove(desk, "../keys.json")
        assert keys.exists()


class TestTown:
    def test_settings_are_changed_and_can_be_taken_back(self, desk: Desk) -> None:
        held = town.held_town(desk)
        town.change_town(
            desk, held, dataclasses.replace(held.record, policy=Policy.ORDINANCE_REFUSAL)
        )
        assert town.policy(desk).regime is Policy.ORDINANCE_REFUSAL
        last = deeds.last_undoable(desk)
        assert last is not None
        deeds.undo(desk, last.deed)
        assert town.policy(desk).regime is Policy.UNKNOWN

    def test_a_disaster_is_declared_with_a_reason_and_never_by_the_settings(
        self, desk: Desk
    ) -> None:
        held = town.held_town(desk)
        sneaked = dataclasses.replace(held.record, situation=Situation.DISASTER, fax="1")
        town.change_town(desk, held, sneaked)
        assert town.situation(desk) is Situation.ORDINARY
        with pytest.raises(RenkeiError, match="理由"):
            town.declare(desk, Situation.DISASTER, " ")
        town.declare(desk, Situation.DISASTER, "大雪")
        assert home.in_disaster(desk)
        assert deeds.record_of_deeds(desk, 1)[0].reason == "大雪"

    def test_words_are_seeded_in_order(self, desk: Desk) -> None:
        levels = [term.label for term in town.terms(desk, "care_level")]
        assert levels.index("要支援1") < levels.index("要介護1") < levels.index("要介護5")


class TestPasted:
    def test_bodies_and_commissioners_become_recipients_of_their_own(self, desk: Desk) -> None:
        bodies = neighbourhoods.pasted_associations(desk, "緑町\tみどりまち\n旭町\tあさひまち")
        neighbourhoods.take_associations(desk, bodies, neighbourhoods.certain(bodies))
        text = "民生 花\tみんせい はな\t35-2111\t緑町・旭町"
        people = neighbourhoods.pasted_commissioners(desk, text)
        neighbourhoods.take_commissioners(desk, people, neighbourhoods.certain(people))
        (commissioner,) = town.commissioners(desk)
        assert [a.name for a in town.associations(desk)] == ["緑町", "旭町"]
        assert {a.commissioner for a in town.associations(desk)} == {commissioner.id}
        assert {r.name for r in town.recipients(desk)} == {"緑町", "旭町", "民生 花"}

    def test_the_same_name_again_waits_for_a_second_look(self, desk: Desk) -> None:
        first = neighbourhoods.pasted_associations(desk, "緑町")
        neighbourhoods.take_associations(desk, first, neighbourhoods.certain(first))
        again = neighbourhoods.pasted_associations(desk, "緑町")
        assert neighbourhoods.certain(again) == ()


class TestResources:
    def test_a_resource_with_a_face(self, desk: Desk) -> None:
        face = b"\xff\xd8\xff a face"
        contact = resources.with_face(Contact(id="c", resource="r", name="相沢 花"), face)
        sheet = ResourceSheet(
            resource=Resource(id="r", name="見本診療所", resource_class=ResourceClass.FORMAL),
            contacts=(contact,),
            photos={contact.photo or "": face},
        )
        resources.add(desk, sheet)
        card = resources.resource_card(desk, "r")
        assert card.faces == {"c": face}
        assert card.row.contact == "相沢 花"
        assert [row.name for row in resources.resources(desk)] == ["見本診療所"]

    def test_an_entry_taken_out_stays_in_history(self, desk: Desk) -> None:
        resources.add(desk, ResourceSheet(resource=Resource(id="r", name="見本診療所")))
        changes = resources.end(desk, resources.resource_card(desk, "r"))
        assert resources.resources(desk) == ()
        deeds.undo(desk, changes.deed)
        assert [row.name for row in resources.resources(desk)] == ["見本診療所"]


class TestDrafts:
    def test_a_draft_survives_closing_and_belongs_to_its_clerk(
        self, desk: Desk, machine: Machine
    ) -> None:
        drafts.keep(desk, "person", drafts.NEW, {"name": "書きかけ"})
        offices.add_clerk(desk, "保健 二葉", "こなゆき-2026")
        desk.vault.close()
        other = offices.open_office(desk.folder, "保健 二葉", "こなゆき-2026", machine)
        assert drafts.kept(other, "person", drafts.NEW) is None
        other.vault.close()
        again = offices.open_office(desk.folder, NEW.clerk, NEW.password, machine)
        assert drafts.kept(again, "person", drafts.NEW) == {"name": "書きかけ"}
        assert drafts.waiting(again) == (("person", drafts.NEW),)
        drafts.drop(again, "person", drafts.NEW)
        assert drafts.waiting(again) == ()
        again.vault.close()


class TestMorning:
    def test_a_new_office_has_first_steps(self, desk: Desk) -> None:
        steps = {step.words: step.done for step in home.morning(desk).first_steps}
        assert len(steps) == 10
        assert steps["町と課の名前を入れる"] and not steps["町内会を入れる"]

    def test_a_broken_chain_heads_the_morning(self, desk: Desk, machine: Machine) -> None:
        enter(desk, "a", "小野寺 フミ")
        desk.vault.database.run("UPDATE deed SET label = 'ほかの操作'")
        desk.vault.close()
        again = offices.open_office(desk.folder, NEW.clerk, NEW.password, machine)
        assert "記録のつながり" in home.morning(again).notices[0].words
        again.vault.close()

    def test_what_waits_is_counted(self, desk: Desk) -> None:
        enter(desk, "a", "小野寺 フミ", answer=Answer.GIVEN)
        enter(desk, "b", "林 正")
        morning = home.morning(desk)
        assert (morning.registered, morning.consented, morning.known) == (2, 1, 2)
        assert any("同意をまだ聞いていない登録住民が1人" in n.words for n in morning.notices)
