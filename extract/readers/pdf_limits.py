"""Bounds for PDF files: how far they may unfold, and how much their pages may draw.

A few kilobytes can hold a stream that unfolds to gigabytes, or pieces that draw each other again and again.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ...ontology.errors import DocumentError
from .sources import read_bytes, source_of

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

UNFOLDED: Final = 500_000_000
"""Bytes to which all streams of a file together may unfold, pictures included."""
INSTRUCTED: Final = 50_000_000
"""Bytes of instructions with which the pages of a file may be drawn, pieces counted as often as they are drawn."""
_STREAM: Final = re.compile(rb"\bstream\r?\n")
_BLOCK: Final = 1 << 20
_REMEDY: Final = "print it to a new PDF, or leave it out"


def refuse_bombs(path: Path) -> None:
    """Raise DocumentError for a file whose streams unfold too far; nothing is kept in memory."""
    data = read_bytes(path)
    total = 0
    for match in _STREAM.finditer(data):
        for size in _unfolded(memoryview(data)[match.end() :]):
            total += size
            if total > UNFOLDED:
                what = f"its streams unfold to more than {UNFOLDED // 1_000_000} MB"
                raise DocumentError(what, where=source_of(path), remedy=_REMEDY)


def _unfolded(data: memoryview) -> Iterator[int]:
    """Unfold what was deflated, block by block, and give the sizes; what was not deflated unfolds to nothing."""
    unfolding = zlib.decompressobj()
    try:
        while not unfolding.eof and len(data):
            yield len(unfolding.decompress(data[:_BLOCK], _BLOCK))
            while unfolding.unconsumed_tail and not unfolding.eof:
                yield len(unfolding.decompress(unfolding.unconsumed_tail, _BLOCK))
            data = data[_BLOCK:]
    except zlib.error:
        return


@cache
def refuse_circles() -> None:
    """Let pdfminer refuse an object that is a reference to itself, which it would follow without end.

    It has no place for that but the method with which a document gives its objects.
    """
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.pdftypes import PDFObjRef

    given = PDFDocument.getobj

    def getobj(self: PDFDocument, objid: int) -> object:
        found, followed = given(self, objid), {objid}
        while isinstance(found, PDFObjRef):
            if found.objid in followed:
                raise PDFException(f"object {objid} is a reference to itself")
            followed.add(found.objid)
            found = given(self, found.objid)
        return found

    PDFDocument.getobj = getobj


def refuse_endless(pdf: "PDF", path: Path) -> None:
    """Raise DocumentError for a file whose pages are drawn with too many instructions, before any is laid out."""
    from pdfminer.pdfdevice import PDFDevice
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfminer.pdftypes import stream_value

    instructed = 0

    class Counting(PDFPageInterpreter):
        """Counts the instructions of pages, and of the pieces that these draw, as often as they are drawn."""

        def execute(self, streams: Sequence[object]) -> None:
            nonlocal instructed
            instructed += sum(len(stream_value(stream).get_data()) for stream in streams)
            if instructed > INSTRUCTED:
                what = f"its pages are drawn with more than {INSTRUCTED // 1_000_000} MB of instructions"
                raise DocumentError(what, where=source_of(path), remedy=_REMEDY)
            super().execute(streams)

    interpreter = Counting(pdf.rsrcmgr, PDFDevice(pdf.rsrcmgr))
    for page in pdf.pages:
        interpreter.process_page(page.page_obj)
