"""Comparing what documents say of the same thing: which claims can be compared, and where their figures differ."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product
from typing import Final, Literal

from ..ontology.facts import AdverseEventResult, Claim, Concept, OutcomeResult, TrialArm, TrialAttribute
from .agreement import DESIGNS, Figures, Stated, attributes_agree, p_values_agree, rounded_equal
from .iris import digest
from .naming import Naming
from .timing import apart

Verdict = Literal["agree", "differ"]
SINGLE_VALUED: Final = {"phase", "enrolled", "siteCount", "countryCount", "randomizationRatio"}
"""Properties of which a trial has one value."""
_WORDS: Final = {
    "value": "the value",
    "ciLevel": "the level of the confidence interval",
    "ciLow": "the lower limit of the confidence interval",
    "ciHigh": "the upper limit of the confidence interval",
    "pValue": "the p value",
    "enrolled": "the number of patients",
    "size": "the size of the arm",
    "siteCount": "the number of sites",
    "countryCount": "the number of countries",
    "randomizationRatio": "the randomization ratio",
    "phase": "the phase",
    "design": "the design",
    "sponsor": "the sponsor",
}
_REMARKS: Final = {
    "sponsor": "; one may name who ran the trial, the other who paid for it",
    **dict.fromkeys(("ciLevel", "ciLow", "ciHigh", "pValue"), "; the value itself agrees"),
}
_NAMED: Final = 3
"""Documents that an explanation names for one figure."""
COMPARED: Final = ("value", "ciLevel", "ciLow", "ciHigh", "pValue")


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
        case TrialAttribute():
            return _attribute_key(claim, naming)
        case TrialArm():
            return digest(naming.arm(claim.arm).value, "size")
        case _:
            return ""
    about = (naming.trial(claim.trial).value, *arms, naming.thing(thing).value)
    return digest(claim.type, *about, *(word.casefold() for word in words))


def _attribute_key(claim: TrialAttribute, naming: Naming) -> str:
    """Designs are compared by what they tell: an open-label trial may be randomized, but not double-blind."""
    if claim.attribute == "design" and claim.value in DESIGNS:
        return digest(naming.trial(claim.trial).value, "design", DESIGNS[str(claim.value)])
    if claim.attribute in SINGLE_VALUED | {"sponsor"}:
        return digest(naming.trial(claim.trial).value, claim.attribute)
    return ""


def figures(claim: Claim) -> dict[str, str]:
    """Give the figures to compare, as printed; a value that is only a limit is none."""
    if isinstance(claim, TrialAttribute):
        value = claim.value.name if isinstance(claim.value, Concept) else str(claim.value)
        return {"attribute": claim.attribute, "value": value}
    if isinstance(claim, TrialArm):
        return {} if claim.size is None else {"attribute": "size", "value": str(claim.size)}
    if not isinstance(claim, OutcomeResult | AdverseEventResult) or claim.value_relation != "=":
        return {}
    found = {"value": _percentage(claim) if claim.value is None else claim.value}
    if isinstance(claim, OutcomeResult):
        found |= {"ciLevel": claim.ci_level, "ciLow": claim.ci_low, "ciHigh": claim.ci_high, "pValue": claim.p_value}
    printed = {name: format(number, "f") for name, number in found.items() if isinstance(number, Decimal)}
    return printed | _circumstances(claim) if isinstance(claim, OutcomeResult) else printed


def _percentage(claim: OutcomeResult | AdverseEventResult) -> Decimal | None:
    """Work out the share of patients with an event that is told in patients."""
    if isinstance(claim, OutcomeResult) or claim.count is None or claim.total is None or claim.total == 0:
        return None
    return round(Decimal(100 * claim.count) / claim.total, 4)


def _circumstances(claim: OutcomeResult) -> dict[str, str]:
    """Give what the figures depend on."""
    found = {"dataCutoff": claim.data_cutoff, "medianFollowUp": claim.median_follow_up, "pRelation": claim.p_relation}
    sides = {} if claim.p_sides is None else {"pSides": str(claim.p_sides)}
    return {name: text for name, text in found.items() if text} | sides


def disagreements(stated: Iterable[Stated]) -> Iterator[Disagreement]:
    """Find where documents differ; a document that states both figures contradicts nobody."""
    by_document: defaultdict[str, list[Stated]] = defaultdict(list)
    for one in sorted(stated, key=lambda one: (one.document, one.claim)):
        by_document[one.document].append(one)
    for name in COMPARED:
        differing: set[str] = set()
        for left, right in combinations(_distinct(by_document), 2):
            verdicts = [(_compare(name, one, other), one, other) for one in left for other in right]
            if verdicts and all(verdict != "agree" for verdict, _, _ in verdicts):
                pairs = [pair for verdict, *pair in verdicts if verdict == "differ"]
                differing.update(one.claim for pair in pairs for one in pair)
        if differing:
            stating = (one for found in by_document.values() for one in found if name in one.figures)
            sides = [one for one in stating if one.claim in differing]
            on = sides[0].figures.get("attribute", name)
            explanation = f"{_WORDS[on]} differs: {_who_has_what(name, sides)}{_REMARKS.get(on, '')}"
            yield Disagreement(name, on, tuple(sorted(differing)), explanation)


def _who_has_what(name: str, sides: Iterable[Stated]) -> str:
    documents: defaultdict[str, list[str]] = defaultdict(list)
    for one in sides:
        documents[_shown(name, one.figures)].append(one.document)
    return ", ".join(sorted(f"{_listed(sorted(set(found)))} {figure}" for figure, found in documents.items()))


def _listed(documents: list[str]) -> str:
    """Name some of the documents, and tell how many more there are.

    >>> _listed(["a"]), _listed(["a", "b"]), _listed(["a", "b", "c", "d", "e"])
    ('a has', 'a and b have', 'a, b, c and 2 others have')
    """
    if len(documents) == 1:
        return f"{documents[0]} has"
    named, others = (documents[:-1], documents[-1]) if len(documents) <= _NAMED else (documents[:_NAMED], "")
    return f"{', '.join(named)} and {others or f'{len(documents) - _NAMED} others'} have"


def agree(left: Iterable[Stated], right: Iterable[Stated]) -> bool:
    """Tell whether two sides make one claim, or have one value that agrees."""
    return any(
        one.claim == other.claim or _compare("value", one, other) == "agree" for one, other in product(left, right)
    )


def _shown(name: str, figures: Figures) -> str:
    if name == "ciLevel":
        return f"{figures[name]}%"
    if name != "pValue":
        return figures[name]
    sides = {"1": " (one-sided)", "2": " (two-sided)"}.get(figures.get("pSides", ""), "")
    return f"{figures.get('pRelation', '=')} {figures[name]}{sides}"


def _distinct(by_document: Mapping[str, list[Stated]]) -> list[list[Stated]]:
    """Keep one document of those that state exactly the same claims; the size of an arm is no part of its claim."""
    kept: dict[frozenset[tuple[str, str]], list[Stated]] = {}
    for stated in by_document.values():
        kept.setdefault(frozenset((one.claim, one.figures.get("value", "")) for one in stated), stated)
    return [*kept.values()]


def _compare(name: str, left: Stated, right: Stated) -> Verdict | None:
    """Compare two claims in one property; None where there is nothing to compare."""
    one, other = left.figures, right.figures
    if name not in one or name not in other or apart(one, other):
        return None
    if "attribute" in one:
        return _verdict(attributes_agree(one["attribute"], one["value"], other["value"]))
    if name == "value":
        return _verdict(rounded_equal(one["value"], other["value"]))
    if _compare("value", left, right) != "agree":
        return None
    if name == "pValue":
        return _verdict(p_values_agree(one, other))
    if name != "ciLevel" and one.get("ciLevel") != other.get("ciLevel"):
        return None
    return _verdict(rounded_equal(one[name], other[name]))


def _verdict(agree: bool) -> Verdict:
    return "agree" if agree else "differ"
