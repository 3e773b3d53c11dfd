"""N-Quads for bulk loaders: a folder of gzipped files, none of them too long, the documents among them.

An endpoint that has loaded them can be built on, since the documents come with their readings; see `remote_store`.
"""

import gzip
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from pyoxigraph import Quad, RdfFormat, serialize

PART_LENGTH: Final = 500_000
"""Statements of one file."""


def write_parts(quads: Iterable[Quad], folder: Path) -> None:
    """Write `part-00001.nq.gz` and so on; the same statements give the same bytes."""
    folder.mkdir()
    for number, part in enumerate(_parts(iter(quads)), start=1):
        with (
            (folder / f"part-{number:05}.nq.gz").open("wb") as file,
            gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6, mtime=0) as packed,
        ):
            packed.write(serialize(part, format=RdfFormat.N_QUADS) or b"")


def _parts(quads: Iterator[Quad]) -> Iterator[list[Quad]]:
    while part := [*islice(quads, PART_LENGTH)]:
        yield part
