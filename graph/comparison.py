"""Comparing what documents say of the same thing: which claims can be compared, and where their figures differ.

Figures are texts as printed, because their digits tell how far they were rounded: 0.53 and 0.531 agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Final, Literal

from ..ontology.facts import AdverseEventResult, Claim, OutcomeResult, TrialAttribute
from .iris import digest
from .naming import Naming

Figures = Mapping[str, str]
Verdict = Literal["agree", "differ"]
_SINGLE: Final = {"phase", "enrolled", "siteCount", "countryCount", "randomizationRatio"}
"""Properties of which a trial has one value."""
_EXCLUSIVE: Final = ({"open-label", "double-blind"}, {"single-arm", "randomized"})
_WORDS: Final = {
    "value": "the value",
    "ciLevel": "the level of the confidence interval, in percent,",
    "ciLow": "the lower limit of the confidence interval",
    "ciHigh": "the upper limit of the confidence interval",
    "enrolled": "the number of patients",
    "siteCount": "the number of sites",
    "countryCount": "the number of countries",
    "randomizationRatio": "the randomization ratio",
    "phase": "the phase",
    "design": "the design",
}
COMPARED: Final = ("value", "ciLevel", "ciLow", "ciHigh")


@dataclass(frozen=True, slots=True, order=True)
class Stated:
    """A claim's figures as one document has them."""

    document: str
    claim: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims (IRIs) whose figures differ between documents, and in words how."""

    figure: str
    """The one of `COMPARED` that differs."""
    on: str
    """The property of the vocabulary: the figure, or the property of a trial."""
    claims: tuple[str, ...]
    explanation: str


def comparison_key(claim: Claim, naming: Naming) -> str:
    """Give the same text for claims that answer the same question; empty for claims that are not compared."""
    match claim:
        case OutcomeResult():
            arms = [naming.arm(arm).value if arm else "" for arm in (claim.arm, claim.comparator)]
            words = (claim.measure, claim.population, claim.at_time, claim.analysis_set, claim.unit, claim.assessed_by)
            thing = claim.endpoint
        case AdverseEventResult():
            arms = [naming.arm(claim.arm).value if claim.arm else ""]
            kind = (claim.serious, claim.treatment_related, claim.consequence)
            words, thing = (claim.grade, claim.population, *map(str, kind)), claim.event
        case TrialAttribute() if claim.attribute in _SINGLE | {"design"}:
            return digest(naming.trial(claim.trial).value, claim.attribute)
        case _:
            return ""
    about = (naming.trial(claim.trial).value, *arms, naming.thing(thing).value)
    return digest(claim.type, *about, *(word.casefold() for word in words))


def figures(claim: Claim) -> dict[str, str]:
    """Give the figures to compare, as printed; a value that is only a limit is none."""
    if isinstance(claim, TrialAttribute):
        return {"attribute": claim.attribute, "value": str(claim.value)}
    if not isinstance(claim, OutcomeResult | AdverseEventResult) or claim.value_relation != "=":
        return {}
    found = {"value": claim.value}
    if isinstance(claim, OutcomeResult):
        found |= {"ciLevel": claim.ci_level, "ciLow": claim.ci_low, "ciHigh": claim.ci_high}
    printed = {name: format(number, "f") for name, number in found.items() if isinstance(number, Decimal)}
    if isinstance(claim, OutcomeResult):
        time = {"dataCutoff": claim.data_cutoff, "medianFollowUp": claim.median_follow_up}
        printed |= {name: text for name, text in time.items() if text}
    return printed


def rounded_equal(left: str, right: str) -> bool:
    """Tell whether two printed numbers agree as far as the coarser one goes.

    >>> rounded_equal("0.53", "0.531"), rounded_equal("0.50", "0.53"), rounded_equal("0.5", "0.53")
    (True, False, True)
    """
    one, other = Decimal(left), Decimal(right)
    coarser = max(int(number.as_tuple().exponent) for number in (one, other))
    return abs(one - other) <= Decimal(5).scaleb(coarser - 1)


def disagreements(stated: Iterable[Stated]) -> Iterator[Disagreement]:
    """Find where documents differ; a document that states both figures contradicts nobody."""
    by_document: defaultdict[str, list[Stated]] = defaultdict(list)
    for one in sorted(stated, key=lambda one: (one.document, one.claim)):
        by_document[one.document].append(one)
    for name in COMPARED:
        differing: set[tuple[str, str, str]] = set()
        for left, right in combinations(_distinct(by_document), 2):
            verdicts = [(_compare(name, one, other), one, other) for one in left for other in right]
            if verdicts and all(verdict != "agree" for verdict, _, _ in verdicts):
                pairs = [pair for verdict, *pair in verdicts if verdict == "differ"]
                differing.update((one.claim, one.document, one.figures[name]) for pair in pairs for one in pair)
        if differing:
            on = next(iter(by_document.values()))[0].figures.get("attribute", name)
            claims = tuple(sorted({claim for claim, _, _ in differing}))
            shown = sorted({f"{document} has {figure}" for _, document, figure in differing})
            yield Disagreement(name, on, claims, f"{_WORDS.get(on, on)} differs: {', '.join(shown)}")


def _distinct(by_document: Mapping[str, list[Stated]]) -> list[list[Stated]]:
    """Keep one document of those that state exactly the same claims."""
    kept: dict[frozenset[str], list[Stated]] = {}
    for stated in by_document.values():
        kept.setdefault(frozenset(one.claim for one in stated), stated)
    return [*kept.values()]


def _compare(name: str, left: Stated, right: Stated) -> Verdict | None:
    """Compare two claims in one property; None where there is nothing to compare."""
    one, other = left.figures, right.figures
    if name not in one or name not in other or _cutoffs(left, right) is not None:
        return None
    if "attribute" in one:
        return _compare_attribute(one["attribute"], one["value"], other["value"])
    if name == "value":
        return "agree" if rounded_equal(one["value"], other["value"]) else "differ"
    if _compare("value", left, right) != "agree":
        return None
    if name != "ciLevel" and one.get("ciLevel") != other.get("ciLevel"):
        return None
    return "agree" if rounded_equal(one[name], other[name]) else "differ"


def _compare_attribute(attribute: str, left: str, right: str) -> Verdict | None:
    if attribute == "design":
        return "differ" if left != right and any({left, right} == pair for pair in _EXCLUSIVE) else None
    return "agree" if left == right else "differ"


def _cutoffs(left: Stated, right: Stated) -> tuple[str, str] | None:
    """Give the two dates or lengths of follow-up where both are told and differ."""
    for name in ("dataCutoff", "medianFollowUp"):
        pair = left.figures.get(name, ""), right.figures.get(name, "")
        if all(pair) and pair[0] != pair[1]:
            return pair
    return None


def supersession(stated: Iterable[Stated]) -> dict[str, set[str]]:
    """Give for each claim with a data cut-off (ISO 8601) the claims on the same question with an earlier one."""
    dated = {(one.figures["dataCutoff"], one.claim) for one in stated if "dataCutoff" in one.figures}
    return {claim: {other for earlier, other in dated if earlier < cutoff} for cutoff, claim in dated}
