"""What people see in the terminal: tables, progress, one-line messages; document text never reaches it raw."""

import json
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress


_UNSAFE: Final = {
    code: "�" for code in (*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    if chr(code) not in "\n\t"
}  # fmt: skip


def plain(text: str) -> str:
    r"""Make a document's text safe for a terminal: control characters and direction overrides become `�`.

    >>> plain("PFS\x1b[2J 11.5\u202e")
    'PFS�[2J 11.5�'
    """
    return text.translate(_UNSAFE)


def one_line(message: object) -> str:
    r"""Fold a message into one safe line.

    >>> one_line(ValueError("broken\n  at line 3"))
    'broken at line 3'
    """
    return " ".join(plain(str(message)).split())


def complain(message: object) -> None:
    """Print one line on standard error."""
    sys.stderr.write(f"trialgraph: {one_line(message)}\n")


def say(message: str) -> None:
    """Print a line on standard output."""
    sys.stdout.write(f"{plain(message)}\n")


def print_json(value: Any) -> None:
    """Print a value as JSON on standard output, for a program to read."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")


def console() -> "Console":
    """Return a console on standard output that takes no markup from the texts it prints; wide where nobody looks."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else 160
    return Console(markup=False, highlight=False, emoji=False, width=width)


def print_lines(lines: Iterable[tuple[int, str, str]]) -> None:
    """Print lines of (indent, text, style), folded within the width of the terminal."""
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    for indent, text, style in lines:
        out.print(Padding(Text(plain(text), style=style), (0, 0, 0, indent)))


def progress_bar(*, quiet: bool = False) -> "Progress":
    """Return a progress bar on standard error that stays silent where nobody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    errors = Console(stderr=True, markup=False, highlight=False)
    text = TextColumn("{task.description}", markup=False)
    left = TimeRemainingColumn(elapsed_when_finished=True)
    columns = text, BarColumn(), MofNCompleteColumn(), left
    return Progress(*columns, console=errors, disable=quiet or not errors.is_terminal, transient=True)
