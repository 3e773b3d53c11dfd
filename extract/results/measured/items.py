"""What a sentence measures: endpoints and events, by the lexicon, by plain words, by the names that the document gives.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...annotated import AnnotatedText
from ...passages import Mention
from ...people import PEOPLE
from ...wordings import Wording
from ..items import Item, ItemKind
from .composite_endpoints import composite_endpoints
from .compound_names import as_told, together
from .elided_endpoints import elided_endpoints
from .event_names import ANY
from .families import is_exposure, takes_share
from .kinds_of_events import events_of_kinds, of_kind
from .laboratory import laboratory_events
from .levels_reached import levels_reached
from .listed_events import listed_events
from .listed_ratios import listed_ratios
from .new_cases import is_new_case
from .phrases import FIRST, LAST
from .procedures import procedures_done
from .qualified import EVENTS_OF_KINDS, as_event, endpoint, qualified
from .response_unions import response_unions
from .shared_heads import contrasted, shared_heads
from .slashed_endpoints import slashed_endpoints
from .spared_altogether import spared_altogether
from .still_treated import still_treated
from .survival_events import survival_events
from .threshold_endpoints import threshold_endpoints
from .turned_events import turned
from .unnamed_endpoints import unnamed_endpoints

_BEFORE: Final = 60
_LEFT: Final = re.compile(r"(?:drop|attrition)", re.IGNORECASE)
"""`a dropout rate of 12%`: those who left for whatever reason."""
_TOO_WIDE: Final = frozenset(
    {"safety", "efficacy", "tolerability", "time-to-event endpoint", "response endpoint", "patient-reported outcome"}
)
_ABSORBING: Final = Wording(
    r"follow-up|(?:treatment|exposure) duration|duration of (?:treatment|exposure|therapy)|dose intensity|\bage\b"
)
_PLAIN: Final = {
    "death": Concept("Endpoint", "death"),
    "skeletal-related event": Concept("Endpoint", "skeletal-related event rate"),
    "disease progression": Concept("Endpoint", "progressive disease"),
    "survival rate": Concept("Endpoint", "overall survival"),
    "survival": Concept("Endpoint", "overall survival"),
    "treatment discontinuation": Concept("AdverseEvent", "any adverse event"),
    "adverse event incidence": Concept("AdverseEvent", "any adverse event"),
}
_SO_MANY: Final = Wording(
    r"\b(?:(?:only|just|exactly)\s(?:one|a single|two|three)|(?:more than|at least)\s(?:two|three)"
    r"|(?<!\bgrade\s)(?:two|three|2|3)\sor\smore|more\sthan\sone|multiple)\s$",
    re.IGNORECASE,
)
"""`22% had only one event`: that is no rate of the event."""
_SCALE: Final = re.compile(
    r"[- ](?:severity |intensity )?"
    r"(?:scores?|end-?\s?points?|(?:sub)?scales?|inventory|questionnaires?|criteria|reporting|monitoring)\b(?!\s*\(\d)",
    re.IGNORECASE,
)
_SCALED: Final = re.compile(
    r"[- ](?:(?:total )?scores? )?(?:(?P<response>response|responders?)|(?P<remission>remission|remitters?)"
    r"|(?P<itself>worsening|deterioration|progression|normali[sz]ation|control|goal|target)s?)(?: rates?)?\b",
    re.IGNORECASE,
)
"""`MADRS responders`, `EDSS worsening`: those who reach something on a scale are another endpoint than its scores."""
_OF_WHOM: Final = re.compile(r"\b(?:for|in|among)\s(?:the\s|all\s)?$")
"""`time to progression for responders`: they are whom it is of, and no rate of responses."""
_DID: Final = re.compile(
    r"\s(?:(?:were|was)\s(?!\d|seen\b|observed\b|found\b|noted\b)|(?:remain|continu|relaps|progress|maintain)\w*\b|who\b|had\b|have\b|died\b"
    r"|received\b|underwent\b|achieved\b)"
)
"""`fifty responders were switched to B`: they are told of, not counted."""
_KEPT: Final = Wording(
    r"\b(?:(?:improved|deepened|consolidated)(?:\sor\s\w+)?\stheir|(?:maintained|retained|lost|kept)(?:\sor\s\w+)?"
    r"\s(?:an?|the|their|this))\s(?:(?:first|initial|best|ongoing|complete|partial|objective)\s){0,2}(?:response|remission)\b",
    re.IGNORECASE,
)
"""`80% improved or maintained their response`: not so many had one."""
_CRITERIA: Final = re.compile(r"\b(?:criteria|definitions?) (?:for|of) (?:[a-z-]+ ){0,3}$", re.IGNORECASE)
_ELIDED: Final = Wording(
    r"(?<![\w-])(?P<kind>[a-z-]{4,20})(?=(?:,|,? (?:and|or)) (?:[a-z-]{4,20},? (?:and |or )?){1,2}toxicit(?:y|ies)\b)",
    re.IGNORECASE,
)
_LONGER_NAME: Final = re.compile(r"-[A-Z]{2}")
"""`CR-SAEs`: the letters are a part of a name."""
_CAUSE_OF: Final = re.compile(r"\bcauses? of $")
"""`sepsis was the leading cause of death (5%)`: so many died of that."""
_OF_EVENT: Final = re.compile(r"\sof\s[a-z]", re.IGNORECASE)
"""`time to onset of rash`: the event says to what."""
_SUCH_PATIENTS: Final = re.compile(
    rf"\s(?:{PEOPLE}|therap(?:y|ies)|treatments?(?!-)|medications?|management"
    r"|(?:was|were)\s(?:treated\s(?:with|by)|randomi[sz]ed|assigned|allocated|enrolled))\b"
)
"""`PAH patients on A`, `on PAH therapy`, `attacks of migraine were treated with A`: what they have is no event."""
_SUCH: Final = re.compile(rf"\s(?:[a-z-]+\s){{1,2}}{PEOPLE}\b")
"""`anemic cancer patients`: an adjective says what they are like."""
_SPECIES: Final = ("pneumoniae", "influenzae", "meningitidis", "gonorrhoeae")
"""`Streptococcus pneumoniae`: what causes a disease."""
_MEDIAN_OF: Final = Wording(r"\bm(PFS|OS|DOR|DoR|TTP|DFS|EFS|TTNT)\b")
_KIND_OF: Final = Wording(r"(?<![\w-])(?:[a-ln-z]{1,3}|[A-Z][A-Za-z0-9]*-)(?:PFS|OS|DFS|EFS|RFS|TTP|MFS)(?![\w-])")
_FREE_SURVIVAL: Final = Wording(r"(?<![\w-])[\w-]+[- ]free survival\b", re.IGNORECASE)
_DEVIATION: Final = re.compile(r"\d[^\d()\[\]]{0,12}[(\[]\s?SD\b(?!\s?[\d.]+\s?%\s?\))|\d,\sSD\s?=\s?\d")
"""`16.3 [SD 8.5]`: no stable disease"""
_AS_BEST: Final = re.compile(r"\s(?:was|were|as)\s(?:the(?:ir)?\s|an?\s)?best\s(?:\w+\s)?response\b")
_TIME_TO_KIND: Final = Wording(
    r"\btime to (?:symptomatic|radiologic(?:al)?|radiographic|clinical|biochemical|local|loco-?regional|distant"
    r"|intrahepatic|extrahepatic|untreatable|neurological) (?:tumou?r )?progression\b",
    re.IGNORECASE,
)
_FREEDOM: Final = Wording(
    r"\bfreedom from (?:(?:first|any|disease|tumou?r|local|loco-?regional|regional|distant|biochemical"
    r"|treatment) ){0,2}"
    r"(?:failure|recurrence|relapse|progression|metastas[ei]s)\b(?!,? (?:and|or) (?:death|from)\b)",
    re.IGNORECASE,
)
_GRADED_EVENTS: Final = Wording(
    r"\b(?:(?:most (?:common|frequent)|main|major|only)|(?:adverse|toxic|tolerat|side effect)[^.]{0,120}?\bno) "
    r"grades? [1-5](?: ?(?:-|–|/|or|to|and) ?[1-5])?(?: or (?:higher|more|greater|worse))? (?P<e>events?)\b"
    r"|(?<!\()\bgrades? [1-5](?: ?(?:-|–|/|or|to|and) ?[1-5])?(?: or (?:higher|more|greater|worse))? (?P<told>events?)"
    r"(?= (?:occurred|were (?:reported|observed|seen)) in\b)"
    r"|\b(?:fewer|more) grades? [1-5](?: ?(?:-|–|/|or|to|and) ?[1-5])?(?: or (?:higher|more|greater|worse))? "
    r"(?P<many>events?)\b"
    r"|\b(?:had|experienced|developed|reported) (?:an? )?grades? [1-5](?: ?(?:-|–|/|or|to|and) ?[1-5])?"
    r"(?: or (?:higher|more|greater|worse))? (?P<caused>events?)(?= (?:attribut\w+|related|considered)\b)"
    r"|\bgrades? [1-5](?: ?(?:-|–|/|or|to|and) ?[1-5])?(?: or (?:higher|more|greater|worse))? (?P<named>events?)"
    r"(?= (?:were limited to|included|consisted of|comprised)\b)"
    r"|\b(?:(?:immune|treatment|drug|therapy)[- ](?:mediated|related|emergent)) (?P<kind>events?)\b(?! of\b)"
    r"|(?<!adverse )\b(?P<led>events?)(?= (?:leading|(?:that |which )?led) to (?:[\w-]+ ){0,3}?"
    r"(?:discontinuation|withdrawal|dose (?:reduction|interruption|modification))s?\b)",
    re.IGNORECASE,
)
"""`no grade 4 events`, `events that led to discontinuation`: adverse events, as nothing else is told of so."""
_TOLD: Final = (
    listed_ratios, spared_altogether, survival_events, composite_endpoints, response_unions, elided_endpoints,
)  # fmt: skip
"""What finds endpoints by more than a name."""


def measured_items(page: AnnotatedText, start: int, end: int) -> list[Item]:
    """Find the endpoints, events and absorbers between two offsets; none overlaps one found before it."""
    found: list[Item] = []
    for item in _in_order(page, start, end):
        if item.kind == "statistic" or all(item.end <= k.start or k.end <= item.start for k in found):
            item = turned(page.text, start, as_event(page.text, qualified(page.text, item)))
            item = as_told(page.text, start, of_kind(page.text, start, item))
            found = [
                k for k in found if not item.start <= k.start < k.end <= item.end
            ]  # sepsis-related hospitalization
            found.append(item)
    unnamed = list(listed_events(page.text, start, end, found))
    found += [i for i in unnamed if not any(m.start < i.end and i.start < m.end for m in page.between(start, end))]
    return together(page.text, contrasted(page.text, sorted(found, key=lambda i: i.start)))


def _in_order(page: AnnotatedText, start: int, end: int) -> Iterator[Item]:
    """The candidates, those that are surest first."""
    text, mentions = page.text, page.between(start, end)
    for told in _TOLD:
        yield from (endpoint(start + a, start + b, name, text) for a, b, name in told(text[start:end]))
    for pattern, name in FIRST:
        yield from (endpoint(m.start(), m.end(), name, text) for m in pattern.finditer(text, start, end))
    for pattern in (_TIME_TO_KIND, _FREEDOM):
        yield from (endpoint(m.start(), m.end(), m[0].lower(), text) for m in pattern.finditer(text, start, end))
    for match in _KEPT.finditer(text, start, end):
        yield Item(kind="absorber", start=match.start(), end=match.end(), text=match[0])
    for find in (threshold_endpoints, slashed_endpoints, procedures_done, still_treated):
        yield from (endpoint(start + a, start + b, name, text) for a, b, name in find(text[start:end]))
    yield from (endpoint(at, to, name, text) for at, to, name in levels_reached(page, start, end))
    lexical = [m for m in mentions if m.kind == "Endpoint"]
    for mention in lexical:
        best = _AS_BEST.match(text, mention.end, end)
        if best and isinstance(mention.concept, Concept):  # stable disease was the best response
            yield endpoint(mention.start, best.end(), mention.concept.name, text)
    for match in _FREE_SURVIVAL.finditer(text, start, end):
        if not any(m.start <= match.start() and match.end() <= m.end for m in lexical):
            yield endpoint(match.start(), match.end(), match[0].lower(), text)
    for at, to, event in laboratory_events(text, start, end):
        yield Item(kind="event", start=at, end=to, concept=event, text=text[at:to])
    yield from shared_heads(text, start, mentions)
    yield from _mentioned(page, mentions, start)
    for at, to, event in events_of_kinds(text, start, end):
        yield Item(kind="event", start=at, end=to, concept=event, text=text[at:to])
    yield from _elided(text, start, end)
    yield from _median_of(text, start, end)
    for pattern, name in LAST:
        yield from (endpoint(m.start(), m.end(), name, text) for m in pattern.finditer(text, start, end))
    for match in _GRADED_EVENTS.finditer(text, start, end):
        yield Item(kind="event", start=match.start(match.lastgroup or 0), end=match.end(), concept=ANY, text="events")
    for match in _KIND_OF.finditer(text, start, end):
        yield endpoint(match.start(), match.end(), match[0], text)
    surgery = {m.concept for m in mentions if m.text.lower().endswith("surgery")}
    drugs = [m for m in mentions if m.kind in {"Drug", "Regimen"} and m.concept not in surgery]
    for at, to, name in unnamed_endpoints(text[start:end]):
        if not any(m.start < start + to and start + at < m.end for m in drugs):
            known = load_lexicon().concept(name, "Endpoint")
            yield endpoint(start + at, start + to, known.name if known else name, text)


def _mentioned(page: AnnotatedText, mentions: list[Mention], start: int) -> Iterator[Item]:
    for mention in mentions:
        concept = _result_concept(page.text, mention, start)
        drugs = {m.end for m in mentions if m.kind == "Drug"}
        if mention.start - 1 in drugs and page.text[mention.start - 1] == "-" and mention.text[0].isupper():
            continue  # carbamazepine-CR
        if mention.text.lower() == "time to onset" and _OF_EVENT.match(page.text, mention.end):
            continue
        if mention.text.isupper() and _LONGER_NAME.match(page.text, mention.end):
            continue
        if mention.text.lower() == "remission" and page.text.startswith((" induction", "-induction"), mention.end):
            continue
        if mention.kind != "Endpoint" and _SUCH_PATIENTS.match(page.text, mention.end):
            continue
        if mention.text.lower().endswith(("emic", "penic")) and _SUCH.match(page.text, mention.end):
            continue
        if mention.text.lower().endswith(_SPECIES):
            continue
        if mention.text == "death" and _CAUSE_OF.search(page.text, max(start, mention.start - 12), mention.start):
            continue
        if mention.text == "SD" and _DEVIATION.search(page.text, max(start, mention.start - 20), mention.end + 10):
            continue
        measured = concept is not None and (concept.kind == "AdverseEvent" or concept.name in EVENTS_OF_KINDS)
        of_whom = _OF_WHOM.search(page.text, max(start, mention.start - 12), mention.start)
        if mention.text.lower().endswith("responders") and (of_whom or _DID.match(page.text, mention.end)):
            continue
        if concept is not None and not (measured and _is_measure(page.text, mention)):
            so_many = _SO_MANY.search(page.text, max(start, mention.start - _BEFORE), mention.start)
            absorbs = _ABSORBING.search(concept.name) or is_exposure(concept.name) or so_many
            kind: ItemKind = "absorber" if absorbs else "endpoint" if concept.kind == "Endpoint" else "event"
            if kind == "endpoint" and not takes_share(concept.name) and (of := _SCALED.match(page.text, mention.end)):
                name = f"{mention.text} {(of['itself'] or of.lastgroup or '').lower()}"
                yield endpoint(mention.start, of.end(), name, page.text)
                continue
            yield Item(kind=kind, start=mention.start, end=mention.end, concept=concept, text=mention.text)


def _is_measure(text: str, mention: Mention) -> bool:
    """Whether an event only names a scale, or the criteria it is graded by: `nausea scores`."""
    return bool(
        _SCALE.match(text, mention.end) or _CRITERIA.search(text[max(0, mention.start - _BEFORE) : mention.start])
    )


def _elided(text: str, start: int, end: int) -> Iterator[Item]:
    """`hematologic and gastrointestinal toxicity` names two kinds of toxicity."""
    for match in _ELIDED.finditer(text, start, end):
        if event := load_lexicon().concept(f"{match['kind']} toxicity".lower(), "AdverseEvent"):
            yield Item(kind="event", start=match.start(), end=match.end("kind"), concept=event, text=match["kind"])


def _median_of(text: str, start: int, end: int) -> Iterator[Item]:
    """`mPFS` is the median of PFS."""
    for match in _MEDIAN_OF.finditer(text, start, end):
        if known := load_lexicon().concept(match[1], "Endpoint"):
            yield Item(kind="endpoint", start=match.start(), end=match.end(), concept=known, text=match[0])
        yield Item(kind="statistic", start=match.start(), end=match.start() + 1, text="median")


def _result_concept(text: str, mention: Mention, start: int) -> Concept | None:
    """The endpoint or event that a mention is, or may be: hypertension is also an event, a new cancer an endpoint."""
    if mention.kind == "Disease":
        event = load_lexicon().concept(mention.text, "AdverseEvent")
        if event is None and is_new_case(text, mention.start, mention.end, start):
            return Concept("Endpoint", _in_singular(mention))
        return event
    concept = mention.concept
    if (
        not isinstance(concept, Concept)
        or mention.kind not in {"Endpoint", "AdverseEvent"}
        or _LEFT.match(mention.text)
    ):
        return None
    return None if concept.name in _TOO_WIDE else _PLAIN.get(concept.name, concept)


def _in_singular(mention: Mention) -> str:
    """The name of a disease as the text has it, `breast cancer` for `breast cancers`."""
    name, single = mention.text.lower(), mention.concept.name.lower() if isinstance(mention.concept, Concept) else ""
    return single if name == f"{single}s" else name.removesuffix("s") if name.endswith("cancers") else name
