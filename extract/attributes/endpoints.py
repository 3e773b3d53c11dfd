"""Primary and secondary endpoints."""

import re
from collections.abc import Iterator

from ...ontology.facts import Concept, TrialProperty
from ...ontology.lexicon import load_lexicon
from ..candidates import Candidate
from ..passages import Mention, Sentence
from ..results.measured.composite_endpoints import composite_endpoints
from .page import Page, attribute
from .record_fields import titled
from .worded import worded

_RANK = re.compile(
    r"\b(?P<rank>(?:[Cc]o-?)?[Pp]rimary|(?:[Kk]ey\s+)?[Ss]econdary|[Mm]ain|[Pp]rincipal|Other)"
    r"(?:\s+(?:and\s+(?:secondary|exploratory)|efficacy|safety|clinical|benefit|study|trial|analysis|composite|combined|[a-z]+(?:al|ar|ic))){0,3}\s+"
    r"(?:end[\s-]?points?|outcomes?(?:\s+(?:(?:and\s+)?measures?|variables?|parameters?))?|objectives?|"
    r"(?<=efficacy\s)(?:measures?|variables?|criteri(?:on|a)|parameters?|assessments?))\b",
)
_VERB = re.compile(
    r"^(?:\s+of\b|[^.;]{0,60}?\b(?:was|were|is|are|be|included?|includes|comprised|being)\b)|^\s*[:=|–(-]"
)
_MET = re.compile(
    r"\b(?:me(?:e?t|eting)|reach(?:ed|ing)?|achiev(?:ed?|ing))\s+(?:its|their|the)\s+(?:co-?)?$", re.IGNORECASE
)
"""Before an endpoint that is said to be met: only what stands right behind it names it."""
_REVERSED = re.compile(
    r"\b(?:was|were|is|are|be|as|being)\s+(?:one\s+of\s+)?(?:the|a|an|our|its|their)?\s*(?:protocol-\w+\s+)?$|"
    r",\s+(?:the|a|our)\s+$|\(\s*(?:the\s+)?$|\b(?:was|were)\s+$"
)
_END = re.compile(
    r";|[.]\s|[-–—]\s?namely\b|\b(?:defined|(?:counted|measured|calculated|computed|timed)\s+(?:from|as)|(?:as\s+)?assessed\s+(?:in|by|according)|(?<=,\s)(?:as\s+)?measured\s+by|according|evaluated\s+in|analy[sz]ed\s+in|among|"
    r"with\s+(?=[^.;]{3,60}?\sas\s+(?:the\s+|a\s+)?(?:key\s+)?(?:primary|secondary))|with\s+secondary|(?<!\ba\s)(?<!\bof\s)secondary|primary|exploratory|which|whereas|compared|accompanied|(?:regardless|irrespective)\b(?![^.;]*,)|(?:was|were)\s+(?=[\d<>≥-]|similar|significantly|higher|lower))\b"
)
_MERELY_NAMED = re.compile(
    r"\b(?:survival|time|interval|duration)\s+(?:beyond|after|from|since|following|between)\s+(?:[\w-]+\s+){0,3}$"
    r"|\b(?:survival|time to [a-z -]{3,20})\s+or\s+$|\bassociated\s+with\s+(?:[\w-]+\s+){0,2}$"
    r"|\b(?:date|sites?|location)\s+of\s+$"
)
"""Before what an endpoint is only measured from, or ends with: `survival beyond progression`, `time to X or death`."""
_CHANGE = re.compile(r"(?:percent\w* )?change from baseline")
"""With `in trough FEV1` behind it, only how the endpoint is expressed."""
_SEVERAL = re.compile(r"s\b[^.;]{0,60}?\b(?:were|are|includ\w+|comprised)\b\s*:?$|s\s*:$")
"""Behind `secondary endpoint`: that several are enumerated."""
_LOOSELY = re.compile(r"bjective|^[Mm]ain|^Other")
_CLOSER = re.compile(r"\b[Tt]ime\s+(?:from\s+[\w\s-]{3,40}?\s)?to\s+(?:[\w/-]+\s+){0,6}$|\b[\w-]+-free\s+$")
"""`time to psoriasis relapse` is no relapse, `pain-free survival` no overall survival."""
_SPREAD = re.compile(r"\b(?:[Mm]eans?|[Aa]verage|[Vv]alues?)\s*[\[(]\s*$")
"""`mean (SD)` speaks of no stable disease."""
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBER_OF = re.compile(
    r"\((?:as )?(?:measured|assessed|evaluated) (?:by|with|using|on)\b"
    r"|\((?:the )?(?:number|proportion|percentage|time|interval) (?:of|from|between)\b"
)
"""A bracket that tells how an endpoint is counted."""
_COMPOSED = re.compile(r"[,;≥≤<>%+]|defined|\bplus\b|\bor better\b")
_CLAUSE_END = re.compile(
    r"[;:]|\bendpoint\)\s+and\b|,\s+(?:with|but|while|whereas)\b|\.\s|\b(?:was|were|is|are)\b[^;:]*?,\s+and\b"
)
_GENERAL = re.compile(
    r"\b(?:safety|tolerability|quality of life|pharmacokinetics|maximum tolerated dose"
    r"|(?<!no )(?<!no skin )toxicity(?! (?:criteria|scale|score)))\b",
    re.IGNORECASE,
)


