"""The process that does long work, so that no act ever waits for it."""
