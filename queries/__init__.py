"""Asking: the catalogue of SPARQL queries and what runs them."""
