"""How far a claim can be believed, from its evidence, and why: docs/belief.md tells how this was measured.

Each document that affirms a claim counts once, by its surest reading; readings of different documents fail apart from
each other ("noisy or", as in Gyori et al., Mol Syst Biol 2017;13:954). What denies or contradicts the claim is weighed
against it in the same way.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod
from typing import Final

from pyoxigraph import NamedNode

from .iris import tg
from .view import GraphView, Node, Sentence

KINDS: Final = {"news": 0.9}
"""What a document's kind leaves of a reading's probability, where it is not all of it: an assumption, not a measure."""
MOST: Final = 0.99
"""No number of documents proves more: they may err, or be misread, in the same way."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One document's word for or against a claim."""

    document: str
    """Identifier."""
    kind: str
    confidence: float
    """The probability of its surest reading, as the kind of document leaves it."""
    reason: str
    """`affirms`, `denies` or `contradicts`."""


@dataclass(frozen=True, slots=True)
class Belief:
    """The probability of a claim, with who speaks for it and who against."""

    probability: float
    witnesses: tuple[Witness, ...]
    against: tuple[Witness, ...]

    @property
    def explanation(self) -> str:
        """Say in words where the probability comes from."""
        if not self.witnesses:
            return f"belief {self.probability:.2f}: no document affirms it"
        told = [f"{len(self.witnesses)} document{'s' * (len(self.witnesses) != 1)}: {_listed(self.witnesses)}"]
        if self.against:
            told.append(f"against it {_listed(self.against)}")
        return f"belief {self.probability:.2f} from {'; '.join(told)}"


def belief(view: GraphView, claim: Node) -> Belief:
    """Weigh the evidence of a claim."""
    witnesses = _witnesses(view, view.sentences(claim), "affirmed", "affirms")
    against = _witnesses(view, view.sentences(claim), "negated", "denies")
    saying = {witness.document for witness in witnesses}
    for conflict in view.subjects(tg("betweenClaim"), claim):
        for other in view.values(conflict, tg("betweenClaim")):
            if isinstance(other, NamedNode) and other != claim:
                found = _witnesses(view, view.sentences(other), "affirmed", "contradicts")
                against += [witness for witness in found if witness.document not in saying]
    distinct = {witness.document: witness for witness in sorted(against, key=lambda one: one.confidence)}
    against = sorted(distinct.values(), key=lambda one: one.document)
    return Belief(weigh(_confidences(witnesses), _confidences(against)), tuple(witnesses), tuple(against))


def weigh(affirming: Iterable[float], against: Iterable[float]) -> float:
    """Give the probability of a claim from those of the readings for and against it.

    >>> round(weigh([0.9], []), 3), round(weigh([0.9, 0.8], []), 3), round(weigh([0.9], [0.9]), 3), weigh([], [0.9])
    (0.9, 0.98, 0.45, 0.0)
    """
    support, doubt = _together(affirming), _together(against)
    return support * support / (support + doubt) if support > 0 else 0.0


def _together(confidences: Iterable[float]) -> float:
    return min(MOST, 1 - prod(1 - confidence for confidence in confidences))


def _confidences(witnesses: Iterable[Witness]) -> list[float]:
    return [witness.confidence for witness in witnesses]


def _witnesses(view: GraphView, sentences: Iterable[Sentence], assertion: str, reason: str) -> list[Witness]:
    """Give the surest reading of each document that asserts so; one without a confidence is sure."""
    surest: dict[str, float] = {}
    for sentence in sentences:
        if sentence.assertion == assertion:
            confidence = 1.0 if sentence.confidence is None else sentence.confidence
            surest[sentence.document] = max(confidence, surest.get(sentence.document, 0.0))
    documents = {iri: view.document(NamedNode(iri)) for iri in sorted(surest)}
    return [
        Witness(about.identifier, about.kind, surest[iri] * KINDS.get(about.kind, 1.0), reason)
        for iri, about in documents.items()
    ]


def _listed(witnesses: Iterable[Witness]) -> str:
    told = ((one, one.kind or "document") for one in witnesses)
    return ", ".join(f"{one.document} {one.reason} ({kind}, {one.confidence:.2f})" for one, kind in told)
