"""The one model of all APIs: circuits, jobs, results and money, as values without IO."""
