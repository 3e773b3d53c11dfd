"""From the answer to the catalogue's question `adverse-events` to dot plots and heat maps."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ...graph.wording import words
from .dots import EventRow, Order, Share, dot_plot
from .effects import Address, Row, decimal, told

_ALL: Final = "all patients"
Key = tuple[str, str, str]
"""Event, grade, what it is further confined to."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one dot plot shows: two arms of a trial, or one where it has no other."""

    trial: str
    arm: str
    control: str
    rows: tuple[EventRow, ...]

    def foremost(self, most: int) -> "Comparison":
        """Keep the rows with the greatest differences, then the most frequent, at most so many."""
        ranked = sorted(self.rows, key=lambda row: (-_distance(row), -row.frequency))
        return replace(self, rows=tuple(ranked[:most]))

    def svg(self, order: Order = "difference") -> str:
        """Draw it."""
        return dot_plot(f"{self.trial}: adverse events", self.rows, arm=self.arm, control=self.control, order=order)


def _distance(row: EventRow) -> float:
    """Tell how far apart the arms are, -1 where that is not known."""
    return -1.0 if row.difference is None else abs(row.difference)


def comparisons(rows: Iterable[Row], address: Address) -> list[Comparison]:
    """Compare the arms of each trial: each tested arm with each control, or with each other where roles are unknown."""
    trials: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        trials[told(row, "trialName")].append(row)
    return [one for trial, found in sorted(trials.items()) for one in _of_trial(trial, found, address)]


def _of_trial(trial: str, rows: Sequence[Row], address: Address) -> list[Comparison]:
    pairs = _pairs(rows)
    return [Comparison(trial, arm, control, tuple(_event_rows(rows, arm, control, address))) for arm, control in pairs]


def _pairs(rows: Iterable[Row]) -> list[tuple[str, str]]:
    roles = {told(row, "armDrugs"): told(row, "roleName") for row in rows}
    arms = sorted(roles, key=lambda arm: (arm == _ALL, roles[arm] == "control", arm))
    groups = [arm for arm in arms if arm != _ALL]
    controls = [arm for arm in groups if roles[arm] == "control"] or groups[1:2]
    tested = [arm for arm in groups if arm not in controls]
    alone = [(arm, "") for arm in (tested or controls)] if not (tested and controls) else []
    everyone = [(_ALL, "")] if _ALL in roles else []
    return [(arm, control) for arm in tested for control in controls] + alone + everyone


def _event_rows(rows: Iterable[Row], arm: str, control: str, address: Address) -> list[EventRow]:
    """Put side by side what is the same event of the same grade in the same patients; never guess which of several."""
    found: defaultdict[Key, dict[str, list[Share]]] = defaultdict(lambda: {arm: [], control: []})
    for row in rows:
        if told(row, "armDrugs") in (arm, control):
            found[_key(row)][told(row, "armDrugs")].append(_share(row, address))
    return [row for key, sides in sorted(found.items()) for row in _side_by_side(key, sides[arm], sides[control])]


def _side_by_side(key: Key, arm: Sequence[Share], control: Sequence[Share]) -> list[EventRow]:
    event, grade, detail = key
    arm, control = _distinct(arm), _distinct(control)
    if len(arm) <= 1 and len(control) <= 1:
        one, other = (next(iter(shares), None) for shares in (arm, control))
        return [EventRow(event=event, grade=grade, detail=detail, arm=one, control=other)]
    base = EventRow(
        event=event,
        grade=grade,
        detail=" · ".join(filter(None, (detail, "several figures, not compared"))),
        missing="in another row" if arm and control else "not reported",
    )
    return [replace(base, arm=share) for share in arm] + [replace(base, control=share) for share in control]


def _distinct(shares: Sequence[Share]) -> list[Share]:
    """Leave out what says no more than another of these figures: the same number, without counts or more rounded."""
    kept: list[Share] = []
    for share in sorted(shares, key=lambda one: (one.total is None, -len(str(one.percent or "")), str(one))):
        if not any(share.agrees(other) for other in kept):
            kept.append(share)
    return kept


def _key(row: Row) -> Key:
    consequence = told(row, "consequenceName")
    marks = (
        "serious" if told(row, "serious") == "true" else "",
        "treatment-related" if told(row, "treatmentRelated") == "true" else "",
        consequence if consequence in ("", "fatal") else f"leading to {words(consequence)}",
        told(row, "subgroup"),
    )
    grade = told(row, "grade").replace(">=", "≥").replace("<=", "≤")
    return told(row, "eventName"), grade, ", ".join(filter(None, marks))


def _share(row: Row, address: Address) -> Share:
    count, total = (int(row[name]) if name in row else None for name in ("count", "total"))
    return Share(
        percent=decimal(row, "percent"),
        relation=told(row, "relation") or "=",
        count=count,
        total=total,
        href=address(told(row, "claim")),
    )
