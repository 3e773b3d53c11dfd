"""What a row measures: an endpoint or an event, with everything its label and headings say about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ...ontology.facts import Concept, Consequence
from ..results.events.consequences import CONSEQUENCES
from ..results.items import Item, Sentence
from ..results.measured.event_names import ANY
from ..results.measured.families import takes_share
from .announcements import effect_of, first_hint, grade_of, level_of, time_of, unit_of
from .cells import Hint
from .column_arms import EVERYONE
from .grid import Row
from .labelled import concepts, read_label, rest, single
from .labels import Sheet, plain

_NO_RESULT: Final = re.compile(
    r"\b(?:age|sex|gender|male|female|men|women|race|ethnic\w*|white|black|asian|caucasian|ECOG|WHO|karnofsky|stage"
    r"|performance|histolog\w*|prior|previous|ISS|cytogenetic\w*|height|grade 0|dose intensity|exposure"
    r"|(?:no|number)\.? of (?:cycles|doses)|cycles (?:received|given|completed)|follow-?up|treatment duration|at risk"
    r"|screened|(?<!from )(?<!to )baseline|pre-?(?:treatment|test|therapy)|before (?:treatment|therapy))\b"
    r"|^(?:no|without|absence)\b(?!\.)"
    r"|^\W*(?:SEM?|S\.D\.|standard (?:deviations?|errors?)|IQR|(?:interquartile )?range|min(?:imum)?|max(?:imum)?"
    r"|(?:χ|chi-?)(?:2|square[ds]?)?|[tFzU]|df|effect size|ES)\W*$",
    re.IGNORECASE,
)
_ANY_EVENT: Final = re.compile(
    r"(?:any|all|total|≥ ?1|at least one)\b(?: (?:grade|serious|treatment-(?:emergent|related)|drug-related))*"
    r" (?:(?:adverse )?(?:events?|reactions?)|T?E?AEs?|toxicit(?:y|ies))\b",
    re.IGNORECASE,
)
_FATAL_EVENT: Final = re.compile(
    r"(?:(?:any|all|treatment|drug|study)[- ](?:(?:emergent|related) )?)*(?:(?:adverse )?events?|T?E?AEs?)\b"
    r"[^,;]{0,40}?\b(?:leading to|resulting in|causing|with (?:an? )?outcome of) death\b",
    re.IGNORECASE,
)
"""`Event leading to death`: no deaths from whatever cause."""
_IN_BRACKETS: Final = re.compile(r"[(\[]\s*([^()\[\]]{1,30})[)\]]")
_RANGE: Final = re.compile(r"\brange\b|\bIQR\b|quartile|\bSDs?\b|\bSE\b|deviation", re.IGNORECASE)
_RESPONSE: Final = "objective response rate"
_ANY_RESPONSE: Final = re.compile(r"\bresponses?\b", re.IGNORECASE)
"""`Response, n (%)`: what remains of a label in which no endpoint was found."""
_DIVIDED: Final = re.compile(r"(?:stratified|subgroups?|by|according to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The endpoint or event of a row; fields are empty where neither label nor headings fill them."""

    concept: Concept
    event: bool
    grade: str = ""
    statistic: str = ""
    unit: str = ""
    time: str = ""
    at: str = ""
    """A time point that is all the label says."""
    hint: Hint = ""
    effect: str = ""
    level: Decimal | None = None
    ranged: bool = False
    """Whether what stands in brackets is a range, not a confidence interval."""
    population: str = ""
    parts: bool = False
    """Whether the rows are parts of the patients, of which only ratios are read."""
    serious: bool = False
    related: bool = False
    consequence: Consequence | None = None


def subject_of(
    sheet: Sheet, row: Row, caption: str, before: Subject | None = None, *, goes_on: bool = False
) -> Subject | None:
    """What a row measures; None where that is not certain.

    `before` is the subject of the row above, with which a label without endpoint or event goes on, if it `goes_on`.
    """
    texts = [row.label, *(group for group in reversed(row.groups) if group not in row.parts)]
    if any(_NO_RESULT.search(text) and not _DIVIDED.match(text) for text in texts):
        return None
    if row.label == "SD" and before is not None and before.statistic:
        return None  # the deviation of the mean before it, no stable disease
    sentences = [read_label(sheet, text) for text in texts]
    item = _own(row, sentences[0])
    if item is None and rest(sentences[0]):
        return None
    if item is not None and (headed := _heading(sentences[1:])) is not None:
        item = _below(item, headed)
        if item is None:
            return None
    named = [s for s in sentences if concepts(s)]
    if item is None and named:
        item = single(named[0])
    elif item is None and _ANY_RESPONSE.search(row.label):
        item = Item(kind="endpoint", start=0, end=0, concept=Concept("Endpoint", _RESPONSE))
    elif item is None and goes_on and before is not None:
        item = _gone_on(sentences[0], before)
    elif item is None:
        sentences.append(read_label(sheet, caption))
        item = single(sentences[-1])
    if item is None or item.concept is None or item.kind == "absorber":
        return None
    return _subject(item.concept, sentences, before, event=item.kind == "event")


