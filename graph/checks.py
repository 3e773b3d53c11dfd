"""Arithmetic on a single claim: papers have slips, and readers too; what does not add up is kept and flagged."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ..ontology.facts import AdverseEventResult, Claim, OutcomeResult

CHECKS: Final = ("count", "proportion", "interval")


def failed_checks(claim: Claim) -> Iterator[tuple[str, str]]:
    """Give the name of each check that a claim fails, and why in words.

    >>> from trialgraph.ontology.facts import Concept, Trial
    >>> event = Concept("AdverseEvent", "nausea")
    >>> slip = AdverseEventResult(trial=Trial("X"), arm=None, event=event, value=Decimal(12), count=10, total=50)
    >>> [*failed_checks(slip)]
    [('proportion', '10 of 50 is 20.0 percent, not 12')]
    """
    if not isinstance(claim, OutcomeResult | AdverseEventResult):
        return
    if claim.count is not None and claim.total is not None:
        yield from _check_counts(claim, claim.count, claim.total)
    if isinstance(claim, OutcomeResult) and claim.value is not None:
        low, high = claim.ci_low, claim.ci_high
        below = isinstance(low, Decimal) and claim.value < low
        if below or (isinstance(high, Decimal) and claim.value > high):
            yield "interval", f"{claim.value} lies outside its interval {low} to {high}"


def _check_counts(claim: OutcomeResult | AdverseEventResult, count: int, total: int) -> Iterator[tuple[str, str]]:
    if count > total:
        yield "count", f"{count} is more than the whole, {total}"
    elif total > 0 and claim.value is not None and claim.value_relation == "=" and _is_share(claim):
        share = Decimal(100 * count) / total
        unit = Decimal(1).scaleb(int(claim.value.as_tuple().exponent))
        if abs(claim.value - share) > unit / 2:
            yield "proportion", f"{count} of {total} is {share:.1f} percent, not {claim.value}"


def _is_share(claim: OutcomeResult | AdverseEventResult) -> bool:
    """Tell whether value is the share of count in total; a rate at a time, say, is an estimate of its own."""
    return isinstance(claim, AdverseEventResult) or (claim.measure == "proportion" and claim.unit == "percent")
