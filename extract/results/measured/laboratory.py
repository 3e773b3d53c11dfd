"""Laboratory values that share the word for their change: `elevated AST (6%), ALT (4%) and lipase (3%)`.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...wordings import Wording

_CHANGE: Final = Wording(
    r"\b(?:(?P<more>increas(?:es?|ed)|elevat(?:ions?|ed)|raised|rises?)|decreas(?:es?|ed))\s+"
    r"(?:(?:serum|blood|plasma|hepatic|liver|grade \d(?: (?:or|to) \d)?)\s+)?"
    r"(?:(?:levels?|concentrations?)\s+)?(?:(?:of|in)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(
    r"(?:\s*\([^()]*\))?\s*(?:,\s*(?:and\s+|or\s+)?|/|and/or\s+|and\s+|or\s+)(?:(?:in|of)\s+)?(?:the\s+)?"
)
_WORDS: Final = re.compile(r"[A-Za-z][\w-]*(?:[ -][A-Za-z]\w*){0,3}")


def laboratory_events(text: str, start: int, end: int) -> Iterator[tuple[int, int, Concept]]:
    """Find the events in lists of laboratory values, each with where its own words stand.

    >>> text = "increases in lipase (3%) and amylase (2%)"
    >>> [event.name for _, _, event in laboratory_events(text, 0, len(text))]
    ['increased lipase', 'increased amylase']
    """
    for change in _CHANGE.finditer(text, start, end):
        direction = "increased" if change["more"] else "decreased"
        first, at = change.start(), change.end()
        while found := _measured(text, at, end, direction):
            yield first, *found
            joint = _JOINT.match(text, found[0], end)
            if joint is None:
                break
            first = at = joint.end()


def _measured(text: str, at: int, end: int, direction: str) -> tuple[int, Concept] | None:
    """The longest name at a place whose change in this direction is an adverse event, and where it ends."""
    words = _WORDS.match(text, at, end)
    while words is not None:
        for entry in load_lexicon().named(f"{direction} {words[0]}"):
            if entry.concept.kind == "AdverseEvent":
                return words.end(), entry.concept
        shorter = max(words[0].rfind(" "), words[0].rfind("-"))
        words = _WORDS.match(text, at, at + shorter) if shorter > 0 else None
    return None
