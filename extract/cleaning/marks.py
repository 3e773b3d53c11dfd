"""Repairs within a line: characters in odd forms, numbers that were taken apart, reference marks."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """Put `text` in place of the stored text from `start` to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Habits:
    """What is customary in a text: its words, and how it refers to its references."""

    words: Counter[str]
    brackets: bool
    superscripts: bool
    apart: bool
    """Whether blanks stand around brackets and before commas, as where a text was put together from its tokens."""


_NUMBERS = r"\d{1,3}(?:\s{0,2}[,\u2013-]\s{0,2}\d{1,3}){0,12}"
_GLUED = r"\d{1,2}(?:[,\u2013-]\d{1,2}){0,12}"
_UNIT = r"\s(?:days?|weeks?|months?|years?|hours?|cycles?|doses?|patients?|mcg|mg|ml)\b"
_MINUS_TWO = r"(?:\([-\u2010-\u2013\u2212]2\)|[-\u2010-\u2013\u2212]2(?![\d.]))"
_BRACKET_STYLE = re.compile(rf"[a-z][.,)]? ?\[{_NUMBERS}\]")
_SUPERSCRIPT_STYLE = re.compile(r"[a-z]{3}[.,]\d{1,2}(?:[,\u2013-]\d{1,2}){0,12}(?=\s)")
_APART_STYLE = re.compile(r"\w (?:,|\)) \w|\w \( \w")
_LOST_LIGATURES = ("ti", "fi", "fl", "ff", "ffi", "tt", "ft")
_COUNTED = frozenset(
    [
        "chapter",
        "class",
        "cohort",
        "course",
        "cycle",
        "dose",
        "exon",
        "factor",
        "figure",
        "grade",
        "group",
        "item",
        "level",
        "month",
        "months",
        "page",
        "part",
        "phase",
        "section",
        "stage",
        "step",
        "study",
        "table",
        "tables",
        "type",
        "version",
        "visit",
        "week",
        "weeks",
    ]
)
_ABBREVIATED = frozenset(["approx", "chap", "eqs", "fig", "figs", "ref", "refs", "sec", "sect", "suppl", "tab", "vol"])
"""Words that a number may follow with no space in between and still be a number of its own."""


def _superscript(match: re.Match[str], _: _Habits) -> str:
    before = match.string[max(0, match.start() - 4) : match.start()]
    digits = unicodedata.normalize("NFKC", match[0])
    if before[-1:].isdigit():
        return f"^{digits}"
    return "" if len(before) == 4 and before[:3].isalpha() and (before.islower() or before[-1] in ".,;") else digits


def _reference(match: re.Match[str], habits: _Habits) -> str:
    follows_text = match.string[max(0, match.start() - 4) : match.start()].strip() != ""
    return "" if habits.brackets and follows_text else match[0]


def _glued(match: re.Match[str], habits: _Habits) -> str:
    before = re.search(r"([A-Za-z]*)([.,;]?)$", match.string[max(0, match.start() - 12) : match.start()])
    word, point = before.groups() if before else ("", "")
    numbered = word.lower() in (_ABBREVIATED if point else _COUNTED)
    return match[0] if numbered or not habits.superscripts else ""


def _apart(match: re.Match[str], habits: _Habits) -> str:
    return match[0].strip() if habits.apart else match[0]


