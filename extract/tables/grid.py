"""A table as rows and columns: every value with the headers above it and the labels before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ...ontology.document import Cell, Table
from ..cleaning import CleanText
from .lost_spans import with_spans

_VALUE: Final = re.compile(r"[<>≤≥~±+-]?\s*\d|\b(?:NR|NE|NA|ND|NS)\b|not |[-—–.]+$|none|p\s*[<=]", re.IGNORECASE)
_SIZE: Final = re.compile(r"[(\[]?[nN]\s*=\s*(\d[\d,]{0,8})[)\]]?")
_RANKS: Final = 4
"""Kinds of rows that may begin in one column."""
_OUTER: Final = 2
"""The rank of labels before others in their row, each of which ends the one before it in its column."""
_WIDEST: Final = 200
"""Columns of a table, at most."""


@dataclass(frozen=True, slots=True)
class Head:
    """A cell above a column, and the label of its row: `No. of patients` before `3`."""

    text: str
    label: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Value:
    """A cell of the body: its cleaned text, and where it stands in the stored text."""

    text: str
    start: int
    end: int
    column: int
    wide: int = 1
    label: int | None = None
    """Where the label of its printed row begins, in a table that was turned."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with values; `groups` are the headings and rows it stands under, outermost first."""

    label: str
    groups: tuple[str, ...]
    start: int
    values: tuple[Value, ...]
    parts: tuple[str, ...] = ()
    """Those of the groups that are parts of the patients: their rows give no more than a size for each column."""

    @property
    def sizes(self) -> dict[int, int]:
        """The sizes of groups by column, where the row gives nothing else: `Women | n = 12 | n = 15`."""
        found = {v.column: m for v in self.values if (m := _SIZE.fullmatch(v.text))}
        return {c: int(m[1].replace(",", "")) for c, m in found.items()} if len(found) == len(self.values) else {}


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of values with their headers from top to bottom, and the rows."""

    columns: dict[int, tuple[Head, ...]]
    rows: tuple[Row, ...]


def make_grid(table: Table, cleaned: CleanText) -> Grid:
    """Lay out a table; the time grows with its cells."""
    lines: dict[int, list[tuple[Cell, str]]] = {}
    for cell in table.cells:
        start, end = cleaned.cleaned_span(cell.start, cell.end)
        words = (
            cleaned.text[start:end].split() or cell.text.split()
        )  # cleaning takes repeated headers for running heads
        lines.setdefault(cell.row, []).append((cell, " ".join(words)))
    ordered = with_spans([lines[number] for number in sorted(lines)])
    top = _head_rows(ordered)
    stub = _stub_width(ordered[top:])
    return Grid(_columns(ordered[:top], stub), tuple(_rows(ordered[top:], stub)))


def _head_rows(lines: list[list[tuple[Cell, str]]]) -> int:
    """Count the rows at the top that are all header; the first row, where none is marked."""
    marked = next((n for n, line in enumerate(lines) if not all(c.header for c, text in line if text)), len(lines))
    return max(marked, 1)


def _stub_width(body: list[list[tuple[Cell, str]]]) -> int:
    """Count the columns at the left that hold labels."""
    width = 1
    while width < _WIDEST:
        texts = [text for line in body for cell, text in line if cell.column == width and text]
        if not texts or sum(bool(_VALUE.match(text)) for text in texts) * 4 >= len(texts):
            filled = any(cell.column > width and text for line in body for cell, text in line)
            if texts or not filled or width > 3:
                break
        width += 1
    return width


def _columns(head: list[list[tuple[Cell, str]]], stub: int) -> dict[int, tuple[Head, ...]]:
    columns: dict[int, list[Head]] = {}
    for line in head:
        label = " ".join(text for cell, text in line if cell.column < stub)
        for cell, text in line:
            for column in range(max(cell.column, stub), min(cell.column + cell.column_span, _WIDEST)):
                if text:
                    columns.setdefault(column, []).append(Head(text, label, cell.start, cell.end))
    return {column: tuple(heads) for column, heads in sorted(columns.items())}


def _rows(body: list[list[tuple[Cell, str]]], stub: int) -> Iterator[Row]:
    """Give the rows with values; a row without any, or one further left, heads those below."""
    above: list[_Heading] = []
    spanning: dict[int, tuple[int, str]] = {}
    for line in body:
        own = _own_labels(line, stub, spanning)
        if not own:
            continue
        values = tuple(
            Value(text, cell.start, cell.end, cell.column, cell.column_span)
            for cell, text in line
            if cell.column >= stub and text
        )
        start = next((cell.start for cell, text in line if text), line[0][0].start)
        row = Row(own[-1][1], (), start, values)
        rank = _rank(line, row, stub)
        first = min(rank, _OUTER) if len(own) > 1 else rank
        above = [heading for heading in above if heading.level < _RANKS * own[0][0] + first]
        above += [_Heading(_RANKS * column + _OUTER, text) for column, text in own[:-1]]
        if values:
            parts = tuple(heading.text for heading in above if heading.part)
            yield replace(row, groups=tuple(heading.text for heading in above), parts=parts)
        above.append(_Heading(_RANKS * own[-1][0] + rank, row.label, part=bool(row.values and row.sizes)))


def _rank(line: list[tuple[Cell, str]], row: Row, stub: int) -> int:
    """How far down a row stands among those that begin in its column: a heading across the table holds the most."""
    if row.values:
        return 2 if row.sizes else 3
    return 0 if any(cell.column + cell.column_span > stub for cell, text in line if text) else 1


@dataclass(frozen=True, slots=True)
class _Heading:
    """A label over rows: the lower its level, the more it holds; `part` where it names part of the patients."""

    level: int
    text: str
    part: bool = False


def _own_labels(line: list[tuple[Cell, str]], stub: int, spanning: dict[int, tuple[int, str]]) -> list[tuple[int, str]]:
    """The labels of a row by column, with those that reach into it; notes in `spanning` how far its own reach."""
    number = line[0][0].row
    own = {cell.column: text for cell, text in line if cell.column < stub and text}
    held = {column: text for column, (last, text) in spanning.items() if number <= last}
    for cell, text in line:
        if cell.column < stub and text and cell.row_span > 1:
            spanning[cell.column] = number + cell.row_span - 1, text
    return sorted((held | own).items())
