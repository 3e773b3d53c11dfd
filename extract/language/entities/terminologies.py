"""Names of chemicals and diseases that a user's terminologies find in a text."""

from collections.abc import Iterator
from typing import Final

from ....ontology.terminologies import NamedTerm, TerminologyIndex
from .entity import EntityKind, Term

SHORTEST: Final = 3
"""Characters of a name that counts."""
_PREFIXES: Final[dict[str, EntityKind]] = {
    "CHEBI": "Chemical",
    "DRUGBANK": "Chemical",
    "RXNORM": "Chemical",
    "UNII": "Chemical",
    "DOID": "Disease",
    "MONDO": "Disease",
    "HP": "Disease",
    "OAE": "Disease",
    "ORPHANET": "Disease",
}
_TYPES: Final[dict[str, EntityKind]] = {
    "chemicals and drugs": "Chemical",
    "chemical": "Chemical",
    "drug": "Chemical",
    "diseases": "Disease",
    "disease": "Disease",
}
"""What a terminology of mixed contents, such as MeSH, may call a term."""


def find_terms(index: TerminologyIndex, text: str) -> Iterator[Term]:
    """Find the names that terms of a known kind bear; chemicals win where a name is both."""
    for span in index.match(text):
        kinds = {kind for term in span.terms if (kind := kind_of(term)) is not None}
        if kinds and span.end - span.start >= SHORTEST:
            yield Term(span.start, span.end, "Chemical" if "Chemical" in kinds else "Disease")


def kind_of(term: NamedTerm) -> EntityKind | None:
    """Tell whether a term is a chemical or a disease, by its vocabulary or by its type."""
    return _PREFIXES.get(term.curie.partition(":")[0]) or _mixed(term)


def _mixed(term: NamedTerm) -> EntityKind | None:
    return _TYPES.get(term.type.lower()) if term.curie.startswith("MESH:") else None
