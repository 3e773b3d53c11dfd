"""What a card says in a few short lines."""

import re
import textwrap
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from ..wording import words
from .selection import RESULTS, Sketch, kinds_of

_LINE: Final = 20
"""Characters that fit on one line of a card."""
GLYPHS: Final = {
    "Target": "⬢", "Mechanism": "✦", "DrugClass": "◉", "CellType": "◍", "Disease": "✚", "Test": "▣", "Biomarker": "◈",
    "Organization": "⌂", "Drug": "●", "Arm": "▬", "Regimen": "≡", "Dosage": "▮", "Trial": "■", "OutcomeResult": "◆",
    "AdverseEventResult": "◇", "Endpoint": "⚑", "AdverseEvent": "▲", "Population": "◧", "Other": "○",
}  # fmt: skip
"""A sign for each kind, so that nobody needs its colour."""
_MEASURES: Final = {"hazardRatio": "HR", "oddsRatio": "OR", "relativeRisk": "RR", "proportion": "", "rateAt": ""}
_NUMBERS: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_UNITS: Final = {"": "", "percent": "%", "ratio": ""}
_LONGEST: Final = 400
"""Characters of a name beyond which it is cut on cards and in headings; the table has it whole."""


class Captions:
    """Words for the cards of one picture; the arms of a trial are numbered, and results tell their arms by number."""

    def __init__(self, graph: Sketch) -> None:
        self._graph = graph
        self._numbers: dict[str, str] = {}
        for trial in (node for node, kind in kinds_of(graph).items() if kind == "Trial"):
            arms = sorted((node for node in graph[trial] if self._about(node)["kind"] == "Arm"), key=self._text)
            self._numbers |= dict(zip(arms, _NUMBERS, strict=False))

    def name(self, node: str) -> str:
        """Give what a card stands for, on one line."""
        if self._about(node)["kind"] not in RESULTS:
            return self._text(node)
        return ", ".join(filter(None, (self._figures(node), self._subject(node))))

    def lines(self, node: str) -> tuple[str, ...]:
        """Give the lines on a card."""
        about = self._about(node)
        kind, glyph = about["kind"], GLYPHS.get(about["kind"], GLYPHS["Other"])
        if kind in RESULTS:
            return (*wrap(f"{glyph} {self._figures(node)}", 6), *wrap(self._subject(node), 3))
        number = f"{self._numbers.get(node, '')}\u00a0".lstrip("\u00a0")
        sizes: dict[str, str] = {"Arm": about.get("size", ""), "Trial": about.get("enrolled", "")}
        registered = clean(about.get("registryId", "").partition(";")[0])[:_LINE]
        size = f"n = {clean(sizes[kind])}"[:_LINE] if sizes.get(kind) else ""
        return (*wrap(f"{glyph}\u00a0{number}{self._text(node)}", 3), *filter(None, (registered, size)))

    def order(self, node: str) -> tuple[str, str]:
        """Sort results by what they measure, all else by name."""
        return (self._subject(node) if self._about(node)["kind"] in RESULTS else self._text(node)), node

    def _about(self, node: str) -> Mapping[str, Any]:
        return self._graph.nodes[node]

    def _text(self, node: str) -> str:
        about = self._about(node)
        kind, label = about["kind"], about["label"]
        if kind == "Arm":
            label = about["ends"].get("regimen", label)
        if kind in ("Arm", "Regimen"):
            label = re.sub(r"\s*\+\s*", " + ", label)
        return clean(label)[:_LONGEST]

    def _subject(self, node: str) -> str:
        """Say what a result is about: endpoint or event with its grade, population, time."""
        about = self._about(node)
        ends, grade = about["ends"], about.get("grade", "any")
        what = [ends.get("endpoint", ""), ends.get("event", ""), f"grade {grade}" if grade != "any" else ""]
        parts = (" ".join(filter(None, what)), words(about.get("consequence", "")), ends.get("population", ""))
        return clean(", ".join(filter(None, (*parts, about.get("atTime", "")))))[:_LONGEST]

    def _figures(self, node: str) -> str:
        """Give measure and numbers of all arms: `HR 0.53 (99% CI 0.32–0.89) ② vs ①`, `① 67% ② 77%`."""
        about = self._about(node)
        shown = [_MEASURES.get(about.get("measure", ""), words(about.get("measure", "")))]
        for arm, comparator, number in sorted(self._numbered(one) for one in about["figures"]):
            shown += [number, f"{arm}\u00a0vs\u00a0{comparator}"] if comparator else [f"{arm}\u00a0{number}"]
        return " ".join(filter(None, (text.strip("\u00a0 ") for text in shown)))[:_LONGEST]

    def _numbered(self, figures: Mapping[str, Any]) -> tuple[str, str, str]:
        arm, comparator = (self._numbers.get(figures["ends"].get(end, ""), "") for end in ("arm", "comparator"))
        return arm, comparator, f"{figure(figures)} {interval(figures)}".strip()


def figure(about: Mapping[str, Any]) -> str:
    """Give the number of a result, unbreakable: `0.53`, `12 months`, `7/120`, `not reached`."""
    unit, relation = about.get("unit", ""), about.get("valueRelation", "")
    value = f"{relation}{about['value']}{_UNITS.get(unit, f' {unit}')}" if "value" in about else ""
    counted = "/".join(about[name] for name in ("count", "total") if name in about)
    return _firm(value or words(about.get("status", "")) or counted)


def interval(about: Mapping[str, Any]) -> str:
    """Give a confidence interval with its level: `(99% CI 0.32–0.89)`."""
    low, high = (about.get(name) or words(about.get(f"{name}Status", "")) for name in ("ciLow", "ciHigh"))
    level = f"{about['ciLevel']}% " if "ciLevel" in about else ""
    if not low and not high:
        return ""
    return _firm(f"({level}CI {low or '?'}–{high or '?'})").replace("CI ", "CI\u00a0")


def clean(text: str) -> str:
    r"""Make one line without control characters and marks that turn the direction of what follows.

    >>> clean("a\n\u202eb")
    'a b'
    """
    kept = (" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
    return " ".join("".join(letter for letter in kept if unicodedata.category(letter) not in ("Cf", "Cs")).split())


def wrap(text: str, most: int = 2) -> list[str]:
    """Break a text into the lines of a card.

    >>> wrap("progression-free survival")
    ['progression-free', 'survival']
    """
    return textwrap.wrap(text, _LINE, max_lines=most, placeholder=" …")


def _firm(text: str) -> str:
    """Keep what fits on one line together."""
    line = clean(text)[:_LONGEST]
    return line.replace(" ", "\u00a0") if len(line) <= _LINE else line
