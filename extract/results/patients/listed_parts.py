"""Parts of the patients that are listed with a ratio or a share each: `survival in lung (HR 0.6), liver (HR 0.7)`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ...annotated import AnnotatedText
from ...people import PEOPLE
from ...wordings import Wording
from ..items import Item

_RATIO: Final = Wording(
    r"\s*\((?:[^()]*[;,]\s)?(?:a?[HOR]R|(?:hazard|odds|risk|rate) ratio|relative risk)\b[^()]*\)", re.IGNORECASE
)
_SHARE: Final = Wording(
    r"\s*\((?:\d+\s?(?:of|/)\s?\d+[;,]\s?)?\d+(?:\.\d+)?\s?%(?:[;,]\s?\d+\s?(?:of|/)\s?\d+)?\)"
    r"|\s\d+(?:\.\d+)?%(?=,|\sand\s|\.)"
)
_NAME: Final = (
    r"(?P<name>(?!(?:the |which|whom|this|these|both|all|overall|favou?r)\b)"
    r"(?:(?!\b(?:was|were|had|has|is|are|with(?: a)? (?:median|HR)|versus|vs|than|compared)\b)[^(),;:]){2,60})"
)
_FIRST: Final = re.compile(
    r"(?<!improvement )(?<!reduction )(?<!increase )(?<!decrease )(?<!difference )(?<!change )(?<!decline )"
    rf"\b(?:in|for|among)\s+(?:the\s+)?{_NAME}$"
)
_FIRST_OF_KINDS: Final = re.compile(
    r"\b(?:by|each|according to|across|per)\s"
    rf"(?:[^:;.%()]{{3,60}}:|[^:;.%()]{{3,60}}?,?\s(?:including|such as)(?:\sthose\swith)?)\s{_NAME}$"
)
"""`responses by histology were as follows: serous (30%), `, `across groups including serous (HR 0.3), `"""
_NEXT: Final = re.compile(rf"(?:,?\s+(?:and|or|but not)|,)\s+(?:(?:in|for|among)\s+)?(?:the\s+)?{_NAME}")
_PEOPLE: Final = re.compile(rf"(?:{PEOPLE}|those)\s+(?:with|who\s+(?:had|were))\s+")
_NOUN: Final = re.compile(rf"\s+(?:sub-?(?:groups?|types?|sets?)|{PEOPLE}|disease|tumou?rs?)$")
_LETTER: Final = re.compile(r"[A-Za-z]")
_AMOUNT: Final = re.compile(r"\s?[<>≤≥]?\s?\d[\d.]*\s?%?$")
_NUMBER: Final = re.compile(r"(?<![\w-])\d")
"""`in 30 patients (15%), 12 (12%) on …`: shares stand behind what was counted more often than behind parts."""
_TREATED: Final = frozenset({"Drug", "DrugClass", "Regimen"})
_FEWEST: Final = 2


def listed_parts(page: AnnotatedText, start: int, end: int, measured: Sequence[Item]) -> list[tuple[int, int, str]]:
    """Find such parts between two offsets, behind what is measured; none where one of the names is no part."""
    for wording in (_RATIO, _SHARE):
        figures = list(wording.finditer(page.text, start, end))
        parts = _listed_with(page, figures, measured)
        if parts and (wording is _RATIO or not any(_NUMBER.search(name) for _, _, name in parts)):
            return parts
    return []


def _listed_with(
    page: AnnotatedText, figures: list[re.Match[str]], measured: Sequence[Item]
) -> list[tuple[int, int, str]]:
    known = [i for i in measured if i.kind == "endpoint" and i.end < figures[0].start()] if len(figures) > 1 else []
    found = list(_names(page.text, known[-1].end, figures)) if known else []
    of_others = any(m.kind in _TREATED for name in found for m in page.between(*name.span("name")))
    if len(found) < _FEWEST or of_others or any(_is_measured(i, n, found[0]) for i in measured for n in found):
        return []
    return [(*name.span("name"), _plain(name["name"], found[0]["name"])) for name in found]


def _is_measured(item: Item, name: re.Match[str], first: re.Match[str]) -> bool:
    """Whether a name is of something measured: not `anemia` in `patients with anemia (HR 0.6), fever (HR 0.7)`."""
    inside = item.start < name.end("name") and name.start("name") < item.end
    had = item.kind == "event" and (_PEOPLE.match(first["name"]) or _PEOPLE.match(name["name"]))
    return inside and not had


def _plain(name: str, first: str) -> str:
    """`men` of `patients who were men`; `5%` behind `PD-L1 of at least 1%` is `PD-L1 of at least 5%`."""
    name = name if _LETTER.search(name) else _AMOUNT.sub(f" {name}", first)
    return _NOUN.sub("", _PEOPLE.sub("", name))


def _names(text: str, start: int, figures: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """What stands before each figure, as long as one part follows another."""
    first = _FIRST.search(text, start, figures[0].start()) or _FIRST_OF_KINDS.search(text, start, figures[0].start())
    if first is None:
        return
    yield first
    for before, figure in pairwise(figures):
        name = _NEXT.fullmatch(text, before.end(), figure.start())
        if name is None:
            return
        yield name
