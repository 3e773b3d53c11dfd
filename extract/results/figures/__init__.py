"""Figures: a value with all that is printed about it, put together in clusters, and what a cluster is about."""
