"""MedDRA and RxNorm as their owners deliver them: tables without heads, for those who have a licence."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ...errors import TerminologyError
from ..records import Header, Notes, Record
from .cells import fits, rows

_MEDDRA: Final = {"llt.asc": 2, "pt.asc": None, "hlt.asc": None, "hlgt.asc": None, "soc.asc": None}
"""File → the column of the parent."""
_RXNORM_WIDTH: Final = 19
_SYNONYMS: Final = frozenset(("SY", "TMSY", "PSN", "ET"))


def read_meddra(path: Path, header: Header, notes: Notes) -> Iterator[Record]:
    """Read one of MedDRA's files: `pt.asc`, `llt.asc` (lowest level terms under their preferred term) and so on."""
    name = path.name.lower().removesuffix(".gz")
    if name not in _MEDDRA:
        raise TerminologyError("none of MedDRA's files of terms", where=str(path), remedy=f"add {', '.join(_MEDDRA)}")
    header.title, parent = "MedDRA", _MEDDRA[name]
    for row in rows(path, delimiter="$"):
        code, label, *_ = (*row.cells, "")
        above = row.cells[parent] if parent is not None and len(row.cells) > parent else code
        parents = (f"MEDDRA:{above}",) if above != code else ()
        kind = name.partition(".")[0].upper()
        yield Record(f"MEDDRA:{code}", ((label, "label"),), type=kind, parents=parents, line=row.line)


def read_rxnorm(path: Path, header: Header, notes: Notes) -> Iterator[Record]:
    """Read RXNCONSO.RRF: RxNorm's own names in English that are not suppressed."""
    header.title = "RxNorm"
    for row in rows(path, delimiter="|"):
        if fits(row, _RXNORM_WIDTH, notes):
            code, language, vocabulary, kind, text, suppressed = (row.cells[at] for at in (0, 1, 11, 12, 14, 16))
            if (language, vocabulary, suppressed) == ("ENG", "RXNORM", "N"):
                scope = "exact" if kind in _SYNONYMS else "label"
                yield Record(f"RXNORM:{code}", ((text, scope),), type=kind, line=row.line, defines=False)
