"""Headers that lost how many columns they span, as they do where tables become lines with bars between the cells.

`Event | A (n = 9) | B (n = 8) | |` above `Any grade | Grade 3 | Any grade | Grade 3` has four columns of values.
"""

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from ...ontology.document import Cell

Line = list[tuple[Cell, str]]
_VALUE: Final = re.compile(r"[<>≤≥~±+-]?\s*\d|[-—–.]+$|(?:NR|NE|NA)\b")
_STUB: Final = re.compile(
    r"(?:(?:any|most|common|treatment|emergent|related|drug|serious|immune|clinical|efficacy|safety|baseline|toxicity"
    r"|preferred|adverse|patient|response|outcome)\W+){0,4}"
    r"(?:events?|AEs?|TEAEs?|toxicit\w+|characteristics?|parameters?|variables?|outcomes?|end ?points?|responses?"
    r"|measures?|metrics?|reactions?|terms?|categor\w+|subgroups?|trials?|stud(?:y|ies)|efficacy)\b(?!.*\b[nN]\s?=)",
    re.IGNORECASE,
)
"""The header of the column of labels."""
_SIZE: Final = re.compile(r"\b[nN]\s?=")
_LOWEST: Final = 2
"""Rows of a head below which no further one stands."""


def with_spans(lines: list[Line]) -> list[Line]:
    """Put headers back over their columns, where their number tells how many each had; the lines as they are, else."""
    if any(cell.column_span > 1 or cell.row_span > 1 for line in lines for cell, _ in line):
        return lines
    first = next((n for n, line in enumerate(lines) if n and _holds_values(line)), 0)
    filled = [_filled(line) for line in lines[first:] if _holds_values(line)]
    width = Counter(cells[-1][0].column + 1 for cells in filled).most_common(1)[0][0] if first else 0
    head = [_filled(line) for line in lines[:first]]
    reach = max((cell.column + 1 for cells in head for cell, _ in cells), default=width)
    below = next((n for n, cells in enumerate(head) if n and len(cells) < _LOWEST), len(head))
    rows = head[: min(below, _LOWEST)]
    whole = all(cells[-1][0].column + 1 == width for cells in rows if cells)
    if width <= _LOWEST or reach > width or not rows or whole:
        return lines
    placed = [_placed(cells, lines[n], width, upper=n + 1 < len(rows)) for n, cells in enumerate(rows)]
    return [*placed, *lines[len(rows) :]] if all(placed) else lines


def _holds_values(line: Line) -> bool:
    values = [bool(_VALUE.match(text)) for cell, text in line if cell.column and text]
    return bool(values) and 2 * sum(values) > len(values)


def _filled(line: Line) -> Line:
    return [(cell, text) for cell, text in line if text]


def _placed(cells: Line, line: Line, width: int, *, upper: bool) -> Line:
    """Share the columns of values out evenly among the headers of a row; none where that does not come out."""
    labelled = _labelled(cells, line, width, upper=upper)
    names = cells[1:] if labelled else cells
    if labelled is None or not names or (width - 1) % len(names):
        return []
    span = (width - 1) // len(names)
    if span > 1 and not upper:
        return []  # nothing would tell the columns below apart
    placed = [
        (replace(cell, column=1 + place * span, column_span=span, header=True), text)
        for place, (cell, text) in enumerate(names)
    ]
    return [(replace(cells[0][0], header=True), cells[0][1]), *placed] if labelled else placed


def _labelled(cells: Line, line: Line, width: int, *, upper: bool) -> bool | None:
    """Whether the first header is that of the column of labels; None where that can't be told."""
    if not cells or (line[0][0].column == 0 and not line[0][1]):
        return False
    if len(cells) == width or _STUB.match(cells[0][1]):
        return True
    fits = (width - 1) % len(cells) == 0, len(cells) > _LOWEST and (width - 1) % (len(cells) - 1) == 0
    if not upper or all(fits):
        sized = [bool(_SIZE.search(text)) for _, text in cells]
        return False if not upper or all(sized) else True if all(sized[1:]) else None
    return fits[1] if any(fits) else None
