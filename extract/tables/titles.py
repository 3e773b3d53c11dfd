"""Endpoints that the titles of outcome measures name, in registry records: `Change From Baseline in X at Week 12`."""

import re
from typing import Final

from ...ontology.facts import Concept
from ..results.items import Sentence
from ..results.measured.families import takes_share
from .announcements import first_hint, level_of, time_of, unit_of
from .grid import Row
from .labelled import read_label, rest, single
from .labels import Sheet
from .subjects import Subject

_COUNTED: Final = re.compile(
    r"(?:the )?(?:percentage|number|proportion|count|percent)s?(?: \(%\))? of (?:participants|patients|subjects|people)"
    r"(?: (?:with|who (?:achieved?|ha[dv]e?|experienced?|reported)|achieving|having|experiencing|reporting|attaining))?"
    r"(?: an?| the)?\s+(?=\S)",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r",?\s*(?:\bat\b|\bby\b|\bto\b|\bthrough\b|\bup to\b|\bafter\b)?\s*"
    r"(?P<time>\b(?:week|month|day|year) \d{1,3}\b|(?<=at )\d{1,3} (?:weeks|months|days|years)\b)",
    re.IGNORECASE,
)
_NEGATED: Final = re.compile(r"\b(?:without|no|not|free)\b", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"(?:(?:least squares )?(?P<statistic>mean|median)|(?P<geometric>geometric (?:least squares )?mean)"
    r"|number|count of participants)(?: \((?P<unit>.+)\))?",
    re.IGNORECASE,
)
"""A row's label in a record: the statistic and its unit."""
_LONGEST: Final = 120


def named_by(title: str) -> tuple[str, str]:
    """The name and the time point that a title gives; no name where it is negated, long or of several times.

    >>> named_by("Percentage of Participants Achieving a Score of 0 or 1 at Week 16")
    ('score of 0 or 1', '16 weeks')
    >>> named_by("Change From Baseline to Week 12 in BASFI")
    ('change from baseline in BASFI', '12 weeks')
    """
    times = list(_TIME.finditer(title))
    name = _COUNTED.sub("", " ".join(_TIME.sub("", title).split()), count=1).strip(" ,.")
    if _NEGATED.search(name) or not 1 < len(name) <= _LONGEST or len(times) > 1:
        return "", ""
    name = " ".join(word.lower() if word[1:].islower() or len(word) == 1 else word for word in name.split())
    return name, time_of(times[0]["time"]) if times else ""


def subject_of_title(sheet: Sheet, row: Row, title: str) -> Subject | None:
    """What the row of an outcome measure's table holds, whose label gives a statistic and unit alone; else None.

    Shares of patients with an event are left to the rules for adverse events.
    """
    name, time = named_by(title)
    label, titled = _LABEL.fullmatch(row.label), read_label(sheet, title)
    if label is None or not name:
        return None
    statistic = "geometric mean" if label["geometric"] else (label["statistic"] or "").lower()
    if not statistic and any(i.kind == "event" for i in titled.items):
        return None
    return Subject(
        concept=_known(titled, counted=not statistic) or Concept("Endpoint", name),
        event=False,
        statistic=statistic,
        unit=unit_of(row.label) or label["unit"] or "" if statistic else "",
        at=time,
        hint=first_hint((row.label,)),
        level=level_of(row.label),
    )


def _known(title: Sentence, *, counted: bool) -> Concept | None:
    """The endpoint of the lexicon that is all a title says, or the response that it gives in a bracket: `(ASAS40)`."""
    item = single(title)
    if item is not None and item.kind == "endpoint" and not rest(title):
        return item.concept
    inside = {i.concept for i in title.items if i.kind == "endpoint" and title.gap(i.start - 1, i.start) == "("}
    shares = [concept for concept in inside if concept is not None and takes_share(concept.name)]
    return shares[0] if counted and len(shares) == 1 else None
