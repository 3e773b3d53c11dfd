"""Sentences that set treatments against each other, and so tell the arms of a trial."""
