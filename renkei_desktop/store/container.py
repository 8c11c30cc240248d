"""The file of a backup: an uncompressed zip of the encrypted ledger, its key slots and a manifest.

One file is what a clerk can carry on a stick; it carries its slots, so that the passwords of that
day open it. The maps are only listed: they came from files that the town has.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import struct
import zipfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import IO

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store.durable import replace_patiently, sync_folder
from renkei_desktop.store.keys import is_newer, newer_program

SUFFIX = ".renkei-backup"
FORMAT = 1
_MANIFEST, _LEDGER, _KEYS = "manifest.json", "ledger.db", "keys.json"
_MOST_SMALL = 1024 * 1024
_PIECE = 1024 * 1024
_BROKEN = (OSError, zipfile.BadZipFile, ValueError, KeyError, RuntimeError, EOFError, struct.error)
"""What reading a zip raises that was damaged or made up."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself without a key: no word of anybody's data.

    `day` is the day it was made, `head` the end of its chain, `sha256` that of the ledger file.
    """

    vault: str
    day: str
    head: str
    deeds: int
    sha256: str
    keys_sha256: str
    maps: tuple[str, ...]
    format: int = FORMAT


def write(file: Path, ledger: Path, slots: bytes, manifest: Manifest) -> None:
    """Writes the backup under a temporary name, reads it back, then gives it its name.

    Raises OSError for a medium that is full, and RenkeiError where what was read back differs.
    """
    beside = file.with_name(file.name + ".part")
    try:
        with beside.open("wb") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as pack:
                pack.writestr(_MANIFEST, json.dumps(asdict(manifest)))
                pack.writestr(_KEYS, slots)
                pack.write(ledger, _LEDGER)
            stream.flush()
            os.fsync(stream.fileno())
        if read_manifest(beside) != manifest or not is_whole(beside):
            raise unreadable()
        replace_patiently(beside, file)
        sync_folder(file.parent)
    finally:
        beside.unlink(missing_ok=True)


def read_manifest(file: Path) -> Manifest:
    """Raises RenkeiError for anything that is not a backup of this or an older program."""
    try:
        with zipfile.ZipFile(file) as pack:
            found = json.loads(_small(pack, _MANIFEST))
        if found["format"] != FORMAT:
            raise newer_program() if is_newer(found["format"], FORMAT) else unreadable()
        values = {item.name: found[item.name] for item in fields(Manifest)}
        manifest = Manifest(**{**values, "maps": tuple(values["maps"])})
    except (*_BROKEN, TypeError) as error:
        raise unreadable() from error
    if type(manifest.deeds) is not int or type(manifest.day) is not str:
        raise unreadable()
    return manifest


def read_slots(file: Path) -> bytes:
    """The key slots that the backup carries. Raises RenkeiError."""
    try:
        with zipfile.ZipFile(file) as pack:
            return _small(pack, _KEYS)
    except _BROKEN as error:
        raise unreadable() from error


def is_whole(file: Path) -> bool:
    """Whether the ledger and the slots inside are what the manifest says. Reads all of it."""
    manifest = read_manifest(file)
    try:
        with zipfile.ZipFile(file) as pack:
            if hashlib.sha256(_small(pack, _KEYS)).hexdigest() != manifest.keys_sha256:
                return False
            with _part(pack, _LEDGER) as stream:
                return digest_of(stream) == manifest.sha256
    except _BROKEN:
        return False


def unpack_ledger(file: Path, target: Path) -> None:
    """Writes the ledger out. Raises RenkeiError for a damaged backup, OSError for a full disk."""
    try:
        with (
            zipfile.ZipFile(file) as pack,
            _part(pack, _LEDGER) as source,
            target.open("wb") as out,
        ):
            shutil.copyfileobj(source, out, _PIECE)
            out.flush()
            os.fsync(out.fileno())
    except (zipfile.BadZipFile, ValueError, KeyError, RuntimeError, EOFError) as error:
        raise unreadable() from error


def digest_of(stream: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while piece := stream.read(_PIECE):
        digest.update(piece)
    return digest.hexdigest()


def _small(pack: zipfile.ZipFile, name: str) -> bytes:
    with _part(pack, name) as stream:
        content = stream.read(_MOST_SMALL + 1)
    if len(content) > _MOST_SMALL:
        raise ValueError("too long for what it should be")
    return content


def _part(pack: zipfile.ZipFile, name: str) -> IO[bytes]:
    """A part as it was written: stored. One that would have to be inflated is not ours."""
    if pack.getinfo(name).compress_type != zipfile.ZIP_STORED:
        raise zipfile.BadZipFile("a part of a backup is never compressed")
    return pack.open(name)


def unreadable() -> RenkeiError:
    return RenkeiError(
        "この控えは読めません。控えのファイルではないか、こわれています。",
        kept="いまの台帳と、ほかの控えはそのままです。",
        todo="別の控えを選んでください。",
    )
