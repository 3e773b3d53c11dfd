"""Events that no lexicon knows, between others in a list: `nausea (12%), tooth sensitivity (9%), and rash (7%)`.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ....ontology.facts import Concept
from ..items import Item
from ..quantities.number_patterns import COUNT

_FIGURE: Final = rf"(?:\s*[(\[]\s*(?:n\s*=\s*)?(?:[<≤]\s*)?(?:\d|(?:{COUNT})\s*[\[(])|\s+\d[\d.]*\s?%)"
_MEMBER: Final = re.compile(
    r"(?:,\s+(?:and\s+)?|;\s+(?:and\s+)?|\band\s+|:\s+|\b(?:included|including|being)\s+"
    r"|\b(?:were|was)\s+(?=[a-z'/-]+\s[a-z]))"
    rf"(?P<name>[a-z][a-z'/-]{{2,24}}(?:\s[a-z][a-z'/-]{{1,24}}){{0,4}})(?={_FIGURE})"
)
_COMMONEST: Final = re.compile(
    r"\bmost\s+(?:common|frequent)(?:ly)?\b[^.;%()]{0,60}?\b(?:events?|effects?|reactions?|T?E?AEs?|toxicit(?:y|ies))\b"
    r"[^.;%()]{0,40}?\s(?:was|were|being|included)\s+(?:\([a-z ]+\)\s+)?"
    rf"(?P<name>[a-z][a-z'/-]{{2,24}}(?:\s[a-z][a-z'/-]{{1,24}}){{0,4}})(?={_FIGURE})"
)
"""`the most common adverse event was tooth sensitivity (9%)`"""
_HEAD: Final = re.compile(
    r"\b(?:adverse (?:events?|effects?|reactions?|experiences?)|AEs|TEAEs|SAEs|TRAEs|toxicit(?:y|ies)"
    r"|side[- ]effects?)\b",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(
    r"^(?:in|of|for|with|at|on|by|to|from|the|an?|all|any|both|each|other|others|no|none|not|than|then|more|most|less|only|also|who"
    r"|which|that|there|after|during|had|has|were|was|are|is|led|leading|occurred|reported|resulting|followed|due|as|or"
    r"|significantly|respectively|versus|compared|while|whereas)\b"
    r"|\b(?:patients?|participants?|subjects?|women|men|children|groups?|arms?|cohorts?|placebo|controls?|doses?|weeks?"
    r"|months?|years?|days?|cycles?|courses?|grades?|mild|moderate|severe|serious|(?<!-related )events?|deaths?"
    r"|discontinu\w+|withdr\w+"
    r"|responses?|remissions?|survival|progress\w+|relapses?|recurrences?|rates?|incidences?|respectively|versus|vs|mg|was|were"
    r"|had|occurred|reported|experienced|developed|than|types?|scores?|improve\w*|therapy|treatment|regimen|ones?|with|in)\b"
    r"|\b(?:similar|comparable|alike|equal|equivalent|common|frequent|infrequent|uncommon|rare|high|higher|low|lower|greater|fewer"
    r"|worse|better|few|present|absent|same|manageable|acceptable|tolerable|transient|minor|consistent)\b"
    r"|\b(?:\w+ic|\w+al|\w+ous|\w+ive|\w+ed|\w+ly|and|or|of|to|the)$"
)
"""Words that begin no name, that stand in none, or that end none."""
_APART: Final = re.compile(
    r"(?:\s*(?:[(\[][^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*[)\]]|\d[\d.]*\s?%))+\s*(?:,|;|,?\s*and)\s*(?:and\s+)?"
)
_LONGEST: Final = 90
"""Characters between two members of a list."""


def listed_events(text: str, start: int, end: int, known: Sequence[Item]) -> Iterator[Item]:
    """Find the names in a list of adverse events that stand next to known ones and have figures as they do."""
    events = [item for item in known if item.kind == "event"]
    if not events or not _HEAD.search(text, start, end):
        return
    members = [m for m in _MEMBER.finditer(text, start, end) if _beside(text, *m.span("name"), events)]
    named = {m.span("name"): m for m in (*_COMMONEST.finditer(text, start, end), *members)}
    for (first, last), member in named.items():
        taken = any(item.start < last and first < item.end for item in known)
        if not taken and not _NO_NAME.search(member["name"]):
            concept = Concept("AdverseEvent", member["name"])
            yield Item(kind="event", start=first, end=last, concept=concept, text=member["name"])


def _beside(text: str, start: int, end: int, events: Sequence[Item]) -> bool:
    """Whether a known event is the member before or behind: nothing but its figures stands between."""
    before = max((e.end for e in events if e.end <= start), default=None)
    behind = min((e.start for e in events if e.start >= end), default=None)
    return (before is not None and _only_figures(text[before:start])) or (
        behind is not None and _only_figures(text[end:behind])
    )


def _only_figures(between: str) -> bool:
    return len(between) < _LONGEST and _APART.fullmatch(between) is not None
