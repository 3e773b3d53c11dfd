"""From a sentence to its items: arms, populations, what is measured, quantities, and the words that qualify them.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final

from ...ontology.facts import Concept
from ..annotated import AnnotatedText
from ..arms.names.mentions import ArmMention, find_arm_mentions
from ..arms.registry import ArmRegistry
from ..arms.treatments.classes import classes_of
from ..arms.treatments.named import Names
from ..people import PEOPLE
from ..wordings import Wording
from .items import Item, ItemKind, Sentence
from .measured.compared_endpoints import compared_items
from .measured.items import measured_items
from .measured.pronouns import Measured, told_again
from .patients.listed_parts import listed_parts
from .patients.populations import find_populations
from .qualifying_words import lies_in, qualifying_words
from .quantities.finding import find_quantities
from .quantities.no_results import describes_patients, is_elapsed, is_limit, is_strength
from .quantities.quantity import Quantity

_AMONG: Final = re.compile(
    rf"\s*(?:Of|Among) (?:the |these |all |those )?(?:\d+ )?(?:[\w-]+ ){{0,3}}?(?:responders|{PEOPLE}"
    r"|those)\b[^,;:%]{0,120},"
)
"""`Of the 47 complete responders, 7 have relapsed`: those counted among are no result."""
_EXPLAINED: Final = (
    Wording(r"\((?:the )?(?:time|interval|period|measured) (?:from|between|to)\b[^()\d]*", re.I),
    Wording(
        r"\b(?:per|by|based on|according to)\s+(?:an?\s+|the\s+)?(?:blinded\s+)?(?:independent|investigator|central)"
        r"[^,;()\d]{0,60}?(?=\s(?:was|were|is|for|in|with|among)\b|[,;()])",
        re.I,
    ),
    Wording(r"[(\[](?:(?:mean|median|at|from)\s)?baseline\b[^()\[\]]*[)\]]", re.I),
    Wording(r"\(defined as[^()%]*(?:\([^()]*\)[^()%]*)*\)|\(i\.\s?e\.[^()]*(?:\([^()]*\)[^()]*)*\)", re.I),
)
"""`(time from randomisation to progression, 10.2 v 10.8 months)`: words that define an endpoint measure none.

