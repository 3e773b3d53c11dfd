"""Tables: tab- or comma-separated rows under a header, one row a term or one row a name."""

import csv
from collections.abc import Iterator
from typing import Final, TextIO

from ...errors import TerminologyError
from ..records import Header, Record, Remark
from ..terms import NameKind

_COLUMNS: Final = {
    "id": ("id", "curie", "identifier", "hgnc_id", "drugbank id", "ncit", "cls", "subject_id"),
    "label": ("label", "symbol", "preferred_name", "preferred_term", "common name", "cls_label"),
    "name": ("name",),
    "synonyms": ("synonyms", "alt_labels", "alias_symbol", "alias_name", "prev_symbol", "prev_name"),
    "kind": ("kind",),
    "type": ("type",),
    "parents": ("parents",),
}


def read_table(lines: TextIO, header: Header, remark: Remark) -> Iterator[Record]:
    """Read a table; `|` parts the items of a cell."""
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    columns = [column.strip().casefold() for column in next(rows, ())]
    places = {role: [i for i, c in enumerate(columns) if c in known] for role, known in _COLUMNS.items()}
    if not places["id"]:
        raise TerminologyError("no column holds identifiers", remedy="call it `id`")
    for cells in rows:
        if len(cells) != len(columns):
            remark(rows.line_num, f"{len(cells)} cells under {len(columns)} columns")
            continue
        yield _record(cells, places, rows.line_num)


def _record(cells: list[str], places: dict[str, list[int]], line: int) -> Record:
    found = {role: [item for i in at for item in cells[i].split("|") if item] for role, at in places.items()}
    named: NameKind = "label" if found["kind"] in ([], ["label"]) else "exact"
    scopes: tuple[tuple[str, NameKind], ...] = (("label", "label"), ("name", named), ("synonyms", "exact"))
    names = [(name, scope) for role, scope in scopes for name in found[role]]
    return Record(
        curie=found["id"][0],
        names=tuple(dict.fromkeys(names)),
        type=found["type"][0] if found["type"] else "",
        parents=tuple(found["parents"]),
        line=line,
    )
