"""How texts call the groups of a trial: `group A`, `the K2 group`, `(arm 1)`, `the first group`, `controls`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ...passages import Sentence
from ...people import PEOPLE
from ..slots import without_brackets

_NO_SIGN: Final = (
    r"AE|AND|AT|BMI|BY|CI|CR|DFS|EFS|FOR|HAD|HR|IN|IQR|NOT|NR|OF|ON|OR|ORR|OS|PD|PFS|PR|QOL|RFS|RR|SD|SE|TEAE|THAN|THE|"
    r"TO|TTP|UK|US|USA|VAS|VS|WAS|WERE|WHO|WITH"
)
SIGN: Final = rf"(?!(?:{_NO_SIGN})\b)(?:[A-Z]{{1,4}}\d*(?:[.+]\w{{1,3}})?|[1-9])"
"""What tells lettered and numbered arms apart: `A`, `2`, `IV`, `DEX`."""
IN_ORDER: Final = r"(?:[A-D]|[1-4]|I{1,3}|IV)"
"""Letters and numbers that count arms, and are short for none."""
NUMERALS: Final = (("1", "I"), ("2", "II"), ("3", "III"), ("4", "IV"))
"""The numbers of groups in their two spellings, which a text may mix."""
PLACES: Final = {
    "first": "1",
    "1st": "1",
    "second": "2",
    "2nd": "2",
    "third": "3",
    "3rd": "3",
    "fourth": "4",
    "4th": "4",
}
"""The number of a group that is called by its place."""
_NAMED: Final = (
    rf"(?!(?:{_NO_SIGN})\b)"
    r"(?:[1-9]|I{1,3}|IV|VI{0,3}|[A-Z](?:[A-Za-z]{0,3}|[A-Z0-9]{0,4})(?:[.+/-][\w+]{1,4})?)"
)
"""The same behind `group`, where it may be longer: `Ket`, `P+D`."""
NO_PART: Final = r"(?!\w{1,3},\s(?![^.;]{0,90}\b(?:receiv|given|treated|assigned|administered)))"
"""`In cohort 2, survival was longer with A`: patients told apart by anything."""
_ANCHOR: Final = re.compile(
    r"(?<![-\w])(?:"
    rf"(?:(?:arm|group)[\s-]+|cohort[\s-]+{NO_PART})[\"'“‘]?(?P<sign>(?-i:{_NAMED}))"
    r"(?![\w+]|-\w|\s(?:strepto|pneumo|mening|patients with\b))|"
    rf"(?<=[(\[])(?P<bracketed>(?-i:{_NAMED}))\s(?:group|arm)(?=[)\],;])|"
    rf"(?P<called_so>(?-i:{SIGN}))[\s-]+group\b|"
    r"(?P<place>first|second|third|fourth|1st|2nd|3rd|4th|one|1|other|another)(?:\s+\w+)?\s+(?:group|arm)\b|"
    r"the\s+(?P<nth>first|second|third|fourth)(?=(?:\s\([^()]*\))?\s+(?:received|(?:was|were)\s+(?:given|treated))\b)|"
    r"the\s+(?P<other>others?)\b|"
    r"(?P<single>one)(?=\s+(?:with(?:out)?|receiving|given|treated)\b)|"
    r"(?P<half>(?:one\s+)?half\s+of\s+(?:the|them)|the\s+other\s+half)\b|"
    r"(?P<word>(?!each|both|either|every|this|that|all|no|per|same)[\w/+-]+)\s+(?:group|arm)"
    r"(?=\s+(?:(?:that|which|who)\s+)?(?:receiv|given|was\s+given|treated\s+with))|"
    r"(?P<role>control|experimental|investigational|intervention|treatment|study|(?<!clinical )trial|active|test|"
    rf"research|observation|placebo)\s+(?:groups?|arms?|cohorts?|{PEOPLE})|(?P<controls>controls)\b)",
    re.IGNORECASE,
)
_NEEDED: Final = ("group", "arm", "cohort", "half", "other", "control", "one ")
"""One of these is in every sentence that names a group, but those that call patients alone by a role."""
_REFERRED: Final = re.compile(r"\bas\s+(?:in\s+|for\s+)?(?:the\s+)?$", re.IGNORECASE)
"""`the same as in group A` tells nothing of group A."""
_LISTING: Final = re.compile(r"[(\[]((?=[^()]*\bgroup\b[^()]*\bgroup\b)(?:[^()]|\([^()]*\))*)[)\]]", re.IGNORECASE)
"""A bracket that lists the groups: `three drugs (group A: …, group B: …, group C: …)`."""


class GroupName(NamedTuple):
    """Where a text calls a group by a key, and by a sign where that is one, perhaps in a bracket of its own."""

    start: int
    end: int
    key: str
    sign: str
    introduced: bool
    """Whether the sign stands where texts tell what it means: `group A`, `(A group)`, not `in the A group`."""
    single: bool
    """`one with A and one without`: nothing but `one` names it."""


def groups_named(sentence: Sentence) -> Iterator[GroupName]:
    """Find the groups that a sentence names, in order."""
    words = sentence.text.lower()
    if not any(word in words for word in _NEEDED):
        return
    outside = without_brackets(_LISTING.sub(lambda m: f" {m[1]} ", sentence.text))
    for anchor in _ANCHOR.finditer(sentence.text):
        kind, called = next((name, value) for name, value in anchor.groupdict().items() if value)
        introduced = kind in {"sign", "bracketed"}
        aside = not introduced and not outside[anchor.start()].strip()
        if aside or _REFERRED.search(sentence.text, max(0, anchor.start() - 20), anchor.start()):
            continue
        key = {"controls": "control", "others": "other"}.get(called.lower(), called.lower())
        key += str(anchor.start()) if kind == "single" else ""
        sign = called if introduced or kind == "called_so" else ""
        start, end = (sentence.start + place for place in anchor.span())
        yield GroupName(start, end, key, sign, introduced, kind == "single")
