"""What follows from the answers of a resident, in one sentence, by the rules of the domain."""

from __future__ import annotations

from collections.abc import Mapping

from renkei_desktop.domain.choice import Answer, RecipientClass
from renkei_desktop.domain.consent import ConsentAnswer, may_disclose
from renkei_desktop.domain.resident import Resident
from renkei_desktop.ui.forms.surroundings import Surroundings

SHORT = {
    RecipientClass.FIRE: "消防",
    RecipientClass.POLICE: "警察",
    RecipientClass.COMMISSIONER: "民生委員",
    RecipientClass.WELFARE_COUNCIL: "社会福祉協議会",
    RecipientClass.ASSOCIATION: "町内会",
    RecipientClass.NAMED: "地域防災計画に定める者",
    RecipientClass.OTHER: "その他の者",
}
"""How clerks call them; the words of the law stand on paper."""


def what_follows(
    resident: Resident, answers: Mapping[RecipientClass, Answer], around: Surroundings
) -> str:
    """«民生委員・町内会の名簿に載ります。消防・警察の名簿には載りません。»"""
    on: list[str] = []
    off: list[str] = []
    for recipient, answer in answers.items():
        verdict = may_disclose(
            resident,
            (ConsentAnswer(answer=answer),),
            recipient,
            around.situation,
            around.policy,
        )
        (on if verdict.allowed else off).append(SHORT[recipient])
    if not on:
        return "どの名簿にも載りません。"
    if not off:
        return "すべての相手の名簿に載ります。"
    return f"{'・'.join(on)}の名簿に載ります。{'・'.join(off)}の名簿には載りません。"
