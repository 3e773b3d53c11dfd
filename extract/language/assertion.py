"""What a document asserts of a stretch of text: that it is so, that it is not, that it may be (after ConText)."""

from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from ...ontology.facts import Assertion

Direction = Literal["forward", "backward", "both"]
Role = Literal["negated", "speculative", "historical", "stop", "pseudo"]
SCOPE = 30
"""Tokens that a cue reaches at most."""

CUES: dict[tuple[Role, Direction], str] = {
    ("negated", "forward"): "no|not|without|did not|does not|do not|was not|were not|is not|are not|has not|had not|"
    "failed to|fails to|neither|nor|absence of|lack of|never|cannot|free of|ruled out|none of|no evidence of",
    ("negated", "backward"): "was not observed|were not observed|not seen|was ruled out|was absent|were absent",
    ("speculative", "forward"): "may|might|could|suggest|suggests|suggested|suggesting|hypothesised|hypothesized|"
    "hypothesise|hypothesize|appears to|appear to|appeared to|seems to|seem to|is being investigated|are being "
    "investigated|being evaluated|is under investigation|under investigation|to evaluate whether|to determine whether|"
    "to assess whether|whether|potential|potentially|possible|possibly|probably|likely|presumably|it is thought|"
    "thought to|believed to|expected to|is expected|would|perhaps",
    ("speculative", "backward"): "awaited|are awaited|is awaited|remains to be|remain to be|is unknown|is unclear|"
    "being investigated|under investigation|is planned|are planned",
    ("historical", "forward"): "history of|prior|previous|previously|past|pretreated with|refractory to|after failure of",
    ("stop", "both"): "but|however|whereas|although|though|while|except|because|despite|which|who",
    ("pseudo", "both"): "not only|no increase|no significant difference|no difference|not reached|not estimable|"
    "not evaluable|not yet reached|not been reached|not significant|not statistically significant|with or without|no. |"
    "no longer|not significantly|not inferior|no significant|no new|not available|in may|likely to be higher",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that changes what is asserted of its scope; all numbers are token offsets, half-open."""

    role: Role
    start: int
    end: int
    scope_start: int
    scope_end: int


@Language.factory("trialgraph_assertion")
def make_assertion(nlp: Language, name: str) -> "AssertionMarker":
    """Make the component."""
    return AssertionMarker(nlp)


class AssertionMarker:
    """Fills `doc._.cues`, and `span._.assertion` and `span._.historical` of every mention."""

    def __init__(self, nlp: Language) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for (role, direction), phrases in CUES.items():
            self._matcher.add(f"{role} {direction}", [nlp.make_doc(p.strip()) for p in phrases.split("|")])

    def __call__(self, doc: Doc) -> Doc:
        """Mark the mentions of one document."""
        doc._.cues = tuple(self._cues(doc))
        for span in (*doc.spans.get("mentions", ()), *doc.spans.get("nested", ())):
            roles = {cue.role for cue in doc._.cues if cue.scope_start <= span.start and span.end <= cue.scope_end}
            span._.assertion = _assertion(roles)
            span._.historical = "historical" in roles
        return doc

    def _cues(self, doc: Doc) -> list[Cue]:
        found = sorted(self._matcher(doc, as_spans=True), key=lambda s: (s.start - s.end, s.start))
        return [] if not found else _scoped(doc, found)


def _scoped(doc: Doc, found: list) -> list[Cue]:  # pyright: ignore
    taken: set[int] = set()
    kept = []
    for span in found:
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append(span)
    kept.sort(key=lambda s: s.start)
    stops = [s.start for s in kept if s.label_.startswith("stop")]
    cues: list[Cue] = []
    for span in kept:
        role, direction = span.label_.split()
        if role in {"stop", "pseudo"}:
            continue
        sentence = span.sent
        start, end = max(sentence.start, span.start - SCOPE), min(sentence.end, span.end + SCOPE)
        start = max([start, *(s for s in stops if s < span.start)])
        end = min([end, *(s for s in stops if s >= span.end)])
        scope = (span.end, end) if direction == "forward" else (start, span.start)
        cues.append(Cue(role, span.start, span.end, *scope))
    return cues


def _assertion(roles: set[Role]) -> Assertion:
    if "negated" in roles:
        return "negated"
    return "speculative" if "speculative" in roles else "affirmed"


def assertion_at(doc: Doc, start_char: int, end_char: int) -> Assertion:
    """What the document asserts of a stretch (character offsets): negated or speculative if a cue's scope reaches it."""
    roles = {
        cue.role for cue in doc._.cues
        if cue.scope_start < cue.scope_end
        and doc[cue.scope_start].idx < end_char and start_char < doc[cue.scope_end - 1].idx + len(doc[cue.scope_end - 1])
    }  # fmt: skip
    return _assertion(roles)
