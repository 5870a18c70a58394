"""Whole workshops for other programs, for archives, and for the next round."""
