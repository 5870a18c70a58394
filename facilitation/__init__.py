"""The workshop itself: plain Python that knows neither Flask nor Socket.IO."""
