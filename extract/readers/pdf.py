"""PDF files: words in reading order, column by column, and tables by their rules or the alignment of their cells."""

import logging
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ...ontology.document import Document
from ...ontology.errors import DocumentError
from .aligned_tables import grid_of
from .draft import Draft, GridCell
from .page_layout import Word, blocks, reading_order, rows_of, text_of
from .pdf_limits import refuse_bombs, refuse_circles, refuse_endless
from .plain_text import document_of
from .sources import source_of

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

SUFFIXES = frozenset({".pdf"})
_MOST_LINES = 2000
"""A page with more drawn lines than this holds a figure; tables are not looked for in its rules."""
logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # what it complains of, it repairs
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    zlib.error,
    struct.error,
)
"""What pdfminer raises, beside its own errors, at files that are cut off or made up."""


def can_read(path: Path, head: bytes) -> bool:
    """Tell whether the file begins as a PDF file."""
    return path.suffix.lower() in SUFFIXES and b"%PDF-" in head[:1024]


def read(path: Path) -> Iterator[Document]:
    """Read a PDF file; raises `DocumentError` for one that is broken, locked, or a scan without text."""
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber import open as open_pdf
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    where = source_of(path)
    try:
        refuse_bombs(path)
        refuse_circles()
        with open_pdf(path) as pdf:
            refuse_endless(pdf, path)
            yield _document(pdf, path)
    except (PDFException, PSException, PdfminerException, MalformedPDFException, *_BROKEN) as error:
        locked = PDFPasswordIncorrect in (type(error), *map(type, error.args))
        if locked:
            raise DocumentError("locked with a password", where=where, remedy="save it without one") from error
        raise DocumentError("broken PDF, perhaps cut off", where=where, remedy="fetch it anew") from error


def _document(pdf: "PDF", path: Path) -> Document:
    draft = Draft()
    for page in pdf.pages:
        _add_page(draft, page)
        page.close()
    if not draft.text:
        raise DocumentError("holds no text, perhaps a scan", where=source_of(path), remedy="run text recognition on it")
    drafted = draft.document(identifier="", source="")
    return document_of(path, drafted.text, drafted.tables, title=_title(pdf))


def _add_page(draft: Draft, page: "Page") -> None:
    words = _words(page)
    ruled = _ruled_tables(page)
    free = [word for word in words if not any(_inside(word, box) for box, _ in ruled)]
    for stream in reading_order(rows_of(free), float(page.width)):
        for rows, is_table in blocks(stream):
            while ruled and ruled[0][0][1] < rows[0][0].top:
                draft.table(ruled.pop(0)[1])
            if is_table:
                draft.table(grid_of(rows))
            else:
                draft.verbatim("\n".join(map(text_of, rows)))
    for _, cells in ruled:
        draft.table(cells)


def _words(page: "Page") -> list[Word]:
    found = page.extract_words(x_tolerance_ratio=0.15, use_text_flow=False)
    return [
        Word(float(word["x0"]), float(word["x1"]), float(word["top"]), float(word["bottom"]), str(word["text"]))
        for word in found
        if word.get("upright", True)
    ]


def _ruled_tables(page: "Page") -> list[tuple[tuple[float, float, float, float], list[GridCell]]]:
    """Find the tables whose cells are boxed in by rules, from the top of the page down."""
    if len(page.lines) + len(page.rects) + len(page.curves) > _MOST_LINES:
        return []
    found: list[tuple[tuple[float, float, float, float], list[GridCell]]] = []
    for table in page.find_tables():
        rows = table.extract()
        cells = [cell for row in rows for cell in row if cell]
        if (
            len(rows) > 1
            and len(rows[0]) > 1
            and len(cells) > len(rows)
            and not any(cell.count("\n") > 4 for cell in cells)
        ):
            found.append((table.bbox, list(_boxed(rows))))
    return sorted(found, key=lambda table: table[0][1])


def _boxed(rows: list[list[str | None]]) -> Iterator[GridCell]:
    """Give the cells of a boxed table; `None` stands where the cell before goes on."""
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text is not None:
                rest = row[column + 1 :]
                wide = 1 + next((place for place, cell in enumerate(rest) if cell is not None), len(rest))
                yield GridCell(text=text, row=number, column=column, column_span=wide)


def _inside(word: Word, box: tuple[float, float, float, float]) -> bool:
    x0, top, x1, bottom = box
    return x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom


def _title(pdf: "PDF") -> str:
    """Take the title from the file's metadata if it reads like one, or else what is set largest on the first page."""
    metadata = cast("dict[str, object]", pdf.metadata)  # pyright: ignore[reportUnknownMemberType]
    stated = str(metadata.get("Title") or "").strip()
    if len(stated.split()) > 3 and "." not in stated[-5:-2]:
        return stated
    words = pdf.pages[0].extract_words(x_tolerance_ratio=0.15, extra_attrs=["size"])
    largest = max((round(float(word["size"])) for word in words), default=0)
    title = [str(word["text"]) for word in words if round(float(word["size"])) == largest]
    return " ".join(title) if 3 < len(title) < 60 else ""
