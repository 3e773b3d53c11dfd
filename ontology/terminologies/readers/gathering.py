"""Statements about terms, in whichever order a file makes them, gathered into records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from ..records import Record
from ..terms import MatchRelation, NameKind

Other = Literal["parent", "type", "obsolete", "replaced", "merged"]
Role = tuple[Literal["name"], NameKind] | tuple[Literal["mapping"], MatchRelation] | tuple[Other, None]

_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_OIO: Final = "http://www.geneontology.org/formats/oboInOwl#"
_OBO: Final = "http://purl.obolibrary.org/obo/"
LABEL: Final = f"{_RDFS}label"
"""The predicate of labels in OWL."""

ROLES: Final[dict[str, Role]] = {
    LABEL: ("name", "label"),
    f"{_SKOS}prefLabel": ("name", "label"),
    f"{_SKOS}altLabel": ("name", "exact"),
    f"{_SKOS}hiddenLabel": ("name", "related"),
    f"{_OIO}hasExactSynonym": ("name", "exact"),
    f"{_OIO}hasNarrowSynonym": ("name", "narrow"),
    f"{_OIO}hasBroadSynonym": ("name", "broad"),
    f"{_OIO}hasRelatedSynonym": ("name", "related"),
    f"{_OIO}hasSynonym": ("name", "related"),
    f"{_OBO}IAO_0000118": ("name", "exact"),
    f"{_OBO}OBI_9991118": ("name", "exact"),
    "http://www.ebi.ac.uk/efo/alternative_term": ("name", "exact"),
    "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl#P90": ("name", "exact"),
    f"{_SKOS}exactMatch": ("mapping", "exact"),
    f"{_SKOS}closeMatch": ("mapping", "close"),
    f"{_SKOS}broadMatch": ("mapping", "broad"),
    f"{_SKOS}narrowMatch": ("mapping", "narrow"),
    f"{_SKOS}relatedMatch": ("mapping", "related"),
    f"{_OIO}hasDbXref": ("mapping", "xref"),
    f"{_RDFS}subClassOf": ("parent", None),
    f"{_SKOS}broader": ("parent", None),
    f"{_OIO}hasOBONamespace": ("type", None),
    "http://www.w3.org/2002/07/owl#deprecated": ("obsolete", None),
    f"{_OBO}IAO_0100001": ("replaced", None),
    f"{_OIO}hasAlternativeId": ("merged", None),
}
"""What a predicate says of a term."""


@dataclass(slots=True)
class _Gathered:
    names: dict[tuple[str, NameKind], None] = field(default_factory=dict[tuple[str, NameKind], None])
    parents: list[str] = field(default_factory=list[str])
    mappings: list[tuple[str, MatchRelation]] = field(default_factory=list[tuple[str, MatchRelation]])
    merged: list[str] = field(default_factory=list[str])
    type: str = ""
    replaced_by: str = ""
    obsolete: bool = False
    line: int | None = None


class Terms:
    """What a file says of its terms.

    >>> terms = Terms()
    >>> terms.add("http://purl.obolibrary.org/obo/GO_0006915", LABEL, "apoptotic process")
    >>> [record.names for record in terms.records()]
    [(('apoptotic process', 'label'),)]
    """

    def __init__(self) -> None:
        self._terms: dict[str, _Gathered] = {}

    def add(self, subject: str, predicate: str, value: str, line: int | None = None) -> None:
        """Take a statement; those with predicates that say nothing about names or hierarchy are left out."""
        role = ROLES.get(predicate)
        if role is None:
            return
        term = self._terms.setdefault(subject, _Gathered(line=line))
        if role[0] == "name":
            term.names[value, role[1]] = None
        elif role[0] == "mapping":
            term.mappings.append((value, role[1]))
        elif role[0] == "parent":
            term.parents.append(value)
        elif role[0] == "merged":
            term.merged.append(value)
        elif role[0] == "type":
            term.type = term.type or value
        elif role[0] == "replaced":
            term.replaced_by = value
        else:
            term.obsolete = term.obsolete or value in ("true", "1")

    def drop(self, subject: str) -> None:
        """Forget something that is no term."""
        self._terms.pop(subject, None)

    def records(self) -> Iterator[Record]:
        """Give what was gathered; an obsolete term has no names, only what replaces it."""
        for subject, term in self._terms.items():
            yield Record(
                identifier=subject,
                names=() if term.obsolete else tuple(term.names),
                type=term.type,
                parents=tuple(dict.fromkeys(term.parents)),
                mappings=tuple(dict.fromkeys(term.mappings)),
                replaced_by=term.replaced_by,
                line=term.line,
            )
            for other in term.merged:
                yield Record(other, replaced_by=subject, line=term.line, defines=False)
