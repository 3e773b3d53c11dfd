"""Endpoints that no lexicon lists, under the words by which the text measures them.

`the menstruation recovery rate was 80%`, `time to first worsening`, `15 of 27 had curative resections`. Only phrases
that a figure follows or precedes in a fixed form count; what they may be instead (patients, doses, compliance) is
left out. Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...wordings import Wording
from .told_of_patients import OF_PATIENTS

_NOUNS: Final = (
    r"[a-z][\w-]*(?:\s+(?!(?:and|or|compared|versus|was|were|with|in|of|for|between|did|is|at|had|has|have)\b)[\w-]+)"
    r"{0,3}"
)
_OF: Final = rf"{_NOUNS}(?:\s+of\s+(?:the\s+)?{_NOUNS})?"
_PATTERNS: Final = (
    Wording(
        rf"\b(?P<name>time to (?:the )?{_OF})(?=\s*(?:[,(;:.\[]|compared\b|versus\b|was\b"
        r"|were\b|with\b|in\b|between\b|for\b|did\b|$))",
        re.I,
    ),
    Wording(
        rf"\b(?:rates?|incidences?|frequenc(?:y|ies)|proportions?|percentages?|prevalence|likelihood|probability|risk"
        rf"|ratio) (?:of|for) "
        rf"(?:the )?(?P<name>{_NOUNS})(?![\w-])"
        r"(?=\s*(?:[,(;:\[]|was\b|were\b|with(?:in)?\b|in\b|between\b|for\b|at\b))",
        re.I,
    ),
    Wording(
        r"(?:^|\b(?:the|and|overall|observed|in|of|mean|median|higher|lower|greater|similar)\s+)"
        r"(?P<name>(?!the\b)[a-z][\w-]*(?:\s+[\w-]+){0,2})\s+(?:\([A-Z]{2,6}\)\s+)?rates?(?=\s*(?:[,(;:\[]|was\b|were\b|of\b|with\b|in\b"
        r"|between\b|for\b|at\b))",
        re.I,
    ),
    Wording(
        rf"^(?:(?:The|A|An)\s+)?(?P<name>[A-Z]?{_OF})(?=\s+(?:(?:was|were)\s+(?:\w+ly\s+)?(?:achieved|observed"
        rf"|obtained|possible"
        rf"|recorded|seen|found|performed|documented|reported|noted|detected|needed|required|necessary)|resumed|returned|occurred)\b)"
    ),
    *OF_PATIENTS,
)
_PAIR: Final = re.compile(r"\s*\(\s*\d+(?:\.\d+)?\s?%?\s*(?:vs?\b\.?|versus|and)\s[^()]*\)", re.I)
_LISTED: Final = Wording(
    r"\b(?:incidences?|rates?|frequenc(?:y|ies)|risks?|occurrence|prevalence|likelihood) of [^.;()]{3,80}?"
    + _PAIR.pattern,
    re.I,
)
_NEXT: Final = re.compile(rf"\s*,\s*(?:and\s+)?(?P<name>{_OF})(?={_PAIR.pattern})", re.I)
"""`the incidence of A (3% v 7%), B (1% v 4%), and C (2% v 5%)`: the list goes on."""
_NO_ENDPOINT: Final = re.compile(
    r"\b(?:(?:high|low|standard|poor|good)-risk|risks?|cytogenetic\w*|features?|abnormalit\w+|history|comorbidit\w+"
    r"|metasta\w+|patients?|wom[ae]n|m[ae]n|subjects?|participants?|cases?|groups?|arms?|males?|females?|age|smok\w+"
    r"|sex"
    r"|race|white|stages?"
    r"|histolog\w+|baseline|prior|previous|previously|received|completed|completion|interactions?|questionnaires?|compliance"
    r"|adherence|doses?|dosage|cycles?"
    r"|courses?|positive|positivity|negative|mutations?|mutated|expression|expressing|expressed|enrolment|enrollment"
    r"|accrual|recruitment|data|analys[ei]s"
    r"|study|trial|treatment|therapy|chemotherapy|infusion|median|mean|values?|levels?|differences?|increases?"
    r"|decreases?|reductions?"
    r"|improvements?|one|two|three|a|the|this|these|that|it|both|all|there|which|results?|evidence|p|ratio|follow-up"
    r"|tumou?rs?|disease|diseases"
    r"|comparisons?|death|deaths|survival|response|responses|progression|relapse|relapses|event|events|toxicit\w+|effects?"
    r"|exposure|months?|years?|weeks?|days?"
    r"|defined|standard|threshold|receptors?|sequences?|alterations?|polymorphisms?|genotypes?|alleles?|samples?"
    r"|specimens?|discontinu\w+|withdraw\w*|ECOG|performance|nod(?:es|al)|lesions?|older|younger|education|insurance"
    r"|sensitivity|specificity|accuracy|agreement|concordance|attendance|blinding|reverse|die|survive|relapse|recur|respond"
    r"|significant\w*|statistical\w*|higher|lower|more|less|similar|common|most|least|any|no|not|grade)\b"
    r"|^(?:surgery|surgical resection|operations?|radiotherapy|biops(?:y|ies))$",
    re.I,
)
_OF_RATIO: Final = re.compile(
    rf"\b(?:hazard|odds|risk|rate) ratios? (?:for|of) (?:the |an? )?(?P<name>{_OF})"
    r"(?=\s*(?:[,(;:\[]|was\b|were\b|with\b|in\b|between\b|for\b))",
    re.I,
)
_NO_NAME: Final = re.compile(
    r"\b(?:patients?|wom[ae]n|m[ae]n|groups?|arms?|subgroups?|comparisons?|interactions?|versus|vs|baseline|age|sex|which|this"
    r"|that|both|each|all|there|no|not|median|mean|p|follow-up|data|respectively|one|two|three|CI|interval)\b"
    r"|^(?:events?|treatment|therapy|surgery|randomi[sz]ation|enrol?lment|diagnosis|analysis|study|trial)$",
    re.I,
)
"""What is no name of an endpoint even where `time to` or `hazard ratio for` stands before it."""
_EVENTS: Final = re.compile(
    r"(?:(?:major|first|new|recurrent|fatal|non-?fatal) )*(?!clinical)(?:[a-z]+(?:al|ic|ar|ary|ous) ){1,2}events?"
)
"""Events of an organ or a kind, counted for efficacy: `major vascular events`."""
_ADJECTIVE: Final = re.compile(r"moderate|mild|severe|strong|weak|negligible|clinical|partial|complete|objective")
_KIND_OF_RATE: Final = re.compile(
    r"(?:annuali[sz]ed|annual|yearly|crude|cumulative|absolute|estimated|observed|expected|actuarial)(?: rate)?"
)
_TURNED: Final = re.compile(r"[\w -]+[- ](?:negative|positive)")
_BECAME: Final = re.compile(r"\b(?:bec[ao]me|turned|remain(?:ed)?|converted\sto)\s+$", re.IGNORECASE)
"""`became virus-negative`: what patients are at the end, not what they were."""
_RATE: Final = re.compile(r"\s+(?:\([A-Z]{2,6}\)\s+)?rates?\b")
_SHORTEST, _LONGEST = 4, 60


def unnamed_endpoints(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each such endpoint of a sentence; they may overlap what is known otherwise.

    >>> list(unnamed_endpoints("The menstruation recovery rate was 80% and 84%."))
    [(4, 30, 'menstruation recovery rate')]
    """
    yield from dict.fromkeys(_told(text))


