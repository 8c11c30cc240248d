"""町内会, 民生委員 and 渡す相手 one by one, in a real office."""

from __future__ import annotations

import dataclasses

import pytest

from renkei_desktop.domain.choice import Answer, ProvisionState, RecipientClass
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.office import bodies, deeds, home, plans, provisions, recipients
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.plans import Paper, Request
from tests.office.people_in import enter

ASAHI = NeighbourhoodAssociation(
    id="a-asahi", name="旭町", reading="あさひまち", head="架空 太郎", phone="0999-35-0001"
)
HANA = WelfareCommissioner(id="c-hana", name="架空 花", reading="かくう はな")
FIRE = Recipient(id="t-fire", name="見本消防署", recipient_class=RecipientClass.FIRE)


def names(desk: Desk) -> list[str]:
    return [line.name for line in recipients.recipient_lines(desk)]


def charge(desk: Desk, commissioner: str | None) -> None:
    """Puts 旭町 into somebody's charge."""
    card = bodies.association_card(desk, ASAHI.id)
    bodies.save_association(
        desk, card, dataclasses.replace(card.association, commissioner=commissioner)
    )


class TestAdding:
    def test_a_body_is_a_recipient_of_its_own_list_in_one_deed(self, desk: Desk) -> None:
        deed = bodies.add_association(desk, ASAHI)
        (line,) = recipients.recipient_lines(desk)
        assert (line.name, line.bound) == ("旭町", "旭町")
        assert line.recipient_class is RecipientClass.ASSOCIATION
        deeds.undo(desk, deed.deed)
        assert bodies.association_lines(desk) == recipients.recipient_lines(desk) == ()

    def test_a_commissioner_too(self, desk: Desk) -> None:
        bodies.add_commissioner(desk, HANA)
        (line,) = recipients.recipient_lines(desk)
        card = recipients.recipient_card(desk, line.recipient)
        assert card.recipient.recipient_class is RecipientClass.COMMISSIONER
        assert card.commissioner == HANA and card.association is None

    def test_new_ones_stand_behind_the_others(self, desk: Desk) -> None:
        for number in range(12):
            body = NeighbourhoodAssociation(id=f"a-{number}", name=f"第{number}")
            bodies.add_association(desk, body)
        assert [line.name for line in bodies.association_lines(desk)] == [
            f"第{number}" for number in range(12)
        ]


class TestCorrecting:
    def test_a_new_head_leaves_the_rest_alone(self, desk: Desk) -> None:
        bodies.add_association(desk, ASAHI)
        card = bodies.association_card(desk, ASAHI.id)
        changes = bodies.save_association(
            desk, card, dataclasses.replace(card.association, head="架空 次郎")
        )
        assert changes.records == {("association", ASAHI.id)}
        (line,) = bodies.association_lines(desk)
        assert (line.head, line.phone) == ("架空 次郎", "0999-35-0001")

    def test_a_new_name_goes_to_the_recipient_that_bore_the_old_one(self, desk: Desk) -> None:
        bodies.add_association(desk, ASAHI)
        leader = Recipient(
            id="t-leader",
            name="旭町の防災部長",
            recipient_class=RecipientClass.ASSOCIATION,
            association=ASAHI.id,
        )
        recipients.add_recipient(desk, leader)
        card = bodies.association_card(desk, ASAHI.id)
        bodies.save_association(desk, card, dataclasses.replace(card.association, name="旭ヶ丘"))
        assert set(names(desk)) == {"旭ヶ丘", "旭町の防災部長"}

    def test_a_renamed_commissioner_takes_the_recipient_along(self, desk: Desk) -> None:
        bodies.add_commissioner(desk, HANA)
        card = bodies.commissioner_card(desk, HANA.id)
        bodies.save_commissioner(desk, card, dataclasses.replace(card.commissioner, name="見本 花"))
        assert names(desk) == ["見本 花"]

    def test_two_forms_that_change_different_things_both_stand(self, desk: Desk) -> None:
        bodies.add_association(desk, ASAHI)
        first, second = (bodies.association_card(desk, ASAHI.id) for _ in range(2))
        bodies.save_association(desk, first, dataclasses.replace(ASAHI, **_order(first, head="甲")))
        bodies.save_association(
            desk, second, dataclasses.replace(ASAHI, **_order(second, phone="0999-35-0009"))
        )
        (line,) = bodies.association_lines(desk)
        assert (line.head, line.phone) == ("甲", "0999-35-0009")

    def test_the_lists_name_who_is_in_charge(self, desk: Desk) -> None:
        bodies.add_commissioner(desk, HANA)
        bodies.add_association(desk, ASAHI)
        charge(desk, HANA.id)
        assert bodies.association_lines(desk)[0].commissioner == "架空 花"
        assert bodies.commissioner_lines(desk)[0].associations == ("旭町",)

    def test_what_looks_like_a_my_number_is_refused(self, desk: Desk) -> None:
        with pytest.raises(RenkeiError, match="マイナンバー"):
            bodies.add_association(desk, dataclasses.replace(ASAHI, head="1234 5678 9018"))
        assert bodies.association_lines(desk) == ()


def _order(card: bodies.AssociationCard, **changed: str) -> dict[str, str]:
    return {"order": card.association.order, **changed}


