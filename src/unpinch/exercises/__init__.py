"""What an exercise file may say, reading it, and the library itself."""
