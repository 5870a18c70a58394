"""From state to what an audience is sent: shared serialisers, and what changed since a tick."""
