"""One small class for each way of speaking of a dose."""
