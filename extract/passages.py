"""An annotated text as plain typed values: its sentences, and what they mention; what the reading rules work on.

Offsets are those of the spaCy `Doc`'s text: zero-based, half-open, in code points.
"""

from bisect import bisect_right
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any, Final, cast, get_args

from spacy.tokens import Doc

from ..ontology.facts import Concept, ConceptKind, Regimen
from ..ontology.lexicon import load_lexicon
from .language.elided import ELIDED

_KINDS: frozenset[str] = frozenset(get_args(ConceptKind))


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a concept, or a regimen by a name of its own."""

    start: int
    end: int
    text: str
    concept: Concept | Regimen
    elided: bool = False
    """Whether the text leaves out words: the `breast` of `breast or ovarian cancer`."""

    @property
    def kind(self) -> str:
        """The concept's kind; `Regimen` for a regimen."""
        return self.concept.kind if isinstance(self.concept, Concept) else "Regimen"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its mentions in order; `text[m.start - start:m.end - start]` is what a mention says."""

    start: int
    end: int
    text: str
    mentions: tuple[Mention, ...]
    nested: tuple[Mention, ...] = ()
    """Mentions within other mentions: CD38 in `anti-CD38 antibody`."""

    def of(self, *kinds: str) -> list[Mention]:
        """Give the mentions of some kinds, in order."""
        return [mention for mention in self.mentions if mention.kind in kinds]


_SENTENCES: Final = "trialgraph_sentences"
_TEXT: Final = "trialgraph_text"


def text_of(doc: Doc) -> str:
    """Give an annotated document's text, which spaCy would put together from its tokens again and again."""
    annotated = cast("Any", doc)
    kept: str | None = annotated.user_data.get(_TEXT)
    if kept is None:
        kept = annotated.user_data[_TEXT] = str(annotated.text)
    return kept


def sentences_of(doc: Doc) -> list[Sentence]:
    """Cut an annotated document into sentences with their mentions, once: it stays as the pipeline left it."""
    annotated = cast("Any", doc)
    kept: list[Sentence] | None = annotated.user_data.get(_SENTENCES)
    if kept is None:
        kept = annotated.user_data[_SENTENCES] = _cut(annotated)
    return kept


def _cut(annotated: Any) -> list[Sentence]:
    text = text_of(annotated)
    bounds = [(int(span.start_char), int(span.end_char)) for span in annotated.sents]
    starts = [start for start, _ in bounds]
    held = _by_sentence(_mentions(annotated.spans.get("mentions", ())), starts)
    nested = _by_sentence(_mentions(annotated.spans.get("nested", ())), starts)
    return [
        Sentence(start, end, text[start:end], tuple(held.get(i, ())), tuple(nested.get(i, ())))
        for i, (start, end) in enumerate(bounds)
    ]


def _by_sentence(mentions: list[Mention], starts: list[int]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(bisect_right(starts, mention.start) - 1, []).append(mention)
    return found


def _mentions(spans: Iterable[Any]) -> list[Mention]:
    found: list[Mention] = []
    spans = list(spans)
    given = {str(span.kb_id_) for span in spans if span.label_ == "Drug"}
    composed = (str(span.kb_id_) for span in spans if span.label_ == "Regimen" and _is_composed(str(span.text)))
    given |= {drug.name for name in composed for drug in load_lexicon().regimen(name) or ()}
    for span in spans:
        concept = (
            _regimen(str(span.kb_id_), str(span.text), given)
            if span.label_ == "Regimen"
            else _concept(str(span.label_), str(span.kb_id_), str(span._.head))
        )
        if concept is not None:
            elided = span._.method == ELIDED
            found.append(Mention(int(span.start_char), int(span.end_char), str(span.text), concept, elided))
    return found


def _regimen(name: str, text: str, given: Container[str]) -> Concept | Regimen:
    """Give the drugs of a named regimen where it or the document names them; else it is known by its name alone."""
    drugs = load_lexicon().regimen(name) or ()
    named = drugs and (_is_composed(text) or all(drug.name in given or drug.name in text.lower() for drug in drugs))
    known = name if " plus " in text else text  # CHOP plus A is A-CHOP
    return Regimen.of(*drugs) if named else Concept("Drug", known.lower())


def _is_composed(text: str) -> bool:
    """Whether the name of a regimen spells its drugs out, if by their short names: `5-FU/LV`."""
    return bool(set("/+") & set(text))


def _concept(kind: str, name: str, head: str) -> Concept | Regimen | None:
    """Give the concept of a mention; a disease phrase that the lexicon lacks (`early RRMM`) has that of its head."""
    if kind not in _KINDS:
        return None
    lexicon = load_lexicon()
    concept = Concept(cast("ConceptKind", kind), name)
    if lexicon.entry(concept) is not None:
        return concept
    known = [entry.concept for entry in lexicon.named(name) if entry.concept.kind == kind]
    of_head = Concept("Disease", head)
    return known[0] if known else of_head if kind == "Disease" and lexicon.entry(of_head) is not None else concept
