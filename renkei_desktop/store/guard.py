"""Consent at the one write path: whatever writes, nothing raises a consent but a clerk's form."""

from __future__ import annotations

from collections.abc import Mapping

from renkei_desktop.domain.consent import Consent, ConsentAnswer, consent_id, may_write
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.field import EXISTS, Record
from renkei_desktop.domain.stamp import Register
from renkei_desktop.domain.wire import from_wire

_ANSWER = "answer"

Registers = Mapping[str, Register]


def is_guarded(kind: str) -> bool:
    return kind == Consent.KIND


def allows(before: Registers, after: Registers, *, by_form: bool, reason: str | None) -> bool:
    """Whether a consent may go from one state to the other.

    A consent that does not exist says no more than one that was never asked for.
    """
    written = _answers(after)
    return may_write(
        _answers(before),
        written,
        written[0] if written else ConsentAnswer(),
        by_form=by_form,
        reason=reason,
    )


def _answers(registers: Registers) -> tuple[ConsentAnswer, ...]:
    exists, answer = registers.get(EXISTS), registers.get(_ANSWER)
    if answer is None or exists is None or exists.shown.value is not True:
        return ()
    return tuple(from_wire(ConsentAnswer, value) or ConsentAnswer() for value in answer.values)


def refuse_wrong_key(record: Record) -> None:
    """Raises ValueError for a consent that does not stand under the id of its question."""
    if not isinstance(record, Consent):
        return
    key = (record.resident, record.purpose, record.recipient_class)
    if None in key or record.id != consent_id(*key):  # type: ignore[arg-type]
        raise ValueError("a consent stands under the id of its question")


def refusal() -> RenkeiError:
    return RenkeiError(
        "同意を「する」に変えられるのは、いまの返事を見ている画面での入力だけです。",
        kept="いまの返事はそのままです。何も保存していません。",
        todo="その人の同意の画面で、日付と方法を入れて保存してください。",
    )
