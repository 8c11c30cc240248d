"""Which Pythons the program runs on.

Kept in old syntax: any Python 3 must be able to read this file up to its one sentence.
"""

import platform
import struct
import sys
import sysconfig

OLDEST = (3, 11)
NEWEST = (3, 13)


def refusal(version: "tuple[int, int]", implementation: str, bits: int, free_threaded: bool) -> str:
    """The sentence for a Python that the program cannot run on, empty for a good one.

    `version` is (major, minor), `implementation` as `platform.python_implementation()` says it.
    """
    found = f"{version[0]}.{version[1]}"
    wanted = "Python 3.11、3.12、3.13 のどれか（64ビット版）で動かしてください。"
    if not OLDEST <= version <= NEWEST:
        return f"この Python は {found} です。{wanted}"
    if implementation != "CPython":
        return f"この Python は {implementation} です。ふつうの {wanted}"
    if bits != 64:
        return f"この Python は {bits}ビット版です。{wanted}"
    if free_threaded:
        return f"この Python は GIL のない版です。ふつうの {wanted}"
    return ""


def refusal_here() -> str:
    """The sentence about the Python that is running now, empty for a good one."""
    return refusal(
        sys.version_info[:2],
        platform.python_implementation(),
        struct.calcsize("P") * 8,
        bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    )
