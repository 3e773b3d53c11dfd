"""Clusters: figures that are compared with each other, with what they measure and in which arms.

Alignment is by counting: as many values as arms, as many as endpoints, or endpoints times arms. What does not
fit as a whole is dropped.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from ....ontology.facts import Concept, Trial
from ...arms.registry import ArmEntry
from ...people import PEOPLE
from ..items import Item, Sentence, distinct
from .broken_down import broken_down, is_bare_count, is_sum, opens, splits_up
from .conditions import counted_unit, is_of_a_grade, is_of_events, is_of_the_severe
from .counts import counted
from .figure import Figure
from .parted import are_alone, has_own_event
from .unknown_names import names_unknown_thing

# Each word ends where it ends: without that, a long run of digits could be cut in countless ways.
TIGHT_AFTER: Final = re.compile(
    r"[)\]\s,]*(?:(?:of|for|in|with|among|on|from|to|given|after|during|by|at|treated|using|receiving|received|assigned"
    r"|allocated|randomi[sz]ed|"
    r"receive|administered|prescribed|randomly|taking|took|been|being|under|who|that|which|groups?|arms?|cohorts?|"
    rf"were|was|the|those|all|pooled|combined|\d+|{PEOPLE}|cases|events|"
    r"treatment|therapy|use|dosing|administration|"
    r"evaluable|assessable|and|had|per|patient-years?|occurred|reported|observed|recorded|seen|(?:minute|hour|day|week|month|year)s?|standard|oral|cycles|courses|respectively)(?!\w)[\s,]*)*[(\[]?\s*"
)
OF_NEXT: Final = re.compile(r"\band (?:for|in|with|on|among)\b")
"""`71% with B), and in C (77%`: the arm behind these words is of the next figure."""
FROM: Final = re.compile(r"\bfrom\s*$")
_ENDS: Final = re.compile(
    r"\brespectively\b|\bdifferences?\sbetween\b|\b(?:had|experienced|developed|reported|achieved|occurred)\b"
)
_SUBJECT_AHEAD: Final = re.compile(
    r"\)?\s*(?:\([A-Z]{2,4}\)\s*)?(?:of grades? [1-5](?:[-–/][1-5])?\s+)?"
    r"(?:\(|[,:=]\s*|in\s+|(?:rates? )?(?:was|were)(?: (?:seen|observed|achieved|found|noted"
    r"|reported))?(?: in)?\s+)"
)
_SUBJECT_BEHIND: Final = re.compile(
    rf"[)\]]?\s*(?:(?:of|the|all|{PEOPLE}|dogs|had|having|with|an?|showed|(?:achiev|obtain|attain|reach|experienc|develop)(?:ed|ing)"
    r"|patholog\w+)\s+)*"
)
_OF_PATIENTS: Final = re.compile(
    rf"[)\]]?\s+(?:for|in|among)\s+(?:the\s+|those\s+|all\s+)?(?:{PEOPLE}|those)\s+"
    r"(?:(?:with|who (?:had|were))\s+)?"
)
_IN: Final = re.compile(r"[)\]]?\s+(?:for|in|among)\s+(?:the\s+)?")
_KIND_OF_PATIENTS: Final = re.compile(rf"\s{PEOPLE}\b")
_LISTED: Final = re.compile(r",\s[^.;:%()]{1,60}\s(?:and|or)\s|\s(?:and|or)\s[^.;:%()]{1,60},?\srespectively\b")
"""`in patients with stage I, II and III`: as many parts as figures."""
NEXT_PART: Final = re.compile(
    rf"(?:\s(?:{PEOPLE}|disease|tumou?rs|groups?|cohorts?))?\s*(?:[,;]|,?\s*\b(?:and|but|while|whereas)\b)\s*"
)
_LEADS: Final = re.compile(
    r"(?:\s*\([^()]*\))?\s*(?:[,;]|,?\s*\b(?:and|but|while|whereas)\b)+\s*(?:in|for|among)\s+(?:[a-z]+\s+){0,3}"
)
_PAIR: Final = 2
_HAD_BEFORE: Final = re.compile(r"\d[^;]{0,120}\b(?:had|achieved|showed|experienced|developed)\s+(?:an?\s+)?$")
_OF_PEOPLE: Final = re.compile(rf"[)\]]?\s*(?:of\s+)?(?:the\s+|all\s+)?{PEOPLE}\b")
_APART: Final = re.compile(r"[)\]].*[(\[]", re.DOTALL)
_NEXT_TO: Final = 12
_NEXT_CLAUSE: Final = re.compile(r"(?:;|,\s(?:and|of which|of whom|but))\s(?:of (?:these|those|which|whom),?\s)?$")
_TESTED: Final = re.compile(r"^\s*[;,]\s*[Pp]\s*[=<>≤][^()\[\]]*[)\]]")
"""`31% (60 of 191; P = .016) and 33%`: the p value in the bracket of one figure parts it from no other."""
_MIRRORED: Final = str.maketrans("()[]", ")(][")
_NOBODY: Final = re.compile(rf"no (?:patient|{PEOPLE})\s+(?:had|experienced|developed)\b")
_OF_WHICH: Final = re.compile(rf"[)\]]?(?:\s(?:of\s)?{PEOPLE})?,?\sof\s(?:which|whom)\s")
_OF_WHOM: Final = re.compile(r"[)\]]?\sof\s(?:whom|which)\b")
"""`77% of patients, 48% of whom received A`: of those counted before."""
_AMONG_THEM: Final = re.compile(r",\swith\s$")
"""`48% with A and 50% with B, with eight (4%) fatal infections with A`: of those counted before."""
TOLD_AGAIN: Final = re.compile(
    r";\s(?:the\s)?(?:(?:corresponding|respective)\s(?:figures|numbers|percentages|rates|values)|(?:figures|numbers)\s(?:for|in|with))\b"
)
"""`; the corresponding numbers with B were 4 (5%) and 2 (2%)`: of all that was told of A."""
_REACH_OVER: Final = 150


@dataclass(slots=True)
class Cluster:
    """Figures side by side, the endpoints or events they are about, and the arm of each (None: all patients)."""

    figures: list[Figure]
    subjects: list[Item] = field(default_factory=list[Item])
    arms: list[ArmEntry | None] | None = None
    order: tuple[ArmEntry, ...] = ()
    start: int = 0
    limit: int = 0
    trial: Trial | None = None
    """The trial named right after the figures: `(7.2% vs 8.7% in ICARIA-MM)`."""
    consumed: int = 0
    """Where the words end that belong to it."""
    endpoint: Concept | None = None
    """What the values were read as, for the ratios printed beside them."""


def cluster_figures(sentence: Sentence, figures: list[Figure]) -> list[Cluster]:
    """Put the figures of arms that are compared with each other together; ratios stay out."""
    clusters: list[Cluster] = []
    previous: Figure | None = None
    for figure in figures:
        if figure.effect:
            previous = figure
            continue
        if (
            previous is not None
            and clusters
            and not previous.effect
            and _continues(sentence, clusters[-1], previous, figure)
        ):
            clusters[-1].figures.append(figure)
        else:
            clusters.append(Cluster([figure]))
        previous = figure
    edge = sentence.start
    for i, cluster in enumerate(clusters):
        cluster.start = edge
        cluster.limit = clusters[i + 1].figures[0].start if i + 1 < len(clusters) else sentence.end
        edge = _consumed(sentence, cluster)
    return clusters


def _consumed(sentence: Sentence, cluster: Cluster) -> int:
    """Where a cluster ends: after its last figure, and after the arm named right behind that."""
    last = cluster.figures[-1].end
    for item in sentence.between(last, cluster.limit, "arm")[:1]:
        gap = sentence.gap(last, item.start)
        of_next = cluster.limit != sentence.end and OF_NEXT.search(gap)
        if TIGHT_AFTER.fullmatch(gap) and not of_next and not broken_down(sentence, cluster.figures[-1], item):
            return item.end
    return last


def _continues(sentence: Sentence, cluster: Cluster, previous: Figure, figure: Figure) -> bool:
    gap = sentence.gap(previous.end, figure.start)
    parted = (
        _OF_WHICH.fullmatch(gap)
        or TOLD_AGAIN.search(gap)
        or _AMONG_THEM.search(gap)
        or _OF_WHOM.match(sentence.whole, figure.end)
    )
    if parted:
        return False
    if previous.kind != figure.kind or len(gap) > _REACH_OVER or _NOBODY.match(sentence.whole, figure.start):
        return False
    if is_of_the_severe(sentence, previous.end, figure.start) or is_sum(sentence, previous):
        return False
    if splits_up(sentence, previous) or is_of_a_grade(sentence, previous.end, figure):
        return False
    if sentence.between(previous.quantity.end, previous.end, "endpoint", "event"):
        return False  # 39% had a response (95% CI 29-49%), 13% …
    if _of_other_unit(sentence, previous, figure) or is_of_events(sentence, previous) != is_of_events(sentence, figure):
        return False
    if is_bare_count(previous) != is_bare_count(figure) or opens(gap) or _closes(sentence, cluster, previous, figure):
        return False
    versus = bool(sentence.between(previous.end, figure.start, "versus"))
    about = sentence.between(previous.end, figure.start, "endpoint", "event", "absorber")
    if is_bare_count(figure) and counted(sentence, previous.end) and not counted(sentence, figure.end):
        about = about[1:]  # 28 strokes with A and 44 with B
    if any(not _in_bracket(sentence, previous.end, i, figure.start) for i in about):
        return False
    if is_bare_count(figure) and counted(sentence, figure.end) and _is_behind_bracket(sentence, previous, figure):
        return False
    if not versus and previous.pending and sentence.between(figure.end, figure.end + _NEXT_TO, "versus"):
        return False  # 19% v 9% (p = 0.001), and 59% v 29% …
    if not versus and (_own_subjects(sentence, previous, figure) or _shared_out(sentence, previous, figure)):
        return False
    if not versus and _is_of_unknown(sentence, previous, figure):
        return False
    if not versus and len(cluster.figures) == 1 and _populated(sentence, previous, figure):
        return False
    if _APART.search(gap) and _compared(sentence, cluster, figure):
        return False
    if _of_next_part(sentence, cluster, figure) or _is_complete(sentence, cluster, figure):
        return False
    times = [
        i
        for i in sentence.between(previous.end, figure.start, "quantity")
        if i.quantity and (i.quantity.kind in {"time", "grade"} or i.quantity.name == "sensitivity")
    ]
    if times:
        return False
    if versus:
        return True
    if len(distinct(sentence.between(previous.end, figure.start, "arm"))) > 1 or _ENDS.search(gap):
        return False
    if (
        ";" in _TESTED.sub("", gap)
        and not are_alone(sentence, previous, figure)
        and (has_own_event(sentence, figure) or not _placed(sentence, previous.end + gap.rindex(";"), figure))
    ):
        return False
    risen = bool(FROM.search(sentence.gap(sentence.start, previous.start)) and re.search(r"\bto\s*$", gap))
    but = re.search(r"\bbut\b", gap) and sentence.between(previous.end, figure.start, "arm")  # 30% with A but 9% with B
    return risen or bool(but or re.search(r"\band\b|,|;|/|\bor\b", gap))


def _of_other_unit(sentence: Sentence, previous: Figure, figure: Figure) -> bool:
    """`in 36% of patients and 14% of cycles`; `14% of cycles with A and 9% with B` are of one."""
    unit = counted_unit(sentence, figure)
    return unit != counted_unit(sentence, previous) and bool(unit or _OF_PEOPLE.match(sentence.whole, figure.end))


def _placed(sentence: Sentence, start: int, figure: Figure) -> bool:
    """Whether an arm stands between a semicolon and the figure behind it, or right behind that."""
    behind = next(iter(sentence.between(figure.end, sentence.end, "arm")), None)
    after = behind is not None and TIGHT_AFTER.fullmatch(sentence.gap(figure.end, behind.start))
    return bool(after or sentence.between(start, figure.start, "arm"))


def _shared_out(sentence: Sentence, previous: Figure, figure: Figure) -> bool:
    """`four deaths, three with A and one with B`, `dose reduction in 20% and discontinuation in 7%`: no comparison."""
    total = is_bare_count(previous) and counted(sentence, previous.end) is not None
    arms = sentence.between(previous.end, figure.start, "arm")
    came = sentence.between(previous.end, figure.start, "consequence")
    behind = came and not sentence.between(came[-1].end, figure.start, "arm")
    apart = behind and not (
        sentence.between(previous.end, came[0].start, "arm") and _placed(sentence, came[-1].end, figure)
    )
    return (total and not arms) or bool(apart)


def _compared(sentence: Sentence, cluster: Cluster, figure: Figure) -> bool:
    """Whether the figures so far are compared with each other, and the next begins another comparison."""
    inside = sentence.between(cluster.figures[0].end, cluster.figures[-1].start, "versus")
    behind = sentence.between(figure.end, figure.end + _NEXT_TO, "versus")
    return bool(inside and behind)


def _populated(sentence: Sentence, previous: Figure, figure: Figure) -> bool:
    """`4.0 months, and 5.0 months for patients with resistant disease`: the next is of a part of the patients."""
    behind = next(iter(sentence.between(figure.end, sentence.end, "population", "arm")), None)
    named = behind is not None and behind.kind == "population" and bool(behind.text)
    if behind is None or not named or sentence.between(previous.end, figure.start, "population", "arm"):
        return False
    pair = len(sentence.registry.entries) == _PAIR and sentence.gap(previous.end, figure.start) == " and "
    if pair or sentence.between(behind.end, sentence.end, "respectively"):
        return False  # 40% and 30% in men, of two arms; 40%, 30% and 20% with stage II, III and IV, respectively
    listed = _LISTED.match(sentence.whole, behind.end, sentence.end)
    gap = sentence.gap(figure.end, behind.start)
    kind = _IN.fullmatch(gap) and _KIND_OF_PATIENTS.match(sentence.whole, behind.end)
    return not listed and bool(kind or _OF_PATIENTS.fullmatch(gap))


def _of_next_part(sentence: Sentence, cluster: Cluster, figure: Figure) -> bool:
    """`45% with A and 20% with B in women and 30% …`, `45% v 20%, and in men 30% …`: of other patients."""
    if len(cluster.figures) < _PAIR:
        return False
    if all(sentence.between(a.end, b.start, "population") for a, b in pairwise(cluster.figures)):
        return False  # each so far is of a part of its own
    last = cluster.figures[-1].end
    parts = [p for p in sentence.between(last, figure.start, "population") if p.text]
    return any(
        NEXT_PART.fullmatch(sentence.gap(p.end, figure.start)) or _LEADS.fullmatch(sentence.gap(last, p.start))
        for p in parts
    )


def _is_complete(sentence: Sentence, cluster: Cluster, figure: Figure) -> bool:
    """`22% with A and 29% with B; 4% and 18% were related`: each arm has its figure, a clause begins."""
    figures, last = cluster.figures, cluster.figures[-1].end
    if not len(figures) == len(sentence.registry.entries) == _PAIR or not _NEXT_CLAUSE.search(
        sentence.gap(last, figure.start)
    ):
        return False
    between = sentence.between(figures[0].end, last, "arm"), sentence.between(last, figure.start, "arm")
    behind = TIGHT_AFTER.match(sentence.whole, figure.end, sentence.end)
    own = behind is not None and any(
        i.start <= behind.end() < i.end for i in sentence.between(figure.end, sentence.end, "arm")
    )
    return not own and len(between[0]) == len(between[1]) == 1 and between[0][0].arms != between[1][0].arms


def _is_of_unknown(sentence: Sentence, previous: Figure, figure: Figure) -> bool:
    """`rash (12%), an unheard-of disorder (8%)`: what the second figure is of has a name that we don't know."""
    known = any(previous.end <= i.start and i.end <= figure.start and i.quantity is None for i in sentence.items)
    return figure.kind == "share" and not known and names_unknown_thing(sentence.gap(previous.end, figure.start))


