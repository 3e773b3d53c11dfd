"""What a card says in a few short lines."""

import re
import textwrap
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from ..wording import words
from .selection import RESULTS, Sketch

_LINE: Final = 20
"""Characters that fit on one line of a card."""
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
        for trial in (node for node, kind in graph.nodes(data="kind") if kind == "Trial"):
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
        if about["kind"] in RESULTS:
            return (*wrap(self._figures(node), 6), *wrap(self._subject(node)))
        if about["kind"] == "Arm":
            name = f"{self._numbers.get(node, '')} {self._text(node)}".strip()
            return (*wrap(name, 3), *([f"n = {clean(about['size'])}"] if "size" in about else []))
        return (*wrap(self._text(node)), *(_trial_lines(about) if about["kind"] == "Trial" else ()))

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
        """Give measure and numbers of all arms: `HR 0.53 (99% CI 0.32–0.89) ① vs ②`, `median ① 12 months ② 9 months`."""
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
    unit = about.get("unit", "")
    value = f"{about.get('valueRelation', '')}{about['value']}{_UNITS.get(unit, f' {unit}')}" if "value" in about else ""
    counted = "/".join(about[name] for name in ("count", "total") if name in about)
    return _firm(value or words(about.get("status", "")) or counted)


def interval(about: Mapping[str, Any]) -> str:
    """Give a confidence interval with its level: `(99% CI 0.32–0.89)`."""
    low, high = (about.get(name) or words(about.get(f"{name}Status", "")) for name in ("ciLow", "ciHigh"))
    level = f"{about['ciLevel']}% " if "ciLevel" in about else ""
    return _firm(f"({level}CI {low or '?'}–{high or '?'})") if low or high else ""


def clean(text: str) -> str:
    """Make one line without control characters and marks that turn the direction of what follows.

    >>> clean("a\\n\\u202eb")
    'a b'
    """
    kept = (" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
    return " ".join("".join(letter for letter in kept if unicodedata.category(letter) not in ("Cf", "Cs")).split())


def wrap(text: str, most: int = 2) -> list[str]:
    """Break a text into the lines of a card.

    >>> wrap("progression-free survival")
    ['progression-free', 'survival']
    """
    return textwrap.wrap(text, _LINE, max_lines=most, placeholder=" …", break_on_hyphens=False)


def _firm(text: str) -> str:
    """Keep what fits on one line together."""
    line = clean(text)[:_LONGEST]
    return line.replace(" ", "\u00a0") if len(line) <= _LINE else line


def _trial_lines(about: Mapping[str, Any]) -> list[str]:
    registered = clean(about.get("registryId", "").partition(";")[0])
    size = f"n = {clean(about['enrolled'])}" if "enrolled" in about else ""
    return [line[:_LINE] for line in (registered, size) if line]
