"""The forest plot: a ratio and its interval for each trial or subgroup, on a logarithmic axis.

No pooled diamond: adding trials up is a decision that a plot must not take. Rows without an effect that could be
estimated stay in (Cochrane Handbook, chapter 10.10.4). Intervals at different levels are told apart, since their
widths can't be compared.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from xml.etree.ElementTree import Element

from .scale import RatioScale
from .svg import LINE, drawing, element, fold, linked, text_lines

Limit = Decimal | str
"""A limit of an interval, or the word for one that is no number: `not reached`."""
_WIDTH: Final = 800
_LEFT, _RIGHT, _FIGURES = 275, 580, 600
_PAD: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A row: one comparison in one trial or subgroup."""

    label: str
    detail: str = ""
    """What is compared, or in whom."""
    value: Decimal | None = None
    low: Limit | None = None
    high: Limit | None = None
    level: Decimal | None = None
    """Of the interval, in percent."""
    p: str = ""
    """With its relation and sides: `p < 0.001, one-sided`."""
    missing: str = "not reported"
    """Why there is no value."""
    href: str = ""

    @property
    def figures(self) -> str:
        """Say the ratio with its interval: `0.53 (0.32–0.89)`."""
        interval = f" ({_shown(self.low)}–{_shown(self.high)})" if self.has_interval else ""
        return f"{self.value}{interval}" if self.value is not None else self.missing

    @property
    def has_interval(self) -> bool:
        """Tell whether there is an interval, if only half of one."""
        return self.low is not None or self.high is not None

    @property
    def small_print(self) -> str:
        """Say the level of the interval and the p value."""
        level = f"{self.level}% CI" if self.level is not None else "level of CI not given"
        nothing = "" if self.value is None else "no CI given"
        return " · ".join(filter(None, (level if self.has_interval else nothing, self.p)))


def forest_plot(
    title: str, effects: Sequence[Effect], *, measure: str = "hazard ratio", sides: tuple[str, str] = ("", "")
) -> str:
    """Draw effects as SVG text; `sides` say what lies left and right of 1: `favours olaparib`, `favours placebo`."""
    numbers = (float(n) for e in effects for n in (e.value, e.low, e.high) if isinstance(n, Decimal))
    scale = RatioScale.over(numbers, _LEFT, _RIGHT)
    common = common_level(effects)
    rows: list[Element] = []
    y: float = 26
    for effect in effects:
        row, height = _row(effect, scale, y, odd=_is_odd(effect, common))
        rows.append(row)
        y += height
    axis, bottom = _axis(scale, 26, y, measure, sides)
    notes = _notes(effects, common)
    parts = [*axis, *rows, *text_lines(notes, _PAD, bottom + LINE, class_="warning")]
    described = f"Forest plot of {len(effects)} rows; {measure} on a logarithmic axis. {' '.join(notes)}"
    height = bottom + LINE * len(notes) + 14
    return drawing("forest", title, described.strip(), _WIDTH, height, *parts)


def common_level(effects: Sequence[Effect]) -> Decimal | None:
    """Give the level that most intervals have, the usual 95% if several are as common."""
    counts = Counter(effect.level for effect in effects if effect.level is not None and effect.has_interval)
    return max(counts, key=lambda level: (counts[level], level == 95, level), default=None)


def _is_odd(effect: Effect, common: Decimal | None) -> bool:
    return effect.has_interval and effect.level != common


def _notes(effects: Sequence[Effect], common: Decimal | None) -> list[str]:
    """Warn where widths of intervals can't be compared."""
    odd = [effect for effect in effects if _is_odd(effect, common)]
    levels = sorted({effect.level for effect in odd if effect.level is not None})
    if levels:
        given = ", ".join(f"{level}%" for level in levels)
        return [f"⚠ Dashed: intervals at another level ({given} instead of {common}%); widths are not comparable."]
    return ["⚠ Dashed: the level of these intervals is not given."] if odd and common is not None else []


