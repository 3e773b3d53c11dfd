"""Reading the graph back: labels, kinds, properties, the sentences behind a claim."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from .iris import ALT_LABEL, DCTERMS, PREF_LABEL, RDFS, SKOS, TG, TYPE, document_iri, local_name, tg
from .keys import KEY, name_key
from .literals import text_literal
from .store import UNION

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal | Triple
Properties = dict[str, list[Term]]
"""Values by the local name of their property, each value once, in a fixed order."""
LABELS: Final = (PREF_LABEL, NamedNode(f"{SKOS}notation"), NamedNode(f"{RDFS}label"), NamedNode(f"{DCTERMS}title"))
NAMES: Final = (
    *LABELS, ALT_LABEL, tg("registryId"), *(NamedNode(DCTERMS + name) for name in ("source", "identifier"))
)  # fmt: skip
RESULT_KINDS: Final = ("OutcomeResult", "AdverseEventResult", "Dosage")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words behind a claim; `start` and `end` are offsets of the stored text, None where they are not known."""

    document: str
    """IRI."""
    quote: str
    start: int | None = None
    end: int | None = None
    section: str = ""
    assertion: str = "affirmed"
    confidence: float | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, order=True)
class DocumentSummary:
    """A document in the graph."""

    identifier: str
    title: str
    source: str
    issued: str
    kind: str


class GraphView:
    """A store that stays as it is, while it is looked at."""

    def __init__(self, store: Store) -> None:
        self._store = store
        # No cache around a bound method: that cycle would keep the store, and so its lock, open after the last use.
        self._labels: dict[Node, str] = {}
        self._kinds: dict[Node, str] = {}

    def label(self, node: Node) -> str:
        """Give the name of a node, or failing that the end of its IRI."""
        if node not in self._labels:
            self._labels[node] = self._label(node)
        return self._labels[node]

    def kind(self, node: Node) -> str:
        """Give the class of a node in the vocabulary, empty where it has none."""
        if node not in self._kinds:
            self._kinds[node] = self._kind(node)
        return self._kinds[node]

    def of_kind(self, kind: str) -> list[NamedNode]:
        """Give all instances of a class of the vocabulary, sorted by IRI."""
        subjects = {quad.subject for quad in self._store.quads_for_pattern(None, TYPE, tg(kind), UNION)}
        return sorted((node for node in subjects if isinstance(node, NamedNode)), key=lambda node: node.value)

    def values(self, node: Node, predicate: NamedNode) -> list[Term]:
        """Give the values of one property, each once, in a fixed order."""
        return sorted({quad.object for quad in self._store.quads_for_pattern(node, predicate, None, UNION)}, key=str)

    def pairs(self, predicate: NamedNode) -> list[tuple[NamedNode, NamedNode]]:
        """Give the nodes that a property ties together, each pair once, in a fixed order."""
        quads = self._store.quads_for_pattern(None, predicate, None, UNION)
        found = {(quad.subject, quad.object) for quad in quads}
        named = [(one, other) for one, other in found if isinstance(one, NamedNode) and isinstance(other, NamedNode)]
        return sorted(named, key=str)

    def subjects(self, predicate: NamedNode | None, value: Term) -> list[Node]:
        """Give the nodes that have this value, each once, in a fixed order."""
        found = {quad.subject for quad in self._store.quads_for_pattern(None, predicate, value, UNION)}
        return sorted((node for node in found if not isinstance(node, Triple)), key=str)

    def properties(self, node: Node) -> Properties:
        """Give everything stated of a node in the whole graph."""
        found: dict[str, set[Term]] = {}
        for quad in self._store.quads_for_pattern(node, None, None, UNION):
            found.setdefault(local_name(quad.predicate.value), set()).add(quad.object)
        return {name: sorted(found[name], key=str) for name in sorted(found)}

    def names(self, node: Node) -> list[str]:
        """Give all names of a node, the preferred ones first."""
        found = (value for predicate in NAMES for value in self.values(node, predicate))
        return list(dict.fromkeys(value.value for value in found if isinstance(value, Literal)))

    def named(self, name: str) -> list[Node]:
        """Find what bears a name, whatever its case, and the document with this identifier."""
        found = {document} if self.kind(document := document_iri(name)) else set[Node]()
        return sorted({*found, *self.subjects(KEY, text_literal(name_key(name)))}, key=str)

    def sentences(self, claim: Node) -> list[Sentence]:
        """Give the sentences behind a claim, in the order of documents and text."""
        found = [
            self.sentence(evidence)
            for evidence in self.values(claim, tg("evidence"))
            if not isinstance(evidence, Literal | Triple)
        ]
        return sorted(found, key=lambda one: (one.document, one.start or 0, one.end or 0, one.quote))

    def sentence(self, evidence: Node) -> Sentence:
        """Read one piece of evidence."""
        about = self.properties(evidence)
        confidence = first(about, "confidence")
        return Sentence(
            document=first(about, "inDocument"),
            quote=first(about, "quote"),
            start=_whole(first(about, "start")),
            end=_whole(first(about, "end")),
            section=first(about, "section"),
            assertion=local_name(first(about, "assertion")) or "affirmed",
            confidence=float(confidence) if confidence else None,
            rule=unquote(local_name(first(about, "wasGeneratedBy"))),
        )

    def document(self, node: NamedNode) -> DocumentSummary:
        """Tell what a document is."""
        named = (self.values(node, NamedNode(DCTERMS + name)) for name in ("title", "source", "issued", "type"))
        texts = (plain(next(iter(values), None)) for values in named)
        return DocumentSummary(unquote(local_name(node.value)), *texts)

    def _label(self, node: Node) -> str:
        for predicate in LABELS:
            for value in self.values(node, predicate):
                return plain(value)
        return unquote(local_name(node.value))

    def _kind(self, node: Node) -> str:
        types = (plain(value) for value in self.values(node, TYPE))
        return next((kind.removeprefix(TG) for kind in types if kind.startswith(TG)), "")


def plain(term: Term | None) -> str:
    """Give a term's text or IRI."""
    return "" if term is None or isinstance(term, Triple) else term.value


def first(about: Properties, name: str) -> str:
    """Give the text of a property's first value, empty where it has none."""
    return plain(next(iter(about.get(name, ())), None))


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
