"""«登録を終える»: why and since when, asked before anything happens."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from renkei_desktop.domain.field import declared
from renkei_desktop.domain.resident import Ending
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.ui import theme
from renkei_desktop.ui.dialogs.panel import Panel
from renkei_desktop.ui.forms.editors import editor_for
from renkei_desktop.ui.forms.field_line import FieldLine
from renkei_desktop.ui.forms.surroundings import Surroundings
from renkei_desktop.ui.pieces import Fields, danger, secondary

_WHAT = "名簿に載らなくなります。票も記録もそのまま残り、元に戻すこともできます。"


class EndingPanel(Panel):
    """`confirmed(Ending)` when the clerk has given a reason and pressed the verb."""

    confirmed = Signal(object)

    def __init__(self, parent: QWidget, today: date) -> None:
        super().__init__(parent, "この人の登録を終えますか", "warning", theme.now().colours.danger)
        self.say(_WHAT)
        self.lines: dict[str, FieldLine] = {}
        around = Surroundings(today)
        fields = Fields(80)
        for item in declared(Ending):
            editor = editor_for(item, around)
            row = fields.add(item.field.label, editor.field, must=True)
            self.lines[item.attribute] = FieldLine(item, editor, row.remark, row.wrong)
            editor.edited.connect(self._allow)
        self.lines["on"].show_value(PartialDate.of(today))
        self.body.addWidget(fields)
        self.body.addStretch(1)
        self.offer(secondary("やめる", self.reject))
        self.end_button = danger("登録を終える", self._confirm)
        self.offer(self.end_button)
        self._allow()

    @property
    def ending(self) -> Ending:
        typed = {attribute: line.editor.value() for attribute, line in self.lines.items()}
        return Ending(**typed)

    def _allow(self) -> None:
        self.end_button.setEnabled(None not in (self.ending.reason, self.ending.on))

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit(self.ending)
