"""What the files of the pictures are called: in Japanese, as the pages call themselves."""

from __future__ import annotations

from renkei_desktop.ui.pages import PAGES
from renkei_desktop.ui.settings.page import SECTIONS
from renkei_desktop.ui.wizard.steps import TITLES

_OTHERS = {
    "start": "はじめの画面",
    "restore": "控えから戻す",
    "residents-search": "住民を探す",
    "residents-card": "住民の票",
    "residents-form": "住民の票を変更する",
    "resources-card": "資源の票",
    "printing-preview": "印刷の下見",
    "search": "名前で探す",
    "disaster": "災害時",
    "locked": "ロックした画面",
    "locked-practice": "ロックした練習の町",
    "unlock": "合言葉で開く",
    "recover": "紙の合言葉で開く",
}


def picture_words(name: str) -> str:
    """The Japanese name of a picture («settings-backup»: «設定-控え»). Raises KeyError if none."""
    kind, dash, rest = name.partition("-")
    if dash and kind == "settings":
        return f"設定-{_SECTIONS[rest]}"
    if dash and kind == "wizard":
        return f"この町で始める-{_STEPS[rest]}"
    return {**_PAGES, **_OTHERS}[name]


_PAGES = {place.name: place.title for place in PAGES}
_SECTIONS = {section.name: section.title for section in SECTIONS}
_STEPS = {name: f"{number:02}{title}" for number, (name, title) in enumerate(TITLES, start=1)}
