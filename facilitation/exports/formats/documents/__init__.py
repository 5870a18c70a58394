"""Documents to read and print."""
