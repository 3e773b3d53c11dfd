"""What each ratio of a list is of: `hazard ratios were as follows: for stroke, 0.95 (0.8-1.2); for death, 0.99 (…`.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.lexicon import load_lexicon
from ...people import PEOPLE
from ...wordings import Wording

_RATIOS: Final = Wording(r"\b(?:hazard|odds|risk|rate) ratios\b|\brelative risks\b|\bHRs\b", re.IGNORECASE)
_ENTRY: Final = re.compile(
    r"(?:[;:,]|,? and)\s+for\s+(?:the\s+)?(?P<all>(?P<name>[A-Za-z][^,;:()]{2,90}?)(?:\s*\([^()]*\))?)"
    r",\s*(?=\d*\.\d+\s*[(\[])"
)
_KNOWN: Final = frozenset({"Endpoint", "AdverseEvent"})
_EVENT: Final = re.compile(r"\b(?:deaths?|mortality|events?|survival|recurrence|relapse|progression|failure)\b")
_GROUP: Final = re.compile(rf"\b(?:{PEOPLE}|those|stages?|aged?|groups?|disease|positive|negative)\b|[<>≤≥]")
_FEWEST: Final = 2


def listed_ratios(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each, with a bracket behind it; none where one names a group of patients.

    >>> told = "The hazard ratios were as follows: for death, 0.9 (0.7-1.1); for breast cancer, 1.0 (0.8-1.3)."
    >>> [name for _, _, name in listed_ratios(told)]
    ['death', 'breast cancer']
    """
    listed = list(_ENTRY.finditer(text)) if _RATIOS.search(text) else []
    kinds = [{entry.concept.kind for entry in load_lexicon().named(match["name"])} for match in listed]
    told = [bool(kind & _KNOWN or _EVENT.search(match["name"])) for kind, match in zip(kinds, listed, strict=True)]
    unknown = (not kind and not said for kind, said in zip(kinds, told, strict=True))
    if len(listed) < _FEWEST or not any(told) or any(unknown) or any(_GROUP.search(m["name"]) for m in listed):
        return
    for match in listed:
        known = load_lexicon().concept(match["name"], "Endpoint")
        yield *match.span("all"), known.name if known else match["name"].lower()
