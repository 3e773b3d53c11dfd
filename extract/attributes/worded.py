"""Endpoints that the vocabulary doesn't know, as a list of endpoints words them."""

import re
from collections.abc import Iterator

from ...ontology.facts import Concept
from ...ontology.lexicon import load_lexicon
from ..passages import Mention
from ..people import PEOPLE

_MEASURE = (
    r"(?:rates?|\w*toxicity|toxicities|survival|time|duration|incidence|frequency|counts?|levels?|admissions?|scores?|"
    r"recurrence|mortality|morbidity|compliance|adherence|costs?|responses?|failure|preservation|concentrations?|"
    r"requirements?|events?|complications?|quality|changes?|volume|density|index|symptoms?|worsening|progression|"
    r"reduction|use|exposure|feasibility|efficacy|control|pain|activity|benefit|function\w*|remission|onset|clearance|"
    r"occurrence|development|weight|"
    r"loss|gain|growth|shrinkage|severity|intensity|distress|satisfaction|success|completion|composite)"
)
_ITEM = re.compile(
    r"(?P<name>(?![^,;]*\b(?:was|were|is|are|be|not|no|we|that|than|both|each|all|with|by|other|number|defined|who|"
    rf"those|which|whether)\b)(?=[^,;]*\b{_MEASURE}\b)[A-Za-z][\w/-]*(?:\s+[\w/%-]+){{1,7}}?"
    r"(?:\s+(?:within|at|after|during)\s+[\w-]+(?:\s+[\w-]+){1,5})?)(?:\s+(?:from|in)\s+[\w-]+(?:\s+[\w-]+){0,6})?\s*"
)
_NAMED = re.compile(
    r"(?P<name>(?![\w-]+(?:ed|ly|ing)\b|(?i:un\w+|not?|free|better|worse|higher|lower|similar|different|positive|"
    r"negative|met|reached|in|at|on|for|of|from|to|as|superior|inferior|non-?inferior|secondary|primary|exploratory)\b)"
    r"(?![^,;]*\b(?:was|were|is|are|be|not|no|we|that|than|both|each|all|who|those|which|whether|had|has|have|with|by|"
    r"between|patients|defined|follows?|study|trial|groups?|arms?)\b)(?:[A-Za-z][\w/-]*(?:\s+[\w/-]+){1,5}|"
    r"(?:efficacy|tolerability|tolerance|anxiety|depression|fatigue|relapse|bleeding|[a-z]{5,}s|\w[\w/-]*[A-Z\d])))\s*"
)
"""What an enumeration of endpoints names without saying how it is measured: `troponin T`, `major bleeding`."""
_COUNTED_IN = re.compile(
    r"(?:the\s+)?(?:percentages?|proportions?|numbers?|assessment|evaluation|measurement)\s+of\s+"
    rf"(?:{PEOPLE}\s+(?:(?:who\s+)?(?:with|had|having|achiev(?:ed|ing)|experienc(?:ed|ing)|develop(?:ed|ing))\s+)(?:an?\s+)?)?"
)
"""`the percentage of patients with steroid withdrawal`: what is counted."""
_WHEN = re.compile(r"\s+(?:at|after|within|during|by|over|until|from|in|on)\s.*$", re.DOTALL)
_QUALITY = re.compile(
    r"^(?:superiority|(?:non-?)?inferiority|equivalence|differences?|comparison|effects?|success)\b|"
    r"\b(?:\w+(?:ive|(?<!m)ent|ant|able|ible|ous|ful|ical)|same|low|high|small|large|equal|neutral)$"
)
"""What tells how an endpoint was, and names none: `the primary outcome was statistically significant`."""
_SHARED_HEAD = re.compile(r"\s*(?:and|or)\s")
"""Behind what may be only half of a name: `femoral neck and lumbar spine density`."""
_LEADING = re.compile(
    r"(?:(?:the|an?|also|other|and|or|their|its|based\s+on|as\s+well\s+as|effects?\s+of\s+[\w-]+\s+on|"
    r"to\s+(?:assess|evaluate|determine|compare|measure|examine|investigate))\s+)*"
)
_BREAK = re.compile(r",\s+(?:and|or)\s+|,\s+|\s+and\s+|;\s*|$")
_ARTICLES = frozenset({"", "the", "a", "an"})
_ELLIPTICAL = re.compile(r"\b(?P<kind>[a-z]+-free)(?=(?:,\s+and|,|\s+and|\s+or)\s[^.;]{0,60}?\bsurvival\b)")

