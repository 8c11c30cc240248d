"""`python3 -m renkei_desktop`: makes this machine ready where it is not, then opens the program.

Any Python 3 must be able to read this file, so that a wrong one ends in a sentence.
"""

import sys

from renkei_desktop.setup import python


def open_program(arguments: "list[str]") -> int:
    """The program itself; only called where its libraries are at hand."""
    from renkei_desktop.cli import main as command_line

    return command_line(arguments)


def main() -> int:
    refusal = python.refusal_here()
    if refusal:
        sys.stderr.write(refusal + "\n")
        return 1
    from renkei_desktop.setup import start

    return start.run("renkei_desktop", sys.argv[1:], open_program)


if __name__ == "__main__":
    sys.exit(main())
