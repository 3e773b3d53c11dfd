"""The wording of doses: amounts, units, routes, schedules, and what may stand between a drug and its dose."""

import re
from typing import Final

from ..wordings import Wording

_FIGURE = r"(?:\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?|\d+(?:\.\d+)?)"
_SQUARE_METRE = r"m\s?(?:2|²|\(\s?2\s?\)|\^\s?\{?2\}?)|sq\.?\s?m|square\s+met(?:er|re)"
_MINUS = r"[-−–‐‑]"
_PER_METRE = rf"m\s?(?:\^?\(?\s?{_MINUS}\s?2\s?\)?|⁻²)"
_PER_KILOGRAM = rf"kg(?:\s?(?:\^?\(?\s?{_MINUS}\s?1\s?\)?|⁻¹)|\b)"
_POINT = r"[\s·⋅.]{0,2}"
_DAY = r"(?:day|d|24\s?h(?:ours)?)\b"
_PER_DAY = (
    rf"\s?(?:/|\bper\b|\ba\b)\s?{_DAY}|{_POINT}(?:day|d)\s?(?:\^?\(?\s?{_MINUS}\s?1\s?\)?|⁻¹)|\s?day(?=\s+days?\b)"
)
_RATE_OR_CONCENTRATION = (
    r"(?:\s?(?:/|\bper\b)\s?(?:[dmµ]?[Ll](?:it(?:er|re)s?)?|hours?|hr|h|min(?:ute)?s?)(?![A-Za-z])"
    rf"|(?:{_POINT}|\s?(?:/|\bper\b)\s?)(?:kg|m|min|h|[dmµ]?[lL])(?![A-Za-z]))"
)
"""What may not follow: a dose by the hour is none, and half a unit would make `mg/m2` into `mg`."""
LISTED: Final = re.compile(
    rf"(?:(?<=\s)|(?<=\())(?:(?P<amounts>{_FIGURE}(?:,\s+{_FIGURE})*),?\s+(?:or|and)\s+|(?P<slashed>{_FIGURE}(?:/{_FIGURE})*)/)$"
)
"""The amounts before the last of a list that shares its unit: `60, 100 or` of `60, 100 or 120 mg`, `45/` of `45/90`."""
# What stands in `whole` is not gone back over. A possessive repetition would say so, but with groups in it Python 3.11
# forgets at times what they held.
DOSE: Final = re.compile(
    rf"(?<![\w.·≥≤<>~=-])(?<![≥≤<>=]\s)(?<!\d[:,])(?P<amount>{_FIGURE})(?:\s?(?:to|-|–)\s?(?P<upto>{_FIGURE}))?[\s-]?"
    r"(?P<mass>mg|mcg|"
    r"[µμ]g|g|(?:milli|micro)?grams?|IU|MU|MIU|U|Gy|[GM]Bq|(?:million\s)?(?:international\s)?units)"
    rf"(?=(?P<whole>(?:\s?(?:/|\bper\b)\s?(?P<per>kilogram|{_PER_KILOGRAM}|{_SQUARE_METRE})(?:\s+(?:of\s+)?(?:body\s?weight|"
    rf"body\s+surface\s+area))?|{_POINT}(?P<power>{_PER_METRE}|{_PER_KILOGRAM}))?"
    rf"(?P<daily>{_PER_DAY})?))(?P=whole)(?(power)(?!\d)|(?!\w))(?!{_RATE_OR_CONCENTRATION})"
    rf"|\bAUC\s*(?:of\s+|=\s*)?(?P<auc>\d+(?:\.\d+)?)(?!\.?\d)",
)
FURTHER_DOSES: Final = re.compile(
    rf"^(?:\s*(?:,\s*(?:and\s+|or\s+)?|(?:and|or)\s+){_FIGURE}\s?(?:mg|g|mcg|[µμ]g|IU|U)(?:/(?:kg|{_SQUARE_METRE}))?(?![\w/]))+"
)
"""The rest of a list of doses before its drug: `10 mg/kg, 3 mg/kg, or 1 mg/kg bimagrumab`."""
_NUMBER = r"\d+(?!\d|[.,·]\d|\s?(?:mg|mcg|[µμ]g|g|MU|IU|%))"
_LIST = rf"(?:{_NUMBER}(?:\s?(?:,|to|-|–|and|,\s+and|&|through)\s?{_NUMBER})*|one\b(?:\s+and\s+eight\b)?)"
_PERIOD = r"(?:hours?|hrs?|h|days?|weeks?|wks?|months?)\b"
_SMALL = r"(?:\d+|one|two|three|four|five|six|seven|eight|twelve)"
_CYCLE = (
    rf"(?:(?:{_SMALL}[\s-](?:day|week)|treatment|all\s+subsequent|subsequent|the\s+first|first)"
    r"\s+){0,3}(?:cycles?)\b(?:\s+\d+(?:\s?(?:-|–|to|through)\s?\d+)?)?"
)
_PIECE = (
    rf"(?:once|twice|thrice|(?:three|four|five|{_SMALL})\s+times|{_SMALL}\s+doses?)(?:\s+(?:a|per|every|each|in)"
    rf"\s+(?:{_SMALL}\s+)?(?:day|week|month|cycle)s?|[\s-]+(?:daily|weekly|monthly))?"
    r"|(?:bi|tri)?(?:daily|weekly|monthly)\b|\bb\.?i\.?d\.?|\bb\.?d\.(?:\s|(?=\)))|\bt\.?i\.?d\.?|\bq\.?d\.?\b|"
    r"\bod\b|\bq\s?\d+\s?[dwh]\w*|\bqw\b"
    rf"|every\s+(?:other\s+)?(?:{_SMALL}(?:\s+or\s+(?:every\s+)?{_SMALL})?\s+)?{_PERIOD}"
    rf"|(?:on\s+)?days?\s+{_LIST}(?:\s+\((?!\s*[nN]\s*=)(?![^()]*\b(?:arm|group)\b)[^()]{{3,40}}\))?(?:\s+(?:of|in|on)\s+(?:each|every|the|"
    rf"an?)?\s*{_CYCLE})?|\b[Dd]\d+(?:\s?[,–-]\s?[Dd]\d+)*"
    rf"|(?:for|during|over)\s+(?:the\s+)?(?:first\s+)?{_SMALL}\s+(?:weeks|days|cycles|doses|week|day|months|years?|"
    r"minutes|hours|min|h)(?:/cycle)?|(?:in|during|for)\s+(?:the\s+)?(?:first\s+|all\s+subsequent\s+|"
    rf"each\s+)?{_CYCLE}"
    rf"|(?:of|in|on)\s+(?:each|every|an?|all\s+subsequent)\s+{_CYCLE}|per\s+(?:day|week|cycle)|/\s?day|"
    r"for\s+cycle\s+\d+|cycle\s+\d+|(?:for\s+)?all\s+subsequent\s+doses|thereafter"
)
ROUTE_WORD = (
    r"(?:continuous(?:\s+(?:intravenous|i\.?v\.?|IV))?\s+infusion|orally|oral|intravenously|intravenous(?:\s+infusion)?|i\.?v\.?(?:\s+infusion)?|IV|subcutaneously|subcutaneous|"
    r"s\.?c\.?|SC|intramuscularly|intramuscular|i\.?m\.?|p\.?o\.?|PO|by\s+mouth)"
)
SCHEDULE: Final = re.compile(
    r"\s*\)?\s*[,(]?\s*(?:(?:was\s+|were\s+)?(?:given|administered|of\s+body\s+\w+(?:\s+area)?|"
    rf"or\s+(?:matching\s+)?placebo)\s*,?\s*)*(?:(?:as\s+an?\s+)?{ROUTE_WORD}\s*,?\s*)?"
    rf"(?P<schedule>(?:{_PIECE})(?:(?:\s*[,;(]?\s*(?:\b(?:and|then|followed\s+by|on|in|i\.e\.)\s+)*)(?:{_PIECE}))*)"
)
ROUTES: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("oral", r"\b(?:orally|[Oo]ral|p\.?o\.|PO|by mouth|tablets?|capsules?)\b"),
        ("iv", r"\b(?:[Ii]ntravenous(?:ly)?|i\.v\.|iv|IV|infus(?:ion|ed))(?![\w])"),
        ("sc", r"\b(?:[Ss]ubcutaneous(?:ly)?|s\.c\.|sc|SC)(?![\w])"),
        ("im", r"\b(?:[Ii]ntramuscular(?:ly)?|i\.m\.|im|IM)(?![\w])"),
    )
)
_BETWEEN_WORDS: Final = frozenset(
    "at of a an the dose doses dosed dosage starting initial loading maintenance fixed standard flat tablet "
    "tablets capsule capsules orally oral intravenously intravenous iv i v infusion infusions subcutaneously "
    "subcutaneous sc intramuscularly intramuscular po was were is given administered infused by monotherapy alone "
    "either matching placebo or daily once twice weekly every day days week weeks for first each cycle cycles and "
    "then with in maximum therapy treatment per on to s as single agent receive received only n followed up one two "
    "three four five six level levels dosages following escalating increasing different pearls softgels patch patches "
    "after started step priming intermediate full minute hour "
    "cream gel suspension solution injection injections drops spray inhaler axetil acetonide propionate "
    "furoate palmitate hydrochloride hcl acetate maleate mesylate succinate fumarate tartrate phosphate".split()
)
SHORT_NAMES: Final = {
    "LV": "leucovorin", "FA": "leucovorin", "FU": "fluorouracil", "CTX": "cyclophosphamide", "CPA": "cyclophosphamide",
    "CPM": "cyclophosphamide", "ADM": "doxorubicin", "DOX": "doxorubicin", "DXR": "doxorubicin", "EPI": "epirubicin",
    "CBP": "carboplatin", "OXA": "oxaliplatin", "DTX": "docetaxel", "DOC": "docetaxel", "TXT": "docetaxel",
    "PTX": "paclitaxel", "IFO": "ifosfamide", "BLM": "bleomycin", "VLB": "vinblastine", "VDS": "vindesine",
    "NVB": "vinorelbine", "VNB": "vinorelbine", "PDN": "prednisone", "IFN-γ": "interferon gamma",
}  # fmt: skip
"""Abbreviations that mean a drug where a dose follows, and elsewhere may mean anything."""
SHORT_NAME: Final = Wording(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, SHORT_NAMES))})(?=\s*[:(,]?\s*\d[\d.,]*\s*(?:mg|g|mcg|[µμ]g)\b)"
)
NEXT_TO_DRUG: Final = re.compile(
    rf"\s*(?:of\s+)?(?:(?:(?i:{ROUTE_WORD})|daily|weekly|open-label|single-agent|adjuvant|once-daily|the|study\s+drug)\s+)*"
)


