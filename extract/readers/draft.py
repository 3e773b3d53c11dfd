"""A document under construction: text is appended, offsets of sections and tables are kept on the way."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from ...ontology.document import Cell, Document, DocumentKind, Section, Table
from ..layout import label_offsets

_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What neither XML nor RDF can hold: control characters, lone surrogates, non-characters."""


def storable(text: str) -> str:
    r"""Replace each character that a graph can't hold by U+FFFD; no offset moves.

    >>> storable("a\x00b")
    'a\ufffdb'
    """
    return _UNSTORABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Collapse every run of white space, as a browser does."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell before it has a place in the text; rows and columns count from zero."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False


class Draft:
    r"""Collects blocks, separated by blank lines, into the text of a `Document`.

    >>> draft = Draft()
    >>> draft.heading("Results")
    >>> draft.paragraph("Fine.")
    >>> draft.document(identifier="a", source="a.txt").text
    'Results\n\nFine.'
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._headings: list[tuple[int, str]] = []
        self._tables: list[Table] = []

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def heading(self, text: str) -> None:
        """Begin a section; an empty heading is passed over."""
        if heading := one_line(text):
            self._headings.append((self._block(heading), heading))

    def paragraph(self, text: str) -> None:
        """Add a paragraph with its white space collapsed, and note the labels of a structured abstract in it."""
        self.verbatim(one_line(text))

    def paragraphs(self, text: str) -> None:
        """Add each line of a text as a paragraph."""
        for line in text.splitlines():
            self.paragraph(line)

    def field(self, name: str, *values: str) -> None:
        """Add a paragraph `Name: value; value.`; nothing where there is no value."""
        if value := "; ".join(filter(None, values)):
            self.paragraph(f"{name}: {value.rstrip('.')}.")

    def verbatim(self, text: str) -> None:
        """Add text as it stands, line ends included."""
        if text.strip():
            start = self._block(text)
            self._headings.extend((start + offset, label) for offset, label in label_offsets(text))

    def table(self, cells: Iterable[GridCell], *, caption: str = "", footnotes: str = "") -> None:
        """Add a table: caption, one line per row with `|` around its cells, footnotes."""
        placed = sorted(cells, key=lambda cell: (cell.row, cell.column))
        if not any(cell.text.strip() for cell in placed):
            return
        caption, footnotes = storable(one_line(caption)), storable(one_line(footnotes))
        self.paragraph(caption)
        self._separate("\n\n")
        start = self._length
        rows = self._rows(_with_header(placed))
        self._tables.append(
            Table(start=start, end=self._length, cells=tuple(rows), caption=caption, footnotes=footnotes)
        )
        self.paragraph(footnotes)

    def document(
        self,
        *,
        identifier: str,
        source: str,
        title: str = "",
        issued: str = "",
        kind: DocumentKind = "paper",
        identifiers: Iterable[str] = (),
        licence: str = "",
    ) -> Document:
        """Close the draft."""
        return Document(
            identifier=identifier,
            source=source,
            text=self.text,
            title=storable(one_line(title)),
            issued=issued,
            kind=kind,
            identifiers=tuple(dict.fromkeys(identifiers)),
            licence=storable(one_line(licence)),
            sections=sections(self._headings, self._length),
            tables=tuple(self._tables),
        )

    def _rows(self, cells: list[GridCell]) -> list[Cell]:
        placed: list[Cell] = []
        row = -1
        for cell in cells:
            if cell.row != row:
                self._separate("\n") if row >= 0 else None
                self._add("|")
                row = cell.row
            text = one_line(cell.text)
            self._add(" ")
            start = self._add(text)
            self._add(" |")
            placed.append(_place(cell, storable(text), start))
        return placed

    def _block(self, text: str) -> int:
        self._separate("\n\n")
        return self._add(text)

    def _separate(self, gap: str) -> None:
        if self._length:
            self._add(gap)

    def _add(self, text: str) -> int:
        start = self._length
        self._parts.append(storable(text))
        self._length += len(text)
        return start


def _place(cell: GridCell, text: str, start: int) -> Cell:
    return Cell(
        start=start,
        end=start + len(text),
        text=text,
        row=cell.row,
        column=cell.column,
        row_span=cell.row_span,
        column_span=cell.column_span,
        header=cell.header,
    )


def _with_header(cells: list[GridCell]) -> list[GridCell]:
    """Take the first row for the header where the source marks none and more rows follow."""
    first, last = cells[0].row, cells[-1].row
    if first == last or any(cell.header for cell in cells):
        return cells
    return [replace(cell, header=True) if cell.row == first else cell for cell in cells]


def sections(headings: Iterable[tuple[int, str]], length: int) -> tuple[Section, ...]:
    """Stretch each heading's section to the next heading or the text's end.

    >>> [(s.start, s.end) for s in sections([(9, "Results"), (0, "Methods")], 20)]
    [(0, 9), (9, 20)]
    """
    found = dict(sorted(headings))
    starts = [*found, length]
    return tuple(
        Section(start=start, end=end, heading=storable(found[start])) for start, end in pairwise(starts) if start < end
    )
