"""Pictures to hang up and to send around."""
