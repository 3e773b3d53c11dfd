"""How texts speak of arms by what tells them apart: `2 mg/kg`, `the 3-weekly arm`, `6-month treatment`, `with oral A`.

Offsets are those of the text.
"""

import re
from functools import lru_cache
from typing import Final

from ...wordings import Wording
from ..treatments.variants import KINDS, ROUTES, plain_form

_NUMBERS: Final = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "twelve": "12", "eighteen": "18",
}  # fmt: skip
_WORDS: Final = {digits: word for word, digits in _NUMBERS.items()}
_GROUP: Final = r"[\s-](?:(?:treatment|dosing|therapy|\w+ation|\w+-dose)[\s-])?(?:groups?|arms?|regimens?|schedules?)\b"
_COURSE: Final = (
    r"[\s-](?:treatment|therapy|chemotherapy|radiotherapy|chemoradiotherapy|administration|dosing|initiation|course|"
    r"schedule|strategy)\b(?!-)"
)
_EVERY: Final = re.compile(r"every[\s-](?:(other|third|fourth|\w+)[\s-])?(day|week|month)s?", re.IGNORECASE)
_ADVERB: Final = re.compile(r"(?:(\w+)-|(tri)|(bi))?weekly", re.IGNORECASE)
_LENGTH: Final = re.compile(
    r"(\w+)[\s-](day|week|month|year|cycle|course|fraction|min|minute|hour|dose)s?", re.IGNORECASE
)
_WHOLE: Final = re.compile(r"(\d+)(?:\.0)?(?=\s)")
"""`3.0 mg` is `3 mg` elsewhere."""
_PREFIX: Final = re.compile(r"^(?:pre|post|peri|neo|hypo|hyper)(?:\\-)?(?=[oaf])")
"""`pre-operative` is `preoperative` elsewhere."""
_ORDINALS: Final = {"other": "2", "third": "3", "fourth": "4"}
_BEFORE: Final = re.compile(
    r"\b(?:for|with|in|on|by|after|than|versus|vs\.?|to|receiving|received|given)\s(?:the\s)?$"
    r"|(?:%|months|years|weeks|days)\s[(\[]$",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(r"\s*(?:[,;.)\]]|$)|\s(?:and|or|versus|vs|v|than|compared)\b", re.IGNORECASE)
_ALONE: Final = r"(?<![\w.≥>≤<-])(?<![≥>≤<]\s)(?<!\bat least )"
"""`≥10 mg/kg` is not the arm of 10 mg/kg."""
_REACH: Final = 20


@lru_cache(maxsize=512)
def sure_spelling(form: str) -> Wording:
    """A pattern for words that mean the arms of a form wherever they stand.

    A time or a manner does so only before `group` or `treatment`; a dose or a schedule by itself.

    >>> bool(sure_spelling("every 3 weeks").search("in the 3-weekly arm"))
    True
    >>> [bool(sure_spelling(form).search("early death at 12 months")) for form in ("12 months", "early")]
    [False, False]
    """
    spelled = _spelled(form)
    if form.endswith("%"):
        spelled += r"\s(?:groups?|arms?|solution|cream|gel|concentration)\b"
    elif KINDS[2].fullmatch(form):
        return Wording(rf"{_ALONE}{re.escape(form)}(?![\w-])")
    elif KINDS[0].match(form) or KINDS[1].fullmatch(form):
        spelled += rf"(?![\w/])(?:{_GROUP}|{_COURSE}|\sdoses?\b)?" + _without_denominator(form)
    else:
        spelled += rf"(?:{_GROUP}|{_COURSE}|(?=\s[(\[][nN]\s?=))"
    return Wording(rf"{_ALONE}{spelled}", re.IGNORECASE)


@lru_cache(maxsize=512)
def bare_spelling(form: str) -> Wording:
    """A pattern for a form alone: it means its arms beside what they are given, or as a side of a comparison."""
    return Wording(rf"{_ALONE}{_spelled(form)}(?![\w-])", re.IGNORECASE)


def is_side(text: str, start: int, end: int) -> bool:
    """Whether what stands there is a side of a comparison: `10.4 months for bolus`, `20% (6 cycles)`."""
    return bool(_BEFORE.search(text, max(0, start - _REACH), start) and _BEHIND.match(text, end))


def forms_in(text: str) -> list[str]:
    """The forms by which a text calls its groups: `the weekly arm`, `the 3-weekly arm`; of one kind only."""
    for kind in KINDS:
        calls = re.finditer(rf"(?<!\w){kind.pattern}\s(?:groups?|arms?|regimen|schedule)\b", text, re.IGNORECASE)
        found = {phrase.lower(): phrase for m in calls if (phrase := plain_form(m[0].rpartition(" ")[0]))}
        if len(found) > 1:
            return list(found.values())
    return []


def names_form(text: str, start: int, end: int) -> bool:
    """Whether a form of any kind stands right before or behind a stretch: `paclitaxel every 3 weeks`, `oral A`."""
    left = max(0, start - 2 * _REACH)
    edge = left + len(text[left:start].rstrip(" -").removesuffix(" of"))
    before = (m.end() >= edge for kind in KINDS for m in kind.finditer(text, left, start))
    return any(before) or any(kind.match(text, end + 1) for kind in KINDS)


def _spelled(form: str) -> str:
    """All spellings of a form: `6-month`, `six months`; `every 3 weeks`, `3-weekly`, `q3w`."""
    if every := _EVERY.fullmatch(form):
        number = _ORDINALS.get((every[1] or "1").lower(), every[1] or "1")
        return _recurring(_NUMBERS.get(number.lower(), number), every[2].lower())
    if weekly := _ADVERB.fullmatch(form):
        number = "3" if weekly[2] else "2" if weekly[3] else weekly[1] or "1"
        return _recurring(_NUMBERS.get(number.lower(), number), "week")
    if length := _LENGTH.fullmatch(form):
        return rf"{_counted(_NUMBERS.get(length[1].lower(), length[1]))}[\s-]{length[2]}s?"
    if form in ROUTES.values():
        return rf"(?:{form}(?:ly)?|(?-i:{next(short for short, long in ROUTES.items() if long == form)}))"
    whole = _WHOLE.match(form)
    spelled = re.escape(form[whole.end() :] if whole else form).replace(r"\ ", r"[\s-]")
    spelled = rf"{whole[1]}(?:\.0)?{spelled}" if whole else _PREFIX.sub(r"\g<0>-?", spelled)
    return spelled + ("" if form[-1:].isdigit() or form.endswith("%") else "(?:ly)?")


def _without_denominator(form: str) -> str:
    """`the 2-mg group`, of those that are given 2 or 10 mg/kg; `40 mg`, of those that are given 40 mg/day."""
    amount, per, what = form.partition("/")
    short = re.escape(amount).replace(r"\ ", r"[\s-]")
    if what in {"d", "day"}:
        return rf"|(?<![\w.-]){short}(?![\w/])(?:{_GROUP}|{_COURSE}|\sdoses?\b)?"
    return rf"|(?<![\w.-]){short}[\s-](?:doses?|dosage|groups?|arms?|cohorts?)\b" if per else ""


def _recurring(number: str, unit: str) -> str:
    """`every 3 weeks`, `3-weekly`, `q3w`; every single one also `weekly`, every second `every other week`."""
    counted = _counted(number)
    found = [rf"(?:once\s)?every[\s-]{counted}[\s-]{unit}s?", rf"q{number}{unit[0]}"]
    if unit == "week":
        found.append(rf"{counted}[\s-]weekly")
    if number == "1":
        found += [rf"(?:once[\s-])?{'daily' if unit == 'day' else unit + 'ly'}", rf"(?:once\s)?every[\s-]{unit}"]
    if number == "2":
        found += [rf"every[\s-](?:other|second)[\s-]{unit}"]
    if (number, unit) == ("3", "week"):
        found += ["tri-?weekly", r"every\sthird\sweek"]
    return rf"(?:{'|'.join(found)})"


def _counted(number: str) -> str:
    return rf"(?:{re.escape(number)}|{_WORDS[number]})" if number in _WORDS else re.escape(number)
