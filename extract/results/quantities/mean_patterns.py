"""The regular expressions of means and medians with their spread: `7.4 ± 0.9%`, `(7.4 ± 0.9) kg`, `2 (IQR 1-3)`.

What is announced once, `mean (SD)` or `median (range)`, holds for every value with a number or a range in brackets.
"""

import re
from typing import Final

from .number_patterns import DASH, NOT_IN_NAME, NUMBER, SIGNED, TIME_UNIT

_MASS: Final = r"(?:g|mg|[µμ]g|ng|pg|m?mol|[µμ]mol|nmol|pmol|m?I?U|m?Eq)"
_VOLUME: Final = r"(?:[dm]?L\b|(?:deci|milli)?lit(?:er|re)s?\b)"
UNIT: Final = (
    rf"(?:%|{TIME_UNIT}"
    rf"|{_MASS}\s?[.·⋅•*×x]?\s?(?:hours?|hrs?|h|min|days?)\s?/\s?{_VOLUME}|{_MASS}/{_VOLUME}|{_VOLUME}/(?:h|kg|70 kg)\b"
    rf"|/\s?(?:[µμ]L|microL|mm3)|{_MASS} per (?:deci|milli)?lit(?:er|re)\b"
    r"|mm ?Hg|(?:score )?points?|letters|kg/m(?:2|²|\(2\))|m?L/min(?:/1\.73 ?m(?:2|²|\(2\)))?"
    r"|(?:beats|breaths)/min|bpm|m?[Ll]/s\b|events (?:per|an) hour|events/h\b|cm/(?:year|yr)\b"
    r"|log(?:10|₁₀)?\s(?:copies|IU)\s?(?:/|per\s)\s?(?:m[Ll]\b|milliliter)"
    r"|L/min|mmol/mol|(?:mg|mcg|[µμ]g|m[Ll]|kg|cm|mm|L|g)(?![\w/]|[.·⋅•*×x]\s?(?:h|min)))"
)
_VALUE: Final = rf"{NOT_IN_NAME}(?P<v>(?:(?<![\w.)\]%])[-−–]\s?)?{NUMBER})"
_DEVIATION: Final = r"(?:SD|S\.D\.|SEM?|S\.E\.(?:M\.)?|standard (?:deviation|error))"
_RANGE: Final = rf"{SIGNED}\+?\s*(?:%|{TIME_UNIT})?\s*(?:{DASH}|to|,|;)\s*{SIGNED}\+?\s*(?:%|{TIME_UNIT})?"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


