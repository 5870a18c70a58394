"""What a workshop is: pure rules. No clock, no files, no network; ids and time are handed in."""
