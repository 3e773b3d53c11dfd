"""Endpoints that the vocabulary doesn't know, where a document speaks again of one that it has named its endpoint.

`The primary outcome was fracture healing … fracture healing was seen in 80%`. Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ...ontology.facts import Concept, TrialAttribute
from ...ontology.lexicon import load_lexicon
from ..annotated import AnnotatedText
from ..candidates import Candidate
from ..passages import Mention
from .ranked_endpoints import spoken_by_rank

_ENDPOINTS: Final = frozenset({"primaryEndpoint", "secondaryEndpoint"})
_LEAD: Final = re.compile(
    r"^(?:(?:occurrence|incidence|rates?|frequency|proportion|percentage|number|presence|development|change|time|mean)\s+"
    r"(?:of|in|to)\s+(?:the\s+|an?\s+)?)+"
)
_TAIL: Final = re.compile(r"\s+(?:within|at|after|during|from|before|between|over|as|on|in|by|up to)\s.*$")
_FEWEST_WORDS: Final = 2
_APPOSED: Final = re.compile(r"(?:,|\s\()?\s?(?:of\s)?(?:an?\s|the\s)?")
_MEASURED: Final = frozenset({"Endpoint", "AdverseEvent"})
_REACH: Final = 60


def with_worded_endpoints(page: AnnotatedText, attributes: Iterable[Candidate]) -> AnnotatedText:
    """The text with every place that speaks of an endpoint of its trials by the words of its own."""
    attributes = tuple(attributes)
    found = {m.start: m for name in _names(attributes) for m in _spoken(page.text, name)}
    found.update((m.start, _named_behind(page, m)) for m in spoken_by_rank(page.text, attributes))
    if not found:
        return page
    kept = [m for m in page.mentions if not any(f.start <= m.start and m.end <= f.end for f in found.values())]
    apart = [f for f in found.values() if not any(k.start < f.end and f.start < k.end for k in kept)]
    mentions = sorted([*kept, *apart], key=lambda m: m.start)
    return replace(page, mentions=tuple(mentions), starts=tuple(m.start for m in mentions), memo={})


def _named_behind(page: AnnotatedText, rank: Mention) -> Mention:
    """`the primary outcome, nausea, occurred in 12%`: where the name itself stands behind the rank, it is meant."""
    behind = next((m for m in page.between(rank.end, rank.end + _REACH) if m.kind in _MEASURED), None)
    if behind is None or not _APPOSED.fullmatch(page.text, rank.end, behind.start):
        return rank
    return replace(behind, start=rank.start, text=page.text[rank.start : behind.end])


def _names(attributes: Iterable[Candidate]) -> Iterator[str]:
    """What the endpoints that no lexicon lists are called, without how and when they are measured."""
    for claim in (a.claim for a in attributes):
        if isinstance(claim, TrialAttribute) and claim.attribute in _ENDPOINTS and isinstance(claim.value, Concept):
            name = _TAIL.sub("", _LEAD.sub("", claim.value.name))
            if load_lexicon().entry(claim.value) is None and len(name.split()) >= _FEWEST_WORDS:
                yield name


def _spoken(text: str, name: str) -> Iterator[Mention]:
    """Where a text says a name, in the singular or plural; or the time to it, which is another endpoint."""
    words = r"\s+".join(re.escape(word.removesuffix("s")) + "s?" for word in name.split())
    for match in re.finditer(rf"(?<![\w-])(?P<time>time\s+to\s+)?(?:the\s+)?{words}(?![\w-])", text, re.IGNORECASE):
        yield Mention(*match.span(), match[0], Concept("Endpoint", f"time to {name}" if match["time"] else name))
