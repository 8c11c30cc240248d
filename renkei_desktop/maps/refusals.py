"""Why a map file is refused: one sentence each for what is wrong with it.

No file name stands in them: the caller shows which file it was.
"""

from __future__ import annotations

from renkei_desktop.domain.error import RenkeiError

_KEPT = "いまの地図はそのままです。"
_OTHER = "地図ファイル（MBTiles、PMTiles、番号のフォルダー）を選び直してください。"
_AGAIN = "地図ファイルをもう一度コピーしてから、選び直してください。"


def _refusal(what: str, todo: str) -> RenkeiError:
    return RenkeiError(what, kept=_KEPT, todo=todo)


def missing() -> RenkeiError:
    return _refusal("地図ファイルが見つかりません。", "場所を確かめて、選び直してください。")


def unreadable() -> RenkeiError:
    return _refusal(
        "地図ファイルを読み取れません。",
        "ほかで開いていないか、読む権限があるかを確かめてください。",
    )


def empty() -> RenkeiError:
    return _refusal("地図ファイルの中身が空です。", _AGAIN)


def not_a_map() -> RenkeiError:
    return _refusal("選ばれたものは地図ファイルではありません。", _OTHER)


def no_tiles() -> RenkeiError:
    return _refusal("地図ファイルに地図の画像が一枚も入っていません。", _OTHER)


def corrupt() -> RenkeiError:
    return _refusal("地図ファイルが壊れています。", _AGAIN)


def not_pictures() -> RenkeiError:
    return _refusal("地図ファイルの中に、表示できる画像（PNG、JPEG、WebP）がありません。", _OTHER)


def newer(version: int) -> RenkeiError:
    return _refusal(
        f"地図ファイルの形式（PMTiles 第{version}版）が新しすぎて、まだ読めません。",
        "PMTiles 第3版で作られた地図ファイルを選んでください。",
    )


def older(version: int) -> RenkeiError:
    return _refusal(
        f"地図ファイルの形式（PMTiles 第{version}版）が古く、読めません。",
        "PMTiles 第3版で作られた地図ファイルを選んでください。",
    )


def vector_tiles() -> RenkeiError:
    return _refusal(
        "この地図ファイルは線と面のデータ（ベクトルタイル）で、まだ表示できません。",
        "画像（PNG、JPEG、WebP）で作られた地図ファイルを選んでください。",
    )


def unknown_packing() -> RenkeiError:
    return _refusal(
        "地図ファイルの圧縮のしかたが、このプログラムでは読めないものです。",
        "gzip で圧縮した地図ファイルを選んでください。",
    )


def too_slow() -> RenkeiError:
    return _refusal("地図ファイルを読むのに時間がかかりすぎるため、やめました。", _OTHER)


def too_large() -> RenkeiError:
    return _refusal(
        "地図ファイルが大きすぎて読めません。", "町の範囲だけを切り出した地図を選んでください。"
    )


def wrong_ground(part: str) -> RenkeiError:
    """`part` is what is wrong with a drawn map, as the start of a Japanese sentence."""
    return _refusal(f"地図の図形データを読めません。{part}。", "図形データを作り直してください。")


def other_position_system() -> RenkeiError:
    return _refusal(
        "地図の図形データの座標が、緯度と経度ではありません。",
        "世界測地系（JGD2011）の緯度と経度で書き出してください。",
    )
