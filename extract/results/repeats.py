"""What a document tells twice: an event named and counted, a result with and without all that is printed about it."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import fields, replace
from typing import Any, Final

from ...ontology.facts import AdverseEventResult, OutcomeResult
from ..candidates import Candidate

_FIGURES: Final = ("value", "status", "count", "total", "ci_low", "ci_high", "ci_level", "p_relation", "p_value",
                   "p_sides")  # fmt: skip
_Result = OutcomeResult | AdverseEventResult


def without_repeats(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out events without a figure that have one elsewhere in the same arm, and results told more fully."""
    told: dict[Hashable, list[_Result]] = defaultdict(list)
    for claim in _results(candidates):
        if _has_figure(claim):
            told[_about(claim)].append(claim)
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
    return any(mine.items() < _figures(other).items() for other in told[_about(claim)])


def _about(claim: _Result) -> Hashable:
    """What a result is of, without its figures."""
    return replace(claim, **{name: None for name in _FIGURES if hasattr(claim, name)})


def _figures(claim: _Result) -> dict[str, object]:
    """The figures that are printed."""
    named = {f.name: getattr(claim, f.name) for f in fields(claim) if f.name in _FIGURES}
    return {name: figure for name, figure in named.items() if figure is not None}


def _has_figure(claim: _Result) -> bool:
    return any(getattr(claim, name, None) is not None for name in ("value", "count", "status"))
