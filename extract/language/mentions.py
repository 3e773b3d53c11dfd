"""Mentions of concepts in a document: from the lexicon, its own abbreviations, and the way names are built."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from ...ontology.facts import Concept, ConceptKind
from ...ontology.lexicon import Lexicon, load_lexicon
from .dictionary import Dictionary, Name, Words
from .stems import is_drug_code, is_drug_name

PREFERENCE = (
    "Drug", "Regimen", "Target", "DrugClass", "Mechanism", "Endpoint", "AdverseEvent", "Disease", "Biomarker", "Test",
    "CellType", "Organization",
)  # fmt: skip
"""Which kind is meant by a name of several, where nothing else decides."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of tokens (half-open) that names a concept, with everything it may mean, the chosen one first."""

    start: int
    end: int
    names: tuple[Name, ...]
    score: float
    method: str
    head: str = ""


@Language.factory("trialgraph_mentions")
def make_mentions(nlp: Language, name: str) -> "MentionFinder":
    """Make the component with the lexicon that ships with the package."""
    return MentionFinder(Dictionary(names_of(load_lexicon()), nlp))


def names_of(lexicon: Lexicon) -> Iterator[Name]:
    """List all names of all concepts of a lexicon."""
    for entry in lexicon.entries():
        concept = entry.concept
        for text in (concept.name, *entry.synonyms):
            yield Name(text, concept.kind, concept.name, concept, text in entry.case_sensitive)


class MentionFinder:
    """Fills `doc.spans["mentions"]` (sorted, no overlaps) and `doc.spans["nested"]` (what lies inside those)."""

    def __init__(self, dictionary: Dictionary) -> None:
        self.dictionary = dictionary

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of one document."""
        words = Words(doc)
        found = [*self._known(words), *built_names(words)]
        kept, nested = settle(found)
        doc.spans["mentions"] = SpanGroup(doc, name="mentions", spans=[as_span(doc, m) for m in kept])
        doc.spans["nested"] = SpanGroup(doc, name="nested", spans=[as_span(doc, m) for m in nested])
        return doc

    def _known(self, words: Words) -> Iterator[Mention]:
        for start in range(len(words)):
            for end, names in self.dictionary.find(words, start):
                yield Mention(start, end, tuple(sorted(names, key=_rank)), 0.95 if len(names) == 1 else 0.8, "lexicon")


def _rank(name: Name) -> tuple[bool, int]:
    return not name.cased, PREFERENCE.index(name.kind)


def built_names(words: Words) -> Iterator[Mention]:
    """Find drugs by the way their names are built."""
    for i, text in enumerate(words.texts):
        if is_drug_name(text):
            yield Mention(i, i + 1, (_drug(text.lower()),), 0.8, "stem")
        elif text.isupper():
            end = i + 3 if words.texts[i + 1 : i + 2] == ["-"] else i + 1
            code = "".join(words.texts[i:end])
            if is_drug_code(code):
                yield Mention(i, end, (_drug(code),), 0.6, "stem")


def _drug(name: str) -> Name:
    return Name(name, "Drug", name, Concept("Drug", name))


def settle(found: Iterable[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Keep the longest mention where several overlap, the better known of equally long ones; then the nested rest."""
    taken: dict[int, Mention] = {}
    kept: list[Mention] = []
    nested: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, -m.score, m.start)):
        holders = {id(taken.get(i)) for i in range(mention.start, mention.end)}
        if holders == {id(None)}:
            kept.append(mention)
            taken.update(dict.fromkeys(range(mention.start, mention.end), mention))
        elif len(holders) == 1 and (mention.start, mention.end) != _extent(taken[mention.start]):
            nested.append(mention)
    return sorted(kept, key=lambda m: m.start), sorted(nested, key=lambda m: m.start)


def _extent(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def as_span(doc: Doc, mention: Mention) -> Span:
    """Make the mention a span of the document."""
    chosen = mention.names[0]
    span = Span(doc, mention.start, mention.end, label=chosen.kind, kb_id=chosen.preferred)
    span._.score, span._.method, span._.head = mention.score, mention.method, mention.head
    span._.candidates = tuple(name.concept for name in mention.names if name.concept is not None)
    return span
