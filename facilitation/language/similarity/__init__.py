"""How alike two topics are, from what their words share."""
