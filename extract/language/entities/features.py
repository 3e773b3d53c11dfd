"""What the linear model sees of each token: the word, its beginning, ending and shape, its neighbours, the lexicon."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, cast

from spacy.tokens import Doc

from ..common_words import is_rare
from .entity import Term

Features = list[str]
OWN = "entity"
"""Method of the mentions that the linear model itself makes, which it must not see."""
DOSES = frozenset(
    "mg g mcg µg μg ug ml iu mmol mg/kg mg/d mg/day mg/m2 dose doses daily tablet tablets capsules".split()
)
"""Words near which a drug's name may stand."""
_SMALL, _CAPITAL = re.compile(r"[a-z\d]"), re.compile("[A-Z]")
_LONG_RUN = re.compile(r"(.)\1{2,}")


class TokenFeatures:
    """The features of the tokens of a document that went through the pipeline.

    `terms` are names that a user's terminologies found in `doc.text`.
    """

    def __init__(self, doc: Doc, terms: Iterable[Term] = ()) -> None:
        self._texts = [token.text for token in doc]
        self._words = [text.lower() for text in self._texts]
        spans = cast("Iterable[Any]", doc.spans["mentions"])
        self._known = tags(len(self._texts), ((s.start, s.end, s.label_) for s in spans if s._.method != OWN))
        self._termed = tags(len(self._texts), _as_tokens(doc, terms))
        self._short = set(cast("dict[str, str]", doc._.abbreviations))

    def of(self, start: int, end: int) -> list[Features]:
        """Give the features of a sentence's tokens (half-open)."""
        return [[*self._own(at), *self._neighbours(at), *self._around(at)] for at in range(start, end)]

    def _own(self, at: int) -> Features:
        text, known, termed = self._texts[at], self._known[at], self._termed[at]
        row = [*_of_word(text), f"k={known}", f"t={termed}", f"kt={known}|{termed}"]
        if text in self._short:
            row.append("short")
        return row

    def _neighbours(self, at: int) -> Features:
        row: Features = []
        for step in (-2, -1, 1, 2):
            there = at + step
            if not 0 <= there < len(self._words):
                row.append(f"{step}none")
                continue
            row += _of_neighbour(step, self._texts[there])
            row += (f"{step}k={self._known[there]}", f"{step}t={self._termed[there]}")
            if step in (-1, 1):
                row.append(f"{step}ww={'|'.join(self._words[min(at, there) : max(at, there) + 1])}")
        return row

    def _around(self, at: int) -> Features:
        """Tell a rare word and what stands next to it, and whether a dose is near."""
        words = self._words
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        row = [f"-2-1={words[at - 2] if at > 1 else ''}|{before}"]
        if is_rare(words[at]):
            row += ("rare", f"rare-1={before}", f"rare+1={after}", f"rare s3={words[at][-3:]}")
        if not DOSES.isdisjoint(words[max(0, at - 3) : at + 4]):
            row.append("dose")
        return row


@lru_cache(maxsize=50_000)
def _of_word(text: str) -> tuple[str, ...]:
    """Give the features that a word has wherever it stands."""
    word = text.lower()
    row = (
        "bias", f"w={word}", f"s3={word[-3:]}", f"s4={word[-4:]}", f"s5={word[-5:]}", f"p3={word[:3]}",
        f"p4={word[:4]}", f"sh={shape(text)}",
    )  # fmt: skip
    return (*row, "upper") if len(text) > 1 and text.isupper() else row


@lru_cache(maxsize=100_000)
def _of_neighbour(step: int, text: str) -> tuple[str, ...]:
    """Give the features that a word lends to the one `-step` tokens away."""
    word = text.lower()
    row = (f"{step}w={word}", f"{step}s3={word[-3:]}")
    return (*row, f"{step}sh={shape(text)}", f"{step}s4={word[-4:]}") if step in (-1, 1) else row


def shape(text: str) -> str:
    """Give a word's pattern of capitals and others, long runs cut short.

    >>> shape("MK-3475"), shape("Paclitaxel")
    ('XX-xx', 'Xxx')
    """
    return _LONG_RUN.sub(r"\1\1", _CAPITAL.sub("X", _SMALL.sub("x", text)))


def tags(size: int, spans: Iterable[tuple[int, int, str]]) -> list[str]:
    """Write spans of tokens as one tag a token: `B-Drug`, `I-Drug`, `O`; what came first stays."""
    row = ["O"] * size
    for start, end, kind in spans:
        if all(tag == "O" for tag in row[start:end]):
            row[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return row


def _as_tokens(doc: Doc, terms: Iterable[Term]) -> Iterable[tuple[int, int, str]]:
    for term in terms:
        span = doc.char_span(term.start, term.end, alignment_mode="expand")
        if span is not None:
            yield span.start, span.end, term.kind
