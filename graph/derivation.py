"""What follows from comparing documents: support, supersession, conflicts, and arithmetic that does not add up."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad

from .agreement import Stated
from .claims import Statement
from .comparison import COMPARED, Disagreement, disagreements
from .index import Index
from .iris import DERIVED, TYPE, digest, mint, tg
from .literals import number_literal, text_literal
from .store import Replacement
from .timing import STAND_IN, dates, supersession


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change of documents may have made untrue elsewhere."""

    claims: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    """IRIs and comparison keys."""
    documents: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By comparison key those that are written anew, or gone."""
    failing: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    """IRIs of claims that fail or failed a check, with its name."""
    concepts: set[str] = field(default_factory=set[str])


def derive(index: Index, touched: Touched) -> Iterator[Replacement]:
    """Derive anew what depends on the touched claims."""
    claims = dict(touched.claims)
    groups = {key: index.stated(key) for key in sorted(set(claims.values()) - {""})}
    superseded: dict[str, set[str]] = {}
    cutoffs: dict[str, str] = {}
    for key, stated in groups.items():
        superseded |= supersession(stated)
        borrowed = {one.claim for one in stated if STAND_IN in one.figures}
        cutoffs |= {claim: cutoff for claim, cutoff in dates(stated).items() if claim in borrowed}
        if len(touched.documents[key].union(one.document for one in stated)) > 1:
            yield from _conflicts(key, stated)
        claims.update((one.claim, key) for one in stated)
    for claim in sorted(claims):
        yield _about(
            NamedNode(claim), _standing(index.support(claim), cutoffs.get(claim, ""), superseded.get(claim, set()))
        )
    for claim, check in sorted(touched.failing):
        yield _about(mint("flag", digest(claim, check)), _flag(claim, check, index.flags(claim).get(check, ())))


def _conflicts(key: str, stated: list[Stated]) -> Iterator[Replacement]:
    """Say where documents disagree on one question; a single document never has."""
    found = {disagreement.figure: disagreement for disagreement in disagreements(stated)}
    for figure in COMPARED:
        yield _about(mint("conflict", digest(key, figure)), _conflict(found.get(figure)))


def _about(subject: NamedNode, about: Iterable[Statement]) -> Replacement:
    return Replacement(DERIVED, subject, frozenset(Quad(subject, *statement, DERIVED) for statement in about))


def _standing(support: int, cutoff: str, superseded: Iterable[str]) -> Iterator[Statement]:
    """Say how many documents support a claim, where it is more than one, its trial's cut-off, what it supersedes."""
    if support > 1:
        yield tg("supportCount"), number_literal(support)
    if cutoff:
        yield tg("dataCutoff"), text_literal(cutoff)
    for earlier in superseded:
        yield tg("supersedes"), NamedNode(earlier)


def _conflict(disagreement: Disagreement | None) -> Iterator[Statement]:
    if disagreement is not None:
        yield TYPE, tg("Conflict")
        yield tg("onProperty"), tg(disagreement.on)
        yield tg("explanation"), text_literal(disagreement.explanation)
        for claim in disagreement.claims:
            yield tg("betweenClaim"), NamedNode(claim)


def _flag(claim: str, check: str, explanations: Collection[str]) -> Iterator[Statement]:
    if explanations:
        yield TYPE, tg("Flag")
        yield tg("flagged"), NamedNode(claim)
        yield tg("check"), text_literal(check)
    for explanation in explanations:
        yield tg("explanation"), text_literal(explanation)
