"""check, backup, restore."""

from __future__ import annotations

from argparse import Namespace

from renkei_desktop.cli import secret
from renkei_desktop.cli.at_desk import at_desk, say, tell_trouble
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import backups, checks
from renkei_desktop.office.offices import close
from renkei_desktop.this_pc import this_machine


def check(words: Namespace) -> int:
    """Looks through the whole file and chain; 1 where something is wrong."""
    with at_desk(words.folder, words) as desk:
        report = checks.check(desk)
        for line in report.lines:
            say(line)
        if not report.sound:
            raise _unsound()
    return 0


def _unsound() -> RenkeiError:
    return RenkeiError(
        "傷んでいるところが見つかりました。",
        kept="確かめただけで、何も変えていません。",
        todo="フォルダーは消さずに、「restore」で新しい控えを別のフォルダーに戻してください。",
    )


def backup(words: Namespace) -> int:
    """Writes a verified backup to a file."""
    with at_desk(words.folder, words) as desk:
        written = backups.back_up(desk, words.file)
    say(f"控えを作り、読み返して確かめました: {written}")
    return 0


def restore(words: Namespace) -> int:
    """Makes an office folder from a backup."""
    password = secret.password(words.password_file)
    name = words.clerk or _only_clerk(words)
    desk = backups.restore(words.file, words.folder, name, password, this_machine())
    notice = backups.restored_notice(desk)
    tell_trouble(close(desk))
    say(f"控えから戻しました: {words.folder}")
    if notice:
        say(notice)
    return 0


def _only_clerk(words: Namespace) -> str:
    return secret.only(backups.clerks_of(words.file))


DEEDS = {"check": check, "backup": backup, "restore": restore}
