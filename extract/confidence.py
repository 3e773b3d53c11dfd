"""How often the readings of each rule were right: the one place where confidence is set.

Measured by `bench/calibrate.py`, which prints this table, on development documents: (right + 1) / (read + 2), where a
reading is right if it matches a gold fact in every field that changes what it says. Rules seen less than five times
count with their family, the first word of their name.
"""

import re
from typing import Final

UNKNOWN: Final = 0.5
"""The probability of a rule that was never measured."""
PROBABILITY: Final[dict[str, float]] = {
    "arm": 0.97,
    "dosage": 0.98,
    "event": 0.89,
    "event-absent": 0.71,
    "event-figure": 0.91,
    "event-named": 0.87,
    "event-tally": 0.82,
    "link": 0.87,
    "link.active in": 0.95,
    "link.apposition": 0.86,
    "link.approved": 0.8,
    "link.as treatment": 0.73,
    "link.associated with": 0.82,
    "link.class before": 0.92,
    "link.class in brackets": 0.88,
    "link.class of": 0.93,
    "link.class with examples": 0.96,
    "link.drug-related events": 0.89,
    "link.effective": 0.8,
    "link.gain": 0.74,
    "link.gain in the trial": 0.76,
    "link.mechanism": 0.8,
    "link.mechanism in words": 0.88,
    "link.more often with": 0.38,
    "link.prevents": 0.58,
    "link.standard": 0.8,
    "link.suspected to be related": 0.5,
    "link.target": 0.92,
    "link.target in class": 0.82,
    "link.treated with": 0.77,
    "outcome": 0.97,
    "outcome-median": 0.97,
    "outcome-proportion": 0.95,
    "outcome-rateAt": 0.98,
    "ratio": 0.96,
    "ratio-contrast": 0.9,
    "table": 0.99,
    "table-event": 0.99,
    "table-outcome": 0.98,
    "trial": 0.97,
    "trial.countries": 0.92,
    "trial.country": 0.89,
    "trial.cut-off": 0.92,
    "trial.design": 0.99,
    "trial.disease": 0.99,
    "trial.disease of a named trial": 0.62,
    "trial.endpoint": 0.95,
    "trial.enrolled": 0.98,
    "trial.follow-up": 0.87,
    "trial.phase": 0.99,
    "trial.prior lines": 0.94,
    "trial.prior treatment": 0.91,
    "trial.ratio": 0.97,
    "trial.registry": 0.99,
    "trial.several sites": 0.62,
    "trial.sites": 0.95,
    "trial.sponsor": 0.95,
}


def family_of(rule: str) -> str:
    """Give the first word of a rule's name, under which the figures of rare rules are kept together.

    >>> family_of("link.treated with"), family_of("outcome-median"), family_of("arm")
    ('link', 'outcome', 'arm')
    """
    return re.split(r"[.-]", rule, maxsplit=1)[0]


def confidence_of(rule: str) -> float:
    """Give the probability, 0 to 1, that a claim read by a rule is what the words say.

    >>> confidence_of("a rule never heard of")
    0.5
    """
    return PROBABILITY.get(rule, PROBABILITY.get(family_of(rule), UNKNOWN))
