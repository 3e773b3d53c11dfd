"""Reading: from a file to the facts that it states."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .extractor import Extractor
    from .readers import find_files, read_documents

__all__ = ["Extractor", "find_files", "read_documents"]

_HOME: Final = {"Extractor": "extractor", "find_files": "readers", "read_documents": "readers"}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: the language pipeline is heavy."""
    if name in _HOME:
        return getattr(import_module(f".{_HOME[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
