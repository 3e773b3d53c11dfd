"""The lexicon's tables on disk: tab-separated rows under a header, no quoting, `|` between the items of a cell.

Columns: `name`, `synonyms`, `identifiers`, `broader`, `targets`, `mechanisms`, `components`, `source`; only the first
and the last must be there. A name that starts with `=` is case-sensitive (`=CR`). An identifier is a CURIE whose last
character tells the relation: none is exact, `~` close, `>` the external term is broader, `<` narrower, `*` related.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .errors import LexiconError

COLUMNS: Final = ("name", "synonyms", "identifiers", "broader", "targets", "mechanisms", "components", "source")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, its cells split into items."""

    where: str
    """File and line, for messages."""
    cells: dict[str, tuple[str, ...]]
    numbers: tuple[str, ...] = ()
    """Registry numbers, which are names too."""

    @property
    def names(self) -> tuple[str, ...]:
        """Name and synonyms, with their `=` marks."""
        return self.cells["name"] + self.cells.get("synonyms", ())


def read_table(path: Path) -> Iterator[Row]:
    """Read a table row by row; LexiconError names file, line and reason of the first row that breaks the format."""
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = [*next(reader, ())]
        _check_header(header, path.name)
        for cells in reader:
            where = f"{path.name}, line {reader.line_num}"
            if len(cells) != len(header):
                raise LexiconError(f"{len(cells)} cells under {len(header)} columns", where=where)
            row = Row(where, {column: _split(cell, where) for column, cell in zip(header, cells, strict=True)})
            if len(row.cells["name"]) != 1:
                raise LexiconError("a row needs exactly one name", where=where)
            yield row


def _check_header(header: list[str], file: str) -> None:
    where = f"{file}, line 1"
    if unknown := [column for column in header if column not in COLUMNS]:
        raise LexiconError(f"unknown columns {unknown}", where=where, remedy=f"columns are {', '.join(COLUMNS)}")
    if missing := {"name", "source"}.difference(header):
        raise LexiconError(f"columns missing: {', '.join(sorted(missing))}", where=where)


def _split(cell: str, where: str) -> tuple[str, ...]:
    if not cell:
        return ()
    if " ".join(cell.split()) != cell or " |" in cell or "| " in cell:
        raise LexiconError(f"stray white space in {cell!r}", where=where)
    items = tuple(cell.split("|"))
    if "" in items or "=" in items:
        raise LexiconError(f"empty item in {cell!r}", where=where)
    return items
