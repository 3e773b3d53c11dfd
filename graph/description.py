"""Everything that the graph knows about one name: what bears it, its facts in words, their sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Store

from .iris import SKOS, tg
from .view import RESULT_KINDS, GraphView, Node, Sentence, plain
from .wording import claim_text

_CLAIMS: Final = ("LinkClaim", *RESULT_KINDS)
_MATCHES: Final = tuple(
    NamedNode(f"{SKOS}{name}") for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
)


@dataclass(frozen=True, slots=True)
class DescribedFact:
    """A claim in words, with the sentences behind it."""

    claim: str
    """IRI."""
    kind: str
    """`LinkClaim`, `OutcomeResult`, `AdverseEventResult` or `Dosage`."""
    text: str
    sentences: tuple[Sentence, ...]
    doubts: tuple[str, ...] = ()
    """What does not add up in its figures, in words."""


@dataclass(frozen=True, slots=True)
class Description:
    """A concept, trial, arm, regimen or document, with its facts."""

    iri: str
    kind: str
    label: str
    names: tuple[str, ...]
    """Other names, registry numbers among them."""
    matches: tuple[str, ...]
    """IRIs of its counterparts in other vocabularies."""
    facts: tuple[DescribedFact, ...]


def describe_name(store: Store, name: str) -> list[Description]:
    """Describe everything that bears a name, whatever its case: concepts, trials, arms, documents."""
    view = GraphView(store)
    return [_describe(view, node) for node in view.named(name) if view.kind(node)]


def describe_claim(view: GraphView, claim: Node) -> DescribedFact:
    """Put a claim in words, with its sentences."""
    sentences = tuple(view.sentences(claim))
    return DescribedFact(claim.value, view.kind(claim), claim_text(view, claim), sentences, _doubts(view, claim))


def _describe(view: GraphView, node: Node) -> Description:
    label = view.label(node)
    claims = sorted({claim for about in _stands_for(view, node) for claim in _claims(view, about)}, key=str)
    facts = [describe_claim(view, claim) for claim in claims]
    return Description(
        iri=node.value,
        kind=view.kind(node),
        label=label,
        names=tuple(name for name in view.names(node) if name != label),
        matches=tuple(plain(value) for match in _MATCHES for value in view.values(node, match)),
        facts=tuple(sorted(facts, key=lambda fact: (_CLAIMS.index(fact.kind), fact.text, fact.claim))),
    )


def _doubts(view: GraphView, claim: Node) -> tuple[str, ...]:
    flags = view.subjects(tg("flagged"), claim)
    return tuple(sorted(plain(words) for flag in flags for words in view.values(flag, tg("explanation"))))


def _stands_for(view: GraphView, node: Node) -> set[Node]:
    """Give the node, and the regimens and arms that it is part of: results of a drug are results of its arms."""
    found: set[Node] = set()
    todo = [node]
    while todo:
        part = todo.pop()
        found.add(part)
        wholes = (whole for name in ("component", "regimen") for whole in view.subjects(tg(name), part))
        todo.extend(whole for whole in wholes if whole not in found)
    return found


def _claims(view: GraphView, node: Node) -> Iterator[Node]:
    if view.kind(node) == "Document":
        for evidence in view.subjects(tg("inDocument"), node):
            yield from view.subjects(tg("evidence"), evidence)
    else:
        yield from (claim for claim in view.subjects(None, node) if view.kind(claim) in _CLAIMS)
