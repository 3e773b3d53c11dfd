"""Two graphs, or what the documents of one told by two days: the facts gained, lost and changed.

A fact is changed where the same question (arm, endpoint, measure, time, …) has other figures than before.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Store

from .comparison import SINGLE_VALUED
from .description import DescribedFact, describe_claim
from .iris import local_name
from .view import GraphView, first, plain

_CLAIMS: Final = ("LinkClaim", "OutcomeResult", "AdverseEventResult", "Dosage")
_QUESTION: Final = (
    "type", "trial", "arm", "comparator", "endpoint", "event", "measure", "atTime", "population", "analysisSet",
    "assessedBy", "dataCutoff", "grade", "serious", "treatmentRelated", "consequence", "drug", "route",
)  # fmt: skip
"""Properties that tell what a result is about; the others are its figures."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was said on one question, and what is said now; the same claim where only its assertion is another."""

    before: tuple[DescribedFact, ...]
    after: tuple[DescribedFact, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Facts of the second graph alone, of the first alone, and those that changed."""

    gained: tuple[DescribedFact, ...]
    lost: tuple[DescribedFact, ...]
    changed: tuple[Change, ...]


def difference(before: Store, after: Store, days: tuple[str, str] | None = None) -> Difference:
    """Compare two graphs fact by fact; sorted by their words.

    With two days, as `is_day` knows them, only documents issued until the first count before, those issued until the
    second after; documents without a date count never.
    """
    old, new = (_Facts(store, day) for store, day in zip((before, after), days or ("", ""), strict=True))
    lost, gained = old.without(new), new.without(old)
    both = lost.keys() & gained.keys()
    changed = (Change(old.tell(lost[question]), new.tell(gained[question])) for question in both)
    return Difference(
        gained=new.tell(claim for question in gained.keys() - both for claim in gained[question]),
        lost=old.tell(claim for question in lost.keys() - both for claim in lost[question]),
        changed=tuple(sorted(changed, key=lambda change: [fact.text for fact in (*change.before, *change.after)])),
    )


def is_day(text: str) -> bool:
    """Tell a date as documents have it, of a day, month or year.

    >>> is_day("2021-03-31"), is_day("2021-03"), is_day("2021"), is_day("my-store")
    (True, True, True, False)
    """
    return re.fullmatch(r"\d{4}(-\d{2}){0,2}", text, re.ASCII) is not None


class _Facts:
    """The claims of one graph, each with the assertions of its evidence in the documents that were issued by a day."""

    def __init__(self, store: Store, day: str = "") -> None:
        self._view, self._day = GraphView(store), day
        found = {claim.value: self._assertions(claim) for kind in _CLAIMS for claim in self._view.of_kind(kind)}
        self._claims = {claim: assertions for claim, assertions in found.items() if assertions or not day}
        """A claim without evidence, as in graphs made elsewhere, counts where days don't."""

    def _assertions(self, claim: NamedNode) -> frozenset[str]:
        return frozenset(told.assertion for told in self._view.sentences(claim) if self._was_issued(told.document))

    def _was_issued(self, document: str) -> bool:
        if not self._day:
            return True
        issued = self._view.document(NamedNode(document)).issued
        return bool(issued) and issued[: len(self._day)] <= self._day

    def without(self, other: "_Facts") -> dict[str, list[str]]:
        """Give, by question, the claims that the other graph lacks or asserts otherwise."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for claim, assertions in self._claims.items():
            if other._claims.get(claim) != assertions:
                found[self._question(claim)].append(claim)
        return found

    def _question(self, claim: str) -> str:
        about = self._view.properties(NamedNode(claim))
        if self._view.kind(NamedNode(claim)) == "LinkClaim":
            predicate = local_name(first(about, "predicate"))
            return f"{first(about, 'subject')} {predicate}" if predicate in SINGLE_VALUED else claim
        return repr([sorted(map(plain, about.get(name, ()))) for name in _QUESTION])

    def tell(self, claims: Iterable[str]) -> tuple[DescribedFact, ...]:
        """Put claims in words, sorted by these."""
        facts = (describe_claim(self._view, NamedNode(claim)) for claim in claims)
        return tuple(sorted(facts, key=lambda fact: (fact.text, fact.claim)))
