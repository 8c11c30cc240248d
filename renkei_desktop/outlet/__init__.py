"""Files that go out: written whole or not at all."""
