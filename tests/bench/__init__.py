"""How fast the server is: `python -m tests.bench.day` prints a table; nothing asserts a time."""
