"""What each of the regimens that a sentence compares is given with: `A or placebo, each with B`.

Offsets are those of the cleaned text.
"""

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ...people import PEOPLE
from ...wordings import Wording
from ..treatments.classes import classes_of
from ..treatments.named import Names
from ..treatments.regimens import Expression, find_expressions

EACH_WITH: Final = Wording(
    r"[,;]?\s+(?:each|both|all)\s+(?:were\s+)?"
    r"(?:in (?:combination|conjunction)|combined|given|together|plus|with|followed)\b"
    r"|\s+in parallel (?:with|to)\b|,\s+in addition to\b"
    r"|[,;]\s+(?:with\s+)?(?:(?:all|both)\s+(?:patients|participants|women|men|arms|groups)?\s?|both\s+)"
    r"(?:also\s+|additionally\s+)?receiv(?:ed|ing)\b",
    re.IGNORECASE,
)
"""`A (arm A) or B (arm B), each in combination with C`: what follows is no arm, but given in each."""
_BETWEEN: Final = re.compile(
    r"\s+(?:(?:in combination|in conjunction|together|with|to|either|oral|intravenous|open-label)\s+){0,4}"
)
_LATER: Final = Wording(r",?\s(?:followed by|then)\b", re.IGNORECASE)
_PROCEDURE: Final = re.compile(r"surgery|an(?:a)?esthesia|transplantation|care$|placebo")
_ARMS: Final = (
    r"(?:both|all|(?:all\s)?(?:the\s)?(?:two|three|four))\s(?:treatment\s|study\s)?(?:arms|groups|regimens)|"
    r"each\s(?:arm|group)"
)
_TO_ALL: Final = Wording(
    rf"\b(?:{_ARMS}|all\s(?:the\s)?(?:randomi[sz]ed\s)?{PEOPLE}(?:\sin\s(?:{_ARMS}))?|both)\s(?:also\s|additionally\s)?"
    r"(?:receiv(?:ed|es?|ing)|(?:were|was|are)\s(?:also\s)?(?:given|treated\swith)|included|contained)\s",
    re.IGNORECASE,
)
"""`Both arms received A`, `All patients also received A and B`: what arms set against each other have in common."""
_ON_OCCASION: Final = re.compile(
    r"\b(?:before|prior|previous\w*|premedicat\w+|prophyla\w+|support\w*|rescue|antiemetic|if|needed|at least|"
    r"induction|after|follow\w+|neoadjuvant|surgery|or|until|without|lead-in|run-in|dose[ds]?|cross\w+|subsequent\w*)\b|%",
    re.IGNORECASE,
)
"""What tells that drugs were given at another time, or for another reason, than those compared."""
_ACTIVE: Final = frozenset(
    {"antineoplastic agent", "chemotherapy", "endocrine therapy", "immunotherapy", "radiotherapy"}
)
_STEROIDS: Final = frozenset({"dexamethasone", "prednisone", "prednisolone"})
_NEAR: Final = 5
"""Sentences between the first that tells the arms and the one that tells what all are given, at most."""
_NOTHING: Final = frozenset({Concept("Drug", "observation")})
_BARE: Final = re.compile(
    r"(?:(?:standard|conventional|concurrent|concomitant|oral|intravenous|weekly|the|same|identical|with|of|"
    r"(?:\w+\s)?(?:cycles|courses)\sof)\s)*(?:chemotherapy\swith\s)?",
    re.IGNORECASE,
)
_FEWEST: Final = 2


def with_partners(page: AnnotatedText, end: int, compared: list[Expression], names: Names) -> list[Expression]:
    """Add to each of the regimens compared what is said behind them to be given with each; `end` is the sentence's.

    Nothing is added where that is a choice or no drug, or is given with one of them alone already.
    """
    shared = EACH_WITH.search(page.text, compared[-1].end, end) if len(compared) >= _FEWEST else None
    later = _LATER.search(page.text, shared.end(), end) if shared else None
    partners = find_expressions(page, shared.end(), later.start() if later else end, names) if shared else []
    if shared is None or not partners or not _BETWEEN.fullmatch(page.text, shared.end(), partners[0].start):
        return compared
    return _with(compared, partners)


def with_told_partners(page: AnnotatedText, compared: list[Expression], names: Names) -> list[Expression]:
    """Add to each arm the drugs that a sentence near its own, or its own before it, says all arms or patients had."""
    if len(compared) < _FEWEST:
        return compared
    first = bisect_right(page.sentences, compared[0].start, key=lambda s: s.start) - 1
    for sentence in page.sentences[max(0, first - 1) : first + _NEAR + 1]:
        told = _TO_ALL.search(sentence.text)
        start = sentence.start + told.end() if told else sentence.end
        own = start < compared[0].start < sentence.end
        end = compared[0].start if own else sentence.end
        if told is None or _ON_OCCASION.search(page.text, sentence.start, end):
            continue
        if own and any(e.drugs & _NOTHING for e in compared):
            continue  # all received A and were randomized to B or observation: A was before
        partners = find_expressions(page, start, end, names)
        if partners and _BARE.fullmatch(page.text, start, partners[0].start):
            active = all(classes_of(d) & _ACTIVE or d.name in _STEROIDS for d in partners[0].drugs)
            return _with(compared, partners) if active else compared
    return compared


def _with(compared: list[Expression], partners: list[Expression]) -> list[Expression]:
    """The regimens with the first partners, unless these are a choice, no drug, or what one of them alone is given."""
    drugs = partners[0].drugs
    choice = len(partners) > 1 and partners[1].alternative
    if choice or any(_PROCEDURE.search(d.name) for d in drugs) or any(drugs & e.drugs for e in compared):
        return compared
    return [replace(e, drugs=e.drugs - _NOTHING | drugs) for e in compared]
