"""The W3C's tests of SPARQL 1.0 and 1.1 for queries, answered as the endpoint answers.

    python bench/w3c.py SUITES [-o FILE.md]

SUITES is a folder with `sparql11` and `dawg-data-r2`; the source distribution of rdflib carries both below
`test/data/suites/w3c`. Left out: updates, other servers, entailment, and what the tests themselves withdraw. Tests of
the protocol have no machine-readable form; `tests/app/web/test_endpoint.py` does what they say.

What would make it unfair: the tests were there when the engine was written.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import urljoin

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.collection import Collection
from results import arguments, report, table
from trialgraph.app.web.jobs import Written
from trialgraph.graph.reader import GraphReader
from trialgraph.ontology.errors import TrialgraphError
from trialgraph.queries.scanning import refuse_changes, refuse_service

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
DAWG = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#")
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
EVALUATION = (MF.QueryEvaluationTest, MF.CSVResultFormatTest)
GOOD, BAD = (MF.PositiveSyntaxTest, MF.PositiveSyntaxTest11), (MF.NegativeSyntaxTest, MF.NegativeSyntaxTest11)
LEFT_OUT = ("service", "syntax-fed", "entailment")
MOST = 1_000_000


def tests(folder: Path) -> Iterator[tuple[Graph, URIRef]]:
    """Give all tests of a suite that concern queries."""
    for file in sorted(folder.rglob("manifest.ttl")):
        if file.parent.name in LEFT_OUT:
            continue
        manifest = Graph().parse(file, publicID=file.as_uri())
        for entries in manifest.objects(None, MF.entries):
            for test in Collection(manifest, entries):
                withdrawn = manifest.value(test, DAWG.approval) in (DAWG.Withdrawn, DAWG.Rejected)
                if manifest.value(test, RDF.type) in (*EVALUATION, *GOOD, *BAD) and not withdrawn:
                    yield manifest, cast(URIRef, test)


def path(iri: Any) -> Path:
    """Give the file of an address."""
    return Path(str(iri).removeprefix("file://"))


def ask(query: str, store: Store, table: str = "json") -> bytes:
    """Answer as the endpoint does."""
    refuse_changes("test", query)
    refuse_service("test", query)
    reader = cast(GraphReader, SimpleNamespace(store=store))
    return Written(query, table, "nt", MOST).answer(reader)[1]


def passes(manifest: Graph, test: URIRef) -> bool:
    """Tell whether the answer is the expected one."""
    kind, action = manifest.value(test, RDF.type), manifest.value(test, MF.action)
    file = path(manifest.value(action, QT.query) or action)
    query = f"BASE <{file.as_uri()}>\n{file.read_text('utf-8')}"
    if kind in GOOD or kind in BAD:
        return accepted(query) == (kind in GOOD)
    store = Store()
    for data in manifest.objects(action, QT.data):
        store.load(path=str(path(data)), format=form(path(data)), base_iri=str(data))
    for data in (*manifest.objects(action, QT.graphData), *named_in(query, file)):
        store.load(path=str(path(data)), format=form(path(data)), base_iri=str(data), to_graph=NamedNode(str(data)))
    expected = path(manifest.value(test, MF.result))
    if expected.suffix in (".csv", ".tsv"):
        return rows_of(ask(query, store, expected.suffix[1:]), expected.suffix) == rows_of(
            expected.read_bytes(), expected.suffix
        )
    return same(ask(query, store), expected)


def named_in(query: str, file: Path) -> list[str]:
    """Give the addresses of the data that FROM names."""
    return [urljoin(file.as_uri(), name) for name in re.findall(r"FROM\s+(?:NAMED\s+)?<([^>]+)>", query)]


def accepted(query: str) -> bool:
    """Tell whether a query is understood."""
    try:
        ask(query, Store())
    except (SyntaxError, TrialgraphError):
        return False
    except RuntimeError:
        return True  # understood, but a function of the test's own is not known
    return True


def form(file: Path) -> RdfFormat:
    """Tell the format of a file of data by its ending."""
    return RdfFormat.from_extension(file.suffix[1:]) or RdfFormat.TURTLE


def rows_of(text: bytes, ending: str) -> Counter[Any]:
    """Count the rows of a table, its columns by name, in whatever order."""
    if ending == ".tsv":
        return by_name(parse_query_results(text, format=QueryResultsFormat.TSV))
    rows = csv.DictReader(io.StringIO(text.decode(), newline=""))
    return Counter(frozenset((n, t if not t.startswith("_:") else "_:") for n, t in row.items()) for row in rows)


def same(answer: bytes, expected: Path) -> bool:
    """Compare an answer with the expected one: numbers by value, blank nodes by any name."""
    if expected.suffix in (".srx", ".srj"):
        wanted = parse_query_results(path=str(expected), format=results_form(expected))
        found = parse_query_results(answer, format=QueryResultsFormat.JSON)
        if isinstance(wanted, QueryBoolean) or isinstance(found, QueryBoolean):
            return bool(wanted) == bool(found)
        names = [variable.value for variable in wanted.variables]
        return rows(names, wanted) == rows(names, found)
    graph = Graph().parse(expected, publicID=expected.as_uri())
    if (None, RDF.type, RS.ResultSet) in graph:
        found = parse_query_results(answer, format=QueryResultsFormat.JSON)
        return from_graph(graph) == ({"": [bool(found)]} if isinstance(found, QueryBoolean) else by_name(found))
    return canonical(parse(answer, format=RdfFormat.N_TRIPLES)) == canonical(
        parse(path=str(expected), format=form(expected), base_iri=expected.as_uri())
    )


def results_form(file: Path) -> QueryResultsFormat:
    """Tell the format of a file of results by its ending."""
    return QueryResultsFormat.XML if file.suffix == ".srx" else QueryResultsFormat.JSON


def rows(names: list[str], found: Any) -> Counter[tuple[Any, ...]]:
    """Count equal rows."""
    known = {variable.value for variable in found.variables}
    return Counter(tuple(value(row[name]) if name in known else None for name in names) for row in found)


def value(term: Any) -> Any:
    """Give what is compared of a term."""
    if isinstance(term, BlankNode):
        return "a blank node"
    if isinstance(term, Triple):
        return value(term.subject), value(term.predicate), value(term.object)
    if isinstance(term, Literal) and not term.language:
        typed = RdfLiteral(term.value, datatype=URIRef(term.datatype.value))
        return (term.datatype.value, typed.value if typed.value is not None else term.value)
    return str(term) if term is not None else None


def by_name(found: Any) -> Counter[Any]:
    """Count equal rows, each as the values that are there by name."""
    names = [variable.value for variable in found.variables]
    return Counter(frozenset((n, value(t)) for n, t in zip(names, row, strict=True) if t is not None) for row in found)


def from_graph(graph: Graph) -> Any:
    """Read an answer that is written as a graph."""
    node = graph.value(None, RDF.type, RS.ResultSet)
    if (boolean := graph.value(node, RS.boolean)) is not None:
        return {"": [bool(boolean.toPython())]}
    return Counter(
        frozenset(
            (str(graph.value(binding, RS.variable)), value(oxigraph(graph.value(binding, RS.value))))
            for binding in graph.objects(solution, RS.binding)
        )
        for solution in graph.objects(node, RS.solution)
    )


def oxigraph(term: Any) -> Any:
    """Give a term of rdflib as Oxigraph has it."""
    if isinstance(term, RdfLiteral):
        datatype = NamedNode(str(term.datatype)) if term.datatype and not term.language else None
        return Literal(str(term), datatype=datatype, language=term.language)
    return NamedNode(str(term)) if isinstance(term, URIRef) else BlankNode()


def canonical(triples: Any) -> Dataset:
    """Give statements with canonical names of blank nodes and canonical numbers."""
    dataset = Dataset(Quad(*triple.triple) if isinstance(triple, Quad) else Quad(*triple) for triple in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def outcome(manifest: Graph, test: URIRef) -> str:
    """Tell whether a test passes; if not, its name, and why it can't be run."""
    name = "/".join(str(test).rsplit("/", 2)[1:])
    try:
        return "" if passes(manifest, test) else name
    except Exception as error:  # noqa: BLE001 (a test that can't be run has not passed)
        return f"{name} ({type(error).__name__}: {str(error)[:80]})"


def main() -> None:
    """Write the share that passes, suite by suite, and what does not."""
    parser = arguments(__doc__)
    parser.add_argument("suites", type=Path)
    given = parser.parse_args()
    rows: list[list[object]] = []
    failed: dict[str, list[str]] = {}
    for suite in ("sparql11", "dawg-data-r2"):
        outcomes = [outcome(*test) for test in tests(given.suites.absolute() / suite)]
        failed[suite] = [*filter(None, outcomes)]
        passed = len(outcomes) - len(failed[suite])
        rows.append([suite, len(outcomes), passed, f"{passed / len(outcomes):.1%}"])
    text = table(["suite", "tests", "passed", "share"], rows)
    text += "".join(f"\n- {name}" for names in failed.values() for name in names) + "\n"
    report(text, {"suites": rows, "failed": failed}, given.out)


if __name__ == "__main__":
    main()
