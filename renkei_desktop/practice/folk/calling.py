"""Telephone numbers that cannot ring anywhere.

No area code 0999 has ever been assigned, and no mobile number begins with 090-0.
"""

from __future__ import annotations

AREA_CODE = "0999"
_STRIDE = 7919
_MOBILE_STRIDE = 7_368_787
_MOBILES = 10_000_000


class Exchange:
    """Gives every subscriber a number of its own, in a fixed order that does not look like one.

    Each part of the town has its own `exchange` of two digits, so that numbers do not meet.
    """

    def __init__(self, exchange: int, mobile_from: int = 0) -> None:
        self._exchange = exchange
        self._fixed = 0
        self._mobile = mobile_from

    def fixed(self) -> str:
        """The next number of the town's own exchange."""
        more, index = divmod(self._fixed, 10_000)
        self._fixed += 1
        return f"{AREA_CODE}-{self._exchange + more:02}-{index * _STRIDE % 10_000:04}"

    def mobile(self) -> str:
        """The next mobile number."""
        number = f"{self._mobile * _MOBILE_STRIDE % _MOBILES:07}"
        self._mobile += 1
        return f"090-0{number[:3]}-{number[3:]}"
