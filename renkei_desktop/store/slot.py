"""One key slot of `keys.json` as it stands in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from renkei_desktop.store.cost import KdfCost

PASSWORD = "password"
CODE = "code"


@dataclass(frozen=True, slots=True)
class Slot:
    """`kind` is PASSWORD or CODE; `clerk` is empty for the paper code. Bytes are as they are."""

    kind: str
    clerk: str
    cost: KdfCost
    salt: bytes
    public: bytes
    ephemeral: bytes
    nonce: bytes
    wrapped: bytes

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "clerk": self.clerk,
            "argon2id": [self.cost.memory_kib, self.cost.iterations, self.cost.lanes],
            "salt": self.salt.hex(),
            "public": self.public.hex(),
            "ephemeral": self.ephemeral.hex(),
            "nonce": self.nonce.hex(),
            "wrapped": self.wrapped.hex(),
        }

    @staticmethod
    def from_json(found: dict[str, Any]) -> Slot:
        """Raises KeyError, TypeError or ValueError for anything that is no slot."""
        kind, clerk, numbers = found["kind"], found["clerk"], found["argon2id"]
        if kind not in (PASSWORD, CODE) or type(clerk) is not str:
            raise ValueError("not a slot")
        if len(numbers) != 3 or any(type(number) is not int for number in numbers):
            raise ValueError("not the parameters of a slot")
        names = ("salt", "public", "ephemeral", "nonce", "wrapped")
        parts = {name: bytes.fromhex(found[name]) for name in names}
        return Slot(kind, clerk, KdfCost(*numbers), **parts)