def _row(effect: Effect, scale: RatioScale, top: float, *, odd: bool) -> tuple[Element, float]:
    """Draw one row; give it with its height."""
    name, detail = fold(effect.label, _LEFT - 24), fold(effect.detail, _LEFT - 24, letter=5.8)
    small = fold(effect.small_print, _WIDTH - _FIGURES, letter=5.6)
    height = LINE * max(len(name) + len(detail), 1 + len(small)) + 9
    first, middle = top + 14, top + height / 2
    said = ", ".join(filter(None, (effect.label, effect.detail, effect.figures, effect.small_print)))
    parts = [
        element("rect", class_="hit", x=0, y=top, width=_WIDTH, height=height),
        *text_lines(name, _PAD, first, class_="name"),
        *text_lines(detail, _PAD, first + LINE * len(name), class_="quiet"),
        *_interval(effect, scale, middle, odd=odd),
        *text_lines([effect.figures], _FIGURES, first, class_="quiet" if effect.value is None else "figure"),
        *text_lines(small, _FIGURES, first + LINE, class_="warning" if odd else "quiet"),
    ]
    return linked(effect.href, said, *parts), height


def _interval(effect: Effect, scale: RatioScale, y: float, *, odd: bool) -> Iterator[Element]:
    """Draw whiskers, arrows where they leave the axis, and the estimate, each where it is a number above 0."""
    low, high = (float(end) if isinstance(end, Decimal) else None for end in (effect.low, effect.high))
    if effect.has_interval and effect.value is not None:
        begin, end = low if low is not None else 0.0, high if high is not None else float("inf")
        dashes = {"stroke_dasharray": "5 3"} if odd else {}
        yield element("line", class_="whisker", x1=scale.x(begin), x2=scale.x(end), y1=y, y2=y, **dashes)
        yield _end(scale, begin, y, -1)
        yield _end(scale, end, y, 1)
    if effect.value is not None and scale.holds(float(effect.value)):
        yield element("rect", class_="mark", x=scale.x(float(effect.value)) - 5, y=y - 5, width=10, height=10)


def _end(scale: RatioScale, value: float, y: float, way: int) -> Element:
    x = scale.x(value)
    if scale.holds(value):
        return element("line", class_="whisker", x1=x, x2=x, y1=y - 5, y2=y + 5)
    back = f"{x - way * 6:.1f}"
    return element("path", class_="whisker", d=f"M{back} {y - 4:.1f}L{x:.1f} {y:.1f}L{back} {y + 4:.1f}")


def _axis(
    scale: RatioScale, top: float, bottom: float, measure: str, sides: tuple[str, str]
) -> tuple[list[Element], float]:
    """Draw the line of no difference, ticks and what lies to either side; give them with the lowest pixel used."""
    one = scale.x(1.0)
    parts = [
        *text_lines([f"{measure} (log scale)"], (_LEFT + _RIGHT) / 2, 14, class_="quiet", text_anchor="middle"),
        element("line", class_="axis", x1=_LEFT, x2=_RIGHT, y1=bottom, y2=bottom),
        element("line", class_="none", x1=one, x2=one, y1=top, y2=bottom),
    ]
    for tick in scale.ticks():
        x = scale.x(tick)
        parts.append(element("line", class_="axis", x1=x, x2=x, y1=bottom, y2=bottom + 4))
        parts.append(element("text", f"{tick:g}", class_="tick", x=x, y=bottom + 17, text_anchor="middle"))
    used = bottom + 20
    left = fold(f"← {sides[0]}", one - _PAD, 3, 6) if sides[0] else []
    right = fold(f"{sides[1]} →", _WIDTH - one - _PAD, 3, 6) if sides[1] else []
    parts += text_lines(left, one - 8, used + LINE, class_="quiet", text_anchor="end")
    parts += text_lines(right, one + 8, used + LINE, class_="quiet")
    return parts, used + LINE * max(len(left), len(right)) + 4


def _shown(limit: Limit | None) -> str:
    return "?" if limit is None else str(limit)
