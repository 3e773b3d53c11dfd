"""The readers there are: ours, and those of other packages."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from ...ontology.document import Document
from . import clinicaltrials, jats, markdown, pdf, plain_text, pubmed, web_page


class Reader(Protocol):
    """What reads a format: a module or an object with these three members."""

    @property
    def SUFFIXES(self) -> frozenset[str]:  # noqa: N802 - a constant where the reader is a module
        """Endings of the names of its files, in lower case, with the point."""
        ...

    def can_read(self, path: Path, head: bytes) -> bool:
        """Tell by the name and the first bytes whether a file is of this format."""
        ...

    def read(self, path: Path) -> Iterator[Document]:
        """Give the documents of a file; raises `DocumentError`."""
        ...


READERS: tuple[Reader, ...] = (jats, pubmed, clinicaltrials, web_page, markdown, pdf, plain_text)
"""The readers that come with the package; the first that can read a file does."""


@cache
def readers() -> tuple[Reader, ...]:
    """List the readers, those of other packages (entry points under `trialgraph.readers`) first."""
    return (*(entry.load() for entry in entry_points(group="trialgraph.readers")), *READERS)


def suffixes() -> frozenset[str]:
    """Give the endings of all files that some reader can read."""
    return frozenset[str]().union(*(reader.SUFFIXES for reader in readers()))
