"""What the rows of one table share."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ...ontology.document import Table
from ...ontology.facts import AdverseEventResult, Arm, OutcomeResult, Relation
from ..context import Context
from ..results.quantities import numerals
from ..results.quantities.finding import find_quantities
from .announcements import first_hint, hint_of, level_of
from .cells import CellValue, Hint, read_cell
from .columns import Column
from .grid import Grid, Value
from .labels import Sheet

_SAFETY: Final = re.compile(
    r"adverse|toxic|side[- ]effect|safety|\bTE?AEs?\b|\bAEs?\b|complication|tolerab", re.IGNORECASE
)
_EVENTS: Final = re.compile(r"events?(?:\W.*)?|reactions?", re.IGNORECASE)
_MARKED_P: Final = re.compile(r"(?:^|[\s,;.])(?P<mark>[*†‡§¶]+)\s*[Pp]\s*(?P<rel>[<=≤])\s*(?P<p>\d*\.\d+)")
_NEAR: Final = 1
"""How far, in percent, a printed percentage may be from the one counted."""
_FEWEST: Final = 3
"""Cells that must fit before a table's form is known."""

Claim = OutcomeResult | AdverseEventResult
Printed = tuple[Claim, Value]
"""A claim and the cell that states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A table with what is known of it before its rows are read."""

    context: Context
    table: Table
    caption: str
    sheet: Sheet
    columns: Mapping[int, Column]
    safety: bool
    hint: Hint
    form: Hint
    grade: str
    """The one grade of all events, where caption or corner name it."""
    level: Decimal | None
    marks: Mapping[str, tuple[Relation, Decimal]]
    sizes: Mapping[Arm, int]
    unreported: bool
    """Whether the footnotes say that NR is `not reported`."""


def setting_of(
    context: Context,
    table: Table,
    caption: str,
    grid: Grid,
    sheet: Sheet,
    columns: Mapping[int, Column],
    sizes: Mapping[Arm, int],
) -> Setting:
    """Gather what caption, headers and footnotes say of all cells."""
    corners = sorted({head.label for path in grid.columns.values() for head in path})
    around = " ".join((caption, *corners, *(head.text for path in grid.columns.values() for head in path)))
    return Setting(
        context=context,
        table=table,
        caption=caption,
        sheet=sheet,
        columns=columns,
        safety=bool(_SAFETY.search(around))
        or any(_EVENTS.fullmatch(c) for c in corners)
        or any(c.grade for c in columns.values()),
        hint=first_hint(text for text in (caption, *corners, table.footnotes) if "percent" in hint_of(text)),
        form=_form(grid, columns),
        grade=_grade((caption, *corners)),
        level=level_of(around) or level_of(table.footnotes),
        marks={m["mark"]: (numerals.RELATIONS[m["rel"]], Decimal(m["p"])) for m in _MARKED_P.finditer(table.footnotes)},
        sizes=sizes,
        unreported=bool(re.search(r"\bNR\b\W{0,3}not reported", table.footnotes, re.IGNORECASE)),
    )


def _grade(texts: Iterable[str]) -> str:
    found = {q.name for text in texts for q in find_quantities(text) if q.kind == "grade"}
    return found.pop() if len(found) == 1 else ""


def counted(text: str, total: int | None) -> CellValue | None:
    """`8 (33)` under no hint is a count with its percentage where that fits the size of the group."""
    cell = read_cell(text, "count percent")
    if cell is None or cell.count is None or cell.value is None or not total or cell.count > total:
        return None
    return cell if abs(100 * cell.count / Decimal(total) - cell.value) <= _NEAR else None


def _form(grid: Grid, columns: Mapping[int, Column]) -> Hint:
    """What unannounced cells are: counts with percentages, where nearly all that look so fit the sizes of groups."""
    values = [v for row in grid.rows for v in row.values if v.column in columns and "(" in v.text]
    looking = [(v.text, columns[v.column].total) for v in values]
    fitting = sum(counted(text, total) is not None for text, total in looking)
    return "count percent" if fitting >= _FEWEST and fitting * 10 >= len(looking) * 8 else ""
