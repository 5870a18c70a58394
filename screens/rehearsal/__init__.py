"""The rehearsal: simulated citizens and facilitators play a day over the real wire."""
