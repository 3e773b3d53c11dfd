"""What the tables for other programs share: short names for our addresses, and texts that fit into a cell."""

import re
from typing import Final

from .iris import TG
from .view import Node

OWN: Final = "trialgraph"
"""Prefix of the instances' addresses."""
_NOT_IN_CELLS: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def own_curie(node: Node) -> str:
    """Write the address of an instance as a CURIE.

    >>> from .iris import mint
    >>> own_curie(mint("drug", "isatuximab"))
    'trialgraph:drug/isatuximab'
    """
    return f"{OWN}:{node.value.removeprefix(f'{TG}id/')}"


def clean(text: str) -> str:
    r"""Put a text on one line, without tabs and control characters.

    >>> clean("two\tcells\nof \x00 text")
    'two cells of text'
    """
    return _NOT_IN_CELLS.sub(" ", text).strip()
