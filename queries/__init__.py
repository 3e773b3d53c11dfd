"""Asking: the catalogue of questions in SPARQL, and what runs them."""

from .catalogue import CatalogueQuery, Table, catalogue, load_query, run
from .formats import FORMATS, render

__all__ = ["FORMATS", "CatalogueQuery", "Table", "catalogue", "load_query", "render", "run"]
