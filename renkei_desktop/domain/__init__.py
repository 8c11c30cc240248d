"""What things are: frozen dataclasses and rules. Standard library only."""
