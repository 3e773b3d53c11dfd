"""What the tables for other programs share: short names for our addresses, and texts that fit into a cell."""

import re
from typing import Final

from .iris import TG
from .view import Node

_INSTANCES: Final = f"{TG}id/"
_NOT_IN_CELLS: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def own_curie(node: Node) -> str:
    """Write the address of an instance as a CURIE, with a prefix for its kind: KGX takes no slash behind the colon.

    >>> from .iris import mint
    >>> own_curie(mint("drug", "isatuximab"))
    'trialgraph.drug:isatuximab'
    """
    kind, _, name = node.value.removeprefix(_INSTANCES).partition("/")
    return f"trialgraph.{kind}:{name}"


def own_base(prefix: str) -> str:
    """Give what a prefix of `own_curie` stands for.

    >>> own_base("trialgraph.drug")
    'https://w3id.org/trialgraph/id/drug/'
    """
    return f"{_INSTANCES}{prefix.removeprefix('trialgraph.')}/"


def clean(text: str) -> str:
    r"""Put a text on one line, without tabs and control characters.

    >>> clean("two\tcells\nof \x00 text")
    'two cells of text'
    """
    return _NOT_IN_CELLS.sub(" ", text).strip()
