"""設定: a test page on a real printer."""

from __future__ import annotations

from renkei_desktop.office import town
from renkei_desktop.ui.plain_sheet import PlainSheet
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section
from renkei_desktop.ui.sheet_printer import SheetPrinter


class PrinterSection(Section):
    name = "printer"
    title = "プリンター"
    explanation = (
        "名簿や見守りの紙を印刷するプリンターで、試しの一枚を出します。"
        "字がかすれていないか、四方の線が切れていないかを見てください。"
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._town = ""
        self.choice = SheetPrinter("試しに印刷する", self._sheet)
        self.fill(self.choice)
        self.choice.printed.connect(self.done)

    def shown(self) -> None:
        self.choice.look()
        self.session.read(town.town, self._hold, owner=self)

    def _hold(self, record: object) -> None:
        self._town = getattr(record, "name", "") or ""

    def _sheet(self) -> PlainSheet:
        return PlainSheet(
            f"試し刷り　{self._town}",
            (
                "この紙の四方に、切れずに線が見えていれば、印刷の幅は合っています。",
                "大きい字: あいうえお　髙橋　山﨑　𠮷田　0123456789",
                "白黒でもファックスでも読めるように、色の意味には必ずことばを添えています。",
            ),
            frame=True,
        )
