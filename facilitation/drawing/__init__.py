"""Type on pictures: fonts for every script, lines measured and drawn."""
