"""A section of the settings with a list of records, the form of one of them, and pasting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QLayout, QWidget

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.moment import RecordId, new_id
from renkei_desktop.domain.wire import Json
from renkei_desktop.office import shown
from renkei_desktop.office.desk import Desk
from renkei_desktop.ui.bodies.body_form import BodyForm
from renkei_desktop.ui.bodies.body_list import BodyList
from renkei_desktop.ui.bodies.kinds import BodyKind
from renkei_desktop.ui.dialogs.asking import ask
from renkei_desktop.ui.forms.form_view import FormView
from renkei_desktop.ui.forms.reading import TownWords, read_town_words, surroundings
from renkei_desktop.ui.forms.sheet_form import begin
from renkei_desktop.ui.intake.paste_section import PasteSection
from renkei_desktop.ui.pieces import columns, group, quiet_text, secondary, stack
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section


class BodySection(Section):
    """Three stages of which one is there: the list, a form, pasting."""

    kind: ClassVar[BodyKind]
    pasting: ClassVar[type[PasteSection] | None] = None

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.open: BodyForm | None = None
        self.list = BodyList(
            self.kind.noun,
            self.kind.titles,
            self.kind.id_of,
            self.kind.empty,
            self.said,
            can_paste=self.pasting is not None,
        )
        self.form_view = FormView(framed=False)
        self.paste = self.pasting(session) if self.pasting else None
        self._stages: tuple[QWidget, ...] = (self.list, self.form_view, self._paste_stage())
        for stage in self._stages:
            self.body.addWidget(stage, 1)
        self._show_stage(self.list)
        self._connect()

    def _paste_stage(self) -> QWidget:
        if self.paste is None:
            return QWidget()
        back = secondary("一覧に戻る", self._leave_paste)
        head = columns(group(f"{self.kind.noun}を貼り付けて入れる"), 1, back)
        return _stage(head, quiet_text(self.paste.explanation), self.paste, grows=2)

    def _connect(self) -> None:
        self.list.add.connect(self.begin_new)
        self.list.change.connect(self.begin_change)
        self.list.end.connect(self.begin_end)
        self.list.paste.connect(self._begin_paste)
        self.form_view.save_wanted.connect(self._save)
        self.form_view.back_wanted.connect(self.give_up)
        if self.paste is not None:
            self.paste.typed.connect(self.typed)
            self.paste.done.connect(self._pasted)

    # --- the list

    def shown(self) -> None:
        self.session.read(self.kind.lines, self.list.show_lines, owner=self)

    def changed(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in self.kind.told_by):
            self.shown()
        if self.paste is not None and self.paste.isVisible():
            self.paste.changed(changes)

    def cleared(self) -> None:
        self.open = None
        self.form_view.clear()
        self.list.show_lines(())
        if self.paste is not None:
            self.paste.cleared()
        self.say("")
        self._show_stage(self.list)

    def _show_stage(self, wanted: QWidget) -> None:
        for stage in self._stages:
            stage.setVisible(stage is wanted)

    # --- one of them

    def begin_new(self) -> None:
        """A form for a new one."""
        self._read("", new_id(), {})

    def begin_change(self, record: RecordId) -> None:
        """The form of one that stands."""
        self._read(record, record, {})

    def _read(self, known: RecordId, record: RecordId, draft: dict[str, Json]) -> None:
        """Reads what the form needs and opens it; `draft` is what was left half written."""
        self.say("")

        def read(desk: Desk) -> tuple[TownWords, Any]:
            words = read_town_words(desk)
            if not known:
                return words, None
            return words, self.kind.as_shown(self.kind.card(desk, known), draft.get("shown"))

        self.session.read(
            read,
            lambda found: self._open(found[0], found[1], record, draft.get("typed")),
            self._cannot_open,
            owner=self,
        )

    def _open(self, words: TownWords, card: Any, record: RecordId, typed: Json) -> None:
        if self.open is not None:
            return
        search = self.session.search
        around = surroundings(words, self.session.today, lambda: search.index)
        opened = self.kind.record_of(card) if card is not None else self.kind.blank(record)
        self.open = BodyForm(self.kind.form, around, opened, card)
        if typed is not None:
            self.open.resume(typed)
        title = f"{self.kind.noun}を変更する" if card is not None else f"{self.kind.noun}を足す"
        self.open.form.edited.connect(self.typed)
        self.form_view.open(self.open.form, title, "変更する" if card is not None else "登録する")
        self.form_view.hold(False)
        self._show_stage(self.form_view)
        begin(self.open.form, f"{self.kind.form}.name")

    def _cannot_open(self, error: RenkeiError) -> None:
        self.refuse(error)
        self.given_up.emit()

    def _save(self) -> None:
        form = self.open
        if form is None:
            return
        self.form_view.hold(True)
        record, card = form.record, form.card
        self.session.write(
            lambda desk: (
                self.kind.add(desk, record)
                if card is None
                else self.kind.correct(desk, card, record)
            ),
            lambda _changes: self._saved(record.id, new=card is None),
            lambda error: self.form_view.refuse(error.sentence),
            owner=self,
        )

    def _saved(self, record: RecordId, *, new: bool) -> None:
        self._close()
        self.say(f"{self.kind.noun}を足しました。" if new else "変更しました。")
        self.session.read(
            self.kind.lines, lambda lines: self._show_saved(lines, record), owner=self
        )
        self.done.emit()

    def _show_saved(self, lines: Sequence[Any], record: RecordId) -> None:
        self.list.show_lines(lines)
        self.list.list.choose(record)

    def give_up(self) -> None:
        """Esc or やめる: asks where something was typed."""
        if self.open is None:
            return
        if not self.open.touched:
            self._give_up()
            return
        ask(
            self.window(),
            "入力したものを消して やめますか",
            "まだ保存していません。やめると、この票に入力したものは消えます。",
            "消してやめる",
            self._give_up,
            ends_something=True,
            otherwise="入力を続ける",
        )

    def _give_up(self) -> None:
        self._close()
        self.given_up.emit()

    def _close(self) -> None:
        """The form is done with and the list is back."""
        self.open = None
        self.form_view.clear()
        self._show_stage(self.list)
        self.list.list.setFocus()

    # --- ending one

    def begin_end(self, record: RecordId) -> None:
        """Asks before one is ended, or says what has to be done first."""
        self.say("")
        self.session.read(
            lambda desk: self.kind.card(desk, record), self._ask_to_end, self.refuse, owner=self
        )

    def _ask_to_end(self, card: Any) -> None:
        hindered = self.kind.hindrance(card)
        if hindered is not None:
            self.refuse(hindered)
            return
        name = getattr(self.kind.record_of(card), "name", "") or ""
        ask(
            self.window(),
            f"この{self.kind.noun}を終了にしますか",
            f"「{name}」は、{self.kind.ending}{self.kind.caution(card)}",
            "終了にする",
            lambda: self.session.write(
                lambda desk: self.kind.end(desk, card),
                lambda _changes: self.say("終了にしました。"),
                self.refuse,
                owner=self,
            ),
            ends_something=True,
        )

    # --- pasting

    def _begin_paste(self) -> None:
        if self.paste is not None:
            self.say("")
            self._show_stage(self._stages[2])
            self.paste.shown()
            self.paste.text.setFocus()

    def _leave_paste(self) -> None:
        self._show_stage(self.list)
        self.list.list.setFocus()

    def _pasted(self) -> None:
        """What was pasted is entered: the list shows it."""
        if self.paste is not None:
            self.say(self.paste.said.text())
            self.paste.say("")
        self._leave_paste()
        self.done.emit()

    # --- drafts

    def draft(self) -> Json | None:
        if self.open is not None and self.open.touched:
            return {
                "known": self.open.card is not None,
                "record": self.open.opened.id,
                "typed": self.open.form.draft(),
                "shown": shown.kept(self.open.card.card) if self.open.card else None,
            }
        return self.paste.draft() if self.paste is not None else None

    def restore(self, data: Json) -> None:
        if isinstance(data, dict):
            record = str(data.get("record") or new_id())
            self._read(record if data.get("known") else "", record, data)
        elif self.paste is not None and isinstance(data, str):
            self._begin_paste()
            self.paste.restore(data)


def _stage(*parts: QWidget | QLayout, grows: int) -> QWidget:
    stage = QWidget()
    layout = stack(*parts, spacing=12)
    layout.setStretch(grows, 1)
    stage.setLayout(layout)
    return stage
