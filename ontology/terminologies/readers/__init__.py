"""Readers of terminologies, one a format; each gives records, and tells what it passes over."""