def _gone_on(label: Sentence, before: Subject) -> Item:
    """The endpoint or event of the row before; `leading to discontinuation` is said of all events, not of the last."""
    of_all = before.event and any(i.kind in {"consequence", "serious", "related"} for i in label.items)
    concept = ANY if of_all else before.concept
    return Item(kind="event" if before.event else "endpoint", start=0, end=0, concept=concept)


def _heading(above: Sequence[Sentence]) -> Item | None:
    """The endpoint of the nearest heading that names one."""
    return next((i for i in map(single, above) if i is not None and i.kind == "endpoint"), None)


def _below(item: Item, headed: Item) -> Item | None:
    """What a label means below a heading: responders below a response are its own; those on a scale are unknown."""
    if item.kind != "endpoint" or item.concept is None or headed.concept is None:
        return item
    if item.concept.name == _RESPONSE and headed.concept.name.endswith(" response"):
        return headed
    return None if takes_share(item.concept.name) and not takes_share(headed.concept.name) else item


def _own(row: Row, sentence: Sentence) -> Item | None:
    """What the label itself names: one endpoint or event that is all it says, or any event.

    Words that are not understood make something else of it: `other deaths`, `response or resection`.
    """
    item = single(sentence)
    if item is not None and item.kind == "endpoint" and _FATAL_EVENT.match(row.label):
        return Item(kind="event", start=sentence.start, end=sentence.end, concept=ANY)
    if item is not None:
        return None if rest(sentence) else item
    heads_any = bool(row.groups) and not rest(sentence) and _ANY_EVENT.match(row.groups[-1])
    if _ANY_EVENT.match(row.label) or heads_any:
        return Item(kind="event", start=sentence.start, end=sentence.end, concept=ANY)
    return None


def _subject(concept: Concept, sentences: Sequence[Sentence], before: Subject | None, *, event: bool) -> Subject:
    texts = [s.text for s in sentences]
    items = [i for s in sentences for i in s.items]
    named = {q.kind: q.name for q in reversed([i.quantity for i in items if i.quantity is not None])}
    same = before if before is not None and before.concept == concept else None
    return Subject(
        concept=concept,
        event=event,
        grade=grade_of(texts[0], bare="grade" in " ".join(texts[1:]).lower()) or _bracketed_grade(texts[0], named),
        statistic=next((i.text for i in items if i.kind == "statistic"), ""),
        unit=next((u for t in texts if (u := unit_of(t))), same.unit if same else ""),
        time=named.get("time", ""),
        at=time_of(texts[0]),
        hint=first_hint(texts),
        effect=named.get("effect", "") or effect_of(texts[0]),
        level=next((level for t in texts if (level := level_of(t)) is not None), None),
        ranged=any(_RANGE.search(text) for text in texts),
        serious=any(i.kind == "serious" for i in items),
        related=any(i.kind == "related" for i in items),
        consequence="fatal" if _FATAL_EVENT.match(texts[0]) else _consequence(sentences[0]),
    )


def _bracketed_grade(label: str, named: dict[str, str]) -> str:
    """The grade that a label gives beside its event, or in a bracket after `any`."""
    found = _IN_BRACKETS.search(label)
    return named.get("grade", "") or (grade_of(found[1], bare=False) if found else "")


def part_of(sheet: Sheet, row: Row, caption: str) -> Subject | None:
    """A row of a table of subgroups: part of the patients, with the one endpoint that the caption names."""
    item = single(read_label(sheet, caption))
    if item is None or item.concept is None or item.kind != "endpoint" or concepts(read_label(sheet, row.label)):
        return None
    names = [plain(text) for text in (*row.groups, row.label)]
    whole = len(names) == 1 and EVERYONE.match(names[0])
    return Subject(concept=item.concept, event=False, population="" if whole else " ".join(names), parts=True)


def _consequence(sentence: Sentence) -> Consequence | None:
    texts = [i.text for i in sentence.items if i.kind == "consequence"]
    return next((c for t in texts for stem, c in CONSEQUENCES if stem in t), None)
