"""The Socket.IO side: namespaces, who is connected, and when they are sent what."""
