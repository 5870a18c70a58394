"""The groups' next meetings."""
