"""Keys of names: what a thing is found by, whatever the case of its name, without looking through all names."""

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode

from .claims import Statement
from .iris import ALT_LABEL, DCTERMS, PREF_LABEL, tg
from .literals import text_literal

KEY: Final = tg("nameKey")
_IDENTIFIER: Final = NamedNode(f"{DCTERMS}identifier")
NAMING: Final = frozenset(
    {PREF_LABEL, ALT_LABEL, tg("registryId"), _IDENTIFIER, *(NamedNode(DCTERMS + name) for name in ("title", "source"))}
)
"""Properties whose values are names."""


def name_key(name: str) -> str:
    """Write a name as it is looked up: in lower case.

    >>> name_key("ICARIA-MM")
    'icaria-mm'
    """
    return name.lower()


def keyed(about: Iterable[Statement]) -> Iterator[Statement]:
    """Add to each name its key, to an identifier such as `pmid:34097854` also that of what stands behind the colon."""
    for predicate, value in about:
        yield predicate, value
        if predicate in NAMING and isinstance(value, Literal):
            yield KEY, text_literal(name_key(value.value))
        if predicate == _IDENTIFIER:
            yield KEY, text_literal(name_key(value.value.partition(":")[2]))
