"""設定: the town and its office."""

from __future__ import annotations

import dataclasses
from typing import Any

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.provision import Town
from renkei_desktop.domain.wire import Json
from renkei_desktop.office import town
from renkei_desktop.ui.pieces.buttons import primary
from renkei_desktop.ui.pieces.frames import columns
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section
from renkei_desktop.ui.settings.town_form import WIRES, TownForm


class TownSection(Section):
    name = "town"
    title = "町と課"
    explanation = "名簿や手紙の見出しに印刷されます。"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.form = TownForm()
        self._held: Held[Town] | None = None
        self._shown: dict[str, str] = {}
        self.save_button = primary("変更する", self._save)
        self.fill(self.form, columns(self.save_button, 1))
        self.form.edited.connect(self._edited)
        self.form.entered.connect(self._save)

    def shown(self) -> None:
        if self._held is None:
            self.session.read(town.held_town, self._show, owner=self)

    def _show(self, held: Held[Town]) -> None:
        half_typed = self.draft()
        self._held = held
        self._shown = {wire: getattr(held.record, wire) or "" for wire in WIRES}
        self.form.show_values(self._shown)
        if isinstance(half_typed, dict):
            self.restore(half_typed)
        self._judge()

    def changed(self, changes: Changes) -> None:
        if changes.of("town") and self._held is not None:
            self.session.read(town.held_town, self._show, owner=self)

    def cleared(self) -> None:
        self._held, self._shown = None, {}
        self.form.show_values({})
        self.say("")

    def _judge(self) -> None:
        self.save_button.setEnabled(self._held is not None and self.form.values() != self._shown)

    def _edited(self) -> None:
        self._judge()
        self.say("")
        self.typed.emit()

    def _save(self) -> None:
        held = self._held
        if held is None or self.form.values() == self._shown:
            return
        if self.form.trouble:
            self.say(self.form.trouble, wrong=True)
            return
        typed = self.form.values()
        values: dict[str, Any] = {wire: text or None for wire, text in typed.items()}
        changed = dataclasses.replace(held.record, **values)
        self.save_button.setEnabled(False)
        self.session.write(
            lambda desk: town.change_town(desk, held, changed),
            lambda _changes: self._saved(typed),
            self._refused,
            owner=self,
        )

    def _saved(self, typed: dict[str, str]) -> None:
        self._shown = typed
        self._judge()
        self.say("変更しました。")
        self.done.emit()

    def _refused(self, error: RenkeiError) -> None:
        self._judge()
        self.refuse(error)

    def draft(self) -> Json | None:
        values = self.form.values()
        return dict(values) if self._held is not None and values != self._shown else None

    def restore(self, data: Json) -> None:
        if isinstance(data, dict):
            self.form.show_values({key: str(value) for key, value in data.items()})
