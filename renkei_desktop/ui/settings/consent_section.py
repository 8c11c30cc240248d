"""設定: how the town asks for consent, in words."""

from __future__ import annotations

import dataclasses

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.choice import Policy
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.provision import Town
from renkei_desktop.office import town
from renkei_desktop.ui.pieces.buttons import primary
from renkei_desktop.ui.pieces.field_row import Fields
from renkei_desktop.ui.pieces.frames import columns
from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.pieces.line import Line
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section
from renkei_desktop.ui.theme import px

_WORDS = {
    Policy.INDIVIDUAL: "返事のない人は、平常時の名簿に載せません。法律のもとの形です。",
    Policy.ORDINANCE_REFUSAL: "町の条例があるとき。断った人だけを名簿から外します。",
    Policy.ORDINANCE_PRESUMED: "町の条例があるとき。期日までに返事のない人は、同意とみなします。",
    Policy.UNKNOWN: "一人ずつ同意をもらうのと同じに扱います。あとで変えられます。",
}
_BY_ORDINANCE = (Policy.ORDINANCE_REFUSAL, Policy.ORDINANCE_PRESUMED)


class ConsentSection(Section):
    name = "consent"
    title = "同意の取り方"
    explanation = (
        "ふだんから名簿を町内会や民生委員などに渡すには、本人の同意か、町の条例が要ります。"
        "この町ではどうしていますか。"
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._held: Held[Town] | None = None
        self._group = QButtonGroup(self)
        self.choices: dict[Policy, QRadioButton] = {}
        self.ordinance = Line(hint="例: 見本町条例第12号（令和5年）", moves_on=False)
        fields = Fields(label_width=132)
        self._row = fields.add("条例の番号", self.ordinance)
        self.save_button = primary("この取り方にする", self._save)
        self.fill(self._list(), fields, columns(self.save_button, 1))
        self._group.buttonToggled.connect(lambda _button, _on: self._edited())
        self.ordinance.textChanged.connect(lambda _text: self._edited())
        self.ordinance.entered.connect(self._save)
        self._edited()
        # What is chosen before the town is read would be taken back when it is.
        self.setEnabled(False)

    def _list(self) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        for policy, words in _WORDS.items():
            choice = self.choices[policy] = QRadioButton(policy.label)
            self._group.addButton(choice)
            remark = label(words, "remark", wrap=True)
            remark.setContentsMargins(px(30), 0, 0, px(6))
            layout.addWidget(choice)
            layout.addWidget(remark)
        return holder

    @property
    def policy(self) -> Policy | None:
        """What is chosen on the screen."""
        return next((p for p, choice in self.choices.items() if choice.isChecked()), None)

    def shown(self) -> None:
        self.session.read(town.held_town, self._show, owner=self)

    def changed(self, changes: Changes) -> None:
        if changes.of("town"):
            self.shown()

    def _show(self, held: Held[Town]) -> None:
        self._held = held
        self.choices[held.record.policy or Policy.UNKNOWN].setChecked(True)
        self.ordinance.setText(held.record.ordinance or "")
        self.setEnabled(True)
        self._edited()

    def cleared(self) -> None:
        self._held = None
        self.ordinance.clear()
        self.say("")

    def _edited(self) -> None:
        by_ordinance = self.policy in _BY_ORDINANCE
        self._row.show(by_ordinance)
        if by_ordinance and not self.ordinance.text().strip():
            self._row.remark("番号が入るまでは、一人ずつ同意をもらうのと同じに扱います。")
        else:
            self._row.remark("")

    def _save(self) -> None:
        held, policy = self._held, self.policy
        if held is None or policy is None:
            return
        ordinance = self.ordinance.text().strip() if policy in _BY_ORDINANCE else ""
        changed = dataclasses.replace(held.record, policy=policy, ordinance=ordinance or None)
        self.session.write(
            lambda desk: town.change_town(desk, held, changed), self._saved, self.refuse, owner=self
        )

    def _saved(self, _changes: Changes) -> None:
        self.say("この取り方にしました。")
        self.done.emit()
