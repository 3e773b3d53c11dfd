"""Remembering: facts as RDF, the store, views of it and exports from it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .knowledge_graph import KnowledgeGraph

__all__ = ["KnowledgeGraph"]

_HOME: Final = {"KnowledgeGraph": "knowledge_graph"}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: RDF libraries and shapes are heavy."""
    if name in _HOME:
        return getattr(import_module(f".{_HOME[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
