"""Remembering: facts as RDF, the store, views of it and exports from it."""
