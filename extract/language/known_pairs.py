"""Short forms that name a thing without spelling it: `serotonin (5-HT)`, `cytarabine (Ara-C)`."""

from collections.abc import Iterator

from ...ontology.lexicon import load_lexicon
from .longform import widened

CONVENTIONAL = {
    "5ht": "serotonin",
    "apap": "acetaminophen paracetamol",
    "arac": "cytarabine",
    "asa": "aspirin",
    "dph": "phenytoin",
    "e2": "estradiol oestradiol",
    "etoh": "alcohol",
    "fk506": "tacrolimus",
    "h2o2": "hydrogen_peroxide",
    "inh": "isoniazid",
    "k+": "potassium",
    "na+": "sodium",
    "rbc": "erythrocytes",
    "rbcs": "erythrocytes",
    "rt": "irradiation radiation",
    "t4": "thyroxine",
    "vo2": "oxygen_uptake oxygen_consumption",
    "wbc": "leukocytes leucocytes",
    "wbcs": "leukocytes leucocytes",
    "xrt": "radiotherapy irradiation",
    "ag": "silver",
    "au": "gold",
    "fe": "iron",
    "hg": "mercury",
    "k": "potassium",
    "na": "sodium",
    "pb": "lead",
    "sn": "tin",
}
"""Names by symbol in lower case; a space inside a name is written `_`."""


def known_long_form(short: str, text: str) -> int | None:
    """Offset in `text` where a name begins that ends the text and that convention or the lexicon calls `short`.

    >>> known_long_form("5-HT", "release of serotonin")
    11
    """
    lower = text.lower()
    starts = [len(text) - len(name) for name in _names(short) if lower.endswith(name.lower())]
    whole = [start for start in starts if start == 0 or not text[start - 1].isalnum()]
    return widened(text, min(whole)) if whole else None


def _names(short: str) -> Iterator[str]:
    for name in CONVENTIONAL.get("".join(c for c in short.lower() if c not in "()-"), "").split():
        yield name.replace("_", " ")
    for entry in load_lexicon().named(short):
        yield from (name for name in (entry.concept.name, *entry.synonyms) if len(name) > len(short))
