"""The cells of a row that hold values of arms."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from ...ontology.facts import OutcomeResult
from .announcements import PERIOD, SIZE, size_of
from .cells import CellValue, Hint, read_cell, read_p, read_ratio
from .claims import event_claim, outcome_claim, ratio_claim
from .column_arms import EVERYONE
from .columns import Column
from .comparisons import pair_of, ratios, tested, with_level
from .grid import Row, Value
from .setting import Claim, Printed, Setting, counted
from .subjects import Subject

_MARK: Final = re.compile(r"\s?([*†‡§¶]+)")

_Filled = tuple[Column, Value, CellValue]


def read_row(setting: Setting, row: Row, subject: Subject, totals: Mapping[int, int]) -> list[Printed]:
    """Every claim of a row; `totals` are the sizes of groups that a row above gives, by column."""
    printed: list[Printed] = []
    cells: list[_Filled] = []
    p = None
    form = setting.form or _form(setting, row)
    for value in row.values:
        column = setting.columns.get(value.column)
        if column is None:
            continue
        if column.kind == "p":
            p = read_p(value.text)
        elif subject.effect or column.kind == "ratio":
            column = replace(column, population=subject.population or _population(column, row))
            printed += [(c, value) for c in ratios(setting, subject, column, value)]
        elif subject.parts or (setting.unreported and value.text.startswith("NR")):
            continue
        elif column.kind in {"arm", "everyone"} and value.wide == 1:
            total = totals.get(value.column, column.total)
            column = replace(
                column, total=total, population=_population(column, row), grade=column.grade or setting.grade
            )
            column = _sized(column, row, value)
            cell = _cell(setting, subject, column, value, form)
            cells += [(column, value, cell)] if cell else []
    for column, value, cell in _joined(cells):
        printed += [(c, value) for c in _claims(setting, subject, column, value, cell)]
    return tested(printed, p)


def _sized(column: Column, row: Row, value: Value) -> Column:
    """A column without a size of its own has that of the heading over a row, where a cell's percentage fits it."""
    size = next((n for g in reversed(row.groups) if (n := size_of(g)) is not None), None)
    fits = column.total is None and size is not None and counted(value.text, size) is not None
    return replace(column, total=size) if fits else column


def _population(column: Column, row: Row) -> str:
    """The column's patients, the part of them that a heading names, and the window of time that it sets."""
    window = next((SIZE.sub("", g).strip() for g in row.groups if PERIOD.search(g)), "")
    parts = [part for part in row.parts if not EVERYONE.match(part)]
    return ", ".join(filter(None, (column.population, *parts, window)))


def _form(setting: Setting, row: Row) -> Hint:
    """What a bare `0` is beside `3 (2%)`: a count, where one in the row fits the size of its group."""
    told = ((v.text, setting.columns[v.column].total) for v in row.values if v.column in setting.columns)
    return "count percent" if any(counted(text, total) for text, total in told) else ""


def _cell(setting: Setting, subject: Subject, column: Column, value: Value, form: Hint) -> CellValue | None:
    hint: Hint = subject.hint or column.hint or setting.hint
    if column.hint in {"count", "percent"} and subject.hint in {"", "count percent", "percent count"}:
        hint = column.hint
    size = setting.sizes.get(column.entry.arm) if column.entry else None
    unsaid = hint in {"", "percent"}
    cell = counted(value.text, column.total) or counted(value.text, size) if unsaid else None
    cell = cell or read_cell(value.text, hint or form)
    return with_level(setting, subject, cell) if cell else None


def _joined(cells: list[_Filled]) -> Iterator[_Filled]:
    """Make one of a count and the percentage of the same patients in the next column."""
    done = False
    for this, after in zip_longest(cells, cells[1:]):
        if done:
            done = False
        elif after is not None and {this[0].hint, after[0].hint} == {"count", "percent"} and _same(this[0], after[0]):
            count, percent = (this, after) if this[0].hint == "count" else (after, this)
            done = True
            yield this[0], after[1], replace(percent[2], count=count[2].count)
        else:
            yield this


def _same(one: Column, other: Column) -> bool:
    return replace(one, hint="", total=None) == replace(other, hint="", total=None)


def _claims(setting: Setting, subject: Subject, column: Column, value: Value, cell: CellValue) -> Iterator[Claim]:
    """What a cell says of each arm of its column, with a ratio that stands in brackets behind its value."""
    make = event_claim if subject.event else outcome_claim
    for entry in column.entries or (None,):
        arm = setting.context.arm_in(column.trial, entry) if entry else None
        claim = make(subject, column, cell, arm, arm.trial if arm else column.trial)
        if isinstance(claim, OutcomeResult):
            mark = _MARK.match(setting.context.document.text, value.end) or _MARK.search(value.text)
            p = setting.marks.get(mark[1]) if mark else None
            yield replace(claim, p_relation=p[0], p_value=p[1]) if p else claim
            yield from _behind(setting, subject, column, value, cell)
        elif claim is not None:
            yield claim


def _behind(setting: Setting, subject: Subject, column: Column, value: Value, cell: CellValue) -> Iterator[Claim]:
    """`NR [0.43 (0.27-0.67)]`, where the footnotes say that hazard ratios are given."""
    ratio = read_ratio(cell.rest) if "hazard ratio" in setting.table.footnotes.lower() else None
    pair = pair_of(setting, column, value) if ratio else None
    claim = ratio_claim(subject, "hazardRatio", with_level(setting, subject, ratio), *pair) if pair and ratio else None
    if claim is not None:
        yield claim
