"""The form of a resource: the records behind it and the sheet that it hands back."""

from __future__ import annotations

from renkei_desktop.domain.choice import PublishLevel
from renkei_desktop.domain.moment import RecordId, new_id
from renkei_desktop.domain.resource import Contact, Resource
from renkei_desktop.office.resources import ResourceCard, ResourceSheet
from renkei_desktop.office.sheets import Card
from renkei_desktop.ui.forms.photo_editor import PhotoEditor
from renkei_desktop.ui.forms.sections import RESOURCE
from renkei_desktop.ui.forms.sheet_form import SheetForm
from renkei_desktop.ui.forms.surroundings import Surroundings


class ResourceForm:
    """A `SheetForm` for one resource, together with the card that it was opened from."""

    def __init__(
        self, around: Surroundings, card: ResourceCard | None = None, resource: RecordId = ""
    ) -> None:
        self.opened = card
        self.card = card.card if card else Card()
        self._resource = card.sheet.resource if card else _fresh(resource)
        owner = self._resource.id
        contacts = card.sheet.contacts if card else ()
        self.form = SheetForm(
            RESOURCE,
            around,
            [self._resource],
            contacts,
            {"contact": lambda: Contact(id=new_id(), resource=owner)},
        )
        self._show_faces()
        self._untouched = self.sheet

    def _show_faces(self) -> None:
        faces = self.opened.faces if self.opened else {}
        for part in self.form.lists["contact"].parts:
            photo = part.lines["photo"].editor
            face = faces.get(part.opened.id)
            if isinstance(photo, PhotoEditor) and face is not None:
                photo.show_picture(face)

    @property
    def resource(self) -> RecordId:
        return self._resource.id

    @property
    def title(self) -> str:
        name = self._resource.name if self.opened else None
        return f"{name}の票を変更する" if name else "資源を登録する"

    @property
    def verb(self) -> str:
        return "変更する" if self.opened else "登録する"

    @property
    def sheet(self) -> ResourceSheet:
        """All records as they would be saved."""
        resource = self.form.record("resource")
        assert isinstance(resource, Resource)
        return ResourceSheet(
            resource=resource, contacts=self.form.listed("contact"), photos=self.form.photos
        )

    @property
    def touched(self) -> bool:
        """Whether saving would change anything."""
        return self.sheet != self._untouched


def _fresh(resource: RecordId) -> Resource:
    return Resource(id=resource or new_id(), publish=PublishLevel.PUBLIC)
