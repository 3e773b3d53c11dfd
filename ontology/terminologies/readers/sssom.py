"""SSSOM: mappings between vocabularies, tab-separated, under a head in comment lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..records import Header, Notes, Record
from ..terms import MatchRelation
from .cells import fits, rows

_RELATIONS: Final[dict[str, MatchRelation]] = {
    "skos:exactMatch": "exact",
    "skos:closeMatch": "close",
    "skos:broadMatch": "broad",
    "skos:narrowMatch": "narrow",
    "skos:relatedMatch": "related",
    "owl:equivalentClass": "exact",
    "owl:sameAs": "exact",
    "rdfs:subClassOf": "broad",
    "oboInOwl:hasDbXref": "xref",
}
_HEAD: Final = {"mapping_set_version": "versionInfo", "license": "license", "mapping_set_title": "title"}


def read_sssom(path: Path, header: Header, notes: Notes) -> Iterator[Record]:
    """Read the mappings; those with other predicates, and those that say "not", are passed over and counted."""
    table = rows(path, lambda line: _head(line, header))
    heads = next(table).cells
    for row in table:
        if not fits(row, len(heads), notes):
            continue
        cells = dict(zip(heads, row.cells, strict=True))
        relation = _RELATIONS.get(cells.get("predicate_id", ""))
        if relation is None or cells.get("predicate_modifier"):
            notes.count("mappings with other predicates", row.line, cells.get("predicate_id", ""))
        else:
            mapping = cells["object_id"], relation
            yield Record(cells["subject_id"], mappings=(mapping,), line=row.line, defines=False)


def _head(line: str, header: Header) -> None:
    field, _, value = line.lstrip("# ").partition(":")
    if field in _HEAD:
        header.state(_HEAD[field], value.strip().strip("'\""))
