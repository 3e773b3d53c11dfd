"""Arms told by what patients were given, where no sentence tells of an allocation: `Patients received A or B`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ...passages import Sentence
from ...wordings import Wording
from ..names.forms import sure_spelling
from ..treatments.dose_lists import DOSES, in_doses
from ..treatments.named import Names, treatments_in
from ..treatments.regimens import Expression, find_expressions
from .alternatives import FEWEST
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
    if not compared or any(e.variant or e.letter for e in compared):
        return compared
    given = received_arms(page, names)
    if len(given) > len(compared) and {e.drugs for e in given} == {e.drugs for e in compared}:
        return given
    return [form for e in compared for form in _doses_of(page, names, e) or [e]]


def _doses_of(page: AnnotatedText, names: Names, arm: Expression) -> list[Expression]:
    """The doses that one sentence lists of what an arm is given, if the text speaks of two of them as groups."""
    for sentence in page.sentences if len(arm.drugs) == 1 else ():
        if "%" in sentence.text or not DOSES.search(sentence.text):
            continue
        told = find_expressions(page, sentence.start, sentence.end, names)
        forms = [e for e in in_doses(page.text, sentence.start, sentence.end, told) if e.drugs == arm.drugs]
        forms = forms if all(e.variant for e in forms) else []
        if sum(_is_group(page.text, form, sentence.end) for form in forms) >= FEWEST:
            return forms
    return []


def _is_group(text: str, form: Expression, start: int) -> bool:
    """Whether the text speaks of a dose again behind an offset: `the 2-mg group`, `with A 2 mg`."""
    return sure_spelling(form.variant).search(text, start) is not None


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
