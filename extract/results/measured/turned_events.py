"""What is told of an event is not always that it happened: its relief, its severity, its absence, how late it came.

These are endpoints in words of their own: `pain relief`, `time to worsening of pain`.
Offsets are those of the text given.
"""

import re
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...number_words import WORD_NUMBER
from ...people import PEOPLE
from ...wordings import Wording
from ..items import Item
from .event_names import is_any
from .families import is_measurement
from .qualified import endpoint

_TIMED: Final = re.compile(
    r"\b(?:time to|time until|delay(?:ed|s|ing)?(?: in)?|postpon(?:ed|es|ing))\s+(?:the\s+)?"
    r"(?P<what>(?:(?:first|onset|start|occurrence|development|worsening|deterioration|improvement|decline|recovery)\s+"
    r"(?:of\s+|in\s+)?)(?:the\s+|an?\s+)?(?:[\w/-]+\s+){0,3})$",
    re.IGNORECASE,
)
_TIME_TO_CHANGE: Final = Wording(
    r"\btime to (?:[\w-]+ ){0,2}(?:worsening|deterioration|improvement|decline|recovery) (?:of|in) (?:the )?$",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(
    r"\b(?P<what>(?:(?:resolution|improvement)s?\s+or\s+|complete\s+|partial\s+)?(?:resolution|relief|disappearance|recurrence|alleviation|absence|control|freedom|inhibition|prevention|suppression|recovery|improvements?|progression)\s+"
    r"(?:rates?\s+)?(?:of|in|from)\s+(?:the\s+|severe\s+)?)$",
    re.IGNORECASE,
)
_PROTECTED: Final = re.compile(
    r"\b(?P<what>(?:(?:complete|total|overall)\s)?(?:protection|efficacy|effectiveness)\s(?:rates?\s)?(?:from|against)\s"
    r"(?:(?:the|both|any|all|severe|acute|delayed|chemotherapy-induced)\s)*)$",
    re.IGNORECASE,
)
"""`protection against emesis was 67%`: so many did not have it."""
_GIVEN_FOR: Final = re.compile(
    r"\b(?P<what>[\w-]+)\s(?:was|were)\s(?:needed|required|used|given|administered|prescribed)\s"
    r"(?:for\s|because\sof\s|due\sto\s)(?:the\s|an?\s)?(?:(?:treatment|management|control)\sof\s)?(?:[a-z-]+\s)?$",
    re.IGNORECASE,
)
_CAME_OF_IT: Final = re.compile(
    r"discontinu|withdr|stop|reduc|delay|interrupt|hospitali|modif|omission|adjust", re.IGNORECASE
)
_IN_SO_MANY: Final = re.compile(r"\sin\s(?:only\s)?\d")
"""`opioids were needed for mucositis in 30%`: so many got them, whoever had it."""
_FREE: Final = re.compile(
    r"\b(?P<what>free\s+(?:of|from)\s+(?:(?:an?|any|the|further)\s+)?(?:[a-z-]+\s+){0,2})$", re.IGNORECASE
)
"""`37% remained free of recurrent arrhythmia`: those who did not have it."""
_WEIGHED: Final = re.compile(
    r"[^.;%\d]{0,60}\b(?:was|were|of|averaged)\s(?:only\s)?[-−]?\d[\d.]*\s?(?:±\s?[\d.]+\s?)?(?:kg|g|lbs?)\b"
)
_GAINS: Final = frozenset({"weight loss", "weight gain"})
_MEAN_OF: Final = re.compile(r"\b(?:mean|median|average|percent(?:age)?)\s(?:body\s)?$", re.IGNORECASE)
"""`mean weight loss was 7%`, `weight loss was 10 kg`: how much it was, not in how many."""
_FREE_OF: Final = re.compile(r"^free (?:of|from) ")
_OF_RESPONSE: Final = re.compile(
    r"\b(?P<what>(?:clinical\s+|treatment\s+)?responses?\s+(?:rates?\s+)?(?:with respect to|with regard to|regarding)"
    r"\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_PREVENTED: Final = re.compile(
    r"\b(?:prevent|abolish|eliminat|reliev|resolv|eradicat|alleviat|avert)ed\s(?:the\s|all\s|acute\s|delayed\s)?"
    r"(?:[\w-]+(?:\s[\w-]+)?\sin\s[\d.]+\s?%\s(?:of\s[\w-]+\s)?and\s)?$"
)
_PREVENTED_IN: Final = re.compile(r"\sin\s(?:[\d.]+\s?%|\d+\s(?:of|\())")
"""`A prevented vomiting in 67% and nausea in 45%`: so many were spared."""
_YEARLY: Final = re.compile(
    r"\b(?P<what>(?:annual|annuali[sz]ed|yearly)\s+(?:incidence\s+)?rates?\s+of\s+(?:[a-z]+\s+(?:or\s+[a-z]+\s+)?)?)$",
    re.IGNORECASE,
)
_AREA: Final = re.compile(r"\b(?P<what>(?:AUC|area under the curve)(?: \(AUC\))? (?:for|of) (?:the )?)$", re.IGNORECASE)
_LESSENED: Final = re.compile(
    r"\b(?P<what>(?:reductions?|decreases?)\s+(?:of|in)\s+(?:the\s+)?"
    r"(?:(?:dai|week|month)ly\s+|(?:number|frequency|severity|intensity|incidence)\s+of\s+)*)$",
    re.IGNORECASE,
)
_IN_SOME: Final = re.compile(
    r"\s+(?:(?:was|were)\s+(?:seen|observed|achieved|reported|noted|found)|occurred)\s+(?:in|by|for)\b"
)
_BY_SO_MUCH: Final = re.compile(
    r"(?:\s+(?:scores?|rates?|frequency|incidence|severity))?\s+(?:(?:was|were|of|by)\s+|[(,]\s*)(?:about\s+)?\d"
)
"""`the reduction in hot flashes was 56%`: that many are spared, not struck."""
_CHANGED: Final = re.compile(
    r"\b(?:worsening|increases?|decreases?|reductions?|deterioration|improvements?)\s+(?:of|in)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_CORRECTED: Final = re.compile(
    r"\b(?:(?:un)?corrected|(?:un)?adjusted|controlled|stratified)\s(?:for|by)\s(?:[\w-]+\s)?(?:re-)?$"
)
"""`the failure rate corrected for infection`: a rate of failures."""
_BEHIND: Final = re.compile(
    r"[\s-](?P<what>relief|control|interference|intensity|severity|resolution|improvement|freedom|free|reduction|prevention|prophylaxis)\b"
    r"(?!\s+(?:group|arm|drug|medication|therapy|treatment))",
    re.IGNORECASE,
)
_MOVED: Final = re.compile(r"(?P<what>\S.*?)\s+(?:(?:was|were)\s+)?(?:increased|decreased|reduced)$", re.IGNORECASE)
_BY_OR_FROM: Final = re.compile(
    r"(?:\s\w+ly)?\s(?:by|from)\s(?:an?\s)?(?:(?:mean|median|average)\s)?(?:of\s)?[-−]?\d"
    r"(?!\d*\sto\s\d+\s(?:days|weeks|months|years)\b)(?![^;]*\bthen\b)|\s\d[\d.]*\s?%\s(?:in|with|for|on|among)\s"
)
"""`hemoglobin increased by 1.2 g/dL`: how much it changed, not in how many."""
_VERDICT: Final = re.compile(
    r"(?:\s\([A-Z][\w-]{1,9}\))?(?:\s(?:scores?|status|levels?))?\s"
    r"(?:(?:(?:was|were|had|has|remain(?:ed|s))\s)?(?:\w+ly\s)?"
    r"(?P<how>improved|worsened|deteriorated|stabili[sz]ed|maintained|preserved|stable|unchanged|relieved|controlled|absent"
    r"|(?:completely\s)?(?:healed|cured|eradicated)|(?:mild|minimal) or absent|absent or (?:mild|minimal))"
    r"|showed\s(?:an?\s)?(?:\w+\s)?(?P<shown>improvement|deterioration|worsening|resolution))"
    r"\s(?:(?:on|at|by|after)\s[^.;,()%]{1,25}?\s)?(?:in|for|by)\s(?:only\s)?"
    rf"(?=(?:\d|{WORD_NUMBER}\b)[^.;]*(?:%|\bof\s|\b{PEOPLE}\b))(?!\d+\s(?:days|weeks|months|years)\b)",
    re.IGNORECASE,
)
"""`pain improved in 40%`, `quality of life was stable in 44%`: what became of it is what patients are counted by."""
_VERDICTS: Final = {
    "improved": "improvement in",
    "worsened": "worsening of",
    "deteriorated": "deterioration of",
    "relieved": "relief of",
    "controlled": "control of",
    "absent": "absence of",
    "healed": "healing of",
    "cured": "cure of",
    "eradicated": "eradication of",
    "maintained": "maintained",
    "preserved": "preserved",
}
_REACH: Final = 90


def turned(text: str, start: int, item: Item) -> Item:
    """Give an event as the endpoint that its phrase tells of, or as it is; `start` is where the sentence begins."""
    before = text[max(start, item.start - _REACH) : item.start]
    if item.concept is not None and (worse := _TIME_TO_CHANGE.search(before)):
        return _endpoint(text, item, item.start - len(worse[0]), item.end)
    if (verdict := _VERDICT.match(text, item.end)) and _may_turn(item):
        how = f"{verdict['shown']} of" if verdict["shown"] else _VERDICTS.get(verdict["how"].lower(), "stable")
        how = "mild or no" if " or " in (verdict["how"] or "") else how
        named = f"{how.lower()} {' '.join(item.text.lower().split())}"
        return endpoint(item.start, verdict.end(verdict.lastgroup or 0), named, text)
    if not _is_event(item):
        return item
    if item.text.lower() in _GAINS and (_WEIGHED.match(text, item.end) or _MEAN_OF.search(before)):
        return endpoint(item.start, item.end, item.text.lower(), text)
    moved = _MOVED.fullmatch(item.text) if item.kind == "event" else None
    if moved and _BY_OR_FROM.match(text, item.end):
        name = moved["what"]
        known = load_lexicon().concept(name, "Endpoint") or Concept("Endpoint", name.lower())
        return Item(kind="endpoint", start=item.start, end=item.start + len(name), concept=known, text=name)
    given = _GIVEN_FOR.search(before) if _IN_SO_MANY.match(text, item.end) else None
    if given and not _CAME_OF_IT.search(given["what"]):
        return replace(item, kind="absorber")
    if _CORRECTED.search(before) or (_PREVENTED_IN.match(text, item.end) and _PREVENTED.search(before)):
        return replace(item, kind="absorber")
    if behind := _BEHIND.match(text, item.end):
        changed = _CHANGED.search(before)
        return _endpoint(text, item, item.start - (len(changed[0]) if changed else 0), behind.end())
    if timed := _TIMED.search(before):
        named = _endpoint(text, item, item.start - len(timed["what"]), item.end)
        return replace(named, concept=Concept("Endpoint", f"time to {named.concept.name}" if named.concept else ""))
    ended = next(
        (m for p in (_ENDED, _PROTECTED, _FREE, _AREA, _OF_RESPONSE, _YEARLY) if (m := p.search(before))), None
    )
    lessened = _LESSENED.search(before)
    if lessened and _BY_SO_MUCH.match(text, item.end):
        return replace(item, kind="absorber")
    lessened = lessened if _IN_SOME.match(text, item.end) else None
    found = ended or lessened
    return _endpoint(text, item, item.start - len(found["what"]), item.end) if found else item


def _may_turn(item: Item) -> bool:
    """Whether something may be better or worse in a patient: a symptom or a measurement, no survival or response."""
    measured = item.kind == "endpoint" and item.concept is not None and is_measurement(item.concept.name)
    return measured or _is_event(item)


def _is_event(item: Item) -> bool:
    """Whether an item names an event, if only among other things: pain is a score as well."""
    if item.kind == "endpoint":
        return any(entry.concept.kind == "AdverseEvent" for entry in load_lexicon().named(item.text))
    return item.kind == "event" and item.concept is not None and not is_any(item.concept)


def _endpoint(text: str, item: Item, start: int, end: int) -> Item:
    name = _FREE_OF.sub("freedom from ", " ".join(text[start:end].lower().replace(" the ", " ").split()))
    return Item(kind="endpoint", start=start, end=end, concept=Concept("Endpoint", name), text=text[start:end])
