"""WebSocket frames in and out."""
