"""Shares of those whose measurement changed by so much: `increases in size ≥20% (34% vs 46%) and ≥50% (6% vs 11%)`.

Or `a ≥4-point improvement in the score in 71%`, `a reduction of 50% or more`. Each threshold is an endpoint of its own.
Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...wordings import Wording
from ..quantities.number_patterns import NUMBER
from .own_words import NO_ENDPOINT, SIGNS, WORD

_LIMIT: Final = r"(?P<limit>[≥>≤<]=?\s?\d+(?:\.\d+)?\s?%)(?=\s*[(\[]\d)"
_FIRST: Final = Wording(
    r"\b(?P<change>increase|decrease|reduction|decline|improvement|gain|rise|loss)s?\s+(?P<of>in|of)\s+(?:the\s+)?"
    rf"(?P<what>[A-Za-z][\w/-]*(?:\s(?!and\b|or\b|of\b|was\b|were\b)[\w/-]+){{0,4}}?)\s+(?:of\s+)?{_LIMIT}",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(rf"\s*[(\[][^()\[\]]{{1,60}}[)\]]\s*(?:,|,?\s*and\b|,?\s*or\b)\s*{_LIMIT}", re.IGNORECASE)
_CHANGE: Final = r"(?P<change>increase|decrease|reduction|decline|improvement|gain|rise|loss|change)s?"
_MORE: Final = r"\sor\s(?:more|greater|better|higher)\b"
_BY: Final = (
    r"(?:(?P<relation>[≥>≤<⩾⩽]=?|[<>]\sor\s=|at least|more than|greater than|less than|fewer than)\s?(?:an?\s)?)?"
    rf"(?P<number>{NUMBER})"
    r"(?:\s?(?P<percent>%|per ?cent\b)|[- ](?P<unit>points?|letters?|lines?|log(?:10)?|fold|units?)\b)?"
    rf"(?P<more>{_MORE})?"
)
_WHAT: Final = (
    r"(?:(?:mean|median|average)\s)?(?:(?:number|frequency)\sof\s)?"
    rf"(?P<what>(?!(?:{NO_ENDPOINT}|most)\b){WORD}(?:\s(?:{WORD}|\d+|(?-i:and(?=\s[A-Z][a-z])))){{0,7}})"
)
_KIND: Final = (
    r"(?P<kind>(?:body\s)?(?:weight|volume|size|viral load|pain|tumou?r|score|symptom|spleen volume|\w+ burden))\s"
)
_BASELINE: Final = r"(?:\sfrom\s(?:the\s)?(?:baseline|pre-?treatment|start)(?:\svalues?)?)?"
_SO_MUCH: Final = (
    Wording(rf"\b{_CHANGE}{_BASELINE}\sof\s{_BY}{_BASELINE}\s(?:in|on|of)\s(?:the\s|their\s)?{_WHAT}", re.IGNORECASE),
    Wording(rf"(?<![\w.]){_BY}\s{_CHANGE}{_BASELINE}\s(?:in|on|of)\s(?:the\s|their\s)?{_WHAT}", re.IGNORECASE),
    Wording(
        rf"\b{_CHANGE}{_BASELINE}\s(?:in|on|of)\s(?:the\s|their\s)?{_WHAT}{_BASELINE}\s(?:of|by)\s{_BY}", re.IGNORECASE
    ),
    Wording(rf"\b{_KIND}{_CHANGE}(?:\sof)?\s{_BY}", re.IGNORECASE),
    Wording(rf"(?<![\w.]){_BY}\s{_KIND}{_CHANGE}\b", re.IGNORECASE),
    Wording(
        rf"\b(?P<change>lost|gained)\s{_BY}\sof\s(?:their\s)?(?:initial\s|baseline\s)?(?P<kind>(?:body\s)?weight)\b",
        re.IGNORECASE,
    ),
    Wording(rf"\b(?P<change>lost|gained|loss|gain)(?:\sof)?\s(?P<kind>){_BY}(?<=letters)\b", re.IGNORECASE),
)
"""A change by at least so much is one to be reached; `a 50% reduction` may be what was found."""
_BRACKET: Final = r"[(\[](?:[^()\[\]]|[(\[][^()\[\]]{1,20}[)\]]){1,80}[)\]]"
_AGAIN: Final = re.compile(
    rf"\s*{_BRACKET}\s*(?:,\s*and\b|,\s*or\b|,|and\b|or\b)\s*(?:of\s)?{_BY}(?=\s*[(\[]\d)", re.IGNORECASE
)
"""`weight loss of 5% or more (80% v 30%), 10% or more (60% v 10%)`: the next limit of the same."""
_RESPONDERS: Final = Wording(
    r"(?<![\w.])(?P<sign>[≥>]=?\s?)?(?P<number>25|30|50|75|90|100)\s?(?:%|per ?cent)[- ]responders?(?:\srates?)?\b"
    r"(?=[^.;%]*\d)",
    re.IGNORECASE,
)
"""`the 50% responder rate was 38%`: of those who responded by so much."""
_NOUNS: Final = {"lost": "loss", "gained": "gain"}


def threshold_endpoints(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each such endpoint of a sentence.

    >>> [name for _, _, name in threshold_endpoints("Decreases in PSA of ≥50% (34% v 6%) and ≥90% (9% v 1%)")]
    ['decrease in PSA >=50%', 'decrease in PSA >=90%']
    """
    told_first = list(_FIRST.finditer(text))
    for first in told_first:
        name = f"{first['change'].lower()} {first['of'].lower()} {first['what']}"
        at: re.Match[str] | None = first
        while at is not None:
            start = first.start() if at is first else at.start("limit")
            yield start, at.end(), f"{name} {at['limit'].replace('≥', '>=').replace('≤', '<=').replace(' ', '')}"
            at = _NEXT.match(text, at.end())
    for told in (m for pattern in _SO_MUCH for m in pattern.finditer(text)):
        if any(first.start() < told.end() and told.start() < first.end() for first in told_first):
            continue
        if limit := _limit(told):
            yield *told.span(), f"{limit} {_what(told)}"
            again = _AGAIN.match(text, told.end())
            while again and (limit := _limit(again)):
                yield again.end("number") - len(again["number"]), again.end(), f"{limit} {_what(told)}"
                again = _AGAIN.match(text, again.end())
    for found in _RESPONDERS.finditer(text):
        yield *found.span(), f"{'>=' if found['sign'] else ''}{found['number']}% responder rate"


def _limit(told: re.Match[str]) -> str:
    """By how much at least, or at most: `>=5%`; empty where the words may tell what was found."""
    sign = SIGNS.get((told["relation"] or "").lower(), told["relation"]) or (">=" if told["more"] else "")
    unit = "%" if told["percent"] else f" {told['unit'].lower()}" if told["unit"] else ""
    return f"{sign}{told['number']}{unit}" if sign else ""


def _what(told: re.Match[str]) -> str:
    """What changed: `weight loss`, `improvement in the score`."""
    found, change = told.groupdict(), told["change"].lower()
    change = _NOUNS.get(change, change)
    if "kind" in found:
        return f"{found['kind'].lower().strip()} {change}".strip()
    return f"{change} in {' '.join(told['what'].split())}"
