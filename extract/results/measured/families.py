"""What kind of figure an endpoint can have, from its place in the lexicon."""

import re
from functools import cache

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon

_NO_SHARE = frozenset({
    "pharmacokinetic parameter", "laboratory measurement", "physiological measurement", "patient-reported outcome",
    "clinical scale", "treatment exposure", "economic endpoint", "vaccine efficacy",
})  # fmt: skip
_NO_DURATION = frozenset(
    {
        "response endpoint",
        "laboratory measurement",
        "physiological measurement",
        "patient-reported outcome",
        "event rate",
        "death",
        "clinical scale",
    }
)
_MEASURED = frozenset({
    "pharmacokinetic parameter", "pharmacodynamic endpoint", "laboratory measurement", "physiological measurement",
    "patient-reported outcome", "clinical scale",
})  # fmt: skip
_AMOUNT = re.compile(
    r"(?:\b(?:index|indices|fraction|saturation|area|volume|thickness|density|weight|pressure|width|length|size|clearance|velocity"
    r"|intensity|dilat(?:at)?ion|resistance|capacity|flow|strength|percentage|bioavailability|activity|uptake|intake|consumption"
    r"|ratio|temperature|diameter|h(?:a)?ematocrit)|(?:level|concentration|score|count|titer|titre|dose|value)s?)$"
)
"""The last word of what is measured, where no lexicon lists it."""
_BELOW_ZERO = re.compile(r"\b[tz]-?score|excess|balance", re.IGNORECASE)
_REACHED = re.compile(
    r"[<>]|(?:ab)?normal|full|complete|adequate|low|high|elevated|(?:un)?detectable|stable|protective"
)
_SPARED = re.compile(r"freedom from .*(?:failure|recurrence|relapse|progression|metastas[ei]s)$")
_SURVIVAL = frozenset({"survival endpoint", "time-to-event endpoint"})


@cache
def family(name: str) -> frozenset[str]:
    """The endpoint and everything broader than it in the lexicon.

    >>> "survival endpoint" in family("progression-free survival")
    True
    """
    entry = load_lexicon().entry(Concept("Endpoint", name))
    broader = entry.broader if entry else ()
    return frozenset({name}).union(*(family(b.name) for b in broader))


def is_known(name: str) -> bool:
    """Whether the lexicon lists the endpoint, or its name is that of a kind of survival.

    >>> is_known("objective response rate"), is_known("menstruation recovery rate")
    (True, False)
    """
    return load_lexicon().entry(Concept("Endpoint", name)) is not None or is_survival(name)


def takes_share(name: str) -> bool:
    """Whether a percentage of patients can be a figure of the endpoint.

    >>> takes_share("objective response rate"), takes_share("maximum plasma concentration")
    (True, False)
    >>> takes_share("augmentation index")
    False
    """
    return not (family(name) & _NO_SHARE or _is_amount(name))


def _is_amount(name: str) -> bool:
    """Whether a name that no lexicon lists is that of an amount, not of one that patients reach: `normal weight`."""
    return not _REACHED.match(name) and _AMOUNT.search(name) is not None and not is_known(name)


def takes_duration(name: str) -> bool:
    """Whether a time can be a figure of the endpoint.

    >>> takes_duration("time to deterioration"), takes_duration("pain score")
    (True, False)
    """
    timed = name.startswith("time to") or "duration endpoint" in family(name)
    return timed or not family(name) & _NO_DURATION


def is_timed(name: str) -> bool:
    """Whether the endpoint itself is a time, so that `time to` before it says nothing new.

    >>> is_timed("overall survival"), is_timed("time to relief"), is_timed("analgesia")
    (True, True, False)
    """
    return name.startswith(("time", "duration")) or is_survival(name) or "duration endpoint" in family(name)


def takes_mean(name: str) -> bool:
    """Whether anything but a share of patients can be a figure of the endpoint: not of a response.

    >>> takes_mean("stable disease"), takes_mean("duration of response")
    (False, True)
    """
    return "response endpoint" not in family(name) or "duration endpoint" in family(name)


def is_measurement(name: str) -> bool:
    """Whether the endpoint is measured on a scale, not counted or timed.

    >>> is_measurement("LDL cholesterol"), is_measurement("overall survival"), is_measurement("waiting list")
    (True, False, False)
    """
    return bool(family(name) & _MEASURED)


def takes_points(name: str) -> bool:
    """Whether the endpoint is a scale that clinicians or patients fill in, so that no mass or volume is one of it.

    >>> takes_points("pain score"), takes_points("birth weight")
    (True, False)
    """
    return bool(family(name) & {"clinical scale", "patient-reported outcome"})


def may_be_measured(name: str) -> bool:
    """Whether the endpoint is measured on a scale, or is in no lexicon and may be.

    >>> may_be_measured("LDL cholesterol"), may_be_measured("width of the wound"), may_be_measured("overall survival")
    (True, True, False)
    """
    return is_measurement(name) or not is_known(name)


def may_be_negative(name: str) -> bool:
    """Whether a value below zero need not be a change.

    >>> may_be_negative("lumbar spine T-score"), may_be_negative("body weight")
    (True, False)
    """
    return _BELOW_ZERO.search(name) is not None


def takes_ratio(name: str) -> bool:
    """Whether arms can be compared by a ratio of the endpoint: a scale or a measurement has none."""
    return "clinical scale" not in family(name)


def is_survival(name: str) -> bool:
    """Whether shares of the endpoint are rates at a time point."""
    return not name.endswith(" event") and (
        bool(family(name) & _SURVIVAL) or "survival" in name or _SPARED.match(name) is not None
    )


def is_of_patients(name: str) -> bool:
    """Whether the endpoint is one that each patient reaches or not: survival, a response, an event.

    >>> is_of_patients("relapse"), is_of_patients("complete response"), is_of_patients("ejection fraction")
    (True, True, False)
    """
    return is_survival(name) or bool(family(name) & {"event rate", "response endpoint"})


def survival_of(event: str) -> str:
    """The survival of which something is an event; empty where it is an event of its own.

    >>> survival_of("disease-free survival event"), survival_of("time to first skeletal-related event")
    ('disease-free survival', '')
    """
    survival = event.removesuffix(" event")
    return survival if survival != event and is_survival(survival) else ""


def is_exposure(name: str) -> bool:
    """Whether the name is about treatment given, not about its outcome."""
    return "treatment exposure" in family(name)
