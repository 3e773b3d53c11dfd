"""The adverse-event dot plot: how many patients of either arm had an event, joined by a line.

Differences are read on one axis, which butterfly bars don't allow (Amit et al., Pharm Stat 2008). Grades are never
mixed: each has its own section.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final, Literal
from xml.etree.ElementTree import Element

from .scale import PercentScale
from .svg import LINE, drawing, element, fold, linked, text_lines

Order = Literal["difference", "frequency"]
_WIDTH: Final = 800
_LEFT, _RIGHT = 235, 470
_ARM, _CONTROL, _DIFFERENCE = 490, 610, 792
_PAD: Final = 8
_HEAD: Final = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many patients of an arm had the event, as far as that was printed."""

    percent: Decimal | None = None
    relation: str = "="
    count: int | None = None
    total: int | None = None
    href: str = ""

    @property
    def value(self) -> float | None:
        """Give the percentage, from the counts where it was not printed."""
        if self.percent is not None:
            return float(self.percent)
        if self.count is None or self.total is None or self.total <= 0:
            return None
        return 100 * self.count / self.total

    def agrees(self, other: "Share") -> bool:
        """Tell whether two figures are the same number, one of them perhaps rounded.

        >>> Share(percent=Decimal(59)).agrees(Share(count=105, total=177))
        True
        """
        one, another = self.value, other.value
        if one is None or another is None or self.relation != other.relation:
            return False
        digits = min(_decimals(share.percent) for share in (self, other))
        return abs(one - another) <= 0.5 * 10**-digits

    def __str__(self) -> str:
        """Say what was printed: `77% (136/177)`.

        >>> print(Share(percent=Decimal(1), relation="<"), Share(count=3, total=8), sep="; ")
        <1%; 3/8 = 37.5%
        """
        counts = f"{self.count}/{self.total}" if self.count is not None and self.total is not None else ""
        if self.percent is not None:
            relation = "" if self.relation == "=" else self.relation
            return f"{relation}{self.percent}%{f' ({counts})' if counts else ''}"
        if self.value is not None:
            return f"{counts} = {self.value:.1f}%"
        return "not reported" if self.count is None else f"{self.count} patients"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event of one grade in the arm and in the control; None for a side of which nothing was reported."""

    event: str
    grade: str = "any"
    arm: Share | None = None
    control: Share | None = None
    detail: str = ""
    """What it is further confined to: serious, fatal, a subgroup, a trial."""
    missing: str = "not reported"
    """What is printed for a side of which there is no figure."""

    @property
    def difference(self) -> float | None:
        """Give arm less control in percentage points; None where either is not reported."""
        one, other = (share.value if share else None for share in (self.arm, self.control))
        return None if one is None or other is None else one - other

    @property
    def frequency(self) -> float:
        """Give the higher of the two percentages, -1 where neither is reported."""
        values = (share.value for share in (self.arm, self.control) if share)
        return max((value for value in values if value is not None), default=-1.0)


def dot_plot(title: str, rows: Sequence[EventRow], *, arm: str, control: str, order: Order = "difference") -> str:
    """Draw adverse events as SVG text, grade by grade, the greatest difference (or the most frequent) first.

    Without a name for the control there is but one arm.
    """
    scale = PercentScale.over((row.frequency for row in rows), _LEFT, _RIGHT)
    legend, top = _legend(arm, control)
    parts: list[Element] = []
    y = top
    for grade, found in groupby(sorted(rows, key=lambda row: (_grade_rank(row.grade), row.grade)), lambda r: r.grade):
        heading = "Any grade" if grade == "any" else f"Grade {grade}"
        parts.append(element("text", heading, class_="section", x=_PAD, y=y + 17))
        y += _HEAD
        for row in sorted(found, key=lambda row: _rank(row, order)):
            drawn, height = _row(row, scale, y, compared=bool(control))
            parts.append(drawn)
            y += height
    axis = [part for tick in scale.ticks() for part in _tick(scale, tick, top, y)]
    given = " and of those given ".join(filter(None, (arm, control)))
    described = f"Dot plot of {len(rows)} adverse events: percent of patients given {given}."
    return drawing("dots", title, described, _WIDTH, y + 26, *legend, *axis, *parts)


def _decimals(number: Decimal | None) -> int:
    """Give the decimals that were printed; of counts, more than anybody prints."""
    return 9 if number is None else max(0, -int(number.as_tuple().exponent))


def _grade_rank(grade: str) -> int:
    return 0 if grade == "any" else 1 if grade == "≥3" else 2


def _rank(row: EventRow, order: Order) -> tuple[bool, float, float, str]:
    difference = row.difference
    first = -row.frequency if order == "frequency" or difference is None else -difference
    return difference is None, first, -row.frequency, row.event


def _legend(arm: str, control: str) -> tuple[list[Element], float]:
    """Say which dot is whose, and head the columns of figures."""
    names = [fold(arm, _LEFT + 170, 2, 6.2), fold(control, _WIDTH - _LEFT - 230, 2, 6.2)]
    second = _LEFT + 205
    top = LINE * max(1, *map(len, names)) + 22
    parts = [
        _dot("arm", 14, 10),
        *text_lines(names[0], 26, 14, class_="name"),
        *text_lines(["% of patients"], _LEFT, top, class_="quiet"),
        *text_lines(["● arm"], _ARM, top, class_="quiet"),
    ]
    if control:
        parts += [_dot("control", second, 10), *text_lines(names[1], second + 12, 14, class_="name")]
        parts += text_lines(["○ control"], _CONTROL, top, class_="quiet")
        parts += text_lines(["difference"], _DIFFERENCE, top, class_="quiet", text_anchor="end")
    return parts, top + 6


def _dot(side: str, x: float, y: float) -> Element:
    """Draw a small dot for the arm, which a wider ring for the control doesn't hide."""
    return element("circle", class_=side, cx=x, cy=y, r=4 if side == "arm" else 6.5)


