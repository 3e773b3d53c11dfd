"""Events named without figures: more common in one arm than in another, the most common ones, alike in all arms.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ....ontology.facts import AdverseEventResult, Concept
from ...arms.registry import ArmEntry, ArmRegistry
from ...candidates import Candidate
from ...context import Context
from ...people import PEOPLE
from ...wordings import Wording
from ..alignment.order import is_reference
from ..items import Item, Sentence
from ..measured.event_names import is_any, plain_event
from ..patients.groups import with_variant
from .absences import names_unknown
from .said_of import grade_of, is_class, is_said_to_be, led_to

_CLAUSE: Final = re.compile(
    r"\b(?:whereas|while|but|although|though)\b|;(?![^()]*\))|\.\s+(?=[A-Z])"
    r"|,? and (?=(?:with )?(?:more|less|fewer)\b)|, with (?=the most\b)"
)
_SUBORDINATE: Final = re.compile(
    r"\s*(?:Whereas|While|Although|Though)\b[^;()]*?\b(?:was|were|had|occurred|developed|caused|experienced|reported)\b"
    r"(?:[^,;()]|\([^()]*\))*,"
)
"""`Whereas nausea was more common with A, B …`: the clause that such a sentence begins with ends with its comma."""
_DEGREE: Final = r"(?:(?:significantly|slightly|much|somewhat|markedly|statistically|considerably|clearly)\s+)*"
_MARK: Final = Wording(
    r"(?<!\bor )(?<!no )(?<!not )\b(?:(?P<more>more|greater|higher|increased|(?<=were )elevated|(?<=was )elevated|worse"
    r"|an? increase in|an? excess of|(?:only|exclusively)(?= (?:in|with|on|among)\b)"
    r"|(?<=was )associated with(?! (?:an? |the )?(?:\w+ly )?(?:better|improved|longer|shorter|more|less|lower|fewer"
    r"|higher|greater|increased|reduced|decreased|similar|poor|worse)))"
    r"|(?P<less>less|lower|fewer|reduced|decreased))\b(?!\s+than\b|-)",
    re.IGNORECASE,
)
_PREDICATE: Final = re.compile(
    rf"(?<!there )\b(?:was|were|is|are|been|occurred|developed|seen|observed|reported|experienced)\s+{_DEGREE}$",
    re.IGNORECASE,
)
_LESSENS: Final = re.compile(
    r"\b(?!(?:with|of|to|in|by|and|or|an?|the|had|has|was|were|is|are|be|been|show(?:ed|s)|experienced|reported|caused|"
    rf"produced|no|not|did)\b)[\w-]+\s+{_DEGREE}$",
    re.IGNORECASE,
)
"""`A significantly reduced nausea`: the verb tells what a drug is good for, not of events in the other arm."""
_OFTEN: Final = re.compile(r"\s*(?:common|frequent|often|pronounced|severe|prevalent|marked|likely)", re.IGNORECASE)
_OFTEN_HAD: Final = re.compile(r"\s*(?:frequently|often|likely to)\s+(?:had|have|experience\w*|develop\w*|report\w*)\b")
_MEASURED: Final = re.compile(
    r"(?:%|\b(?:mean|average|median)|\b(?:duration|length|time) (?:of|to)(?: (?:the|severe|grade [\dIV/–-]+))*)\s+$",
    re.IGNORECASE,
)
"""`lower mean weight loss`, `duration of neutropenia`: how much of it there was, not how often."""
_TOLD_OF: Final = re.compile(r"\b(?:was|were)\b.*\b(?:was|were)\b", re.DOTALL)
"""`anemia was mild and the number of transfusions was increased`: what has a verb of its own is not compared."""
_OF_PATIENTS: Final = re.compile(
    rf"\b(?:in|for|among)\s+(?:the\s+)?(?:{PEOPLE}|those)\s+(?:aged|with|whose|older"
    r"|who(?! (?:had )?(?:received|took|were (?:given|treated|assigned|allocated|randomi[sz]ed))))\b"
)
_KIND: Final = r"(?:adverse|toxic(?:it| effects)|side|complication|event|AEs|reactions)"
_COMMON: Final = Wording(
    rf"\b(?:most|main|major|predominant|principal|chief|commonest|common|frequent(?:ly)?|notable)\b"
    rf"[\s,/\w\[\]≥>=–-]{{0,60}}?\b{_KIND}|\b{_KIND}[\w -]{{0,60}}?\b(?:included|consisted of|comprised"
    r"|(?:was|were) (?:mainly|primarily|mostly|predominantly)|represented (?:mainly )?by)\b"
    r"|\bdose[- ]limiting (?:toxicit\w+|events?)\b",
    re.IGNORECASE,
)
_ARE: Final = re.compile(r"\s+(?:[a-z]+ ){0,5}?(?:was|were)\s*:?\s+(?:mainly |mostly |grade [\dIV/–-]+ )?")
"""`adverse events were nausea and rash`"""
_COMMONEST: Final = re.compile(
    r"\b(?:was|were) (?:the )?most (?:common|frequent|(?:commonly|frequently) (?:reported|observed|seen))\b"
)
_INCLUDED: Final = re.compile(r"\b(?:included|includes|including|was|were|being)\b")
_PAST: Final = re.compile(r"\b(?:was|were|being|included|occurred|consisted|comprised|observed|reported|seen)\b")
_AS_A_RULE: Final = re.compile(r"\b(?:is|are) (?:the |an? )?(?:[\w-]+ ){0,4}?(?:reported|observed|seen)\b")
"""`nausea is the most commonly reported adverse event of A`: known before, and no result."""
_ALIKE: Final = Wording(r"\b(?:comparable|similar|equal|equivalent|did not differ)\b", re.IGNORECASE)
_EXCEPT: Final = re.compile(r"\b(?:except|exception|apart|other than)\b", re.IGNORECASE)
_IN_RESPECT: Final = re.compile(r"\b(?:for|in terms of)\b")
_DENIED: Final = re.compile(r"\b(?:not?|nor|neither|without|never)\b", re.IGNORECASE)
_NONE: Final = re.compile(r"\b(?:no|without)\s(?:[\w-]+\s)?$")
"""`fewer events and no drug interactions`"""
_UNCERTAIN: Final = Wording(
    r"\b(?:may|might|could|would|to (?:compare|determine|evaluate|assess|investigate|prevent|test|analy[sz]e|reduce"
    r"|measure|collect|monitor)|(?:was|were) "
    r"(?:assessed|evaluated|analy[sz]ed|measured|graded|monitored|defined|scored|used)"
    r"|associations? (?:of|between)|predict\w*|correlat\w*|risk factors?|genotyp\w*|polymorphisms?|variants?"
    r"|SNPs?|alleles?|hypothes\w+"
    r"|endpoints?|objectives? (?:was|were|is|of)|ha(?:s|ve) (?:been|led|shown|emerged)|(?:is|are) associated with)\b",
    re.IGNORECASE,
)
_OF_ARM: Final = re.compile(r"\s(?:in|with|for|among|on)\s(?:the\s|those\s(?:given|on)\s)?")
_BETTER: Final = re.compile(r"\bfared\b|\bbetter\s(?:in|regarding|with respect)\b")
"""`more patients on A fared better regarding fatigue`"""
_TREATED: Final = frozenset({"reduced", "decreased"})
"""What a drug does against an event; those who did not get the drug have no more of it for that."""
_SYMPTOM: Final = "pain"
"""Of which a drug that relieves it leaves less: no event of the other arm."""
_ACTIVE: Final = re.compile(r"\bactive(?:ly)?[- ](?:treatments?|treated|drugs?|therap(?:y|ies)|groups?|arms?)\b")
_PAIR: Final = 2
_NUMBERS: Final = frozenset({"share", "duration", "amount", "number", "size", "difference"})
_INACTIVE: Final = frozenset({"placebo", "observation", "best supportive care"})
_Named = tuple[ArmEntry | None, list[Item]]


def named_events(context: Context, sentence: Sentence) -> Iterator[Candidate]:
    """Events listed without figures, clause by clause: `nausea was more common with A`, `the main toxicity was …`."""
    ends = [
        m.end() + sentence.start for m in (*_CLAUSE.finditer(sentence.text), _SUBORDINATE.match(sentence.text)) if m
    ]
    edges = [sentence.start, *sorted(ends), sentence.end]
    for start, end in pairwise(edges):
        said = sentence.gap(start, end)
        unknown = names_unknown(sentence, start, end)
        counted = unknown or any(
            i.quantity and i.quantity.kind in _NUMBERS for i in sentence.between(start, end, "quantity")
        )
        if counted or _UNCERTAIN.search(said):
            continue
        events = [i for i in sentence.between(start, end, "event") if i.concept is not None]
        for arm, listed in _compared(sentence, start, end, events) or _most_common(sentence, start, end, events):
            for item in listed:
                if item.concept is not None and not is_any(item.concept):
                    yield _candidate(context, sentence, item, item.concept, arm, (start, end))


def _compared(sentence: Sentence, start: int, end: int, events: list[Item]) -> list[_Named]:
    """`nausea was more common with A than with B`, `A caused less nausea than B`: the arm that had more of it."""
    marks = [
        m
        for m in _MARK.finditer(sentence.whole, start, end)
        if not any(i.start <= m.start() < i.end for i in events)
        and not re.search(r"[\d%]\s*$", sentence.whole[: m.start()][-3:])
    ]
    if len({m.lastgroup for m in marks}) != 1 or _OF_PATIENTS.search(sentence.gap(marks[0].end(), end)):
        return []
    mark, before = marks[0], sentence.gap(start, marks[0].start())
    if _DENIED.search(before) or _EXCEPT.search(before) or _BETTER.search(sentence.gap(mark.end(), end)):
        return []
    if mark[0].lower() in _TREATED and _LESSENS.search(before):
        return []
    behind = sentence.gap(mark.end(), end)
    caused = mark[0].lower() == "associated with"
    predicate = not caused and not _OFTEN_HAD.match(behind) and bool(_PREDICATE.search(before) or _OFTEN.match(behind))
    listed = [
        i for i in events if (i.end <= mark.start()) is predicate and not _NONE.search(sentence.whole, start, i.start)
    ]
    if any(_MEASURED.search(sentence.gap(start, i.start)) for i in listed):
        return []
    if mark.lastgroup == "less" and any(i.text.lower() == _SYMPTOM for i in listed):
        return []
    if predicate and listed and _TOLD_OF.search(sentence.gap(listed[-1].end, mark.end())):
        return []
    if predicate and listed and all(is_any(i.concept) for i in listed):
        verb = _INCLUDED.search(sentence.whole, mark.end(), end)
        listed = [i for i in events if verb and i.start >= verb.end()]
    arm = _having(sentence, start, end, more=mark.lastgroup == "more")
    if arm is not None and mark[0].lower() in _TREATED and not _is_active(arm):
        return []
    if arm is None and predicate and mark.lastgroup == "more":
        return _in_turn(sentence, mark.end(), end, listed, events)
    return [(arm, listed)] if arm is not None else []


def _in_turn(sentence: Sentence, start: int, end: int, listed: list[Item], events: list[Item]) -> list[_Named]:
    """`nausea was more common with A, and rash with B`: the events between two arms are of the second."""
    arms = _subjects(sentence, start, end)
    if len(arms) != _PAIR or arms[0].arms == arms[1].arms:
        return []
    later = [i for i in events if arms[0].end <= i.start and i.end <= arms[1].start]
    return [(arms[0].arms[0], listed), (arms[1].arms[0], later)] if later else []


def _having(sentence: Sentence, start: int, end: int, *, more: bool) -> ArmEntry | None:
    """The arm that a clause, or the one before it, is about; the other one where that has less of something."""
    here, before = (_subjects(sentence, *span) for span in ((start, end), (sentence.start, start)))
    subjects = {id(i.arms[0]): i.arms[0] for i in here or before[-1:]}
    if len(subjects) != 1:
        return None
    arm = next(iter(subjects.values()))
    rivals = [e for e in sentence.registry.entries if e is not arm]
    return arm if more else rivals[0] if len(rivals) == 1 else None


def _subjects(sentence: Sentence, start: int, end: int) -> list[Item]:
    """The arms named between two offsets, without those that another is compared with."""
    items = sentence.between(start, end, "arm")
    return [i for i in items if len(i.arms) == 1 and not is_reference(sentence, i)]


def _most_common(sentence: Sentence, start: int, end: int, events: list[Item]) -> list[_Named]:
    """`the most common events were …`: in the arm named, in each where all are, else in the experimental one."""
    said = sentence.gap(start, end)
    items = sentence.between(start, end, "arm")
    named = {id(i.arms[0]): i.arms[0] for i in items if len(i.arms) == 1}
    together = [i for i in items if len(i.arms) > 1]
    whole = next((i for i in events if is_any(i.concept)), None)
    plain = [i for i in events if not is_class(i)] or [i for i in events if whole and i.start >= whole.end]
    alike = _ALIKE.search(said)
    all_alike = alike and not _EXCEPT.search(said) and (together or re.search(r"\bboth\b", said))
    if alike and all_alike and _IN_RESPECT.search(said[alike.end() :]):
        return [(None, [i for i in plain if i.start >= start + alike.end()])]
    following = next((i for i in plain if whole and i.start >= whole.end), None)
    are = bool(whole and following and _ARE.fullmatch(sentence.gap(whole.end, following.start)))
    if (
        alike
        or not (are or _COMMON.search(said) or _COMMONEST.search(said))
        or _DENIED.search(said)
        or not _PAST.search(_AS_A_RULE.sub("", said))
    ):
        return []
    if _ACTIVE.search(said) and not items:
        return [(arm, plain) for arm in sentence.registry.entries if _is_active(arm)]
    if together:
        return [] if named else [(arm, plain) for arm in together[0].arms]
    if len(named) > 1:
        return _each_of_its_own(sentence, items, plain)
    return [(next(iter(named.values()), None) or _treated(sentence.registry), plain)]


def _each_of_its_own(sentence: Sentence, arms: list[Item], events: list[Item]) -> list[_Named]:
    """`the most common events were nausea and rash in the A arm, and alopecia in the B arm`: each before its arm."""
    found: list[_Named] = []
    edge = events[0].start if events else 0
    for arm in arms:
        own = [i for i in events if edge <= i.start and i.end <= arm.start]
        if not own or not _OF_ARM.fullmatch(sentence.gap(own[-1].end, arm.start)):
            return []
        found.append((arm.arms[0], own))
        edge = arm.end
    return found if edge > events[-1].end and len({id(arm) for arm, _ in found}) == len(found) else []


def _treated(registry: ArmRegistry) -> ArmEntry | None:
    """The only arm that is given a drug, which events without an arm are of; None for all where there are several."""
    active = [e for e in registry.entries if _is_active(e)]
    return active[0] if len(active) == 1 else None


def _is_active(entry: ArmEntry) -> bool:
    return not _INACTIVE & {c.name for c in entry.drugs}


def _candidate(
    context: Context, sentence: Sentence, item: Item, event: Concept, arm: ArmEntry | None, clause: tuple[int, int]
) -> Candidate:
    given = context.arm_in(context.trials.at(item.start), arm) if arm else None
    claim = AdverseEventResult(
        trial=given.trial if given else context.trials.at(item.start),
        arm=given,
        event=plain_event(event).event,
        serious=is_said_to_be(sentence, clause, item, "serious"),
        treatment_related=is_said_to_be(sentence, clause, item, "related"),
        consequence=led_to(sentence, clause[0], item),
        grade=grade_of(sentence, item, clause[0]),
        population=with_variant(sentence.population, arm),
    )
    return Candidate(claim=claim, start=clause[0], end=clause[1], rule="event-named")
