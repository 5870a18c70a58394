"""The laptop in the local network: its addresses, and whether all is ready for the day."""
