"""Pages, addresses and the socket. Decides nothing."""
