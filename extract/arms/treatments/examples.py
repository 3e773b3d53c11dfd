"""A class of drugs behind which a text lists what patients could be given: `a standard EGFR inhibitor, A or B`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from .classes import classes_of

Span = tuple[int, int, frozenset[Concept]]
_OPENS: Final = re.compile(
    r"s?(?:\s(?:therapy|treatment))?(?:,|:|,?\s(?:of|with))?\s(?:(?:either|such as|namely|i\.e\.,?)\s)?"
)
_DOSED: Final = r"(?:\s\d[\d.]*\s?mg(?:/\w+)?(?:\s(?:once|twice|daily|a|per|day|every|\d+|weeks?))*)?"
_NEXT: Final = re.compile(rf"{_DOSED},?\s(?P<or>or\s)?")
_FEWEST: Final = 2


def classes_with_examples(page: AnnotatedText, start: int, end: int) -> Iterator[Span]:
    """Give the places of classes, each with the drugs of it that are listed behind, the last behind `or`."""
    mentions = page.between(start, end)
    for place, kind in enumerate(mentions):
        if kind.kind != "DrugClass" or not isinstance(kind.concept, Concept):
            continue
        stop, listed, chosen = kind.end, 0, False
        for drug in mentions[place + 1 :]:
            joint = (_NEXT if listed else _OPENS).fullmatch(page.text, stop, drug.start)
            if joint is None or chosen or not isinstance(drug.concept, Concept):
                break
            if kind.concept.name not in classes_of(drug.concept):
                break
            chosen = bool(listed and joint["or"])
            stop, listed = drug.end, listed + 1
        if chosen and listed >= _FEWEST:
            yield kind.start, stop, frozenset({Concept("Drug", kind.concept.name)})