_HOW = re.compile(
    r"\s+(?:(?:as\s+)?(?:measured|assessed|evaluated|determined|recorded|graded|scored|expressed)\s+(?:by|with|using|at|"
    r"after|in|on|during|from|as)|by\s+(?:one|two|the|an?|investigators?|patients?|central|independent))\b"
)
"""Behind the name of an endpoint: how, when and by whom it is measured."""
_EXPLAINED = re.compile(r"\s*\([^()]*\)")
_CUT_OFF = re.compile(
    r"(?:\b(?:a|an|the|of|in|to|for|with|by|per|and|of\s(?:moderate|mild|minor|major|severe|absolute))|\w{4}(?:ical|ary))$"
    r"|\b(?:at|after|within|during)\s\d+$|^changes?(?:\sfrom\sbaseline)?(?:\s(?:at|after|within|during|to|over)\s[\w\s-]+)?$"
)
"""What a conjunction cut in the middle: `time to pathological or therapeutic progression`, `change after 1 and 3 days`.

Or what tells of a change, but not of what.
"""


def worded(text: str, begin: int, end: int, known: list[Mention], *, several: bool) -> Iterator[Mention]:
    """Find the items between two places that hold no known endpoint; `event-free` before a shared `survival` is one.

    `several` tells that endpoints are enumerated there, so that each item is one.
    """
    for match in _ELLIPTICAL.finditer(text, begin, end):
        for entry in load_lexicon().named(f"{match['kind']} survival"):
            if entry.concept.kind == "Endpoint":
                yield Mention(*match.span(), match[0], entry.concept)
    for start, stop in _items(text, begin, end):
        item = _ITEM.fullmatch(text, start, stop)
        if item is None and several and not _SHARED_HEAD.match(text, stop):
            item = _NAMED.fullmatch(text, start, stop)
        if item is None and not known and not several and not _EXPLAINED.sub("", text[stop:end]).strip():
            item = _alone(text, begin, start, stop)
        if item and not any(m.start < stop and start < m.end for m in known):
            name = " ".join(item["name"].lower().split())
            if _CUT_OFF.search(name):
                continue
            yield Mention(*item.span("name"), item["name"], Concept("Endpoint", name))


def _alone(text: str, begin: int, start: int, stop: int) -> re.Match[str] | None:
    """`the primary outcome was (the percentage of patients with) complete withdrawal at week 24`: all that is named."""
    counted = _COUNTED_IN.match(text, start, stop)
    when = _WHEN.search(text, counted.end() if counted else start, stop)
    named = _NAMED.fullmatch(text, counted.end() if counted else start, when.start() if when else stop)
    return (
        None if named is None or _QUALITY.search(named["name"]) or text[begin:start].strip() not in _ARTICLES else named
    )


def _items(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a list at its commas and conjunctions, and take off the words that only lead to an item."""
    start = begin
    explained = [m.span() for m in _EXPLAINED.finditer(text, begin, end)]
    for cut in _BREAK.finditer(text, begin, end):
        if any(a <= cut.start() < b for a, b in explained):
            continue
        lead = re.compile(r"\s*").match(text, start)
        first = _LEADING.match(text, lead.end() if lead else start)
        stop = next((a for a, b in explained if b == cut.start()), cut.start())
        how = _HOW.search(text, first.end() if first else start, stop)
        stop = how.start() if how else stop
        if first and first.end() < stop:
            yield first.end(), stop
        start = cut.end()
