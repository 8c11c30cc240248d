"""町内会 and 民生委員 by pasting: what was pasted is shown as a table before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QTimer

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.wire import Json
from renkei_desktop.office import neighbourhoods, town
from renkei_desktop.office.desk import Desk
from renkei_desktop.ui.intake.lines_table import LinesTable
from renkei_desktop.ui.pieces.buttons import primary
from renkei_desktop.ui.pieces.frames import columns
from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.pieces.line import Lines
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section

_PAUSE_MS = 300
Pasted = Sequence[Any]


class PasteSection(Section):
    """A field to paste into, the table of what was understood, and the button that enters it."""

    noun: ClassVar[str] = ""
    kind: ClassVar[str] = ""
    hint: ClassVar[str] = ""
    titles: ClassVar[tuple[str, ...]] = ()
    shares: ClassVar[tuple[int, ...]] = ()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._pasted: Pasted = ()
        self._standing = label("", "remark", wrap=True)
        self.text = Lines(hint=self.hint, rows=5)
        self.table = LinesTable(self.titles, self.shares)
        self.table.hide()
        self.take_button = primary("", self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        told = label("", "remark", wrap=True)
        self.table.told.connect(told.setText)
        self.fill(self._standing, self.text, self.table, told, columns(self.take_button, 1))
        self.text.textChanged.connect(self._typed)
        self.table.lines.dataChanged.connect(lambda *_: self._count())
        self._count()

    def read_pasted(self, desk: Desk, text: str) -> Pasted:
        """What the text says, on the desk thread."""
        raise NotImplementedError

    def take_pasted(self, desk: Desk, pasted: Pasted, accepted: Sequence[int]) -> Changes:
        """Enters the accepted lines, on the desk thread."""
        raise NotImplementedError

    def names_of(self, desk: Desk) -> Sequence[str]:
        """Those that are entered already."""
        raise NotImplementedError

    def cells(self, line: Any) -> tuple[str, ...]:
        """One line of the table, without the last column."""
        raise NotImplementedError

    def shown(self) -> None:
        self.session.read(self.names_of, self._show_standing, owner=self)

    def changed(self, changes: Changes) -> None:
        if changes.of(self.kind):
            self.shown()
            self._read()

    def _show_standing(self, names: Sequence[str]) -> None:
        if names:
            words = f"いま{len(names)}件: {'、'.join(names)}"
            self._standing.setText(words if len(words) < 120 else f"{words[:118]}…")
        else:
            self._standing.setText("まだ一つも入っていません。")

    def _typed(self) -> None:
        self.say("")
        self._pause.start()
        self.typed.emit()

    def _read(self) -> None:
        self._pause.stop()
        text = self.text.toPlainText()
        if text.strip():
            self.session.read(
                lambda desk: self.read_pasted(desk, text),
                lambda pasted: self._show_if_still(text, pasted),
                self.refuse,
                owner=self,
            )
        else:
            self._show(())

    def _show_if_still(self, text: str, pasted: Pasted) -> None:
        if text == self.text.toPlainText():
            self._show(pasted)

    def _show(self, pasted: Pasted) -> None:
        self._pasted = pasted
        certain = frozenset(neighbourhoods.certain(tuple(pasted)))
        rows = [(*self.cells(line), _reasons(line)) for line in pasted]
        ticked = [_tick(line, certain) for line in pasted]
        self.table.show_rows(rows, ticked)
        self.table.setVisible(bool(pasted))
        self._count()

    @property
    def accepted(self) -> tuple[int, ...]:
        """The numbers of the lines that are ticked."""
        ticks = zip(self._pasted, self.table.lines.ticked, strict=True)
        return tuple(line.line_number for line, tick in ticks if tick)

    def _count(self) -> None:
        number = len(self.accepted)
        self.take_button.setEnabled(number > 0)
        self.take_button.setText(
            f"{self.noun}を{number}件 入れる" if number else f"{self.noun}を入れる"
        )

    def _take(self) -> None:
        pasted, accepted = self._pasted, self.accepted
        self.session.write(
            lambda desk: self.take_pasted(desk, pasted, accepted),
            lambda _changes: self._taken(len(accepted)),
            self.refuse,
            owner=self,
        )

    def _taken(self, number: int) -> None:
        self.text.clear()
        self._show(())
        self.say(f"{self.noun}を{number}件 入れました。")
        self.done.emit()

    def cleared(self) -> None:
        self.text.clear()
        self._pause.stop()
        self._show(())
        self._standing.setText("")
        self.say("")

    def draft(self) -> Json | None:
        return self.text.toPlainText() or None

    def restore(self, data: Json) -> None:
        if isinstance(data, str):
            self.text.setPlainText(data)


def _tick(line: Any, certain: frozenset[int]) -> bool | None:
    """Ticked where nothing is in doubt, without a box where the line cannot be entered."""
    wrong = any(problem.severity.value == "wrong" for problem in line.problems)
    return None if wrong else line.line_number in certain


def _reasons(line: Any) -> str:
    return " ".join(problem.reason for problem in line.problems)


class AssociationsSection(PasteSection):
    name = "associations"
    title = "町内会"
    noun = "町内会"
    kind = "association"
    explanation = (
        "表計算の表やメールから、そのまま写して貼りつけてください。"
        "名前だけでも、よみ・会長・電話がついていてもかまいません。"
    )
    hint = "例:\n旭町一　あさひちょういち　会長名　0164-35-0000"
    titles = ("町内会", "よみ", "会長", "電話", "気づいたこと")
    shares = (18, 17, 15, 17, 33)

    def read_pasted(self, desk: Desk, text: str) -> Pasted:
        return neighbourhoods.pasted_associations(desk, text)

    def take_pasted(self, desk: Desk, pasted: Pasted, accepted: Sequence[int]) -> Changes:
        return neighbourhoods.take_associations(desk, pasted, accepted)

    def names_of(self, desk: Desk) -> Sequence[str]:
        return [a.name or "" for a in town.associations(desk)]

    def cells(self, line: Any) -> tuple[str, ...]:
        return line.name, line.reading or "", line.head or "", _number(line)


class CommissionersSection(PasteSection):
    name = "commissioners"
    title = "民生委員"
    noun = "民生委員"
    kind = "commissioner"
    explanation = (
        "名前と担当の町内会を、表計算の表やメールから写して貼りつけてください。"
        "名簿を渡す相手としても登録されます。"
    )
    hint = "例:\n山田 花子　やまだ はなこ　0164-35-0000　旭町一・旭町二"
    titles = ("氏名", "よみ", "電話", "担当の町内会", "気づいたこと")
    shares = (17, 17, 17, 20, 29)

    def read_pasted(self, desk: Desk, text: str) -> Pasted:
        return neighbourhoods.pasted_commissioners(desk, text)

    def take_pasted(self, desk: Desk, pasted: Pasted, accepted: Sequence[int]) -> Changes:
        return neighbourhoods.take_commissioners(desk, pasted, accepted)

    def names_of(self, desk: Desk) -> Sequence[str]:
        return [c.name or "" for c in town.commissioners(desk)]

    def cells(self, line: Any) -> tuple[str, ...]:
        return line.name, line.reading or "", _number(line), "・".join(line.associations)


def _number(line: Any) -> str:
    return line.phone.number if line.phone else ""
