"""Tables of several trials, a row for each: `CASTOR | DVd vs Vd | NR vs 7.2 | 0.39 (0.28-0.53)`.

Each row is turned into a small table of its own, with a column for each of the two arms.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Trial
from ..arms.registry import ArmEntry
from ..context import Context
from .announcements import effect_of
from .column_arms import arms_named, trials_named
from .columns import Column
from .grid import Grid, Head, Row, Value
from .labels import Sheet, spellings

_VERSUS: Final = re.compile(r"\s+(?:vs\.?|versus|v)\s+")
_LETTERS: Final = re.compile(r"[A-Za-z]{2}")
_PAIR: Final = 2


def sides_of(grid: Grid) -> Iterator[str]:
    """Every text of a table that stands on one side of a `vs`, in all its spellings."""
    for row in grid.rows:
        for text in (row.label, *row.groups, *(value.text for value in row.values)):
            yield from (s for side in _named_sides(text) for s in spellings(side))


def by_trials(context: Context, sheet: Sheet, grid: Grid) -> list[tuple[Grid, dict[int, Column]]]:
    """Turn the rows of a table that name a trial each; none unless nearly all do, each another one."""
    named = [(row, trials_named(context, " ".join((*row.groups, row.label)))) for row in grid.rows]
    single = [(row, trials[0]) for row, trials in named if len(trials) == 1]
    if len({trial for _, trial in single}) < _PAIR or len(single) * 4 < len(named) * 3:
        return []
    return [turned for row, trial in single if (turned := _turned(context, sheet, grid, row, trial))]


def _turned(
    context: Context, sheet: Sheet, grid: Grid, row: Row, trial: Trial
) -> tuple[Grid, dict[int, Column]] | None:
    arms = _arms(context, sheet, row, trial)
    if len(arms) != _PAIR:
        return None
    columns = {place: Column(kind="arm", trial=trial, entries=(entry,)) for place, entry in enumerate(arms)}
    heads = {place: (Head(row.label, "", row.start, row.start),) for place in columns}
    return Grid(heads, tuple(_rows(grid, row))), columns


def _arms(context: Context, sheet: Sheet, row: Row, trial: Trial) -> list[ArmEntry]:
    """The two arms that the row sets against each other, in the order that its values follow."""
    for text in (row.label, *row.groups, *(value.text for value in row.values)):
        sides = [arms_named(context, sheet, side, trial) for side in _named_sides(text)]
        if len(sides) == _PAIR and all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
            return [side[0] for side in sides]
    return []


def _rows(grid: Grid, row: Row) -> Iterator[Row]:
    """The cells of a row under their heads: a value for each arm, or a ratio between them."""
    for value in row.values:
        head = " ".join(head.text for head in grid.columns.get(value.column, ()))
        sides = [value.text] if effect_of(head) else _sides(value.text)
        if value.wide == 1 and head and (len(sides) == _PAIR or effect_of(head)):
            cells = (Value(side, value.start, value.end, n, label=row.start) for n, side in enumerate(sides))
            yield Row(head, (), row.start, tuple(cells))


def _named_sides(text: str) -> list[str]:
    """The sides of a comparison in words, which may name arms."""
    sides = _sides(text)
    return sides if all(map(_LETTERS.search, sides)) else []


def _sides(text: str) -> list[str]:
    sides = _VERSUS.split(text)
    return sides if len(sides) == _PAIR else []
