"""The modules by which something may leave the program, each with its reason.

A module that gets such a place and is not named here fails the tests; so does one that is named
and no longer has any. Before adding a line, ask whether what leaves goes through the door
(office/provisions: recipient, basis, reason, copy number, record first). If it carries people and
does not, it does not belong here.
"""

from __future__ import annotations

EXITS = {
    # Nothing of an office is in these.
    "renkei_desktop.cli.pictures": "a throw-away practice town, removed again",
    "renkei_desktop.cli.self_check": "a throw-away office of invented people, removed again",
    "renkei_desktop.practice.office_list.sheet": "packs a list of invented people into memory",
    "renkei_desktop.practice.portrait.sketch": "draws the faces of invented people into memory",
    "renkei_desktop.setup.environment": "notes how far the environment has been built",
    "renkei_desktop.setup.machine": "runs pip and the package manager, and their log",
    "renkei_desktop.setup.turn": "the lock file of the set-up",
    "renkei_desktop.maps.shell": "renders the shipped map page, run by a developer",
    "renkei_desktop.office.basemaps": "copies a town's map file into the office folder",
    "renkei_desktop.office.entrance": "notes the folder of the last office",
    "renkei_desktop.office.practice_town": "the throw-away town of invented people",
    "renkei_desktop.ui.map.pictures": "draws map tiles into memory",
    "renkei_desktop.ui.plain_sheet": "the test page and the paper code on the printer",
    "renkei_desktop.ui.preferences": "size of the type and minutes until locking",
    "renkei_desktop.cli.ending": "turns the standard output off where nobody reads it any more",
    "renkei_desktop.ui.pictures": "pictures of invented people: a practice town, a new office",
    "renkei_desktop.ui.studio": "the throw-away room in which those pictures are taken",
    # Inside the office folder, encrypted or without any person in it.
    "renkei_desktop.store.backup": "puts a backup back into a new office folder",
    "renkei_desktop.store.container": "the one file of a backup, its ledger encrypted",
    "renkei_desktop.store.copying": "copies the ledger, encrypted as it is",
    "renkei_desktop.store.durable": "replaces a file of the office folder as a whole",
    "renkei_desktop.store.keys": "the key slots, wrapped to each clerk",
    "renkei_desktop.store.lock": "the LOCK file",
    "renkei_desktop.store.marks": "the seat's mark on this PC",
    "renkei_desktop.store.vault": "the office folder's own files when it is founded",
    # With people in it: each of these is what the door hands its papers to.
    "renkei_desktop.office.papers": "the papers, after the provision has been recorded",
    "renkei_desktop.outlet.whole_file": "writes what the door has recorded into the file chosen",
    "renkei_desktop.printing.document": "draws papers into memory",
    "renkei_desktop.ui.clipboard": "copies what a clerk selects; emptied on lock",
    "renkei_desktop.ui.printing.paper": "draws what the door has recorded onto a printer",
    "renkei_desktop.ui.printing.printers": "hands the chosen printer to `paper`",
    "renkei_desktop.ui.forms.photo_editor": "packs a photo into memory for the ledger",
}
