"""Endpoints that no lexicon lists, under the words by which the text measures them.

`the menstruation recovery rate was 80%`, `time to first worsening`, `15 of 27 had curative resections`. Only phrases
that a figure follows or precedes in a fixed form count; what they may be instead (patients, doses, compliance) is
left out. Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...wordings import Wording
from .own_words import LONG, NO_ENDPOINT, REMEDIED
from .told_of_patients import OF_PATIENTS

_OF: Final = rf"{LONG}(?:\s+of\s+(?:the\s+)?{LONG})?"
_OF_WHAT: Final = "".join(f"(?<!{what} )" for what in REMEDIED)
"""`the response rate for lung cancer`: what stands behind such a rate is whom it is of."""
_PATTERNS: Final = (
    Wording(
        rf"\b(?P<name>time to (?:the )?{_OF})(?=\s*(?:[,(;:.\[]|compared\b|versus\b|was\b"
        r"|were\b|with\b|in\b|between\b|for\b|did\b|$))",
        re.I,
    ),
    Wording(
        rf"\b(?:{_OF_WHAT}rates?|incidences?|frequenc(?:y|ies)|proportions?|percentages?|prevalence"
        rf"|likelihood|probability|risk|ratio|odds) (?:of|for) "
        rf"(?:the )?(?:occurrence of |(?:achieving|reaching|attaining) (?:an? )?)?(?P<name>{LONG})(?![\w-])"
        r"(?=\s*(?:[,(;:\[\d]|was\b|were\b|with(?:in)?\b|in\b|between\b|for\b|at\b))",
        re.I,
    ),
    Wording(
        r"(?:^|\b(?:the|and|overall|observed|in|of|mean|median|higher|lower|greater|similar)\s+)"
        r"(?P<name>(?!the\b)[a-z][\w-]*(?:\s+[\w-]+){0,2})\s+(?:\([A-Z]{2,6}\)\s+)?rates?(?=\s*(?:[,(;:\[]|was\b|were\b|of\b|with\b|in\b"
        r"|between\b|for\b|at\b))",
        re.I,
    ),
    Wording(
        rf"^(?:(?:The|A|An)\s+)?(?:\d{{1,3}}-(?:hour|day|week|month|year)\s)?(?P<name>[A-Z]?{_OF})"
        rf"(?=(?:\s\([^()%]{{1,60}}\))?\s+(?:(?:was|were)\s+(?:\w+ly\s+)?(?:achieved|met|observed"
        rf"|obtained|possible"
        rf"|recorded|seen|found|performed|documented|reported|noted|detected|needed|required|necessary)|resumed|returned|occurred)\b)"
    ),
    *OF_PATIENTS,
    Wording(
        rf"(?:^|[,;:]\s|\b(?:and|the|mean|median)\s)(?P<name>{LONG}(?:\sof\s(?:the\s)?{LONG})?)(?:\s\([^()]{{1,60}}\))?"
        r"(?:\s(?:in|with|of|for)\s[^.;:%()\d±]{1,50})?\s(?:(?:was|were|had|also)\s)?(?:\w+ly\s)?"
        r"(?:fell|rose|decreased|increased|declined|dropped|changed|improved|reduced|went)\b[^.;:%()\d±]{0,40}?[\s(]from\s"
        r"(?:an?\s)?(?:(?:mean|median)\s(?:of\s)?)?[-−]?\d[^;]{0,40}?\sto\s(?:an?\s)?(?:(?:mean|median)\s(?:of\s)?)?[-−]?\d",
        re.I,
    ),
    Wording(
        rf"\b(?:decreas|increas|reduc|lower|rais|improv)(?:ed|es)\s(?:the\s)?(?:(?:mean|median)\s)?(?P<name>{LONG}(?:\sof\s{LONG})?)"
        r"(?:\s\([^()]{1,20}\))?,?\s\(?from\s[-−]?\d[^;]{0,40}?\sto\s[-−]?\d",
        re.I,
    ),
)
_PAIR: Final = re.compile(r"\s*\(\s*\d+(?:\.\d+)?\s?%?\s*(?:vs?\b\.?|versus|and)\s[^()]*\)", re.I)
_LISTED: Final = Wording(
    r"\b(?:incidences?|rates?|frequenc(?:y|ies)|risks?|occurrence|prevalence|likelihood) of [^.;()]{3,80}?"
    + _PAIR.pattern,
    re.I,
)
_NEXT: Final = re.compile(rf"\s*,\s*(?:and\s+)?(?P<name>{_OF})(?={_PAIR.pattern})", re.I)
"""`the incidence of A (3% v 7%), B (1% v 4%), and C (2% v 5%)`: the list goes on."""
_NO_RATE: Final = re.compile(
    rf"\b(?:{NO_ENDPOINT}|(?:high|low|standard|poor|good)-risk|risks?|cytogenetic\w*|features?|abnormalit\w+|metasta\w+|cases?"
    r"|smok\w+|white|stages?|histolog\w+|complet(?:ed|ion)|doses?|dosage|cycle|course|positive|positivity|negative|mutations?"
    r"|mutated|expression|expressing|expressed|accrual|treatment|therapy|chemotherapy|infusion|values?|levels?|increases?"
    r"|decreases?|reductions?|improvements?|a|the|ratio|changes?|declines?|tumou?rs?|diseases?|deaths?|survival|responses?|progression|relapses?"
    r"|events?|toxicit\w+|effects?|exposure|months?|years?|weeks?|days?|defined|standard|threshold|receptors?|sequences?"
    r"|alterations?|polymorphisms?|genotypes?|alleles?|samples?|specimens?|ECOG|performance|nod(?:es|al)|lesions?|older"
    r"|younger|education|insurance|sensitivity|specificity|accuracy|agreement|concordance|attendance|blinding|reverse|die"
    r"|survive|recur|respond|significant\w*|statistical\w*|more|less|common|most|least|grade)\b"
    r"|^(?:surgery|surgical resection|operations?|radiotherapy|biops(?:y|ies))$",
    re.I,
)
_OF_RATIO: Final = re.compile(
    rf"\b(?:hazard|odds|risk|rate) ratios? (?:for|of) (?:the |an? )?(?P<name>{_OF})"
    r"(?=\s*(?:[,(;:\[]|was\b|were\b|with\b|in\b|between\b|for\b))",
    re.I,
)
_NO_NAME: Final = re.compile(
    rf"\b(?:{NO_ENDPOINT}|versus|vs|respectively|CI|interval)\b"
    r"|^(?:events?|treatment|therapy|surgery|diagnosis)$",
    re.I,
)
"""What is no name of an endpoint even where `time to` or `hazard ratio for` stands before it."""
_EVENTS: Final = re.compile(
    r"(?:(?:major|first|new|recurrent|fatal|non-?fatal) )*(?!clinical)(?:[a-z]+(?:al|ic|ar|ary|ous) ){1,2}events?"
)
"""Events of an organ or a kind, counted for efficacy: `major vascular events`."""
_ADJECTIVE: Final = re.compile(r"moderate|mild|severe|strong|weak|negligible|clinical|partial|complete|objective")
_KIND_OF_RATE: Final = re.compile(
    r"(?:annuali[sz]ed|(?:adjusted )?annual|yearly|crude|cumulative|absolute|estimated|observed|expected|actuarial"
    r"|[a-z-]+-assessed)(?: rates?)?"
)
_TURNED: Final = re.compile(r"[\w -]+[- ](?:negative|positive)")
_BECAME: Final = re.compile(r"\b(?:bec[ao]me|turned|remain(?:ed)?|converted\sto)\s+$", re.IGNORECASE)
"""`became virus-negative`: what patients are at the end, not what they were."""
_PLACED: Final = re.compile(r" (?:to|from|by|on)$")
_FROM: Final = re.compile(r"\bfrom\s(?:an?\s)?(?:(?:mean|median)\s(?:of\s)?)?[-−]?\d")
_OF_LEVEL: Final = re.compile(
    r"(?<!urinary)(?<!serum)(?<!plasma)(?<!blood)(?<!circulating) (?:levels?|concentrations?)$"
)
"""`decreased adiponectin levels from 9 to 7`: what is told with its two values has a level, unless it has no name."""
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
    if placed := _PLACED.search(name):  # loss by 30%
        name, end = name[: placed.start()], end - len(placed[0])
    if rate := _RATE.match(text, end):
        end, name = rate.end(), f"{name} rate"
    fits = (
        _SHORTEST <= len(name) <= _LONGEST
        and not (_ADJECTIVE.fullmatch(name) or _KIND_OF_RATE.fullmatch(name))
        and name != "time"
    )
    timed = name.startswith("time to ")
    went = _FROM.search(match[0])
    barred = _NO_NAME.search(name[8:]) if timed else _NO_RATE.search(_OF_LEVEL.sub("", name) if went else name)
    turned = _TURNED.fullmatch(name) and _BECAME.search(text, 0, start)
    if fits and (_EVENTS.fullmatch(name) or turned or not barred):
        yield start, end, name