_OTHER_NAME: Final = re.compile(r"^\s?[\[(][A-Za-z][\w-]{1,7}[,;:]\s")
"""`paclitaxel [wPTX, 80 mg/m2]`: a short name before the dose."""


def may_stand_between(gap: str) -> bool:
    """Whether a drug and the dose after it belong together with this text between them.

    >>> may_stand_between(" (Kyprolis) at a dose of "), may_stand_between(" was well tolerated; patients took ")
    (True, False)
    """
    if len(gap) > 110 or re.search(r"[.:]\s+[A-Z]", gap):
        return False
    gap = _OTHER_NAME.sub("", gap)
    words = re.findall(r"[A-Za-z]+", re.sub(r"\([^()]{0,40}\)", " ", gap))
    return all(word.lower() in _BETWEEN_WORDS for word in words)


_WRITTEN_OUT: Final = {"gram": "g", "milligram": "mg", "microgram": "µg"}


def unit_of(match: re.Match[str]) -> str:
    """Write a dose's unit as the field does: `mg/m2`, `mg/kg`, `AUC`."""
    if match["auc"]:
        return "AUC"
    per = match["per"] or match["power"]
    mass = _WRITTEN_OUT.get(match["mass"].removesuffix("s"), match["mass"].replace("μ", "µ"))
    return mass if not per else f"{mass}/kg" if per.startswith("k") else f"{mass}/m2"
