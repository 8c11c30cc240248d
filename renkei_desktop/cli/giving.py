"""print: a roster or the list of contact windows, through the door."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from renkei_desktop.cli.at_desk import at_desk, say, say_json
from renkei_desktop.domain.choice import ProvisionState
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.office import papers, plans, provisions, town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.plans import Paper, ProvisionPlan, Request


def print_paper(words: Namespace) -> int:
    """Shows who would be on the paper (`--preview`), or makes it and writes it down as handed."""
    if not words.preview and words.out is None:
        raise RenkeiError(
            "PDF の名前がありません。",
            kept="何も作っていません。",
            todo="--out に名前を書くか、--preview で見るだけにしてください。",
        )
    with at_desk(words.office, words) as desk:
        plan = plans.plan(desk, _request(desk, words))
        if words.preview:
            _show(desk, plan, words.json)
            return 0
        made = papers.make(desk, plan)
        papers.save(desk, made, words.out)
        provisions.settle(desk, made.provision, ProvisionState.UNKNOWN)
        if words.json:
            say_json({**_summary(plan), "number": made.number, "pages": len(made.printed.pages)})
        else:
            say(f"控え番号 {made.number} を作りました（{len(plan.included)}人）: {words.out}")
            say("渡したら、窓の「記録」で「渡した」にしてください。")
    return 0


def _request(desk: Desk, words: Namespace) -> Request:
    return Request(
        paper=Paper(words.paper),
        recipient=_named(town.recipients(desk), words.recipient, "提供先"),
        reason=words.reason,
        associations=_area(desk, words.area),
        decided_by=words.decided_by,
    )


def _area(desk: Desk, name: str | None) -> tuple[RecordId, ...] | None:
    if name is None:
        return None
    return (_named(town.associations(desk), name, "町内会"),)


def _named(records: tuple[Any, ...], name: str, what: str) -> RecordId:
    found: list[RecordId] = [record.id for record in records if record.name == name]
    if len(found) != 1:
        raise RenkeiError(
            f"その名前の{what}が{'いくつもあります' if found else 'ありません'}。",
            kept="何も作っていません。",
            todo=f"{what}の名前を確かめてください。",
        )
    return found[0]


def _show(desk: Desk, plan: ProvisionPlan, as_json: bool) -> None:
    if as_json:
        say_json(_summary(plan))
        return
    say(f"{plan.request.paper.label}: {plan.recipient.name} へ")
    say(f"根拠: {plan.basis}")
    say(f"範囲: {plan.scope}")
    say(f"載せる人 {len(plan.included)}人、載せない人 {len(plan.left_out)}人")
    for line in plan.left_out:
        say(f"  載せない: {line.row.name}（{line.words}）")
    if plan.notice:
        say(plan.notice)


def _summary(plan: ProvisionPlan) -> dict[str, Any]:
    return {
        "paper": plan.request.paper.value,
        "recipient": plan.recipient.name,
        "basis": plan.basis,
        "scope": plan.scope,
        "situation": plan.situation.value,
        "included": [_line(line) for line in plan.included],
        "left_out": [_line(line) for line in plan.left_out],
    }


def _line(line: plans.PlanLine) -> dict[str, str]:
    return {"code": line.row_code, "name": line.row.name, "words": line.words}
