"""practice, import, map: what fills an office."""

from __future__ import annotations

import dataclasses
from argparse import Namespace

from renkei_desktop.cli import secret
from renkei_desktop.cli.at_desk import at_desk, say, say_json, tell_trouble
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import basemaps, own_list
from renkei_desktop.office.offices import close
from renkei_desktop.office.practice_town import found_practice
from renkei_desktop.this_pc import this_machine

MOST_RESIDENTS = 20_000


def practice(words: Namespace) -> int:
    """Makes the practice town in a folder."""
    if not 1 <= words.residents <= MOST_RESIDENTS:
        raise RenkeiError(
            f"登録住民の数は1から{MOST_RESIDENTS}までです。",
            kept="何も作っていません。",
            todo="--residents の数を変えてください。",
        )
    desk = found_practice(
        words.folder,
        this_machine(),
        residents=words.residents,
        seed=words.seed,
        password=secret.password(words.password_file),
    )
    tell_trouble(close(desk))
    say(f"練習の町を作りました: {words.folder}")
    return 0


def take_list_in(words: Namespace) -> int:
    """Takes the office's own list in, or only shows what would happen."""
    table = own_list.read(words.file, words.encoding)
    with at_desk(words.office, words) as desk:
        preview = own_list.preview(desk, table, own_list.guess(table))
        safe = own_list.safe_rows(preview)
        if safe and not words.dry_run:
            own_list.take_in(desk, preview, safe)
    if words.json:
        say_json(own_list.summary(preview))
    else:
        for line in own_list.in_words(preview):
            say(line)
        say(_outcome(len(safe), dry=words.dry_run))
    return 0


def _outcome(safe: int, *, dry: bool) -> str:
    if dry:
        return "確かめただけで、何も書いていません。"
    if not safe:
        return "取り込める行がなかったので、何も書いていません。元の一覧を直してください。"
    return "取り込みました。"


def maps(words: Namespace) -> int:
    """Adds a map file to an office, or lists its maps."""
    with at_desk(words.office, words) as desk:
        if words.step == "add":
            line = basemaps.add(desk, words.file)
            say(f"地図を加えました: {line.name}（出典: {line.source_line or '書かれていません'}）")
            return 0
        lines = basemaps.listed(desk)
    if words.json:
        say_json([dataclasses.asdict(line) for line in lines])
    else:
        for line in lines:
            say(f"{'* ' if line.chosen else '  '}{line.name}（{line.source_line}）")
    return 0


DEEDS = {"practice": practice, "import": take_list_in, "map": maps}
