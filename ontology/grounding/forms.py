"""Other ways to say what a text says: the forms under which it is looked up, each with the steps that lead to it.

After MetaMap's variants (Aronson 2001) and the rewriting of disease names by Kang et al. (2013). Forms are only looked
up, so one that is no word does no harm.
"""

import heapq
import re
from collections.abc import Iterator, Mapping
from itertools import count
from math import prod
from typing import Final, NamedTuple

from .candidates import Match, Step
from .rewriting import changes

MOST: Final = 150
"""Forms that are looked up at most."""
LONGEST: Final = 150
"""Code points of a name that is put in other words."""
LEAST: Final = 0.35
"""Below this factor a form is too far from the text."""

GENERAL: Final = frozenset(
    "disease disorder syndrome injury toxicity damage dysfunction failure symptom complication reaction deficiency "
    "impairment abnormality lesion infection drug acid agent sign death events event".split()
)
"""Words that say too little to stand for a longer name."""


class Form(NamedTuple):
    """A form of a name; `broad` where it says less than the text."""

    text: str
    match: Match = "exact"
    steps: tuple[Step, ...] = ()

    @property
    def factor(self) -> float:
        """The product of the factors of all steps."""
        return prod(step.factor for step in self.steps)

    def then(self, step: Step) -> "Form":
        """Give the form one step further."""
        return self._replace(steps=(*self.steps, step))


def forms(text: str, abbreviations: Mapping[str, str]) -> Iterator[Form]:
    """Give the forms of a text, the nearest first; `abbreviations` are those that the document defines.

    >>> [form.text for form in forms("MTX nephropathy", {"MTX": "methotrexate"})][:2]
    ['methotrexate nephropathy', 'MTX nephropathy']
    """
    order = count()
    waiting = [(-form.factor, next(order), form) for form in written_out(" ".join(text.split()), abbreviations)]
    heapq.heapify(waiting)
    seen: set[str] = set()
    while waiting and len(seen) < MOST:
        form = heapq.heappop(waiting)[2]
        if form.text in seen:
            continue
        seen.add(form.text)
        if not form.steps or form.text.casefold() not in GENERAL:
            yield form
        for other in _followers(form) if len(form.text) <= LONGEST else ():
            if other.text not in seen and other.factor >= LEAST:
                heapq.heappush(waiting, (-other.factor, next(order), other))


def _followers(form: Form) -> Iterator[Form]:
    for text, step, match in changes(form.text, len(form.steps)):
        broader = "broad" if "broad" in (match, form.match) else "close" if "close" in (match, form.match) else "exact"
        yield Form(text, broader, (*form.steps, step))


def written_out(text: str, abbreviations: Mapping[str, str]) -> Iterator[Form]:
    """Put in what the document's own abbreviations stand for."""
    long = abbreviations.get(text) or (abbreviations.get(text[:-1]) if text.endswith("s") else None)
    if long and long.casefold() != text.casefold():
        yield Form(long, steps=(Step(f"the document writes {text} for {long}", 1.0),))
        yield Form(text, steps=(Step("the abbreviation itself, which the document defines", 0.7),))
        return
    spelled = re.sub(r"[^\s-]+", lambda word: abbreviations.get(word[0], word[0]), text)
    if spelled != text:
        yield Form(spelled, steps=(Step(f"the document's abbreviations written out: {spelled}", 1.0),))
    yield Form(text, steps=() if spelled == text else (Step("with its abbreviations", 0.97),))
