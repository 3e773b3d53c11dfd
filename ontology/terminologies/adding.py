"""From files to the index: each source read, checked and compiled; the new index takes the place of the old at once."""

import gzip
import hashlib
from collections.abc import Sequence
from pathlib import Path

from .compiling import write_index
from .database import FILE
from .readers.tables import read_table
from .records import Header, Record
from .terms import Source


def add_terminologies(paths: Sequence[Path], folder: Path) -> None:
    """Compile terminologies into the index of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"{FILE}.new"
    fresh.unlink(missing_ok=True)
    sources: list[tuple[Source, list[Record]]] = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            records = list(read_table(lines, Header(), lambda line, reason: None))
        names = sum(len(record.names) for record in records)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        sources.append(
            (Source(path.name.partition(".")[0], "", "", "", str(path), digest, len(records), names, 0), records)
        )
    write_index(fresh, sources)
    fresh.replace(folder / FILE)
