"""The door, second half: recorded first, then made, then settled – whatever happens in between."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from renkei_desktop.domain.choice import Answer, ProvisionState, PublishLevel, RecipientClass
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation
from renkei_desktop.domain.provision import Provision, Recipient
from renkei_desktop.domain.resource import Contact, Resource
from renkei_desktop.office import deeds, papers, plans, provisions
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.offices import open_office
from renkei_desktop.office.plans import Paper, ProvisionPlan, Request
from renkei_desktop.printing.printed import Unprintable
from renkei_desktop.work import Stopped
from tests.office.conftest import NEW
from tests.office.people_in import enter


@pytest.fixture
def town(desk: Desk) -> Desk:
    with desk.writing("用意") as book:
        book.put(NeighbourhoodAssociation(id="a1", name="旭町", head="山田 一"), None)
        book.put(
            Recipient(
                id="to",
                name="旭町町内会",
                recipient_class=RecipientClass.ASSOCIATION,
                association="a1",
            ),
            None,
        )
    enter(desk, "yes", "髙橋 吉男", association="a1", answer=Answer.GIVEN)
    enter(desk, "no", "断 る子", association="a1", answer=Answer.REFUSED)
    return desk


def plan(desk: Desk, paper: Paper = Paper.ROSTER, **more: bool) -> ProvisionPlan:
    return plans.plan(desk, Request(paper=paper, recipient="to", reason="冬の見守り", **more))


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def states(desk: Desk) -> list[ProvisionState]:
    return [line.state for line in provisions.listed(desk)]


def test_who_agreed_is_on_the_paper_and_who_refused_is_not(town: Desk) -> None:
    made = papers.make(town, plan(town))
    text = text_of(made.printed.pdf)
    assert "髙橋 吉男" in text.replace("\u3000", " ")
    assert "る子" not in text
    for words in (made.number, "旭町町内会", "冬の見守り", "取扱注意", "第49条の11第2項"):
        assert words in text


def test_the_record_holds_who_was_in_who_was_out_and_why(town: Desk) -> None:
    made = papers.make(town, plan(town))
    held = town.rows.get(Provision, made.provision)
    assert held is not None
    record = held.record
    assert record.number == made.number == "1-0001"
    assert [i.resident for i in record.included] == ["r-yes"]
    assert [(o.resident, o.reason) for o in record.left_out] == [
        ("r-no", "本人が同意していません（同意しない）")
    ]
    assert record.clerk == NEW.clerk
    assert record.reason == "冬の見守り"
    assert record.page_digests == tuple(page.digest for page in made.printed.pages)
    assert record.state is ProvisionState.MAKING


def test_the_access_log_says_who_made_which_copy(town: Desk) -> None:
    made = papers.make(town, plan(town))
    (line,) = town.ledger.accesses()
    assert (line.clerk, line.act, line.about) == (NEW.clerk, "町内会別の名簿", made.number)


def test_numbers_go_on_and_are_never_given_twice(town: Desk) -> None:
    numbers = [papers.make(town, plan(town)).number for _ in range(3)]
    assert numbers == ["1-0001", "1-0002", "1-0003"]


def test_what_became_of_a_copy(town: Desk) -> None:
    made = papers.make(town, plan(town))
    assert len(provisions.unsettled(town)) == 1
    provisions.settle(town, made.provision, ProvisionState.HANDED)
    assert provisions.unsettled(town) == ()
    assert [line.number for line in provisions.not_returned(town)] == [made.number]
    provisions.settle(town, made.provision, ProvisionState.RETURNED)
    assert provisions.not_returned(town) == ()


def test_a_copy_cannot_be_undone_out_of_the_record(town: Desk) -> None:
    before = deeds.last_undoable(town)
    made = papers.make(town, plan(town))
    provisions.settle(town, made.provision, ProvisionState.HANDED)
    assert deeds.last_undoable(town) == before
    latest = deeds.record_of_deeds(town, 1)[0]
    with pytest.raises(RenkeiError, match="取り消せません"):
        deeds.undo(town, latest.deed)


def test_stopping_while_it_is_made_leaves_a_cancelled_copy(town: Desk) -> None:
    def stop(done: int, total: int | None, label: str) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        papers.make(town, plan(town), stop)
    assert states(town) == [ProvisionState.CANCELLED]


def test_a_program_that_ended_in_the_middle_leaves_an_unknown_copy(
    town: Desk, machine: Machine
) -> None:
    provisions.enter(town, plan(town))
    town.vault.close()
    again = open_office(town.folder, NEW.clerk, NEW.password, machine)
    try:
        assert states(again) == [ProvisionState.UNKNOWN]
        assert len(provisions.unsettled(again)) == 1
    finally:
        again.vault.close()


def test_a_preview_is_no_copy(town: Desk) -> None:
    printed = papers.preview(town, plan(town))
    assert papers.NOT_NUMBERED in text_of(printed.pdf)
    assert provisions.listed(town) == ()


def test_a_character_without_a_glyph_is_asked_about_before_anything_is_recorded(
    town: Desk,
) -> None:
    enter(town, "odd", "外\ue000字", association="a1", answer=Answer.GIVEN)
    shown = plan(town)
    assert [m.grapheme for m in papers.preview(town, shown).missing] == ["\ue000"]
    with pytest.raises(Unprintable):
        papers.make(town, shown)
    assert provisions.listed(town) == ()
    assert papers.make(town, shown, allow_missing=True).number == "1-0001"


def test_care_is_on_the_paper_only_where_it_is_asked_for(town: Desk) -> None:
    without = text_of(papers.preview(town, plan(town)).pdf)
    with_care = text_of(papers.preview(town, plan(town, with_care=True)).pdf)
    assert "新聞は7時" not in without
    assert "新聞は7時" in with_care


def test_contact_windows_hold_what_the_recipient_may_see(town: Desk) -> None:
    with town.writing("用意") as book:
        for level in PublishLevel:
            resource = Resource(id=level.value, name=f"{level.label}の店", publish=level)
            book.put(resource, None)
        contact = Contact(
            id="c", resource="public", name="相沢 花", role="相談員", avoid_hours="12時から13時"
        )
        book.put(contact, None)
    made = papers.make(town, plan(town, Paper.WINDOWS))
    text = text_of(made.printed.pdf)
    assert "公開の店" in text and "関係者のみの店" in text
    assert "庁内のみの店" not in text
    assert "相沢 花" in text and "12時から13時" in text
    assert states(town) == [ProvisionState.MAKING]


def test_a_copy_goes_into_a_file_whole(town: Desk, tmp_path: Path) -> None:
    made = papers.make(town, plan(town))
    assert papers.save(town, made, tmp_path / "名簿.pdf").read_bytes() == made.printed.pdf
