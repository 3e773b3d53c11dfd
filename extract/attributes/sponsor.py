"""Who paid for a trial."""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Concept
from ..candidates import Candidate
from ..wordings import Wording
from .page import Page, attribute

_CORPORATE = r"(?:Inc|Ltd|LLC|Co|Corp|plc|AG|SA|GmbH|NV|KGaA|Limited|Corporation|Company)"
_STATED: Final = (
    Wording(
        r"(?:^|(?<=[.\s]))(?:F[Uu][Nn][Dd][Ii][Nn][Gg])(?:\s+[Ss]ource)?\s*[:.]?\s+"
        r"(?!(?:This|The|Our)\s[^.;\n]{0,80}?\b(?:funded|supported|sponsored)\b)(?P<who>[A-Z][^\n;]{2,250})"
    ),
    Wording(
        r"\b(?:[Tt]his|[Tt]he|[Oo]ur)\s+(?:[\w-]+\s+){0,8}?(?:study|trial|research|work)\s+(?:(?:was|is)"
        r"\s+)?(?:supported|funded|sponsored)"
        r"(?:\s+and\s+\w+)?\s+(?:in\s+part\s+)?by\s+(?:(?:an?\s+)?(?:[a-z]+\s+){0,2}grants?\s+from\s+)?(?P<who>[^\n;]{3,250})"
    ),
    Wording(r"\b(?:[Tt]rial|[Ss]tudy)(?:['’]s)?\s+sponsor\s+(?:was|is)\s+(?P<who>[^\n;]{3,100})"),
    Wording(r"(?m)(?:^|\bResearch |[.;] )(?:Sponsors?|Collaborators?): (?P<who>[^\n;]{2,200})"),
    Wording(r"(?:^|[(.\s])(?:Funded|Sponsored|Supported)\s+by\s+(?P<who>[^\n;)]{3,200})"),
)
_KNOWN_SHORT: Final = ("NIH", "NCI", "MRC", "NIHR", "EORTC", "GSK", "MSD")
_STOP = re.compile(
    r"\s[A-Z]{3,}(?:\s[A-Z]{3,}){0,3}\s?:|"
    r"(?<!\b(?:Co|NV|AG|SA|US))(?<!\bInc)(?<!\bLtd)(?<!\bCorp)(?<!\b[A-Z])\.(?:\s|$)|\s\(|[(),]?\s*"
    r"(?:ClinicalTrials|NCT\d|"
    r"Copyright|grants?\b|number|"
    r"which\b|who\b|and\s+(?:is|was|were|[a-z]+ed)\b|"
    r"under\b|through\b|as part\b|the\s+(?:developer|manufacturer|maker)\b|for\s+(?![A-Z]))"
)
_ASIDE = re.compile(r"\s\([^()]{1,60}\)(?=\s*(?:,|and\b|\.?\s*$))")
"""A grant number after a name of a list: what follows is still the list."""
_NAME = re.compile(
    r"Merck\sSharp\s(?:and|&)\sDohme|Johnson\s(?:and|&)\sJohnson|National\s(?:Health\sand\sMedical\sResearch\sCouncil(?:\sAustralia)?|Heart,\sLung,?\sand\sBlood\sInstitute|Institutes?\s(?:of|on|for)\s(?:[A-Z]\w+,?\s){1,4}and\s[A-Z]\w+(?:\s[A-Z]\w+){0,2})|"
    r"(?:[A-Z][\w.'’&-]*|&)(?:\s+(?:[A-Z][\w.'’&-]*|&|for|of|on|in|und|et|de|the|f[uü]r|le|la|les|"
    r"contre|pour|du|des|di|del|della|dei|per|il|da|do|van|von|voor|zur|tegen|y|contra|el|och|"
    r"(?:and)(?=\s+(?:Care|"
    r"Development|Health|Technology|Research|Nephrology|Treatment|Blood|Kidney|Co\b))))*"
)
_ALONE: Final = re.compile(r"(?:[A-Z]+\s?:\s+)?(?P<who>[A-Z][^\n;]{2,250}?)\s*")
_BETWEEN_NAMES: Final = re.compile(r"(?:[\s,./]|\band\b|\bthe\b)*")
"""A sentence of nothing but names tells who paid, as the last heading's words are lost."""
_OWNED: Final = re.compile(r",\s+an?\s(?:(?:[a-z-]+\s){1,4}of\s)?$")
"""`Ventana, a Roche company`, `Ventana, a wholly owned subsidiary of Roche`: Roche is named to tell who Ventana is."""
_LAST_OF_LIST: Final = re.compile(r",\sand\s(?:the\s)?[A-Z]")
_AND: Final = re.compile(r"(?<!,)\sand\s(?=[A-Z])")
"""`A Fund, B and C Trust, and D`: in a list with a comma before its last `and`, another stands in a name."""
_LAST: Final = 6
"""Sentences at the end of a document of which one may name those who paid."""
_PUBLISHER: Final = re.compile(
    r"Elsevier|Wiley|Springer|\bPress\b|Lippincott|Journal|Copyright|^[^,]*(?:Society|Association)[^,]*$"
)
"""A society that stands alone has published it, one among others has paid."""


def sponsors(page: Page) -> Iterator[Candidate]:
    """Read the organizations after `Funding:` or `The study was funded by`, and those that stand alone at the end."""
    for match in _statements(page):
        start = match.start("who")
        who = _ASIDE.sub(lambda aside: " " * len(aside[0]), match["who"])
        stop = _STOP.search(who)
        who = who[: stop.start()] if stop else who
        for name in _organizations(who):
            place = start + name.start(), start + name.end()
            if name[0] in _KNOWN_SHORT or (len(name[0]) > 2 and not name[0].isupper()):
                who_paid = _concept(page, *place)
                for trial in page.trials.reported:
                    yield attribute(trial, "sponsor", who_paid, (match.start(), place[1]), "sponsor")


def _statements(page: Page) -> Iterator[re.Match[str]]:
    """Find where a text may tell who paid."""
    for pattern in _STATED:
        yield from pattern.finditer(page.text)
    for sentence in page.sentences[-_LAST:]:
        alone = _ALONE.fullmatch(page.text, sentence.start, sentence.end) if sentence.of("Organization") else None
        rest = _NAME.sub("", re.sub(r"\s\([^()]*\)", "", alone["who"])) if alone else ""
        if alone and _BETWEEN_NAMES.fullmatch(rest) and not _PUBLISHER.search(alone["who"]):
            yield alone


def _organizations(who: str) -> Iterator[re.Match[str]]:
    """Find the names in a list; a legal form after a comma belongs to the name before it."""
    who = re.sub(rf",(?=\s*{_CORPORATE}\b)", " ", who)
    who = _AND.sub("  &  ", who) if _LAST_OF_LIST.search(who) else who
    for name in _NAME.finditer(who):
        owner = _OWNED.search(who, 0, name.start())
        if not owner and not re.fullmatch(rf"(?:The|Grants?|Funding|Government|None|No|{_CORPORATE})\.?", name[0]):
            yield name


def _concept(page: Page, start: int, end: int) -> Concept:
    for sentence in page.sentences:
        for mention in sentence.of("Organization"):
            if start <= mention.start and mention.end <= end and isinstance(mention.concept, Concept):
                return mention.concept
    name = " ".join(page.text[start:end].split())
    return Concept("Organization", re.sub(r"^(?:the|The)\s+", "", name).rstrip(".,"))
