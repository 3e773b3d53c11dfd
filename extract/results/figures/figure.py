"""Figures: a value with the interval and p value printed about it.

A bare number is a figure only as the value of a ratio named before it, or as a mean with its deviation.
"""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ....ontology.facts import Trial
from ..items import Item, Sentence
from ..quantities.quantity import Quantity
from .plain_values import is_centre
from .set_aside import is_set_aside

_VALUES = frozenset({"share", "duration", "amount", "status"})
_CENTRES = frozenset({"mean", "median"})
_LARGEST_RATIO = 30
"""Above it a number beside the name of a ratio is taken for a percentage that was misnamed."""
_PER = re.compile(r"\bper\s*$")
"""`HR per 1 SD, 1.19`"""
_RANGED = re.compile(
    r"[(\[,;]\s*(?:IQR|(?:interquartile )?range)\s*[)\];,]|\b(?:median|mean) (?:and )?range\b", re.IGNORECASE
)
"""`median (range)`: what stands in brackets behind the values is no confidence interval."""
_HAS_RANGE = re.compile(r"[(\[]\s*(?:IQR|(?:interquartile )?range)\b", re.IGNORECASE)
_FOLLOWED = re.compile(r"\bfollow[- ]?up\b[^;.]{0,40}$", re.IGNORECASE)
_TOLD_CI = re.compile(r"(?<![A-Z])CIs?(?![A-Za-z])")
_NEAR, _NEAR_ARM = 60, 90
"""Characters between a value and its interval, at most; and where its arm is named there: `12% in the A group (CI`."""
_JOINED = re.compile(r"\s*[;,]\s*")
_REACH = 220
"""Characters between the name of a ratio and its value, at most."""

_NEXT_CLAUSE = re.compile(r"[)\]](?:,?\s(?:and|but|while|whereas)\s|,\s[a-z])")
"""`0.63 (0.5-0.8) and stays were shorter (`: the p value behind is of something else than the ratio."""


@dataclass(slots=True)
class Figure:
    """One printed value; `effect` is the measure of a ratio, empty for a value of one arm."""

    start: int
    end: int
    quantity: Quantity
    effect: str = ""
    interval: Quantity | None = None
    p: Quantity | None = None
    time: str = ""
    """The time point of a rate, where its place among several says it."""
    grade: str = ""
    """The grade of a count of events, where its place among several says it."""
    population: str = ""
    """The part of the patients, where its place among several says it."""
    trial: Trial | None = None
    """The trial, where its place among several says it."""
    pending: list[Quantity] = field(default_factory=list[Quantity])

    @property
    def kind(self) -> str:
        """`share`, `duration`, `amount` or `number`; "not reached" is a duration."""
        return "duration" if self.quantity.kind == "status" else self.quantity.kind


@dataclass(slots=True)
class _State:
    """What is in force while a sentence is read from left to right."""

    effect: Item | None = None
    named: str = ""
    level: Decimal | None = None
    early_p: Quantity | None = None
    value: Item | None = None
    """The value before, of whatever."""


def find_figures(sentence: Sentence, level: Decimal | None = None) -> tuple[list[Figure], Decimal | None]:
    """Find the figures of a sentence; `level` is that of the intervals in force, returned as it is after it."""
    state = _State(level=level)
    figures: list[Figure] = []
    items = [i for i in sentence.items if i.quantity is not None]
    for index, item in enumerate(items):
        quantity = item.quantity
        if quantity is None:
            continue
        following = items[index + 1].quantity if index + 1 < len(items) else None
        if is_set_aside(sentence, item, quantity, state.value) or _counts_events(sentence, item, quantity, figures):
            continue
        state.value = item if quantity.kind in _VALUES or quantity.kind == "number" else state.value
        match quantity.kind:
            case "effect":
                state.effect, state.named = item, quantity.name
            case "number":
                figure = _number(sentence, item, quantity, following, state) or _second(
                    sentence, item, quantity, figures, state
                )
                figures += [figure] if figure else []
            case "interval":
                _attach_interval(sentence, figures, quantity, state)
            case "p":
                _attach_p(sentence, figures, quantity, state, following)
            case "difference":
                figures.append(Figure(item.start, item.end, quantity, "difference"))
            case kind if kind in _VALUES:
                figures.append(Figure(item.start, item.end, quantity))
            case _:
                state.level = state.level if quantity.level is None else quantity.level
    return figures, state.level


def _counts_events(sentence: Sentence, item: Item, quantity: Quantity, figures: list[Figure]) -> bool:
    """`16 months (95% CI 13-23; 130 [35%] patients)`: behind the interval of a time, who had the event."""
    timed = quantity.kind == "share" and bool(figures) and figures[-1].kind == "duration"
    told = timed and figures[-1].interval is not None
    return told and _JOINED.fullmatch(sentence.gap(figures[-1].end, item.start)) is not None


