"""The steps of the wizard in their order."""

from __future__ import annotations

from renkei_desktop.ui.arriving import Seated
from renkei_desktop.ui.intake.own_list_section import OwnListSection
from renkei_desktop.ui.intake.paste_section import AssociationsSection, CommissionersSection
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.backup_section import BackupSection
from renkei_desktop.ui.settings.clerks_section import AddClerkSection
from renkei_desktop.ui.settings.consent_section import ConsentSection
from renkei_desktop.ui.settings.maps_section import MapsSection
from renkei_desktop.ui.settings.printer_section import PrinterSection
from renkei_desktop.ui.wizard.code_step import CodeStep
from renkei_desktop.ui.wizard.step import SectionStep, Step

TITLES = (
    ("town", "町と課"),
    ("folder", "置き場所"),
    ("clerk", "はじめの職員"),
    ("printer", "試し刷り"),
    ("paper_code", "紙の合言葉"),
    ("second_clerk", "もう一人の職員"),
    ("consent", "同意の取り方"),
    ("associations", "町内会"),
    ("commissioners", "民生委員"),
    ("maps", "地図"),
    ("backup", "控え"),
    ("own_list", "役場の一覧"),
)


def in_the_office(session: Session, seated: Seated) -> tuple[Step, ...]:
    """The others: each does its work in the office at once, so each can be resumed."""
    return (
        SectionStep(PrinterSection(session), "プリンターで一枚、試します"),
        CodeStep(session, seated.standing.town, seated.paper_code),
        SectionStep(AddClerkSection(session), "二人目の職員を入れます"),
        SectionStep(ConsentSection(session), "同意はどうやって取っていますか"),
        SectionStep(AssociationsSection(session), "町内会を入れます"),
        SectionStep(CommissionersSection(session), "民生委員を入れます"),
        SectionStep(MapsSection(session), "地図を入れます"),
        SectionStep(BackupSection(session), "はじめの控えを取ります"),
        SectionStep(OwnListSection(session), "いまの一覧を取り込みます"),
    )