Nor do those that tell where it began: `(baseline HbA1c, 7.9%)`.
"""
_LOWERED: Final = re.compile(r"(?:reduc|decreas|lower)", re.IGNORECASE)
_OPENS: Final = re.compile(r"\s?[(\[]")
"""`reduced mortality by 30% (12% v 18%)`: the number is no result, but what it is of is that of the bracket."""
_EXPLAINING: Final = frozenset({"grade", "share"})
_LEADING: Final = re.compile(r"\b(?:leading to|led to|resulting in|requiring)\s+(?:permanent\s+)?$", re.IGNORECASE)
"""`infections leading to treatment discontinuation`: the discontinuation is what came of the infections."""
_NAMES_ARM: Final = re.compile(r"standard|Standard|[A-Z][A-Za-z]{0,3}[A-Z]s?$")
"""Short for an arm, whatever drug it may be short for as well: `in the CT and RT groups`."""
_BUT: Final = Wording(r"\b(?:but|although|though|despite|however)\b")
_REACH: Final = 30
_POINTS: Final = frozenset({"progressive disease", "relapse", "death", "hospitalization"})
_UNTIL: Final = re.compile(
    r"\b(?:after|(?<!time )until|upon|during(?: the| their)?|following|before|prior to|at(?: the)? time of"
    r"|(?<!risk )(?<!failure )at)\s+(?:first |documented |index )?$"
)
"""`chemotherapy after progression`, `a mutation at relapse`: a point in time, of which no figure is."""
_WHILE: Final = re.compile(
    r"\b(?:(?:died|deaths?)\s(?:during|while in|in)|remain(?:s|ed|ing)?\sin|adjust(?:ed|ing|ment)\sfor)\s"
    r"(?:the\s|their\s)?(?:continuous\s)?(?:first\s|second\s)?$"
)
"""`died during the first remission`, `adjusting for response`: when, or beside what, and not what is counted."""
_FOLLOWED_FOR: Final = re.compile(
    r"\bfollow-?\s?up(?:\s(?:time|duration|period))?\s(?:for|of)\s(?:the\s)?$", re.IGNORECASE
)
"""`median follow-up for overall survival was 7 months`: how long patients were watched."""
_TREATMENTS: Final = frozenset({"Drug", "DrugClass"})
_CALLS_GROUP: Final = re.compile(r"\s(?:[\w-]+\s)?(?:groups?|arms?|regimens?|schedules?|course)\b")
"""`the 2-year A group`: for how long it is given, and no time at which something was seen."""
_OF_TREATMENT: Final = re.compile(
    r"complet(?:ed|ing)|discontinu(?:ed|ing)|(?:(?:not|never|previously)\s)?(?:refractory|resistant|exposed)\b"
)
"""Parts of the patients told by a treatment, which is no arm there."""


def read_sentence(
    page: AnnotatedText, start: int, end: int, registry: ArmRegistry, names: Names, before: Measured | None = None
) -> Sentence:
    """Collect the items of one sentence; quantities inside the names of concepts and arms are left out.

    `before` is what the sentence before it measured, to which `it was 5%` refers.
    """
    text = page.text[start:end]
    arms = find_arm_mentions(page, start, end, registry, names)
    measured = [
        i for i in measured_items(page, start, end) if not any(a.start <= i.start and i.end <= a.end for a in arms)
    ]
    measured += told_again(page.text, start, end, measured, before)
    if _name_two(text, start, arms):
        measured += compared_items(page, start, end, measured, [(m.start, m.end) for m in arms])
        measured.sort(key=lambda i: i.start)
    populations = [p for p in find_populations(page, start, end) if not _is_measured(page, p, measured)]
    listed = listed_parts(page, start, end, measured)
    populations += [p for p in listed if not any(a < p[1] and p[0] < b for a, b, _ in populations)]
    measured = [i for i in measured if not any(a <= i.start and i.end <= b for a, b, _ in listed)]
    told = any(i.kind in {"endpoint", "event"} for i in measured) or "CI" in text or "onfiden" in text
    items = [*map(_arm, arms), *(_timed(i, page.text) for i in measured)]
    items += [
        Item(kind="population", start=a, end=b, text=n)
        for a, b, n in populations
        if not any(m.start < b and a < m.end and not _is_apart(m, a, b, n) for m in arms)
    ]
    quantities = _outside(find_quantities(text, start) if told else [], arms, measured, page, start, end)
    absorbed = [(q.start, q.end) for q in quantities if q.kind == "other"]
    endpoints = [(i.start, i.end) for i in items if i.kind == "endpoint"]
    explained = [(m.start() + start, m.end() + start) for p in _EXPLAINED for m in p.finditer(text)]
    items = [i for i in items if not (i.kind == "endpoint" and _WHILE.search(page.text, start, i.start))]
    among = _AMONG.match(text)
    counted_from = start + among.end() if among else start
    parts = [(a, b) for a, b in absorbed if not (_LOWERED.match(page.text, a) and _OPENS.match(page.text, b, end))]
    items = [i for i in items if _is_kept(i, page.text, parts, explained, counted_from)]
    items += [
        Item(kind="treatment", start=a, end=b)
        for a, b in _other_drugs(page, start, end, registry)
        if not (_NAMES_ARM.match(page.text[a:b]) and any(m.entries and m.start <= a and b <= m.end for m in arms))
    ]
    items += [
        Item(kind="quantity", start=q.start, end=q.end, quantity=q)
        for q in quantities
        if q.kind not in _EXPLAINING or not lies_in(q.start, q.end, explained)
        if q.kind != "duration" or not any(a <= q.start < b for a, b, _ in populations)  # younger than 70 years
    ]
    items += qualifying_words(page, text, start, absorbed, endpoints)
    items.sort(key=lambda i: (i.start, i.end))
    return Sentence(start, end, text, tuple(items), page.text, registry=registry)


def _is_apart(arm: ArmMention, start: int, end: int, name: str) -> bool:
    """`in the high-risk A group`, `patients who completed 30 cycles of A`: a part of the patients, and their arm."""
    return (arm.start == start and end < arm.end) or (start < arm.start and _OF_TREATMENT.match(name) is not None)


def _is_measured(page: AnnotatedText, population: tuple[int, int, str], measured: list[Item]) -> bool:
    """`the ratio for breast cancer`: a disease that patients got is not what some of them had before."""
    start, end, _ = population
    disease = any((m.start, m.end) == (start, end) and m.kind == "Disease" for m in page.between(start, end))
    longer = any(i.kind == "endpoint" and start <= i.start < end < i.end for i in measured)  # disability progression
    return longer or (disease and any(i.kind == "endpoint" and i.start <= start and end <= i.end for i in measured))


def _name_two(text: str, offset: int, arms: list[ArmMention]) -> bool:
    """Whether arms are compared in one clause, not in `fell with A (8 vs 5), but not with B`."""
    turn = _BUT.search(text)
    limit = offset + (turn.start() if turn else len(text))
    return len({id(entry) for mention in arms for entry in mention.entries if mention.end <= limit}) > 1


def _timed(item: Item, text: str) -> Item:
    """An event that a sentence dates something by, or an endpoint followed up, is not what its figures are of."""
    if item.kind != "endpoint" or item.concept is None:
        return item
    dates = item.concept.name in _POINTS and _UNTIL.search(text, max(0, item.start - _REACH), item.start)
    watched = _FOLLOWED_FOR.search(text, max(0, item.start - _REACH), item.start)
    return replace(item, kind="absorber") if dates or watched else item


def _arm(mention: ArmMention) -> Item:
    kind: ItemKind = "arm" if mention.entries else "regimen"
    return Item(kind=kind, start=mention.start, end=mention.end, arms=mention.entries)


def _other_drugs(page: AnnotatedText, start: int, end: int, registry: ArmRegistry) -> list[tuple[int, int]]:
    """Where drugs are named that no arm is given, nor any drug of their class, nor what they are a kind of."""
    named = [m for m in page.between(start, end) if m.kind in _TREATMENTS and isinstance(m.concept, Concept)]
    given = frozenset[str]().union(*(classes_of(drug) for entry in registry.entries for drug in entry.drugs))
    concepts = [(m, m.concept.name) for m in named if isinstance(m.concept, Concept)]
    return [(m.start, m.end) for m, name in concepts if name not in given and name.rpartition(" ")[2] not in given]


def _is_kept(
    item: Item, text: str, absorbed: list[tuple[int, int]], explained: list[tuple[int, int]], counted_from: int
) -> bool:
    """Whether an item is more than a part of a number, the words of a definition, or what an event led to."""
    if item.kind == "population":
        return True
    if any(a <= item.start and item.end <= b and (a, b) != (item.start, item.end) for a, b in absorbed):
        return False
    if item.kind == "arm":
        return not lies_in(item.start, item.end, explained)
    if item.kind not in {"endpoint", "event"}:
        return True
    came = "discontinu" in item.text.lower() or item.text.lower().startswith("hospitali")
    led_to = came and _LEADING.search(text, max(0, item.start - 30), item.start)
    return item.start >= counted_from and not led_to and not lies_in(item.start, item.end, explained)


def _outside(
    found: list[Quantity], arms: list[ArmMention], measured: list[Item], page: AnnotatedText, start: int, end: int
) -> list[Quantity]:
    """Leave out numbers inside names: `LUX-Lung 3`, `grade`-less codes, drug and arm names, biomarkers, levels."""
    groups = [(a.start, a.end) for a in arms]  # the every 4-week group
    spans = [*groups, *((m.start, m.end) for m in (*page.between(start, end), *measured))]
    return [
        q
        for q in found
        if not describes_patients(page.text, q) and not is_limit(page.text, q, start) and not is_strength(page, q)
        if not is_elapsed(page.text, q, start)
        if q.kind in {"grade", "p", "interval", "time"} or not lies_in(q.start, q.end, spans)
        if q.kind != "time" or not (lies_in(q.start, q.end, groups) or _CALLS_GROUP.match(page.text, q.end))
    ]
