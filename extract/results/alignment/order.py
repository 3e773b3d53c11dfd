"""Which arm stands first in a comparison: named before the figures, after them, half named, or as introduced.

Offsets are those of the cleaned text.
"""

import re
from itertools import pairwise, zip_longest
from typing import Final

from ...arms.registry import ArmEntry
from ...wordings import Wording
from ..figures.clusters import FROM, Cluster
from ..figures.figure import Figure
from ..items import Item, Sentence, distinct
from ..patients.markers import compares_patients
from .raised import raised, risen
from .senses import (
    against_sense,
    all_but_reference,
    are_of_one_list,
    as_told_behind,
    as_worded,
    by_sense,
    is_better_higher,
    is_contradicted,
)
from .unknown_arms import ACTS, acts_alone, names_other_drug, names_others

_REFERENCE: Final = re.compile(
    r"(?:\bcompar(?:ed|ing|ison) (?:with|to)|\brelative to|\bthan|\bas opposed to|\bversus|\bvs\.?|\bv"
    r"|\bsuperior to|\bbetween (?:the )?(?:[\w-]+ ){1,4}and)\s+"
    r"(?P<figure>\d[\d.]*\s?(?:%|months|weeks|years|days)(?:\s*[(\[][^()\[\]]*[)\]])?\s+(?!of\b))?"
    r"(?:(?:the|that|those|did|of|in|on|with|for|among|patients|women|men|receiving|treated|given|assigned|to"
    r"|groups?|arms?|who|received)\s+)*"
    r"(?:(?:(?:neo)?adjuvant|conventional|concurrent|matched|oral|single[- ]agent|standard|weekly"
    r"|(?:pre|post)-?operative|(?:high|low|standard)[- ]dose|(?-i:[A-Z][a-z]*-[A-Z]))\s+)?$",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|^[^()\[\]]*[)\]]|[(\[][^()\[\]]*$")
_TELLING: Final = re.compile(
    r"\b(?!(?:versus|compared|with|opposed|against|than|respectively|months?|weeks?|days?|years?|hours?|median|mean"
    r"|patients?|percent|only|just|about|approximately|almost|nearly|over|those|that|range|confidence|interval|while"
    r"|whereas|from|group|arm|points?|events?|cases?|deaths?)\b)[a-z]{4,}|\bof (?:which|whom|these|them)\b",
    re.IGNORECASE,
)
"""Words between figures that make each of another thing."""
_LISTED: Final = re.compile(
    r"(?:\s(?:groups?|arms?|patients))?(?:\s\([^()]*\))?,?\s(?:and|or|versus|vs\.?)\s[^.;,%\d]{1,60},?\s+respectively\b"
)
_JOINED: Final = re.compile(r"(?:\s\([^()]*\))?,?\s(?:and|or)\s(?:the\s)?")
"""`A than B 10 and 25 mg`: what is joined to the arm that another is compared with is compared with, too."""
_COMMA: Final = re.compile(r"(?:\s\([^()]*\))?,\s(?:the\s)?")
"""`A than B 10, 25 and 50 mg`: so is what stands between commas, if the list goes on."""
_OF_RATIO: Final = re.compile(r"\b(?:ratio|HR|OR|RR)(?:\s\([^()]*\))?\s(?:for|with|in)\s(?:the\s)?$")
"""`24 v 17 months with B (hazard ratio for A, 0.5)`: the ratio is of A, and no figure before it."""
_TESTED: Final = Wording(r"[(\[][^()\[\]]*\b(?:v|vs|versus)\b[^()\[\]]*\b[Pp]\s*[=<>≤][^()\[\]]*[)\]]")
"""`46%, 62% and 59% (B v A, P = .003; C v A, P = .006)`: which pairs were tested is not the order of the figures."""
_FAVOURS: Final = Wording(r"\b(?:in favou?r of|favou?r(?:ing|ed))\s(?:the\s)?", re.IGNORECASE)
_WHEREAS: Final = re.compile(r"\b(?:whereas|while)\s(?:in|with|for|on)\s(?:the\s)?$")
_AND: Final = re.compile(
    r"\s+(?:of\s)?(?:(?:wom[ae]n|m[ae]n|(?:fe)?males|girls|boys|children|adults|(?:non-?|never-)?smokers)\s)?and\s+(?:in\s)?"
)
_SET_AGAINST: Final = re.compile(r"\s(?:versus|vs\.?|v\.?)\s")
_PARTS_IN_TURN: Final = re.compile(
    r"[^.;()]{0,40}\b(?:in|for|of|at|among)\s[^.;()]{2,60}?\sand\s[^.;()]{2,60}?,?\s+respectively\b"
)
_TWO_TOLD: Final = re.compile(r"[^.;:()]{0,80}?,?\s(?:and|as well as)\s[^.;:()]{0,80}?\b(?:was|were)\b")
_OPTIONAL: Final = re.compile(r"\bwith(?: or |/)without\b[^.;]*$")
_DATED: Final = re.compile(r"\s?[(\[](?:at\s)?(?:hour|day|week|month|year)\s\d")
"""`59 ± 2 (day 2) and 50 ± 3 (day 3)`: one after the other."""
_PAIR: Final = 2


def is_reference(sentence: Sentence, item: Item) -> bool:
    """Whether an arm is what another is compared with: `compared with placebo`, wherever in the clause it stands."""
    before = _REFERENCE.search(sentence.gap(max(sentence.start, item.start - 80), item.start))
    return before is not None and not (before["figure"] and begins_list(sentence, item))


def compared(sentence: Sentence, items: list[Item]) -> tuple[ArmEntry, ...]:
    """The different arms in the order in which a comparison puts them: what is compared, then with what."""
    references: list[Item] = []
    for item, following in zip_longest(items, items[1:]):
        gap = sentence.gap(references[-1].end, item.start) if references else ""
        listed = following and _JOINED.fullmatch(sentence.gap(item.end, following.start))
        joined = _JOINED.fullmatch(gap) or (listed and _COMMA.fullmatch(gap))
        if joined or is_reference(sentence, item):
            references.append(item)
    return distinct([i for i in items if i not in references] + references)


def order_of(
    sentence: Sentence,
    cluster: Cluster,
    own: list[ArmEntry | None],
    inherited: tuple[ArmEntry, ...],
    entries: tuple[ArmEntry, ...],
) -> tuple[ArmEntry, ...]:
    """The arms of a comparison in the order of its figures; empty where the text leaves it open."""
    if names_other_drug(sentence, cluster):
        return ()
    size = len(cluster.figures)
    first, last = cluster.figures[0], cluster.figures[-1]
    before = sentence.between(cluster.start, first.start, "arm")
    before = _in_label(sentence, first, before) or _told_last(cluster, before)
    inside = sentence.between(first.end, last.start, "arm")
    after = sentence.between(last.end, cluster.limit, "arm")
    after = [i for i in after if not _OF_RATIO.search(sentence.gap(last.end, i.start))]
    after = [i for i in after if not _is_tested(sentence, cluster, i)]
    opposed = sentence.between(first.end, last.start, "versus")
    if not (after or opposed) and _in_turn_of_others(sentence, first.start):
        return ()
    if size == _PAIR and are_of_one_list(sentence, cluster):
        return ()
    if size == _PAIR and (pair := risen(sentence, cluster, entries)):
        return pair
    if len(distinct(after)) == 1 and begins_list(sentence, after[0]):
        return ()
    if size == len(entries) == _PAIR and not inside and _FAVOURS.search(sentence.whole, sentence.start, sentence.end):
        return _favoured(sentence, cluster, entries)
    if FROM.search(sentence.gap(sentence.start, first.start)):  # from 38% to 51% with A: only the figure says which
        if size != _PAIR or len(entries) != _PAIR:
            return ()
        return _with_other(sentence, own, [], inside, entries) or raised(sentence, cluster, before, entries)
    if len(entries) > _PAIR == size and not inside and (pair := _acting(sentence, cluster, before)):
        return pair
    if not inside:
        for items in (before, after):
            group = compared(sentence, items)
            if items is before and (others := all_but_reference(sentence, cluster, items, group)):
                return others
            if items is before and len(group) == size == _PAIR and _is_fronted(sentence, items, last):
                return by_sense(sentence, cluster, group)
            if len(group) > 1 and size % len(group) == 0:
                told = sentence.between(last.end, items[0].start, "event", "endpoint")
                cluster.consumed = items[-1].end if items is after and not told else cluster.consumed
                fronted = is_reference(sentence, items[0]) and not is_reference(sentence, items[-1])
                return as_worded(sentence, cluster, items[0], group) if fronted and len(group) == _PAIR else group
    following = [i for i in sentence.between(last.end, sentence.end, "arm") if not _is_tested(sentence, cluster, i)]
    compares = size == _PAIR == len(entries) and opposed and following
    if compares and (sensed := as_told_behind(sentence, cluster, following, entries)):
        return sensed
    if size == _PAIR == len(inherited) and opposed and _is_next_list(sentence, before, cluster.start):
        return inherited
    before = [] if sentence.between(cluster.start, first.start, "regimen") else before
    if len(entries) == 2 and size == 2 and (pair := _with_other(sentence, own, before, inside, entries)):
        last_only = own[0] is None and own[1] is not None and not (opposed or before)
        if last_only and _AND.fullmatch(sentence.gap(first.end, last.start)):
            return ()  # of stages II and III: 80% and 60% with A
        if not (opposed or after) and _are_of_one_arm(sentence, cluster, before):
            return ()
        wrong = own[1] is None and against_sense(sentence, cluster)
        return () if wrong or (before and opposed and is_contradicted(sentence, cluster)) else pair
    named = distinct([i for i in sentence.items if i.kind == "arm" and i.end <= last.start])
    if _other_sides(sentence, cluster):
        return ()
    if len(entries) > _PAIR == size and not inside and (pair := _with_control(sentence, cluster, named)):
        return pair
    earlier = compared(sentence, _told_last(cluster, sentence.between(sentence.start, first.start, "arm")))
    if names_others(sentence, cluster):
        return ()
    if acts_alone(sentence, first.start) or compares_patients(sentence, first.start):
        return ()
    told = side_by_side(sentence, cluster)
    pair = told and not named and following and len(entries) == size == _PAIR
    if pair and (sensed := as_told_behind(sentence, cluster, following, entries)):
        return sensed
    later = compared(sentence, following) if told and not named else ()
    for group in (earlier, later, inherited if told else ()):
        fits = (cluster.trial is None or all(e in entries for e in group)) and all(e in group for e in named)
        if fits and len(group) > 1 and size % len(group) == 0:
            return group
    if told and size in {len(entries), len(entries) * len(cluster.subjects)}:
        if sentence.between(last.end, sentence.end, "respectively"):
            return _as_introduced(sentence, entries)
        if min(entries, key=lambda e: e.start).role == "control":
            return ()  # assigned to the control or to A (20% v 30%): of which is which?
        experimental = [e for e in entries if e.role != "control"]
        return (*experimental, *(e for e in entries if e.role == "control"))
    return ()


def _are_of_one_arm(sentence: Sentence, cluster: Cluster, before: list[Item]) -> bool:
    """`A had 14% and 22% responses in X and Y, respectively`, `X and Y rose with A (9% and 6%, respectively)`."""
    if _PARTS_IN_TURN.match(sentence.whole, cluster.figures[-1].end, sentence.end):
        return True
    turns = sentence.between(cluster.figures[-1].end, sentence.end, "respectively")
    told = sentence.gap(cluster.start, before[-1].start) if before and turns else ""
    for subject in cluster.subjects:
        told = told.replace(subject.text, "") if subject.text else told
    return _TWO_TOLD.match(told) is not None


def _is_next_list(sentence: Sentence, before: list[Item], start: int) -> bool:
    """`with A, rash (9% v 4%), whereas with B, fever (2% v 7%)`: pairs of one sentence stand in one order."""
    told = sentence.between(sentence.start, start, "versus")
    turned = before and _WHEREAS.search(sentence.gap(max(sentence.start, start), before[0].start))
    return bool(told and turned) and len(distinct(before)) == 1 and not is_reference(sentence, before[0])


def _favoured(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> tuple[ArmEntry, ...]:
    """`response 30% versus 20% in favour of B`: B has the better figure, if no order is named."""
    arms = [i for i in sentence.between(cluster.start, sentence.end, "arm") if len(i.arms) == 1]
    told = [i for i in arms if _FAVOURS.search(sentence.whole, sentence.start, i.start)]
    first, second = (figure.quantity.value for figure in cluster.figures)
    reached = all(s.concept is not None and is_better_higher(s.concept.name) for s in cluster.subjects)
    if len(distinct(arms)) > 1:
        return compared(sentence, arms)
    if not (told and cluster.subjects and reached) or first is None or second is None:
        return ()
    favoured = told[0].arms[0]
    other = entries[0] if entries[1] is favoured else entries[1]
    return (favoured, other) if first > second else (other, favoured)


def _is_fronted(sentence: Sentence, items: list[Item], last: Figure) -> bool:
    """`compared with B, A was better (30% v 40%, respectively)`: B stands first, and A is what is compared."""
    turns = any(i.start >= last.end for i in sentence.items if i.kind == "respectively")
    return turns and is_reference(sentence, items[0]) and not is_reference(sentence, items[-1])


def _is_tested(sentence: Sentence, cluster: Cluster, arm: Item) -> bool:
    """Whether an arm stands in a bracket that tells which pair, of more than two, a p value is of."""
    tests = _TESTED.finditer(sentence.whole, cluster.figures[-1].end, sentence.end)
    return len(cluster.figures) > _PAIR and any(m.start() < arm.start < m.end() for m in tests)


def _told_last(cluster: Cluster, arms: list[Item]) -> list[Item]:
    """`Although those given B took A later, survival with A or B was 12 v 7 months`: the arms behind the subject."""
    behind = [i for s in cluster.subjects[-1:] for i in arms if i.start >= s.end]
    return behind if len(distinct(behind)) > 1 else arms


def _in_label(sentence: Sentence, first: Figure, arms: list[Item]) -> list[Item]:
    """`lower with A than with B (B vs A: 131 v 88 mg/dL)`: the arms that the bracket sets against each other itself."""
    opened = sentence.bracket_at(first.start)
    inside = [i for i in arms if opened is not None and i.start > opened]
    label = len(inside) == _PAIR and _SET_AGAINST.fullmatch(sentence.gap(inside[0].end, inside[1].start))
    return inside if label and sentence.whole.startswith(":", inside[1].end) else []


def _as_introduced(sentence: Sentence, entries: tuple[ArmEntry, ...]) -> tuple[ArmEntry, ...]:
    """The arms in order of the text, where `A with or without B` names the combination first."""
    first, *others = sorted(entries, key=lambda e: e.start)
    optional = len(others) == 1 and _OPTIONAL.search(sentence.gap(first.start, others[0].start))
    return (*others, first) if optional else (first, *others)


def begins_list(sentence: Sentence, arm: Item) -> bool:
    """`12% and 4% with A and the old drug, respectively`: an arm with which a list begins that has unknown members."""
    return bool(_LISTED.match(sentence.whole, arm.end, sentence.end))


def _in_turn_of_others(sentence: Sentence, start: int) -> bool:
    """`with A and one or two other drugs, respectively (12%/9%)`: what is in turn before the figures is no arms."""
    turns = [i for i in sentence.between(sentence.start, start, "respectively") if i.end <= start]
    before = sentence.between(sentence.start, turns[-1].start, "arm", "quantity") if turns else []
    shared_out = any(len(i.arms) > 1 or (i.quantity and i.quantity.kind == "share") for i in before)
    return bool(turns) and not shared_out and len(distinct(before)) <= 1


def side_by_side(sentence: Sentence, cluster: Cluster) -> bool:
    """Whether figures stand as in a comparison, `20.0 versus 25.3 months`; not `46% were suspected, of which 28%`."""
    if all(_DATED.match(sentence.whole, f.end, sentence.end) for f in cluster.figures):
        return False
    gaps = (sentence.gap(a.end, b.start) for a, b in pairwise(cluster.figures))
    return not any(_TELLING.search(_BRACKETED.sub("", gap)) for gap in gaps)


def _other_sides(sentence: Sentence, cluster: Cluster) -> bool:
    """Whether what is compared before the figures is no known arm: `longer with new schedules than the old (9 v 7)`."""
    first = cluster.figures[0].start
    sides = sentence.between(cluster.start, first, "versus")
    return any(not sentence.between(i.end, first, "arm", "population") for i in sides)


def _with_other(
    sentence: Sentence,
    own: list[ArmEntry | None],
    before: list[Item],
    inside: list[Item],
    entries: tuple[ArmEntry, ...],
) -> tuple[ArmEntry, ArmEntry] | None:
    """The order of a trial's two arms where the text names one of them."""
    known = next(((i, a) for i, a in enumerate(own) if a is not None), None)
    if known is not None:
        other = entries[0] if entries[1] is known[1] else entries[1]
        return (known[1], other) if known[0] == 0 else (other, known[1])
    named = distinct(before)
    if len(named) != 1 or inside:
        return None
    other = entries[0] if entries[1] is named[0] else entries[1]
    return (other, named[0]) if all(is_reference(sentence, i) for i in before) else (named[0], other)


def _acting(sentence: Sentence, cluster: Cluster, before: list[Item]) -> tuple[ArmEntry, ArmEntry] | None:
    """`B did not affect pain (60% v 46%), and neither did A`: what does something is set against the control."""
    last = [i.arms[0] for i in before[-1:] if len(i.arms) == 1 and ACTS.match(sentence.whole, i.end)]
    told = any(is_reference(sentence, i) for i in before)
    return None if told else _with_control(sentence, cluster, tuple(last))


def _with_control(
    sentence: Sentence, cluster: Cluster, named: tuple[ArmEntry, ...]
) -> tuple[ArmEntry, ArmEntry] | None:
    """`A lowered mortality (4% v 8%)` where several arms have one control: the arm named, then the control."""
    control = sentence.registry.control()
    opposed = sentence.between(cluster.figures[0].end, cluster.figures[-1].start, "versus")
    return (named[0], control) if control and opposed and len(named) == 1 and control not in named else None
