"""Which clause an arm shares: that of a figure before it, or the next. Offsets are those of the cleaned text."""

import re
from typing import Final

from ...arms.registry import ArmEntry
from ..figures.clusters import broken_down
from ..figures.figure import Figure
from ..items import Item, Sentence

BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_OCCURRED: Final = re.compile(
    r"\b(?:occurred|developed|prevailed|predominated|(?:was|were) (?:seen|observed|reported|noted|recorded"
    r"|(?:the )?(?:more|most) (?:common|frequent|prevalent)))\b"
)
_NEXT_CLAUSE: Final = re.compile(r";|,\s*(?:and|whereas|while|but|with (?:no|a|an))\b|\b(?:whereas|while)\b")


def clause_start(sentence: Sentence, figure: Figure) -> int:
    """Where the clause of a figure begins: behind the last semicolon that stands in no bracket."""
    before = BRACKETED.sub(lambda bracket: " " * len(bracket[0]), sentence.gap(sentence.start, figure.start))
    return sentence.start + before.rfind(";") + 1


def is_elsewhere(sentence: Sentence, figure: Figure, arm: Item) -> bool:
    """Whether an arm behind a figure belongs to the next clause, or to a break-down in brackets."""
    if arm.start < figure.end:
        return False
    gap = BRACKETED.sub("", sentence.gap(figure.end, arm.start))
    return bool(_NEXT_CLAUSE.search(gap)) or broken_down(sentence, figure, arm)


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
