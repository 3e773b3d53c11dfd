"""Figures that are no results of arms: of what patients had before, of events and not patients, of unknown groups."""

import re
from typing import Final

from ...people import PEOPLE
from ...wordings import Wording
from ..items import Item, Sentence
from ..quantities.number_patterns import COUNT
from .figure import Figure

_BEFORE: Final = Wording(
    r"^\W*(?:[A-Z]+\W+)?(?:at|on|before) (?:study |trial )?(?:entry|enrol?ment|admission|inclusion|randomi[sz]ation"
    r"|screening|presentation|diagnosis)\b"
    r"|\breasons? (?:for|of) (?:not|non|withholding|exclusion|ineligibility|screen)"
    r"|\bof (?:those|these|whom|them),?\s(?:\d+\s)?(?:\([^()]*\)\s)?(?:was|were)\s"
    r"(?:randomi[sz]ed|enrolled|included|assigned)\b"
    r"|\bpresenting (?:symptoms?|signs?|complaints?)\b"
    rf"|\b(?:and|or|versus|vs\.?|with|as well as|,)\s{COUNT}\s(?:(?:age-)?matched\s)?(?:healthy|normal|disease-free)\s"
    rf"(?:{PEOPLE}|controls|volunteers|donors|individuals|persons)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells who came into a trial: `210 had gastritis, of whom 167 (80%) were randomized`."""
_OF_BASELINE: Final = re.compile(r"(?<![-\w])(?<!from )[Bb]aseline\s(?:(?:mean|median)\s)?$")
_LATER: Final = re.compile(r"\b(?:at|after|by|to|on|during)\s")
_AT_BASELINE: Final = re.compile(
    r"(?:s?\s(?:levels?|scores?|values?))?\s*(?:\([^()]*\)\s*)?(?:at|before) "
    r"(?:baseline|(?:study |trial )?entry|enrol?ment|inclusion|screening|randomi[sz]ation)\b"
)
_LISTED: Final = Wording(
    r"\bhistory of\b|\b(?:psychiatric|medical|comorbid|co-morbid|concomitant|coexisting|underlying|pre-?existing)"
    r" (?:conditions?|illness(?:es)?|comorbidit(?:y|ies)|diagnos[ei]s)\b|\b(?:pre-?existing|comorbid)\s+$",
    re.IGNORECASE,
)
"""Words behind which conditions of patients are listed."""
_OF_EVENTS: Final = re.compile(
    r"[)\]]?\s*(?:[(\[]\s*\d+ (?:of|/) \d+\s*[)\]]\s*)?of (?:the |all |these |those |reported |documented )?"
    r"(?:deaths|events|(?:adverse|serious) events|AEs|SAEs|toxicities|relapses|progressions|responses|infections)\b",
    re.IGNORECASE,
)
_COUNTED_EVENTS: Final = re.compile(
    r"\s+(?:(?:deaths|events|adverse events|AEs|relapses|responses)\b"
    r"|responders\s+(?:are|were|had|have|remain\w*|continu\w+)\b)"
)
"""`20 of 31 responses were ongoing`, `9 of 13 responders remain on treatment`"""
_LASTED: Final = re.compile(
    r"s?[)\]]?\s+(?:was|were|is|are|has been|had been)\s+(?:sustained|durable|ongoing|lost)\s+(?:in|for|among|by)\b"
)
_BETTER: Final = re.compile(
    r"s?(?:\s[a-z][^.;,()%\d]{1,60}\sand)?\s+(?:(?:was|were)\s+(?:\w+ly\s+)?(?:reduced|relieved|improved|resolved|alleviated|controlled|ameliorated|prevented"
    r"|cured|eradicated|cleared|reversed|managed|stopped|abolished|lessened|diminished)"
    r"|(?:(?:improved|resolved)\s(?:or|and)\s)?(?:improved|resolved|subsided|disappeared|stopped|ceased|cleared|healed"
    r"|decreased|diminished|lessened|regressed|abated))\s+"
    r"(?:\w+ly\s+)?(?:by\s(?:at least\s|more than\s|[>≥]\s?)?\d[\d.]*\s?%\s(?:or (?:more|greater)\s)?)?"
    r"(?:(?:with|within|after|by|without|at|during|on)\s[^.;,()%]{1,40}?\s)?(?:in|among)\b"
)
"""`the infection was cured in 89%`, `mucositis began on day 2 and resolved within two weeks in 75%`"""
_UNIT: Final = Wording(
    r"[)\]]?\s*(?:(?:of|per)\s+)?(?:the\s+|all\s+)?(?:\d[\d,]*\s+)?(?:(?:total|treatment|chemotherapy|administered"
    r"|evaluable|assessable)\s+){0,2}(?:(?<=of )\w+\s+)?"
    r"(?P<unit>cycle|course|infusion|injection|administration|dose|procedure)s\b",
    re.IGNORECASE,
)
_OF_UNITS: Final = Wording(
    r"\b[Oo]f (?:a total of |the |all )?\d[\d,]* (?:[a-z]+ )?(?P<unit>cycle|course|infusion|injection"
    r"|administration|dose|procedure)s(?: [a-z]+){0,3},(?:[^.;]|\.(?=\d))*$"
)
"""`of a total of 762 courses, 52 (7%) …`"""
_QUALIFIED: Final = (
    r"(?:(?:fatal|serious|severe|mild|moderate|further|additional|separate|documented|adverse|thromboembolic|bleeding"
    r"|cardiovascular|infectious|new|(?:treatment|drug)-related|treatment-emergent|related|unrelated|grade\s[\dIV][\dIV/–-]*)\s+){0,4}"
)
_EVENTS_BEHIND: Final = Wording(rf"\s+{_QUALIFIED}(?:[a-z]+\s+)?(?P<what>events|AEs|SAEs|episodes|attacks|bouts)\b")
_NUMBER_OF: Final = Wording(
    rf"\b[Nn]umbers? of (?!{PEOPLE}|cases|deaths)(?:[\w-]+\s+){{0,6}}?(?:was|were)\s+(?:\w+ly\s+)?$"
)
_SEVERE: Final = re.compile(
    r"\b(?:severe|mild|moderate|serious|life-threatening|persistent|reversible|transient)\s*(?:in|for|:|,)\s*"
    r"(?:only\s+|just\s+)?$"
)
"""`diarrhea was seen in 52% but was severe in only 5%`: a share of those who had it so."""
_PART: Final = re.compile(rf"[)\]]?(?:\s(?:of\s)?(?:the\s)?{PEOPLE})?,?\s(?:including|with)\s(?:in\s)?")
_GRADED: Final = re.compile(
    rf"[)\]]?\s(?:(?:of\s)?(?:{PEOPLE}\s)?(?:who\s)?(?:had|having|with|were|was|being|experienc(?:ed|ing)"
    r"|develop(?:ed|ing))\s)?(?:(?:an?\s)?(?:events?|episodes?|toxicity)\s)?(?:of\s|at\s)?"
)
"""`84%, including 5% who had events of grade 3 or higher`: a part of those who are counted before."""
_REASON: Final = Wording(
    r"\b(?:[Rr]easons?|[Cc]auses?|[Ee]vents?)\s+(?:for|of|leading\s+to)\s+(?:[\w-]+\s+){0,2}?(?:death|discontinu\w+|withdr\w+|stopping)\b"
    r"[^.;%]{0,60}?\b(?:was|were|included)\b(?:[^.;]|\.\d){0,120}$"
    r"|\b(?:discontinu\w+|withdr[ae]w\w*|stopped|terminated)\b[^.;]{0,40}?\b(?:because\s+of|due\s+to|owing\s+to)\b"
    r"(?:[^.;]|\.\d){0,120}$"
)
_LETTERED: Final = re.compile(r"\b(?:group|arm|cohort)\s+(?:[A-D]|[1-4]|I{1,3}|IV)\b(?!-)", re.IGNORECASE)
_OF_LETTERED: Final = re.compile(
    r"[)\]]?\s(?:of|in|for|among)\s(?:the\s)?(?:patients\sin\s)?(?:group|arm|cohort)\s(?:[A-D]|[1-4]|I{1,3}|IV)\b(?![-–])",
    re.IGNORECASE,
)
_WITHOUT: Final = re.compile(r"\s+(?:group |arm )?without\s+(?:an? )?")
_DID_NOT: Final = re.compile(
    r"\b(?:did not|had not|never|failed to)\s+"
    r"(?:(?:develop|experience|have|had|show|achieve|suffer|report|require|reach|attain)\w*\s+"
    r"(?:(?:from|any|an?|the|further|[a-z]+ed)\s+){0,2})?$"
    r"|\bwithout\s+(?:(?:any|the|further)\s+)?"
    r"(?:developing|experiencing|having|(?:occurrence|development|emergence|onset|signs|evidence)\s+of)\s+"
    r"(?:(?:any|an?|the|further|[a-z-]+(?:al|ic|ed))\s+){0,2}$"
)
"""`12 of 20 did not develop nausea`, `in 12 of 20 it healed without the occurrence of infection`"""
_NOT_SEEN: Final = re.compile(r"\s+(?:did not (?:occur|develop|recur|appear)|never occurred|(?:was|were) absent)\b")
_EFFICACY: Final = re.compile(r"\befficacy(?:\s(?:of|was|against|,)|\s[(:])[^;]*$", re.IGNORECASE)
_COMPLETED: Final = re.compile(
    r"(?:\s*in (?:each|both|either) (?:arms?|groups?))?[)\]]{0,2}\s+"
    rf"(?:(?:of\s)?(?:the\s|all\s)?{PEOPLE}\s)?(?:completed|finished|were (?:evaluable|assessable|eligible))\b"
)
_WERE_TREATED: Final = re.compile(
    r"\bof (?:whom|these|those|them)\b[^.;]{0,20}\b(?:was|were)\s(?:treated|evaluable|assessable|eligible)\s"
    r"(?:with\s[\w-]+\s)?[(\[]\s*$"
)
_ASKED: Final = Wording(
    r"\b(?:questionnaires?|surveys?|invited|invitations?|mailed)\b(?:[^.;]|\.(?=\d))*$", re.IGNORECASE
)
_ANSWERED: Final = re.compile(
    r"\s(?:rates?\s)?(?:to|of|for)\s(?:the\s|this\s|our\s)?(?:[\w-]+\s){0,2}(?:questionnaires?|surveys?)\b"
)
_RESPONDED_TO: Final = re.compile(r"\s(?:rates?\s)?(?:to|on|with|after)\s")
_BRACKETED: Final = re.compile(r"\([^()]*(?:\)|$)|\[[^\[\]]*(?:\]|$)")
_DENYING: Final = Wording(
    rf"[)\]]?\s+(?:of\s+(?:the\s+|all\s+)?)?(?:{PEOPLE}\s+)?(?:did\s+not\s+(?!differ|change|vary|reach)|failed\s+to\s|had\s+no\s)"
)
"""`; 40% of patients did not benefit`: those whom a figure counts gained nothing of what was told before."""
_UNRELATED: Final = re.compile(r"\bunrelated\b|\bnot (?:\w+ ){0,3}(?:related|attribut\w+) to\b", re.IGNORECASE)
_KEPT: Final = re.compile(
    r"\s(?:was|were|(?:has|have)\sbeen)\s(?:[a-z]+ly\s)?(?:maintained|sustained|preserved|retained|durable|lost)\b"
)


def is_condition(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """Whether an event that a figure counts is a condition that patients brought, or unrelated to treatment.

    `a history of stroke (2)`, `events considered unrelated to study medication (axitinib, 2%)`.
    """
    first, last = min(subject.start, figure.start), max(subject.end, figure.end)
    return bool(
        _BEFORE.search(sentence.text)
        or _AT_BASELINE.match(sentence.whole, subject.end, sentence.end)
        or _LISTED.search(_clause(sentence, sentence.start, subject.start))
        or _UNRELATED.search(_clause(sentence, first, last))
    )


def is_of_baseline(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """`mean weight at entry was 82 kg`, `mean baseline weight`: what patients had as the trial began."""
    ahead = _OF_BASELINE.search(sentence.gap(sentence.start, subject.start))
    behind = _AT_BASELINE.match(sentence.whole, subject.end, max(subject.end, figure.start))
    return bool(ahead or (behind and not _LATER.search(sentence.whole, behind.end(), figure.start)))


def is_denied(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """Whether a figure counts those who did not have what it is of: `70% did not develop nausea`."""
    denied = _NOT_SEEN.match(sentence.whole, subject.end, max(subject.end, figure.start))
    if subject.end <= figure.start and figure.kind == "share":
        denied = denied or _DENYING.match(sentence.whole, figure.end, sentence.end)
    return bool(denied or _DID_NOT.search(sentence.gap(sentence.start, subject.start)))


def is_of_efficacy(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """`less fever, with an efficacy of 43%`: by how much something prevents an event, not in how many it came."""
    return _EFFICACY.search(sentence.gap(subject.end, max(subject.end, figure.start))) is not None


def is_of_stay(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """Whether a figure counts who stayed in the trial, or was treated.

    `12 had nausea; 155 of 273 (57%) completed the trial`, `20 had nausea, of whom 12 were treated (60%)`.
    """
    return subject.end <= figure.start and bool(
        _COMPLETED.match(sentence.whole, figure.end, sentence.end)
        or _WERE_TREATED.search(sentence.gap(subject.end, figure.start))
    )


def is_of_those_kept(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """`Responses were maintained in 91% (52 of 57)`: of those who had one, so many kept it."""
    told = subject.kind == "endpoint" and "respon" in subject.text.lower() and subject.end <= figure.start
    return told and _KEPT.match(sentence.whole, subject.end, figure.start) is not None


def is_of_answers(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """`Of 158 invited to a survey, 126 (80%) responded`, `the response rate to the questionnaire`: who answered."""
    if subject.kind != "endpoint" or not subject.text.lower().startswith("respon"):
        return False
    if _ANSWERED.match(sentence.whole, subject.end, sentence.end):
        return True
    asked = _ASKED.search(sentence.gap(sentence.start, min(subject.start, figure.start)))
    return asked is not None and not _RESPONDED_TO.match(sentence.whole, subject.end, sentence.end)


def lists_conditions(sentence: Sentence) -> bool:
    """Whether all the events that a sentence names are such conditions."""
    event = next((item for item in sentence.items if item.kind == "event"), None)
    before = _clause(sentence, sentence.start, event.start) if event else ""
    return bool(_BEFORE.search(sentence.text) or _LISTED.search(before))


def is_of_events(sentence: Sentence, figure: Figure) -> bool:
    """Whether a share is of events, not of patients: `93% (608 of 657) of deaths`, `74 (83%) of 89 responses`."""
    told = figure.quantity.total is not None and _COUNTED_EVENTS.match(sentence.whole, figure.end, sentence.end)
    return bool(told or _OF_EVENTS.match(sentence.whole, figure.end, sentence.end))


def lasted(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """Whether a figure counts those in whom a response went on, or an event got better: `CR was sustained in 25%`."""
    gap = sentence.gap(subject.end, figure.start)
    return bool(_LASTED.match(gap) or (subject.kind == "event" and _BETTER.match(gap)))


def is_reason(sentence: Sentence, subject: Item) -> bool:
    """Whether an endpoint is only why something came about: `the event leading to death was progression (8%)`."""
    return subject.kind == "endpoint" and _REASON.search(sentence.gap(sentence.start, subject.start)) is not None


def counted_unit(sentence: Sentence, figure: Figure) -> str:
    """What a figure is a share of, where that is not patients: `12% of 210 cycles`; empty where it is."""
    unit = _UNIT.match(sentence.whole, figure.end, sentence.end)
    unit = unit or _OF_UNITS.search(sentence.gap(sentence.start, figure.start))
    return f"{unit['unit'].lower()}s" if unit else ""


def counts_events(sentence: Sentence, figures: list[Figure]) -> str:
    """What bare counts of a comparison count, where that is events: `34 episodes of X with A and 12 with B`."""
    if any(f.quantity.count is None or f.quantity.value is not None or f.quantity.total is not None for f in figures):
        return ""
    behind = _EVENTS_BEHIND.match(sentence.whole, figures[0].end, sentence.end)
    if behind:
        return "episodes" if behind["what"] in {"episodes", "attacks", "bouts"} else "events"
    return "events" if _NUMBER_OF.search(sentence.gap(sentence.start, figures[0].start)) else ""


def is_of_the_severe(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words before a figure say that it is of those alone who had an event badly, or mildly."""
    return bool(_SEVERE.search(sentence.gap(start, end)))


def is_of_a_grade(sentence: Sentence, start: int, figure: Figure) -> bool:
    """Whether a figure is of those among the ones counted before, up to `start`, who had an event in a grade."""
    behind = next(iter(sentence.between(figure.end, sentence.end, "quantity")), None)
    if behind is None or behind.quantity is None or behind.quantity.kind != "grade":
        return False
    said = _GRADED.fullmatch(sentence.gap(figure.end, behind.start))
    return bool(said and _PART.fullmatch(sentence.gap(start, figure.start)))


def is_of_unknown_group(sentence: Sentence, figure: Figure) -> bool:
    """Whether a group is named by its letter before a figure, and is no known arm."""
    arms = sentence.between(sentence.start, figure.start, "arm")
    letters = _LETTERED.finditer(sentence.whole, sentence.start, figure.start)
    return any(not any(arm.start < m.end() and m.start() < arm.end for arm in arms) for m in letters)


def is_of_another_group(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """`nausea in 12% of group 1`: whether a group is named by its letter behind a figure, and is no known arm."""
    named = _OF_LETTERED.match(sentence.whole, max(figure.end, figure.quantity.end), sentence.end)
    return named is not None and not sentence.between(figure.end, named.end(), "arm")


def is_parted_by_event(sentence: Sentence) -> bool:
    """Whether patients of an arm are told apart by an event: `erlotinib without rash`."""
    arms = [item for item in sentence.items if item.kind == "arm"]
    events = {item.start for item in sentence.items if item.kind == "event"}
    gaps = (_WITHOUT.match(sentence.whole, arm.end, sentence.end) for arm in arms)
    return any(gap is not None and gap.end() in events for gap in gaps)


def _clause(sentence: Sentence, start: int, end: int) -> str:
    """The words between two places, without those in brackets and of clauses that end there."""
    return _BRACKETED.sub("", sentence.gap(start, end)).rpartition(";")[2]
