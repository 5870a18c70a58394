"""What people wrote, as language: counted terms, in whatever script it came."""
