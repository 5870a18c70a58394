"""Text on pictures: fonts for every script, lines measured, wrapped and drawn."""
