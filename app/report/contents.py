"""What goes into a report: trials with their results, relations, conflicts; facts numbered, for their sentences."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from ...graph.conflicts import Conflict, conflicts
from ...graph.description import DescribedFact, describe_claim
from ...graph.iris import RDF, local_name, tg
from ...graph.reader import GraphReader
from ...graph.view import RESULT_KINDS, GraphView, Node, first, plain
from ...graph.wording import group_text, result_text, words
from ...ontology.errors import QueryError
from ..plots import Comparison, Forest, comparisons, trial_forests
from ..web.jobs import Row, Rows

_SUBJECT: Final = NamedNode(f"{RDF}subject")
_COUNTED: Final = ("Document", "Trial", "Drug", "OutcomeResult", "AdverseEventResult", "LinkClaim", "Conflict")
_MOST_EVENTS: Final = 30
"""Rows of an adverse-event plot, so that it fits on a page; the table has them all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A fact in a table: in whom (or which property), what, and the number under which its sentences stand."""

    group: str
    text: str
    fact: DescribedFact
    number: int


@dataclass(frozen=True, slots=True)
class TrialPart:
    """Everything about one trial."""

    name: str
    about: tuple[Line, ...]
    outcomes: tuple[Line, ...]
    events: tuple[Line, ...]
    doses: tuple[Line, ...]
    forests: tuple[Forest, ...]
    harms: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole report."""

    counts: dict[str, int]
    trials: tuple[TrialPart, ...]
    relations: tuple[Line, ...]
    conflicts: tuple[Conflict, ...]
    facts: tuple[DescribedFact, ...]
    """All facts told, in the order of their numbers, which start at 1."""


def gather(reader: GraphReader, names: Collection[str] = ()) -> Contents:
    """Gather what is known of the trials that bear these names or numbers, or everything; QueryError for an unknown."""
    told = _Teller(reader)
    trials = tuple(map(told.trial, told.trials(names)))
    relations = () if names else told.relations()
    disagreements = [one for name in names or [""] for one in conflicts(reader.store, name)]
    return Contents(told.counts(), trials, relations, tuple(disagreements), tuple(told.facts.values()))


class _Teller:
    """Tells of claims, and keeps them by number."""

    def __init__(self, reader: GraphReader) -> None:
        self.facts: dict[str, DescribedFact] = {}
        self._numbers: dict[str, int] = {}
        self._view = GraphView(reader.store)
        self._forests = trial_forests(_ask(reader, "hazard-ratios"), _anchor)
        self._harms = comparisons(_ask(reader, "adverse-events"), _anchor)

    def counts(self) -> dict[str, int]:
        return {kind: len(self._view.of_kind(kind)) for kind in _COUNTED}

    def trials(self, names: Collection[str]) -> list[NamedNode]:
        nodes = sorted(self._view.of_kind("Trial"), key=lambda node: self._view.label(node).casefold())
        wanted = {name: set(self._view.named(name)) for name in names}
        for name, found in wanted.items():
            if found.isdisjoint(nodes):
                raise QueryError(f"there is no trial {name!r} in this graph", remedy="ask `trialgraph query trials`")
        return [node for node in nodes if not names or any(node in found for found in wanted.values())]

    def trial(self, node: NamedNode) -> TrialPart:
        name = self._view.label(node)
        about = self._lines(self._view.subjects(_SUBJECT, node), "LinkClaim", name)
        claims = self._view.subjects(tg("trial"), node)
        outcomes, events, doses = (self._lines(claims, kind, name) for kind in RESULT_KINDS)
        forests = tuple(forest for forest in self._forests if forest.title == f"{name}: {forest.endpoint}")
        harms = tuple(harms.foremost(_MOST_EVENTS) for harms in self._harms if harms.trial == name)
        return TrialPart(name, about, outcomes, events, doses, forests, harms)

    def relations(self) -> tuple[Line, ...]:
        """Tell what acts on what."""
        return self._lines(claim for claim in self._view.of_kind("LinkClaim") if not self._is_of_trial(claim))

    def _lines(self, claims: Iterable[Node], kind: str = "LinkClaim", trial: str = "") -> tuple[Line, ...]:
        described = (describe_claim(self._view, claim) for claim in claims if self._view.kind(claim) == kind)
        worded = sorted((*self._words(fact, trial), fact.claim, fact) for fact in described)
        return tuple(self._line(group, text, fact) for text, group, _, fact in worded)

    def _words(self, fact: DescribedFact, trial: str) -> tuple[str, str]:
        """Give what a fact says, and of whom; for a trial's own properties their value, and which property it is."""
        about = self._view.properties(NamedNode(fact.claim))
        if fact.kind == "LinkClaim" and trial:
            name, value = local_name(first(about, "predicate")), about["object"][0]
            shown = self._view.label(value) if isinstance(value, NamedNode) else plain(value)
            unit = " months" if name == "medianFollowUp" else ""
            return f"{shown.removeprefix(f'{trial}: ')}{unit}", words(name.removeprefix("has"))
        if fact.kind not in ("OutcomeResult", "AdverseEventResult"):
            return fact.text, ""
        return result_text(self._view, about), group_text(self._view, about).removeprefix(f"{trial}: ")

    def _line(self, group: str, text: str, fact: DescribedFact) -> Line:
        self.facts.setdefault(fact.claim, fact)
        self._numbers.setdefault(fact.claim, len(self.facts))
        return Line(group, text, fact, self._numbers[fact.claim])

    def _is_of_trial(self, claim: Node) -> bool:
        return self._view.kind(NamedNode(first(self._view.properties(claim), "subject"))) == "Trial"


def _ask(reader: GraphReader, name: str) -> tuple[Row, ...]:
    return Rows(name).answer(reader)


def _anchor(claim: str) -> str:
    """Give the place of a fact's sentences in the report."""
    return f"#{local_name(claim)}"