def _tick(scale: PercentScale, tick: int, top: float, bottom: float) -> Iterator[Element]:
    x = scale.x(tick)
    yield element("line", class_="grid", x1=x, x2=x, y1=top, y2=bottom)
    yield element("text", f"{tick}%", class_="tick", x=x, y=bottom + 16, text_anchor="middle")


def _row(row: EventRow, scale: PercentScale, top: float, *, compared: bool) -> tuple[Element, float]:
    name, detail = fold(row.event, _LEFT - 24), fold(row.detail, _LEFT - 24, letter=5.8)
    height = LINE * (len(name) + len(detail)) + 8
    middle = top + height / 2
    parts = [
        *text_lines(name, _PAD, top + 15, class_="name"),
        *text_lines(detail, _PAD, top + 15 + LINE * len(name), class_="quiet"),
        *_line(row, scale, middle),
        *(_side(row, row.control, scale, middle, "control", _CONTROL) if compared else ()),
        *_side(row, row.arm, scale, middle, "arm", _ARM),
        *_points(row, middle),
    ]
    return element("g", *parts, class_="event"), height


def _line(row: EventRow, scale: PercentScale, y: float) -> Iterator[Element]:
    one, other = (share.value if share else None for share in (row.arm, row.control))
    if one is not None and other is not None:
        yield element("line", class_="join", x1=scale.x(one), x2=scale.x(other), y1=y, y2=y)


def _side(row: EventRow, share: Share | None, scale: PercentScale, y: float, side: str, x: float) -> Iterator[Element]:
    """Draw the dot and the figures of one arm: one link."""
    shown = str(share or row.missing)
    figures = element("text", shown, class_="figure" if share else "quiet", x=x, y=y + 4)
    value = share.value if share else None
    dot = [] if value is None else [_dot(side, scale.x(value), y)]
    grade = "any grade" if row.grade == "any" else f"grade {row.grade}"
    said = ", ".join(filter(None, (row.event, grade, row.detail, f"{side}: {shown}")))
    yield linked(share.href if share else "", said, *dot, figures)


def _points(row: EventRow, y: float) -> Iterator[Element]:
    """Say the difference, unless a side is but bounded (`<1%`)."""
    exact = all(share is not None and share.relation == "=" for share in (row.arm, row.control))
    if row.difference is not None and exact:
        rounded = round(row.difference, 1)
        shown = f"{rounded:+g}".replace("-", "−") if rounded != 0 else "0"
        yield element("text", shown, class_="figure", x=_DIFFERENCE, y=y + 4, text_anchor="end")
