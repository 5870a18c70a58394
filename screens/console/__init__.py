"""What a facilitator works with."""
