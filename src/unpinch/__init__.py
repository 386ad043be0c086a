"""Unpinch: a home physiotherapy coach for a numb or tingling leg."""