def _own_subjects(sentence: Sentence, previous: Figure, figure: Figure) -> bool:
    """`3 partial responses (13%) and 13 (54%) dogs with stable disease`: each figure has a subject beside it."""
    ahead = next((i for i in reversed(sentence.items) if i.end <= previous.start and i.concept), None)
    behind = next((i for i in sentence.items if i.start >= figure.end and i.concept), None)
    if ahead is None or behind is None or ahead.concept == behind.concept:
        return False
    beside = _SUBJECT_AHEAD.fullmatch(sentence.gap(ahead.end, previous.start))
    if _HAD_BEFORE.search(sentence.gap(sentence.start, ahead.start)):
        return False  # 8 with A and 7 with B had a complete response, 40 and 29 had a partial response
    return bool(beside and _SUBJECT_BEHIND.fullmatch(sentence.gap(figure.end, behind.start)))


def _closes(sentence: Sentence, cluster: Cluster, previous: Figure, figure: Figure) -> bool:
    """Whether a bracket that held the figure before ends here: `3.9% with A [vs 0.7% with B], and 7.3% with C`."""
    edge = cluster.figures[-2].end if len(cluster.figures) > 1 else sentence.start
    return opens(sentence.gap(edge, previous.start)) and opens(
        sentence.gap(previous.start, figure.start)[::-1].translate(_MIRRORED)
    )


def _is_behind_bracket(sentence: Sentence, previous: Figure, figure: Figure) -> bool:
    """`19 strokes (12 with A and 7 with B) and 30 falls`: what is counted anew behind a bracket."""
    return sentence.bracket_at(previous.start) is not None and sentence.bracket_at(figure.start) is None


def _in_bracket(sentence: Sentence, start: int, item: Item, end: int) -> bool:
    """Whether an item stands in a bracket that opens and closes between two places."""
    before, after = sentence.gap(start, item.start), sentence.gap(item.end, end)
    return before.count("(") > before.count(")") and after.count(")") > after.count("(")
