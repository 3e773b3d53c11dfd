"""Terminologies by name: from their permanent addresses into the index."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ..errors import TerminologyError
from .adding import SourceFile, Tell, add_terminologies
from .downloading import download
from .terms import Source

ADDRESSES: Final = Path(__file__).with_name("addresses.tsv")
DOWNLOADS: Final = "downloads"
"""Folder beside the index that keeps the files."""

Progress = Callable[[str, int, int | None], None]
"""Called with the name, the bytes that are here and those of the whole file."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a terminology lies on the web."""

    name: str
    address: str
    file: str
    licence: str


def places() -> dict[str, Place]:
    """Give the terminologies that can be pulled by name.

    >>> places()["mondo"].address
    'https://purl.obolibrary.org/obo/mondo.obo'
    """
    with ADDRESSES.open(encoding="utf-8", newline="") as lines:
        return {row["name"]: Place(**row) for row in csv.DictReader(lines, delimiter="\t")}


def pull_terminologies(
    names: Sequence[str],
    folder: Path,
    *,
    sha256: str = "",
    tell: Tell | None = None,
    on_progress: Progress | None = None,
) -> tuple[Source, ...]:
    """Download terminologies by name or address and compile them into the index of a folder.

    Nobody can repair what a publisher issues, so faults are passed over and told.
    Raises TerminologyError where one can't be had; the index is then as it was.
    """
    wanted = [_place(name) for name in names]
    (folder / DOWNLOADS).mkdir(parents=True, exist_ok=True)
    files: list[SourceFile] = []
    for place in wanted:
        path = folder / DOWNLOADS / place.file
        tick = None if on_progress is None else _named(place.name, on_progress)
        download(place.address, path, sha256=sha256, on_progress=tick)
        files.append(SourceFile(path, name=place.name, licence=place.licence, origin=place.address))
    return add_terminologies(files, folder, keep_going=True, tell=tell)


def _place(name: str) -> Place:
    known = places()
    if name.lower() in known:
        return known[name.lower()]
    file = Path(urlsplit(name).path).name if "://" in name else ""
    if not file.strip("."):
        remedy = f"give an address, or one of {', '.join(known)}"
        raise TerminologyError(f"no terminology is known as {name!r}", remedy=remedy)
    return Place(SourceFile(Path(file)).called, name, file, licence="")


def _named(name: str, on_progress: Progress) -> Callable[[int, int | None], None]:
    def tick(done: int, whole: int | None) -> None:
        on_progress(name, done, whole)

    return tick
