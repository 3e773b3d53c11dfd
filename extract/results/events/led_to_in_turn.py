"""Adverse events told by what they led to, in turn: `events leading to interruption, reduction and discontinuation`.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept
from ...wordings import Wording
from ..items import Item, Sentence
from ..measured.event_names import is_any

_WHAT: Final = (
    r"(?:(?:dos(?:e|ing|age)|treatment|therapy|drug|study[\s-](?:drug|treatment)|permanent|temporary)\s)*"
    r"(?:discontinuation|withdrawal|interruption|delay|reduction|death|hospitali[sz]ation)s?"
    r"(?:\sof\s(?:study\s)?(?:treatment|therapy|drug))?"
)
_SEVERAL: Final = Wording(
    r"\s(?:leading|(?:that\s|which\s)?led|resulting)\s(?:to|in)\s"
    rf"(?P<all>(?P<first>{_WHAT}),?\s(?:and\s)?(?:(?P<second>{_WHAT}),?\s)?and\s(?P<last>{_WHAT}))(?=[\s:(])"
)
_NAMES: Final = {
    "discontinu": "adverse event leading to discontinuation",
    "withdr": "adverse event leading to discontinuation",
    "interruption": "adverse event leading to interruption",
    "delay": "adverse event leading to interruption",
    "reduction": "dose reduction due to adverse event",
    "death": "adverse event leading to death",
    "hospitali": "adverse event leading to hospitalization",
}


def led_to_in_turn(sentence: Sentence) -> Sentence:
    """The sentence with an event for each thing that adverse events led to, where it tells a figure of each."""
    if not (told := _SEVERAL.search(sentence.text)):
        return sentence
    start, end = sentence.start + told.start("all"), sentence.start + told.end("all")
    before = sentence.start + told.start()
    head = next((i for i in sentence.items if i.start < before <= i.end and is_any(i.concept)), None)
    named = [name for name in ("first", "second", "last") if told[name]]
    shares = [i for i in sentence.between(end, sentence.end, "quantity") if i.quantity and i.quantity.kind == "share"]
    if head is None or len(shares) < len(named):
        return sentence
    events = [_event(sentence, told, name) for name in named]
    kept = [i for i in sentence.items if i is not head and not (i.start < end and start < i.end)]
    return replace(sentence, items=tuple(sorted([*kept, *events], key=lambda i: (i.start, i.end))))


def _event(sentence: Sentence, told: re.Match[str], name: str) -> Item:
    concept = Concept("AdverseEvent", next(_NAMES[stem] for stem in _NAMES if stem in told[name]))
    start, end = sentence.start + told.start(name), sentence.start + told.end(name)
    return Item(kind="event", start=start, end=end, concept=concept, text=told[name])
