"""Which reader a file needs: told by how it begins, and where that says nothing by its name."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ...errors import TerminologyError
from ...prefixes import standardise
from ..opening import start
from ..records import Header, Notes, Record
from .licensed import read_meddra, read_rxnorm
from .mesh import read_mesh
from .obo import read_obo
from .obograph import read_obograph
from .owlxml import read_owlxml
from .rdf import read_rdfxml, read_turtle
from .sssom import read_sssom
from .tables import COLUMNS, Column, read_table

Reader = Callable[[Path, Header, Notes], Iterator[Record]]

_BEGINNINGS: Final[tuple[tuple[str, Reader], ...]] = (
    (r"\s*\{", read_obograph),
    (r"(?s)\s*(?=<).*<rdf:RDF\b", read_rdfxml),
    (r"(?s)\s*(?=<).*<(?:Descriptor|Supplemental)RecordSet\b", read_mesh),
    (r"(?s)\s*(?=<).*<Ontology\b", read_owlxml),
    (r"(?m)\s*(?:#.*\n\s*)*(?:@prefix|@base|PREFIX|BASE|<http)\b", read_turtle),
    (r"(?:(?:!|[a-z-]+:).*\n+)*(?:format-version:|\[Term\])", read_obo),
    (r"(?:#.*\n)*(?:.*\t)?subject_id\t(?:.*\t)?object_id\b", read_sssom),
)
_WEB_PAGE: Final = re.compile(r"(?i)\s*(?:<!doctype html|<html)")


@dataclass(frozen=True, slots=True)
class TableLayout:
    """What a table does not say of itself: the prefix of its identifiers, what its columns hold."""

    prefix: str = ""
    columns: tuple[Column, ...] = ()


def table_layout(prefix: str, columns: str) -> TableLayout:
    """Make a layout of what a user writes; raises TerminologyError where that names an unknown prefix or column.

    >>> table_layout("MESH", "id,label,-")
    TableLayout(prefix='MESH', columns=('id', 'label', '-'))
    """
    if prefix and standardise(f"{prefix}:1") is None:
        raise TerminologyError(f"the prefix {prefix!r} is none of the Bioregistry's", remedy="MESH and NCIT are some")
    known: dict[str, Column] = {column: column for column in COLUMNS}
    names = [name.strip() for name in columns.split(",")] if columns else []
    if unknown := [name for name in names if name not in known]:
        raise TerminologyError(f"no column is called {unknown[0]!r}", remedy=f"columns are {', '.join(COLUMNS)}")
    return TableLayout(prefix, tuple(known[name] for name in names))


def read_records(path: Path, header: Header, notes: Notes, layout: TableLayout) -> Iterator[Record]:
    """Read a file of any format; TerminologyError says where and why one can't be read."""
    reader = _reader(path)
    if reader is not None:
        return reader(path, header, notes)
    return read_table(path, header, notes, prefix=layout.prefix, columns=layout.columns)


def _reader(path: Path) -> Reader | None:
    beginning = start(path)
    if not beginning.strip():
        raise TerminologyError("the file is empty", where=str(path), remedy="download it again")
    if _WEB_PAGE.match(beginning):
        raise TerminologyError("this is a web page, no terminology", where=str(path), remedy="check the address")
    name = path.name.lower().removesuffix(".gz")
    if name.endswith(".asc"):
        return read_meddra
    if name.endswith(".rrf"):
        return read_rxnorm
    return next((reader for pattern, reader in _BEGINNINGS if re.match(pattern, beginning)), None)
