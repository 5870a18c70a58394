"""The three faces: HTTP and Socket.IO become commands, state becomes views."""
