"""A section of the settings with a list of records, the form of one of them, and pasting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QLayout, QWidget

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.field import Record
from renkei_desktop.domain.moment import RecordId, new_id
from renkei_desktop.domain.wire import Json
from renkei_desktop.office.desk import Desk
from renkei_desktop.ui.bodies.body_form import BodyForm
from renkei_desktop.ui.bodies.body_list import BodyList
from renkei_desktop.ui.dialogs.asking import ask
from renkei_desktop.ui.forms.form_view import FormView
from renkei_desktop.ui.forms.reading import TownWords, read_town_words, surroundings
from renkei_desktop.ui.forms.sheet_form import begin
from renkei_desktop.ui.intake.paste_section import PasteSection
from renkei_desktop.ui.pieces import columns, group, quiet_text, secondary, stack
from renkei_desktop.ui.pieces.row_model import Column
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section


class BodySection(Section):
    """Three stages of which one is there: the list, a form, pasting."""

    noun: ClassVar[str] = ""
    kinds: ClassVar[tuple[str, ...]] = ()
    """The kinds of record that the list tells of; the first is the one it is made of."""
    empty: ClassVar[str] = ""
    titles: ClassVar[tuple[Column, ...]] = ()
    pasting: ClassVar[type[PasteSection] | None] = None
    ending: ClassVar[str] = ""
    """What stays and what goes when one is ended."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.open: BodyForm | None = None
        self.list = BodyList(
            self.noun,
            self.titles,
            self.id_of,
            self.empty,
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
        head = columns(group(f"{self.noun}を貼り付けて入れる"), 1, back)
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

    # --- what each kind says of itself

    def id_of(self, line: Any) -> RecordId:
        """The record behind a line of the list."""
        raise NotImplementedError

    def lines(self, desk: Desk) -> Sequence[Any]:
        """Everything that stands, on the desk thread."""
        raise NotImplementedError

    def card(self, desk: Desk, record: RecordId) -> Any:
        """One of them with what stands around it, on the desk thread."""
        raise NotImplementedError

    def record_of(self, card: Any) -> Record:
        """The record that the form of this card changes."""
        raise NotImplementedError

    def blank(self, record: RecordId) -> Record:
        """A new one under this id."""
        raise NotImplementedError

    def add(self, desk: Desk, record: Any) -> Changes:
        """Enters a new one, on the desk thread."""
        raise NotImplementedError

    def correct(self, desk: Desk, card: Any, record: Any) -> Changes:
        """Saves a changed one, on the desk thread."""
        raise NotImplementedError

    def end(self, desk: Desk, card: Any) -> Changes:
        """Ends one, on the desk thread."""
        raise NotImplementedError

    def hindrance(self, _card: Any) -> RenkeiError | None:
        """Why it cannot be ended yet."""
        return None

    def caution(self, _card: Any) -> str:
        """What to think of before it is ended."""
        return ""

    # --- the list

    def shown(self) -> None:
        self.session.read(self.lines, self.list.show_lines, owner=self)

    def changed(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in self.kinds):
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
        self._read("", new_id(), None)

    def begin_change(self, record: RecordId) -> None:
        """The form of one that stands."""
        self._read(record, record, None)

    def _read(self, known: RecordId, record: RecordId, typed: Json) -> None:
        """Reads what the form needs and opens it; `typed` is what was left half written."""
        self.say("")
        self.session.read(
            lambda desk: (read_town_words(desk), self.card(desk, known) if known else None),
            lambda found: self._open(found[0], found[1], record, typed),
            self._cannot_open,
            owner=self,
        )

    def _open(self, words: TownWords, card: Any, record: RecordId, typed: Json) -> None:
        if self.open is not None:
            return
        search = self.session.search
        around = surroundings(words, self.session.today, lambda: search.index)
        opened = self.record_of(card) if card is not None else self.blank(record)
        self.open = BodyForm(self.kinds[0], around, opened, card)
        if typed is not None:
            self.open.resume(typed)
        title = f"{self.noun}を変更する" if card is not None else f"{self.noun}を足す"
        self.open.form.edited.connect(self.typed)
        self.form_view.open(self.open.form, title, "変更する" if card is not None else "登録する")
        self.form_view.hold(False)
        self._show_stage(self.form_view)
        begin(self.open.form, f"{self.kinds[0]}.name")

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
                self.add(desk, record) if card is None else self.correct(desk, card, record)
            ),
            lambda _changes: self._saved(record.id, new=card is None),
            lambda error: self.form_view.refuse(error.sentence),
            owner=self,
        )

    def _saved(self, record: RecordId, *, new: bool) -> None:
        self._close()
        self.say(f"{self.noun}を足しました。" if new else "変更しました。")
        self.session.read(self.lines, lambda lines: self._show_saved(lines, record), owner=self)
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
            lambda desk: self.card(desk, record), self._ask_to_end, self.refuse, owner=self
        )

    def _ask_to_end(self, card: Any) -> None:
        hindered = self.hindrance(card)
        if hindered is not None:
            self.refuse(hindered)
            return
        name = getattr(self.record_of(card), "name", "") or ""
        ask(
            self.window(),
            f"この{self.noun}を終了にしますか",
            f"「{name}」は、{self.ending}{self.caution(card)}",
            "終了にする",
            lambda: self.session.write(
                lambda desk: self.end(desk, card),
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
            }
        return self.paste.draft() if self.paste is not None else None

    def restore(self, data: Json) -> None:
        if isinstance(data, dict):
            record = str(data.get("record") or new_id())
            self._read(record if data.get("known") else "", record, data.get("typed"))
        elif self.paste is not None and isinstance(data, str):
            self._begin_paste()
            self.paste.restore(data)


def _stage(*parts: QWidget | QLayout, grows: int) -> QWidget:
    stage = QWidget()
    layout = stack(*parts, spacing=12)
    layout.setStretch(grows, 1)
    stage.setLayout(layout)
    return stage
