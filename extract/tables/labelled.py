"""The words of a label: what it names, and what it says beside that."""

import re
from typing import Final

from ..arms.registry import ArmRegistry
from ..results.items import Item, Sentence
from ..results.sentences import read_sentence
from .announcements import without_unit
from .labels import Sheet, spellings

_FILLING: Final = re.compile(
    r"\d+(?:\.\d+)?|%|\b(?:medians?|means?|months?|mo|weeks?|wks?|days?|years?|yrs?|hours?|n|no|pts|patients|participants"
    r"|subjects|number|of|with|rates?|the|at|an?|in|for|to|or|and|by|per|as|ci|confidence|intervals?|range|iqr|sd|sem?|hr"
    r"|rr|hazard|odds|ratio|p|values?|events?|stratified|unstratified|adjusted|log-?rank|sided|two|one|irc|ircc|irf|bicr"
    r"|investigators?|assessed|assessment|independent|central|review|any|grades?|all|total|overall|best|confirmed|kaplan"
    r"|meier|estimates?|probability|who|had|reached|percentages?|percent|counts?|geometric|least|squares?|standard"
    r"|deviation|serious|treatment|drug|study|related|emergent|leading|resulting|aes?|toxicity|adverse|disorders?|causes?|scores?|scales?|points|mm|hg"
    r"|alive|free|after|post|final|end|proportion|incidence|h|d|y|ng|[μµm]g|mcg|ml|g|l|dl|kg|[mµμ]?mol|vs|versus|response|ctcae|nci|ctc|version|v|x)\b",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(r"[(\[][^()\[\]]*$")


def read_label(sheet: Sheet, label: str) -> Sentence:
    """The items of a label, in the first of its spellings that names something."""
    sentences = [read_sentence(sheet.page, *sheet.places[s], ArmRegistry(), {}) for s in spellings(label)]
    return next((s for s in sentences if concepts(s)), sentences[0])


def concepts(sentence: Sentence) -> list[Item]:
    """The endpoints and events of a label, and what is measured but is no result."""
    return [i for i in sentence.items if i.kind in {"endpoint", "event", "absorber"}]


def single(sentence: Sentence) -> Item | None:
    """The one concept that a label names, outside of brackets where it names several; None where there is none."""
    found = concepts(sentence)
    if len(_names(found)) > 1:
        found = [i for i in found if not _OPEN.search(sentence.gap(sentence.start, i.start))]
    return found[0] if len(_names(found)) == 1 else None


def rest(sentence: Sentence) -> str:
    """The words of a label that are neither its concept nor about statistics."""
    text = sentence.whole[sentence.start : sentence.end]
    for item in sorted(sentence.items, key=lambda i: -i.start):
        if item.kind in {"endpoint", "event", "consequence"}:
            text = text[: item.start - sentence.start] + " " + text[item.end - sentence.start :]
    return re.sub(r"[\W\d_]+", "", _FILLING.sub(" ", without_unit(text.rstrip())))


def _names(items: list[Item]) -> set[str]:
    return {i.concept.name if i.concept else i.text for i in items}
