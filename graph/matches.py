"""Counterparts that a document's concepts were found to have: the plain statement, and a node that says how sure."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from pyoxigraph import NamedNode

from ..ontology.facts import ConceptMatch
from ..ontology.prefixes import expand
from .claims import OBJECT, PREDICATE, SUBJECT, Statement
from .iris import RDF, SKOS, TYPE, concept_iri, digest, mint, tg
from .literals import number_literal, text_literal

_STATEMENT: Final = NamedNode(f"{RDF}Statement")


def match_statements(match: ConceptMatch) -> Iterator[tuple[NamedNode, Statement]]:
    """Say a match: of the concept that it has a counterpart, of the grounding how sure it is and why."""
    concept, predicate = concept_iri(match.concept), NamedNode(f"{SKOS}{match.relation}Match")
    other = NamedNode(expand(match.curie))
    yield concept, (predicate, other)
    node = mint("grounding", digest(concept.value, predicate.value, other.value, str(match.confidence), match.reason))
    yield node, (TYPE, tg("Grounding"))
    yield node, (TYPE, _STATEMENT)
    yield node, (SUBJECT, concept)
    yield node, (PREDICATE, predicate)
    yield node, (OBJECT, other)
    yield node, (tg("matchConfidence"), number_literal(Decimal(str(match.confidence))))
    yield node, (tg("explanation"), text_literal(match.reason))
