"""Events that share their last word, each with its figures: `sensory (12% v 5%) and motor (4% v 1%) neuropathy`.

Offsets are those of the cleaned text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...passages import Mention
from ..items import Item
from .event_names import is_any

_KIND: Final = (
    r"(?:acute|delayed|early|late|chronic|(?:a|sub)?symptomatic|(?:sub)?clinical|biochemical|laboratory|radiographic"
    r"|(?:intra|post|peri)-?operative|transient|temporary|permanent|local|systemic)"
)
"""Kinds in which one event is told, where no lexicon has a name of its own for each."""
_FIGURES: Final = r"\s[(\[](?=[^()\[\]]{0,20}\d)(?:[^()\[\]]|[(\[][^()\[\]]{1,40}[)\]]){2,90}[)\]]"
_SHARED: Final = re.compile(
    rf"(?<![\w-])(?P<first>[A-Za-z-]{{4,15}}){_FIGURES},?\s(?:and|or)\s(?:(?P<last>[a-z-]{{4,15}})(?P<own>{_FIGURES})\s)?$"
)
_GRADE: Final = r"grade\s(?:[1-5](?:[-–/][1-5])?|I{1,3}|IV)"
_GRADED: Final = re.compile(
    rf"(?<![\w-])(?P<first>{_GRADE}){_FIGURES},?\sand\s{_GRADE}(?:{_FIGURES})?\s$", re.IGNORECASE
)
"""`grade 3 (12% v 23%) and grade 4 (5% v 9%) anemia`: the first, too, is of the event."""
_NUMBERED: Final = re.compile(rf"(?<![\w-]){_GRADE}{_FIGURES},?\sand\s[1-5]{_FIGURES}\s$", re.IGNORECASE)
"""`grade 3 (12% v 23%) and 4 (5% v 9%) anemia`: which figures are of which grade is not read."""
_BOTH: Final = re.compile(rf"(?<![\w-])(?P<first>{_KIND})\sand\s(?P<last>{_KIND})\s$", re.IGNORECASE)
_IN_TURN: Final = re.compile(r"[^.;()%]{0,90}\s[(\[]\d[\d.]*\s?%\sand\s\d[\d.]*\s?%(?:,?\srespectively)?[)\]]")
"""`early and late infections were rarer in the A group (5% and 9%)`: a bracket has a figure of each."""
_OF_KIND: Final = re.compile(rf"(?<![\w-])(?P<kind>{_KIND})\s+$", re.IGNORECASE)
_IS_KIND: Final = re.compile(_KIND, re.IGNORECASE)
_REACH, _LONGEST = 240, 20
"""Characters before an event that may hold its kinds, and a kind."""
_TWO: Final = 2


def shared_heads(text: str, start: int, mentions: Iterable[Mention]) -> Iterator[Item]:
    """Find the kinds and grades of an event that stand before brackets of their own, away from the word they share."""
    for mention in mentions:
        before = text[max(start, mention.start - _REACH) : mention.start]
        if mention.kind != "AdverseEvent" or not isinstance(mention.concept, Concept):
            continue
        if _IN_TURN.match(text, mention.end) and (both := _BOTH.search(before)):
            at = mention.start - len(before)
            yield _item(
                text, at + both.start("first"), at + both.end("first"), _kind_of(mention.concept, both["first"])
            )
            yield _item(text, at + both.start("last"), mention.end, _kind_of(mention.concept, both["last"]))
        if ")" in before:
            yield from _before_brackets(text, before, mention, mention.concept)


def _before_brackets(text: str, before: str, mention: Mention, event: Concept) -> Iterator[Item]:
    at = mention.start - len(before)
    if graded := _GRADED.search(before):
        yield _item(text, at + graded.start("first"), at + graded.end("first"), event)
    if _NUMBERED.search(before):
        yield Item(kind="absorber", start=mention.start, end=mention.end, text=mention.text)
    told = _SHARED.search(before)
    if told is None:
        return
    last, _, rest = (told["last"], "", mention.text) if told["own"] else mention.text.partition(" ")
    shared = event if told["own"] else load_lexicon().concept(rest.lower(), "AdverseEvent")
    of_first, of_last = _event(told["first"], rest, shared), _event(last, rest, shared)
    if rest and of_first and of_last:
        yield _item(text, at + told.start("first"), at + told.end("first"), of_first)
        if told["own"]:
            yield _item(text, at + told.start("last"), at + told.end("last"), of_last)
            yield Item(kind="absorber", start=mention.start, end=mention.end)  # without words: taken out again


def contrasted(text: str, found: list[Item]) -> list[Item]:
    """`acute nausea in 12% and delayed nausea in 30%`: an event told in several kinds is another one in each."""
    found = [i for i in found if i.text]
    events = Counter(i.concept for i in found if i.kind == "event")
    told = {
        i.start: m
        for i in found
        if i.kind == "event"
        and events[i.concept] >= _TWO
        and (m := _OF_KIND.search(text, max(0, i.start - _LONGEST), i.start))
    }
    for concept in {i.concept for i in found if i.start in told and i.concept and not is_any(i.concept)}:
        same = [i for i in found if i.concept == concept]
        kinds = {told[i.start]["kind"].lower() for i in same if i.start in told}
        if len(kinds) < _TWO or any(i.start not in told for i in same):
            continue
        found = [_with_kind(text, i, told[i.start]) if i in same else i for i in found]
    return found


def _with_kind(text: str, item: Item, told: re.Match[str]) -> Item:
    concept = item.concept and _kind_of(item.concept, told["kind"])
    return replace(item, start=told.start(), concept=concept, text=text[told.start() : item.end])


def _event(kind: str, rest: str, shared: Concept | None) -> Concept | None:
    """The event of a kind: one with a name of its own, or the one shared, of a kind in which any may come."""
    known = load_lexicon().concept(f"{kind} {rest}".lower(), "AdverseEvent")
    return known or (_kind_of(shared, kind) if shared and _IS_KIND.fullmatch(kind) else None)


def _kind_of(event: Concept, kind: str) -> Concept:
    return Concept("AdverseEvent", f"{kind.lower()} {event.name}")


def _item(text: str, start: int, end: int, concept: Concept) -> Item:
    return Item(kind="event", start=start, end=end, concept=concept, text=text[start:end])
