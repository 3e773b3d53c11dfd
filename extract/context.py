"""What is known of a document before its results are read: its trials, its arms, its names for regimens."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from ..ontology.document import Document
from ..ontology.facts import Arm, Concept, Regimen, Trial
from .annotated import AnnotatedText, annotate
from .arms.discovery import find_arms
from .arms.names.described import describe
from .arms.names.labels import attach_labels
from .arms.names.own_names import names_regimen, regimen_names
from .arms.registry import ArmEntry, Arms
from .arms.treatments.named import Names
from .asides import asides, literature, tells_of_itself
from .cleaning import CleanText
from .passages import Mention
from .trials import Trials, find_trials


@dataclass(frozen=True, slots=True)
class Context:
    """A document on its way from text to facts."""

    document: Document
    page: AnnotatedText
    trials: Trials
    names: Names
    arms: Arms
    tables: tuple[tuple[int, int], ...] = ()
    """Where the document's tables stand in the cleaned text, in order."""
    asides: tuple[tuple[int, int], ...] = ()
    """Where it tells no results of its own, in order."""
    cited: frozenset[int] = frozenset()
    """Where the sentences start that an introduction or a discussion tells of other trials."""

    @property
    def title(self) -> str:
        """The document's title, or its first sentence."""
        return self.document.title or (self.page.sentences[0].text if self.page.sentences else "")

    def in_table(self, start: int, end: int) -> bool:
        """Whether most of a stretch of the cleaned text lies in a table."""
        return _lies_in(self.tables, (start + end) // 2)

    def is_aside(self, start: int, end: int) -> bool:
        """Whether most of a stretch of the cleaned text lies where no results are told."""
        return _lies_in(self.asides, (start + end) // 2)

    def arm_in(self, trial: Trial, entry: ArmEntry) -> Arm:
        """An arm at a place where a trial is in force; trials that a document reports together share their arms."""
        shared = trial in self.trials.reported and entry.arm.trial in self.trials.reported
        return Arm(trial, entry.arm.regimen) if shared else entry.arm


def _lies_in(spans: tuple[tuple[int, int], ...], offset: int) -> bool:
    """Whether an offset lies in one of the spans, which are in order."""
    place = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return place >= 0 and offset < spans[place][1]


def _spelled_out(mention: Mention, drugs: set[Concept | Regimen]) -> bool:
    """Whether the lexicon's meaning of a named regimen is the document's: it names all the drugs."""
    return isinstance(mention.concept, Regimen) and drugs.issuperset(mention.concept.components)


def make_context(doc: Doc, document: Document, cleaned: CleanText) -> Context:
    """Find the trials and arms of a document, once for all rules; what names a trial names no drug."""
    trials = find_trials(doc, document)
    page = annotate(doc, ((m.start, m.end) for m in trials.mentions))
    taken = frozenset(n for t in trials.all for n in (t.name, *t.registry_ids))
    drugs = {m.concept for m in page.mentions if m.kind == "Drug"}
    taken |= frozenset(m.text for m in page.mentions if not names_regimen(m) or _spelled_out(m, drugs))
    names = regimen_names(page, taken)
    cited = _cited(page, literature(document, cleaned))
    own = _without(page, cited) if cited else page
    arms = find_arms(page, own, trials, names)
    attach_labels(page, arms.all, names, taken)
    describe(page, arms.all, names)
    tables = sorted(cleaned.cleaned_span(table.start, table.end) for table in document.tables)
    return Context(document, page, trials, names, arms, tuple(tables), asides(document, cleaned), cited)


def _without(page: AnnotatedText, cited: frozenset[int]) -> AnnotatedText:
    return replace(page, sentences=tuple(s for s in page.sentences if s.start not in cited), memo={})


def _cited(page: AnnotatedText, literature: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """Where sentences of an introduction or a discussion start that say nothing of the study that is reported."""
    if not literature:
        return frozenset()
    return frozenset(s.start for s in page.sentences if _lies_in(literature, s.start) and not tells_of_itself(s.text))
