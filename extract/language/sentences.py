"""Sentence boundaries of trial reports, by rule, in one pass over the tokens."""

import re
from itertools import accumulate
from typing import Any, cast

import numpy
from spacy.attrs import SENT_START  # pyright: ignore[reportUnknownVariableType]
from spacy.language import Language
from spacy.tokens import Doc, Token

from .registration import component

LONGEST = 400
"""Tokens; a longer sentence is cut at its last comma or semicolon."""
DEEPEST = 60
"""Tokens between two brackets that hold a sentence together; farther apart they are no pair."""

ABBREVIATED = frozenset(
    "vs. v. al. fig. figs. e.g. i.e. eg. ie. no. nos. cf. approx. ca. etc. dr. prof. st. ref. refs. suppl. tab. "
    "eq. sec. vol. pp. p. inc. ltd. co. corp. resp. incl. i.v. s.c. p.o. jr. sr. dept. univ.".split()
)
LABELS = frozenset(
    "abstract background introduction objective objectives aim aims purpose design methods method setting patients "
    "participants interventions intervention findings results result interpretation conclusion conclusions discussion "
    "funding registration significance".split()
)
STARTERS = frozenset(
    "A After All Among An As At Both Each For From Grade In It Median No None Of Once Our Overall Patients Safety "
    "Such The There These This Those Thus Treatment Two We When With".split()
)
"""Words that begin a sentence even after an abbreviation's full stop."""
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")
STOPS = frozenset(".?!")
QUOTES = frozenset("\"'”’»)")
INITIAL = re.compile(r"[A-Z]\.?")


@component("trialgraph_sentences")
def make_sentences(nlp: Language, name: str) -> "SentenceSplitter":
    """Make the component."""
    return SentenceSplitter()


class SentenceSplitter:
    """Sets `token.is_sent_start` for every token."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentences of one document."""
        marks = numpy.full(len(doc), -1, dtype="int64")
        marks[sorted(sentence_starts(doc))] = 1
        return doc.from_array([cast("int", SENT_START)], cast("Any", marks.astype("uint64")))


def sentence_starts(doc: Doc) -> set[int]:
    """List the tokens that begin a sentence."""
    starts = {0} if len(doc) else set[int]()
    held = _in_brackets(doc)
    last, comma = 0, 0
    for i, token in enumerate(doc):
        if i > last and _begins(doc, i, nested=held[i] > 0):
            starts.add(i)
            last = comma = i
        elif i - last >= LONGEST:
            last = comma + 1 if comma > last else i
            starts.add(last)
        if token.text in {",", ";"}:
            comma = i
    return starts


def _in_brackets(doc: Doc) -> list[int]:
    """Count the brackets around each token; one that does not close soon, or in its line, holds nothing."""
    changes = [0] * (len(doc) + 1)
    opened: list[int] = []
    for i, token in enumerate(doc):
        if token.text in OPENING:
            opened.append(i)
        elif token.text in CLOSING and opened:
            start = opened.pop()
            if i - start <= DEEPEST:
                changes[start + 1] += 1
                changes[i] -= 1
        elif token.is_space and "\n" in token.text:
            opened.clear()
    return list(accumulate(changes))


def _begins(doc: Doc, i: int, *, nested: bool) -> bool:
    """Tell whether a sentence begins at token `i` (1 or greater)."""
    before, token = doc[i - 1], doc[i]
    if token.is_space:
        return False
    if before.is_space and "\n" in before.text:
        return True
    if nested:
        return False
    return _is_label(doc, i) or _after_stop(doc, i)


def _is_label(doc: Doc, i: int) -> bool:
    """Tell a section label within the line: `RESULTS Of 302 …`, `Findings: …`."""
    token = doc[i]
    if token.lower_ not in LABELS or not token.text[0].isupper() or i + 1 >= len(doc):
        return False
    following = doc[i + 1]
    if following.text == ":":
        return not _label_joins(doc[i - 1])
    return token.is_upper and (following.is_title or following.is_upper or following.text in {"AND", "/", "&"})


def _label_joins(before: Token) -> bool:
    """`and Methods:`, `Trial Design:` belong to the label on their left."""
    return before.lower_ in {"and", "&", "/", "-"} or before.lower_ in LABELS


def _after_stop(doc: Doc, i: int) -> bool:
    """Tell a full stop that ends a sentence from one of an abbreviation, an initial or a number."""
    token, stop = doc[i], i - 1
    while stop > max(0, i - 4) and (doc[stop].is_space or doc[stop].text in QUOTES):
        stop -= 1
    end = doc[stop]
    if end.text in {"?", "!"}:
        return True
    if not end.text.endswith(".") or not (doc[i - 1].whitespace_ or doc[i - 1].is_space or token.is_title):
        return False
    if token.text[0].islower() and not _lower_start(token):
        return False
    if token.text in STARTERS and end.lower_ != "vs.":
        return True
    if end.text != ".":
        return end.lower_ not in ABBREVIATED and not INITIAL.fullmatch(end.text) and not token.text[0].isdigit()
    return not _shortened(doc, stop)


def _lower_start(token: Token) -> bool:
    """Names that keep their small first letter at a sentence's start: `mTOR`, `pCR`, `nab-paclitaxel`."""
    return any(c.isupper() for c in token.text[1:]) or token.lower_ in {"nab", "p"}


def _shortened(doc: Doc, stop: int) -> bool:
    """Whether the stop at token `stop` closes a shortened word: `No. 4`, `P. Moreau`, `vs .`."""
    before = doc[stop - 1]
    if before.whitespace_ or stop == 0:
        return False
    following = doc[stop + 1] if stop + 1 < len(doc) else None
    if f"{before.lower_}." in ABBREVIATED:
        return before.lower_ not in {"no", "co", "p", "st"} or (following is not None and following.like_num)
    named = stop < 2 or doc[stop - 2].text in {".", ","} or doc[stop - 2].is_title
    return named and bool(INITIAL.fullmatch(before.text))
