"""What a document asserts of a stretch of text: that it is so, that it is not, that it may be (after ConText).

`cues.tsv` has the words that change it, and how far: over the noun `phrase` after them, over the rest of the `clause`,
or over what stands `before` them. `stop` words end a scope; `pseudo` cues contain a cue without being one.
"""

import csv
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from ...ontology.facts import Assertion
from .registration import component

Role = Literal["negated", "speculative", "historical", "stop", "pseudo"]
Scope = Literal["phrase", "clause", "before", "-"]
REACH: dict[Scope, int] = {"phrase": 12, "clause": 40, "before": 25}
"""Tokens that a cue reaches at most."""
PHRASE_ENDS = frozenset(
    "is are was were be been being has have had do does did in for with at on during between by among after before "
    "than to ( ) [ ] : who that when if as from versus vs vs. received plus".split()
)
"""Words that end a noun phrase."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that changes what is asserted of its scope; all offsets are half-open character offsets."""

    role: Role
    scope: Scope
    start: int
    end: int
    scope_start: int
    scope_end: int

    def covers(self, start: int, end: int) -> bool:
        """Whether the scope holds all of a stretch."""
        return self.scope_start <= start and end <= self.scope_end

    def touches(self, start: int, end: int) -> bool:
        """Whether the cue bears on a stretch that may hold the cue itself, such as a whole clause."""
        if self.scope == "phrase":
            return self.start <= start and end <= self.scope_end
        return self.scope_start < end and start < self.scope_end


@component("trialgraph_assertion")
def make_assertion(nlp: Language, name: str) -> "AssertionMarker":
    """Make the component."""
    return AssertionMarker(nlp)


class AssertionMarker:
    """Fills `doc._.cues`, and `span._.assertion` and `span._.historical` of every mention."""

    def __init__(self, nlp: Language) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        with Path(__file__).with_name("cues.tsv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                self._matcher.add(f"{row['role']} {row['scope']}", [nlp.make_doc(row["cue"])])

    def __call__(self, doc: Doc) -> Doc:
        """Mark the mentions of one document."""
        cues = tuple(self._cues(doc))
        doc._.cues = cues
        starts = [cue.scope_start for cue in cues]
        widest = max((cue.scope_end - cue.scope_start for cue in cues), default=0)
        for span in _spans(doc):
            first = bisect_left(starts, span.start_char - widest)
            last = bisect_right(starts, span.start_char)
            roles: set[Role] = {cue.role for cue in cues[first:last] if cue.covers(span.start_char, span.end_char)}
            span._.assertion, span._.historical = _assertion(roles), "historical" in roles
        return doc

    def _cues(self, doc: Doc) -> list[Cue]:
        spans = self._matcher(doc, as_spans=True)
        longest = filter_spans([span for span in spans if not span.label_.startswith("stop")])
        real = [span for span in longest if not span.label_.startswith("pseudo")]
        stops = sorted(span.start for span in spans if span.label_.startswith("stop"))
        twins = {(s.start, s.end) for s in real}
        real = [s for s in spans if (s.start, s.end) in twins and not s.label_.startswith(("stop", "pseudo"))]
        return sorted((_cue(doc, span, stops) for span in real), key=lambda c: (c.scope_start, c.start))


def _spans(doc: Doc) -> list[Span]:
    groups = cast("Iterable[Iterable[Span]]", doc.spans.values())
    return [span for group in groups for span in group]


def _cue(doc: Doc, span: Span, stops: list[int]) -> Cue:
    """Work out the scope: within the sentence, up to the next stop word."""
    role, scope = cast("tuple[Role, Scope]", tuple(span.label_.split()))
    sentence = span.sent
    if scope == "before":
        stop = bisect_left(stops, span.start)
        start, end = max(sentence.start, span.start - REACH[scope]), span.start
        start = max(start, stops[stop - 1] + 1) if stop else start
    else:
        stop = bisect_left(stops, span.end)
        start, end = span.end, min(sentence.end, span.end + REACH[scope])
        end = min(end, stops[stop]) if stop < len(stops) else end
        if scope == "phrase":
            end = next((i for i in range(start, end) if doc[i].lower_ in PHRASE_ENDS), end)
    scoped = doc[start:end] if start < end else span
    return Cue(role, scope, span.start_char, span.end_char, scoped.start_char, scoped.end_char)


def _assertion(roles: set[Role]) -> Assertion:
    if "negated" in roles:
        return "negated"
    return "speculative" if "speculative" in roles else "affirmed"


def assertion_at(doc: Doc, start: int, end: int) -> Assertion:
    """Tell what the document asserts of a stretch (half-open character offsets), such as a clause with its verb."""
    cues = cast("tuple[Cue, ...]", doc._.cues)
    return _assertion({cue.role for cue in cues if cue.touches(start, end)})
