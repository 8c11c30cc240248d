"""Making a bare machine ready for the program. Standard library only."""
