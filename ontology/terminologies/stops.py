"""Names too short or too common to be looked for in a text: a file that one can read and edit."""

from pathlib import Path
from typing import Final

from .normal import key

FILE: Final = "stop_words.txt"
SHIPPED: Final = Path(__file__).parent / FILE


def read_stops(folder: Path) -> frozenset[str]:
    """Read the keys of the stop words: from the folder of the index if it has a list of its own, else ours."""
    own = folder / FILE
    lines = (own if own.is_file() else SHIPPED).read_text(encoding="utf-8").splitlines()
    return frozenset(key(line) for line in lines if line.strip() and not line.startswith("#"))
