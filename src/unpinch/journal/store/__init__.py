"""The one table, as a Django app."""
