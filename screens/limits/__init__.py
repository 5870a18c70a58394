"""How often somebody may act or knock: rate limits, and the check of the console key."""
