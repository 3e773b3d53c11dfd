"""Where a sentence speaks of an arm: `the isatuximab group`, `with placebo`, `LV`, `both arms`.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import dataclass
from typing import Final

from ..annotated import AnnotatedText
from .lettered import LETTER
from .regimens import find_expressions, with_additions
from .registry import ArmEntry, ArmRegistry, dose_after
from .treatments import Names, treatments_in

_TAIL: Final = re.compile(
    r"(?:[- ](?:based|treated))?(?:\s+(?:alone|monotherapy|combination|therapy|treatment|regimen))?"
    r"(?:[- ](?:groups?|arms?|recipients|patients|cohorts?)\b)?"
)
_GENERIC: Final = re.compile(
    r"\b(?P<control>(?:control|comparator|standard(?:[- ](?:care|treatment|therapy))?|reference|placebo|chemotherapy)"
    r"(?:\s+(?:group|arm|patients)s?|s\b))"
    r"|\b(?P<experimental>(?:experimental|investigational|intervention|treatment|study[- ]drug|active)"
    r"[- ](?:group|arm)\b)"
    r"|\b(?P<combination>(?:the )?combination (?:therapy|treatment|group|arm)|the combination\b|"
    r"(?:with|for|in) combination\b)"
    r"|\b(?P<all>both (?:treatment |study )?(?:groups|arms|regimens|treatments)|"
    r"(?:either|each|two|2) (?:treatment )?(?:group|arm)s?|all (?:treatment )?(?:groups|arms)|"
    r"(?:for|in) both(?=\s*[,;.)(]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ArmMention:
    """A stretch of text that speaks of one arm, or of all of them together."""

    start: int
    end: int
    entries: tuple[ArmEntry, ...]


def find_arm_mentions(
    page: AnnotatedText, start: int, end: int, registry: ArmRegistry, names: Names
) -> list[ArmMention]:
    """Find the arm mentions between two offsets, in order, none overlapping."""
    found = _labelled(page.text, start, end, registry)
    for expression in with_additions(page.text, find_expressions(page, start, end, names)):
        entry = registry.with_drugs(expression.drugs, dose_after(page.text, expression.end))
        if entry is not None:
            found.append(ArmMention(expression.start, _tail(page.text, expression.end, end), (entry,)))
            continue
        for drug in treatments_in(page, expression.start, expression.end, names):
            single = registry.with_drugs(drug.drugs)
            if single is not None:
                found.append(ArmMention(drug.start, _tail(page.text, drug.end, end), (single,)))
    found += _generic(page.text, start, end, registry) + _by_dose(page.text, start, end, registry)
    return _without_overlaps(found)


def _labelled(text: str, start: int, end: int, registry: ArmRegistry) -> list[ArmMention]:
    found: list[ArmMention] = []
    for entry in registry.entries:
        for label in entry.labels:
            pattern = re.compile(rf"(?<![\w/+-]){_spelling(label)}(?![\w/+]|-\w)")
            found += [
                ArmMention(m.start(), _tail(text, m.end(), end), (entry,)) for m in pattern.finditer(text, start, end)
            ]
    return found


def _spelling(label: str) -> str:
    """`arm A` also begins a sentence: `Arm A`; other labels are written as they are."""
    word, _, letter = label.partition(" ")
    return rf"(?i:{word}) {letter}" if LETTER.fullmatch(label) else re.escape(label)


def _generic(text: str, start: int, end: int, registry: ArmRegistry) -> list[ArmMention]:
    found: list[ArmMention] = []
    for match in _GENERIC.finditer(text, start, end):
        entries: tuple[ArmEntry | None, ...]
        match match.lastgroup:
            case "control":
                entries = (registry.control(),)
            case "experimental":
                entries = () if registry.elsewhere else (registry.experimental(),)
            case "combination":
                entries = () if registry.elsewhere else (_combination(registry),)
            case _:
                entries = tuple(registry.entries)
        if entries and None not in entries:
            found.append(ArmMention(match.start(), match.end(), tuple(e for e in entries if e is not None)))
    return found


def _by_dose(text: str, start: int, end: int, registry: ArmRegistry) -> list[ArmMention]:
    """`patients given 2 mg/kg`, `the 20 mg group`, where arms differ by dose alone."""
    return [
        ArmMention(m.start(), m.end(), (entry,))
        for entry in registry.entries
        if entry.dose
        for m in re.compile(rf"(?<![\w.]){re.escape(entry.dose)}(?![\w/])(?:\s+(?:group|arm))?").finditer(
            text, start, end
        )
    ]


def _combination(registry: ArmRegistry) -> ArmEntry | None:
    """The arm with the most drugs, where the others get a part of them."""
    largest = max(registry.entries, key=lambda e: len(e.drugs), default=None)
    others = [e for e in registry.entries if e is not largest]
    return largest if largest and others and all(len(e.drugs) < len(largest.drugs) for e in others) else None


def _tail(text: str, at: int, limit: int) -> int:
    match = _TAIL.match(text, at, limit)
    return match.end() if match else at


def _without_overlaps(found: list[ArmMention]) -> list[ArmMention]:
    """Keep the longest of overlapping mentions, in order of the text."""
    kept: list[ArmMention] = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= k.start or k.end <= mention.start for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
