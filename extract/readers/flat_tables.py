"""Tables that lost their rules and gaps on the way out of a PDF file: `Neutropenia 10 (30) 3 (9)` below a caption.

A table is taken only where the pieces of its head match the number of values in its rows; all else stays text.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, takewhile

from ...ontology.document import Cell, Table
from ..layout import Line
from .flat_lines import COMPARISON, FlatRow, Span, flat_row, names_of
from .stacked_tables import stacked_rows

_CAPTION = re.compile(r"(?:TABLE|Table)\s+(?:\d{1,2}|[IVX]{1,4})(?:\s?[.:|])?\s+[A-Z(]")
_TOTAL = re.compile(r"(?:overall|total|all)\b", re.IGNORECASE)
_NOTE = re.compile(r"(?:[*†‡§]+ ?)?(?:values|data|figures|numbers|results) (?:are|shown are)\b", re.IGNORECASE)
_UNIT = re.compile(r"(?:n|no|number|percent|%|months?|weeks?|days?|years?|patients|of|with|[()\s,])+")
_FEWEST = 3
"""Rows of a table, at least."""
_REACH = 80
"""How many lines below a caption its table may end."""


def flat_tables(text: str, lines: list[Line]) -> Iterator[Table]:
    """Find the tables below captions among the lines of a text."""
    captions = [number for number, line in enumerate(lines) if _CAPTION.match(line.text)]
    for number, following in pairwise([*captions, len(lines)]):
        below = lines[number + 1 : min(following, number + _REACH)]
        rows = [flat_row(line) for line in below]
        parted = _parted(rows) or stacked_rows(below)
        if parted:
            yield _table(text, lines[number], rows, *parted)


def _parted(rows: list[FlatRow]) -> tuple[list[FlatRow], list[FlatRow]] | None:
    """Find the head and the body of a table whose rows are lines."""
    counts = Counter(len(row.values) for row in rows if row.values)
    width = max(counts, key=lambda size: (counts[size], size), default=0)
    ragged = ((width + 2, width), (width + 1, width), (width, width - 1), (width, width - 2))
    several = (sizes for sizes in (*ragged, (width,)) if all(counts[size] for size in sizes))
    full = (sizes for sizes in several if sum(counts[size] for size in sizes) >= _FEWEST)
    return next((found for sizes in full if (found := _of_sizes(rows, sizes))), None)


def _of_sizes(rows: list[FlatRow], sizes: tuple[int, ...]) -> tuple[list[FlatRow], list[FlatRow]] | None:
    """Find the head and the body of a table whose rows have so many values.

    Of two sizes, the less is of rows without what the last columns compare: `ORR 17 (11) 1 (1)` below `A B P value`.
    """
    first = next((place for place, row in enumerate(rows) if len(row.values) in sizes and not row.repeats), 0)
    above, body = rows[max(0, first - 6) : first], _body(rows[first:], sizes)
    head = _head(above, body, sizes[0])
    compared = list(takewhile(COMPARISON.fullmatch, reversed(head[-1].texts()))) if head else []
    if not (head and body) or (len(sizes) > 1 and len(compared) != sizes[0] - sizes[-1]):
        return None
    loose = [row for row in above if row.label[0] > head[-1].line.start and not row.values]
    return head, [*loose, *body]


def _table(text: str, caption: Line, rows: list[FlatRow], head: list[FlatRow], body: list[FlatRow]) -> Table:
    """Make a table; what stands between caption and head is the caption's rest, and footnotes behind a gap."""
    cells = tuple(_cells(text, head, body, len(max((row.values for row in body), key=len))))
    start = min(cell.start for cell in cells)
    above = [row.line for row in rows if row.line.end <= start]
    wrapped = list(takewhile(lambda line: line.gap == 1, above))
    return Table(
        start=start,
        end=cells[-1].end,
        cells=cells,
        caption=" ".join(line.text for line in (caption, *wrapped)),
        footnotes=" ".join([*(line.text for line in above[len(wrapped) :]), *_note_below(rows, cells[-1].end)]),
    )


def _note_below(rows: list[FlatRow], end: int) -> Iterator[str]:
    """Give the line right below a table that says what its values are."""
    below = next((row.line.text for row in rows if row.line.start >= end and not row.values), "")
    if _NOTE.match(below):
        yield below


def _body(rows: list[FlatRow], sizes: tuple[int, ...]) -> list[FlatRow]:
    """Give the rows with a label and all values, and the labels that stand alone over some, up to running text.

    A label in lower case goes on with the one right before it; where that has values of its own, it is not whole.
    """
    found: list[FlatRow] = []
    loose = 0
    for before, row in zip([None, *rows], rows, strict=False):
        loose = 0 if row.values else loose + 1
        if loose > 2 or (loose and (len(row.line.text) > 70 or row.line.text[-1] in ".;,-")):
            break
        whole = len(row.values) in sizes and row.label[0] < row.label[1]
        goes_on = found and found[-1] is before and row.line.gap == 1 and row.line.text[0].islower()
        if goes_on and whole and not found[-1].values:
            found.append(FlatRow(row.line, (found.pop().label[0], row.label[1]), row.values))
        elif goes_on and loose:
            found = found if _UNIT.fullmatch(row.line.text) else found[:-1]
        elif loose or whole:
            found.append(row)
    while found and not found[-1].values:
        found.pop()
    return found


def _head(above: list[FlatRow], body: list[FlatRow], width: int) -> list[FlatRow]:
    """Match lines above the body to its columns, from the lowest up; empty where no names are found for the columns.

    The values of a row of the head are the names, which share the columns evenly.
    """
    head: list[FlatRow] = []
    named = False
    groups = width
    for row in reversed(above):
        sizes = [groups, *(size for size in range(groups - 1, 1, -1) if head and groups % size == 0)]
        found = next((split for size in sizes if (split := names_of(row, size, upper=bool(head)))), None)
        if found:
            named = named or not row.values
            groups = len(found.values)
            head.insert(0, _total_last(found, [*above, *body]))
    return head if named else []


def _total_last(head: FlatRow, rows: list[FlatRow]) -> FlatRow:
    """Put a total that was printed before the parts behind them, if there the counts in the rows add up to it."""
    counts = [[int(match[0]) for text in row.texts() if (match := re.match(r"\d{1,9}", text))] for row in rows]
    full = [row for row in counts if len(row) == len(head.values)]
    behind = sum(row[-1] == sum(row[:-1]) for row in full) > sum(row[0] == sum(row[1:]) for row in full)
    if behind and _TOTAL.match(head.texts()[0]):
        return FlatRow(head.line, head.label, [*head.values[1:], head.values[0]])
    return head


def _cells(text: str, head: list[FlatRow], body: list[FlatRow], width: int) -> Iterator[Cell]:
    for number, row in enumerate([*head, *body]):
        header = number < len(head)
        if row.label[0] < row.label[1]:
            yield _cell(text, row.label, number, 0, 1 if row.values else width + 1, header=header)
        wide = width // len(row.values) if header and row.values else 1
        for place, span in enumerate(row.values):
            yield _cell(text, span, number, 1 + place * wide, wide, header=header)


def _cell(text: str, span: Span, row: int, column: int, wide: int, *, header: bool) -> Cell:
    start, end = span
    return Cell(start=start, end=end, text=text[start:end], row=row, column=column, column_span=wide, header=header)
