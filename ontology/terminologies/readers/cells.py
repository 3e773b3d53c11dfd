"""Rows of tables: tab-separated, quoted as CSV does or not at all, or comma-separated."""

import csv
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from ...errors import TerminologyError
from ..opening import lines
from ..records import Notes


class Row(NamedTuple):
    """One row of a table, and the line where it starts."""

    line: int
    cells: list[str]


def rows(path: Path, on_comment: Callable[[str], None] | None = None, delimiter: str = "") -> Iterator[Row]:
    """Give the rows, the head first; lines that start with `#` before it are comments."""
    numbered = lines(path)
    for number, text in numbered:
        if not text.startswith("#"):
            delimiter = delimiter or ("\t" if "\t" in text or "," not in text else ",")
            whole = chain([(number, text)], numbered)
            try:
                yield from _quoted(whole) if delimiter == "," else _split(whole, delimiter)
            except csv.Error as error:
                raise TerminologyError(f"no table ({error})", where=str(path), remedy="check the quotes") from error
        elif on_comment is not None:
            on_comment(text)


def fits(row: Row, width: int, notes: Notes) -> bool:
    """Say whether a row has the cells that the head promises; note it where it has not."""
    if len(row.cells) != width:
        notes.fault(row.line, f"{len(row.cells)} cells under {width} columns", "")
    return len(row.cells) == width


def _split(numbered: Iterator[tuple[int, str]], delimiter: str) -> Iterator[Row]:
    for number, text in numbered:
        if text:
            yield Row(number, [_unquote(cell) for cell in text.split(delimiter)])


def _unquote(cell: str) -> str:
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if quoted else cell


def _quoted(numbered: Iterator[tuple[int, str]]) -> Iterator[Row]:
    first, text = next(numbered)
    reader = csv.reader(chain([f"{text}\n"], (f"{text}\n" for _, text in numbered)))
    before = 0
    for cells in reader:
        if cells:
            yield Row(first + before, cells)
        before = reader.line_num
