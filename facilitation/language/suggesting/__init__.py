"""What the sorting desk may suggest: merges, splits, contradictions, too broad topics."""
