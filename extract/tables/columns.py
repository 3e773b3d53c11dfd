"""What a column holds: the values of an arm or of everybody, a ratio, p values, or nothing that is read."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

from ...ontology.facts import Arm, Trial
from ..arms.registry import ArmEntry
from ..context import Context
from ..results.quantities import number_patterns, numerals
from .announcements import PERIOD, SIZE, effect_of, first_hint, grade_beside, grade_of, size_of, time_of
from .cells import Hint
from .column_arms import EVERYONE, arms_named, names_treatment, only_arm, other_arm, trials_named
from .grid import Head
from .labels import Sheet, spellings

Kind = Literal["arm", "everyone", "ratio", "p", "other"]
_COUNTED: Final = re.compile(
    r"\b(?:no|number|n)\b|patients|subjects|participants|evaluable|treated|randomi", re.IGNORECASE
)
_P: Final = re.compile(
    r"(?:log-?rank )?(?:two-sided )?p\b(?:\s?-?\s?values?)?(?:\s*[(\[].*)?|p\s?-?\s?values?.*"
    r"|(?:statistical )?significance",
    re.IGNORECASE,
)
_SPREAD: Final = re.compile(
    r"\W*(?:SDs?|SEM?|S\.D\.|standard (?:deviations?|errors?)|(?:interquartile )?range|IQR|min|max"
    r"|\d\d% ?CI)\W*",
    re.IGNORECASE,
)
_COMPARISON: Final = re.compile(r"(?:treatment )?effect(?: size)?|comparisons?|estimates?|ratio", re.IGNORECASE)
"""Heads cells of which some tell themselves which ratio they hold: `HR 0.53 (99% CI 0.32-0.89)`."""
_GENERIC: Final = re.compile(
    r"(?:[\W\d]|\b(?:n|no|number|percent|patients|subjects|participants|of|with|grades?|any|all|toxicity|events?|adverse"
    r"|incidence|frequency|rate|value|results?|or|higher|worse|CTC(?:AE)?|NCI|I{1,3}|IV|V)\b)*",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    r"population|patients|subgroup|cohort|na[iï]ve|refractory|pretreated|previous|prior|positive|negative|wild|mutant"
    r"|mutation|aged?\b|women|\bmen\b|cent(?:er|re)s\b|hospitals|boys|girls|child|adolescen|adult|elderly|infant|[<>≥≤]",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"(?<!from )(?<!to )\bbaseline\b(?!\W*(?:to|-|–|adjusted))|\bpre-?(?:treatment|test|therapy|intervention)\b"
    r"|\bbefore (?:treatment|therapy|intervention)\b|\b(?:at|on) (?:entry|inclusion|admission|enrol\w+)\b"
    r"|\bscreening\b|^(?:week|day|month) 0$",
    re.IGNORECASE,
)
"""What was measured before treatment, which is no result."""
_DOSE: Final = re.compile(r"\d\s?(?:mg|mcg|[µμ]g|g|IU|Gy)\b|\bdose level|\bDL ?\d|\bcohort \w", re.IGNORECASE)
_GRADED: Final = re.compile(r"\bgrades?\b|toxicity|^(?:≥|>=)\s?3", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of values; which fields are set depends on the kind."""

    kind: Kind
    trial: Trial
    entries: tuple[ArmEntry, ...] = ()
    population: str = ""
    grade: str = ""
    total: int | None = None
    hint: Hint = ""
    effect: str = ""
    time: str = ""

    @property
    def entry(self) -> ArmEntry | None:
        """The arm, where there is one."""
        return self.entries[0] if len(self.entries) == 1 else None


def labels_of(heads: dict[int, tuple[Head, ...]]) -> Iterable[str]:
    """All spellings of all headers and of the labels of their rows, for the sheet."""
    return (s for path in heads.values() for head in path for text in (head.text, head.label) for s in spellings(text))


def read_columns(context: Context, sheet: Sheet, heads: dict[int, tuple[Head, ...]], trial: Trial) -> dict[int, Column]:
    """Type every column; arms that two columns share without a difference between them are given up."""
    bare = any(_GRADED.search(text) for path in heads.values() for head in path for text in (head.text, head.label))
    columns = {number: _column(context, sheet, path, trial, bare=bare) for number, path in heads.items()}
    return _unclashed(_parted(_completed(context, columns, trial), heads))


def of_caption(
    context: Context, sheet: Sheet, caption: str, columns: dict[int, Column], trial: Trial
) -> dict[int, Column]:
    """Give columns that are told apart by grade alone to the one arm that the caption names."""
    entries = arms_named(context, sheet, caption, trial)
    if len(entries) != 1 or any(column.kind in {"arm", "everyone"} for column in columns.values()):
        return columns
    size = size_of(caption)
    return {
        number: replace(column, kind="arm", entries=entries, total=size if column.total is None else column.total)
        if column.grade
        else column
        for number, column in columns.items()
    }


