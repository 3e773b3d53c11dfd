"""Tables that lost their rules and gaps on the way out of a PDF file: `Neutropenia 10 (30) 3 (9)` below a caption.

A table is taken only where the pieces of its head match the number of values in its rows; all else stays text.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from ...ontology.document import Cell, Table
from ..layout import ONE_VALUE, ROW_LIMIT, VALUES, Line

_CAPTION = re.compile(r"(?:TABLE|Table)\s+(?:\d{1,2}|[IVX]{1,4})[.:]?\s+[A-Z(]")
_SIZED = re.compile(r"([^()\s][^()]{0,200}\([nN]\s?=\s?[\d,]+\))")
_DOSED = re.compile(r"(\S(?:(?!(?<![\d.])\d+(?:\.\d+)?\s?(?:mg|µg|μg|mcg|g)\b).)*)")
_WORD = re.compile(r"(?:\[[\d,\s–-]+\])|([A-Z0-9]\S*?)(?:(?<=[A-Z]{2})[a-h])?(?=\s|$)")
_ACRONYM = re.compile(r"[A-Z].*[A-Z]|[\d-]")
_LOWER = re.compile(r"(?:^|\s)[a-z]")
_STUB = re.compile(
    r"(?:Adverse events?|Characteristics?|End ?points?|Events?|Outcomes?|Parameters?|Variables?)\s", re.I
)
_TOTAL = re.compile(r"(?:overall|total|all)\b", re.IGNORECASE)
_REACH = 80
"""How many lines below a caption its table may end."""

Span = tuple[int, int]
"""Offsets of the document's text."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line under a caption: where its label and its values stand."""

    line: Line
    label: Span
    values: list[Span]

    def texts(self) -> list[str]:
        return [self.line.text[start - self.line.start : end - self.line.start] for start, end in self.values]


def flat_tables(text: str, lines: list[Line]) -> Iterator[Table]:
    """Find the tables below captions among the lines of a text."""
    captions = [number for number, line in enumerate(lines) if _CAPTION.match(line.text)]
    for number, following in pairwise([*captions, len(lines)]):
        rows = [_row(line) for line in lines[number + 1 : min(following, number + _REACH)]]
        if table := _table(text, lines[number], rows):
            yield table


def _row(line: Line) -> _Row:
    found = VALUES.search(line.text) if len(line.text) < ROW_LIMIT else None
    first = found.start() if found else len(line.text)
    values = [match.span(1) for match in ONE_VALUE.finditer(line.text, first)] if found else []
    label = line.start + len(line.text[:first].rstrip())
    return _Row(line, (line.start, label), [(line.start + start, line.start + end) for start, end in values])


def _table(text: str, caption: Line, rows: list[_Row]) -> Table | None:
    counts = Counter(len(row.values) for row in rows if row.values)
    width = max(counts, key=lambda size: (counts[size], size), default=0)
    first = next((place for place, row in enumerate(rows) if len(row.values) == width and not _repeats(row)), 0)
    body = _body(rows[first:], width)
    head = _head(rows[max(0, first - 6) : first], body, width)
    if counts[width] < 3 or not head:
        return None
    cells = tuple(_cells(text, head, body, width))
    start = min(cell.start for cell in cells)
    above = [row.line for row in rows if row.line.end <= start]
    wrapped = list(takewhile(lambda line: line.gap == 1, above))
    return Table(
        start=start,
        end=cells[-1].end,
        cells=cells,
        caption=" ".join(line.text for line in (caption, *wrapped)),
        footnotes=" ".join(line.text for line in above[len(wrapped) :]),
    )


def _repeats(row: _Row) -> bool:
    """Tell whether a row belongs to the head, the same few marks over and over: `1-4 ≥3 1-4 ≥3`."""
    texts = row.texts()
    sizes = range(2, len(texts) // 2 + 1)
    return any(len(texts) % size == 0 and texts == texts[:size] * (len(texts) // size) for size in sizes)


def _body(rows: list[_Row], width: int) -> list[_Row]:
    """Give the rows with a label and all values, and the labels that stand alone over some, up to running text."""
    found: list[_Row] = []
    loose = 0
    for row in rows:
        loose = 0 if row.values else loose + 1
        if loose > 2 or (loose and (len(row.line.text) > 70 or row.line.text[-1] in ".;:,-")):
            break
        if loose or (len(row.values) == width and row.label[0] < row.label[1]):
            found.append(row)
    while found and not found[-1].values:
        found.pop()
    return found


def _head(above: list[_Row], body: list[_Row], width: int) -> list[_Row]:
    """Match lines above the body to its columns, from the lowest up; empty where no names are found for the columns.

    The values of a row of the head are the names, which share the columns evenly.
    """
    head: list[_Row] = []
    named = False
    groups = width
    for row in reversed(above):
        sizes = [groups, *(size for size in range(groups - 1, 1, -1) if head and groups % size == 0)]
        found = next((split for size in sizes if (split := _split(row, size, upper=bool(head)))), None)
        if found:
            named = named or not row.values
            groups = len(found.values)
            head.insert(0, _total_last(found, [*above, *body]))
    return head if named else []


def _split(row: _Row, size: int, *, upper: bool) -> _Row | None:
    """Split a line of the head into the names of so many columns; `None` where it doesn't split so."""
    if row.values:
        return row if len(row.values) == size else None
    text, offset = row.line.text, row.line.start
    stub = _STUB.match(text)
    after = stub.end() if stub else 0
    for pattern in (_SIZED, _DOSED, _WORD):
        spans = [match.span(1) for match in pattern.finditer(text, after) if match[1]]
        if len(spans) != size or (pattern is _WORD and not _are_names(text, spans, strict=upper and not stub)):
            continue
        names = [(offset + start, offset + len(text[:end].rstrip())) for start, end in spans]
        return _Row(row.line, (offset, offset + len(text[:after].rstrip())), names)
    return None


def _are_names(text: str, spans: list[Span], *, strict: bool) -> bool:
    """Tell whether the words of a line may each name a column: none in lower case, and if `strict` all acronyms."""
    return not _LOWER.search(text) and not (strict and not all(_ACRONYM.search(text[slice(*span)]) for span in spans))


def _total_last(head: _Row, rows: list[_Row]) -> _Row:
    """Put a total that was printed before the parts behind them, if there the counts in the rows add up to it."""
    counts = [[int(match[0]) for text in row.texts() if (match := re.match(r"\d{1,9}", text))] for row in rows]
    full = [row for row in counts if len(row) == len(head.values)]
    behind = sum(row[-1] == sum(row[:-1]) for row in full) > sum(row[0] == sum(row[1:]) for row in full)
    if behind and _TOTAL.match(head.texts()[0]):
        return _Row(head.line, head.label, [*head.values[1:], head.values[0]])
    return head


def _cells(text: str, head: list[_Row], body: list[_Row], width: int) -> Iterator[Cell]:
    for number, row in enumerate([*head, *body]):
        header = number < len(head)
        if row.label[0] < row.label[1]:
            yield _cell(text, row.label, number, 0, 1 if row.values else width + 1, header=header)
        wide = width // len(row.values) if row.values else 1
        for place, span in enumerate(row.values):
            yield _cell(text, span, number, 1 + place * wide, wide, header=header)


def _cell(text: str, span: Span, row: int, column: int, wide: int, *, header: bool) -> Cell:
    start, end = span
    return Cell(start=start, end=end, text=text[start:end], row=row, column=column, column_span=wide, header=header)
