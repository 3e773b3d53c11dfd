"""Columns: where cards stand. The same graph always gives the same picture, without any physics."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import fmean
from typing import Final

CARD_WIDTH: Final = 160
COLUMN_GAP: Final = 60
_ROW_GAP: Final = 14

Neighbours = Mapping[str, Sequence[str]]
Columns = Sequence[Sequence[str]]


def order_columns(columns: Columns, neighbours: Neighbours, middle: int) -> list[list[str]]:
    """Sort each column by where its neighbours stand, outwards from the middle one, which is sorted by the others."""
    ordered = [list(column) for column in columns]
    for round_ in range(4):
        ranks: dict[str, float] = {}
        for index in _outwards(len(ordered), middle):
            _sort(ordered[index], ranks, neighbours)
            ranks |= _ranks(ordered[index])
        if round_ < 3:
            _sort(ordered[middle], ranks, neighbours)
    return ordered


def place(columns: Columns, neighbours: Neighbours, heights: Mapping[str, float]) -> dict[str, float]:
    """Give each card the height (y of its middle) nearest to its neighbours' where no card covers another.

    >>> place([["trial"], ["one", "two"]], {"trial": ["one", "two"]}, {"trial": 46, "one": 46, "two": 46})
    {'one': -30.0, 'two': 30.0, 'trial': 0.0}
    """
    tallest = max(range(len(columns)), key=lambda index: _length(columns[index], heights), default=0)
    placed: dict[str, float] = {}
    for index in _outwards(len(columns), tallest):
        inner = set(columns[index + (tallest > index) - (tallest < index)])
        wished: list[float] = []
        for card in columns[index]:
            linked = neighbours.get(card, ())
            near = [other for other in linked if other in inner] or linked
            wished.append(_mean(placed, near, wished[-1] if wished else 0.0))
        placed |= zip(columns[index], _spread(wished, _offsets(columns[index], heights)), strict=True)
    return placed


def _outwards(length: int, middle: int) -> list[int]:
    return sorted(range(length), key=lambda index: (abs(index - middle), -index))


def _sort(column: list[str], ranks: Mapping[str, float], neighbours: Neighbours) -> None:
    own = _ranks(column)
    column.sort(key=lambda card: _mean(ranks, neighbours.get(card, ()), own[card]))


def _ranks(column: Sequence[str]) -> dict[str, float]:
    return {card: index / len(column) for index, card in enumerate(column)}


def _mean(known: Mapping[str, float], cards: Sequence[str], otherwise: float) -> float:
    found = [known[card] for card in cards if card in known]
    return fmean(found) if found else otherwise


def _length(column: Sequence[str], heights: Mapping[str, float]) -> float:
    return sum(heights[card] + _ROW_GAP for card in column)


def _offsets(column: Sequence[str], heights: Mapping[str, float]) -> list[float]:
    """Give the least distance of each card from the first one."""
    offsets: list[float] = [0] * min(1, len(column))
    for above, below in pairwise(column):
        offsets.append(offsets[-1] + (heights[above] + heights[below]) / 2 + _ROW_GAP)
    return offsets


def _spread(wished: Sequence[float], offsets: Sequence[float]) -> list[float]:
    """Keep the order and the distances, as near to the wishes as can be (pooling of adjacent violators)."""
    blocks: list[tuple[float, int]] = []
    for wish, offset in zip(wished, offsets, strict=True):
        mean, size = wish - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, others = blocks.pop()
            mean, size = (before * others + mean * size) / (others + size), others + size
        blocks.append((mean, size))
    starts = [mean for mean, size in blocks for _ in range(size)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]
