"""The lay-out of a printed page: words to rows, rows to columns of text in reading order, aligned rows to tables.

Lengths are in points, from the page's top left corner.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class Word:
    """A word and the box around it."""

    x0: float
    x1: float
    top: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        """From the top of the letters to their bottom."""
        return self.bottom - self.top


WIDEST = 14_400.0
"""No page is wider, says the standard (ISO 32000-1, annex C); a file may, and would be looked through for ever."""
Row = list[Word]
"""Words on one line of the page, from left to right."""


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Put words on one row whose middle lies within the height of the row's first; raised figures join their row."""
    found = sorted(words, key=lambda word: (word.top + word.bottom, word.x0))
    usual = median(word.height for word in found) if found else 0.0
    rows: list[Row] = []
    for word in (word for word in found if word.height > 0.75 * usual):
        if rows and rows[-1][0].top < (word.top + word.bottom) / 2 < rows[-1][0].bottom:
            rows[-1].append(word)
        else:
            rows.append([word])
    for word in (word for word in found if word.height <= 0.75 * usual):
        nearest = max(rows, key=lambda row: _overlap(row[0], word))
        if _overlap(nearest[0], word) > 0:
            nearest.append(word)
        else:
            rows.append([word])
    return sorted((sorted(row, key=lambda word: word.x0) for row in rows), key=lambda row: max(w.bottom for w in row))


def _overlap(one: Word, other: Word) -> float:
    return min(one.bottom, other.bottom) - max(one.top, other.top)


def segments(row: Row, widest: float = 1.0) -> list[Row]:
    """Split a row where the gap between two words is wider than `widest` heights of the letters."""
    parts = [[row[0]]] if row else []
    for before, word in pairwise(row):
        if word.x0 - before.x1 > widest * before.height:
            parts.append([])
        parts[-1].append(word)
    return parts


def text_of(words: Row) -> str:
    """Join words with spaces; what touches the word before, as a raised figure does, follows without one."""
    joints = ("" if word.x0 - before.x1 < 0.1 * before.height else " " for before, word in pairwise(words))
    return "".join(chain.from_iterable(zip(("", *joints), (word.text for word in words), strict=True)))


def reading_order(rows: list[Row], width: float) -> Iterator[list[Row]]:
    """Give the page's streams of rows in the order they are read: what spans the page, left column, right column."""
    gutter = _gutter(rows, width) if width <= WIDEST else None
    if gutter is None:
        yield rows
        return
    full: list[Row] = []
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        sides = [word for word in row if word.x1 <= gutter], [word for word in row if word.x0 >= gutter]
        if _spans(row, gutter, width):
            yield from filter(None, (left, right))
            left, right = [], []
            full.append(row)
            continue
        if full:
            yield full
            full = []
        for column, side in zip((left, right), sides, strict=True):
            if side:
                column.append(side)
    yield from filter(None, (full, left, right))


def _gutter(rows: list[Row], width: float) -> float | None:
    """Find the middle of the empty strip between two columns of text; `None` where there is one column."""
    counted = ((_crossed(rows, x), abs(x - width / 2), x) for x in range(int(0.35 * width), int(0.65 * width), 2))
    crossed, _, x = min(counted, default=(0, 0.0, 0))
    left = [_extent([word for word in row if word.x1 <= x]) for row in rows]
    right = [_extent([word for word in row if word.x0 >= x]) for row in rows]
    beside = min(sum(1 for extent in side if extent > width / 4) for side in (left, right))
    return float(x) if beside >= 5 and crossed < beside else None


def _crossed(rows: list[Row], x: float) -> int:
    return sum(any(word.x0 < x + 3 and word.x1 > x - 3 for word in row) for row in rows)


def _extent(words: Row) -> float:
    """Give the width that a side's words cover; nothing where they stand in cells apart from each other."""
    return words[-1].x1 - words[0].x0 if words and len(segments(words)) == 1 else 0.0


def _spans(row: Row, gutter: float, width: float) -> bool:
    """Tell whether a row runs over both columns: over the gutter itself, or as a row of cells on both sides of it."""
    if any(word.x0 < gutter + 3 and word.x1 > gutter - 3 for word in row):
        return True
    left = [word for word in row if word.x1 <= gutter]
    right = [word for word in row if word.x0 >= gutter]
    both = bool(left and right)
    return both and len(segments(row)) > 2 and max(_extent(left), _extent(right)) < width / 4


def blocks(rows: list[Row]) -> Iterator[tuple[list[Row], bool]]:
    """Part a stream of rows into paragraphs and tables; tables are told by `True`."""
    block: list[Row] = []
    tabular = False
    for row, in_table in zip(rows, _tabular(rows), strict=True):
        if block and (in_table != tabular or (not in_table and _apart(block[-1], row))):
            yield block, tabular
            block = []
        tabular = in_table
        block.append(row)
    if block:
        yield block, tabular


def _apart(above: Row, below: Row) -> bool:
    return below[0].top - above[0].top > 1.7 * above[0].height or below[0].top < above[0].top


def _tabular(rows: list[Row]) -> list[bool]:
    """Mark the rows of tables: three rows or more of several cells, and the single ones right between two of them."""
    several = [len(segments(row)) > 1 for row in rows]
    for place in range(1, len(rows) - 1):
        several[place] = several[place] or (several[place - 1] and several[place + 1])
    marked = [False] * len(rows)
    start = 0
    for place in range(len(rows) + 1):
        if place == len(rows) or not several[place]:
            if place - start >= 3:
                marked[start:place] = [True] * (place - start)
            start = place + 1
    return marked