def _told(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _OF_RATIO.finditer(text) if " ratio" in text else ():
        name = " ".join(match["name"].lower().split())
        if _SHORTEST <= len(name) <= _LONGEST and not _NO_NAME.search(name):
            yield *match.span("name"), name
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield from _named(text, match)
    for head in _LISTED.finditer(text):
        following = _NEXT.match(text, head.end())
        while following is not None:
            yield from _named(text, following)
            closed = _PAIR.match(text, following.end())
            following = _NEXT.match(text, closed.end()) if closed else None


def _named(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The endpoint of one match, unless its words may mean something else."""
    name = " ".join(match["name"].lower().split()).replace("time to the ", "time to ")
    start, end = match.span("name")
    if rate := _RATE.match(text, end):
        end, name = rate.end(), f"{name} rate"
    fits = (
        _SHORTEST <= len(name) <= _LONGEST
        and not (_ADJECTIVE.fullmatch(name) or _KIND_OF_RATE.fullmatch(name))
        and name != "time"
    )
    timed = name.startswith("time to ")
    barred = _NO_NAME.search(name[8:]) if timed else _NO_ENDPOINT.search(name)
    turned = _TURNED.fullmatch(name) and _BECAME.search(text, 0, start)
    if fits and (_EVENTS.fullmatch(name) or turned or not barred):
        yield start, end, name
