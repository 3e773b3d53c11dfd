"""Tables without rules between their cells: columns are found by what stands under what."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from .draft import GridCell
from .page_layout import Row, segments, text_of

Extent = tuple[float, float]
"""From where to where something reaches, from left to right, in points."""
_WIDEST_SPACE = 0.7
"""The widest space between the words of a cell, in heights of the letters."""


def grid_of(rows: list[Row]) -> Iterator[GridCell]:
    """Lay out aligned rows as a table: a cell belongs to each column that it stands under or over."""
    parts = [segments(row, _WIDEST_SPACE) for row in rows]
    columns = _columns(parts)
    head = _head(parts)
    for number, cells in enumerate(parts):
        places = _shared(cells, columns) if number < head - 1 else [_under(cell, columns) for cell in cells]
        for first, group in groupby(zip(places, cells, strict=True), key=lambda placed: placed[0][0]):
            together = list(group)
            yield GridCell(
                text=" ".join(text_of(cell) for _, cell in together),
                row=number,
                column=first,
                column_span=max(place[-1] for place, _ in together) - first + 1,
                header=number < head,
            )


def _extent(cell: Row) -> Extent:
    return cell[0].x0, cell[-1].x1


def _apart(one: Extent, other: Extent) -> float:
    """Give the gap between two extents; less than nothing where they overlap."""
    return max(one[0], other[0]) - min(one[1], other[1])


def _under(cell: Row, columns: list[Extent]) -> list[int]:
    """Give the columns that a cell overlaps, or else the nearest one."""
    gaps = [_apart(_extent(cell), column) for column in columns]
    return [place for place, gap in enumerate(gaps) if gap < 0] or [gaps.index(min(gaps))]


def _shared(cells: list[Row], columns: list[Extent]) -> list[list[int]]:
    """Share the columns out among the cells of an upper row of the head.

    A cell set flush left with a column reaches to the next cell; one set in the middle takes the columns next to it.
    """
    flush = [[place for place, column in enumerate(columns) if abs(column[0] - cell[0].x0) < 2] for cell in cells]
    if all(flush):
        starts = [places[0] for places in flush]
        return [list(range(start, end)) for start, end in pairwise([*starts, len(columns)])]
    shares: list[list[int]] = [[] for _ in cells]
    middles = [sum(_extent(cell)) for cell in cells]
    for place, column in enumerate(columns):
        distances = [abs(sum(column) - middle) for middle in middles]
        nearest = distances.index(min(distances))
        if place or _apart(_extent(cells[nearest]), column) < 0:
            shares[nearest].append(place)
    return [share or _under(cell, columns) for share, cell in zip(shares, cells, strict=True)]


def _columns(parts: list[list[Row]]) -> list[Extent]:
    """Give the extents of the columns: of the cells in the fullest rows, and of what stands clear of all of them."""
    most = max(map(len, parts))
    columns: list[Extent] = []
    for extent in sorted(_extent(cell) for cells in parts if len(cells) == most for cell in cells):
        if columns and _apart(columns[-1], extent) < 0:
            columns[-1] = columns[-1][0], max(columns[-1][1], extent[1])
        else:
            columns.append(extent)
    for extent in (_extent(cell) for cells in parts if len(cells) > 1 for cell in cells[:1]):
        if all(_apart(extent, column) > 0 for column in columns):
            columns.append(extent)
    return sorted(columns)


def _head(parts: list[list[Row]]) -> int:
    """Count the rows at the top without a figure after the first cell, one at least; a lone cell heads rows below."""
    figures = (number for number, cells in enumerate(parts) if any(cell[0].text[:1].isdigit() for cell in cells[1:]))
    head = next(figures, 1)
    while head > 1 and len(parts[head - 1]) == 1:
        head -= 1
    return max(1, head)
