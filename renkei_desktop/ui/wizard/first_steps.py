"""The steps before there is an office: the town, the folder, the first clerk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from renkei_desktop.office import entrance
from renkei_desktop.ui import folders
from renkei_desktop.ui.pieces.buttons import secondary
from renkei_desktop.ui.pieces.field_row import Fields
from renkei_desktop.ui.pieces.frames import columns
from renkei_desktop.ui.pieces.labels import remark
from renkei_desktop.ui.pieces.line import Line
from renkei_desktop.ui.pieces.password import NewPassword
from renkei_desktop.ui.settings.town_form import TownForm
from renkei_desktop.ui.wizard.step import Step


class TownStep(Step):
    name = "town"
    heading = "どの町の、どの課ですか"
    explanation = "名簿や手紙の見出しに印刷されます。あとから設定で変えられます。"

    def __init__(self) -> None:
        super().__init__()
        self.form = TownForm()
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.form.edited.connect(self.edited)
        self.form.entered.connect(self.go_on)

    @property
    def trouble(self) -> str:
        return self.form.trouble

    def take_focus(self) -> None:
        self.form.take_focus()


class FolderStep(Step):
    name = "folder"
    heading = "台帳をどこに置きますか"
    explanation = (
        "台帳は、このパソコンの中の一つのフォルダーに、暗号にして置きます。"
        "OneDrive、ネットワーク、USBメモリーの上には置けません（保存した内容がこわれるためです）。"
    )

    def __init__(self) -> None:
        super().__init__()
        self.line = Line(moves_on=False)
        pick = secondary("ほかの場所を選ぶ", self._pick)
        holder = QWidget()
        row = columns(self.line, pick)
        row.setStretch(0, 1)
        holder.setLayout(row)
        holder.setFocusProxy(self.line)
        fields = Fields(label_width=132)
        self._row = fields.add("フォルダー", holder, must=True)
        self.body.addWidget(fields)
        self.body.addWidget(
            remark("まだ何も作っていません。次の段で合言葉を決めると、ここに作ります。")
        )
        self.body.addStretch(1)
        self.line.textChanged.connect(lambda _text: self._judge())
        self.line.entered.connect(self.go_on)

    def propose(self, town: str) -> None:
        """A folder in the usual place, named after the town, unless one was chosen already."""
        if not self.line.text().strip():
            self.line.setText(str(folders.free(folders.usual(), town)))

    @property
    def folder(self) -> Path:
        return Path(self.line.text().strip()).expanduser()

    @property
    def trouble(self) -> str:
        text = self.line.text().strip()
        if not text:
            return "置き場所を選んでください。"
        if not self.folder.is_absolute():
            return "ドライブ名から始まる場所を選んでください。"
        if self.folder.exists() and any(self.folder.iterdir()):
            return "このフォルダーには、もう何か入っています。新しい名前にしてください。"
        return entrance.location_doubt(self.folder) or ""

    def take_focus(self) -> None:
        self.line.setFocus()

    def _judge(self) -> None:
        self._row.wrong(self.trouble)
        self.edited.emit()

    def _pick(self) -> None:
        start = str(self.folder.parent if self.line.text().strip() else folders.usual())
        found = QFileDialog.getExistingDirectory(self, "台帳を置くところを選ぶ", start)
        if found:
            self.line.setText(str(folders.free(Path(found), self.folder.stem or "台帳")))


class ClerkStep(Step):
    name = "clerk"
    heading = "だれが使いますか"
    explanation = (
        "職員ごとに合言葉を決めます。合言葉はどこにも書き残さないので、忘れると、次に作る"
        "「紙の合言葉」でしか開けません。"
    )

    def __init__(self) -> None:
        super().__init__()
        self.clerk = Line(hint="例: 福祉係 佐々木")
        fields = Fields(label_width=132)
        fields.add("職員の名前", self.clerk, must=True, hint="記録に「だれが」として残ります。")
        self.password = NewPassword(fields, lambda: (self.clerk.text().strip(),))
        self.body.addWidget(fields)
        self.body.addStretch(1)
        for line in (self.clerk, self.password.first, self.password.second):
            line.textChanged.connect(lambda _text: self.edited.emit())
        self.password.second.moves_on = False
        self.password.second.entered.connect(self.go_on)

    @property
    def trouble(self) -> str:
        if not self.clerk.text().strip():
            return "職員の名前を入れてください。"
        return self.password.trouble

    def take_focus(self) -> None:
        (self.clerk if not self.clerk.text() else self.password.first).setFocus()

    def cleared(self) -> None:
        self.password.clear()
