"""Written by Django; the table only ever grows."""
