"""Which clause an arm shares: that of a figure before it, or the next. Offsets are those of the cleaned text."""

import re
from typing import Final

from ...arms.registry import ArmEntry
from ...people import PEOPLE
from ..figures.broken_down import broken_down, is_bare_count
from ..figures.clusters import TIGHT_AFTER, Cluster
from ..figures.figure import Figure
from ..items import Item, Sentence
from ..quantities.number_patterns import COUNT
from .order import is_reference

BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_CLOSED: Final = re.compile(r"(?:[^()\[\]]|\([^()]*\)|\[[^\[\]]*\])*[)\]]")
_WORD: Final = re.compile(r"(?<![\w/])[A-Za-z]{4,}(?!/)")
_OCCURRED: Final = re.compile(
    r"\b(?:occurred|developed|prevailed|predominated|(?:was|were) (?:seen|observed|reported|noted|recorded"
    r"|(?:the )?(?:more|most) (?:common|frequent|prevalent)))\b"
)
WHOLE: Final = re.compile(r"\b(?:overall|all|total|combined|entire|whole)\b", re.IGNORECASE)
_NEXT_CLAUSE: Final = re.compile(r";|,\s*(?:and|whereas|while|but|with (?:no|a|an))\b|\b(?:whereas|while)\b")
_COUNTS: Final = re.compile(rf"[(\[](?:{COUNT})\s[a-z]", re.IGNORECASE)
"""`four deaths in the A group (two from sepsis and one from …)`: a bracket that counts from its first word on."""
_NEXT_COUNT: Final = re.compile(
    rf"[^()\[\]]*[)\]](?:,|,?\sand|\s(?:v|vs\.?|versus|compared (?:with|to)))\s(?:{COUNT})\s(?:\w+\s)?"
    r"(?:in|on|with|among|of|for)\s",
    re.IGNORECASE,
)
"""`(two of sepsis and one of stroke) and one in the B arm`: behind the bracket of the figure begins another count."""
_FRONT: Final = (
    rf"(?:for|with|in|among|on|under)\s(?:(?:the|those|all|(?:[a-z-]+\s)?{PEOPLE}|given|receiving|on|treated|with|assigned"
    r"|allocated|randomi[sz]ed|to|in)\s)*"
)
_FIRST_FRONT: Final = re.compile(rf"(?:[A-Z]+:\s|[^.;,%\d]{{0,60}},\s)?{_FRONT}", re.IGNORECASE)
_NEXT_FRONT: Final = re.compile(rf"[)\]]?\s*[;,]?\s(?:(?:and|while|whereas|but)\s)?{_FRONT}", re.IGNORECASE)
_EVERY: Final = r"(?:\severy\s\d+\s(?:days|weeks|months))?"
_BOTH: Final = re.compile(rf"{_EVERY}(?:\s(?:groups?|arms?))?\sand\s(?:the\s)?")
_OPENS: Final = re.compile(rf"{_EVERY}(?:\s(?:groups?|arms?|{PEOPLE}))?\s?[(\[]\s?")
_FRONT_ENDS: Final = re.compile(rf"(?:\s(?:groups?|arms?|{PEOPLE}|recipients))?(?:\s\([^()]*\))?(?:,|\s(?:it|this)\s)")


def clause_start(sentence: Sentence, figure: Figure) -> int:
    """Where the clause of a figure begins: behind the last semicolon that stands in no bracket."""
    before = BRACKETED.sub(lambda bracket: " " * len(bracket[0]), sentence.gap(sentence.start, figure.start))
    return sentence.start + before.rfind(";") + 1


def of_fronts(sentence: Sentence, figures: list[Figure]) -> list[ArmEntry | None]:
    """`For A, median survival was 14 months; for B, it was 9`: each clause begins with its arm; else none at all."""
    found: list[ArmEntry | None] = []
    edge, front = sentence.start, _FIRST_FRONT
    for figure in figures:
        arms = sentence.between(edge, figure.start, "arm")
        led = len(arms) == 1 == len(arms[0].arms) and _FRONT_ENDS.match(sentence.whole, arms[0].end, figure.start)
        if not led or not front.fullmatch(BRACKETED.sub("", sentence.gap(edge, arms[0].start))):
            return []
        found.append(arms[0].arms[0])
        edge, front = figure.end, _NEXT_FRONT
    return found


