"""What a participant has in the hand."""
