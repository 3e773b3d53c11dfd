"""Tables with arms as rows, turned so that arms are columns."""

from collections.abc import Iterator
from itertools import groupby

from ...ontology.facts import Trial
from ..context import Context
from .columns import Column, read_columns
from .grid import Grid, Head, Row, Value
from .labels import Sheet
from .trial_rows import by_trials

Oriented = tuple[Grid, dict[int, Column]]
"""A table, or a part of one, with what its columns hold."""


def oriented(context: Context, sheet: Sheet, grid: Grid, trial: Trial) -> list[Oriented]:
    """Read the columns of a table; where none is of an arm, those of the blocks of rows that name two arms or more."""
    if trials := by_trials(context, sheet, grid):
        return trials
    columns = read_columns(context, sheet, grid.columns, trial)
    if any(column.kind == "arm" for column in columns.values()):
        return [(grid, columns)]
    turned = [(block, read_columns(context, sheet, block.columns, trial)) for block in _blocks(grid)]
    arms = [(block, typed) for block, typed in turned if sum(c.kind == "arm" for c in typed.values()) > 1]
    return arms or [(grid, columns)]


def _blocks(grid: Grid) -> Iterator[Grid]:
    """Turn each run of rows below the same headings; headings and the corner head the turned rows."""
    for groups, run in groupby(grid.rows, key=lambda row: row.groups):
        rows = list(run)
        columns = {number: (Head(row.label, "", row.start, row.start),) for number, row in enumerate(rows)}
        yield Grid(columns, tuple(_turned(grid, groups, rows)))


def _turned(grid: Grid, groups: tuple[str, ...], rows: list[Row]) -> Iterator[Row]:
    for column, path in grid.columns.items():
        above = [path[0].label, *groups, *(head.text for head in path[:-1])]
        values = [
            Value(value.text, value.start, value.end, number, label=row.start)
            for number, row in enumerate(rows)
            for value in row.values
            if value.column == column and value.wide == 1
        ]
        yield Row(path[-1].text, tuple(filter(None, above)), path[-1].start, tuple(values))
