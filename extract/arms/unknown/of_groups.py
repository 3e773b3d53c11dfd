"""Names of treatments that no lexicon knows, given to one group where another is given a drug or placebo.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Container, Iterator
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ..groups.clauses import VERB, clauses_of
from ..slots import without_brackets
from ..treatments.named import UNTREATED, treatments_in
from ..treatments.wholes import head_of
from .offered import name_in

_RANDOMIZED: Final = re.compile(r"\brandom", re.IGNORECASE)
_NO_DRUGS: Final = frozenset(
    {UNTREATED, *(Concept("Drug", n) for n in ("standard of care", "supportive care", "surgery"))}
)


def grouped_names(page: AnnotatedText, taken: Container[str]) -> Iterator[str]:
    """The unknown treatments of groups, each with a clause of its own; `taken` are names that mean something else."""
    if not _RANDOMIZED.search(page.text):
        return
    unknown: list[str] = []
    known = False
    for clause in clauses_of(page):
        behind = clause.behind
        if behind is None:
            continue
        stop = behind.start + len(head_of(page, behind.start, behind.end, {}))
        told = treatments_in(page, behind.start, stop, {})
        known = known or any(
            m.kind == "Drug" and m.concept not in _NO_DRUGS for m in page.between(behind.start, behind.end)
        )
        given = VERB.search(page.text, clause.group.end, behind.start)
        if given and not told and not behind.nothing:
            unknown.append(name_in(without_brackets(page.text[behind.start : stop])))
    if known and all(name and name not in taken for name in unknown):
        yield from unknown
