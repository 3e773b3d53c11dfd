"""Figures, and arms, that are joined by slashes: `4%/1%`, `of A/B patients`. Offsets are those of the cleaned text."""

import re
from itertools import pairwise
from typing import Final

from ..figures.figure import Figure
from ..items import Sentence

_SLASH: Final = re.compile(r"(?:\s(?:groups?|arms?))?\s?/\s?(?:the\s)?")


def are_slashed(sentence: Sentence, figures: list[Figure]) -> bool:
    """`4%/1%`: whether figures are joined by a slash, as those of grades and of degrees of a response are."""
    return any(sentence.gap(a.end, b.start).strip() == "/" for a, b in pairwise(figures))


def arms_slashed(sentence: Sentence) -> bool:
    """`12%/5% of A/B patients`: whether arms are joined so, too."""
    arms = [i for i in sentence.items if i.kind == "arm"]
    return any(_SLASH.fullmatch(sentence.gap(a.end, b.start)) for a, b in pairwise(arms))
