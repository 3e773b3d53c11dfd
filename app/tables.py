"""Tables for people: without empty columns and bare IRIs; rows as blocks of lines where the terminal is narrow."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .terminal import console, plain, say

if TYPE_CHECKING:
    from rich.table import Table

Row = Sequence[object]
IRI = "https://w3id.org/trialgraph/"
"""What only programs read, who ask for CSV or JSON: a column of it is left out where there are others."""


def print_table(title: str, header: Sequence[str], rows: Iterable[Row]) -> None:
    """Print a table; where its words don't fit the width of the terminal, print its rows as blocks of lines."""
    cells = [["" if cell is None else plain(str(cell)) for cell in row] for row in rows]
    if not cells:
        say(f"{title}: nothing found\n")
        return
    filled = [index for index in range(len(header)) if any(row[index] for row in cells)]
    spoken = [index for index in filled if any(not row[index].startswith(IRI) for row in cells if row[index])]
    names = [_words(header[index]) for index in spoken or filled]
    body = [[row[index] for index in spoken or filled] for row in cells]
    _print(title, names, body)


def _print(title: str, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.measure import Measurement
    from rich.text import Text

    out = console()
    table = _table(names, rows)
    out.print(Text(plain(title), style="bold"))
    if Measurement.get(out, out.options.update(max_width=10_000), table).minimum <= out.width:
        out.print(table, "")
        return
    for row in rows:
        out.print(_block(names, row), "")


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False)
    for index, name in enumerate(names):
        numeric = all(_is_number(row[index]) for row in rows)
        table.add_column(Text(name), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _block(names: Sequence[str], row: Sequence[str]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    block = Table.grid(padding=(0, 2))
    for name, cell in zip(names, row, strict=True):
        if cell:
            block.add_row(Text(f"  {name}", style="dim"), Text(cell, overflow="fold"))
    return block


def _words(name: str) -> str:
    """Take a variable's name apart.

    >>> _words("trialName"), _words("ciLow")
    ('trial name', 'ci low')
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d*\.?\d*", text) is not None
