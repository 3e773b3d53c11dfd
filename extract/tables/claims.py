"""A cell with its row and column as a claim."""

import re
from decimal import Decimal
from typing import Final, cast

from ...ontology.facts import AdverseEventResult, Arm, Concept, Measure, OutcomeResult, Trial
from ..results.measured.event_names import plain_event
from ..results.measured.families import is_survival, takes_duration, takes_mean, takes_share
from .announcements import EITHER
from .cells import CellValue
from .columns import Column
from .subjects import Subject

_TIMED: Final = re.compile(r"survival|time to|duration|interval")
_TIME_UNITS: Final = frozenset({"months", "weeks", "days", "years", "hours", "minutes"})
_TOLERANCE: Final = Decimal("1.01")
_PERCENT: Final = 100


def event_claim(
    subject: Subject, column: Column, cell: CellValue, arm: Arm | None, trial: Trial
) -> AdverseEventResult | None:
    """A count of patients with an event; None where the cell holds no share."""
    if not cell.share:
        return None
    plain = plain_event(subject.concept)
    total = cell.total if cell.total is not None else _fitting(cell, column.total)
    return AdverseEventResult(
        trial=trial,
        arm=arm,
        event=plain.event,
        grade=subject.grade if subject.grade not in {"", "any"} else column.grade or "any",
        value=_percent(cell, total),
        value_relation=cell.relation,
        count=cell.count,
        total=total,
        serious=plain.serious or (True if subject.serious else None),
        treatment_related=plain.related or (True if subject.related else None),
        consequence=subject.consequence or plain.consequence,
        population=", ".join(filter(None, (column.population, subject.at or column.time))),
    )


def _fitting(cell: CellValue, total: int | None) -> int | None:
    """The size of the group, unless count and percentage are of another one."""
    if total is None or cell.count is None or total == 0:
        return total
    if cell.count > total or (
        cell.value is not None and abs(_PERCENT * cell.count / Decimal(total) - cell.value) > _TOLERANCE
    ):
        return None
    return total


def _percent(cell: CellValue, total: int | None) -> Decimal | None:
    """None of so many is 0 percent, printed or not."""
    return Decimal(0) if cell.value is None and cell.count == 0 and total else cell.value


def outcome_claim(
    subject: Subject, column: Column, cell: CellValue, arm: Arm | None, trial: Trial
) -> OutcomeResult | None:
    """A value of an endpoint in an arm; None where the cell can't hold one."""
    endpoint = Concept("Endpoint", subject.concept.name)
    time = subject.time or subject.at or column.time
    measure = _measure(subject, cell, time)
    if measure is None:
        return None
    share = measure in {"proportion", "rateAt"}
    total = cell.total if cell.total is not None else _fitting(cell, column.total) if share else None
    value = _percent(cell, total) if share else cell.value
    return OutcomeResult(
        trial=trial,
        arm=arm,
        endpoint=endpoint,
        measure=measure,
        value=value,
        value_relation=cell.relation,
        unit="percent" if share and value is not None else "" if share else cell.unit or subject.unit,
        status=cell.status,
        at_time=time if measure == "rateAt" else subject.at or column.time,
        count=cell.count,
        total=total,
        ci_low=cell.low,
        ci_high=cell.high,
        ci_level=cell.level if cell.low is not None else None,
        population=column.population,
    )


def _measure(subject: Subject, cell: CellValue, time: str) -> Measure | None:
    name = subject.concept.name
    if cell.share:
        if is_survival(name):
            return "rateAt" if time and cell.value is not None else None
        return "proportion" if takes_share(name) else None
    unit = cell.unit or subject.unit
    if not takes_mean(name) or (unit in _TIME_UNITS and not takes_duration(name)):
        return None
    if subject.statistic.startswith("geometric"):
        return "geometricMean" if unit else None
    if cell.mean or subject.statistic.startswith(("mean", "average")):
        return "mean" if unit or cell.mean else None
    if cell.status is not None:
        return "median" if _TIMED.search(name) else None
    if subject.statistic.startswith("median") and unit:
        return "median"
    return "median" if unit in _TIME_UNITS and _TIMED.search(name) and not time else None


def ratio_claim(subject: Subject, effect: str, cell: CellValue, arm: Arm, comparator: Arm) -> OutcomeResult | None:
    """A ratio between two arms; of a header that promises hazard or odds ratios, times have hazard ratios."""
    if cell.value is None or cell.share or cell.value <= 0:
        return None
    name = subject.concept.name
    if effect == EITHER:
        effect = "hazardRatio" if is_survival(name) or _TIMED.search(name) else "oddsRatio"
    return OutcomeResult(
        trial=arm.trial,
        arm=arm,
        comparator=comparator,
        endpoint=Concept("Endpoint", name),
        measure=cast("Measure", effect),
        value=cell.value,
        unit="ratio",
        ci_low=cell.low,
        ci_high=cell.high,
        ci_level=cell.level if cell.low is not None else None,
        p_relation=cell.p[0] if cell.p else None,
        p_value=cell.p[1] if cell.p else None,
    )