class TestEnding:
    def test_not_while_people_belong_to_it(self, desk: Desk) -> None:
        bodies.add_association(desk, ASAHI)
        enter(desk, "a", "小野寺 フミ", association=ASAHI.id)
        card = bodies.association_card(desk, ASAHI.id)
        with pytest.raises(RenkeiError, match="まだ1人がいます"):
            bodies.end_association(desk, card)
        assert bodies.association_lines(desk)

    def test_not_while_it_is_a_recipient(self, desk: Desk) -> None:
        bodies.add_association(desk, ASAHI)
        with pytest.raises(RenkeiError, match="渡す相手が1つ"):
            bodies.end_association(desk, bodies.association_card(desk, ASAHI.id))
        (line,) = recipients.recipient_lines(desk)
        recipients.end_recipient(desk, recipients.recipient_card(desk, line.recipient))
        bodies.end_association(desk, bodies.association_card(desk, ASAHI.id))
        assert bodies.association_lines(desk) == ()

    def test_a_card_from_before_does_not_let_it_slip(self, desk: Desk) -> None:
        bodies.add_association(desk, ASAHI)
        (line,) = recipients.recipient_lines(desk)
        recipients.end_recipient(desk, recipients.recipient_card(desk, line.recipient))
        card = bodies.association_card(desk, ASAHI.id)
        enter(desk, "a", "小野寺 フミ", association=ASAHI.id)
        with pytest.raises(RenkeiError, match="まだ1人"):
            bodies.end_association(desk, card)

    def test_the_old_commissioner_goes_when_the_new_one_is_in_charge(self, desk: Desk) -> None:
        bodies.add_commissioner(desk, HANA)
        bodies.add_association(desk, ASAHI)
        charge(desk, HANA.id)
        with pytest.raises(RenkeiError, match="1つの町内会の担当"):
            bodies.end_commissioner(desk, bodies.commissioner_card(desk, HANA.id))
        bodies.add_commissioner(desk, dataclasses.replace(HANA, id="c-new", name="見本 実"))
        charge(desk, "c-new")
        with pytest.raises(RenkeiError, match="渡す相手が1つ"):
            bodies.end_commissioner(desk, bodies.commissioner_card(desk, HANA.id))
        old = next(r for r in recipients.recipient_lines(desk) if r.name == HANA.name)
        recipients.end_recipient(desk, recipients.recipient_card(desk, old.recipient))
        bodies.end_commissioner(desk, bodies.commissioner_card(desk, HANA.id))
        assert [line.name for line in bodies.commissioner_lines(desk)] == ["見本 実"]

    @pytest.mark.parametrize("kind", ["association", "commissioner", "recipient"])
    def test_what_is_gone_is_a_sentence(self, desk: Desk, kind: str) -> None:
        reader = {
            "association": bodies.association_card,
            "commissioner": bodies.commissioner_card,
            "recipient": recipients.recipient_card,
        }[kind]
        with pytest.raises(RenkeiError, match="見つかりません"):
            reader(desk, "nobody")


class TestRecipients:
    def test_the_fire_brigade_is_entered_and_corrected(self, desk: Desk) -> None:
        recipients.add_recipient(desk, FIRE)
        card = recipients.recipient_card(desk, FIRE.id)
        recipients.save_recipient(
            desk, card, dataclasses.replace(card.recipient, handlers="署長\n警防係長")
        )
        assert recipients.recipient_card(desk, FIRE.id).recipient.handlers == "署長\n警防係長"

    @pytest.mark.parametrize(
        ("recipient_class", "bound", "sentence"),
        [
            (RecipientClass.ASSOCIATION, {}, "どの町内会なのか"),
            (RecipientClass.COMMISSIONER, {}, "どの民生委員なのか"),
            (RecipientClass.ASSOCIATION, {"association": "nobody"}, "どの町内会なのか"),
            (RecipientClass.COMMISSIONER, {"association": ASAHI.id}, "町内会に結びつけられません"),
            (RecipientClass.FIRE, {"association": ASAHI.id}, "町内会に結びつけられません"),
            (RecipientClass.POLICE, {"commissioner": HANA.id}, "民生委員に結びつけられません"),
        ],
    )
    def test_class_and_body_agree_or_nothing_is_written(
        self,
        desk: Desk,
        recipient_class: RecipientClass,
        bound: dict[str, str],
        sentence: str,
    ) -> None:
        bodies.add_association(desk, ASAHI)
        bodies.add_commissioner(desk, HANA)
        before = names(desk)
        wrong = Recipient(id="t-new", name="新しい相手", recipient_class=recipient_class, **bound)
        with pytest.raises(RenkeiError, match=sentence) as told:
            recipients.add_recipient(desk, wrong)
        assert told.value.kept and told.value.todo
        assert names(desk) == before

    def test_an_ended_one_gets_nothing_and_stays_readable(self, desk: Desk) -> None:
        enter(desk, "a", "小野寺 フミ", answer=Answer.GIVEN)
        recipients.add_recipient(desk, FIRE)
        request = Request(paper=Paper.ROSTER, recipient=FIRE.id, reason="冬の見守り")
        given = provisions.enter(desk, plans.plan(desk, request))
        provisions.settle(desk, given.id, ProvisionState.HANDED)
        card = recipients.recipient_card(desk, FIRE.id)
        assert (card.copies, card.not_returned) == (1, 1)
        recipients.end_recipient(desk, card)
        assert names(desk) == []
        assert [line.recipient for line in provisions.listed(desk)] == ["見本消防署（終了）"]
        with pytest.raises(RenkeiError):
            plans.plan(desk, request)


class TestFirstSteps:
    def test_a_body_alone_is_not_yet_a_recipient_outside(self, desk: Desk) -> None:
        def done() -> bool:
            steps = home.morning(desk).first_steps
            assert len(steps) == 10
            return next(step.done for step in steps if step.words == "渡す相手を入れる")

        bodies.add_association(desk, ASAHI)
        assert not done()
        recipients.add_recipient(desk, FIRE)
        assert done()