def is_elsewhere(sentence: Sentence, figure: Figure, arm: Item) -> bool:
    """Whether an arm behind a figure belongs to the next clause, or to a break-down in brackets."""
    if arm.start < figure.end:
        return False
    gap = BRACKETED.sub("", sentence.gap(figure.end, arm.start))
    return bool(_NEXT_CLAUSE.search(gap) or _NEXT_COUNT.match(gap)) or broken_down(sentence, figure, arm)


def of_own_clause(sentence: Sentence, figure: Figure) -> ArmEntry | None:
    """`a stroke with A, and a fall and a fracture occurred on B`: the arm behind shares the clause of the figure."""
    before = sentence.between(sentence.start, figure.start, "arm")[-1:]
    behind = sentence.between(figure.end, sentence.end, "arm")[:1]
    if not (before and behind) or len(behind[0].arms) != 1:
        return None
    gaps = sentence.gap(before[0].end, figure.start), sentence.gap(figure.end, behind[0].start)
    left, right = (BRACKETED.sub("", gap) for gap in gaps)
    shared = _NEXT_CLAUSE.search(left) and _OCCURRED.search(right) and not _NEXT_CLAUSE.search(right)
    return behind[0].arms[0] if shared else None


def of_bracket(sentence: Sentence, cluster: Cluster, figure: Figure) -> ArmEntry | None:
    """`fell in the A group (-5%, -2 kg) but not in the B group (-1%, 0 kg)`: the arm right before the bracket.

    None where the bracket holds other figures of the cluster, or another arm. Of a figure that stands alone it must
    hold no more than figures, unless the arm has a share of its own, and the arm be none that another is compared with.
    """
    opened = sentence.bracket_at(figure.start)
    arms = [] if opened is None else sentence.between(sentence.start, opened, "arm")[-1:]
    if opened is None or not arms or len(arms[0].arms) != 1 or sentence.gap(arms[0].end, opened).strip():
        return None
    closed = _CLOSED.match(sentence.whole, opened + 1, sentence.end)
    inside = sentence.between(opened, closed.end() if closed else sentence.end, "arm", "versus")
    others = [f for f in cluster.figures if f is not figure and (closed is None or opened < f.start < closed.end())]
    if closed is None or inside or others:
        return None
    counts = is_bare_count(figure) and _COUNTS.match(sentence.whole, opened)
    alone = len(cluster.figures) == 1 and not counts
    words = sentence.gap(opened, figure.start)
    adds = _has_figure(sentence, arms[0]) and not WHOLE.search(words)
    told = alone and ((_WORD.search(words) and not adds) or is_reference(sentence, arms[0]))
    return None if told else arms[0].arms[0]


def ahead_of_bracket(sentence: Sentence, cluster: Cluster) -> list[ArmEntry | None]:
    """`alike with A and B (67% v 65%), and higher than with C (45%)`: two arms, and right behind them their bracket."""
    first, second = cluster.figures[:2]
    arms = sentence.between(cluster.start, first.start, "arm")[-2:]
    opened = sentence.bracket_at(first.start)
    if opened is None or opened != sentence.bracket_at(second.start) or [len(i.arms) for i in arms] != [1, 1]:
        return []
    joined = _BOTH.fullmatch(sentence.gap(arms[0].end, arms[1].start))
    beside = _OPENS.fullmatch(sentence.gap(arms[1].end, first.start))
    inside = sentence.between(opened, second.end, "arm")
    return [i.arms[0] for i in arms] if joined and beside and not inside else []


def _has_figure(sentence: Sentence, arm: Item) -> bool:
    """`in 45% with A (of the severe kind in 3%)`: whether a share stands right before an arm."""
    shares = [i for i in sentence.items if i.end <= arm.start and i.quantity and i.quantity.kind == "share"]
    return bool(shares) and TIGHT_AFTER.fullmatch(sentence.gap(shares[-1].end, arm.start)) is not None
