"""Names too short or too common to be looked for in a text: a file that one can read and edit."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from ..errors import TerminologyError
from .closeness import ABBREVIATION
from .normal import key

FILE: Final = "stop_words.txt"
SHIPPED: Final = Path(__file__).parent / FILE


class Stops:
    """Words that are no names where they stand in a text.

    >>> stops = Stops(["all", "in", "IN"])
    >>> stops.hold("All"), stops.hold("IN"), stops.hold("ALL")
    (True, True, False)
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(sorted(lines))
        self._longest = max((len(line) for line in self.lines), default=0) + 3
        self._capitals = frozenset(line for line in self.lines if line.isupper())
        self._keys = frozenset(key(line) for line in self.lines if line not in self._capitals)

    def hold(self, surface: str) -> bool:
        """Say whether a piece of text is stopped; what may be an abbreviation (`ALL`) must be listed in capitals."""
        if len(surface) > self._longest:
            return False
        if surface.isupper() and len(surface) <= ABBREVIATION:
            return len(surface) == 1 or surface in self._capitals
        return key(surface) in self._keys


def read_stops(folder: Path) -> Stops:
    """Read the stop words: from the folder of the index if it has a list of its own, else ours."""
    path = folder / FILE if (folder / FILE).is_file() else SHIPPED
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise TerminologyError("the stop list is no UTF-8", where=str(path), remedy="save it in UTF-8") from error
    return Stops(line.strip() for line in lines if line.strip() and not line.startswith("#"))
