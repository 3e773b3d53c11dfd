"""From the answer to the catalogue's question `hazard-ratios` to forest plots."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal

from .forest import Effect, Limit, forest_plot

Row = Mapping[str, str]
"""A row of an answer: texts, IRIs and numbers as printed, by column; what has no value is not there."""
Address = Callable[[str], str]
"""Gives the address of a claim's page, or of its place on this one, for its IRI."""
_BAD_NEWS: Final = ("survival", "progression", "next treatment", "treatment failure", "recurrence", "relapse", "death")
"""Endpoints of time until something bad: below 1 favours the arm. Of others a plot only says `lower hazard`."""


@dataclass(frozen=True, slots=True)
class Forest:
    """What one forest plot shows."""

    title: str
    endpoint: str
    effects: tuple[Effect, ...]
    sides: tuple[str, str] = field(default=("", ""))

    def svg(self) -> str:
        """Draw it."""
        return forest_plot(self.title, self.effects, sides=self.sides)


def trial_forests(rows: Iterable[Row], address: Address) -> list[Forest]:
    """Make a plot for each trial and endpoint, its rows all patients and subgroups."""
    return [
        Forest(f"{trial}: {endpoint}", endpoint, _within(found, address), _sides(endpoint, found))
        for (trial, endpoint), found in _grouped(rows, "trialName", "endpointName").items()
    ]


def endpoint_forests(rows: Iterable[Row], address: Address, trials: Collection[str] = ()) -> list[Forest]:
    """Make a plot for each endpoint, its rows trials; `trials` stay in where they report no hazard ratio."""
    return [
        Forest(endpoint, endpoint, (*_across(found, address), *_missing(found, trials)), _sides(endpoint, found))
        for (endpoint,), found in _grouped(rows, "endpointName").items()
    ]


def decimal(row: Row, name: str) -> Decimal | None:
    """Read a number; None where there is none."""
    return Decimal(row[name]) if name in row else None


def told(row: Row, name: str) -> str:
    """Read a text, empty where there is none."""
    return row.get(name, "")


def _grouped(rows: Iterable[Row], *names: str) -> dict[tuple[str, ...], list[Row]]:
    found: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[tuple(told(row, name) for name in names)].append(row)
    return dict(sorted(found.items()))


def _within(rows: Iterable[Row], address: Address) -> tuple[Effect, ...]:
    ordered = sorted(rows, key=lambda row: (told(row, "subgroup") != "", _arms(row), told(row, "subgroup")))
    several = len({_arms(row) for row in ordered}) > 1
    return tuple(
        _effect(row, address, told(row, "subgroup") or "all patients", _arms(row) if several else "") for row in ordered
    )


def _across(rows: Iterable[Row], address: Address) -> list[Effect]:
    ordered = sorted(rows, key=lambda row: (told(row, "trialName").casefold(), told(row, "subgroup"), _arms(row)))
    details = [" · ".join(filter(None, (told(row, "subgroup"), _arms(row)))) for row in ordered]
    return [_effect(row, address, told(row, "trialName"), one) for row, one in zip(ordered, details, strict=True)]


def _missing(rows: Iterable[Row], trials: Collection[str]) -> list[Effect]:
    return [Effect(label=trial) for trial in sorted(set(trials) - {told(row, "trialName") for row in rows})]


def _effect(row: Row, address: Address, label: str, detail: str) -> Effect:
    cutoff = f"data cut-off {told(row, 'dataCutoff')}" if "dataCutoff" in row else ""
    return Effect(
        label=label,
        detail=" · ".join(filter(None, (detail, cutoff))),
        value=decimal(row, "hazardRatio"),
        low=_limit(row, "ciLow"),
        high=_limit(row, "ciHigh"),
        level=decimal(row, "ciLevel"),
        p=_p_value(row),
        href=address(told(row, "claim")),
    )


def _limit(row: Row, name: str) -> Limit | None:
    words: dict[str, Literal["not reached", "not estimable", "not reported"]] = {
        "notReached": "not reached", "notEstimable": "not estimable", "notReported": "not reported",
    }  # fmt: skip
    return words.get(told(row, name)) or decimal(row, name)


def _p_value(row: Row) -> str:
    sides = {"1": ", one-sided", "2": ", two-sided"}.get(told(row, "pSides"), "")
    return f"p {told(row, 'p')}{sides}" if "p" in row else ""


def _arms(row: Row) -> str:
    return " vs ".join(filter(None, (told(row, "armDrugs"), told(row, "comparatorDrugs"))))


def _sides(endpoint: str, rows: Iterable[Row]) -> tuple[str, str]:
    """Say what lies left and right of 1, as long as all rows compare arms in the same direction."""
    pairs = {(told(row, "armDrugs"), told(row, "comparatorDrugs")) for row in rows}
    bad = any(word in endpoint.casefold() for word in _BAD_NEWS)
    if not all(arm and comparator for arm, comparator in pairs):
        return "lower hazard", "higher hazard"
    arm, comparator = pairs.pop() if len(pairs) == 1 else ("the arm named first", "the other")
    return (f"favours {arm}", f"favours {comparator}") if bad else (f"lower hazard with {arm}", "higher hazard")
