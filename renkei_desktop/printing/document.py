"""A document in the making: its pages, and the PDF that comes of them. Nothing touches a disk."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from renkei_desktop import work
from renkei_desktop.printing import typeface
from renkei_desktop.printing.page import Page
from renkei_desktop.printing.paper import Furniture, Handling, Look, SheetHead
from renkei_desktop.printing.printed import PageIdentity
from renkei_desktop.printing.style import styles
from renkei_desktop.printing.typeface import Face

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


class Document:
    """Pages with head and foot. The same content gives the same bytes, whenever it is made."""

    def __init__(
        self, head: SheetHead, handling: Handling | None, look: Look, *, blanks: bool = False
    ) -> None:
        # Loaded here, so that a window which only might print does not wait for ReportLab.
        from renkei_desktop.printing.lettering import Lettering

        self._title, self._look = head.title, look
        self._canvas = _canvas(look)
        self.styles = styles(look.scale)
        self.lettering = Lettering(self._canvas._doc)
        self.frame = Furniture(
            head, handling, look.paper, self.styles, self.lettering, blanks=blanks
        )
        self._pages: list[Page] = []

    def page(self, section: str) -> Page:
        """A new page at the end."""
        page = Page(section, self.lettering)
        page.says(f"{self._title}\x1f{self._look.paper.name}\x1f{self._look.scale}")
        self.frame.open(page)
        self._pages.append(page)
        return page

    def finished(self, progress: work.Progress) -> tuple[bytes, tuple[PageIdentity, ...]]:
        """The PDF and its pages. The document is used up."""
        identities: list[PageIdentity] = []
        total = len(self._pages)
        for number, page in enumerate(self._pages, start=1):
            progress(number, total, "紙に仕上げています")
            self.frame.close(page, number, total)
            self._bookmark(page, identities)
            self._canvas.addLiteral(page.content())
            self._canvas.showPage()
            identities.append(PageIdentity(number, page.section, page.digest))
        self._canvas.setTitle(self._title)
        return bytes(self._canvas.getpdfdata()), tuple(identities)

    def _bookmark(self, page: Page, before: list[PageIdentity]) -> None:
        """One entry in the viewer's side list for each 町内会."""
        if page.section and page.section not in (p.section for p in before[-1:]):
            key = f"page{len(before) + 1}"
            self._canvas.bookmarkPage(key)
            title = page.section.encode("utf-8", "replace").decode("utf-8")
            self._canvas.addOutlineEntry(title, key)


def _canvas(look: Look) -> Canvas:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    from renkei_desktop.printing.paperfont import paper_font

    rl_config.useA85 = 0  # binary streams: a fifth smaller, and no second pass over each
    first: Any = paper_font(typeface.main(Face.GOTHIC))
    canvas = Canvas(
        BytesIO(),
        pagesize=(look.paper.width, look.paper.height),
        pageCompression=1,
        invariant=1,
        initialFontName=first.fontName,
        lang="ja-JP",
    )
    canvas.setCreator("renkei-desktop")
    canvas.setAuthor("")
    canvas.setSubject("")
    return canvas
