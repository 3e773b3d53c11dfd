"""Addresses: the namespaces, and how every node gets an IRI that depends on nothing but what it stands for."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import sha256
from typing import Final
from urllib.parse import quote

from pyoxigraph import NamedNode

from ..ontology.facts import Concept, Regimen

TG: Final = "https://w3id.org/trialgraph/"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
PREFIXES: Final = {
    "tg": TG,
    "id": f"{TG}id/",
    "doc": f"{TG}doc/",
    "skos": SKOS,
    "rdf": RDF,
    "rdfs": RDFS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "xsd": XSD,
}
_LONGEST: Final = 120
"""Characters of a name that an IRI holds; what is longer is told apart by a hash."""


@cache
def tg(term: str) -> NamedNode:
    """Give a term of the vocabulary.

    >>> tg("targets").value
    'https://w3id.org/trialgraph/targets'
    """
    return NamedNode(TG + term)


CONCEPTS: Final = tg("concepts")
DERIVED: Final = tg("derived")
CURATION: Final = tg("curation")
TYPE: Final = NamedNode(f"{RDF}type")
PREF_LABEL: Final = NamedNode(f"{SKOS}prefLabel")
ALT_LABEL: Final = NamedNode(f"{SKOS}altLabel")


def digest(*parts: str) -> str:
    """Hash texts, so that no two different sequences give the same 20 hexadecimal digits."""
    hashed = sha256()
    for part in parts:
        octets = part.encode("utf-8", "replace")
        hashed.update(len(octets).to_bytes(8, "big") + octets)
    return hashed.hexdigest()[:20]


@lru_cache(maxsize=10_000)
def slug(name: str) -> str:
    """Make a name one safe segment of an IRI, whatever characters it has.

    >>> slug("progression-free survival"), slug("a/b+c?"), slug("..")
    ('progression-free-survival', 'a%2Fb%2Bc%3F', '~411e1b03da67a80f702b')
    """
    encoded = quote("-".join(name.split()), safe="", errors="replace").replace("~", "%7E")
    if len(encoded) <= _LONGEST and encoded.strip("."):
        return encoded
    readable = re.sub(r"%[0-9A-F]?$", "", encoded[: _LONGEST // 2]).strip(".")
    return f"{readable}~{digest(name)}"


def mint(kind: str, *segments: str) -> NamedNode:
    """Give the IRI of an instance from segments that are safe already."""
    return NamedNode(f"{TG}id/{kind}/{'/'.join(segments)}")


def concept_iri(concept: Concept) -> NamedNode:
    """Give a concept's IRI.

    >>> concept_iri(Concept("AdverseEvent", "neutropenia")).value
    'https://w3id.org/trialgraph/id/adverse-event/neutropenia'
    """
    return mint(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", concept.kind).lower(), slug(concept.name))


def regimen_segment(regimen: Regimen) -> str:
    """Join the names of a regimen's components by `+`."""
    return "+".join(slug(component.name) for component in regimen.components) or "~none"


def regimen_iri(regimen: Regimen) -> NamedNode:
    """Give a regimen's IRI.

    >>> regimen_iri(Regimen.of(Concept("Drug", "letrozole"), Concept("Drug", "palbociclib"))).value
    'https://w3id.org/trialgraph/id/regimen/letrozole+palbociclib'
    """
    return mint("regimen", regimen_segment(regimen))


def document_iri(identifier: str) -> NamedNode:
    """Give a document's IRI, which also names its graph."""
    return NamedNode(f"{TG}doc/{slug(identifier)}")


def claim_iri(statements: Iterable[tuple[NamedNode, object]]) -> NamedNode:
    """Give a claim's IRI: a hash of the statements that it consists of, in any order."""
    return mint("claim", digest(*sorted(f"{predicate} {value}" for predicate, value in statements)))


def evidence_iri(claim: NamedNode, document: NamedNode, start: int, end: int) -> NamedNode:
    """Give the IRI of a claim's evidence at a span of a document."""
    return mint("evidence", digest(claim.value, document.value, str(start), str(end)))


def local_name(iri: str) -> str:
    """Give what stands after the last slash or hash.

    >>> local_name("https://w3id.org/trialgraph/hazardRatio")
    'hazardRatio'
    """
    return re.split(r"[/#]", iri)[-1]
