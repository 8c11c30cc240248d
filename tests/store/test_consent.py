"""Consent at the one write path: forms raise it, nothing else does."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest

from renkei_desktop.domain.choice import Answer, AnswerWay, Purpose, RecipientClass
from renkei_desktop.domain.consent import Consent, ConsentAnswer, consent_id
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.moment import new_id
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.store.vault import Vault
from tests.store.offices import CLERK, held, put, put_new, sentence_of

DAY = PartialDate(2026, 11, 22)


def answered(answer: Answer) -> ConsentAnswer:
    return ConsentAnswer(answer=answer, on=DAY, way=AnswerWay.PAPER, by="本人")


def consent(answer: Answer) -> Consent:
    resident = new_id()
    return Consent(
        id=consent_id(resident, Purpose.ROSTER, RecipientClass.FIRE),
        resident=resident,
        purpose=Purpose.ROSTER,
        recipient_class=RecipientClass.FIRE,
        answer=answered(answer),
    )


def in_force(office: Vault, record: Consent) -> Answer:
    return held(office, Consent, record.id).record.answer.answer


def test_an_import_may_enter_a_refusal_but_no_consent(office: Vault) -> None:
    put_new(office, consent(Answer.REFUSED))
    given = consent(Answer.GIVEN)
    assert "画面での入力だけ" in sentence_of(lambda: put_new(office, given)).what
    assert office.rows.get(Consent, given.id) is None
    put_new(office, given, by_form=True)


def test_who_catches_the_refusal_cannot_save_the_rest(office: Vault) -> None:
    given, refused = consent(Answer.GIVEN), consent(Answer.REFUSED)

    def import_everything() -> None:
        with office.ledger.writing("取り込み", clerk=CLERK) as book:
            book.put(refused, None)
            with suppress(RenkeiError):
                book.put(given, None)

    assert "画面での入力だけ" in sentence_of(import_everything).what
    assert office.rows.all(Consent) == ()


@pytest.mark.parametrize("standing", [Answer.UNASKED, Answer.REFUSED, Answer.WITHDRAWN])
def test_only_a_form_raises_what_stands(office: Vault, standing: Answer) -> None:
    record = consent(standing)
    put_new(office, record)
    raised = replace(record, answer=answered(Answer.GIVEN))
    form = held(office, Consent, record.id)
    sentence_of(lambda: put(office, raised, form))
    assert in_force(office, record) is standing
    put(office, raised, form, by_form=True)
    assert in_force(office, record) is Answer.GIVEN


def test_a_form_that_did_not_show_the_withdrawal_does_not_overrule_it(office: Vault) -> None:
    record = consent(Answer.UNASKED)
    put_new(office, record)
    opened_before = held(office, Consent, record.id)
    put(office, replace(record, answer=answered(Answer.WITHDRAWN)), opened_before)
    put(office, replace(record, answer=answered(Answer.GIVEN)), opened_before, by_form=True)
    found = held(office, Consent, record.id)
    assert found.record.answer.answer is Answer.WITHDRAWN
    assert [a.answer for a in found.conflicts["answer"]] == [Answer.WITHDRAWN, Answer.GIVEN]
    with office.ledger.writing("決める", clerk=CLERK) as book:
        book.settle(found, "answer", answered(Answer.GIVEN), by_form=True)
    assert in_force(office, record) is Answer.GIVEN


def test_settling_raises_nothing_outside_a_form(office: Vault) -> None:
    record = consent(Answer.WITHDRAWN)
    put_new(office, record)

    def settle() -> None:
        with office.ledger.writing("決める", clerk=CLERK) as book:
            book.settle(held(office, Consent, record.id), "answer", answered(Answer.GIVEN))

    sentence_of(settle)
    assert in_force(office, record) is Answer.WITHDRAWN


def test_an_undo_lowers_a_consent(office: Vault) -> None:
    record = consent(Answer.UNASKED)
    put_new(office, record)
    form = held(office, Consent, record.id)
    deed = put(office, replace(record, answer=answered(Answer.GIVEN)), form, by_form=True)
    assert office.ledger.undo(deed, clerk=CLERK).kept == ()
    assert in_force(office, record) is Answer.UNASKED


def test_an_undo_never_raises_a_consent(office: Vault) -> None:
    record = consent(Answer.GIVEN)
    put_new(office, record, by_form=True)
    form = held(office, Consent, record.id)
    deed = put(office, replace(record, answer=answered(Answer.WITHDRAWN)), form)
    undone = office.ledger.undo(deed, clerk=CLERK)
    assert undone.kept == (("consent", record.id, "answer"),)
    assert in_force(office, record) is Answer.WITHDRAWN


def test_bringing_an_ended_consent_back_is_raising_it(office: Vault) -> None:
    record = consent(Answer.GIVEN)
    put_new(office, record, by_form=True)
    with office.ledger.writing("削除", clerk=CLERK) as book:
        book.end(held(office, Consent, record.id))
    deed = book.changes.deed
    assert office.ledger.undo(deed, clerk=CLERK).kept == (("consent", record.id, "exists"),)

    def revive(*, by_form: bool) -> None:
        with office.ledger.writing("戻す", clerk=CLERK) as book:
            book.revive(held(office, Consent, record.id), by_form=by_form)

    sentence_of(lambda: revive(by_form=False))
    assert not held(office, Consent, record.id).exists
    revive(by_form=True)
    assert held(office, Consent, record.id).exists


def test_a_correction_with_a_reason_is_no_new_consent(office: Vault) -> None:
    record = consent(Answer.WITHDRAWN)
    put_new(office, record)
    right = ConsentAnswer(answer=Answer.GIVEN, way=AnswerWay.CORRECTION)
    form = held(office, Consent, record.id)
    sentence_of(lambda: put(office, replace(record, answer=right), form, by_form=True))
    put(office, replace(record, answer=right), form, reason="隣の人の欄に入れていた")
    assert in_force(office, record) is Answer.GIVEN


def test_a_consent_stands_under_the_id_of_its_question(office: Vault) -> None:
    record = consent(Answer.REFUSED)
    with pytest.raises(ValueError, match="question"):
        put_new(office, replace(record, id=new_id()))
    put_new(office, record)
    with pytest.raises(ValueError, match="question"):
        put(office, replace(record, resident=new_id()), held(office, Consent, record.id))
