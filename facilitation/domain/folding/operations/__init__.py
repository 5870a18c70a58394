"""What several folds do to a state: to topics, participants, dots, groups, steps of undo."""
