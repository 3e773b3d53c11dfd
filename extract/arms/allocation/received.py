"""Arms told by what patients were given, where no sentence tells of an allocation: `Patients received A or B`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ...passages import Sentence
from ...wordings import Wording
from ..treatments.named import Names, treatments_in
from ..treatments.regimens import Expression
from .choices import choice_in

_DESIGN: Final = re.compile(r"\brandom|\bcross-?over\b|\bdouble[- ](?:blind|mask)", re.IGNORECASE)
_VERB: Final = Wording(
    r"\b(?:received|took|inhaled|ingested|consumed|drank|applied|(?:was|were)\s(?:given|administered|treated\swith))\b",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(rf"{_VERB.pattern}[^.;]{{0,60}}?$", re.IGNORECASE)
_FOR_OTHERS: Final = re.compile(
    r"\b(?:all|both|each|rescue|breakthrough|prior|previous(?:ly)?|had|if|when|needed|demand|premedicat\w+|induction|"
    r"controls?)\b",
    re.IGNORECASE,
)
"""Words before what is given that tell of all patients, or of what is given beside the treatments of a trial."""
_AIM: Final = re.compile(
    r"\b(?:aim\w*|objectives?|purpose|goal|to (?:compare|evaluate|assess|investigate|examine|determine|study|test))\b",
    re.IGNORECASE,
)


def received_arms(page: AnnotatedText, names: Names) -> list[Expression]:
    """The first choice of what patients were given in a trial that sets groups, or periods, against each other.

    What tells the alternatives apart is named in the title or the aim: no choice of what is given beside.
    """
    if not _DESIGN.search(page.text):
        return []
    aims: frozenset[Concept] | None = None
    for sentence in page.sentences[1:]:
        found = _choice(page, sentence, names)
        if found:
            aims = _aims(page, names) if aims is None else aims
            common = frozenset[Concept].intersection(*(e.drugs for e in found))
            if any(e.drugs - common & aims for e in found) or (len({e.drugs for e in found}) == 1 and common & aims):
                return found
    return []


def in_all_forms(page: AnnotatedText, names: Names, compared: list[Expression]) -> list[Expression]:
    """The arms of a comparison in the doses that patients were given, where these are more: `A 1 mg or 2 mg, or B`."""
    given = received_arms(page, names) if not any(e.variant or e.letter for e in compared) else []
    more = len(given) > len(compared) and {e.drugs for e in given} == {e.drugs for e in compared}
    return given if more else compared


def _choice(page: AnnotatedText, sentence: Sentence, names: Names) -> list[Expression]:
    told = "%" not in sentence.text and _VERB.search(sentence.text)
    found = choice_in(page, sentence, names) if told else []
    before = page.text[sentence.start : found[0].start] if found else ""
    return found if _GIVEN.search(before) and not _FOR_OTHERS.search(before) else []


def _aims(page: AnnotatedText, names: Names) -> frozenset[Concept]:
    """The treatments that the title and the sentences of the aim name."""
    telling = [s for k, s in enumerate(page.sentences) if k == 0 or _AIM.search(s.text)]
    told = (t.drugs for s in telling for t in treatments_in(page, s.start, s.end, names))
    return frozenset[Concept]().union(*told)
