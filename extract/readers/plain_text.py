"""Plain text, also as it comes out of PDF files and web pages; what it tells of itself is found by its looks."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from ...ontology.document import Cell, Document, Section, Table
from ..layout import Line, heading_of, is_heading, is_label, kind_of, label_offsets, lines_of
from .draft import sections, storable
from .flat_tables import flat_tables
from .sources import identifier_of, own_identifiers, read_text, source_of

SUFFIXES = frozenset({".txt", ".text"})
_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")
_BAR_CELL = re.compile(r"(?:(?<=\|)|^(?!\|))[^|]*(?=\||$)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DATES = (
    re.compile(
        r"^(?:published|date|posted|updated)?:?[ \t]*(?P<year>20\d\d|19\d\d)-(?P<number>\d\d)-(?P<day>\d\d)",
        re.I | re.M,
    ),
    re.compile(rf"[.;][ \t](?P<year>20\d\d|19\d\d) {_MONTH}(?: (?P<day>\d{{1,2}}))?;", re.I),
    re.compile(rf"\b(?:published|posted|epub)\b.{{0,20}}?{_MONTH} (?P<day>\d{{1,2}}), (?P<year>20\d\d)", re.I),
    re.compile(rf"\b(?:published|posted|epub)\b.{{0,20}}?(?P<day>\d{{1,2}}) {_MONTH} (?P<year>20\d\d)", re.I),
)


def can_read(path: Path, head: bytes) -> bool:
    """Tell whether the name is that of a text file."""
    return path.suffix.lower() in SUFFIXES


def read(path: Path) -> Iterator[Document]:
    """Read a text file; the document's text is the file's, character by character. Raises `DocumentError`."""
    yield document_of(path, storable(read_text(path)))


def document_of(
    path: Path, text: str, tables: tuple[Table, ...] = (), *, title: str = "", issued: str = ""
) -> Document:
    """Make a document of bare text, and of the tables that are known beside those drawn with bars."""
    lines = lines_of(text)
    free = [line for line in lines if not any(table.start <= line.start < table.end for table in tables)]
    return Document(
        identifier=identifier_of(path),
        source=source_of(path),
        text=text,
        title=title or title_of(lines),
        issued=issued or date_of(text),
        kind=kind_of(text),
        identifiers=own_identifiers(text),
        sections=sections_of(text, free),
        tables=tuple(sorted((*tables, *bar_tables(free), *flat_tables(text, free)), key=lambda table: table.start)),
    )


def sections_of(text: str, lines: list[Line]) -> tuple[Section, ...]:
    """Find the headings that stand on lines of their own and the labels in running text."""
    around = zip([None, *lines], lines, [*lines[1:], None], strict=False)
    headed = (heading_of(line) for before, line, after in around if is_heading(line, before, after))
    return sections((*headed, *label_offsets(text)), len(text))


def bar_tables(lines: list[Line]) -> Iterator[Table]:
    """Find tables whose rows are lines with `|` between the cells; a rule of dashes parts the header from the rest."""
    for barred, group in groupby(lines, key=lambda line: "|" in line.text):
        rows = list(group)
        if barred and len(rows) > 1 and all(row.text.count("|") > 1 or row.text[0] != "|" for row in rows):
            cells = tuple(_bar_cells(rows))
            yield Table(start=rows[0].start, end=rows[-1].end, cells=cells)


def _bar_cells(rows: list[Line]) -> Iterator[Cell]:
    ruled = [number for number, row in enumerate(rows) if _RULE.fullmatch(row.text)]
    body = [row for row in rows if not _RULE.fullmatch(row.text)]
    heads = ruled[0] if ruled else 1
    for number, row in enumerate(body):
        for column, match in enumerate(_BAR_CELL.finditer(row.text.rstrip().removesuffix("|"))):
            text = match[0].strip()
            start = row.start + match.start() + len(match[0]) - len(match[0].lstrip())
            yield Cell(start=start, end=start + len(text), text=text, row=number, column=column, header=number < heads)


def title_of(lines: list[Line]) -> str:
    """Take for the title a long line that is set twice, as pages of databases do, or else the first sentence."""
    front = [line for line in lines[:40] if len(line.text.split()) > 4]
    texts = [line.text for line in front]
    twice = next((text for text in texts if texts.count(text) > 1), "")
    if twice or not front or is_label(lines[0].text):
        return twice
    first = re.split(r"(?<=[.?!])\s+(?=[A-Z])", front[0].text, maxsplit=1)[0]
    return first.rstrip(".") if len(first) <= 300 else ""


def date_of(text: str) -> str:
    """Find the date of publication near the beginning, in ISO 8601; empty where none is called that."""
    for pattern in _DATES:
        if match := pattern.search(text[:3000]):
            found = match.groupdict()
            month = _MONTHS.index(found["month"][:3].lower()) + 1 if "month" in found else int(found["number"])
            return f"{found['year']}-{month:02}" + (f"-{int(found['day']):02}" if found["day"] else "")
    return ""
