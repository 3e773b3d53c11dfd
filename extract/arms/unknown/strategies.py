"""Ways of treating patients to which they are allocated by a short name: `to the TDM arm or the UC arm`.

What such a name is short for, as the document tells, stands for the arm. Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...annotated import AnnotatedText
from ...passages import Sentence
from ...wordings import Wording
from ..slots import slots_of, without_brackets

_SHORT: Final = re.compile(
    r"(?:(?:the|an?)\s+)?(?P<name>[A-Z][A-Za-z0-9/+-]{1,9})"
    r"(?:\s+(?:(?:control|experimental|intervention|study|treatment)\s+)?(?P<group>arms?|groups?))?"
)
_ALLOCATED: Final = Wording(r"\brandom|\bassigned\b|\ballocated\b", re.IGNORECASE)


def strategies(page: AnnotatedText, sentence: Sentence) -> Iterator[tuple[str, frozenset[Concept]]]:
    """Give the short names of the groups between which a sentence divides the patients, and what they mean."""
    if not page.abbreviations or not _ALLOCATED.search(sentence.text):
        return
    slots = slots_of(page, sentence)
    told = [_SHORT.fullmatch(" ".join(without_brackets(page.text[a:b]).split())) for a, b in slots]
    groups = [m for m in told if m is not None]
    if (
        groups
        and len(groups) == len(told)
        and groups[-1]["group"]
        and all(m["name"] in page.abbreviations for m in groups)
    ):
        yield from ((m["name"], frozenset({_meant(page.abbreviations[m["name"]])})) for m in groups)


def _meant(words: str) -> Concept:
    """The treatment that the lexicon knows by these words, or one of this name."""
    known = [entry.concept for entry in load_lexicon().named(words) if entry.concept.kind in {"Drug", "DrugClass"}]
    return Concept("Drug", known[0].name if known else " ".join(words.lower().split()))
