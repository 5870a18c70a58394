"""What the whole hall looks at."""
