"""The heat map: how often each event was reported with each drug, every cell a number that opens its sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from xml.etree.ElementTree import Element

from .svg import LINE, drawing, element, fold, linked, text_lines

STEPS: Final = (0, 5, 10, 20, 40, 60)
"""Percent at which the next darker colour begins; zero has one of its own."""
_LEFT: Final = 220
_CELL: Final = 62
_HEIGHT: Final = 26
_PAD: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One drug and one event; `percent` gives the colour, `shown` is printed (`12–38` for several trials)."""

    percent: float
    shown: str
    said: str
    """All of it in words: drug, event, trials, counts."""
    href: str = ""


def heat_map(title: str, drugs: Sequence[str], events: Sequence[str], cells: Mapping[tuple[str, str], Cell]) -> str:
    """Draw cells by (drug, event) as SVG text, a column for each drug; a dot where nothing was reported."""
    names = [fold(drug, 128, 2, 6.2) for drug in drugs]
    top = 118 if drugs else 20
    parts: list[Element] = []
    for column, lines in enumerate(names):
        x = _LEFT + _CELL * (column + 0.5)
        head = text_lines(lines, 0, 0, class_="name")
        parts.append(element("g", *head, transform=f"translate({x - 6:.0f} {top - 8}) rotate(-50)"))
    for row, event in enumerate(events):
        y = top + _HEIGHT * row
        parts += text_lines(fold(event, _LEFT - 16, 1), _LEFT - _PAD, y + 18, class_="name", text_anchor="end")
        for column, drug in enumerate(drugs):
            parts += _cell(cells.get((drug, event)), _LEFT + _CELL * column, y)
    bottom = top + _HEIGHT * len(events)
    width = max(_LEFT + _CELL * len(drugs) + 80, _LEFT + 66 * 7 + 20)
    described = f"Heat map of {len(events)} adverse events with {len(drugs)} drugs, in percent of patients."
    return drawing("heat", title, described, width, bottom + 2 * LINE + 18, *parts, *_legend(bottom + 14))


def step(percent: float) -> int:
    """Give the number of the colour for a percentage: 0 for none at all, up to 6.

    >>> step(0), step(0.4), step(38), step(100)
    (0, 1, 4, 6)
    """
    return sum(percent >= start for start in STEPS) if percent > 0 else 0


def _cell(cell: Cell | None, x: float, y: float) -> Iterator[Element]:
    middle, baseline = x + _CELL / 2, y + 17
    if cell is None:
        yield element("text", "·", class_="quiet", x=middle, y=baseline, text_anchor="middle")
        return
    shade = step(cell.percent)
    box = element("rect", class_=f"heat{shade}", x=x + 1, y=y + 1, width=_CELL - 2, height=_HEIGHT - 2, rx=3)
    ink = "strong" if shade >= 5 else "figure"
    figure = element("text", cell.shown, class_=f"{ink} small", x=middle, y=baseline, text_anchor="middle")
    yield linked(cell.href, cell.said, box, figure)


def _legend(top: float) -> Iterator[Element]:
    labels = ["0", *(f"{start or '>0'}–{end}" for start, end in pairwise(STEPS)), f"≥{STEPS[-1]}%"]
    for at, label in enumerate(labels):
        x = _LEFT + 66 * at
        yield element("rect", class_=f"heat{at}", x=x, y=top, width=16, height=12, rx=2)
        yield element("text", label, class_="tick", x=x + 19, y=top + 10)
    yield element("text", "% of patients", class_="quiet", x=_LEFT - _PAD, y=top + 10, text_anchor="end")
    yield element("text", "· not reported", class_="tick", x=_LEFT, y=top + 10 + LINE)