def endpoints(page: Page) -> Iterator[Candidate]:
    """Read `the primary endpoint was X`, `secondary endpoints included X, Y and Z`, `X was the primary endpoint`.

    Objectives, main and other outcomes count where the document names no endpoints of that rank.
    """
    matches = list(page.find(_RANK))
    ranked = {_rank(match) for _, match in matches if not _LOOSELY.search(match[0])}
    for sentence, match in matches:
        name = _rank(match)
        if _LOOSELY.search(match[0]) and name in ranked:
            continue
        trial = page.trials.at(match.start())
        before = page.text[sentence.start : match.start()]
        if _MET.search(before) and not re.match(r"\s+(?:of|for)\b|,|\s*\(", page.text[match.end() :]):
            continue
        reverse = _REVERSED.search(before) is not None
        earlier = max((m.end() for s, m in matches if s is sentence and m.end() < match.start()), default=0)
        found = (
            _before(page.text, sentence, max(earlier, sentence.start), match.start())
            if reverse
            else _after(page.text, sentence, match.end())
        )
        found = found if before.strip() else titled(page.text, match.end(), found)
        for mention in found:
            if isinstance(mention.concept, Concept):
                place = min(match.start(), mention.start), max(match.end(), mention.end)
                beside = page.beside(sentence, mention.start, mention.end)
                its = beside if beside in page.trials.reported else trial
                yield attribute(its, name, mention.concept, place, "endpoint")


def _rank(match: re.Match[str]) -> TrialProperty:
    return "primaryEndpoint" if re.search("(?:[Pp]ri|[Mm]a)", match["rank"]) else "secondaryEndpoint"


def _after(text: str, sentence: Sentence, start: int) -> list[Mention]:
    """Find the endpoints named after the words `primary endpoint was`, to the end of the clause.

    What a bracket says that an endpoint is composed of, is none: `cardiac events (infarction, stroke, or death)`.
    """
    if beside := [m for m in sentence.of("Endpoint") if text[start : m.start] == ", "]:
        return beside[:1]  # the primary endpoint, overall survival, was met
    verb = _VERB.match(text[start : sentence.end])
    if not verb or re.match(r"\s*(?:not\s+)?(?:met|reached|achieved)\b", text[start + verb.end() : sentence.end]):
        return []
    begin = start + verb.end()
    explained = [m.span() for m in _BRACKET.finditer(text, begin, sentence.end)]
    listed = ":" in text[begin - 1 : begin + 1]  # secondary endpoints: A; B; and C
    stops = (m for m in _END.finditer(text, begin, sentence.end) if m[0] != ";" or not listed)
    stop = next((m for m in stops if not any(a < m.start() < b for a, b in explained)), None)
    end = stop.start() if stop else sentence.end
    known = _listed(text, sentence, begin, end)
    told = text[begin:end].rstrip(" ,.;:")
    several = _SEVERAL.search(text, start - 1, begin) is not None
    found = [*known, *worded(text, begin, begin + len(told), known, several=several)]
    return [m for m in found if not any(a < m.start < b for a, b in _composed(text, explained, found))]


def _composed(text: str, brackets: list[tuple[int, int]], found: list[Mention]) -> list[tuple[int, int]]:
    """Find the brackets that tell how an endpoint is counted or what it is made of."""
    return [
        (a, b) for a, b in brackets
        if _NUMBER_OF.match(text, a)
        or (_COMPOSED.search(text, a, b) and _explained_by(text, a, found))
    ]  # fmt: skip


def _explained_by(text: str, bracket: int, found: list[Mention]) -> bool:
    """Whether a bracket tells what the endpoint right before it is made of."""
    return any(m.end == bracket - 1 for m in found) or text[:bracket].endswith("composite ")


def _before(text: str, sentence: Sentence, start: int, end: int) -> list[Mention]:
    """Find the endpoints of the clause before the words `was the primary endpoint`, behind another rank's."""
    brackets = [m.span() for m in _BRACKET.finditer(text, start, end)]
    ends = (m.end() for m in _CLAUSE_END.finditer(text, start, end))
    begin = max((at for at in ends if not any(a < at < b for a, b in brackets)), default=start)
    found = _listed(text, sentence, begin, end)
    return [m for m in found if not any(a < m.start < b for a, b in _composed(text, brackets, found))]


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
        and not (m.text == "SD" and _SPREAD.search(text, begin, m.start))
    ]
    whole = [_told_whole(text, max((o.end for o in apart if o.end <= m.start), default=begin), m) for m in apart]
    found = sorted([*whole, *composed], key=lambda m: m.start)
    named = [m for i, m in enumerate(found) if not any(_told_closer(text, m, n) for n in found[i + 1 : i + 2])]
    general = [
        Mention(m.start(), m.end(), m[0], Concept("Endpoint", m[0].lower()))
        for m in _GENERAL.finditer(text, begin, end)
        if not any(n.start < m.end() and m.start() < n.end for n in named)
    ]
    return sorted([*named, *general], key=lambda m: m.start)


def _told_whole(text: str, begin: int, mention: Mention) -> Mention:
    """Give the time to an event, or the survival without one, where that is what the text names."""
    before = _CLOSER.search(text, begin, mention.start)
    if before is None:
        return mention
    words = text[before.start() : mention.end]
    known = load_lexicon().concept(words, "Endpoint")
    concept = known or Concept("Endpoint", " ".join(words.lower().split()))
    return Mention(before.start(), mention.end, words, concept)


def _told_closer(text: str, mention: Mention, later: Mention) -> bool:
    """Whether the abbreviation in brackets stands for more than its name says: `radiographic PFS (rPFS)`."""
    if not isinstance(mention.concept, Concept) or not isinstance(later.concept, Concept):
        return False
    name, closer = mention.concept.name, later.concept.name
    return text[mention.end : later.start].strip() == "(" and closer != name and closer.endswith(name)
