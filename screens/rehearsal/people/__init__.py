"""Simulated citizens and facilitators: what they see, and what they do about it."""
