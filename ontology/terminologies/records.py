"""What a reader gives: one record a term, as the file states it; and the notes that are made on the way."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from .opening import find_line
from .terms import MatchRelation, NameKind

MOST: Final = 100
"""Remarks on a file beyond these are only counted."""


@dataclass(frozen=True, slots=True)
class Record:
    """A piece of what a source says of one identifier; identifiers are CURIEs or IRIs, written as the source does."""

    identifier: str
    names: tuple[tuple[str, NameKind], ...] = ()
    type: str = ""
    parents: tuple[str, ...] = ()
    mappings: tuple[tuple[str, MatchRelation], ...] = ()
    replaced_by: str = ""
    line: int | None = None
    """Where the file states it, counted from 1; None in formats whose parsers know no lines."""
    defines: bool = True
    """Whether this piece introduces the term, which a file may do once."""


@dataclass(slots=True)
class Header:
    """What a file says of itself; a reader fills it in while it reads."""

    title: str = ""
    version: str = ""
    licence: str = ""

    def state(self, predicate: str, value: str) -> None:
        """Take what a file says of itself, under one of the predicates that are usual for it."""
        name = predicate.replace("#", "/").rpartition("/")[2]
        if name == "title":
            self.title = value
        elif name in ("license", "licence", "rights") and not self.licence:
            self.licence = value
        elif name == "versionInfo" or (name == "versionIRI" and not self.version):
            self.version = value


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a file that was passed over, or, if it is a fault, that speaks against the file as a whole."""

    file: str
    line: int | None
    what: str
    fault: bool = False
    passed_over: bool = True
    """Whether a piece of the file is missing in the index because of it."""

    @property
    def where(self) -> str:
        """File and line."""
        return self.file if self.line is None else f"{self.file}, line {self.line}"

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(slots=True)
class Notes:
    """What was noticed in one file, in order; of things that come by the thousand the first, and how many."""

    path: Path
    remarks: list[Remark] = field(default_factory=list[Remark])
    faults: int = 0
    passed_over: int = 0
    _counts: dict[str, tuple[int, int | None, str]] = field(default_factory=dict[str, tuple[int, int | None, str]])

    def skip(self, line: int | None, what: str) -> None:
        """Note something that was passed over."""
        self.passed_over += 1
        if self.passed_over <= MOST:
            self._remark(line, what)

    def fault(self, line: int | None, what: str, words: str) -> None:
        """Note something that speaks against the file; where no line is known, the first that holds these words."""
        self.faults += 1
        if self.faults <= MOST:
            self._remark(line or find_line(self.path, words), what, fault=True)

    def count(self, what: str, line: int | None, example: str) -> None:
        """Note one more of a kind of thing that does not belong in the index."""
        number, first, shown = self._counts.get(what, (0, line, example))
        self._counts[what] = number + 1, first, shown

    def close(self) -> None:
        """Turn what was only counted into remarks."""
        for what, (number, line, example) in self._counts.items():
            self._remark(line, f"{number:,} {what}; the first is {example[:60]!r}", passed_over=False)
        self._counts.clear()
        for number, what in ((self.passed_over, "pieces passed over"), (self.faults, "faults")):
            if number > MOST:
                self._remark(None, f"{number - MOST:,} more {what}")

    def _remark(self, line: int | None, what: str, *, fault: bool = False, passed_over: bool = True) -> None:
        self.remarks.append(Remark(str(self.path), line, what, fault, passed_over))
