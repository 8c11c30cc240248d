"""`python3 -m tests [pytest arguments]`: sets up, then ruff, mypy and pytest.

Any Python 3 must be able to read this file, so that a wrong one ends in a sentence.
"""

import os
import subprocess
import sys

from renkei_desktop.setup import python

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120


def run_all(arguments: "list[str]") -> int:
    """All three checks, even where an early one fails; 0 only if every one of them passed."""
    checks = [
        ("書き方（ruff）", ["ruff", "check"]),
        ("型（mypy）", ["mypy"]),
        ("試験（pytest）", ["pytest"] + arguments),  # noqa: RUF005
    ]
    results = []
    for name, command in checks:
        code = subprocess.call([sys.executable, "-m"] + command, cwd=ROOT)  # noqa: RUF005
        results.append((name, code))
    failed = [name for name, code in results if code]
    if failed:
        print("通らなかったもの: " + "、".join(failed), flush=True)
        return 1
    print("すべて通りました: " + "、".join(name for name, code in results), flush=True)
    return 0


def main() -> int:
    refusal = python.refusal_here()
    if refusal:
        sys.stderr.write(refusal + "\n")
        return 1
    from renkei_desktop.setup import start

    return start.run("tests", sys.argv[1:], run_all, tests=True)


if __name__ == "__main__":
    sys.exit(main())
