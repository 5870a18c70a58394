"""The command line beside serving, and what a start needs."""
