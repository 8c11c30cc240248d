"""renkei-desktop: the register of residents who need support and the directory that helps them.

An offline desktop program for a town office of two clerks on one PC.
"""

__version__ = "0.1.0"
