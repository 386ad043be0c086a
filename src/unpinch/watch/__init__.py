"""The camera coach: landmark frames in, events out."""
