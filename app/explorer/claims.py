"""The claims about a thing, and what they can be filtered by."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import NamedNode

from ...graph.iris import RDF, tg
from ...graph.view import RESULT_KINDS, GraphView, Node, Sentence
from .address import State, short

CLAIM_KINDS: Final = ("LinkClaim", *RESULT_KINDS)
CONFIDENCES: Final = (0.5, 0.8, 0.95)
_OBJECT: Final = NamedNode(f"{RDF}object")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet, with how many claims have it."""

    name: str
    """As addresses name it."""
    label: str
    count: int


@dataclass(slots=True)
class Facets:
    """What the claims in view can be narrowed down to."""

    trial: list[Value] = field(default_factory=list[Value])
    drug: list[Value] = field(default_factory=list[Value])
    document: list[Value] = field(default_factory=list[Value])
    assertion: list[Value] = field(default_factory=list[Value])
    confidence: list[Value] = field(default_factory=list[Value])


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with what it is filtered by."""

    claim: NamedNode
    things: frozenset[str]
    """What it names, the drugs of its arms included; without the namespace."""
    sentences: tuple[Sentence, ...]

    def fits(self, state: State) -> bool:
        """Tell whether it passes the filters."""
        wanted = {name for name in (state.trial, state.drug) if name}
        return wanted <= self.things and any(_fits(sentence, state) for sentence in self.sentences)


def claims_about(view: GraphView, node: NamedNode) -> list[NamedNode]:
    """Give the claims that name a thing, that a document states, or that tell of the arms that are given a drug."""
    if view.kind(node) in CLAIM_KINDS:
        return [node]
    if view.kind(node) == "Document":
        pieces = view.subjects(tg("inDocument"), node)
        found = {claim for piece in pieces for claim in view.subjects(tg("evidence"), piece)}
    else:
        found = {claim for arm in _arms(view, node) for claim in view.subjects(_OBJECT, arm)}
        found |= {*view.subjects(None, node)}
    claims = [claim for claim in found if isinstance(claim, NamedNode) and view.kind(claim) in CLAIM_KINDS]
    return sorted(claims, key=lambda claim: (CLAIM_KINDS.index(view.kind(claim)), claim.value))


def claims_with(view: GraphView, node: NamedNode) -> set[Node]:
    """Give what a filter by this thing lets through: the claims about it, and the results of arms given a drug."""
    ends = (tg("arm"), tg("comparator"))
    results = {claim for arm in _arms(view, node) for end in ends for claim in view.subjects(end, arm)}
    return results | {*claims_about(view, node)}


def _arms(view: GraphView, node: Node) -> list[Node]:
    """Give the arms that are given a drug or a regimen; none for other things."""
    regimens = [node, *view.subjects(tg("component"), node)]
    return [arm for regimen in regimens for arm in view.subjects(tg("regimen"), regimen)]


def tell(view: GraphView, claim: NamedNode) -> Told:
    """Gather what a claim is filtered by."""
    values = {value for found in view.properties(claim).values() for value in found if isinstance(value, NamedNode)}
    regimens = {one for arm in values for one in view.values(arm, tg("regimen")) if isinstance(one, NamedNode)}
    drugs = {one for regimen in regimens | values for one in view.values(regimen, tg("component"))}
    things = values | {drug for drug in drugs if isinstance(drug, NamedNode)}
    return Told(claim, frozenset(short(thing.value) for thing in things), tuple(view.sentences(claim)))


def facets(view: GraphView, found: Iterable[Told]) -> Facets:
    """Count what the claims can be narrowed down to."""
    things: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    assertions: Counter[str] = Counter()
    confidences: Counter[str] = Counter()
    for one in found:
        things.update(one.things)
        documents.update({short(sentence.document) for sentence in one.sentences})
        assertions.update({sentence.assertion for sentence in one.sentences})
        best = max(map(_confidence, one.sentences), default=0.0)
        confidences.update(f"{least:g}" for least in CONFIDENCES if best >= least)
    return Facets(
        trial=_values(view, _of(things, "id/trial/")),
        drug=_values(view, _of(things, "id/drug/")),
        document=_values(view, documents),
        assertion=[Value(name, name, count) for name, count in assertions.most_common()],
        confidence=[Value(name, f"at least {name}", count) for name, count in sorted(confidences.items())],
    )


def _of(things: Mapping[str, int], prefix: str) -> dict[str, int]:
    return {name: count for name, count in things.items() if name.startswith(prefix)}


def _values(view: GraphView, counts: Mapping[str, int]) -> list[Value]:
    named = (Value(name, view.label(tg(name)), count) for name, count in counts.items())
    return sorted(named, key=lambda value: (-value.count, value.label.casefold(), value.name))


def _confidence(sentence: Sentence) -> float:
    """Give how sure a sentence is; one of an RDF file that doesn't say so counts as sure."""
    return 1.0 if sentence.confidence is None else sentence.confidence


def _fits(sentence: Sentence, state: State) -> bool:
    return (
        _confidence(sentence) >= state.confidence
        and state.assertion in ("", sentence.assertion)
        and state.document in ("", short(sentence.document))
    )