def _number(
    sentence: Sentence, item: Item, quantity: Quantity, following: Quantity | None, state: _State
) -> Figure | None:
    """Decide whether a bare number is the value of a ratio, a mean, or nothing."""
    effect = ""
    if state.effect is not None and _PER.search(sentence.gap(state.effect.end, item.start)):
        return None
    if state.effect is not None and item.start - state.effect.end < _REACH and _ratio_like(quantity):
        effect, state.effect = state.named, None
    elif state.named and _ratio_like(quantity) and following is not None and following.kind in {"interval", "p"}:
        gap = sentence.gap(item.end, following.start)
        if len(gap) <= 4 and (following.kind == "p" or _inside(quantity, following)):
            effect = state.named
    elif quantity.name not in _CENTRES and not is_centre(sentence, item):
        return None
    figure = Figure(item.start, item.end, quantity, effect)
    if effect and state.early_p is not None:
        figure.p, state.early_p = state.early_p, None
    return figure


def _second(sentence: Sentence, item: Item, quantity: Quantity, figures: list[Figure], state: _State) -> Figure | None:
    """`was 0.54 for A (p < 0.001) and 0.50 for B`: the second of two coordinated ratios."""
    if not figures or not figures[-1].effect or not _ratio_like(quantity):
        return None
    gap = sentence.gap(figures[-1].end, item.start)
    joined = re.search(r"\band $", gap) and len(gap) < _REACH
    return Figure(item.start, item.end, quantity, state.named) if joined and "." in str(quantity.value) else None


def _ratio_like(quantity: Quantity) -> bool:
    return (
        quantity.value is not None
        and not quantity.unit
        and 0 <= quantity.value < _LARGEST_RATIO
        and not (quantity.value == quantity.value.to_integral() and quantity.value > 5)
    )


def _inside(quantity: Quantity, interval: Quantity) -> bool:
    low, high, value = interval.low, interval.high, quantity.value
    return not (
        value is None or (isinstance(low, Decimal) and value < low) or (isinstance(high, Decimal) and value > high)
    )


def _attach_interval(sentence: Sentence, figures: list[Figure], interval: Quantity, state: _State) -> None:
    if interval.level is not None:
        state.level = interval.level
    if not figures or (
        interval.name == "bare" and _is_range(sentence, figures[-1]) and not _TOLD_CI.search(sentence.text)
    ):
        return
    if interval.name == "bare" and any(_is_ranged(sentence, f, figures[-1]) for f in figures[:-1]):
        return
    last = figures[-1]
    if interval.unit and last.kind not in {"duration", "number"}:
        return  # in the late period (2-24 h)
    fits = last.quantity.status is not None or _inside(last.quantity, interval)
    far = interval.start - last.end >= _NEAR
    if far and (interval.start - last.end >= _NEAR_ARM or not sentence.between(last.end, interval.start, "arm")):
        return
    if last.interval is None and fits:
        last.interval = interval if interval.level is not None else _with_level(interval, state.level)
        last.end = max(interval.end, last.quantity.end)


def _is_ranged(sentence: Sentence, earlier: Figure, figure: Figure) -> bool:
    """`10.5 months (IQR 5.1-21.2) and 9.1 months (4.2-18.0)`; not behind a follow-up, nor where a CI was told since."""
    ranged = _HAS_RANGE.search(sentence.whole, earlier.start, figure.start)
    followed = _FOLLOWED.search(sentence.gap(sentence.start, earlier.start))
    return ranged is not None and not followed and not _TOLD_CI.search(sentence.whole, ranged.end(), figure.start)


def _is_range(sentence: Sentence, figure: Figure) -> bool:
    """Whether what stands in brackets behind a figure is a range: it is said so, or the figure is a measurement."""
    return (figure.kind == "number" and not figure.effect) or _RANGED.search(sentence.text) is not None


def _with_level(interval: Quantity, level: Decimal | None) -> Quantity:
    return replace(interval, level=level)


def _attach_p(
    sentence: Sentence, figures: list[Figure], p: Quantity, state: _State, following: Quantity | None
) -> None:
    """A p value belongs to the ratio next to it; beside values of arms it waits for the rule that pairs them."""
    last = figures[-1] if figures else None
    if last is not None and last.effect and last.p is None:
        last.p = None if _NEXT_CLAUSE.search(sentence.gap(last.end, p.start)) else p
    elif (
        following is not None
        and following.kind == "effect"
        and not re.search(r"[)\]]", sentence.gap(p.end, following.start))
    ):
        state.early_p = p
    elif last is not None and not _is_of_amount(sentence, last.end, p.start):
        last.pending.append(p)


def _is_of_amount(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an amount that makes no figure stands between a figure and a p value, which is of that."""
    between = (i.quantity for i in sentence.between(start, end, "quantity") if i.quantity)
    return any(q.kind == "number" and "/" in q.unit for q in between)
