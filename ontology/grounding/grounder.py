"""From a name to what it means: candidates of the lexicon and of whole terminologies, ranked, each with its reasons.

The way to find and rank is Gilda's (Gyori et al. 2022): how the text meets the name and what kind of name it is, the
document's own abbreviations, what else the document speaks of, then the order of the terminologies.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Final, NamedTuple

from ..lexicon import Lexicon
from ..terminologies import TerminologyIndex
from ..terminologies.normal import tokens
from .candidates import LEXICON, Candidate, Grounding, Step
from .context import beside_brackets, induced, is_short, spelled_in
from .forms import Form, forms
from .kinds import ANOTHER, prefix_of, widened
from .own_names import find_own
from .terms import Terminologies

GOOD: Final = 0.5
"""A candidate of a lower score is not chosen."""
NEAR: Final = 0.85
"""Forms are tried until none can reach this part of the best score."""
_SYNONYM: Final = 0.98
_INDUCED: Final = 0.88
_BROADER: Final = 0.75
_WIDE: Final = 0.97
"""Of a synonym of the lexicon, whose concepts hold more names than those of most terminologies, led elsewhere."""

Found = dict[tuple[str, str], Candidate]


class _About(NamedTuple):
    """What is asked of a name, and where it stands."""

    kinds: Collection[str]
    context: str
    near: float


class Grounder:
    """Tells what names mean; without an index it knows only what ships with trialgraph.

    With `prefixes` (`MESH`, `MONDO`) the answer is in these vocabularies, to which terms of others are led.
    """

    def __init__(
        self, lexicon: Lexicon, index: TerminologyIndex | None = None, *, prefixes: Collection[str] = ()
    ) -> None:
        self._lexicon, self._index, self._prefixes = lexicon, index, frozenset(prefixes)
        self._terms = Terminologies(index, prefixes) if index else None

    def ground(
        self,
        text: str,
        *,
        kinds: Collection[str] = (),
        abbreviations: Mapping[str, str] | None = None,
        context: str = "",
        near: float = NEAR,
    ) -> Grounding:
        """Give all that a name may mean: of these kinds, in a document with these abbreviations and this text.

        Other forms of the name are tried until none can reach this part, `near`, of the best score.
        """
        about = _About(kinds, context, near)
        known = dict(abbreviations or {})
        if self._agrees(text, known.get(text, "")):
            del known[text]
        found = self._search(induced(text, context), about, {})
        plain = Step("though the document says what induces it", _INDUCED)
        tried = (form.then(plain) for form in forms(text, known)) if found else forms(text, known)
        found = self._search(tried, about, found)
        if is_short(text) and text not in known and context and _top(found) < NEAR:
            spelled = spelled_in(text, context, self._index) if self._index else ()
            found = self._search(chain(beside_brackets(text, context), spelled), about, found)
        ranked = sorted(found.values(), key=_rank)
        return Grounding(text, tuple(ranked), ranked[0] if ranked and ranked[0].score >= GOOD else None)

    def _agrees(self, short: str, long: str) -> bool:
        """Whether the lexicon's meaning of an abbreviation shares a word with what a document says of it."""
        words = {token.form for token in tokens(long)}
        return any(words & {token.form for token in tokens(own.name)} for own in find_own(self._lexicon, short))

    def _search(self, tried: Iterable[Form], about: "_About", found: Found) -> Found:
        """Look up forms, the nearest first, until they are too far from the best that was found."""
        top = _top(found)
        for form in tried:
            if form.factor < top * about.near:
                break
            for candidate in self._candidates(form, about):
                key = (candidate.curie, "" if candidate.curie else candidate.label)
                if key not in found or candidate.score > found[key].score:
                    found[key] = candidate
                    top = max(top, candidate.score)
        return found

    def _candidates(self, form: Form, about: "_About") -> Iterator[Candidate]:
        found = self._terms.find(form, about.kinds, about.context) if self._terms else ()
        for candidate in chain(self._own(form, about.kinds), found):
            yield from self._led(candidate) if self._prefixes else (candidate,)

    def _led(self, candidate: Candidate) -> Iterator[Candidate]:
        """Lead a candidate to the vocabularies asked for, or if there is no way, what is broader than it."""
        if self._terms is None:
            wanted = [mapping.curie for mapping in candidate.mappings if mapping.relation == "exact"]
            yield from (replace(candidate, curie=curie) for curie in wanted if prefix_of(curie) in self._prefixes)
            return
        found = [*self._terms.lead(candidate)]
        yield from found or (there for broader in self._broader(candidate) for there in self._terms.lead(broader))

    def _broader(self, candidate: Candidate) -> Iterator[Candidate]:
        entry = next(
            (entry for entry in self._lexicon.named(candidate.label) if entry.concept.kind == candidate.kind), None
        )
        for concept in entry.broader if entry else ():
            parent = self._lexicon.entry(concept)
            above = replace(candidate, match="broad", mappings=parent.mappings if parent else (), curie="")
            yield above.step(f"a kind of {concept.name}", _BROADER)
        term = self._index.term(candidate.curie) if self._index and candidate.source != LEXICON else None
        for curie in term.parents if term else ():
            yield replace(candidate, match="broad", curie=curie).step(f"a kind of {curie}", _BROADER)

    def _own(self, form: Form, kinds: Collection[str]) -> Iterator[Candidate]:
        for kind, name, mappings in find_own(self._lexicon, form.text):
            curie = next((mapping.curie for mapping in mappings if mapping.relation == "exact"), "")
            found = Candidate(name, LEXICON, kind, curie, form.match, mappings, form.steps)
            if name.casefold() == form.text.casefold():
                found = found.step(f"{kind} in the lexicon")
            else:
                factor = _SYNONYM * _WIDE if self._prefixes else _SYNONYM
                found = found.step(f"“{form.text}” is the {kind} {name} in the lexicon", factor)
            if kinds and kind not in widened(kinds):
                found = found.step(f"not a {' or '.join(sorted(kinds))}", ANOTHER)
            yield found


def _rank(candidate: Candidate) -> tuple[float, bool, str, str]:
    return -candidate.score, candidate.source != LEXICON, candidate.curie, candidate.label


def _top(found: Found) -> float:
    return max((candidate.score for candidate in found.values()), default=0.0)
