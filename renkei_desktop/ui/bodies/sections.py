"""The three sections: 町内会, 民生委員, 渡す相手."""

from __future__ import annotations

from renkei_desktop.ui.bodies.body_section import BodySection
from renkei_desktop.ui.bodies.kinds import AssociationKind, CommissionerKind, RecipientKind
from renkei_desktop.ui.intake.paste_section import AssociationsSection, CommissionersSection


class AssociationList(BodySection):
    name = "associations"
    title = "町内会"
    explanation = (
        "会長や担当の民生委員が替わったら、ここで直します。町内会は、自分の区域の名簿を"
        "渡す相手としても登録されます。"
    )
    kind = AssociationKind()
    pasting = AssociationsSection


class CommissionerList(BodySection):
    name = "commissioners"
    title = "民生委員"
    explanation = (
        "新しい民生委員を足すと、名簿を渡す相手としても登録されます。"
        "どの町内会の担当かは、町内会の票で選びます。"
    )
    kind = CommissionerKind()
    pasting = CommissionersSection


class RecipientList(BodySection):
    name = "recipients"
    title = "渡す相手"
    explanation = (
        "消防署、警察署、社会福祉協議会など、名簿や一覧を渡す相手です。"
        "町内会と民生委員は、足したときにここにも入ります。"
    )
    kind = RecipientKind()
