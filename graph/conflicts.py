"""Where documents disagree, in words and with the sentences of either side."""

from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from .description import DescribedFact, describe_claim
from .iris import local_name, tg
from .view import GraphView, Node, first


@dataclass(frozen=True, slots=True)
class Conflict:
    """A figure or a property of a trial that documents give differently."""

    iri: str
    trial: str
    """Its name."""
    on: str
    """The property of the vocabulary that differs: `value`, `ciLevel`, `phase`, …"""
    explanation: str
    claims: tuple[DescribedFact, ...]


def conflicts(store: Store, trial: str = "") -> list[Conflict]:
    """List the conflicts about a trial that bears this name or number, about all of them without one."""
    view = GraphView(store)
    wanted = set(view.named(trial)) if trial else None
    found = [_conflict(view, node) for node in view.of_kind("Conflict") if _is_about(view, node, wanted)]
    return sorted(found, key=lambda one: (one.trial, one.on, one.claims[0].text if one.claims else "", one.iri))


def _conflict(view: GraphView, node: NamedNode) -> Conflict:
    about = view.properties(node)
    claims = [claim for claim in about.get("betweenClaim", ()) if isinstance(claim, NamedNode)]
    trials = sorted({view.label(trial) for claim in claims for trial in _trials(view, claim)})
    return Conflict(
        iri=node.value,
        trial=", ".join(trials),
        on=local_name(first(about, "onProperty")),
        explanation=first(about, "explanation"),
        claims=tuple(describe_claim(view, claim) for claim in claims),
    )


def _is_about(view: GraphView, conflict: Node, wanted: set[Node] | None) -> bool:
    claims = view.values(conflict, tg("betweenClaim"))
    return wanted is None or any(
        trial in wanted for claim in claims if isinstance(claim, NamedNode) for trial in _trials(view, claim)
    )


def _trials(view: GraphView, claim: Node) -> set[Node]:
    about = view.properties(claim)
    return {node for name in ("trial", "subject") for node in about.get(name, ()) if isinstance(node, NamedNode)}
