"""Endpoints that any of several events makes: `intubation or death`, `death, myocardial infarction, or stroke`.

What is counted is neither event by itself. Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

_STOP: Final = (
    r"(?:an?|the|of|or|and|nor|for|in|into|to|with|without|by|at|on|per|than|as|from|who|whom|which|that|this|these|those|it|no"
    r"|not|was|were|is|are|be|been|being|has|have|had|did|does|do|may|if|all|any|both|either|each|first|primary|secondary"
    r"|compar\w+|versus|vs|v|between|among|during|within|after|before|until|since|while|because|where|when|whether"
    r"|endpoints?|end|outcomes?|composite|combined|risks?|hazards?|ratios?|odds|rates?|incidences?|frequency|proportion"
    r"|percentage|probability|likelihood|number|times?|patients?|pts|women|men|participants|subjects|infants|children"
    r"|defined|includ\w+|occur\w+|experienc\w+|develop(?:s|ed|ing)?|required|requiring|suffered|reach(?:ed|ing)|due"
    r"|despite|reported|observed|median|mean|grades?|alive|survival|survivors?|hours?|days?|weeks?|months?|years?)\b"
)
_WORD: Final = rf"(?!{_STOP})[A-Za-z](?:[\w'’]|-(?!-))*"
_NAMED: Final = rf"(?:any|all|{_WORD})"
_SHORT: Final = r"(?:\s\([A-Z][\w-]{1,9}\))?"
_ITEM: Final = (
    rf"(?:(?:{_WORD}\s){{0,2}}(?:hospitali[sz]ations?|admissions?|need)\sfor\s{_WORD}(?:\s{_WORD}){{0,2}}"
    rf"|{_WORD}(?:\s{_WORD}){{0,4}}){_SHORT}"
)
_CAUSE: Final = (
    rf"(?:\s(?:from|of|due to)\s(?:an?\s)?{_NAMED}(?:\s(?:or|and)\s(?:an?\s)?{_NAMED})?(?:\s(?:causes?|reasons?))?)?"
)
_DEATH: Final = (
    r"(?:(?:all-cause|cardiovascular|cardiac|CV|fetal|foetal|neonatal|perinatal)\s)?"
    rf"(?:death{_CAUSE}|mortality(?!\s(?:outcomes?|benefit|end)\b))"
)
_LED: Final = r"(?:\b(?:of|for|was|were|the|to|either|included?)\s|[:(]\s?)"
_COMPOSITES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bcomposite\s(?:(?:end\s?-?points?|outcomes?)\s)?of\s(?:the\s)?"
        r"(?P<name>(?=[^.;:]*\s(?:or|and|plus)\s)(?:(?!--)[^.;:—]){5,200}?)"
        r"(?=,?\s(?:during|within|over|after|through|assessed|as|at\s\d|in\s(?:the|all|an?\s[a-z-]+\sanalysis)|regardless|whichever|occurred|was|were|had|did|by\s\d|between|up)\b|,\s\d|\s?--|\s?—|[.;:]|$)",
        rf"{_LED}(?P<name>{_ITEM}(?:,\s{_ITEM})+,?\sor\s{_DEATH})(?![\w-])",
        rf"(?<![\w-])(?P<name>{_ITEM}\sor\s(?:{_DEATH}|died))(?![\w-])",
        rf"(?<![\w-])(?P<name>{_DEATH}(?:,\s{_ITEM})*,?\sor\s(?:an?\s)?{_ITEM})(?![\w-])",
        rf"(?<![\w-])(?P<name>died,?\sor\s(?:survived\s(?:with|to\shave)|had|developed)\s(?:an?\s|the\s)?{_ITEM})(?![\w-])",
    )
)
_OF_SURVIVAL: Final = re.compile(
    r"(?:(?:disease|tumou?r|first|leuk\w+|cancer|any|objective|radiographic|radiological|local|distant|documented)\s)*"
    r"(?:progress(?:ion|ed)|PD|relapsed?|recurrences?|recurred|failure|toxicit\w+)",
    re.IGNORECASE,
)
"""`progression or death` is an event of progression-free survival."""
_DENIED: Final = re.compile(r"\b(?:no|without|neither|nor|any)\s+(?:\w+\s+)?$", re.IGNORECASE)
_UNTIL: Final = re.compile(r"(?:(?<!time )\bto|\buntil|\btill)\s+$", re.IGNORECASE)
_DIED_OR: Final = re.compile(r"^died,? or (?:survived (?:with|to have)|had|developed) (?:an? |the )?")
_JOINTS: Final = re.compile(r",?\s(?:or|and)\s(?:an?\s)?|,\s")


def composite_endpoints(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each such endpoint; what is said of none of the events is none.

    >>> list(composite_endpoints("The hazard ratio for intubation or death was 0.83."))
    [(21, 40, 'intubation or death')]
    >>> list(composite_endpoints("The risk of disease progression or death fell."))
    []
    """
    words = text.lower()
    dead = " or " in words and any(word in words for word in ("death", "mortality", "died"))
    if not dead and "composite" not in words:
        return
    taken = 0
    for match in sorted((m for p in _COMPOSITES for m in p.finditer(text)), key=lambda m: (m.start("name"), -m.end())):
        start, end = match.span("name")
        name = match["name"]
        others = [part for part in _JOINTS.split(name) if not re.match(rf"{_DEATH}$|died$", part)]
        denied = _DENIED.search(text, max(0, start - 30), start)
        until = _UNTIL.search(text, max(0, start - 30), start)
        if start < taken or denied or until or all(_OF_SURVIVAL.fullmatch(part) for part in others):
            continue
        taken = end
        plain = _DIED_OR.sub("death or ", re.sub(_SHORT, "", " ".join(name.split())).lower())
        yield start, end, re.sub(r"died$", "death", plain)
