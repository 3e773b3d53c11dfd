"""Names that leave out the last words of the next: `breast, ovarian and lung cancer`, `hepatic or renal toxicity`."""

from collections.abc import Callable, Iterator
from typing import Final

from ...ontology.facts import Concept
from ...ontology.lexicon import load_lexicon
from .dictionary import Name, Words
from .disease_words import ORGANS
from .mention import Mention
from .spelling import american, singular

ELIDED: Final = "elided name"
"""How such a mention was found; its text is no name of what it means."""
_CANCERS: Final = frozenset({"cancer", "carcinoma"})
_JOINS: Final = frozenset({",", "and", "or", "/"})
_LONGEST: Final = 3
"""Words of a name that are not shared."""
_Phrase = Callable[[Words, int, int], str]


def elided(words: Words, whole: Mention, phrase: _Phrase) -> Iterator[Mention]:
    """Find the diseases or events before a whole name that share its last words, nearest first.

    `phrase` writes tokens as names are written. Only names that are known count, and cancers of an organ.
    """
    start = whole.start
    if all(text == "," for text in words.texts[_before_join(words, start) : start]):
        return  # chronic, cancer-related pain
    while (end := _before_join(words, start)) < start:
        member = next(_members(words, whole, end, phrase), None)
        if member is None:
            return
        yield member
        start = member.start


def _before_join(words: Words, end: int) -> int:
    """Where what is joined to the tokens from `end` on ends; `end` itself where nothing is."""
    while end > 0 and words.texts[end - 1].lower() in _JOINS:
        end -= 1
    return end


def _members(words: Words, whole: Mention, end: int, phrase: _Phrase) -> Iterator[Mention]:
    """Read the words that end at `end` with as many of the last words of the whole name as make a known name."""
    last = words.texts[whole.end - 1].lower()
    for start in range(max(0, end - _LONGEST), end):
        own = phrase(words, start, end).strip()
        if any(text in "()[]" for text in words.texts[start:end]):
            continue
        for shared in range(whole.start + 1, whole.end):
            name = " ".join(f"{own} {phrase(words, shared, whole.end - 1)}".split())
            entries = (e for head in (last, singular(last)) for e in load_lexicon().named(f"{name} {head}"))
            yield from (_mention(start, end, e.concept) for e in entries if e.concept.kind == whole.kind)
    head = singular(last)
    if head in _CANCERS and end > 0 and american(words.texts[end - 1].lower()) in ORGANS:
        yield _mention(end - 1, end, Concept("Disease", f"{american(words.texts[end - 1].lower())} {head}"))


def _mention(start: int, end: int, concept: Concept) -> Mention:
    name = Name(concept.name, concept.kind, concept.name, concept)
    return Mention(start, end, (name,), 0.7, ELIDED, concept.name)
