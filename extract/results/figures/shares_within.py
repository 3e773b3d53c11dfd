"""What a share of an arm is made up of: `35% (CR 4%, PR 31%) with A and 20% (CR 1%, PR 19%) with B`.

What stands in such a bracket is of the arm of the share before it. Offsets are those of the cleaned text.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from ..items import Item, Sentence
from ..measured.families import family

_BRACKET: Final = re.compile(r"\s?(?:\((?:[^()]|\([^()]*\))*\)|\[(?:[^\[\]]|\[[^\[\]]*\])*\])")
_REST: Final = re.compile(r"[;,][^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]]")
"""`20 of 100 (20%; 1 CR and 19 PR)`: what is left of a bracket that the share itself has opened."""
_BESIDE: Final = re.compile(r"(?:\sresponded)?\s(?:with|for|in|on|of|among|to)\s(?:the\s|patients\s|those\s)*")
_GROUP: Final = re.compile(r"\s(?:group|arm|patients)")
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Within:
    """A bracket behind a share, with the responses in it and the figure of each."""

    start: int
    """Where the share begins."""
    end: int
    parts: tuple[tuple[Item, Item], ...]


def shares_within(sentence: Sentence) -> list[Within]:
    """The brackets with responses behind the shares of a sentence, where there are several; else none."""
    shares = [i for i in sentence.items if i.quantity is not None and i.quantity.kind == "share"]
    if len(shares) < _FEWEST * _FEWEST:
        return []
    found: list[Within] = []
    for share in shares:
        start, end = _bracket(sentence, share)
        figures = [i for i in shares if start <= i.start and i.end <= end]
        names = [i for i in sentence.between(start, end, "endpoint") if _is_response(i)]
        if figures and len(figures) == len(names) and not sentence.between(start, end, "arm"):
            found.append(Within(share.start, end, tuple(zip(names, figures, strict=True))))
    return found if len(found) >= _FEWEST else []


def without(sentence: Sentence, within: list[Within]) -> Sentence:
    """The sentence without what stands in such brackets."""
    inside = {id(item) for bracket in within for part in bracket.parts for item in part}
    return replace(sentence, items=tuple(i for i in sentence.items if id(i) not in inside)) if inside else sentence


def _bracket(sentence: Sentence, share: Item) -> tuple[int, int]:
    """Where the bracket behind a share stands, or behind the arm that is named beside it; nowhere if there is none."""
    said = sentence.gap(share.start, share.end)
    pattern, place = (_REST if said.count("(") > said.count(")") else _BRACKET), share.end
    arm = next(iter(sentence.between(share.end, sentence.end, "arm")), None)
    if arm and pattern is _BRACKET and _BESIDE.fullmatch(sentence.gap(share.end, arm.start)):
        named = _GROUP.match(sentence.whole, arm.end)
        place = named.end() if named else arm.end
    found = pattern.match(sentence.whole, place, sentence.end)
    return found.span() if found else (place, place)


def _is_response(item: Item) -> bool:
    return item.concept is not None and "response endpoint" in family(item.concept.name)
