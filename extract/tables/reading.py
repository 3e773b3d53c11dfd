"""From tables to facts: each row's subject meets each column's arm."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from spacy.language import Language

from ...ontology.document import Document, Table
from ...ontology.facts import AdverseEventResult, Arm, Evidence, Fact, OutcomeResult, Relation
from ..cleaning import CleanText
from ..context import Context
from .cells import CellValue, Hint, read_cell, read_p, read_ratio
from .claims import event_claim, outcome_claim, ratio_claim, with_p
from .columns import Column, hint_of, labels_of, read_columns, trials_named
from .grid import Grid, Row, Value, make_grid
from .labels import Sheet, make_sheet, spellings
from .subjects import Subject, subject_of

_SKIPPED: Final = re.compile(
    r"\bbaseline\b|demographic|characteristics?\b|multivaria|univaria|\bcox\b|regression|predict|prognos|associat|correlat|(?:previous|published|other) (?:stud|trial)|"
    r"\bcosts?\b|\bprotocol\b|schedule|compliance|exposure|intensity|eligib|dispos|biomarker|expression|subsequent", re.IGNORECASE)
_SAFETY: Final = re.compile(r"adverse|toxic|side[- ]effect|safety|\bTE?AEs?\b|\bAEs?\b|complication|tolerab", re.IGNORECASE)
_RELATED: Final = re.compile(r"\b(?:treatment|drug)-related\b", re.IGNORECASE)
_LEVEL: Final = re.compile(r"(\d\d(?:\.\d+)?)\s?%\s*(?:CI|confidence)", re.IGNORECASE)
_MARKED_P: Final = re.compile(r"(?:^|[\s,;.])(?P<mark>[*†‡§¶]+)\s*[Pp]\s*(?P<rel>[<=≤])\s*(?P<p>\d*\.\d+)")
_MARK: Final = re.compile(r"\s?([*†‡§¶]+)")
_WINDOW: Final = re.compile(r"\b(?:cycle|week|day|month|visit)s? ?\d", re.IGNORECASE)
_LONGEST: Final = 400
"""Characters of a quote that reaches from a row's label to a cell, at most."""

Claim = OutcomeResult | AdverseEventResult


@dataclass(frozen=True, slots=True)
class _Reader:
    """Everything about one table that its rows share."""

    context: Context
    document: Document
    table: Table
    sheet: Sheet
    columns: Mapping[int, Column]
    safety: bool
    hint: Hint
    level: Decimal | None
    marks: Mapping[str, tuple[Relation, Decimal]]


def read_tables(context: Context, cleaned: CleanText, pipeline: Language, abbreviations: Mapping[str, str]) -> list[Fact]:
    """Read the outcomes and adverse events that stand in a document's tables.

    Offsets of the evidence are those of the stored text. `abbreviations` are those that the document defines.
    """
    facts: list[Fact] = []
    for table in context.document.tables:
        caption = " ".join(table.caption.split()) or context.document.section_at(table.start)
        if not _SKIPPED.search(caption):
            facts += _read_table(context, cleaned, pipeline, abbreviations, table, caption)
    return facts


def _read_table(
    context: Context, cleaned: CleanText, pipeline: Language, abbreviations: Mapping[str, str], table: Table, caption: str
) -> Iterator[Fact]:
    grid = make_grid(table, cleaned)
    labels = [s for row in grid.rows for text in (row.label, *row.groups) for s in spellings(text)]
    sheet = make_sheet(pipeline, (*labels_of(grid.columns), *labels, *spellings(caption)), abbreviations)
    trial = next(iter(trials_named(context, caption)), context.trials.main)
    columns = read_columns(context, sheet, grid.columns, trial)
    if any(re.match(r"(?:median )?age\b|sex\b|gender\b|ECOG\b", row.label, re.IGNORECASE) for row in grid.rows):
        return
    around = " ".join((caption, *(h.text for path in grid.columns.values() for h in path)))
    safety = bool(_SAFETY.search(around)) or any(c.grade for c in columns.values())
    reader = _Reader(
        context, context.document, table, sheet, columns, safety, hint_of(caption) or hint_of(table.footnotes), _level(around),
        {m["mark"]: (_relation(m["rel"]), Decimal(m["p"])) for m in _MARKED_P.finditer(table.footnotes)},
    )  # fmt: skip
    yield from _read_rows(reader, grid, caption)


def _level(text: str) -> Decimal | None:
    match = _LEVEL.search(text)
    return Decimal(match[1]) if match else None


def _relation(text: str) -> Relation:
    return "<=" if text == "≤" else "<" if text == "<" else "="


def _read_rows(reader: _Reader, grid: Grid, caption: str) -> Iterator[Fact]:
    counted: tuple[tuple[str, ...], dict[int, int]] = ((), {})
    for row in grid.rows:
        if totals := _totals(row):
            counted = row.groups, totals
            continue
        subject = subject_of(reader.sheet, row, caption)
        if subject is None or (subject.event and not reader.safety):
            continue
        if reader.safety and _RELATED.search(caption):
            subject = replace(subject, related=True)
        totals = counted[1] if row.groups[: len(counted[0])] == counted[0] and (counted[0] or not row.groups) else {}
        yield from _read_row(reader, row, subject, totals)


