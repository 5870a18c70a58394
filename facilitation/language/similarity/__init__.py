"""How similar two topics are, from what their words share."""
