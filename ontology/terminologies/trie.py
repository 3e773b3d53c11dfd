"""The keys of all names in a few megabytes: a MARISA trie (Yata 2011), here with types."""

from collections.abc import Iterable
from typing import Any, Protocol, cast

import marisa_trie


class Trie(Protocol):
    """A set of keys that finds all of its members that begin a text."""

    def prefixes(self, text: str, /) -> list[str]:
        """Give the keys that begin the text, the shortest first."""
        ...

    def __contains__(self, key: str, /) -> bool: ...


def pack(keys: Iterable[str]) -> bytes:
    """Make the bytes of a trie.

    >>> unpack(pack(["lung", "lungcancer", "anemia"])).prefixes("lungcancers")
    ['lung', 'lungcancer']
    """
    return cast(Any, marisa_trie).Trie(keys).tobytes()


def unpack(packed: bytes) -> Trie:
    """Open a trie; RuntimeError where the bytes are none."""
    return cast(Any, marisa_trie).Trie().frombytes(packed)
