"""Sentence boundaries of trial reports, by rule, in one pass over the tokens."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, cast

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from .registration import component

LONGEST, WIDEST = 400, 4000
"""Tokens and characters; a longer sentence is cut at its last comma or semicolon."""
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
OF_COUNTRIES = frozenset("Food FDA Federal National Department Centers Preventive Prescribing Public Veterans".split())
"""Words that go on with `U.S.`: offices of a country."""
LETTERED = frozenset("arm arms group groups cohort type hepatitis class grade".split())
"""Words behind which a capital letter is a name of its own, no initial."""
COMMAS, JOINS = frozenset(",;"), frozenset(["and", "AND", "&", "/", "-"])
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")
_NEVER_FIRST = frozenset(".,;:!?)]}")
QUOTES = frozenset("\"'”’»)")
INITIAL = re.compile("[A-Z]")


@component("trialgraph_sentences")
def make_sentences(nlp: Language, name: str) -> "SentenceSplitter":
    """Make the component."""
    return SentenceSplitter()


class SentenceSplitter:
    """Sets `token.is_sent_start` for every token."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentences of one document."""
        texts = [token.text for token in doc]
        spaced = [False, *doc.to_array("SPACY").astype(bool).tolist()]
        marks = numpy.full(len(texts), -1, dtype="int64")
        marks[sorted(sentence_starts(texts, spaced))] = 1
        return doc.from_array(["SENT_START"], cast("Any", marks.astype("uint64")))


def sentence_starts(texts: Sequence[str], spaced: Sequence[bool]) -> set[int]:
    """List the tokens that begin a sentence, given the document's tokens and whether a space stands before each."""
    starts = {0} if texts else set[int]()
    held = _in_brackets(texts)
    ends = list(accumulate(map(len, texts)))
    last, comma = 0, 0
    for i, text in enumerate(texts):
        if i > last and held[i] == 0 and _begins(texts, i, spaced=spaced[i]):
            starts.add(i)
            last = comma = i
        elif i - last >= LONGEST or ends[i] - ends[last] > WIDEST:
            last = comma + 1 if comma > last else i
            starts.add(last)
        if text in COMMAS:
            comma = i
    return starts


def _in_brackets(texts: Sequence[str]) -> list[int]:
    """Count the brackets around each token; one that does not close soon, or in its line, holds nothing."""
    changes = [0] * (len(texts) + 1)
    opened: list[int] = []
    for i, text in enumerate(texts):
        if text in OPENING:
            opened.append(i)
        elif text in CLOSING and opened:
            start = opened.pop()
            if i - start <= DEEPEST:
                changes[start + 1] += 1
                changes[i] -= 1
        elif "\n" in text:
            opened.clear()
    return list(accumulate(changes))


def _begins(texts: Sequence[str], i: int, *, spaced: bool) -> bool:
    """Tell whether a sentence begins at token `i` (1 or greater)."""
    if texts[i].isspace() or texts[i] in _NEVER_FIRST:
        return False
    if "\n" in texts[i - 1]:
        return True
    apart = spaced or texts[i - 1].isspace() or texts[i].istitle()
    return _is_label(texts, i) or (apart and _after_stop(texts, i))


def _is_label(texts: Sequence[str], i: int) -> bool:
    """Tell a section label within the line: `RESULTS Of 302 …`, `Findings: …`."""
    text = texts[i]
    if not text[0].isupper() or text.lower() not in LABELS or i + 1 >= len(texts):
        return False
    following = texts[i + 1]
    if following == ":":
        return texts[i - 1].lower() not in JOINS and texts[i - 1].lower() not in LABELS
    return text.isupper() and (following[0].isupper() or following in JOINS)


def _after_stop(texts: Sequence[str], i: int) -> bool:
    """Tell a full stop that ends a sentence from one of an abbreviation, an initial or a number."""
    stop = i - 1
    while stop > max(0, i - 4) and (texts[stop].isspace() or texts[stop] in QUOTES):
        stop -= 1
    text, end = texts[i], texts[stop]
    if end in {"?", "!"}:
        return True
    if not end.endswith(".") or (text[0].islower() and not _is_small_start(text)):
        return False
    if text in STARTERS and end != "vs.":
        return True
    if text[0].isdigit() and stop > 0 and texts[stop - 1][-1].isdigit() and texts[stop - 1].replace(".", "").isdigit():
        return False  # a number that was taken apart: 16 . 3 months
    if end in {"U.S.", "U.K."} and text in OF_COUNTRIES:
        return False
    if end != ".":
        return end.lower() not in ABBREVIATED and not text[0].isdigit()
    return not _is_shortened(texts, stop)


def _is_small_start(text: str) -> bool:
    """Names that keep their small first letter at a sentence's start: `mTOR`, `pCR`, `nab-paclitaxel`."""
    return text == "nab" or any(c.isupper() for c in text[1:])


def _is_shortened(texts: Sequence[str], stop: int) -> bool:
    """Whether the stop at token `stop` closes a shortened word: `No. 4`, `P. Moreau`."""
    if stop == 0:
        return False
    before, following = texts[stop - 1], texts[stop + 1]
    if INITIAL.fullmatch(before):
        return _is_initial([*"...", *texts[max(0, stop - 3) : stop - 1]])
    if f"{before.lower()}." in ABBREVIATED:
        return before.lower() not in {"no", "co", "p", "st"} or following[0].isdigit()
    return False


def _is_initial(before: Sequence[str]) -> bool:
    """Tell the initial of a name from a name that is a letter, by what stands before: `Moreau and T.`, `with D.`."""
    earlier = before[-2] if before[-1] == "and" else before[-1]
    return earlier in {".", ","} or (earlier.istitle() and len(earlier) > 1 and earlier.lower() not in LETTERED)
