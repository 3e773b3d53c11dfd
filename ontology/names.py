"""Looking things up by name: case does not matter, except for names marked as case-sensitive."""

import re
from typing import Final, Generic, TypeVar

Named = TypeVar("Named")

_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—−"), "-") | dict.fromkeys(map(ord, "®™\u00ad"))
"""One form for every dash; trade marks and soft hyphens belong to no name."""
_BEFORE_NUMBER: Final = re.compile(r"(?<=[A-Za-z])[- ](?=\d{3})")


def tidy(surface: str) -> str:
    """Bring a name to one spelling: plain hyphens, single spaces, no trade marks, codes in one piece.

    >>> tidy("nab–paclitaxel ® "), tidy("MLN 9708"), tidy("KEYNOTE-189")
    ('nab-paclitaxel', 'MLN9708', 'KEYNOTE189')
    """
    plain = surface if surface.isascii() else surface.translate(_DASHES)
    return _BEFORE_NUMBER.sub("", " ".join(plain.split()))


class NameIndex(Generic[Named]):
    """Things under their names; a name may stand for several things.

    >>> index = NameIndex[str]()
    >>> index.add("Sarclisa", "isatuximab"), index.add("=Isa", "isatuximab")
    ((), ())
    >>> index.find("SARCLISA"), index.find("isa")
    (('isatuximab',), ())
    """

    def __init__(self) -> None:
        self._folded: dict[str, tuple[Named, ...]] = {}
        self._exact: dict[str, tuple[Named, ...]] = {}

    def add(self, name: str, thing: Named) -> tuple[Named, ...]:
        """Enter a thing under a name, and give the others that bear it; `=` marks a name found in this case only."""
        exact = name.startswith("=")
        key = tidy(name[1:] if exact else name)
        bearers = self._bearers(key)
        if thing not in bearers:
            table, key = (self._exact, key) if exact else (self._folded, key.casefold())
            table[key] = (*table.get(key, ()), thing)
        return tuple(other for other in bearers if other != thing)

    def find(self, surface: str) -> tuple[Named, ...]:
        """All things that bear this name, those with the case-sensitive name first."""
        return self._bearers(tidy(surface))

    def things(self) -> tuple[Named, ...]:
        """Everything that was entered, each once."""
        entered = (thing for table in (self._folded, self._exact) for things in table.values() for thing in things)
        return tuple(dict.fromkeys(entered))

    def _bearers(self, key: str) -> tuple[Named, ...]:
        return self._exact.get(key, ()) + self._folded.get(key.casefold(), ())
