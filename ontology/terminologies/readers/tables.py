"""Tables of terms: one row a term, or one row a name; what the columns hold is told by their heads."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final, Literal, get_args

from ...errors import LexiconError, TerminologyError
from ...prefixes import expand, standardise
from ..records import Header, Notes, Record
from ..terms import NameKind
from .cells import Row, fits, rows

Column = Literal["id", "label", "name", "synonyms", "kind", "type", "parents", "xrefs", "predicate", "-"]
COLUMNS: Final[tuple[Column, ...]] = get_args(Column)

_HEADS: Final[dict[Column, frozenset[str]]] = {
    "id": frozenset(("id", "curie", "identifier", "cls", "subject_id", "source code", "code")),
    "label": frozenset(
        ("label", "symbol", "preferred_name", "preferred_term", "common name", "cls_label", "source_value")
    ),
    "name": frozenset(("name",)),
    "synonyms": frozenset(
        "synonym synonyms aliases alt_labels alias_symbol alias_name prev_symbol prev_name ctcae_term".split()
    ),
    "kind": frozenset(("kind",)),
    "type": frozenset(("type",)),
    "parents": frozenset(("parents", "parent", "subclassof", "is_a", "broader")),
    "xrefs": frozenset(("xref", "xrefs", "mappings", "target code")),
    "predicate": frozenset(("predicate_id",)),
}
_LABELS: Final = frozenset(("rdfs:label", ""))
Layout = list[tuple[Column, str]]
"""What each column holds, and the prefix of identifiers that stand there without one."""


def read_table(
    path: Path, header: Header, notes: Notes, *, prefix: str = "", columns: Sequence[Column] = ()
) -> Iterator[Record]:
    """Read a table; `|` parts the items of a cell.

    `prefix` is that of identifiers which have none; `columns` says what a table without a head holds.
    A table without a head of which nothing is said has identifiers, labels and synonyms, or names and identifiers.
    """
    table = rows(path)
    first = next(table, None)
    if first is None:
        raise TerminologyError("the file is empty", where=str(path), remedy="download it again")
    told: Layout = [(column, prefix if column == "id" else "") for column in columns] or _guess(first.cells, prefix)
    layout = told or _layout(first, prefix, path)
    for row in table if not told else chain([first], table):
        if fits(row, len(layout), notes):
            yield from _records(row, layout)


def _guess(cells: list[str], prefix: str) -> Layout:
    """Tell what the columns of a table without a head hold; nothing where the first row is a head."""
    known = [_is_identifier(_with_prefix(cell, prefix)) for cell in cells[:2]]
    rest: Layout = [("-", "")] * (len(cells) - 2)
    if known == [True, False]:
        named: Layout = [("id", prefix), ("label", ""), ("synonyms", ""), *rest]
        return named[: len(cells)]
    return [("synonyms", ""), ("id", prefix), *rest] if known == [False, True] else []


def _is_identifier(text: str) -> bool:
    try:
        return bool(expand(standardise(text) or ""))
    except LexiconError:
        return False


def _layout(head: Row, prefix: str, path: Path) -> Layout:
    layout: Layout = [_column(cell.strip().casefold(), prefix) for cell in head.cells]
    if not any(column == "id" for column, _ in layout):
        at = next((place for place, (_, own) in enumerate(layout) if own), None)
        if at is None:
            raise TerminologyError(
                "no known format, or a table in which no column is known to hold identifiers",
                where=f"{path}, line {head.line}",
                remedy=f"of a table say what the columns hold ({', '.join(COLUMNS)})",
            )
        layout[at] = "id", layout[at][1]
    return layout


def _column(head: str, prefix: str) -> tuple[Column, str]:
    for column, heads in _HEADS.items():
        if head in heads:
            return column, prefix if column == "id" else ""
    named = head.replace("_", " ")
    known = next(filter(None, (standardise(f"{named.removesuffix(end)}:1") for end in ("", " id", " ids", "s"))), None)
    return ("xrefs", known.partition(":")[0]) if known else ("-", "")


def _with_prefix(identifier: str, prefix: str) -> str:
    return f"{prefix}:{identifier}" if prefix and identifier and not {":", " "} & {*identifier} else identifier


def _records(row: Row, layout: Layout) -> Iterator[Record]:
    found: dict[Column, list[str]] = {column: [] for column in COLUMNS}
    for (column, prefix), cell in zip(layout, row.cells, strict=True):
        items = [item.strip() for item in cell.split("|")]
        found[column] += [_with_prefix(item, prefix) for item in items if item]
    if not found["id"] or not _LABELS.issuperset(found["predicate"]):
        return
    named: NameKind = "exact" if found["label"] or found["kind"] not in ([], ["label"]) else "label"
    scopes: tuple[tuple[Column, NameKind], ...] = (("label", "label"), ("name", named), ("synonyms", "exact"))
    names: list[tuple[str, NameKind]] = []
    for column, scope in scopes:
        names.extend((name, scope) for name in found[column])
    yield Record(
        identifier=found["id"][0],
        names=tuple(dict.fromkeys(names)),
        type="".join(found["type"][:1]),
        parents=tuple(found["parents"]),
        mappings=tuple((xref, "xref") for xref in found["xrefs"]),
        line=row.line,
        defines=False,
    )
