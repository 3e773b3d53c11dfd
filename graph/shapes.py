"""The shapes as SPARQL that the store runs: each constraint is a query for what breaks it, over a whole graph at once.

A SHACL processor in Python needs a quarter of an hour for a million statements. The components that our shapes use are
few; one that is not known here is an error, so that none goes unchecked. Tests compare the answers with pySHACL's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, cast

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolution, QuerySolutions, Store
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

Term = NamedNode | BlankNode | Literal
_TARGETS: Final = {
    SH.targetClass: "?this a {}",
    SH.targetSubjectsOf: "?this {} ?any",
    SH.targetObjectsOf: "?any {} ?this",
}
_BROKEN_BY: Final[Mapping[Node, str]] = {
    SH.datatype: "FILTER(!COALESCE(DATATYPE(?value) = {}, false))",
    SH["class"]: "FILTER NOT EXISTS {{ ?value a {} }}",
    SH.nodeKind: "FILTER(!CONTAINS(STR({}), IF(ISIRI(?value), 'IRI', IF(ISLITERAL(?value), 'Literal', 'Blank'))))",
    SH["in"]: "FILTER(!COALESCE(?value IN ({}), false))",
    SH.minInclusive: "FILTER(!COALESCE(?value >= {}, false))",
    SH.maxInclusive: "FILTER(!COALESCE(?value <= {}, false))",
    SH.minExclusive: "FILTER(!COALESCE(?value > {}, false))",
    SH.maxExclusive: "FILTER(!COALESCE(?value < {}, false))",
    SH.minLength: "FILTER(STRLEN(STR(?value)) < {})",
    SH.pattern: "FILTER(!REGEX(STR(?value), {}))",
    SH.lessThan: "?this {} ?other . FILTER(!COALESCE(?value < ?other, false))",
}
_COUNTED: Final[Mapping[Node, str]] = {SH.minCount: "<", SH.maxCount: ">"}
_NO_CONSTRAINT: Final = {*_TARGETS, RDF.type, SH.path, SH.message, SH.property, SH.sparql}


@dataclass(frozen=True, slots=True)
class Rule:
    """A query for what breaks a shape (`?this`), and what to say of it, with variables of the query in braces."""

    query: str
    message: str

    def broken(self, store: Store) -> Iterator[tuple[Term, str]]:
        """Give each node that breaks the rule, with an explanation."""
        for solution in cast("QuerySolutions", store.query(self.query)):
            yield cast("Term", solution["this"]), self._explain(solution)

    def _explain(self, solution: QuerySolution) -> str:
        words = re.split(r"\{\?(\w+)\}", self.message)
        words[1::2] = [cast("Term", solution[name]).value for name in words[1::2]]
        return "".join(words)


@cache
def structure() -> tuple[Rule, ...]:
    """Give the rules that every graph keeps."""
    shapes = (shape for shape in _shapes().subjects(RDF.type, SH.NodeShape) if not _texts(shape, SH.name))
    return tuple(rule for shape in shapes for rule in (*_queries(shape), *_constraints(shape)))


@cache
def arithmetic() -> Mapping[str, Rule]:
    """Give the checks of figures, by name.

    >>> [*arithmetic()]
    ['arm-sizes', 'count', 'grades', 'interval', 'p-value', 'proportion', 'symmetry']
    """
    named = sorted((str(name), shape) for shape, name in _shapes().subject_objects(SH.name))
    return MappingProxyType({name: rule for name, shape in named for rule in _queries(shape)})


@cache
def _shapes() -> Graph:
    return Graph().parse(data=files("trialgraph.ontology").joinpath("shapes.ttl").read_text("utf-8"), format="turtle")


@cache
def _prefixes() -> str:
    declared = [
        (_texts(one, SH.prefix)[0], _texts(one, SH.namespace)[0]) for one in _shapes().objects(None, SH.declare)
    ]
    return "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in sorted(declared))


def _queries(shape: Node) -> Iterator[Rule]:
    """Give the constraints of a shape that are SPARQL already."""
    for constraint in _shapes().objects(shape, SH.sparql):
        yield Rule(_prefixes() + _texts(constraint, SH.select)[0], _texts(constraint, SH.message)[0])


def _constraints(shape: Node) -> Iterator[Rule]:
    """Make queries of the other constraints of a shape, for each of its targets."""
    targets = [text.format(term.n3()) for kind, text in _TARGETS.items() for term in _shapes().objects(shape, kind)]
    for node in (shape, *_shapes().objects(shape, SH.property)):
        path = _path(node)
        about = " ".join(_texts(node, SH.message)) or "too few, too many, or not what is expected"
        for component, parameter in _shapes().predicate_objects(node):
            if component not in _NO_CONSTRAINT:
                shown = "" if component in _COUNTED else "{?value}"
                place = re.sub(r"<[^>]*[/#](\w+)>", r"\1", path)
                message = f"{about}: {place} {shown}".strip()
                for target in targets:
                    yield Rule(_prefixes() + _query(component, parameter, target, path), message)


def _query(component: Node, parameter: Node, target: str, path: str) -> str:
    value = f"?this {path} ?value ." if path else "BIND(?this AS ?value)"
    if component in _COUNTED:
        having = f"HAVING(COUNT(DISTINCT ?value) {_COUNTED[component]} {parameter})"
        return f"SELECT ?this WHERE {{ {target} OPTIONAL {{ {value} }} }} GROUP BY ?this {having}"
    wrong = _BROKEN_BY[component].format(", ".join(term.n3() for term in _members(parameter)))
    return f"SELECT DISTINCT ?this ?value WHERE {{ {target} . {value} {wrong} }}"


def _path(node: Node) -> str:
    """Give the property that a constraint is about, or several of which any will do; empty for the node itself."""
    path = _shapes().value(node, SH.path)
    if path is None:
        return ""
    return "|".join(term.n3() for term in _members(_shapes().value(path, SH.alternativePath) or path))


def _members(node: Node) -> list[Node]:
    """Give the members of a list; what is none is its own only member."""
    return [*Collection(_shapes(), node)] if (node, RDF.first, None) in _shapes() else [node]


def _texts(node: Node, predicate: URIRef) -> list[str]:
    return [str(value) for value in _shapes().objects(node, predicate)]
