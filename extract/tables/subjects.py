"""What a row measures: an endpoint or an event, with everything its label and headings say about it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ...ontology.facts import Concept, Consequence
from ..arms.registry import ArmRegistry
from ..results import patterns
from ..results.events import ANY, CONSEQUENCES
from ..results.items import Item, Sentence, read_sentence
from .cells import Hint
from .columns import EVERYONE, grade_of, hint_of
from .grid import Row
from .labels import Sheet, plain, spellings

_UNIT: Final = re.compile(rf"(?:[(\[,]\s*|\bin |[- ])(?:\w+ )?(?P<unit>{patterns.TIME_UNIT}|mo\b|wk\b|yr?\b|h\b|d\b)\.?\s*(?:[)\],;(]|$)", re.IGNORECASE)
_OTHER_UNIT: Final = re.compile(r"(?:,\s*|[(\[]\s*)(?P<unit>[^\W\d]{1,4}(?:[ .·]h)?\s?/\s?[\w.]+(?: ?/ ?\w+)?|mm ?Hg|ratio|points|score)\s*[)\]]?$")
_LEVEL: Final = re.compile(r"(\d\d(?:\.\d+)?)\s?%\s*(?:CI|confidence)", re.IGNORECASE)
_SKIPPED: Final = re.compile(
    r"\b(?:age|sex|gender|male|female|men|women|race|ethnic\w*|white|black|asian|caucasian|ECOG|WHO|karnofsky|performance|stage|histolog\w*|prior|previous|"
    r"ISS|cytogenetic\w*|weight|height|BMI|body|^(?:no|without|absence)\b(?!\.)|grade 0|(?:no|number)\.? of (?:cycles|doses)|cycles (?:received|given|completed)|dose intensity|follow-?up|exposure|treatment duration|at risk|screened|baseline)\b", re.IGNORECASE)
ANY_EVENT: Final = re.compile(r"(?:any|all|total|≥ ?1|at least one)\b(?: (?:grade|serious|treatment-(?:emergent|related)|drug-related))* (?:(?:adverse )?(?:events?|reactions?)|T?E?AEs?|toxicit(?:y|ies))\b", re.IGNORECASE)
_DIVIDED: Final = re.compile(r"(?:stratified|subgroups?|by|according to)\b", re.IGNORECASE)
_FILLING: Final = re.compile(
    r"\d+(?:\.\d+)?|%|\b(?:medians?|means?|months?|mo|weeks?|wks?|days?|years?|yrs?|hours?|n|no|pts|patients|participants|subjects|number|of|with|rates?|the|at|an?|in|for|to|or|and|by|per|as|"
    r"ci|confidence|intervals?|range|iqr|sd|se|sem|hr|or|rr|hazard|odds|ratio|p|values?|events?|stratified|unstratified|adjusted|log-?rank|sided|two|one|"
    r"irc|ircc|irf|bicr|investigators?|assessed|assessment|independent|central|review|any|grades?|all|total|overall|best|confirmed|kaplan|meier|estimates?|probability|"
    r"who|had|reached|least|serious|treatment|drug|study|related|emergent|leading|resulting|aes?|toxicity|adverse|disorders?|causes?|alive|free|event|proportion|incidence|"
    r"h|d|y|month|ng|ml|g|l|dl|mg|kg|vs|versus|response|rate|ctcae|nci|ctc|version|v|x)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The endpoint or event of a row; empty `grade` where the row gives none."""

    concept: Concept
    event: bool
    grade: str = ""
    statistic: str = ""
    unit: str = ""
    time: str = ""
    hint: Hint = ""
    effect: str = ""
    level: Decimal | None = None
    population: str = ""
    parts: bool = False
    """Whether the rows are parts of the patients, of which only ratios are read."""
    serious: bool = False
    related: bool = False
    consequence: Consequence | None = None


def read_label(sheet: Sheet, label: str) -> Sentence:
    """The items of a label, in the first of its spellings that names something."""
    sentences = [read_sentence(sheet.page, *sheet.places[s], ArmRegistry(), {}) for s in spellings(label)]
    return next((s for s in sentences if _concepts(s)), sentences[0])


def _concepts(sentence: Sentence) -> list[Item]:
    return [i for i in sentence.items if i.kind in {"endpoint", "event", "absorber"}]