def _versus(match: re.Match[str], _: _Habits) -> str:
    """`vs.` ends no sentence, and stands apart: `1.4%vs.6.4%`."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end()]
    return f"{' ' if before.strip() else ''}vs{'' if after.isspace() else ' '}"


def _lost(match: re.Match[str], habits: _Habits) -> str:
    candidates = [match[0].replace("\ufffd", ligature) for ligature in _LOST_LIGATURES]
    best = max(candidates, key=lambda word: habits.words[word.lower()])
    return best if habits.words[best.lower()] else match[0]


_RULES: tuple[tuple[str, str | Callable[[re.Match[str], _Habits], str]], ...] = (
    (r"[\u00ad\u200b-\u200f\u2060\ufeff]+", ""),
    (r"[\ud800-\udfff]", "\ufffd"),  # halves of a character, which no encoding can write
    (r"(?<=\d)[^\S\n]?\ufffd+(?=[^\S\n])", ""),  # between the number and the words of a heading
    (r"(?<=\d)[\u2009\u202f](?=\d{3}(?!\d))", ""),  # thousands set apart
    (
        r"(?:(?<=[\s(=][1-9])|(?<=[\s(=][1-9]\d)|(?<=[\s(=][1-9]\d\d))[ \u00a0](?=0\d\d(?:[\s,;)]|$))",
        "",
    ),  # `20 060 women`
    (r"(?:[^\S\n][\u00ad\u200b-\u200f\u2060\ufeff]*){2,}|[^\S \t\n]", " "),
    (r"(?<=\d)[·∙⋅?](?=\d)|(?:(?<=[=<>≤≥(])|(?<=[=<>≤≥] ))[·∙⋅](?=\d)", "."),
    (r"(?<=\d)(?:[^\S\n]|-)?per[^\S\n]?cent\b", "%"),
    (r"(?<=\d)(?:[^\S\n]|-)?micro(?:g|grams?)(?![A-Za-z])", " µg"),
    (r"(?<=\d)(?:[^\S\n]|-)?milligrams?(?![A-Za-z])", " mg"),
    (r"(?<=[A-Za-z])(?:[^\S\n]per[^\S\n]|/)k(?:ilo)?g(?:ram)?[^\S\n](?:of[^\S\n])?body[ -]?weight\b", "/kg"),
    (r"(?<=[A-Za-z])[^\S\n]per[^\S\n](?:kilogram|kg)(?![\w-])", "/kg"),
    (
        r"(?<=[A-Za-z])(?:[^\S\n]per[^\S\n]square[^\S\n]met(?:er|re)|/m(?:2|²|\^2))"
        r"[^\S\n](?:of[^\S\n])?body[ -]surface(?:[ -]area)?\b",
        "/m2",
    ),
    (r"(?<=[A-Za-z])[^\S\n]per[^\S\n](?:square[^\S\n]met(?:er|re)|m2|m²)(?!\w)", "/m2"),
    # `100 mg m-2`, with the exponent glued to the drug or in a bracket
    (rf"(?<=[gUy])[^\S\n]m[^\S\n]?{_MINUS_TWO}(?=[A-Za-z])", "/m2 "),
    (rf"(?<=[gUy])[^\S\n]m[^\S\n]?{_MINUS_TWO}", "/m2"),
    (r"(?<![A-Za-z])vs\.?(?=[\s\d(])", _versus),
    (r"(?<=[(\[]) | (?=[,;:)\]%](?:\s|$|[,;:.)\]]))|(?<=[A-Za-z0-9)\]%]) (?=\.(?:\s|$))|(?<=g) / (?=m)", _apart),
    (r"(?<=\d%) [\u2013-](?=\d)", "-"),  # `19.8% -38.8%`
    (r"(?<=[a-z])--(?=[a-z])", "\u2014"),  # `the end point--death or stroke--was reached`
    (r"[\u2010-\u2013\u2212\ufe63\uff0d]", "-"),
    (r"[<>] ?or ?(?:=|equal to\b)", lambda match, _: "≥" if match[0][0] == ">" else "≤"),
    (r"[\u2267\u2a7e]", "≥"),
    (r"[\u2266\u2a7d]", "≤"),
    (r"[\u2018\u2019]", "'"),
    (r"[\u201c\u201d]", '"'),
    (r"[\ufb00-\ufb06]", lambda match, _: unicodedata.normalize("NFKC", match[0])),
    (r"(?<=[^\d.]\d)\. (?=\d\s?%)|(?<=[^\d.]\d\d)\. (?=\d\s?%)", "."),  # `17. 1%`
    (r"(?<=/m)(?: ?\(2\)|\^2|²)", "2"),
    (r"[¹²³⁰⁴-⁹]+", _superscript),
    (rf" ?\[{_NUMBERS}\]", _reference),
    (rf"(?:(?<=[A-Za-z]{{3}}[.,;])|(?<=[a-z%\d]\)[.,;])|(?<=%[.,;])){_GLUED}(?=\s|$)", _glued),
    (rf"(?:(?<=[a-z]{{4}})|(?<= et al)){_GLUED}(?=[.,;:)](?:\s|$)|\s[a-z]{{3}})(?!{_UNIT})", _glued),
    (r"(?<=[\w%)])[*†‡§¶]+(?=[\s,.;:)]|$)|(?<!\S)[*†‡]{1,2}(?=\w)", ""),
    (r"(?<![A-Za-z])[A-Za-z]{1,20}\ufffd[A-Za-z]{1,20}", _lost),
)
_BEGINS = r"(?=[^A-Za-z]|per|vs|mi[cl]|(?<![A-Za-z])[A-Za-z]{1,20}\ufffd)"
"""Of letters, what any rule begins with: most places of a text need not be tried by each."""
_MARKS = re.compile(_BEGINS + "(?:" + "|".join(f"({pattern})" for pattern, _ in _RULES) + ")")


def marks(text: str, words: Counter[str]) -> Iterator[Repair]:
    """Find what to repair within lines; `words` counts the words of the text."""
    habits = _Habits(words, *(_often(style, text) for style in (_BRACKET_STYLE, _SUPERSCRIPT_STYLE, _APART_STYLE)))
    for match in _MARKS.finditer(text):
        action = _RULES[(match.lastindex or 1) - 1][1]
        replacement = action if isinstance(action, str) else action(match, habits)
        if replacement != match[0]:
            yield Repair(match.start(), match.end(), replacement)


def _often(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether a pattern occurs three times at least."""
    return sum(1 for _ in zip(range(3), pattern.finditer(text), strict=False)) == 3
