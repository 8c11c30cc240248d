"""What it costs to derive a key from a password: the lock that a thief has to pick."""

from __future__ import annotations

from dataclasses import dataclass

from renkei_desktop.domain.error import RenkeiError

FLOOR_KIB = 64 * 1024
CEILING_KIB = 1024 * 1024
_CEILING_ITERATIONS = 10
_CEILING_LANES = 8
_CEILING_WORK_KIB = 4 * CEILING_KIB
"""Memory times passes: ten times the usual, a few seconds on an office PC."""


@dataclass(frozen=True, slots=True)
class KdfCost:
    """The parameters of Argon2id: memory in KiB, passes over it, lanes side by side."""

    memory_kib: int
    iterations: int
    lanes: int

    @staticmethod
    def usual() -> KdfCost:
        """About a second on an office PC."""
        return KdfCost(128 * 1024, 3, 4)

    @staticmethod
    def practice() -> KdfCost:
        """Next to nothing: for a practice town, whose password is no secret, and for tests."""
        return KdfCost(64, 1, 1)

    def refuse_weak(self) -> None:
        """Raises ValueError where a real office would be locked too cheaply."""
        if self.memory_kib < FLOOR_KIB and self != KdfCost.practice():
            raise ValueError(f"key derivation needs at least {FLOOR_KIB} KiB")

    def refuse_absurd(self) -> None:
        """Raises RenkeiError for parameters that would hang the PC: a slot file tampered with."""
        within = (
            8 * self.lanes <= self.memory_kib <= CEILING_KIB
            and 1 <= self.iterations <= _CEILING_ITERATIONS
            and 1 <= self.lanes <= _CEILING_LANES
            and self.memory_kib * self.iterations <= _CEILING_WORK_KIB
        )
        if not within:
            raise RenkeiError(
                "合言葉のファイル（keys.json）の数字がふつうではありません。",
                kept="台帳には手をつけていません。",
                todo="ほかの人が書きかえたおそれがあります。控えから戻してください。",
            )
