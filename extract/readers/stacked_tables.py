"""Tables that came out of a PDF file with each cell on a line of its own: a label, then a value for each column."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from ..layout import ONE_VALUE, Line
from .flat_lines import GRADE, FlatRow, Span

_SIZE = re.compile(r"(?P<name>.*?)[(\[]?\b[nN]\s?=\s?[\d,]+[)\]]?")
_COMPARISON = re.compile(r"(?:P|HR|OR|RR|hazard|odds|relative|rate|risk|difference)\b.{0,40}", re.IGNORECASE)
_CORNER = re.compile(
    r"(?:adverse events?|characteristics?|end ?points?|events?|outcomes?|parameters?|responses?|variables?)", re.I
)
_LONGEST = 70
"""Characters of a cell, at most; a longer line is running text."""
_FEWEST = 3
"""Rows of a table, at least."""


def stacked_rows(lines: list[Line]) -> tuple[list[FlatRow], list[FlatRow]] | None:
    """Find the head and the body of such a table among the lines below a caption; None where they don't count out.

    Nearly every label has as many values, and what stands above the first is as many names of columns.
    """
    blocks = list(_blocks(takewhile(_may_be_cell, lines)))
    counts = Counter(len(values) for _, values in blocks if len(values) > 1)
    width = max(counts, key=lambda size: counts[size], default=0)
    if counts[width] < _FEWEST or counts[width] * 4 < sum(counts.values()) * 3:
        return None
    head, first = _head(blocks[0][0], width)
    if not head or not first:
        return None
    rows = [(first, blocks[0][1]), *blocks[1:]]
    return head, [row for labels, values in rows for row in _rows(labels, values, width)]


def _may_be_cell(line: Line) -> bool:
    return len(line.text) <= _LONGEST and line.text[-1] not in ".;"


def _blocks(cells: Iterator[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Group cells into labels with the values that follow them."""
    labels: list[Line] = []
    values: list[Line] = []
    for cell in cells:
        value = ONE_VALUE.fullmatch(cell.text) is not None
        if values and not value:
            yield labels, values
            labels, values = [], []
        (values if value else labels).append(cell)
    if labels and values:
        yield labels, values


def _head(labels: list[Line], width: int) -> tuple[list[FlatRow], list[Line]]:
    """Part the labels above the first values into rows of names, and the labels of the first row of the body."""
    names, after = _sized(labels) or _unsized(labels, width)
    corner = labels[0] if names and labels[0].start < names[0][0] else None
    while names and len(names) < width and after and _COMPARISON.fullmatch(after[0].text):
        names, after = [*names, (after[0].start, after[0].end)], after[1:]
    head = [_named(labels[0], corner, names)]
    if len(names) < width and all(GRADE.fullmatch(line.text) for line in after[:width]):
        head, after = [*head, _named(after[0], None, [(line.start, line.end) for line in after[:width]])], after[width:]
    return (head, after) if names and len(head[-1].values) == width and width % len(names) == 0 else ([], [])


def _sized(labels: list[Line]) -> tuple[list[Span], list[Line]] | None:
    """Take for names what ends in the size of a group, which may stand on the next line."""
    sized = [(place, match) for place, line in enumerate(labels) if (match := _SIZE.fullmatch(line.text))]
    if len(sized) < 2 or (sized[0][0] == 0 and not sized[0][1]["name"]):
        return None
    names = [(labels[place if match["name"] else place - 1].start, labels[place].end) for place, match in sized]
    return names, labels[sized[-1][0] + 1 :]


def _unsized(labels: list[Line], width: int) -> tuple[list[Span], list[Line]]:
    """Take for names the lines behind a corner, where one more follows them that labels the first row."""
    torn = any(_SIZE.fullmatch(line.text) for line in labels)
    names = labels[1 : width + 1] if _CORNER.fullmatch(labels[0].text) and not torn else []
    return [(line.start, line.end) for line in names], labels[width + 1 :]


def _named(line: Line, corner: Line | None, names: list[Span]) -> FlatRow:
    return FlatRow(line, (corner.start, corner.end) if corner else (line.start, line.start), names)


def _rows(labels: list[Line], values: list[Line], width: int) -> Iterator[FlatRow]:
    """Give the headings among the labels, and the row of the last one, with the lines that it is broken into."""
    if len(values) != width:
        return
    last = len(labels) - 1
    while last and re.match(r"[a-z(—–-]", labels[last].text):
        last -= 1
    for heading in labels[:last]:
        yield FlatRow(heading, (heading.start, heading.end), [])
    spans = [(line.start + m.start(1), line.start + m.end(1)) for line in values if (m := ONE_VALUE.match(line.text))]
    yield FlatRow(values[0], (labels[last].start, labels[-1].end), spans)
