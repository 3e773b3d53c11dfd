"""Adverse events: how many patients of an arm had which event, of which grade, with which consequence."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ....ontology.facts import AdverseEventResult, Arm
from ...arms.registry import ArmEntry
from ...candidates import Candidate
from ...context import Context
from ...people import PEOPLE
from ...wordings import Wording
from ..alignment.single_figures import is_of_all
from ..alignment.unknown_arms import names_others
from ..figures.clusters import Cluster
from ..figures.conditions import counted_unit, counts_events, is_condition, is_of_the_severe
from ..figures.figure import Figure
from ..items import Item, ItemKind, Sentence
from ..measured.event_names import PlainEvent, is_any, plain_event
from ..patients.groups import population_of
from ..quantities.quantity import Quantity
from .consequences import consequence_of
from .grades import grade_of, reaches
from .grades_in_turn import grades_in_turn

_ROUNDING: Final = Decimal("1.0")
"""Percentage points that a printed share may be off."""
_NO_RESULT: Final = Wording(
    r"\b(?:purpose|aims?|objectives?|goals?) (?:of|was|were|is)\b|\bto (?:determine|investigate) (?:whether|if)\b"
    r"|\b(?:evaluable|assessable) for\b|\b(?:in)?eligib|\b(?:excluded|allowed|permitted)\b"
    r"|^\W*(?:[A-Z]+\W+)?(?:At )?[Bb]aseline\b"
    r"|\bdefined as\b.*\b(?:decline|decrease)\b|\bend ?points? (?:was|were|is|are|include)\b"
    r"|(?<!consistent with )(?<!similar to )(?<!from )\b[Pp](?:revious|rior) (?:studies|trials|reports)\b"
    r"|\b[Ww]e expect\b"
)
_SUCH_PATIENTS: Final = Wording(r"\b(?:by|among|in|of) (?:most |the |all |\d+ )*patients \(\d[\d.]*%\) with (?:the )?")
"""`nausea was rare in 20 patients (10%) with gastritis`: patients told apart, unless an arm follows."""
_OF_GROUP: Final = re.compile(
    r"^\W*(?:Of (?:these|those|whom)|These|Those|Among (?:these|those))\b"
    r"|\b(?:former|latter|respectively|groups?|arms?)\b"
    r"|\b(?:treated|treatment|receiving|received|recipients|given|with) (?:with )?(?!grade|the )[A-Z]{2}"
)
_PAST: Final = re.compile(r"\b(?:was|were|had|did|\w+ed|led|seen)\b")
_BACKGROUND: Final = re.compile(r"\W*(?:BACKGROUND|OBJECTIVES?|PURPOSE|INTRODUCTION|AIMS?|IMPORTANCE)\b", re.IGNORECASE)
_WITHOUT: Final = re.compile(
    r"\b(?:(?:reported|had|experienced|were|was)\s+no|without|free (?:of|from)|absence of|freedom from)\s+"
    r"(?:(?:any|an?|severe|serious|confirmed|symptomatic|documented)\s+){0,2}$",
    re.IGNORECASE,
)
_OF_SOME_KIND: Final = re.compile(
    r"(?:\s*\([A-Z][A-Za-z]{1,5}\))?\s+(?:related to|involving|suggestive of|consistent with|affecting)\s+"
    r"(?!(?:the\s+)?(?:study|trial|investigational|protocol|assigned|\w*therapy|\w*treatment|drugs?|medications?"
    r"|products?|vaccin\w+|regimen)\b)"
)
"""`adverse events related to renal function`: not adverse events as a whole."""
_OR_ANOTHER: Final = re.compile(
    r"(?:\s\([A-Za-z]+\))?\s+or\s+(?!(?:more|less|greater|fewer|higher|lower|worse|above|any|grade|in|on|with|placebo)\b)[a-z]"
)
"""`12% had an embolism or odd bruises`: the share is of two events together, of which one may be unknown."""
_NAMES_ONE: Final = re.compile(
    r"\bmost (?:common|frequent)(?:ly)?\b[^.;%()]{0,100}(?:[(\[][^()\[\]]{1,12}[)\]]\s*)?"
    r"\b(?:was|were|being|included)\s+"
    r"(?:\([^()]*\)\s+)?(?!(?:\w+ly\s+)?(?:reported|observed|seen|noted|found|recorded|experienced|similar|comparable|higher"
    r"|lower|more|less|in|by|with|of)\b)[^.;%]{3,60}[(\s]\s*$"
)
"""`the most common adverse event was an odd taste (9%)`: not of adverse events as a whole."""
_EVENTS: Final = re.compile(r"\badverse (?:event|effect|reaction)|\bT?E?AEs?\b|toxicit|side effect", re.IGNORECASE)
_GIVEN: Final = ("arm", "regimen", "treatment")
_OF_THESE: Final = re.compile(
    r"\s*(?:[a-z]+\s+)?(?:cream|gel|ointment|solution|lotion|dextrose|glucose|saline|albumin)\b"
    r"|[)\]]?\s*of (?:which|whom|them|these|those events)\b"
)
_LIST: Final = re.compile(r"[^.;%]{0,60}?\b(?:were|was|included|being|consisted)\b|\s*[:(]|\s+of\s")
_OF_WHICH: Final = re.compile(r",\sthe\smost\s(?:common|frequent)\sof\swhich\s(?:was|were)\b")
_COMMONEST: Final = re.compile(r"\bmost (?:common|frequent)(?:ly reported)?,?\s+$")
_LEFT: Final = re.compile(
    rf"[)\]]?\s*(?:of\s(?:the\s|all\s)?)?(?:{PEOPLE}\s)?(?:discontinued|stopped|withdrew|died|(?:was|were)\s(?:withdrawn|hospitali[sz]ed))\b"
    r"(?P<why>[^.;,]{0,40}?\b(?:because of|due to|owing to|from|for|as a result of)\s"
    r"(?:them|this|these|those|it|such|the (?:events?|reactions?))\b)?"
)
"""`rash (12%); 8% discontinued treatment`, `because of them`: patients of a clause of their own."""
_OF_ANOTHER_KIND: Final = re.compile(r"\b[a-z]{3,}(?:al|ic|ar|ous)(?:,? (?:and|or) |/)$", re.IGNORECASE)
"""`bacterial or viral infections`: a share is of both, of which one may have no name of its own."""
_CHANGE: Final = re.compile(r"(?:decrease|increase|reduction|fall|rise|decline)\b", re.IGNORECASE)
_BY: Final = re.compile(r"\s+by\s+(?:an?\s+(?:mean|median)\s+of\s+)?\d")
"""`ejection fraction decreased by 5% with A and 1% with B`"""
_WAS: Final = re.compile(r"\bwas\s+$")
"""`the decrease in blood glucose was 35%`: how much it changed, not in how many."""
_NEAR: Final = 45
_OF_ANOTHER_CLAUSE: Final = re.compile(
    r"\d[^;]*(?:,\sas\s(?:was|were|did)\b|;\s(?!(?:of\s|the\smost|these|they|mainly|mostly))|\b(?:and|while|whereas)\sgrade)",
    re.IGNORECASE,
)


def event_candidate(
    context: Context,
    sentence: Sentence,
    cluster: Cluster,
    subject: Item,
    figure: Figure,
    arm: ArmEntry | None,
    p: Quantity | None,
) -> Candidate | None:
    """One count of one event in one arm."""
    if (
        subject.concept is None
        or figure.quantity.unit
        or figure.quantity.name == "plain"  # reduced by 40%
        or (_CHANGE.match(subject.text) and _WAS.search(sentence.gap(subject.end, cluster.figures[0].start)))
        or _BY.match(sentence.whole, subject.end, sentence.end)
        or _NO_RESULT.search(sentence.text)
        or _is_of_such_patients(sentence)
        or (arm is None and _of_some(sentence, cluster, subject))
        or grades_in_turn(sentence, cluster)
        or is_condition(sentence, subject, figure)
    ):
        return None
    before = sentence.gap(max(sentence.start, subject.start - _NEAR), subject.start)
    if _OF_THESE.match(sentence.gap(figure.end, sentence.end)) or _WITHOUT.search(before):
        return None
    if _is_of_another_kind(sentence, subject, before):
        return None
    if is_any(subject.concept) and _NAMES_ONE.search(sentence.gap(sentence.start, figure.start)):
        return None
    if subject.start > figure.end and _OR_ANOTHER.match(sentence.whole, subject.end, sentence.end):
        return None
    if _is_of_some_kind(sentence, subject) or is_of_the_severe(sentence, subject.end, figure.start):
        return None
    quantity = figure.quantity
    left = (
        _LEFT.match(sentence.whole, figure.end, sentence.end)
        if ";" in sentence.gap(subject.end, figure.start)
        else None
    )
    if left and not left["why"]:
        return None
    plain = plain_event(subject.concept)
    trial = figure.trial or context.trials.at(figure.start)
    given = context.arm_in(trial, arm) if arm else None
    claim = AdverseEventResult(
        trial=given.trial if given else trial,
        arm=given,
        event=plain.event,
        grade="any" if left else grade_of(sentence, cluster, subject, figure),
        value=quantity.value,
        value_relation=quantity.relation,
        count=quantity.count,
        total=quantity.total,
        serious=plain.serious or (True if _said(sentence, cluster, subject, figure, "serious") else None),
        treatment_related=plain.related or (True if _said(sentence, cluster, subject, figure, "related") else None),
        consequence=consequence_of(sentence, cluster, subject, figure) or plain.consequence,
        population=_population(sentence, figure, cluster, arm, plain),
    )
    start, end = min(subject.start, quantity.start), max(figure.end, quantity.end, subject.end)
    return Candidate(claim=claim, start=start, end=end, rule="event-figure")


def _is_of_some_kind(sentence: Sentence, subject: Item) -> bool:
    """`adverse events related to renal function`: a part of them that has no name of its own, and no drug caused."""
    kind = _OF_SOME_KIND.match(sentence.whole, subject.end, sentence.end) if is_any(subject.concept) else None
    return kind is not None and not any(i.start == kind.end() for i in sentence.items if i.kind in _GIVEN)


def _is_of_another_kind(sentence: Sentence, subject: Item, before: str) -> bool:
    """Whether words before an event name another one by half, which has no item of its own."""
    other = _OF_ANOTHER_KIND.search(before) if " " in subject.text else None
    return other is not None and not sentence.between(subject.start - len(other[0]), subject.start, "event")


def _is_of_such_patients(sentence: Sentence) -> bool:
    told = _SUCH_PATIENTS.finditer(sentence.whole, sentence.start, sentence.end)
    return any(not any(i.kind == "arm" and i.start == such.end() for i in sentence.items) for such in told)


def _of_some(sentence: Sentence, cluster: Cluster, subject: Item) -> bool:
    """Whether figures without an arm may be of other groups than all patients."""
    if is_of_all(sentence, cluster.figures[0]):
        return False
    in_turn = len(cluster.figures) == len(cluster.subjects)
    alone = len(cluster.figures) == 1 or in_turn or all(figure.population for figure in cluster.figures)
    alone = alone and not any(i.kind == "arm" for i in sentence.items)
    alone = alone and ";" not in sentence.gap(subject.end, cluster.figures[0].start)
    told = _PAST.search(sentence.text) and not _BACKGROUND.match(sentence.text)
    return not (alone and told) or names_others(sentence, cluster) or bool(_OF_GROUP.search(sentence.text))


def with_total(candidate: Candidate, totals: dict[Arm, int]) -> Candidate:
    """`48 [17%] of 276 …, rash (29 [11%])`: a count is of the patients printed last for its arm, where that fits."""
    claim = candidate.claim
    if not isinstance(claim, AdverseEventResult) or claim.arm is None or claim.population or claim.count is None:
        return candidate
    if claim.total is not None:
        totals[claim.arm] = claim.total
        return candidate
    total = totals.get(claim.arm)
    if total is None or claim.count > total:
        return candidate
    share = Decimal(100 * claim.count) / total
    if claim.value is not None and abs(share - claim.value) > _ROUNDING:
        return candidate
    return replace(candidate, claim=replace(claim, total=total))


def _population(sentence: Sentence, figure: Figure, cluster: Cluster, arm: ArmEntry | None, plain: PlainEvent) -> str:
    """The part of the patients, or of the cycles; `patients with adverse events` are no part when those are counted."""
    population = population_of(sentence, figure, cluster, arm)
    if is_any(plain.event) and _EVENTS.search(population):
        population = arm.variant if arm else ""
    unit = next(filter(None, (counted_unit(sentence, f) for f in (figure, *cluster.figures))), "")
    unit = unit or counts_events(sentence, cluster.figures)
    return ", ".join(filter(None, (population, unit)))


def _said(sentence: Sentence, cluster: Cluster, subject: Item, figure: Figure, kind: ItemKind) -> bool:
    """Whether a word such as `serious` qualifies the event: right before it, or before its figure in its clause."""
    if subject.start > figure.end:
        return any(
            i.kind == kind and figure.end <= i.start <= min(subject.end + _NEAR, max(cluster.limit, subject.end))
            for i in sentence.items
        )
    items = [i for i in sentence.items if i.kind == kind and i.end <= max(subject.end, figure.start)]
    items = [i for i in items if not _told_out(sentence, i, subject)]
    return any(
        (subject.start - i.end < 60 and reaches(sentence, i, subject))
        or i.start >= subject.start
        or _heads_list(sentence, i, subject)
        for i in items
    )


def _told_out(sentence: Sentence, mark: Item, subject: Item) -> bool:
    """`serious adverse events in 12%, as was grade 3 anemia in 5%`: a mark of events whose figure stands before."""
    marked = sentence.between(mark.start, subject.start, "event")[:1]
    return any(
        is_any(i.concept) and _OF_ANOTHER_CLAUSE.search(sentence.gap(i.end, subject.start)) is not None for i in marked
    )


def _heads_list(sentence: Sentence, mark: Item, subject: Item) -> bool:
    """`the most common serious adverse events were x (5%), y (4%) and z (3%)`: the mark holds for all of them."""
    marked = sentence.between(mark.start, subject.start, "event")[:1]
    commonest = _COMMONEST.search(sentence.gap(sentence.start, mark.start))
    marked = [e for e in marked if is_any(e.concept) or (commonest and e is not subject)]
    if not marked or is_any(subject.concept) or marked[0].start - mark.end > _NEAR:
        return False
    following = sentence.gap(marked[0].end, subject.start)
    return bool(_LIST.match(following) or _OF_WHICH.search(following)) and ";" not in following