def subject_of(sheet: Sheet, row: Row, caption: str, before: Subject | None = None, *, goes_on: bool = False) -> Subject | None:
    """What a row measures; None where that is not certain.

    `before` is the subject of the row above, with which a label without endpoint or event goes on, if it `goes_on`.
    """
    if any(_SKIPPED.search(t) and not _DIVIDED.match(t) for t in (row.label, *row.groups) if t not in row.parts):
        return None
    sentences = [read_label(sheet, text) for text in (row.label, *(g for g in reversed(row.groups) if g not in row.parts))]
    own = _single(sentences[0])
    nothing = own is None and not _rest(sentences[0])
    if own is None and (ANY_EVENT.match(row.label) or (nothing and row.groups and ANY_EVENT.match(row.groups[-1]))):
        own = Item(kind="event", start=sentences[0].start, end=sentences[0].end, concept=ANY)
    elif own is None and not nothing:
        return None
    item = own or next((i for s in sentences[1:] if _concepts(s) for i in [_single(s)]), None)
    if item is None and goes_on and before is not None and not any(_concepts(s) for s in sentences):
        item = Item(kind="event" if before.event else "endpoint", start=0, end=0, concept=before.concept)
    if item is None and not any(_concepts(s) for s in sentences):
        sentences.append(read_label(sheet, caption))
        item = _single(sentences[-1])
    if item is None or item.concept is None or item.kind == "absorber":
        return None
    if own is not None and own.concept != ANY and own.kind == "event" and _rest(sentences[0]):
        return None
    texts = [s.text for s in sentences]
    quantities = [i.quantity for s in sentences for i in s.items if i.quantity is not None]
    grades = [q.name for q in quantities if q.kind == "grade"]
    bare = grade_of(texts[0], bare="grade" in " ".join(texts[1:]).lower())
    same = before if before is not None and before.concept == item.concept else None
    return Subject(
        concept=item.concept,
        event=item.kind == "event",
        grade=bare or (grades[0] if grades else ""),
        statistic=next((i.text for s in sentences for i in s.items if i.kind == "statistic"), ""),
        unit=next((u for t in texts if (u := unit_of(t))), same.unit if same else ""),
        time=next((q.name for q in quantities if q.kind == "time"), ""),
        hint=next((h for t in texts if (h := hint_of(t))), ""),
        effect=next((q.name for q in quantities if q.kind == "effect"), ""),
        level=next((Decimal(m[1]) for t in texts if (m := _LEVEL.search(t))), None),
        serious=any(i.kind == "serious" for s in sentences for i in s.items),
        related=any(i.kind == "related" for s in sentences for i in s.items),
        consequence=_consequence(sentences[0]),
    )


def part_of(sheet: Sheet, row: Row, caption: str) -> Subject | None:
    """A row of a table of subgroups: part of the patients, with the one endpoint that the caption names."""
    item = _single(read_label(sheet, caption))
    if item is None or item.concept is None or item.kind != "endpoint" or _concepts(read_label(sheet, row.label)):
        return None
    label = plain(row.label)
    whole = not row.groups and EVERYONE.match(label)
    return Subject(concept=item.concept, event=False, population="" if whole else " ".join((*map(plain, row.groups), label)), parts=True)


def unit_of(text: str) -> str:
    """The unit that a label gives: `months`, `μg/mL`; empty where it gives none."""
    text = re.sub(r"\d\d(?:\.\d+)?\s?%\s*CI", "", text)
    match = _UNIT.search(text)
    if match:
        return patterns.unit(match["unit"])
    other = _OTHER_UNIT.search(text)
    return other["unit"] if other else ""


def _single(sentence: Sentence) -> Item | None:
    """The one concept that a label names, outside of brackets where it names several; None where there is none."""
    found = _concepts(sentence)
    if len({i.concept.name if i.concept else i.text for i in found}) > 1:
        found = [i for i in found if not re.search(r"[(\[][^()\[\]]*$", sentence.gap(sentence.start, i.start))]
    names = {i.concept.name if i.concept else i.text for i in found}
    return found[0] if len(names) == 1 else None


def _rest(sentence: Sentence) -> str:
    """The words of a label that are neither its concept nor about statistics."""
    text = sentence.whole[sentence.start : sentence.end]
    for item in sorted(sentence.items, key=lambda i: -i.start):
        if item.kind in {"endpoint", "event", "consequence"}:
            text = text[: item.start - sentence.start] + " " + text[item.end - sentence.start :]
    return re.sub(r"[\W\d_]+", "", _FILLING.sub(" ", text))


def _consequence(sentence: Sentence) -> Consequence | None:
    texts = [i.text for i in sentence.items if i.kind == "consequence"]
    return next((c for t in texts for stem, c in CONSEQUENCES if stem in t), None)
