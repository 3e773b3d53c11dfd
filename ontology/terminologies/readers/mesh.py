"""MeSH as the National Library of Medicine gives it: descriptors and supplementary records in XML."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..records import Header, Notes, Record
from ..terms import MatchRelation, NameKind
from .elements import Element, elements, texts

_BRANCHES: Final = {
    "A": "Anatomy", "B": "Organisms", "C": "Diseases", "D": "Chemicals and Drugs", "E": "Techniques and Equipment",
    "F": "Psychiatry and Psychology", "G": "Phenomena and Processes", "N": "Health Care",
}  # fmt: skip
_CLASSES: Final = {"1": "Chemicals and Drugs", "2": "Protocols", "3": "Diseases", "4": "Organisms"}
_SCOPES: Final[dict[str, NameKind]] = {"NRW": "narrow", "BRD": "broad", "REL": "related"}


def read_mesh(path: Path, header: Header, notes: Notes) -> Iterator[Record]:
    """Read the records, then the hierarchy, which the tree numbers tell."""
    trees: dict[str, str] = {}
    header.title = "Medical Subject Headings"
    for element in elements(path, ("DescriptorRecord", "SupplementalRecord")):
        record = _record(element)
        if record is None:
            notes.skip(element.sourceline, "a record without an identifier or without a name")
            continue
        trees.update((number, record.identifier) for number in texts(element, "TreeNumberList/TreeNumber"))
        yield record
    for number, child in trees.items():
        parent = trees.get(number.rpartition(".")[0])
        if parent is not None:
            yield Record(child, parents=(parent,), defines=False)


def _record(element: Element) -> Record | None:
    kind = element.tag.removesuffix("Record")
    labels, identifiers = texts(element, f"{kind}Name/String"), texts(element, f"{kind}UI")
    if not labels or not identifiers:
        return None
    label = labels[0]
    trees = texts(element, "TreeNumberList/TreeNumber")
    names: list[tuple[str, NameKind]] = [(label, "label")]
    for concept in element.iterfind("ConceptList/Concept"):
        scope = _scope(concept)
        names.extend((name, scope) for name in texts(concept, "TermList/Term/String") if name != label)
    mapped = texts(element, "HeadingMappedToList/HeadingMappedTo/DescriptorReferredTo/DescriptorUI")
    mappings: list[tuple[str, MatchRelation]] = [(f"MESH:{other.lstrip('*')}", "broad") for other in mapped]
    return Record(
        identifier=f"MESH:{identifiers[0]}",
        names=tuple(dict.fromkeys(names)),
        type=_BRANCHES.get(trees[0][0], "") if trees else _CLASSES.get(element.get("SCRClass"), ""),
        mappings=tuple(mappings),
        line=element.sourceline,
    )


def _scope(concept: Element) -> NameKind:
    """Give the scope of a concept's terms, seen from the record: those of the preferred concept are its own."""
    if concept.get("PreferredConceptYN") == "Y":
        return "exact"
    own = texts(concept, "ConceptUI")
    for relation in concept.iterfind("ConceptRelationList/ConceptRelation"):
        if own and own[0] in texts(relation, "*"):
            return _SCOPES.get(relation.get("RelationName"), "related")
    return "related"
