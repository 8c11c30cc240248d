"""When, how and by whom the answers of this conversation were given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from renkei_desktop.domain.choice import Answer, AnswerWay, Purpose
from renkei_desktop.domain.consent import ConsentAnswer
from renkei_desktop.domain.field import declared
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.forms.editors import editor_for
from renkei_desktop.ui.forms.field_line import FieldLine
from renkei_desktop.ui.forms.surroundings import Surroundings, label_width
from renkei_desktop.ui.forms.text_editors import TextEditor
from renkei_desktop.ui.pieces import FieldRow, Fields, group, stack
from renkei_desktop.ui.theme import px

_NEEDED = ("on", "way", "by")
_MISSING = "同意の返事には、日付・方法・答えた人が要ります。"
_NO_REASON = "誤入力の訂正には理由が要ります。"
_UNEXPLAINED = "個別避難計画の同意をもらう前に説明した紙を書いてください（法49条の14第2項）。"


class Circumstances(QFrame):
    """The fields of a ConsentAnswer besides the answer itself, once for all changed cells."""

    edited = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.lines: dict[str, FieldLine] = {}
        self._rows: dict[str, FieldRow] = {}
        fields = Fields(label_width())
        for item in declared(ConsentAnswer):
            if item.attribute != "answer":
                self._add(fields, item, around)
        self._reason = TextEditor()
        self._reason_row = fields.add("訂正の理由", self._reason.field)
        self._reason.edited.connect(self.edited)
        self.lines["way"].editor.edited.connect(self._show_reason)
        layout = stack(group("今回の返事"), fields)
        layout.setContentsMargins(px(14), px(12), px(14), px(12))
        self.setLayout(layout)
        self.lines["on"].show_value(PartialDate.of(around.today))
        self.lines["way"].show_value(AnswerWay.PAPER)
        self._show_reason()

    def _add(self, fields: Fields, item: Any, around: Surroundings) -> None:
        editor = editor_for(item, around)
        row = fields.add(item.field.label, editor.field)
        editor.edited.connect(self.edited)
        self._rows[item.attribute] = row
        self.lines[item.attribute] = FieldLine(item, editor, row.remark, row.wrong)

    def _show_reason(self) -> None:
        self._reason_row.show(self.lines["way"].editor.value() is AnswerWay.CORRECTION)

    @property
    def reason(self) -> str | None:
        """The reason of a correction; None for an answer that was given."""
        correcting = self.lines["way"].editor.value() is AnswerWay.CORRECTION
        return self._reason.value() if correcting else None

    def around(self, answer: Answer) -> ConsentAnswer:
        """The full answer with these circumstances."""
        typed = {attribute: line.editor.value() for attribute, line in self.lines.items()}
        return ConsentAnswer(answer=answer, **typed)

    def trouble(self, changed: Mapping[tuple[Purpose, Any], Answer]) -> str:
        """What is missing for these answers; empty where nothing was changed."""
        return next((words for words in self._troubles(changed).values() if words), "")

    def tell(self, changed: Mapping[tuple[Purpose, Any], Answer]) -> None:
        """Says what is missing beside the fields."""
        found = self._troubles(changed)
        self._reason_row.wrong(found.get("reason", ""))
        for attribute, row in self._rows.items():
            row.wrong(found.get(attribute, ""))

    def _troubles(self, changed: Mapping[tuple[Purpose, Any], Answer]) -> dict[str, str]:
        if not changed:
            return {}
        found = {a: line.editor.trouble() for a, line in self.lines.items()}
        for attribute in _NEEDED if _answered(changed.values()) else ():
            if not found[attribute] and self.lines[attribute].editor.value() is None:
                found[attribute] = _MISSING
        planned = [a for (purpose, _), a in changed.items() if purpose is Purpose.PLAN]
        if Answer.GIVEN in planned and self.lines["explanation"].editor.value() is None:
            found["explanation"] = _UNEXPLAINED
        if self.lines["way"].editor.value() is AnswerWay.CORRECTION and not self._reason.value():
            found["reason"] = _NO_REASON
        return found

    def draft(self) -> Json:
        typed = {attribute: line.editor.draft() for attribute, line in self.lines.items()}
        return {**typed, "reason": self._reason.draft()}

    def resume(self, draft: Json) -> None:
        for attribute, kept in (draft if isinstance(draft, dict) else {}).items():
            if attribute in self.lines:
                self.lines[attribute].editor.resume(kept)
            elif attribute == "reason":
                self._reason.resume(kept)
        self._show_reason()


def _answered(answers: Iterable[Answer]) -> bool:
    return any(answer is not Answer.UNASKED for answer in answers)
