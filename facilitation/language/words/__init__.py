"""From a text to its words: tokens, lemmas, compounds, phrases, counted terms."""
