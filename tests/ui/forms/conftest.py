"""The look in force, and what a form needs to know of a town."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from renkei_desktop.domain.vocabulary import Term
from renkei_desktop.ui import theme
from renkei_desktop.ui.forms.choice_editors import Option
from renkei_desktop.ui.forms.surroundings import Reference, Surroundings

TODAY = date(2026, 11, 24)
BODIES = {"a-1": "旭町一", "a-2": "北栄", "a-3": "北栄二"}


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp)


def terms(vocabulary: str, *words: str) -> tuple[Term, ...]:
    return tuple(Term(id=w, vocabulary=vocabulary, code=w, label=w) for w in words)


def find(text: str) -> list[Option]:
    return [Option(i, name) for i, name in BODIES.items() if text in name]


@pytest.fixture
def around() -> Surroundings:
    bodies = Reference(find, lambda i: BODIES.get(i, ""))
    kinds = ("association", "household", "person", "commissioner")
    return Surroundings(
        TODAY,
        "0999",
        terms={
            "care_level": terms("care_level", "要支援1", "要介護1"),
            "support_reason": terms("support_reason", "独居", "在宅酸素"),
            "resource_type": terms("resource_type", "病院", "商店"),
        },
        references=dict.fromkeys(kinds, bodies),
    )
