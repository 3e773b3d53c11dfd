"""What a document tells twice: an event named and counted, a result with and without all that is printed about it."""

from collections import defaultdict
from collections.abc import Hashable
from typing import Any

from ...ontology.facts import AdverseEventResult, OutcomeResult
from ..candidates import Candidate
from .contradictions import FIGURES, about

_Result = OutcomeResult | AdverseEventResult


def without_repeats(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out events without a figure that have one elsewhere in the same arm, and results told more fully."""
    told: dict[Hashable, list[_Result]] = defaultdict(list)
    for claim in _results(candidates):
        if _has_figure(claim):
            told[about(claim)].append(claim)
    counted = {(c.arm, c.event) for c in _results(candidates) if isinstance(c, AdverseEventResult) and _has_figure(c)}
    return [c for c in candidates if not _is_repeat(c.claim, told, counted)]


def _results(candidates: list[Candidate]) -> list[_Result]:
    return [c.claim for c in candidates if isinstance(c.claim, OutcomeResult | AdverseEventResult)]


def _is_repeat(claim: object, told: dict[Hashable, list[_Result]], counted: set[tuple[Any, ...]]) -> bool:
    if not isinstance(claim, OutcomeResult | AdverseEventResult):
        return False
    if isinstance(claim, AdverseEventResult) and not _has_figure(claim):
        return (claim.arm, claim.event) in counted
    mine = _figures(claim)
    return any(mine.items() < _figures(other).items() for other in told[about(claim)])


def _figures(claim: _Result) -> dict[str, object]:
    """The figures that are printed."""
    named = ((name, getattr(claim, name, None)) for name in FIGURES)
    return {name: figure for name, figure in named if figure is not None}


def _has_figure(claim: _Result) -> bool:
    return any(getattr(claim, name, None) is not None for name in ("value", "count", "status"))
