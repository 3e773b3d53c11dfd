"""A table doesn't give one thing two values: where a reading says so, a heading was not understood."""

from collections import defaultdict
from collections.abc import Hashable

from ..results.contradictions import about_and_figures
from .grid import Row
from .labelled import concepts, read_label
from .labels import Sheet
from .setting import Printed


def consistent(sheet: Sheet, read: list[tuple[Row, list[Printed]]]) -> list[tuple[Row, list[Printed]]]:
    """Leave out claims of rows with one label that differ in their figures alone.

    Headings that name an endpoint or event may tell them apart, by a reviewer or a definition: those are kept.
    """
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for row, printed in read:
        for claim, _ in printed:
            about, figures = about_and_figures(claim)
            found[_key(sheet, row, about)].add(figures)

    def agreed(row: Row, printed: Printed) -> bool:
        return len(found[_key(sheet, row, about_and_figures(printed[0])[0])]) == 1

    return [(row, [p for p in printed if agreed(row, p)]) for row, printed in read]


def _key(sheet: Sheet, row: Row, about: Hashable) -> Hashable:
    return row.label, tuple(g for g in row.groups if concepts(read_label(sheet, g))), about
