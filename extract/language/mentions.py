"""Mentions of concepts in a document: from the lexicon, its own abbreviations, and the way names are built."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ...ontology.facts import Concept
from ...ontology.lexicon import Lexicon, load_lexicon
from .classes import class_mentions
from .context import choose
from .dictionary import Dictionary, Name, Words
from .diseases import disease_phrases, phrase
from .elided import elided
from .mention import Mention, set_spans, settle
from .processes import process_mentions
from .registration import component
from .spelling import fold
from .stems import PAYLOAD, is_drug_code, is_drug_name


@component("trialgraph_mentions")
def make_mentions(nlp: Language, name: str) -> "MentionFinder":
    """Make the component with the lexicon that ships with the package."""
    return MentionFinder(names_of(load_lexicon()), nlp)


def names_of(lexicon: Lexicon) -> Iterator[Name]:
    """List all names of all concepts and regimens of a lexicon; a single letter says too little by itself."""
    for entry in lexicon.entries():
        concept = entry.concept
        for text in (concept.name, *entry.synonyms):
            if len(text) > 1:
                yield Name(text, concept.kind, concept.name, concept, text in entry.case_sensitive or is_acronym(text))
    for regimen in lexicon.regimens():
        for text in (regimen.name, *regimen.synonyms):
            yield Name(text, "Regimen", regimen.name, None, text in regimen.case_sensitive or is_acronym(text))


def is_acronym(text: str) -> bool:
    """Whether a name is all capitals, such as APRIL or MET, which in small letters is another word."""
    return len(text) <= 6 and text.isalpha() and text.isupper()


NO_MEANING = Name("", "", "")
"""Of an abbreviation that stands for no concept."""


class MentionFinder:
    """Fills `doc.spans["mentions"]` (sorted, no overlaps) and `doc.spans["nested"]` (what lies inside those).

    `span.label_` is the concept's kind, `span.kb_id_` its preferred name; `span._.candidates` has all it may mean.
    """

    def __init__(self, names: Iterable[Name], nlp: Language) -> None:
        self._nlp = nlp
        self._dictionary = Dictionary(names, nlp)

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of one document."""
        words = Words(doc)
        found = [*matches(self._dictionary, words, "lexicon"), *built_names(words)]
        own = [*self._abbreviated(doc), *dict.fromkeys(letters_of_drugs(words, found))]
        found += matches(Dictionary(own, self._nlp), words, "abbreviation")
        settled, nested = compose(words, found)
        set_spans(doc, "mentions", settled)
        set_spans(doc, "nested", nested)
        return doc

    def _abbreviated(self, doc: Doc) -> list[Name]:
        """Read the document's own abbreviations, which mean here what it says, whatever the lexicon thinks."""
        abbreviations: dict[str, str] = doc._.abbreviations
        return [name for short, long in abbreviations.items() for name in self._meanings(short, long)]

    def _meanings(self, short: str, long: str) -> Iterator[Name]:
        forms = {short, short.removesuffix("s")} if short[-2:-1].isupper() else {short}
        meanings = self._read(long)
        if not meanings and not self._agrees(short, long):
            meanings = (NO_MEANING,)
        return (replace(name, text=form, cased=True) for form in sorted(forms) for name in meanings)

    def _read(self, text: str) -> tuple[Name, ...]:
        """Tell what the whole of a text names."""
        words = Words(self._nlp.make_doc(text))
        settled, _ = compose(words, [*matches(self._dictionary, words, "lexicon"), *built_names(words)])
        return settled[0].names if settled and settled[0].end - settled[0].start == len(words) else ()

    def _agrees(self, short: str, long: str) -> bool:
        """Whether the lexicon's meaning of the short form shares a word with the long form, or the number it ends in.

        `20% improvement in the American College of Rheumatology criteria` is what ACR20 means everywhere.
        """
        own = {fold(word) for word in long.replace("-", " ").split()}
        words = Words(self._nlp.make_doc(short))
        meanings = [name for end, names in self._dictionary.find(words, 0) if end == len(words) for name in names]
        if _SYMBOL.fullmatch(short) and any(name.kind == "Target" for name in meanings):
            return True
        if (number := re.search(r"(?<=[A-Z])\d\d$", short)) and number[0] in re.findall(r"\d+", long):
            return bool(meanings)
        return any(own & {fold(word) for word in name.preferred.replace("-", " ").split()} for name in meanings)


_SYMBOL = re.compile(r"(?=.*\d)[A-Z\d]{5,}")
"""A name such as GPRC5D, which means the same gene everywhere, however it is spelled out."""
LETTERS = frozenset("BCDEFGHJKLMNOPRSTVZ")
USES = 3
"""How often a document must use a letter that stands for a drug."""
SCORES = {"lexicon": 0.95, "abbreviation": 0.97}
DENIABLE = frozenset({"Disease", "Endpoint", "AdverseEvent"})
"""What `non-` before it makes another thing; the non-X group is still told apart by the drug X."""
AMBIGUOUS = 0.15
"""What a name of several meanings loses."""


def matches(dictionary: Dictionary, words: Words, method: str) -> Iterator[Mention]:
    """Find the names of a dictionary, of any length; a name of no kind makes a mention without names."""
    for start in range(len(words)):
        for end, names in dictionary.find(words, start):
            possible = (n for n in names if n.kind and not (n.kind in DENIABLE and words.denied(start)))
            meanings = choose(list(possible), words, start, end)
            if not meanings and words.denied(start):
                continue
            score = SCORES[method] - (AMBIGUOUS if len({n.kind for n in meanings}) > 1 else 0.0)
            yield Mention(start, end, meanings, score, method)


def compose(words: Words, found: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Build classes, mechanisms and disease phrases from what was found; give those kept, and those nested."""
    settled, nested = settle(found)
    found = [*found, *class_mentions(words, (*settled, *nested)), *process_mentions(words, settled)]
    settled, _ = settle(found)
    events = [m for event in settled if event.kind == "AdverseEvent" for m in elided(words, event, phrase)]
    return settle([*found, *disease_phrases(words, settled), *events])


def letters_of_drugs(words: Words, found: Iterable[Mention]) -> Iterator[Name]:
    """Read `carfilzomib (K)`: a letter that the drug's name need not have, if the document goes on to use it."""
    uses = Counter(words.texts)
    for mention in found:
        letter = words.texts[mention.end + 1] if mention.end + 2 < len(words) else ""
        if mention.kind != "Drug" or letter not in LETTERS or uses[letter] < USES:
            continue
        if (words.texts[mention.end], words.texts[mention.end + 2]) == ("(", ")"):
            yield from (replace(name, text=letter, cased=True) for name in mention.names)


def built_names(words: Words) -> Iterator[Mention]:
    """Find drugs by the way their names are built."""
    for i, text in enumerate(words.texts):
        if is_drug_name(text):
            end = i + 2 if i + 1 < len(words) and PAYLOAD.fullmatch(words.texts[i + 1]) else i + 1
            yield Mention(i, end, (_drug(" ".join(words.texts[i:end]).lower()),), 0.8, "stem")
        elif text.isupper():
            end = i + 3 if words.texts[i + 1 : i + 2] == ["-"] else i + 1
            code = "".join(words.texts[i:end])
            if is_drug_code(code):
                yield Mention(i, end, (_drug(code),), 0.6, "stem")


def _drug(name: str) -> Name:
    return Name(name, "Drug", name, Concept("Drug", name))
