"""Bad input and trouble: through the real doors, each time a sentence, and nothing lost."""