def _totals(row: Row) -> dict[int, int]:
    """The sizes of groups that a row gives: `No. of patients | 3 | 24`."""
    if not re.fullmatch(r"(?:n|no\.?|(?:no\.?|number) of (?:evaluable )?(?:patients|subjects|participants))", row.label, re.IGNORECASE):
        return {}
    return {v.column: int(v.text) for v in row.values if v.text.isdecimal()}


def _read_row(reader: _Reader, row: Row, subject: Subject, totals: Mapping[int, int]) -> Iterator[Fact]:
    claims: list[tuple[Claim, Value]] = []
    p: tuple[Relation, Decimal] | None = None
    for value in row.values:
        column = reader.columns.get(value.column)
        if column is None:
            continue
        if column.kind == "p":
            p = read_p(value.text)
        elif subject.effect or column.kind == "ratio":
            claims += [(c, value) for c in _ratio(reader, subject, column, value)]
        elif column.kind in {"arm", "everyone"} and value.wide == 1:
            column = replace(column, total=totals.get(value.column, column.total), population=_population(column, row))
            claims += [(c, value) for c in _values(reader, subject, column, value)]
    for claim, value in _tested(claims, p):
        yield _fact(reader, row, claim, value)


def _population(column: Column, row: Row) -> str:
    """The column's patients, and the window of time that a heading sets."""
    window = next((g for g in row.groups if _WINDOW.match(g)), "")
    return ", ".join(filter(None, (column.population, window)))


def _values(reader: _Reader, subject: Subject, column: Column, value: Value) -> Iterator[Claim]:
    hint: Hint = subject.hint or column.hint or reader.hint
    cell = read_cell(value.text, hint) or _counted(value.text, column)
    if cell is None:
        return
    cell = _with_level(reader, cell)
    for entry in column.entries or (None,):
        arm = reader.context.arm_in(column.trial, entry) if entry else None
        claim = (event_claim if subject.event else outcome_claim)(subject, column, cell, arm, arm.trial if arm else column.trial)
        if isinstance(claim, OutcomeResult):
            mark = _MARK.match(reader.document.text, value.end) or _MARK.search(value.text)
            tested = reader.marks.get(mark[1]) if mark else None
            yield with_p(claim, tested) if tested else claim
            pair = _pair(reader, column) if cell.rest else None
            ratio = read_ratio(cell.rest) if pair and "hazard ratio" in reader.table.footnotes.lower() else None
            if pair and ratio:
                named = ratio_claim(subject, "hazardRatio", _with_level(reader, ratio), *pair)
                yield from [named] if named else []
        elif claim is not None:
            yield claim


def _counted(text: str, column: Column) -> CellValue | None:
    """`8 (33)` under no hint is a count with its percentage where that fits the size of the group."""
    cell = read_cell(text, "count percent")
    if cell is None or cell.count is None or cell.value is None or not column.total:
        return None
    return cell if abs(100 * cell.count / Decimal(column.total) - cell.value) <= 1 else None


def _with_level(reader: _Reader, cell: CellValue) -> CellValue:
    return replace(cell, level=cell.level or reader.level) if cell.low is not None else cell


def _pair(reader: _Reader, column: Column) -> tuple[Arm, Arm] | None:
    """The arms that a ratio compares: those its header names, else the trial's experimental one and its control."""
    if len(column.entries) == 2:
        first, second = column.entries
        first, second = (second, first) if first.role == "control" else (first, second)
    else:
        trials = {e.arm.trial for c in reader.columns.values() for e in c.entries} if column.entry is None else {column.entry.arm.trial}
        if len(trials) != 1:
            return None
        registry = reader.context.arms.in_force(trials.pop())
        first, second = registry.experimental(), registry.control()
        if column.entry is not None and column.entry.role == "experimental":
            first = column.entry
    if first is None or second is None or first is second:
        return None
    return reader.context.arm_in(column.trial, first), reader.context.arm_in(column.trial, second)


def _ratio(reader: _Reader, subject: Subject, column: Column, value: Value) -> Iterator[Claim]:
    cell, pair = read_cell(value.text), _pair(reader, column)
    if cell is None or pair is None or subject.event:
        return
    claim = ratio_claim(subject, column.effect or subject.effect, _with_level(reader, cell), *pair)
    if claim is not None:
        yield claim


def _tested(claims: list[tuple[Claim, Value]], p: tuple[Relation, Decimal] | None) -> list[tuple[Claim, Value]]:
    """Give the p value of a row to its ratio, else to the value of its experimental arm."""
    if p is None:
        return claims
    ratios = [n for n, (c, _) in enumerate(claims) if isinstance(c, OutcomeResult) and c.comparator is not None]
    plain = [n for n, (c, _) in enumerate(claims) if isinstance(c, OutcomeResult)]
    chosen = ratios if ratios else plain[:1] if len(plain) == 2 else []
    return [(with_p(c, p) if n in chosen[:1] and isinstance(c, OutcomeResult) else c, v) for n, (c, v) in enumerate(claims)]


def _fact(reader: _Reader, row: Row, claim: Claim, value: Value) -> Fact:
    """The fact with the row up to its cell for a quote, or the cell alone where they stand apart."""
    start = row.start if 0 <= value.start - row.start <= _LONGEST else value.start
    evidence = Evidence(
        start=start,
        end=value.end,
        quote=reader.document.text[start : value.end],
        section=reader.table.caption or reader.document.section_at(start),
        confidence=0.85,
        rule="table-event" if isinstance(claim, AdverseEventResult) else "table-outcome",
    )
    return Fact(claim, evidence)
