"""Primary and secondary endpoints."""

import re
from collections.abc import Iterator

from ...ontology.facts import Concept, TrialProperty
from ..candidates import Candidate
from ..composite_endpoints import composite_endpoints
from ..passages import Mention, Sentence
from .page import Page, attribute
from .worded import worded

_RANK = re.compile(
    r"\b(?P<rank>(?:[Cc]o-?)?[Pp]rimary|(?:[Kk]ey\s+)?[Ss]econdary)(?:\s+(?:and\s+(?:secondary|exploratory)|efficacy|"
    r"safety|clinical|study|trial)){0,2}\s+"
    r"(?:end[\s-]?points?|outcomes?(?:\s+measures?)?|objectives?)\b",
)
_VERB = re.compile(r"^[^.;]{0,60}?\b(?:was|were|is|are|included?|includes|comprised|of|being)\b|^\s*[:=|–-]")
_REVERSED = re.compile(
    r"\b(?:was|were|is|are|as|being)\s+(?:one\s+of\s+)?(?:the|a|an|our|its|their)?\s*(?:protocol-\w+\s+)?$|"
    r",\s+(?:the|a|our)\s+$|\(\s*(?:the\s+)?$|\b(?:was|were)\s+$"
)
_END = re.compile(
    r";|[.]\s|\b(?:defined|assessed\s+(?:in|by|according)|according|evaluated\s+in|analy[sz]ed\s+in|among|"
    r"with\s+(?=[^.;]{3,60}?\sas\s+(?:the\s+|a\s+)?(?:key\s+)?(?:primary|secondary))|with\s+secondary|secondary|primary|exploratory|which|whereas|compared|accompanied|regardless|irrespective|(?:was|were)\s+(?=[\d<>≥-]|similar|significantly|higher|lower))\b"
)
_MERELY_NAMED = re.compile(
    r"\b(?:survival|time|interval|duration)\s+(?:beyond|after|from|since|following|between)\s+(?:[\w-]+\s+){0,3}$"
    r"|\b(?:survival|time to [a-z -]{3,20})\s+or\s+$"
)
"""Before what an endpoint is only measured from, or ends with: `survival beyond progression`, `time to X or death`."""
_CHANGE = re.compile(r"(?:percent\w* )?change from baseline")
"""With `in trough FEV1` behind it, only how the endpoint is expressed."""
_BRACKET = re.compile(r"\([^()]*\)")
_CLAUSE_END = re.compile(r"[;:]|\bendpoint\)\s+and\b|,\s+(?:with|and|but|while|whereas)\b|\.\s")
_GENERAL = re.compile(
    r"\b(?:safety|tolerability|quality of life|pharmacokinetics|toxicity|maximum tolerated dose)\b", re.IGNORECASE
)


def endpoints(page: Page) -> Iterator[Candidate]:
    """Read `the primary endpoint was X`, `secondary endpoints included X, Y and Z`, `X was the primary endpoint`.

    Objectives count where the document names no endpoints of that rank.
    """
    matches = list(page.find(_RANK))
    ranked = {match["rank"][-6:].lower() for _, match in matches if "bjective" not in match[0]}
    for sentence, match in matches:
        if "bjective" in match[0] and match["rank"][-6:].lower() in ranked:
            continue
        name: TrialProperty = "primaryEndpoint" if "rimary" in match["rank"] else "secondaryEndpoint"
        trial = page.trials.at(match.start())
        before = page.text[sentence.start : match.start()]
        reverse = _REVERSED.search(before) is not None
        found = _before(page.text, sentence, match.start()) if reverse else _after(page.text, sentence, match.end())
        for mention in found:
            if isinstance(mention.concept, Concept):
                place = min(match.start(), mention.start), max(match.end(), mention.end)
                yield attribute(trial, name, mention.concept, place, "endpoint")


def _after(text: str, sentence: Sentence, start: int) -> list[Mention]:
    """Find the endpoints named after the words `primary endpoint was`, to the end of the clause.

    What a bracket says that an endpoint is composed of, is none: `cardiac events (infarction, stroke, or death)`.
    """
    verb = _VERB.match(text[start : sentence.end])
    if not verb or re.match(r"\s*(?:not\s+)?(?:met|reached|achieved)\b", text[start + verb.end() : sentence.end]):
        return []
    begin = start + verb.end()
    explained = [m.span() for m in _BRACKET.finditer(text, begin, sentence.end)]
    stops = _END.finditer(text, begin, sentence.end)
    stop = next((m for m in stops if not any(a < m.start() < b for a, b in explained)), None)
    end = stop.start() if stop else sentence.end
    known = _listed(text, sentence, begin, end)
    told = text[begin:end].rstrip(" .;:")
    found = [*known, *worded(text, begin, begin + len(told), known)]
    composed = [(a, b) for a, b in explained if set(",;") & set(text[a:b]) and _explained_by(text, a, found)]
    return [m for m in found if not any(a < m.start < b for a, b in composed)]


def _explained_by(text: str, bracket: int, found: list[Mention]) -> bool:
    """Whether a bracket tells what the endpoint right before it is made of."""
    return any(m.end == bracket - 1 for m in found) or text[:bracket].endswith("composite ")


def _before(text: str, sentence: Sentence, end: int) -> list[Mention]:
    """Find the endpoints of the clause before the words `was the primary endpoint`."""
    begin = max((m.end() for m in _CLAUSE_END.finditer(text[sentence.start : end])), default=0)
    return _listed(text, sentence, sentence.start + begin, end)


def _listed(text: str, sentence: Sentence, begin: int, end: int) -> list[Mention]:
    composed = [
        Mention(begin + a, begin + b, text[begin + a : begin + b], Concept("Endpoint", name))
        for a, b, name in composite_endpoints(text[begin:end])
    ]
    found = [m for m in sentence.of("Endpoint") if begin <= m.start and m.end <= end]
    apart = [
        m
        for m in found
        if not any(c.start < m.end and m.start < c.end for c in composed)
        and not _MERELY_NAMED.search(text, begin, m.start)
        and not (_CHANGE.fullmatch(m.text.lower()) and text.startswith((" in ", " of "), m.end))
    ]
    found = sorted([*apart, *composed], key=lambda m: m.start)
    named = [m for i, m in enumerate(found) if not any(_told_closer(text, m, n) for n in found[i + 1 : i + 2])]
    general = [
        Mention(m.start(), m.end(), m[0], Concept("Endpoint", m[0].lower()))
        for m in _GENERAL.finditer(text, begin, end)
        if not any(n.start < m.end() and m.start() < n.end for n in named)
    ]
    return sorted([*named, *general], key=lambda m: m.start)


def _told_closer(text: str, mention: Mention, later: Mention) -> bool:
    """Whether the abbreviation in brackets stands for more than its name says: `radiographic PFS (rPFS)`."""
    if not isinstance(mention.concept, Concept) or not isinstance(later.concept, Concept):
        return False
    name, closer = mention.concept.name, later.concept.name
    return text[mention.end : later.start].strip() == "(" and closer != name and closer.endswith(name)
