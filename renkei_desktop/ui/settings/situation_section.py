"""設定: 平常時 and 災害時, declared by a clerk with a reason, never guessed."""

from __future__ import annotations

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.choice import Situation
from renkei_desktop.office import town
from renkei_desktop.ui.dialogs.asking import ask
from renkei_desktop.ui.pieces.buttons import button
from renkei_desktop.ui.pieces.field_row import Fields
from renkei_desktop.ui.pieces.frames import columns
from renkei_desktop.ui.pieces.labels import label, restyle
from renkei_desktop.ui.pieces.line import Line
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section

_MEANING = {
    Situation.ORDINARY: ("平常時です。名簿は、同意のある人だけを、法律に定める相手に渡せます。"),
    Situation.DISASTER: (
        "災害時です。命や体を守るために特に必要なとき、必要な範囲で、同意がなくても名簿を渡せます"
        "（災害対策基本法第49条の11第3項）。渡した記録は残ります。"
    ),
}


class SituationSection(Section):
    name = "situation"
    title = "平常時・災害時"
    explanation = "切り替えると、だれが、いつ、なぜ切り替えたかが記録に残ります。"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._situation = Situation.ORDINARY
        self._now = label("", "name")
        self._meaning = label("", wrap=True)
        self.reason = Line(hint="例: 大雨警報が出て、避難指示を出したため", moves_on=False)
        self.switch = button("", "danger", self._ask)
        fields = Fields(label_width=132)
        self._row = fields.add("理由", self.reason, must=True)
        self.fill(self._now, self._meaning, fields, columns(self.switch, 1))
        self.reason.entered.connect(self._ask)
        self.reason.textChanged.connect(lambda _text: self._row.wrong(""))
        self._show(Situation.ORDINARY)

    def shown(self) -> None:
        self.session.read(town.situation, self._show, owner=self)

    def changed(self, changes: Changes) -> None:
        if changes.of("town"):
            self.shown()

    def cleared(self) -> None:
        self.reason.clear()
        self.say("")

    def _show(self, situation: Situation) -> None:
        self._situation = situation
        disaster = situation is Situation.DISASTER
        self._now.setText(f"いま: {situation.label}")
        self._meaning.setText(_MEANING[situation])
        self.switch.setText(f"{self._other.label}に切り替える")
        restyle(self.switch, "role", "primary" if disaster else "danger")

    @property
    def _other(self) -> Situation:
        ordinary = self._situation is Situation.ORDINARY
        return Situation.DISASTER if ordinary else Situation.ORDINARY

    def _ask(self) -> None:
        if not self.reason.text().strip():
            self._row.wrong("切り替える理由を書いてください。")
            self.reason.setFocus()
            return
        other = self._other
        ask(
            self.window(),
            f"{other.label}に切り替えますか。",
            _MEANING[other],
            f"{other.label}に切り替える",
            lambda: self._declare(other, self.reason.text().strip()),
            ends_something=other is Situation.DISASTER,
        )

    def _declare(self, situation: Situation, reason: str) -> None:
        self.session.write(
            lambda desk: town.declare(desk, situation, reason),
            lambda _changes: self._declared(situation),
            self.refuse,
            owner=self,
        )

    def _declared(self, situation: Situation) -> None:
        self.reason.clear()
        self.say(f"{situation.label}に切り替えました。")
        self.done.emit()
