"""設定: the list of sections on the left, the chosen one on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QListWidget,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.ui import theme
from renkei_desktop.ui.bodies.sections import AssociationList, CommissionerList, RecipientList
from renkei_desktop.ui.forms.choice_editors import Combo
from renkei_desktop.ui.intake.own_list_section import OwnListSection
from renkei_desktop.ui.page import Draft, Page
from renkei_desktop.ui.pieces.frames import card, scrolled, stack
from renkei_desktop.ui.pieces.header import PageHeader
from renkei_desktop.ui.pieces.labels import label, quiet_text
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.backup_section import BackupSection
from renkei_desktop.ui.settings.check_section import CheckSection
from renkei_desktop.ui.settings.clerks_section import ClerksSection
from renkei_desktop.ui.settings.consent_section import ConsentSection
from renkei_desktop.ui.settings.maps_section import MapsSection
from renkei_desktop.ui.settings.printer_section import PrinterSection
from renkei_desktop.ui.settings.section import Section
from renkei_desktop.ui.settings.situation_section import SituationSection
from renkei_desktop.ui.settings.town_section import TownSection
from renkei_desktop.ui.settings.window_section import WindowSection
from renkei_desktop.ui.theme import px

FORM = "settings"
_WIDEST = 860
_BESIDE_UP_TO = 1.5

SECTIONS: tuple[type[Section], ...] = (
    TownSection,
    ClerksSection,
    SituationSection,
    ConsentSection,
    AssociationList,
    CommissionerList,
    RecipientList,
    OwnListSection,
    MapsSection,
    BackupSection,
    PrinterSection,
    CheckSection,
    WindowSection,
)


class SettingsPage(Page):
    """Every section is made when it is first chosen. `go_to` takes the name of a section."""

    name = "settings"
    title = "設定"
    forms = (FORM,)

    sized = Signal(float)
    locks_after = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.sections: dict[str, Section] = {}
        self._typing: Section | None = None
        self.names = QListWidget()
        self.names.addItems([section.title for section in SECTIONS])
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(10))
        layout.addWidget(PageHeader(self.title))
        layout.addLayout(self._body(), 1)
        self.names.currentRowChanged.connect(self._show)

    def _body(self) -> QLayout:
        """The list beside the section; in very large type a drop-down list above it."""
        section = card(self._stack, padding=22)
        if theme.now().scale > _BESIDE_UP_TO:
            above = Combo()
            above.addItems([section.title for section in SECTIONS])
            above.activated.connect(self.names.setCurrentRow)
            self.names.currentRowChanged.connect(above.setCurrentIndex)
            body = stack(above, section)
            body.setStretch(1, 1)
            return body
        self.names.setFixedWidth(px(210))
        beside = card(self.names, padding=8)
        beside.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(beside)
        row.addWidget(section, 1)
        return row

    def shown(self) -> None:
        if self.names.currentRow() < 0:
            self.names.setCurrentRow(0)
        elif self.current is not None:
            self.current.shown()

    @property
    def current(self) -> Section | None:
        """The section in view."""
        row = self.names.currentRow()
        return self.sections.get(SECTIONS[row].name) if row >= 0 else None

    def go_to(self, record_id: RecordId | None) -> None:
        names = [section.name for section in SECTIONS]
        if record_id in names:
            self.names.setCurrentRow(names.index(record_id))

    def section(self, name: str) -> Section:
        """The section of that name, made where it is not yet."""
        found = self.sections.get(name)
        if found is None:
            cls = next(section for section in SECTIONS if section.name == name)
            found = self.sections[name] = cls(self.session)
            found.typed.connect(lambda: self._typed(found))
            self._stack.addWidget(_framed(found))
            self._wire(found)
        return found

    def _show(self, row: int) -> None:
        if row < 0:
            return
        found = self.section(SECTIONS[row].name)
        self._stack.setCurrentIndex(list(self.sections).index(found.name))
        found.shown()

    def _wire(self, section: Section) -> None:
        if isinstance(section, WindowSection):
            section.sized.connect(self.sized)
            section.locks_after.connect(self.locks_after)
        for settled in (section.done, section.given_up):
            settled.connect(lambda: self.settled.emit(FORM, section.name))

    def _typed(self, section: Section) -> None:
        self._typing = section
        self.typed.emit()

    def changed(self, changes: Changes) -> None:
        for section in self.sections.values():
            section.changed(changes)

    def cleared(self) -> None:
        for section in self.sections.values():
            section.cleared()

    def draft(self) -> Draft | None:
        if self._typing is None:
            return None
        data = self._typing.draft()
        return None if data is None else Draft(FORM, self._typing.name, data)

    def restore_draft(self, draft: Draft) -> None:
        names = [section.name for section in SECTIONS]
        if draft.record in names:
            self.go_to(draft.record)
            self.section(draft.record).restore(draft.data)


def _framed(section: Section) -> QScrollArea:
    """Title and explanation over the section; it scrolls where the type is very large."""
    holder = QWidget()
    holder.setMaximumWidth(px(_WIDEST))
    words = stack(label(section.title, "name"), quiet_text(section.explanation))
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, px(6), 0)
    layout.setSpacing(px(16))
    layout.addLayout(words)
    layout.addWidget(section, 1)
    return scrolled(holder)
