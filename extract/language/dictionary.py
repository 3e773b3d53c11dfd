"""Names of concepts, found in tokens: the longest name that begins at a token, in any of its spellings."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from ...ontology.facts import Concept
from .spelling import SKIPPED, fold
from .tokenizer import DASHES

SUFFIX = re.compile(r"[A-Z]?\d*[A-Z]?")
NAME_TOKENS = 8
"""How far apart two brackets around a second name may be."""
_HEAD = 4
"""Letters of a first word that tell whether any key begins so."""
SHORT_KEY = 4
"""Keys up to this length are met only without spaces inside (`P D` is not `PD`)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a concept (or of a regimen, whose `concept` is None); a `cased` one counts in its own case only."""

    text: str
    kind: str
    preferred: str
    concept: Concept | None = None
    cased: bool = False

    def admits(self, squeezed: str, *, spaced: bool) -> bool:
        """Whether the name may be written so; `squeezed` has neither spaces nor dashes, `spaced` had spaces."""
        own = squeeze(self.text)
        if spaced and self.text.isalpha():
            return False
        return not self.cased or squeezed in (own, f"{own}s")


def squeeze(text: str) -> str:
    """Leave out spaces and dashes."""
    return "".join(c for c in text if c not in SKIPPED and not c.isspace())


class Dictionary:
    """Names under keys in which case, spelling, plural, spaces and dashes make no difference."""

    def __init__(self, names: Iterable[Name], nlp: Language) -> None:
        self._names: dict[str, list[Name]] = {}
        for name in names:
            key = "".join(fold(t.text) for t in nlp.make_doc(name.text) if t.text not in SKIPPED and not t.is_space)
            self._names.setdefault(key, []).append(name)
        self._keys = sorted(self._names)
        self._heads = {key[:_HEAD] for key in self._keys}

    def find(self, words: "Words", start: int) -> list[tuple[int, list[Name]]]:
        """List the ends of the names that begin at token `start`, longest last, each with its concepts."""
        found: list[tuple[int, list[Name]]] = []
        first = words.folded[start]
        if first is None or (len(first) >= _HEAD and first[:_HEAD] not in self._heads):
            return found
        key, raw, spaced = "", "", False
        for end in range(start, len(words.folded)):
            part = words.folded[end]
            if part is None:
                break
            if not part:
                if end == start:
                    break
                continue
            spaced = spaced or (end > start and words.spaced[end])
            key, raw = key + part, raw + words.texts[end]
            place = bisect_left(self._keys, key)
            if place == len(self._keys) or not self._keys[place].startswith(key):
                break
            if self._keys[place] == key and not (len(key) <= SHORT_KEY and (spaced or words.goes_on(end + 1))):
                names = [name for name in self._names[key] if name.admits(raw, spaced=spaced)]
                if names:
                    found.append((end + 1, names))
        return found


class Words:
    """The tokens of a document as the dictionary reads them."""

    def __init__(self, doc: Doc) -> None:
        self.texts = [token.text for token in doc]
        self.folded = [_part(text) for text in self.texts]
        """None where no name goes on (line breaks), empty where a name may have or lack the token."""
        self.spaced = [False, *(bool(token.whitespace_) or token.is_space for token in doc)]

    def goes_on(self, end: int) -> bool:
        """Whether a number or single letter is hyphened to what ends before token `end`, as `1` to `PD` in PD-1."""
        if end + 1 >= len(self.texts) or self.texts[end] not in DASHES or self.spaced[end] or self.spaced[end + 1]:
            return False
        return bool(SUFFIX.fullmatch(self.texts[end + 1]))

    def denied(self, start: int) -> bool:
        """Whether `non-` stands right before: a non-metastatic cancer is no metastatic one."""
        hyphened = start > 1 and self.texts[start - 1] in DASHES and not self.spaced[start]
        return hyphened and self.texts[start - 2].lower() == "non"

    def opened(self, close: int) -> int | None:
        """Find the bracket that the token `close` closes, if it is one and holds no more than a name."""
        if not 0 <= close < len(self) or self.texts[close] != ")":
            return None
        return next((i for i in range(close - 1, max(0, close - NAME_TOKENS), -1) if self.texts[i] == "("), None)

    def closed(self, opened: int) -> int | None:
        """Find the bracket that closes the one at token `opened`, if it is one and holds no more than a name."""
        if not 0 <= opened < len(self) or self.texts[opened] != "(":
            return None
        last = min(len(self), opened + NAME_TOKENS)
        return next((i for i in range(opened + 1, last) if self.texts[i] == ")"), None)

    def __len__(self) -> int:
        return len(self.texts)


def _part(text: str) -> str | None:
    if text.isspace():
        return None if "\n" in text else ""
    return "" if text in SKIPPED else fold(text)
