"""What runs in the child process that `runtime.extracting` starts: a file's bytes to its text.

Nobody vouches for these files. This package gets bytes on its standard input, opens nothing, and
has little time and memory. Everything it imports is loaded for one file and thrown away with it.
"""
