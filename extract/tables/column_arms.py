"""Which trials and arms a header names."""

import re
from itertools import combinations, pairwise
from typing import Final

from ...ontology.facts import Arm, Concept, Trial
from ...ontology.lexicon import load_lexicon
from ..arms.names.mentions import ArmMention, find_arm_mentions
from ..arms.registry import ArmEntry
from ..arms.treatments.regimens import Expression, find_expressions
from ..context import Context
from .announcements import SIZE
from .labels import Sheet, spellings

EVERYONE: Final = re.compile(
    r"(?:total|overall|all|all (?:patients|subjects|participants|doses|groups|arms)|both (?:groups|arms)|combined"
    r"|pooled|(?:entire|total|whole|overall) (?:cohort|population))\b(?! grade| surviv| response)",
    re.IGNORECASE,
)
"""A header of all patients together."""
_FILLING: Final = re.compile(
    r"\b(?:arms?|groups?|alone|patients|therapy|treatment|treated|n|no|allocated|recipients|monotherapy|experimental"
    r"|control|grades?\s[1-5]\s?/\s?[1-5])\b|[(\[]?\s*%\s*[)\]]?",
    re.IGNORECASE,
)
_CONTROL: Final = re.compile(r"\bcontrols?\b", re.IGNORECASE)
_CONTROLS: Final = frozenset({Concept("Drug", "control")})
"""`FEC control`: what the arm that the document calls the control was given."""
_JOINED: Final = re.compile(r"[+&/]\s*\w|\w\s*[+&/]|->|→|\b(?:plus|and|with|or|followed)\s+\w", re.IGNORECASE)
_POOLED: Final = re.compile(r"\s*(?:[+/&]|or|and|versus|vs\.?)\s*", re.IGNORECASE)
_SUMMED: Final = re.compile(r"(?:(?!follow|then|→|->|,).)*(?:\+|&|\band\b|\bor\b)(?:(?!follow|then|→|->|,).)*")
_TWO: Final = 2
_WORDS: Final = re.compile(r"[a-z]{2}|[+/]", re.IGNORECASE)
_REGIMEN: Final = re.compile(r"[A-Z][\w-]{0,40}\s?\+\s?[A-Z]")


def trials_named(context: Context, text: str) -> list[Trial]:
    """The trials whose acronym or registry number a text holds."""
    named = {trial: [n for n in (trial.name, *trial.registry_ids) if n] for trial in context.trials.all}
    return [
        t for t, names in named.items() if any(re.search(rf"(?<![\w-]){re.escape(n)}(?![\w-])", text) for n in names)
    ]


def arms_named(context: Context, sheet: Sheet, text: str, trial: Trial) -> tuple[ArmEntry, ...]:
    """The arms that a header names: those known of the trial, or a regimen that is all it says."""
    registry = context.arms.in_force(trial)
    if _CONTROL.search(text) and (controls := [e for e in registry.entries if e.drugs == _CONTROLS]):
        return tuple(controls)
    for spelling in spellings(text):
        start, end = sheet.places[spelling]
        found = find_arm_mentions(sheet.page, start, end, registry, context.names)
        mentions = [m for m in found if m.entries]
        if any(_POOLED.fullmatch(sheet.page.text[a.end : b.start]) for a, b in pairwise(mentions)):
            return ()
        expressions = find_expressions(sheet.page, start, end, context.names)
        if _pools(sheet, start, end):
            return ()
        if mentions and _are_whole(mentions, expressions) and not _JOINED.search(_rest(sheet, start, end, mentions)):
            return tuple({id(e): e for m in mentions for e in m.entries}.values())
        if len(expressions) == 1 and not _WORDS.search(_rest(sheet, start, end, expressions)):
            return (ArmEntry(Arm(trial, expressions[0].regimen), 0, 0),)
    return ()


def names_treatment(sheet: Sheet, text: str) -> bool:
    """Whether a header names drugs, or is written like a regimen: such a column is of no other arm."""
    mentions = sheet.page.between(*sheet.places[spellings(text)[0]])
    return any(m.kind in {"Drug", "DrugClass", "Regimen"} for m in mentions) or bool(_REGIMEN.search(text))


def other_arm(context: Context, trial: Trial, named: list[ArmEntry]) -> ArmEntry | None:
    """The second of a trial's two arms, where a table names the first and, beside it, a name that we don't know."""
    known = context.arms.in_force(trial).entries
    unknown = {entry.arm for entry in named} - {entry.arm for entry in known}
    left = [entry for entry in known if all(entry.arm != n.arm for n in named)]
    names = [drug for arm in unknown for drug in arm.regimen.components]
    alone = len(known) == _TWO and len(unknown) == len(left) == len(names) == 1
    return left[0] if alone and load_lexicon().entry(names[0]) is None else None


def only_arm(context: Context, trial: Trial) -> tuple[ArmEntry, ...]:
    """The arm of a trial that has just one."""
    entries = context.arms.in_force(trial).entries
    return tuple(entries) if len(entries) == 1 else ()


def _pools(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a header names a drug twice, and so arms together: `A/B + A`; not `A, followed by A and B`."""
    drugs = [m for m in sheet.page.between(start, end) if m.kind == "Drug"]
    twice = [(a.end, b.start) for a, b in combinations(drugs, 2) if a.concept == b.concept and a.end <= b.start]
    return any(_SUMMED.fullmatch(sheet.page.text[slice(*gap)]) for gap in twice)


def _are_whole(mentions: list[ArmMention], expressions: list[Expression]) -> bool:
    """Whether no header names more drugs than the arm it was taken for is given."""
    touching = ((m, x) for m in mentions for x in expressions if m.start < x.end and x.start < m.end)
    return all(x.drugs <= e.drugs for m, x in touching for e in m.entries)


def _rest(sheet: Sheet, start: int, end: int, found: list[ArmMention] | list[Expression]) -> str:
    """What a header says beside the arms it names."""
    text = sheet.page.text[start:end]
    for named in reversed(found):
        text = text[: named.start - start] + " " + text[named.end - start :]
    return _FILLING.sub(" ", SIZE.sub(" ", text))
