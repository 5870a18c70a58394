"""What runs in the background: the word cloud, suggestions, backups and alarms."""
