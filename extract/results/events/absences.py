"""Events that did not happen: `no treatment-related deaths`, `cardiac failure was not seen`; zero is a count.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import AdverseEventResult, Consequence
from ...arms.registry import ArmEntry
from ...candidates import Candidate
from ...context import Context
from ...wordings import Wording
from ..items import Item, Sentence, distinct
from ..measured.event_names import is_any, plain_event
from ..patients.groups import with_variant
from ..quantities.number_patterns import COUNT, PEOPLE
from .grades import grade_beside

_QUALIFIED: Final = (
    r"(?:(?:(?:treatment|drug|therapy|study|protocol|regimen|chemotherapy|toxicity)[- ]related|related|severe|serious"
    r"|fatal|lethal|toxic|either|symptomatic|clinical|clinically|documented|life[- ]threatening|acute|late|long-term"
    r"|drug|any|major or minor"
    r"|(?:cases?|episodes?|instances?|reports?|incidents?|events?|patients?|evidence|signs?)\s+(?:of|with)"
    r"|(?:CTC(?:AE)?\s+)?grades?\s*[≥>=]*\s*[\dIV]+(?:\s*(?:-|/|to|or|and)\s*(?:grade\s+)?[\dIV]+)?(?:\s+or\s+\w+)?"
    r"),?\s+(?:or\s+)?){0,4}"
)
_NONE: Final = re.compile(rf"\b(?P<no>no|neither|without(?: any)?)\s+{_QUALIFIED}$", re.IGNORECASE)
_OR: Final = re.compile(rf"\s*(?:,|,?\s*(?:or|nor|and))\s+{_QUALIFIED}", re.IGNORECASE)
_INCLUDED: Final = re.compile(r",?\s*(?:including|such as|in particular)\s+", re.IGNORECASE)
_SEEN: Final = r"(?:observed|seen|reported|noted|recorded|encountered|found|documented|detected|experienced|identified)"
_NOT_SEEN: Final = re.compile(
    rf"[^.;,%]{{0,40}}?\s(?:(?:was|were|has been|have been)\s+(?:not|never)\s+{_SEEN}\b|did not occur\b"
    r"|never occurred\b)(?!\s+in\s+\d)",
    re.IGNORECASE,
)
_HAD_NONE: Final = re.compile(
    r"\b(?:there (?:was|were|have been|has been)|had|have|experienced|developed|reported|showed|observed|saw|caused"
    r"|(?:tolerated|safe|acceptable|manageable|well),?\s+(?:and\s+)?with|encountered)\s+$",
    re.IGNORECASE,
)
_SOME_HAD: Final = re.compile(
    rf"(?:\d\s?%(?:\s\([^()]*\))?|(?<!all )(?<!All )\b{COUNT})\s(?:(?:of\s(?:the\s)?)?(?:[\w-]+\s)?{PEOPLE}\s)?"
    r"(?:had|have|experienced|developed|reported|showed)\s+$",
    re.IGNORECASE,
)
"""`87% reported no bleeding`: the others may have had it."""
_HAPPENED: Final = re.compile(
    rf"[^.;%]{{0,90}}?\b(?:(?:was|were|has been|have been)\s+(?:\w+ly\s+)?{_SEEN}|occurred|developed|arose|appeared"
    r"|(?:was|were)\s+(?:considered\s+)?(?:\w+[- ])?related|resulted in|led to)\b(?!\s+(?:nor|as|to be|that)\b)",
    re.IGNORECASE,
)
_COMPARED: Final = re.compile(
    r"\s*(?:rates?|incidence|frequency|profiles?|data|on|differ\w*|than|score|criteria"
    r"|higher|greater|more|worse|above|beyond|exceeding)\b",
    re.I,
)
_FATAL: Final = re.compile(r"\b(?:fatal|lethal|toxic deaths?|deaths?|died)\b", re.IGNORECASE)
_ANOTHER: Final = re.compile(r"\bdeaths?,?\s(?:or|and|nor)\s", re.IGNORECASE)
"""`no deaths or seizures`: two things that did not happen."""
_RELATED: Final = re.compile(
    r"(?:treatment|drug|therapy|regimen|protocol|chemotherapy|toxicity)[- ]related", re.IGNORECASE
)
_OUTCOME: Final = re.compile(
    r"\s+(?:(?:was|were)\s+(?:considered\s+)?\w+[- ]related|(?:resulted in|led to)\s+\w+)", re.I
)
_SHARE_OF_NONE: Final = re.compile(r"\s*[(\[]\s*[<\d]|[^.;]{0,60}\b(?:except|apart from|other than)\b")
_SOME_GROUP: Final = Wording(
    r"(?<!either )(?<!both )(?<!any )(?<!each )(?<!all )(?<!two )(?<!treatment )\b(?:group|arm|cohort)s?\b",
    re.IGNORECASE,
)
_NEXT_CLAUSE: Final = re.compile(
    rf";|,?\s(?:whereas|while|but|although|versus|vs\.?|compared (?:with|to)|and(?=\s{COUNT}\b))\s", re.IGNORECASE
)
_LED: Final = re.compile(r"discontinu|withdraw", re.IGNORECASE)
_REACH: Final = 110


def absent_events(context: Context, sentence: Sentence) -> Iterator[Candidate]:
    """Yield a count of zero for every event of a sentence that is said not to have happened."""
    if names_unknown(sentence, sentence.start, sentence.end):
        return
    for start, items in _absent(sentence):
        for item in items:
            said = sentence.gap(start, item.end) + (_OUTCOME.match(sentence.whole, items[-1].end) or [""])[0]
            grade = grade_beside(sentence, item)
            claim = _zero(context, sentence, item, said, grade if grade != "any" else grade_beside(sentence, items[0]))
            if claim is not None:
                yield Candidate(claim=claim, start=start, end=max(items[-1].end, item.end), rule="event-absent")


def _absent(sentence: Sentence) -> Iterator[tuple[int, list[Item]]]:
    """The start of each denial, and the events that it denies."""
    events = [i for i in sentence.items if i.kind == "event" or _is_death(i)]
    done = sentence.start
    for index, item in enumerate(events):
        if item.start < done:
            continue
        run = _joined(sentence, events[index:])
        behind = sentence.gap(run[-1].end, min(sentence.end, run[-1].end + _REACH))
        denied = _NONE.search(sentence.gap(max(sentence.start, item.start - _REACH), item.start))
        if denied and not _COMPARED.match(behind) and not _SHARE_OF_NONE.match(behind):
            at = item.start - len(denied[0])
            before = sentence.gap(max(sentence.start, at - _REACH), at)
            if (_HAD_NONE.search(before) or _HAPPENED.match(behind)) and not _SOME_HAD.search(before):
                yield at, run
                done = run[-1].end
        elif _NOT_SEEN.match(behind) and not sentence.gap(sentence.start, item.start).count("%"):
            yield item.start, run
            done = run[-1].end


def _joined(sentence: Sentence, events: list[Item]) -> list[Item]:
    """The first event and those coordinated with it or given as examples of it."""
    run = [events[0]]
    for item in events[1:]:
        gap = sentence.gap(run[-1].end, item.start)
        if not (_OR.fullmatch(gap) or _INCLUDED.fullmatch(gap)):
            break
        run.append(item)
    return run


def _is_death(item: Item) -> bool:
    return item.kind == "endpoint" and item.concept is not None and item.concept.name == "death"


def _zero(context: Context, sentence: Sentence, item: Item, said: str, grade: str) -> AdverseEventResult | None:
    """A count of zero of an event; deaths count where treatment caused them."""
    if item.concept is None:
        return None
    plain = plain_event(item.concept)
    related = plain.related or (True if _RELATED.search(said) else None)
    consequence: Consequence | None = plain.consequence or ("fatal" if _FATAL.search(_ANOTHER.sub("", said)) else None)
    if _is_death(item) and not (related or "toxic" in said.lower()):
        return None
    if is_any(item.concept) and _LED.search(item.text):
        consequence = "discontinuation"
    arm = _arm_of_denial(sentence, item)
    given = context.arm_in(context.trials.at(item.start), arm) if arm else None
    return AdverseEventResult(
        trial=given.trial if given else context.trials.at(item.start),
        arm=given,
        event=plain.event,
        grade=grade,
        count=0,
        serious=plain.serious or (True if "serious" in said.lower() else None),
        treatment_related=related,
        consequence=consequence,
        population=with_variant(sentence.population, arm),
    )


def _arm_of_denial(sentence: Sentence, item: Item) -> ArmEntry | None:
    """The only arm named in the clause that denies an event, else the one that the sentence is about."""
    edges = [m.span() for m in _NEXT_CLAUSE.finditer(sentence.whole, sentence.start, sentence.end)]
    start = max((b for _, b in edges if b <= item.start), default=sentence.start)
    end = min((a for a, _ in edges if a >= item.end), default=sentence.end)
    named = sentence.between(start, end, "arm")
    together = any(len(i.arms) > 1 for i in named)
    return stated_arm(sentence) if not named else None if together or len(distinct(named)) > 1 else named[0].arms[0]


def names_unknown(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch speaks of a group, and no known arm is named there."""
    return not sentence.between(start, end, "arm") and bool(_SOME_GROUP.search(sentence.gap(start, end)))


def stated_arm(sentence: Sentence) -> ArmEntry | None:
    """The only arm that a sentence names, or the only one there is; None where everybody is meant."""
    arms = [i for i in sentence.items if i.kind == "arm"]
    if arms:
        named = distinct(arms)
        return named[0] if len(named) == 1 and all(len(i.arms) == 1 for i in arms) else None
    return sentence.registry.entries[0] if len(sentence.registry.entries) == 1 else None
