"""From files to the index: each read, checked and compiled; only a whole new index takes the place of the old one."""

import os
import sqlite3
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from itertools import count
from pathlib import Path

from ..errors import TerminologyError
from .checking import Checker
from .compiling import SourceWriter, create, finish
from .database import FILE, numbers_of_sources
from .readers import TableLayout, read_records
from .records import Header, Notes, Remark
from .stops import Stops, read_stops
from .terms import Source

Tell = Callable[[Remark], None]
"""Called with everything that is passed over in a file; of a file that is refused with the further faults."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file with a terminology, and what it does not say of itself."""

    path: Path
    name: str = ""
    """What the index calls it; the name of the file where nothing is said."""
    version: str = ""
    licence: str = ""
    origin: str = ""
    """Where the file is from; its path where nothing is said."""
    layout: TableLayout = field(default_factory=TableLayout)

    @property
    def called(self) -> str:
        """What the index calls it."""
        return self.name or Path(self.path.name.removesuffix(".gz")).stem.lower()


def add_terminologies(
    files: Sequence[Path | SourceFile], folder: Path, *, keep_going: bool = False, tell: Tell | None = None
) -> tuple[Source, ...]:
    """Compile files into the index of a folder, in place of sources that have the same names.

    What a reader refuses is passed over and told. A fault that speaks against a file (an identifier defined twice, two
    labels, a circle in the hierarchy, a prefix nobody knows) stops everything, unless told to keep going.
    Raises TerminologyError with file and line, and leaves the index as it was.
    """
    wanted = [SourceFile(file) if isinstance(file, Path) else file for file in files]
    names = [file.called for file in wanted]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise TerminologyError(f"two files would be called {twice[0]!r}", remedy="add one of them under another --name")
    with _new_index(folder, names) as (database, numbers):
        adding = _Adding(database, read_stops(folder), keep_going, tell)
        free = count(max(numbers.values(), default=0) + 1)
        return tuple([adding.add(file, numbers.get(file.called) or next(free)) for file in wanted])


def remove_terminologies(names: Sequence[str], folder: Path) -> None:
    """Take sources out of the index; raises TerminologyError where there is none of that name."""
    known = numbers_of_sources(folder)
    if unknown := [name for name in names if name not in known]:
        remedy = f"there are {', '.join(known)}" if known else "there are none"
        raise TerminologyError(f"no terminology is called {unknown[0]!r}", where=str(folder), remedy=remedy)
    with _new_index(folder, list(names)):
        pass


@contextmanager
def _new_index(folder: Path, leave_out: list[str]) -> Generator[tuple[sqlite3.Connection, dict[str, int]]]:
    """Give an index with what the folder's holds, but for some sources, and the numbers that these have.

    It replaces the one that is there when all went well.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path, fresh = folder / FILE, folder / f"{FILE}.new"
    with _lock(folder):
        numbers = numbers_of_sources(folder)
        fresh.unlink(missing_ok=True)
        try:
            with closing(create(fresh, path if path.is_file() else None, leave_out)) as database:
                yield database, numbers
                finish(database)
            with fresh.open("rb+") as written:
                os.fsync(written.fileno())
            fresh.replace(path)
        except sqlite3.Error as error:
            remedy = "the index is as it was; see whether the disk is full, or delete an index that is broken"
            raise TerminologyError(f"the index can't be written ({error})", where=str(folder), remedy=remedy) from error
        finally:
            fresh.unlink(missing_ok=True)


@contextmanager
def _lock(folder: Path) -> Generator[None]:
    """Let one process compile at a time; the lock goes with the process, however that ends."""
    with closing(sqlite3.connect(folder / "compiling.lock", timeout=0)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise TerminologyError("another process compiles here", where=str(folder), remedy="wait for it") from error
        yield


@dataclass(frozen=True, slots=True)
class _Adding:
    """What is the same for all files that are added at once."""

    database: sqlite3.Connection
    stops: Stops
    keep_going: bool
    tell: Tell | None

    def add(self, file: SourceFile, number: int) -> Source:
        """Compile a file, and enter it as a source."""
        header, notes, writer = Header(), Notes(file.path), SourceWriter(self.database, number)
        self._compile(file, header, notes, writer)
        refused = bool(notes.faults) and not self.keep_going
        faults = [remark for remark in notes.remarks if remark.fault]
        if self.tell is not None:
            for remark in faults[1:] if refused else notes.remarks:
                self.tell(remark)
        if refused:
            raise _refusal(faults[0], notes.faults - 1)
        if writer.terms == writer.mappings == 0:
            what = "no term and no mapping was found"
            raise TerminologyError(what, where=str(file.path), remedy="see what was passed over")
        source = _describe(file, header, writer)
        way = sha256(f"{source.sha256} {file.layout} {self.keep_going}".encode()).hexdigest()
        marks = ", ".join("?" * (len(source) + 2))
        self.database.execute(f"INSERT INTO source VALUES ({marks})", (number, *source, way))  # noqa: S608
        return source

    def _compile(self, file: SourceFile, header: Header, notes: Notes, writer: SourceWriter) -> None:
        checker = Checker(notes, self.stops)
        for record in read_records(file.path, header, notes, file.layout):
            checked = checker.check(record)
            if checked is not None:
                writer.write(checked)
        for child, parent in checker.circles():
            writer.cut(child, parent)
        notes.close()


def _describe(file: SourceFile, header: Header, writer: SourceWriter) -> Source:
    with file.path.open("rb") as whole:
        digest = file_digest(whole, "sha256").hexdigest()
    return Source(
        name=file.called,
        title=header.title,
        version=file.version or header.version,
        licence=file.licence or header.licence,
        origin=file.origin or str(file.path),
        sha256=digest,
        terms=writer.terms,
        names=writer.names,
        mappings=writer.mappings,
    )


def _refusal(first: Remark, others: int) -> TerminologyError:
    more = f" (and {others:,} more faults)" if others else ""
    remedy = "repair the file, or compile the rest of it with --keep-going; the index is as it was"
    return TerminologyError(f"{first.what}{more}", where=first.where, remedy=remedy)
