"""The first three steps together: what they know, what is kept of it, and the office they make."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from renkei_desktop.office.machine import Machine
from renkei_desktop.office.offices import NewOffice
from renkei_desktop.ui import arriving
from renkei_desktop.ui.preferences import Preferences
from renkei_desktop.ui.wizard.first_steps import ClerkStep, FolderStep, TownStep
from renkei_desktop.ui.wizard.step import Step


class Founding:
    """Kept on this PC without any secret until there is an office that can keep it."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self.town = TownStep()
        self.folder = FolderStep()
        self.clerk = ClerkStep()
        self.steps: tuple[Step, ...] = (self.town, self.folder, self.clerk)

    def resume(self) -> str:
        """Shows what was typed earlier; the name of the step to go on with."""
        begun = self._preferences.begun()
        self.town.form.show_values(begun)
        self.folder.line.setText(begun.get("folder", ""))
        self.clerk.clerk.setText(begun.get("clerk", ""))
        return begun.get("step", self.town.name)

    def note(self, step: str) -> None:
        """Keeps what is typed, and which step comes next; never the password."""
        self._preferences.note_begun(
            {
                **self.town.form.values(),
                "folder": self.folder.line.text(),
                "clerk": self.clerk.clerk.text(),
                "step": step,
            }
        )

    def prepare(self, step: Step) -> None:
        """Proposes a folder named after the town."""
        if step is self.folder:
            self.folder.propose(self.town.form.values()["name"])

    def work(self, machine: Machine) -> Callable[..., Any]:
        """The work that makes the office, for the desk thread."""
        values = self.town.form.values()
        new = NewOffice(
            town_name=values["name"],
            code=values["code"],
            office=values["office"],
            phone=values["phone"],
            fax=values["fax"],
            area_code=values["area_code"],
            clerk=self.clerk.clerk.text().strip(),
            password=self.clerk.password.text,
        )
        return arriving.founding(self.folder.folder, new, machine)
