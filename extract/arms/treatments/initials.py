"""Short names of regimens that are made of the initials of their drugs: `melphalan-prednisone (MP)`."""

import re
from typing import Final

_WORD: Final = re.compile(r"[a-z]+")
_NAMED: Final = re.compile(r"\s\((?P<name>[A-Z][\w/-]*[A-Z][\w/-]*)(?:[,;]\s?n\s?=\s?\d+)?\),\s(?:and\s)?")


def is_short_for(name: str, drugs: str) -> bool:
    """Whether a name has the initials of several drugs, in their order.

    >>> is_short_for("CyBorD", "cyclophosphamide, bortezomib, and dexamethasone"), is_short_for("LV", "leucovorin")
    (True, False)
    """
    words = [word for word in _WORD.findall(drugs.lower()) if word not in {"and", "plus"}]
    at = 0
    for word in words:
        at = name.lower().find(word[0], at) + 1
        if not at:
            return False
    return len(words) > 1


def is_named(drugs: str, behind: str) -> bool:
    """Whether a bracket right behind several drugs names them as a whole, so that the next of a list begins.

    >>> is_named("bendamustine-rituximab", " (BR), "), is_named("fluorouracil and leucovorin", " (LV), ")
    (True, False)
    """
    named = _NAMED.fullmatch(behind)
    return named is not None and is_short_for(named["name"], drugs)
