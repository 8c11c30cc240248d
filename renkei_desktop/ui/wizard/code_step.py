"""The step in which the paper code is printed and typed back."""

from __future__ import annotations

from renkei_desktop.office import offices
from renkei_desktop.ui.paper_code import PaperCode
from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.wizard.step import Step


class CodeStep(Step):
    """The code is nowhere kept: whoever comes back later to this step gets a new one."""

    name = "paper_code"
    heading = "紙の合言葉をしまいます"
    explanation = (
        "合言葉を忘れたとき、この紙で台帳を開けます。印刷するか、手で書き写して封をし、金庫などに"
        "しまってください。しまう前に、紙を見て打ち直し、まちがいがないことを確かめます。"
    )

    def __init__(self, session: Session, town: str, code: str = "") -> None:
        super().__init__()
        self._session = session
        self._code = code
        self.paper = PaperCode(town)
        self._renewed = label("", "remark", wrap=True)
        self._renewed.hide()
        self.body.addWidget(self._renewed)
        self.body.addWidget(self.paper)
        self.body.addStretch(1)
        self.paper.confirmed.connect(self.edited)
        self.paper.typed.entered.connect(self.go_on)

    @property
    def trouble(self) -> str:
        return "" if self.paper.is_confirmed else "紙を見て、打ち直してください。"

    def shown(self) -> None:
        if self._code:
            self.paper.show_code(self._code)
        else:
            self._session.read(
                offices.new_paper_code, self._show_new, label="つくっています", owner=self
            )

    def _show_new(self, code: str) -> None:
        self._code = code
        self._renewed.setText("新しい紙の合言葉です。前に印刷した紙があれば、捨ててください。")
        self._renewed.show()
        self.paper.show_code(code)

    def take_focus(self) -> None:
        self.paper.typed.setFocus()

    def cleared(self) -> None:
        self._code = ""
        self.paper.show_code("")
