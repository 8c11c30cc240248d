"""`python -m renkei_desktop.cli`, which is what the set-up starts inside the environment."""

from __future__ import annotations

import sys

from renkei_desktop.cli.command import main

if __name__ == "__main__":
    sys.exit(main())
