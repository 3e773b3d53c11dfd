"""Which arm a single figure is of: its own, those named beside it, those of the sentence, or all patients.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...arms.registry import ArmEntry
from ...people import PEOPLE
from ..figures.broken_down import broken_down
from ..figures.clusters import OF_NEXT, Cluster
from ..figures.figure import Figure
from ..items import Item, Sentence, distinct
from .clauses import BRACKETED, WHOLE, clause_start, is_elsewhere
from .order import is_reference
from .unknown_arms import names_other_drug, names_others, of_other_treatment, of_unknown, stands_for_unknown

_SAME: Final = re.compile(r"\b(?:the same|identical|equal|both)\b", re.IGNORECASE)
_COUNTED: Final = re.compile(r"(?:all )?(?:two|three|four|five|\d)\b", re.IGNORECASE)
"""`in the three groups`: a figure behind may be of them as one."""
_EACH: Final = re.compile(r"\s(?:in|for|with)\s(?:either|both|each)\s\w+")
"""`not reached in either group`, whatever arm the bracket behind it names"""
_OF_ARMS: Final = re.compile(r"\seach\s?[),;]")
_AND_ANOTHER: Final = re.compile(r"[A-Za-z](?:,|,?\sand)\s(?:[a-z-]+\s){0,2}$")
_TWO: Final = 2
_OF_ALL: Final = re.compile(
    rf"\s*(?:of|in|among) (?:all|the (?:whole|entire|total|overall)) (?:[\w-]+ )?(?:{PEOPLE}|population|cohort)\b"
    r"(?! (?:in|on|with|who|whose|given|receiving|treated|assigned|allocated|randomi[sz]ed|aged))"
    r"|[)\]]?,\s(?:with|and)\s(?:no|little)\s(?:\w+\s){0,2}differences?\sbetween\b"
)
_OPENED: Final = re.compile(r"\s*[(\[][^()\[\]]*")
_CONTRAST: Final = re.compile(r";|\b(?:whereas|while|but)\b")
_LED_TO: Final = re.compile(
    rf"(?:\s(?:groups?|arms?|{PEOPLE}))?,?\s(?:and|versus|vs\.?|v|compared (?:with|to))\s", re.IGNORECASE
)
_TOLD: Final = re.compile(r"[)\]]\s*(?:in|with|for|on|among)\s(?:the\s)?$")
_IN_BRACKET: Final = re.compile(r"%\s*[(\[][^()\[\]]*$")
_NOBODY: Final = re.compile(rf"no (?:patient|{PEOPLE})\b")
_REST_OF_LIST: Final = re.compile(
    r"[^()\[\]]*[)\]]{1,2}(?:,?\s*(?:,|;|\band|\bor)\s+(?:[A-Za-z][\w/-]*\s+){1,6}(?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]))*"
    r"(?:(?:\s(?:was|were)(?:\s(?:\w+ly\s)?(?:reported|observed|seen|noted|recorded|documented))?|\soccurred)?"
    rf"\s+(?:in|with|for|on|among)\s+(?:(?:the|those|{PEOPLE}|given|receiving|treated|assigned|to|with|who|received)\s+)*"
    r"|\s+were\s+(?:the\s+)?most\s[^.,;:()%]{3,60}\s)"
)
"""From a figure in brackets to the arm of its list: `), and rash (4%) in the `, `) were most common with `."""


_REST_OF_SENTENCE: Final = re.compile(
    rf"(?:,?\s(?:and\s)?(?!and\b)[a-z][a-z /-]{{3,40}}\sin\s\d[\d.]*\s?%){{1,8}}\s(?:of|in|with|for|among|on)\s"
    rf"(?:(?:the|those|{PEOPLE}|given|receiving|treated|assigned|to|with|who|received)\s)*"
)
"""`rash in 22%, fever in 8% and nausea in 5% of `: the arm at the end is that of all."""


def align_single(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> bool:
    """Give the one figure of a cluster its arm, or all that it is of; False where it is of none that is known."""
    figure = cluster.figures[0]
    if of_other_treatment(sentence, figure) or of_unknown(sentence, figure.start) or _compared_with(sentence, figure):
        return False
    if _nobody_at_all(sentence, figure):
        cluster.arms = [entries[0] if len(entries) == 1 else None]
        return True
    if _is_of_each(sentence, cluster, entries):
        return _of_each(cluster, entries)
    named = [i for i in sentence.between(cluster.start, cluster.limit, "arm") if not is_elsewhere(sentence, figure, i)]
    named = [i for i in named if not _is_of_next(sentence, cluster, i)] or named
    start = clause_start(sentence, figure)
    named = [i for i in named if i.start >= start] or named
    if is_of_all(sentence, figure) or (_is_broken_down(sentence, figure) and not distinct(named)):
        cluster.arms = [entries[0] if len(entries) == 1 else None]
        return True
    last = sentence.between(sentence.start, figure.start, "arm")[-1:]
    if last and len(entries) > 1 and has_its_figure(sentence, last[0], figure):
        return False
    if named:
        return _of_named(sentence, cluster, named, entries)
    return _of_sentence(sentence, cluster, entries)


def _is_of_next(sentence: Sentence, cluster: Cluster, arm: Item) -> bool:
    """`with A it rose to 53% at 3 years and with B from 50 to 52%`: the arm behind is of the next figure."""
    behind = cluster.limit != sentence.end and arm.start >= cluster.figures[0].end
    return behind and OF_NEXT.search(sentence.gap(cluster.figures[0].end, arm.start)) is not None


def of_list(sentence: Sentence, figure: Figure) -> ArmEntry | None:
    """`hypertension (8%) and rash (6%) with A, and rash (9%) and fever (3%) with B`: the arm at the end of the list."""
    behind = next((i for i in sentence.items if i.kind == "arm" and i.start >= figure.end), None)
    if behind is None or len(behind.arms) != 1:
        return None
    rest = _REST_OF_LIST if sentence.bracket_at(figure.start) is not None else _REST_OF_SENTENCE
    listed = rest.fullmatch(sentence.whole, figure.quantity.end, behind.start)
    return behind.arms[0] if listed else None


def _of_named(sentence: Sentence, cluster: Cluster, named: list[Item], entries: tuple[ArmEntry, ...]) -> bool:
    """The arms named beside a figure: the only one, or all of them where the text says that it is of each."""
    behind = next((i for i in named if i.start >= cluster.figures[0].end), None)
    if behind and len(behind.arms) > 1 and _EACH.fullmatch(sentence.gap(cluster.figures[0].end, behind.end)):
        return _of_each(cluster, behind.arms)
    same = _SAME.search(sentence.gap(cluster.start, cluster.limit))
    together, several = [i for i in named if len(i.arms) > 1], distinct(named)
    if len(together) == len(named):
        counted = _COUNTED.match(sentence.whole, together[0].start)
        return not (counted and not same) and _of_each(cluster, together[0].arms)
    if len(several) > 1 or together:
        return same is not None and _of_each(cluster, several)
    if len(entries) > 1 and all(i.end <= cluster.figures[0].start and is_reference(sentence, i) for i in named):
        return False  # longer than with placebo (8.2 months)
    return _of_each(cluster, several)


def _is_of_each(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> bool:
    """`rash (12% each)`: of both arms; not of `fever and rash (12% each)`, of which each may be meant."""
    if len(entries) != _TWO or len(cluster.subjects) != 1 or not _OF_ARMS.match(sentence.whole, cluster.figures[0].end):
        return False
    subject = cluster.subjects[0]
    return " and " not in subject.text and not _AND_ANOTHER.search(sentence.gap(sentence.start, subject.start))


def has_its_figure(sentence: Sentence, arm: Item, figure: Figure) -> bool:
    """`19 months (…) with A and 5.5 months`: an arm behind a bracket, which `and` parts from the figure."""
    led = arm.end <= figure.start and _LED_TO.fullmatch(sentence.gap(arm.end, figure.start))
    return bool(led) and _TOLD.search(sentence.gap(sentence.start, arm.start)) is not None


def _of_each(cluster: Cluster, arms: tuple[ArmEntry, ...]) -> bool:
    """Let each of several arms have the figure."""
    cluster.figures, cluster.arms = cluster.figures * len(arms), list(arms)
    return True


def _of_sentence(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> bool:
    """Where no arm is named beside a figure: the arms that the sentence names, or all patients."""
    figure = cluster.figures[0]
    everywhere = [i for i in sentence.items if i.kind == "arm" and len(i.arms) == 1]
    shared = next((i for i in sentence.items if i.kind == "arm" and len(i.arms) > 1), None)
    if shared is not None and not everywhere and _SAME.search(sentence.text):
        return _of_each(cluster, shared.arms)
    behind = [i for i in everywhere if is_elsewhere(sentence, figure, i)]
    if behind == everywhere and len(entries) > 1 and not all(broken_down(sentence, figure, i) for i in behind):
        return False
    if names_other_drug(sentence, cluster) and len(entries) > 1:
        return False
    if not everywhere and (names_others(sentence, cluster) or is_set_against(sentence, cluster)):
        return False
    if not everywhere or all(broken_down(sentence, figure, i) for i in everywhere):
        cluster.arms = [entries[0] if len(entries) == 1 else None]
    elif stands_for_unknown(sentence, figure, cluster.limit):
        return False
    elif len(distinct(everywhere)) == 1:
        cluster.arms = [everywhere[0].arms[0]]
    else:
        listed = _listed_under(sentence, figure) or _of_clause(sentence, figure)
        if listed is None and (_is_contrasted(sentence, figure) or is_behind_others(sentence, cluster)):
            return False
        cluster.arms = [listed]
    return True


def _compared_with(sentence: Sentence, figure: Figure) -> bool:
    """`two of them stopped, compared to none with A`: whether a figure is set against the only arm, named behind it."""
    behind = sentence.between(figure.end, sentence.end, "versus", "arm")[:2]
    opposed = [i.kind for i in behind] == ["versus", "arm"] and len(behind[1].arms) == 1
    return opposed and not sentence.between(sentence.start, figure.start, "arm")


def is_set_against(sentence: Sentence, cluster: Cluster) -> bool:
    """Whether a figure is compared with something that is no known arm: `compared to 50% in the 3-week regimen`."""
    return bool(sentence.between(cluster.start, cluster.limit, "versus"))


def _listed_under(sentence: Sentence, figure: Figure) -> ArmEntry | None:
    """The arm of one of many figures: `with A: x (1%), y (2%)`, or `x (1%), y (2%) with A`, in its clause or at all."""
    for start in dict.fromkeys((clause_start(sentence, figure), sentence.start)):
        arms = [i for i in sentence.items if i.kind == "arm" and i.start >= start]
        kind = figure.quantity.kind
        alike = (i for i in sentence.between(start, figure.end, "quantity") if i.quantity and i.quantity.kind == kind)
        before = [i for i in arms if i.end <= figure.start]
        if before and arms[0].end <= min((i.start for i in alike), default=figure.start):
            return before[-1].arms[0] if len(before[-1].arms) == 1 else None
    behind = next((i for i in sentence.items if i.kind == "arm" and i.start >= figure.end), None)
    if _is_contrasted(sentence, figure):
        return _carried_on(sentence, figure)
    elsewhere = behind is not None and is_elsewhere(sentence, figure, behind)
    return behind.arms[0] if behind and len(behind.arms) == 1 and not elsewhere else None


def _of_clause(sentence: Sentence, figure: Figure) -> ArmEntry | None:
    """`…; 18% on B had relief by day 2 and 34% by day 4`: the only arm that a clause behind a semicolon names."""
    start = clause_start(sentence, figure)
    named = distinct(sentence.between(start, figure.start, "arm"))
    return named[0] if start > sentence.start and len(named) == 1 else None


def _is_contrasted(sentence: Sentence, figure: Figure) -> bool:
    """Whether the next arm behind a figure stands in a clause that is set against its own."""
    behind = next((i for i in sentence.items if i.kind == "arm" and i.start >= figure.end), None)
    return behind is not None and bool(_CONTRAST.search(BRACKETED.sub("", sentence.gap(figure.end, behind.start))))


def _carried_on(sentence: Sentence, figure: Figure) -> ArmEntry | None:
    """`46% of A patients had a response and 32% a remission, whereas …`: the only arm of the clause so far."""
    edges = [m.end() for m in _CONTRAST.finditer(sentence.whole, sentence.start, figure.start)]
    before = sentence.between(edges[-1] if edges else sentence.start, figure.start, "arm")
    return before[0].arms[0] if len(before) == 1 and len(before[0].arms) == 1 else None


def is_of_all(sentence: Sentence, figure: Figure) -> bool:
    """`led to withdrawal in 49% of all patients`, whatever arms the sentence names before."""
    return _OF_ALL.match(sentence.whole, figure.quantity.end) is not None


def _nobody_at_all(sentence: Sentence, figure: Figure) -> bool:
    """`2% with A and 1% with B; no patient had a complete response`: of all, as its clause names no arm."""
    start = clause_start(sentence, figure)
    own = [i for i in sentence.between(start, sentence.end, "arm") if ";" not in sentence.gap(start, i.start)]
    return start > sentence.start and not own and _NOBODY.match(sentence.whole, figure.start) is not None


def _is_broken_down(sentence: Sentence, figure: Figure) -> bool:
    """`13% (three complete responses) and the same in both arms`: what a share is made of is of all patients."""
    counted = figure.quantity.value is None and figure.kind == "share"
    return counted and _IN_BRACKET.search(sentence.gap(sentence.start, figure.start)) is not None


def is_behind_others(sentence: Sentence, cluster: Cluster) -> bool:
    """`12% with A and 9% with B (some contrast 3%)`: a bracket behind figures of arms, of all only if it says so."""
    opened = _OPENED.fullmatch(sentence.gap(cluster.start, cluster.figures[0].start))
    return opened is not None and not WHOLE.search(sentence.gap(cluster.start, cluster.limit))
