"""Which statistic a value of an arm is, by its unit, the endpoint, and the words before it."""

import re
from typing import Final

from ....ontology.facts import Measure
from ..figures.figure import Figure
from ..items import Item, Sentence
from ..measured.families import family, is_known, is_of_patients, is_survival, takes_duration, takes_share

_TIME_TO_EVENT: Final = re.compile(r"survival|time to|duration|interval")
_CONTROL: Final = re.compile(r"\b(?:local|regional|loco-?regional|distant|pelvic|biochemical)(?: tumou?r)? control\b")
"""What patients keep for a time, as they do survival."""
_LIMIT: Final = re.compile(r"\s*(?:levels?\s*)?(?:[<>≤≥]|(?:below|above|less than|at least)\b)")
_AVERAGE: Final = re.compile(
    r"\b(?:mean|median|average)\s+(?:percent(?:age)?\s+)?"
    r"(?P<change>(?:reduction|decrease|increase|improvement|change)s?\s+(?:from baseline\s+)?in\s+(?:[a-z]+\s+)?)?$",
    re.IGNORECASE,
)


def measure_of(
    sentence: Sentence, subject: Item, figure: Figure, endpoint: str, time: str, *, compared: bool, told: bool
) -> Measure | None:
    """Tell the statistic; None where the value can't be one of the endpoint.

    `time` is the time point that is told; `told` says that the figures can be no more than a rate without one.
    """
    quantity = figure.quantity
    if endpoint == "minimal residual disease":
        return None  # of those who had some, or none?
    if quantity.kind == "share" and takes_share(endpoint) and not _is_averaged(sentence, subject, figure, endpoint):
        if quantity.name == "plain":
            return None  # changed by so much
        if time and _CONTROL.search(endpoint):
            return "rateAt"
        return "proportion" if not is_survival(endpoint) or told else "rateAt" if time else None
    if quantity.kind == "duration" and not (takes_duration(endpoint) or endpoint.endswith(quantity.unit)):
        return None
    if quantity.kind == "status" and not takes_duration(endpoint):
        return None
    if quantity.kind == "share" and (quantity.count is not None or _LIMIT.match(sentence.whole, subject.end)):
        return None  # patients whose HbA1c is below 7% are no mean of it
    if quantity.kind == "share" and "pharmacokinetic parameter" in family(endpoint):
        return None
    if endpoint.startswith(("<", ">")):
        return None  # nor has a weight loss of 10% at least any but a share
    said = [i.text for i in sentence.between(sentence.start, figure.start, "statistic")]
    if said and quantity.name == "mean":
        return "median" if said[-1].startswith("median") else "mean"  # a median of 15.2 ± 1.1 months
    if quantity.name == "mean" or (said and said[-1].startswith(("mean", "average"))):
        return "mean"
    if quantity.kind == "number" and quantity.name != "median" and not said:
        return "mean"  # by how much each arm changed, or how often something was each year
    if (
        said
        or quantity.name == "median"
        or ((compared or figure.interval) and quantity.kind in {"duration", "status"} and _is_timed(endpoint))
    ):
        return "median"
    return None


def _is_timed(endpoint: str) -> bool:
    """Whether times to an event are told, of which a text gives medians without a word."""
    known = is_known(endpoint) or endpoint.startswith("time to")
    return known and _TIME_TO_EVENT.search(endpoint) is not None


def _is_averaged(sentence: Sentence, subject: Item, figure: Figure, endpoint: str) -> bool:
    """`mean tumour shrinkage was 10%`, `105 ± 5%`: whether a percentage is an average, not a share of patients.

    What patients reach or not has a rate with its standard error: `5-year survival was 74 ± 5%`.
    """
    if figure.quantity.name == "mean":
        return not is_of_patients(endpoint)
    said = _AVERAGE.search(sentence.gap(max(sentence.start, subject.start - 60), subject.start))
    counted = endpoint.endswith(("rate", "response", "remission", "survival"))
    return said is not None and (said["change"] is not None or not counted)
