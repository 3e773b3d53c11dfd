"""When results were counted: data cut-offs told with a result or of a trial, and which result takes another's place.

A cut-off is ISO 8601, as precise as printed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..ontology.facts import AdverseEventResult, Claim, OutcomeResult, TrialAttribute
from .agreement import Figures, Stated, rounded_equal
from .naming import Naming

STAND_IN = "trialCutoff"
"""Among the figures of a claim: the cut-off that its document tells of the trial, where that is only one."""


def trial_cutoffs(claims: Iterable[Claim], naming: Naming) -> dict[str, str]:
    """Give, by IRI, each trial's data cut-off where one document's claims tell exactly one."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim, TrialAttribute) and claim.attribute == "dataCutoff":
            told[naming.trial(claim.trial).value].add(str(claim.value))
    return {trial: cutoffs.pop() for trial, cutoffs in told.items() if len(cutoffs) == 1}


def stand_in(claim: Claim, cutoffs: Mapping[str, str], naming: Naming) -> dict[str, str]:
    """Give the trial's cut-off for a result that has none of its own."""
    if not isinstance(claim, OutcomeResult | AdverseEventResult) or getattr(claim, "data_cutoff", ""):
        return {}
    cutoff = cutoffs.get(naming.trial(claim.trial).value)
    return {STAND_IN: cutoff} if cutoff else {}


def apart(left: Figures, right: Figures) -> bool:
    """Tell whether two figures are known to be of different times, by cut-off or by length of follow-up."""
    follow_up = left.get("medianFollowUp", ""), right.get("medianFollowUp", "")
    return _differ(_cutoff(left), _cutoff(right)) or _differ(*follow_up)


def dates(stated: Iterable[Stated]) -> dict[str, str]:
    """Give the data cut-off of each claim that has one, among claims on the same question.

    A trial's cut-off stands in only for figures that no document tells of an earlier one: a report repeats what was
    known before.
    """
    found: dict[str, str] = {}
    known: list[tuple[str, Figures]] = []
    for cutoff, claim, figures in sorted(
        ((_cutoff(one.figures), one.claim, one.figures) for one in stated), key=lambda dated: dated[:2]
    ):
        repeated = (date for date, earlier in known if STAND_IN in figures and _same_value(earlier, figures))
        if cutoff and claim not in found:
            found[claim] = min(repeated, default=cutoff)
            known.append((found[claim], figures))
    return found


def supersession(stated: Iterable[Stated]) -> dict[str, set[str]]:
    """Give for each claim with a data cut-off the claims on the same question with an earlier one."""
    dated = dates(stated)
    return {
        claim: {other for other, earlier in dated.items() if earlier < cutoff and _differ(earlier, cutoff)}
        for claim, cutoff in dated.items()
    }


def _cutoff(figures: Figures) -> str:
    return figures.get("dataCutoff") or figures.get(STAND_IN, "")


def _differ(left: str, right: str) -> bool:
    """Tell whether both are told and neither is the other, only more precise: 2020-02 and 2020-02-07."""
    return bool(left and right) and not left.startswith(right) and not right.startswith(left)


def _same_value(left: Figures, right: Figures) -> bool:
    return "value" in left and "value" in right and rounded_equal(left["value"], right["value"])
