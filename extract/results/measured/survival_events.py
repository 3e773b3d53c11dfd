"""Survival told by what it counts: `hazard ratio for recurrence or death`, `alive without progression`.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...wordings import Wording

_EVENT: Final = (
    r"(?:progression|(?-i:PD)|relapse|recurrence|metastas[ie]s|(?:treatment\s)?failure|(?:invasive\s)?disease|events?)"
)
_LACKED: Final = rf"(?:(?!(?:or|and)\b)[a-z-]+\s){{0,3}}{_EVENT}"
_KIND: Final = (
    r"(?:(?:first|objective|documented|clinical|radiographic|radiological|disease|tumou?r|cancer|leuk[\w-]+|local"
    r"|loco-?regional|distant|invasive|any)\s){0,3}"
    rf"{_EVENT}"
)
_DEATH: Final = r"(?:all-cause\s)?(?:death|mortality)(?:\s(?:from|of|due\sto)\sany\scause)?"
_PART: Final = rf"(?:{_KIND}|{_DEATH})"
_RISK: Final = Wording(
    r"\b(?:risks?|hazards?|hazard\s(?:ratios?|rates?)|HR)\s(?:\([A-Z]{2}\)\s)?(?:of|for)\s(?:an?\s|the\s)?"
    rf"(?P<what>{_PART}(?:(?:,\s|,?\s(?:and/)?or\s|\s?/\s?)(?:an?\s)?{_PART})+)(?![\w-])",
    re.IGNORECASE,
)
_FREEDOM: Final = Wording(
    rf"\bfreedom\sfrom\s(?P<what>{_PART}(?:(?:,\s|,?\s(?:and/)?(?:and|or)\s)(?:from\s)?{_PART})+)(?![\w-])",
    re.IGNORECASE,
)
_PLAINLY: Final = (
    r"(?:(?:their|the|signs\sof)\s)?(?:cancer|disease|tumou?r|leuk\w+|myeloma|lymphoma|illness)\s(?:having\s)?"
    r"(?:coming\sback|come\sback|returning|returned|growing|getting\sworse|worsening|progressing|spreading)"
)
"""`alive without their cancer coming back`"""
_ALIVE: Final = Wording(
    r"\b(?:alive|surviv(?:ed|ing)|living|remain(?:ed|ing|s)?|stayed)\b,?\s(?:(?:and|but)\s)?"
    r"(?:(?P<free>progression|relapse|recurrence|disease|event|failure)[- ]free\b"
    rf"|(?:without|free\s(?:of|from))\s(?P<what>{_LACKED}(?:(?:,\s|,?\sor\s){_LACKED})*|{_PLAINLY}))(?![\w-])"
    r"|\bwere\sfree\s(?:of|from)\s(?P<spared>(?:(?:disease|tumou?r)\s)?(?:progression|relapse|recurrence))(?![\w-])",
    re.IGNORECASE,
)
_OR_DIED: Final = Wording(
    r"\b(?:had\s(?:had\s)?(?:an?\s)?|(?=progressed|relapsed|recurred))"
    rf"(?P<what>(?P<event>progressed|relapsed|recurred|{_KIND}\b)(?P<more>[^.;:()%\d]{{0,140}}?),?\sor\s(?:had\s)?died)"
    r"(?:\s(?:from|of)\sany\scause)?\b",
    re.IGNORECASE,
)
"""`had progressed or died`, `had recurrence, had a second cancer, or died`: events that are counted together."""
_SINCE: Final = Wording(
    r"(?<!free\s)\b(?:overall\s)?survival\s(?:times?\s|rates?\s)?(?:from|after|following)\s(?:(?:first|disease|tumou?r)\s)?"
    r"(?P<since>relapse|recurrence|progression)\b(?!-)",
    re.IGNORECASE,
)
_DIED_OF: Final = Wording(
    r"\bdied\s(?:from|of|due to)\s(?P<kind>(?!any\b|all\b)[a-z-]+(?=\scauses?\b)"
    r"|(?:cardio|cerebro)vascular(?=\sdisease)|(?:cardiac|coronary)(?=\sdisease))\s(?:causes?|disease)\b"
)
"""`died of cardiac causes`: not death as such."""
_CANCER: Final = (
    r"(?:breast|lung|prostate|colorectal|colon|ovarian|gastric|pancreatic|liver|bladder|kidney|cervical|endometrial|o?esophageal"
    r"|thyroid|skin) cancers?"
)
_OF_CANCER: Final = Wording(
    rf"\b(?:died|deaths?)\s(?:from|of|due to|because of)\s(?P<of>{_CANCER})"
    rf"|\b(?P<in>{_CANCER})(?:[ -](?:specific|related))?\s(?:mortality|deaths?)\b",
    re.IGNORECASE,
)
_OF_GRAFT: Final = Wording(
    r"\b(?:GVHD|graft-versus-host[- ]disease)-(?:free)?(?:,\s|/|,?\s(?:and\s)?)relapse-free\ssurvival\b", re.IGNORECASE
)
_UNTOLD: Final = frozenset({"other", "unknown", "natural", "undetermined"})
_NAMES: Final = (
    ("progress", "progression-free survival"),
    ("pd", "progression-free survival"),
    ("failure", "failure-free survival"),
    ("invasive", "invasive disease-free survival"),
    ("distant", "distant metastasis-free survival"),
    ("metasta", "distant metastasis-free survival"),
    ("relapse", "relapse-free survival"),
    ("recur", "relapse-free survival"),
    ("back", "relapse-free survival"),
    ("return", "relapse-free survival"),
    ("wors", "progression-free survival"),
    ("grow", "progression-free survival"),
    ("spread", "progression-free survival"),
    ("event", "event-free survival"),
    ("disease", "disease-free survival"),
)
_PLACE: Final = re.compile(r"\b(?:local|loco-?regional)\b")
"""`locoregional progression or death`: fewer events than those of the survival without that word."""
_DEADLY: Final = re.compile(r"\b(?:death|mortality)\b", re.IGNORECASE)
_OF_NONE: Final = re.compile(rf"(?:(?:disease|{_DEATH}|events?|or|and/or)\W*)+", re.IGNORECASE)
"""`the risk of disease or death`: of which survival is not told."""


def survival_events(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each such survival.

    >>> list(survival_events("The hazard ratio for disease recurrence or death was 0.70."))
    [(21, 48, 'relapse-free survival')]
    >>> [name for _, _, name in survival_events("76% were alive without progression")]
    ['progression-free survival']
    """
    for match in _RISK.finditer(text):
        if _counts_deaths(match["what"]):
            yield *match.span("what"), _name(match["what"])
    for match in _FREEDOM.finditer(text):
        if _counts_deaths(match["what"]):
            yield *match.span(), _name(match["what"])
    for match in _ALIVE.finditer(text):
        yield *match.span(), _name(match["free"] or match["what"] or match["spared"])
    for match in _OR_DIED.finditer(text):
        more = match["more"].strip()
        yield *match.span("what"), " ".join(match["what"].lower().split()) if more else f"{_name(match['event'])} event"
    for match in _SINCE.finditer(text):
        yield *match.span(), f"survival after {match['since'].lower()}"
    for match in _OF_GRAFT.finditer(text):
        yield *match.span(), "graft-versus-host disease-free relapse-free survival"
    for match in _DIED_OF.finditer(text):
        kind = match["kind"]
        yield *match.span(), f"death from {kind} causes" if kind in _UNTOLD else f"{kind} death"
    for match in _OF_CANCER.finditer(text):
        yield *match.span(), f"{(match['of'] or match['in']).lower().removesuffix('s')} mortality"


def is_risk_of_survival(text: str) -> bool:
    """Whether words are those of the events that a survival counts; which survival, a name beside them tells better.

    >>> is_risk_of_survival("recurrence or death"), is_risk_of_survival("disease-free survival")
    (True, False)
    """
    return _DEADLY.search(text) is not None and " or " in text.replace("/", " or ")


def _counts_deaths(events: str) -> bool:
    return _DEADLY.search(events) is not None and not _OF_NONE.fullmatch(events)


def _name(events: str) -> str:
    """The survival that counts such events."""
    told = events.lower()
    place = _PLACE.search(told)
    name = next(name for word, name in _NAMES if word in told)
    return f"{place[0].replace('-', '')} {name}" if place else name
