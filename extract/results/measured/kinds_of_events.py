"""Adverse events of one kind, which are not adverse events as a whole: `gastrointestinal AEs`, `sexual side effects`.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...wordings import Wording
from ..items import Item
from .event_names import ANY, is_any

_KIND: Final = (
    r"(?:(?![a-z]*therap)(?:gastro|intestin|digestiv|bowel|genit|uro|urin|bladder|rect|vagin|sexual|gyn[ae]|pelvic|abdomin|cutaneo|derm|skin"
    r"|mucos|oral|nasal|sino|card|vascul|thrombo|isch[ae]|hemorrhag|haemorrhag|cerebr|neuro|psych|cognit|behavio|emotion"
    r"|extrapyramid|(?:anti)?cholinerg|serotonerg|dopaminerg|ocul|ophthal|eye|audit|vestibul|hepat|liver|biliar|pancrea"
    r"|renal|nephr|kidney|respir|pulmon|bronch|laryng|metabol|endocrin|thyroid|hormon|androgen|o?estrogen|infect|allerg"
    r"|immun|muscul|skelet|articul|joint|hemato|haemato|constitution|electrolyt|neonat|fetal|foetal|matern)[a-z-]*"
    r"|GI|CNS|GU|EPS)"
)
_KINDS: Final = re.compile(
    rf"(?<![\w-])(?P<kind>{_KIND}(?:(?:,\s|,?\s(?:and|or|and/or)\s|/){_KIND}){{0,2}})\s(?:\([A-Z]{{2,4}}\)\s)?$",
    re.IGNORECASE,
)
_EVENTS_OF_KINDS: Final = Wording(
    r"(?<![\w-])(?P<kind>neurocognitive|neuropsychiatric|psychiatric|ophthalmologic(?:al)?|ocular|dermatologic(?:al)?"
    r"|gastrointestinal|hepatic|respiratory|h(?:a?e)matologic(?:al)?|endocrine|musculoskeletal) events?\b",
    re.IGNORECASE,
)
_REACH: Final = 60
_NOUNS: Final = ("toxicity", "adverse event", "event", "disorder")


def events_of_kinds(text: str, start: int, end: int) -> Iterator[tuple[int, int, Concept]]:
    """Where events of a kind that no trial counts as its endpoint are told of, and what they are.

    >>> [concept.name for _, _, concept in events_of_kinds("ocular events (2%)", 0, 18)]
    ['ocular event']
    """
    for match in _EVENTS_OF_KINDS.finditer(text, start, end):
        yield *match.span(), Concept("AdverseEvent", f"{match['kind'].lower()} event")


def of_kind(text: str, start: int, item: Item) -> Item:
    """Give adverse events as a whole as those of the kind that the words before say; `start` is the sentence's.

    >>> of_kind("3% had gastrointestinal AEs", 0, Item(kind="event", start=24, end=27, concept=ANY, text="AEs")).text
    'gastrointestinal AEs'
    """
    if item.kind != "event" or not is_any(item.concept):
        return item
    kind = _KINDS.search(text, max(start, item.start - _REACH), item.start)
    if kind is None:
        return item
    noun = "toxicity" if item.text.lower().startswith("tox") else "adverse event"
    names = [f"{kind['kind'].lower()} {what}" for what in (noun, *_NOUNS)]
    known = (entry.concept for name in names for entry in load_lexicon().named(name))
    event = next((concept for concept in known if concept.kind == "AdverseEvent" and concept != ANY), None)
    at = kind.start("kind")
    return replace(item, start=at, concept=event or Concept("AdverseEvent", names[0]), text=text[at : item.end])
