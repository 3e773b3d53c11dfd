"""Ratios between arms, and the p values of comparisons."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...ontology.facts import Arm, OutcomeResult, Relation
from ..arms.registry import ArmEntry
from ..results.quantities import numerals
from .cells import CellValue, read_cell
from .claims import ratio_claim
from .columns import Column
from .grid import Value
from .setting import Claim, Printed, Setting
from .subjects import Subject

_PAIR = 2
_NAMED = re.compile(r"(?:[HOR]R|(?:hazards?|odds|risk|rate) ratio)\s?[:=]?\s(?=\d)", re.IGNORECASE)
"""What a cell itself calls its ratio."""


def ratios(setting: Setting, subject: Subject, column: Column, value: Value) -> Iterator[Claim]:
    """Read a cell that holds a ratio."""
    named = _NAMED.match(value.text)
    cell = read_cell(value.text[named.end() :] if named else value.text)
    pair = pair_of(setting, column, value)
    effect = numerals.effect(named[0]) if named else column.effect or subject.effect
    if cell is None or pair is None or subject.event or not effect:
        return
    claim = ratio_claim(subject, effect, with_level(setting, subject, cell), *pair)
    if claim is not None:
        yield replace(claim, population=column.population)


def with_level(setting: Setting, subject: Subject, cell: CellValue) -> CellValue:
    """Give an interval the level that the label or the table announces; without one it is a range, and left out."""
    level = cell.level or subject.level or (None if subject.ranged else setting.level)
    return replace(cell, level=level) if level is not None else replace(cell, low=None, high=None)


def pair_of(setting: Setting, column: Column, value: Value) -> tuple[Arm, Arm] | None:
    """The arm and its comparator of a ratio: those its header names, or the two of its trial that have columns."""
    entries = list(column.entries) if len(column.entries) == _PAIR else _side_by_side(setting, column)
    if len(entries) != _PAIR:
        return None
    first, second = entries
    if first.role == "control" and second.role != "control":
        first, second = second, first
    return setting.context.arm_in(column.trial, first), setting.context.arm_in(column.trial, second)


def _side_by_side(setting: Setting, column: Column) -> list[ArmEntry]:
    """The arms that have columns, of the trial of this one; of three, this one and the control."""
    found = {e.arm: e for c in setting.columns.values() if c.kind == "arm" for e in c.entries}
    if column.entry is not None:
        found = {arm: e for arm, e in found.items() if arm.trial == column.entry.arm.trial}
    elif len({arm.trial for arm in found}) > 1:
        return []
    entries = list(found.values())
    if len(entries) > _PAIR and column.entry is not None and column.entry.role != "control":
        controls = [e for e in entries if e.role == "control"]
        return [column.entry, *controls]
    return entries


def tested(printed: list[Printed], p: tuple[Relation, Decimal] | None) -> list[Printed]:
    """Give a p value to the ratio of its row, else to the first of two values that it compares."""
    if p is None:
        return printed
    outcomes = [n for n, (c, _) in enumerate(printed) if isinstance(c, OutcomeResult)]
    compared = [n for n in outcomes if _is_ratio(printed[n][0])]
    chosen = compared if compared else outcomes if len(outcomes) == _PAIR else []
    if not chosen or len(compared) > 1:
        return printed
    return [(_with_p(c, p) if n == chosen[0] else c, v) for n, (c, v) in enumerate(printed)]


def _is_ratio(claim: Claim) -> bool:
    return isinstance(claim, OutcomeResult) and claim.comparator is not None


def _with_p(claim: Claim, p: tuple[Relation, Decimal]) -> Claim:
    return replace(claim, p_relation=p[0], p_value=p[1]) if isinstance(claim, OutcomeResult) else claim