def _completed(context: Context, columns: dict[int, Column], trial: Trial) -> dict[int, Column]:
    """Give the columns of a name that only tables use to the arm that no other column names."""
    named = [entry for column in columns.values() if column.kind == "arm" for entry in column.entries]
    other = other_arm(context, trial, named)
    known = {entry.arm for entry in context.arms.in_force(trial).entries}
    return {
        number: replace(column, entries=(other,)) if other and _is_unknown(column, known) else column
        for number, column in columns.items()
    }


def _is_unknown(column: Column, known: set[Arm]) -> bool:
    return column.kind == "arm" and column.entry is not None and column.entry.arm not in known


def _column(context: Context, sheet: Sheet, path: tuple[Head, ...], trial: Trial, *, bare: bool) -> Column:
    """Type a column by its headers, the nearest first."""
    nearest = path[::-1]
    announced = _announced(context, nearest, trial, bare=bare)
    if any(_BEFORE.search(head.text) for head in path):
        return announced
    for head in nearest:
        found = _by_head(context, sheet, head, announced, bare=bare)
        if found is not None:
            return found
    only = only_arm(context, announced.trial)
    dosed = next((_unsized(head) for head in nearest if _DOSE.search(head.text)), "")
    if only and dosed:
        return replace(announced, kind="arm", entries=only, population=dosed)
    counted = announced.grade or "percent" in announced.hint
    if only and counted and all(_GENERIC.fullmatch(head.text) for head in path):
        return replace(announced, kind="everyone", entries=only)
    return announced


def _announced(context: Context, nearest: tuple[Head, ...], trial: Trial, *, bare: bool) -> Column:
    """What the headers say of a column beside its arm."""
    names = [head for head in nearest if not _is_count(head)]
    return Column(
        kind="other",
        trial=next((t for head in nearest for t in trials_named(context, head.text)), trial),
        grade=next((g for head in names if (g := grade_of(head.text, bare=bare) or grade_beside(head.text))), ""),
        total=next((n for head in nearest if (n := _size(head)) is not None), None),
        hint=first_hint(head.text for head in nearest),
        time=next((t for head in nearest if (t := time_of(head.text))), ""),
    )


def _by_head(context: Context, sheet: Sheet, head: Head, column: Column, *, bare: bool) -> Column | None:
    """The type that one header settles; None where it leaves that to those above."""
    text = _unsized(head)
    if _P.fullmatch(text):
        return replace(column, kind="p")
    entries = arms_named(context, sheet, head.text, column.trial)
    if _COMPARISON.fullmatch(text):
        return replace(column, kind="ratio", entries=entries)
    if _SPREAD.fullmatch(text):
        return replace(column, kind="other")
    if effect := effect_of(text):
        return replace(column, kind="ratio", effect=effect, entries=entries)
    if EVERYONE.match(text) and not grade_of(text, bare=bare):
        return replace(column, kind="everyone", entries=only_arm(context, column.trial))
    if len(entries) == 1:
        return replace(column, kind="arm", entries=entries, population=entries[0].variant)
    return column if entries or names_treatment(sheet, head.text) else None


def _unsized(head: Head) -> str:
    return SIZE.sub("", head.text).strip()


def _is_count(head: Head) -> bool:
    return bool(re.fullmatch(number_patterns.INTEGER, head.text)) and bool(_COUNTED.search(head.label))


def _size(head: Head) -> int | None:
    size = size_of(head.text)
    return size if size is not None else numerals.integer(head.text) if _is_count(head) else None


def _parted(columns: dict[int, Column], heads: dict[int, tuple[Head, ...]]) -> dict[int, Column]:
    """Give columns of the same arm the patients that an upper header sets apart: `Japanese patients`."""
    keys: Counter[object] = Counter(map(_key, columns.values()))
    parted = dict(columns)
    for number, column in columns.items():
        upper = heads[number][:-1]
        part = next((head for head in upper if _PART.search(head.text) or PERIOD.search(head.text)), None)
        part = part or next((head for head in upper if EVERYONE.match(head.text)), None)
        if column.kind == "arm" and keys[_key(column)] > 1 and part is not None and not column.population:
            parted[number] = replace(column, population="" if EVERYONE.match(part.text) else _unsized(part))
    return parted


def _unclashed(columns: dict[int, Column]) -> dict[int, Column]:
    """Give up columns that would say the same of the same patients."""
    keys: Counter[object] = Counter(_key(c) for c in columns.values() if c.kind in {"arm", "everyone"})
    return {n: replace(c, kind="other") if keys[_key(c)] > 1 else c for n, c in columns.items()}


def _key(column: Column) -> object:
    arms = tuple(entry.arm for entry in column.entries)
    return column.kind, arms, column.population, column.grade, column.hint, column.time
