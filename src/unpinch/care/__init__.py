"""Safety questions, symptom map, response and dose rules."""
