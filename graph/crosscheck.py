"""What papers say of a trial against its registry record: the same, something else, or what the other leaves out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from pyoxigraph import NamedNode, Store

from .agreement import Stated
from .claims import SUBJECT
from .comparison import agree, disagreements
from .description import DescribedFact, describe_claim
from .index import Index
from .iris import document_iri, tg
from .view import GraphView, Node

Verdict = Literal["different", "same", "only record", "only papers"]
VERDICTS: Final[tuple[Verdict, ...]] = ("different", "same", "only record", "only papers")
_RECORD: Final = "the registry record"
_PAPERS: Final = "the literature"


@dataclass(frozen=True, slots=True)
class Check:
    """What record and papers say on one question about a trial, each with its own sentences."""

    trial: str
    """Its name."""
    verdict: Verdict
    explanation: str
    """How they differ, in words; empty where they don't."""
    record: tuple[DescribedFact, ...] = ()
    papers: tuple[DescribedFact, ...] = ()


def crosscheck(store: Store, index: Index, trial: str = "") -> list[Check]:
    """Check the trials that have a registry record and papers: those that bear this name or number, or all."""
    view = GraphView(store)
    records = {node.value for node in view.of_kind("Document") if view.document(node).kind == "registry record"}
    checks = [
        check
        for node in view.of_kind("Trial")
        if not trial or trial.casefold() in map(str.casefold, view.names(node))
        for check in _Trial(view, index, records, node).checks()
    ]
    return sorted(checks, key=lambda check: (check.trial, VERDICTS.index(check.verdict), _words(check)))


class _Trial:
    """What is affirmed of one trial, by question and side."""

    def __init__(self, view: GraphView, index: Index, records: set[str], trial: Node) -> None:
        self._view, self._records, self._label = view, records, view.label(trial)
        self._questions: defaultdict[str, list[Stated]] = defaultdict(list)
        for claim in {*view.subjects(tg("trial"), trial), *view.subjects(SUBJECT, trial)}:
            for key, stated in index.statements(claim.value):
                side = _RECORD if document_iri(stated.document).value in records else _PAPERS
                self._questions[key or claim.value].append(replace(stated, document=side))

    def checks(self) -> Iterator[Check]:
        """Compare question by question, where there are both sides."""
        if {stated.document for question in self._questions.values() for stated in question} == {_RECORD, _PAPERS}:
            for _, question in sorted(self._questions.items()):
                yield from self._check(question)

    def _check(self, question: list[Stated]) -> Iterator[Check]:
        record, papers = ([one for one in question if one.document == side] for side in (_RECORD, _PAPERS))
        told = self._facts(record, of_record=True), self._facts(papers, of_record=False)
        if differences := "; ".join(found.explanation for found in disagreements(question)):
            yield Check(self._label, "different", differences, *told)
        elif agree(record, papers):
            yield Check(self._label, "same", "", *told)
        else:
            if record:
                yield Check(self._label, "only record", "", record=told[0])
            if papers:
                yield Check(self._label, "only papers", "", papers=told[1])

    def _facts(self, stated: Iterable[Stated], *, of_record: bool) -> tuple[DescribedFact, ...]:
        """Put one side in words, with the sentences of that side alone."""
        facts: list[DescribedFact] = []
        for claim in sorted({one.claim for one in stated}):
            fact = describe_claim(self._view, NamedNode(claim))
            mine = (one for one in fact.sentences if (one.document in self._records) == of_record)
            facts.append(replace(fact, sentences=tuple(mine)))
        return tuple(facts)


def _words(check: Check) -> list[str]:
    return [fact.text for fact in (*check.record, *check.papers)]
