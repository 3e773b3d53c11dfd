"""Which files to read: what folders, patterns and names come to, always in the same order."""

import os
from collections.abc import Iterable, Iterator
from glob import glob
from pathlib import Path
from typing import NamedTuple

from ...ontology.errors import DocumentError
from .registry import suffixes
from .sources import no_file, source_of, unreadable


class Found(NamedTuple):
    """The files to read, in order, and what was passed over with the reason."""

    files: tuple[Path, ...]
    skipped: tuple[DocumentError, ...]


def find_files(paths: Iterable[str | Path]) -> Found:
    """List the files that paths, folders and glob patterns come to, each once, in the order given and then by name.

    Folders are walked through. In them hidden files are passed over in silence; files that no reader knows by their
    ending, and links that lead out of the folder, are told of in `skipped`.
    """
    files: dict[Path, Path] = {}
    skipped: list[DocumentError] = []
    for found in (found for path in paths for found in _expand(str(path))):
        if isinstance(found, DocumentError):
            skipped.append(found)
        else:
            files.setdefault(found.resolve(), found)
    return Found(tuple(files.values()), tuple(skipped))


def _expand(path: str) -> Iterator[Path | DocumentError]:
    """Give what one path, folder or pattern comes to."""
    if os.path.lexists(path):
        yield from _under(Path(path), Path(path).resolve())
        return
    if not any(mark in path for mark in "*?["):
        yield DocumentError("no such file or folder", where=source_of(Path(path)), remedy="check the path")
        return
    matches = [Path(match) for match in sorted(glob(path, recursive=True))]  # noqa: PTH207 - the pattern may be absolute
    yield from (match for match in matches if match.is_file())
    if not matches:
        yield DocumentError("no file matches the pattern", where=source_of(Path(path)), remedy="check the pattern")


def _under(path: Path, top: Path) -> Iterator[Path | DocumentError]:
    """Give the file itself, or the files in a folder and below it."""
    if not path.is_dir():
        yield no_file(path) if path.exists() and not path.is_file() else path
        return
    try:
        inside = sorted(path.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(path, error)
        return
    for entry in inside:
        if not entry.name.startswith("."):
            yield from _entry(entry, top)


def _entry(entry: Path, top: Path) -> Iterator[Path | DocumentError]:
    """Give what an entry of a folder comes to; a link within the folder to another folder of it adds nothing."""
    if entry.is_symlink() and not entry.resolve().is_relative_to(top):
        yield DocumentError("a link that leads out of its folder", where=source_of(entry), remedy="name its target")
    elif entry.is_dir():
        if not entry.is_symlink():
            yield from _under(entry, top)
    elif entry.suffix.lower() in suffixes():
        yield from _under(entry, top)
    else:
        what = f"unknown kind of file {entry.suffix or '(no ending)'}"
        yield DocumentError(what, where=source_of(entry), remedy="convert it or leave it out")