MEANS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("mean", _compile(rf"\(\s?{_VALUE}\s*(?:±|\+/-|\+-)\s*{NUMBER}\s?\)\s*(?P<unit>{UNIT})")),
    (
        "mean",
        _compile(
            rf"{_VALUE}(?:\s*%(?=[\s±+/-]*[\d.]+\s*%))?\s*(?:±|\+/-|\+-)\s*{NUMBER}(?:(?:\s*[(\[][^()\[\]]{{1,40}}[)\]])?\s*(?P<unit>{UNIT}))?"
        ),
    ),
    (
        "median",
        _compile(
            rf"{_VALUE}\s*(?P<unit>{UNIT})?\s*[(\[]\s*(?:IQR|interquartile range|range)[\s,:=]*(?:of |from )?{_RANGE}"
            rf"[)\]](?:\s*(?P<behind>{UNIT}))?"
        ),
    ),
)
_BRACKETED: Final = rf"{_VALUE}\s*(?P<unit>{UNIT})?\s*[(\[]\s*"
_BEHIND: Final = rf"\s*[)\]](?:\s*(?P<behind>{UNIT}))?"
ANNOUNCED: Final[tuple[tuple[re.Pattern[str], tuple[str, re.Pattern[str]]], ...]] = (
    (
        re.compile(r"S\.?[DE]|s\.[de]\.|[(\[]s[de]\b|tandard (?:deviation|error)"),
        (
            "mean",
            _compile(
                rf"{_VALUE}\s*(?P<unit>{UNIT})?(?:\s*[(\[]\s*|,\s*){_DEVIATION}[\s,:=]*(?:±\s*)?{NUMBER}\s*(?:{UNIT})?"
                rf"(?:[)\]](?:\s*(?P<behind>{UNIT}))?)?"
            ),
        ),
    ),
    (
        _compile(rf"\b(?:means?|average)\s*[(\[]\s*(?:±\s*)?{_DEVIATION}\s*[)\]]"),
        ("mean", _compile(rf"{_BRACKETED}(?:±\s*)?(?:{NUMBER}(?!\s*%)|(?<=%\s[(\[]){NUMBER}\s*%){_BEHIND}")),
    ),
    (
        _compile(r"\bmedians?\s*[(\[]\s*(?:IQR|(?:inter-?quartile )?range)\s*[)\]]"),
        ("median", _compile(rf"{_BRACKETED}{_RANGE}{_BEHIND}")),
    ),
)
"""What announces a form, and the form."""
_MEASURED: Final = (
    rf"[-−–+]?{NUMBER}(?:\s?(?:(?!%|(?!days\b){TIME_UNIT}){UNIT}|units\b)"
    r"|(?=\s(?:in|with|for|on|among|v|vs|versus|and|compared)\b|[,;)]))"
)
"""With its unit, or without one before the group that it is of."""
_CHANGED: Final = r"\b(?:decreas|increas|reduc|fell|rose|fallen|risen|declin|improv|worsen|dropp|lower|chang)\w*\s"
_WORDS: Final = r"(?:[^.;\d]|(?<=[A-Za-z])\d){0,80}?"
_BY: Final = (
    rf"(?:{_CHANGED}{_WORDS}\bby|\b(?:reductions?|decreases?|increases?|changes?|improvements?|declines?|gains?) "
    rf"(?:in|of|from) {_WORDS}\b(?:was|were|of))"
)
_TO_THE_NEXT: Final = rf"(?:(?!{_CHANGED})[^.;]|\.\d|{_CHANGED}(?=by )){{1,80}}?"
CHANGED_TWICE: Final = _compile(
    rf"(?:{_BY} |{_CHANGED}){_MEASURED}{_TO_THE_NEXT}(?:\b(?:by|and|with|to|versus|vs\.?|than) |{_CHANGED}){_MEASURED}"
)
"""`fell by 28 mm Hg with A and by 5 mm Hg with B`: what is told of each arm so is a mean, without the word."""
_AMOUNT: Final = rf"{NUMBER}(?:\s?(?:%|{UNIT}))?"
_AGAINST: Final = r"\s(?:versus|vs\.?|v|and|compared (?:with|to))\s"
SIGNED_TWICE: Final = _compile(
    rf"(?<![\w.])(?<!\d,\s)(?:[-−–]\s?{_AMOUNT}\s[^.;\d()]{{1,70}}?{_AGAINST}[-−–]\s?{NUMBER}|[-−–]\s?{_AMOUNT}{_AGAINST}[-−–+]?\s?{NUMBER}|(?<![-−–])\+?\s?{_AMOUNT}{_AGAINST}[-−–]\s?{NUMBER})"
)
"""`-14 vs -3 mm Hg`: what is below zero and set against another has changed by so much."""
SIGNED_ALONE: Final = _compile(rf"[(\[][-−–]\s?{_AMOUNT}\s?[)\];,]")
"""`with A (-14 mm Hg) than with B (-3 mm Hg)`"""
_ANEW: Final = r"(?:and|but|whereas|while)\s(?:(?:it|they|had|have|has)\s){0,2}(?:\w+ly\s)?"
_SO_MUCH: Final = rf"{_CHANGED}(?:by\s)?(?:only\s)?\d[\d.]*\s?%\s(?:in|for|with|on|among|without)\b"
_AGAIN: Final = r"(?:and|versus|vs\.?|compared\swith)\s(?:by\s)?\d[\d.]*\s?%\s(?:in|for|with|on|among)\b"
PERCENT_CHANGED_TWICE: Final = _compile(
    rf"{_CHANGED}[^.;%\d]{{0,60}}\bby \d[\d.]*\s?%(?:(?!{_CHANGED})[^.;%]){{1,80}}"
    r"\b(?:by \d[\d.]*\s?%|(?:versus|vs\.?|compared with) \d[\d.]*\s?%(?=\s(?:for|with|on)\b|[^.;]*\brespectively))"
    rf"|{_SO_MUCH}(?:(?!{_CHANGED})[^.;%\d]){{1,60}},?\s(?:{_ANEW}{_SO_MUCH}|{_AGAIN})"
)
"""`fell by 35% with A and by 2% with B`, `rose 5% with A and fell 3% with B`: by how much a measurement changed."""
PLAIN: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("plain", _compile(rf"{_VALUE}(?=/[-−–]?{NUMBER}\s?(?P<unit>mm\s?Hg))")),
    ("plain", _compile(rf"(?<=\d/)(?P<v>[-−–]?{NUMBER})\s?(?P<unit>mm\s?Hg)(?!\s+or\s)")),
    ("plain", _compile(rf"{_VALUE}\s*(?P<unit>(?!%|{TIME_UNIT}){UNIT}|units\b)")),
    (
        "plain",
        _compile(
            rf"(?:(?<=\bby )|(?<=creased )|(?<=\bfell )|(?<=\brose )|(?<=\bfallen )|(?<=\brisen )|(?<=\bdeclined )"
            rf"|(?<=\bdropped ))(?P<v>{NUMBER})\s*%(?!\s*(?:{DASH}|to\b)\s*\d|\s+of\s)"
        ),
    ),
)
"""Measurements, and by how much they changed, without their spread: tried where a mean or a median is spoken of.

Of systolic and diastolic pressure at once, `14.2/8.1 mm Hg`, each is a value.
"""
_IN_ARM: Final = r"\s(?:in|with|for|on|among)\s"
_SPREAD: Final = r"(?:\s[(\[](?:(?:\d\d\s?% CI|SD|SE)[^()\[\]]{1,30}|\d[\d.]*)[)\]])?"
_LEVEL: Final = rf"{NUMBER}(?:\s?(?!%|{TIME_UNIT}){UNIT}|(?=\s)){_SPREAD}"
_NEXT_ARM: Final = r"[^.;\d]{1,70}?(?:,|\b(?:and|versus|vs\.?|than|compared\s(?:with|to)))\s"
_CAME_TO: Final = rf"from\s[-−]?{NUMBER}(?:\s?{UNIT})?\sto\s{_LEVEL}"
MEASURED_TWICE: Final = _compile(
    rf"\b(?:was|were|averaged)\s{_LEVEL}{_IN_ARM}(?:{_NEXT_ARM}{_LEVEL}{_IN_ARM}){{1,4}}"
    rf"|{_CHANGED}{_CAME_TO}{_IN_ARM}(?:{_NEXT_ARM}(?:{_CHANGED})?{_CAME_TO}{_IN_ARM}){{1,3}}"
)
"""`FEV1 was 1.34 L with A and 1.22 L with B`, `fell from 15 to 13 with A and from 14 to 9 with B`: what a group has of
a measurement is the mean of it."""
COUNTED_DAYS: Final = _compile(
    r"\bmonthly\s(?:[\w-]+\s){0,3}days\b"
    r"|\bdays\s(?:per\s(?:month|week|4\sweeks|28\sdays)|of\s(?:[\w–-]+\s){0,2}(?:use|medication))\b"
)
DAYS: Final = (
    "days",
    _compile(rf"(?<!over )(?<!within )(?<!after )(?<!for )(?<!at )(?<!last )(?<!first ){_VALUE}\s?(?P<unit>days)\b"),
)
"""Where days with something are counted, `3 days` is no duration."""
