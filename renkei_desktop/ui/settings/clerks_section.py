"""設定: the clerks, their passwords, and the paper code."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from renkei_desktop.domain.wire import Json
from renkei_desktop.office import entrance, offices
from renkei_desktop.ui.dialogs.asking import ask
from renkei_desktop.ui.paper_code import PaperCode
from renkei_desktop.ui.pieces.buttons import primary, secondary
from renkei_desktop.ui.pieces.field_row import Fields
from renkei_desktop.ui.pieces.frames import columns, rule
from renkei_desktop.ui.pieces.labels import group, label
from renkei_desktop.ui.pieces.line import Line
from renkei_desktop.ui.pieces.password import NewPassword
from renkei_desktop.ui.pieces.password_line import PasswordLine
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.section import Section


class AddClerkSection(Section):
    """A second clerk types a password of her own; also a step of the wizard."""

    name = "second_clerk"
    title = "もう一人の職員"
    explanation = (
        "休みや異動のときに困らないように、二人目を入れておきます。"
        "本人にこの席に座ってもらい、合言葉は本人が決めて、本人が入れてください。"
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.clerk = Line(hint="例: 保健師 山本")
        self.add_button = primary("職員を加える", self._add)
        fields = Fields(label_width=132)
        fields.add("名前", self.clerk, must=True)
        self.password = NewPassword(fields, lambda: (self.clerk.text().strip(),))
        self.fill(fields, columns(self.add_button, 1))
        self.password.second.entered.connect(self._add)
        self.clerk.textEdited.connect(lambda _text: self.typed.emit())

    def draft(self) -> Json | None:
        return self.clerk.text() or None

    def restore(self, data: Json) -> None:
        if isinstance(data, str):
            self.clerk.setText(data)

    def _add(self) -> None:
        clerk, password = self.clerk.text().strip(), self.password.text
        if not clerk:
            self.say("名前を入れてください。", wrong=True)
            self.clerk.setFocus()
        elif not self.password.ready:
            self.say(self.password.trouble, wrong=True)
            self.password.first.setFocus()
        else:
            self.session.read(
                lambda desk: offices.add_clerk(desk, clerk, password),
                lambda _none: self._added(clerk),
                self.refuse,
                label="職員を加えています",
                owner=self,
            )

    def _added(self, clerk: str) -> None:
        self.cleared()
        self.say(f"{clerk}さんを加えました。次からは、自分の合言葉で開けます。")
        self.done.emit()

    def cleared(self) -> None:
        self.clerk.clear()
        self.password.clear()
        self.say("")


class ClerksSection(Section):
    """Who has a password; changing one's own; a further clerk; a new paper code."""

    name = "clerks"
    title = "職員と合言葉"
    explanation = "合言葉は、どこにも書き残していません。忘れたときは、紙の合言葉で開きます。"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._names = label("", wrap=True)
        self.own = _OwnPassword(session)
        self.further = AddClerkSection(session)
        self.code = PaperCode("")
        self.code.hide()
        self.code_button = secondary("新しい紙の合言葉をつくる", self._ask_code)
        parts: tuple[QWidget, ...] = (
            group("いまの職員"),
            self._names,
            rule(),
            group("自分の合言葉を変える"),
            self.own,
            rule(),
            group("職員を加える"),
            self.further,
            rule(),
            group("紙の合言葉"),
        )
        self.fill(*parts, columns(self.code_button, 1), self.code)
        self.further.done.connect(self.shown)
        self.code.confirmed.connect(self._confirmed)

    def shown(self) -> None:
        if self.session.folder is not None:
            names = entrance.clerks(self.session.folder)
            self._names.setText("、".join(names))

    def _ask_code(self) -> None:
        ask(
            self.window(),
            "紙の合言葉をつくり直しますか。",
            "いま金庫にある紙は、使えなくなります。新しい紙を印刷し、古い紙は裁断してください。",
            "つくり直す",
            self._new_code,
        )

    def _new_code(self) -> None:
        self.session.read(
            offices.new_paper_code, self._show_code, self.refuse, label="つくっています", owner=self
        )

    def _show_code(self, code: str) -> None:
        self.code.show_code(code)
        self.code.show()

    def _confirmed(self) -> None:
        self.code.show_code("")
        self.code.hide()
        self.say("新しい紙の合言葉ができました。封をして、金庫などにしまってください。")

    def cleared(self) -> None:
        self.own.cleared()
        self.further.cleared()
        self.code.show_code("")
        self.code.hide()
        self._names.setText("")
        self.say("")


class _OwnPassword(Section):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.old = PasswordLine()
        fields = Fields(label_width=132)
        fields.add("いまの合言葉", self.old, must=True)
        self.password = NewPassword(fields, lambda: (session.clerk,))
        self.fill(fields, columns(primary("合言葉を変える", self._change), 1))
        self.password.second.entered.connect(self._change)

    def _change(self) -> None:
        old, new = self.old.text(), self.password.text
        if not old or not self.password.ready:
            self.say(self.password.trouble or "いまの合言葉を入れてください。", wrong=True)
            return
        self.session.read(
            lambda desk: offices.change_password(desk, old, new),
            lambda _none: self._changed_it(),
            self.refuse,
            label="合言葉を変えています",
            owner=self,
        )

    def _changed_it(self) -> None:
        self.cleared()
        self.say("合言葉を変えました。次に開くときから、新しい合言葉です。")

    def cleared(self) -> None:
        self.old.clear()
        self.password.clear()
        self.say("")
