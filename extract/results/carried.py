"""What a sentence leaves in force for the next: arms, their order, part of the patients, level of intervals."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from ...ontology.facts import Arm
from ..arms.registry import ArmEntry
from .events.commonest import Kind
from .items import Sentence, distinct
from .measured.pronouns import Measured
from .quantities.number_patterns import COUNT, PEOPLE

_ANALYSED: Final = re.compile(
    r"\b[Pp]atients (?:who (?:had )?received|who were (?:given|treated with)|treated with|receiving) [^.;,]{3,60}?"
    r" were (?:included|evaluated|analy[sz]ed)\b"
)

_ASSIGNED: Final = re.compile(
    rf"\W*(?:[A-Z]+\W+)?{COUNT}\s{PEOPLE}\s(?:were\s)?(?:randomly\s)?(?:assigned|allocated|randomi[sz]ed|received|given"
    r"|treated)\b[^.;]{3,90}\.?\s*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Carried:
    """What a sentence leaves in force for the next one."""

    order: tuple[ArmEntry, ...] = ()
    level: Decimal | None = None
    population: str = ""
    arm: ArmEntry | None = None
    """The arm that a heading such as `Arm A:` has put in force."""
    analysed: ArmEntry | None = None
    """The arm whose patients alone the document says that it looks at."""
    assigned: ArmEntry | None = None
    """The arm of which the sentence before told only how many patients it was given to."""
    totals: dict[Arm, int] = field(default_factory=dict[Arm, int])
    """How many patients of each arm the adverse events are counted among, as last printed."""
    begun: bool = False
    """Whether the document has come to its own trial."""
    described: bool = False
    """Whether the sentences before told what the patients were like as the trial began."""
    kind: Kind | None = None
    """What kind of adverse events the sentence before told of as a whole."""
    measured: Measured | None = None
    """What the figures of the sentence before were of, if of one thing."""
    dropped: int = 0


def header_arm(sentence: Sentence, before: ArmEntry | None) -> ArmEntry | None:
    """The arm in force: set by `Arm A: …`, ended by a sentence that speaks of several arms or opens a section."""
    arms = [i for i in sentence.items if i.kind == "arm"]
    if (
        arms
        and re.fullmatch(r"\W*(?:\w+\s+){0,2}", sentence.gap(sentence.start, arms[0].start))
        and sentence.gap(arms[0].end, sentence.end).startswith(":")
    ):
        return arms[0].arms[0] if len(arms[0].arms) == 1 else None
    ended = len({id(i.arms[0]) for i in arms}) > 1 or re.match(r"\s*[A-Z][A-Za-z]+s?\s*:|\s*[A-Z]{6,}", sentence.text)
    return None if ended else before


def assigned(sentence: Sentence, before: ArmEntry | None) -> ArmEntry | None:
    """`Fifty patients received A.`: the next sentence is of them; not where the one before told so of another arm."""
    told = [i for i in sentence.items if i.kind in {"arm", "event", "endpoint"}]
    if before or len(told) != 1 or len(told[0].arms) != 1 or len(sentence.registry.entries) == 1:
        return None
    return told[0].arms[0] if _ASSIGNED.match(sentence.text) else None


def analysed(sentence: Sentence) -> ArmEntry | None:
    """`Patients who received A were included`: the results are of that arm, unless they name another."""
    named = distinct([i for i in sentence.items if i.kind == "arm"])
    said = sentence.gap(sentence.start, sentence.end)
    return named[0] if len(named) == 1 and _ANALYSED.search(said) else None
