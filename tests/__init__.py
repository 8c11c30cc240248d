"""The tests mirror the package. `python3 -m tests` sets up and runs them all."""
