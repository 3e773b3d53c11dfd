"""What a reader makes of a file: the faithful text, its sections and its tables.

All offsets are zero-based, half-open, and count Unicode code points of `Document.text`.
"""

from dataclasses import dataclass
from typing import Literal

DocumentKind = Literal["paper", "abstract", "registry record", "news"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of the text under one heading; `end` reaches to the next section of any depth."""

    start: int
    end: int
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table, where it stands in the text, and how many rows and columns it spans."""

    start: int
    end: int
    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose cells are cut out of the text; `start` and `end` cover its rows, without the caption."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    caption: str = ""
    footnotes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as read: identity, provenance and stored text."""

    identifier: str
    """Names the document in the graph: the file's stem, made safe for an IRI."""
    source: str
    """File name or address as the user gave it."""
    text: str
    title: str = ""
    issued: str = ""
    """Publication date, ISO 8601, as precise as the source has it; empty where not given."""
    kind: DocumentKind = "paper"
    identifiers: tuple[str, ...] = ()
    """CURIEs: `doi:10.1016/…`, `pmid:34097854`, `nct:NCT03275285`."""
    licence: str = ""
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()

    def section_at(self, offset: int) -> str:
        """Heading of the innermost section that holds the offset; empty where there is none.

        >>> d = Document(identifier="a", source="a.txt", text="Results: fine", sections=(
        ...     Section(start=0, end=13, heading="Results"),))
        >>> d.section_at(10)
        'Results'
        """
        holding = [s for s in self.sections if s.start <= offset < s.end]
        return max(holding, key=lambda s: s.start).heading if holding else ""
