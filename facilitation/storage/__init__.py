"""What lies on the disk: the journal, its file, backups, and what an import makes."""
