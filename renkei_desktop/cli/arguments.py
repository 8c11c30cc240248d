"""The words of the command line, in Japanese, and their parser."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

_WORDS = {"usage: ": "使い方: ", "options:": "選べるもの:", "positional arguments:": "渡すもの:"}


class Parser(argparse.ArgumentParser):
    """An argument parser that explains itself in Japanese and leaves with 2 on wrong usage."""

    def __init__(self, **words: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **words)  # type: ignore[arg-type]
        self.add_argument("-h", "--help", action="help", help="この説明を出す")

    def format_help(self) -> str:
        text = super().format_help()
        for english, japanese in _WORDS.items():
            text = text.replace(english, japanese)
        return text

    def error(self, message: str) -> NoReturn:
        usage = self.format_usage().removeprefix("usage: ").strip()
        sys.stderr.write(f"使い方が違います。正しくは: {usage}\n")
        sys.exit(2)


def _path(text: str) -> Path:
    """A path that stays where it points to, even if the folder we stand in is replaced."""
    if not text or "\0" in text:
        raise ValueError("no path")
    try:
        return Path(text).absolute()
    except OSError as error:
        raise ValueError("no folder to stand in") from error


def parser() -> Parser:
    """The whole command line of renkei-desktop."""
    top = Parser(prog="renkei-desktop", description="支援が必要な住民の名簿と社会資源の台帳")
    top.add_argument("--practice", action="store_true", help="練習の町を開く（閉じると消える）")
    top.add_argument("--screenshot", type=_path, metavar="FILE", help="一画面を PNG に描く")
    top.add_argument("--page", metavar="NAME", help="--screenshot で描く画面の名前")
    top.add_argument("--self-check", action="store_true", help="この PC で動くかを確かめる")
    deeds = top.add_subparsers(dest="deed", metavar="", title="窓を開かずにすること")
    _practice(deeds)
    _import(deeds)
    _print(deeds)
    _map(deeds)
    _keeping(deeds)
    return top


def _practice(deeds: argparse._SubParsersAction[Parser]) -> None:
    deed = deeds.add_parser("practice", help="練習の町をフォルダーに作る")
    deed.add_argument("folder", type=_path, metavar="DIR")
    deed.add_argument("--residents", type=int, default=300, metavar="N")
    deed.add_argument("--seed", type=int, default=1, metavar="N")
    deed.add_argument("--password-file", type=_path, metavar="FILE")


def _import(deeds: argparse._SubParsersAction[Parser]) -> None:
    deed = deeds.add_parser("import", help="役場の一覧表（CSV・XLSX）を取り込む")
    deed.add_argument("file", type=_path, metavar="FILE")
    _at_an_office(deed)
    deed.add_argument("--as", dest="what", choices=["residents"], required=True)
    deed.add_argument("--encoding", choices=["utf-8", "cp932"])
    deed.add_argument("--dry-run", action="store_true", help="確かめるだけで書き込まない")
    deed.add_argument("--json", action="store_true")


def _print(deeds: argparse._SubParsersAction[Parser]) -> None:
    deed = deeds.add_parser("print", help="名簿や窓口一覧を PDF にする（記録に残る）")
    deed.add_argument("paper", choices=["roster", "windows"])
    _at_an_office(deed)
    deed.add_argument("--out", type=_path, metavar="FILE.pdf")
    deed.add_argument("--recipient", required=True, metavar="NAME")
    deed.add_argument("--reason", required=True, metavar="TEXT")
    deed.add_argument("--area", metavar="NAME", help="一つの町内会に絞る")
    deed.add_argument("--decided-by", default="", metavar="NAME", help="災害時に決めた人")
    deed.add_argument("--preview", action="store_true", help="作らずに、だれが載るかを見る")
    deed.add_argument("--json", action="store_true")


def _map(deeds: argparse._SubParsersAction[Parser]) -> None:
    deed = deeds.add_parser("map", help="地図ファイルを加える、一覧を見る")
    steps = deed.add_subparsers(dest="step", metavar="add|list", required=True)
    add = steps.add_parser("add")
    add.add_argument("file", type=_path, metavar="FILE")
    _at_an_office(add)
    listing = steps.add_parser("list")
    _at_an_office(listing)
    listing.add_argument("--json", action="store_true")


def _keeping(deeds: argparse._SubParsersAction[Parser]) -> None:
    check = deeds.add_parser("check", help="保管庫が傷んでいないかを確かめる")
    check.add_argument("folder", type=_path, metavar="DIR")
    _secret(check)
    backup = deeds.add_parser("backup", help="控えを作る")
    backup.add_argument("folder", type=_path, metavar="DIR")
    backup.add_argument("file", type=_path, metavar="FILE")
    _secret(backup)
    restore = deeds.add_parser("restore", help="控えから戻す")
    restore.add_argument("file", type=_path, metavar="FILE")
    restore.add_argument("folder", type=_path, metavar="DIR")
    _secret(restore)


def _at_an_office(deed: Parser) -> None:
    deed.add_argument("--office", type=_path, required=True, metavar="DIR")
    _secret(deed)


def _secret(deed: Parser) -> None:
    deed.add_argument("--password-file", type=_path, metavar="FILE")
    deed.add_argument("--clerk", metavar="NAME", help="職員の名前（一人だけなら要らない）")
