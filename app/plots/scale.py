"""Scales: from numbers to pixels, with ticks that people like to read."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from typing import Final

_FURTHEST: Final = 64.0
"""How far an axis of ratios reaches at most, to either side of 1; what lies beyond gets an arrow."""
_TICKS: Final = (
    (0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2),
    (0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5),
    (0.125, 0.25, 0.5, 1, 2, 4, 8),
    (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50),
    (0.02, 0.1, 0.5, 1, 2, 10, 50),
)


@dataclass(frozen=True, slots=True)
class RatioScale:
    """A logarithmic axis from `low` to `high` over the pixels `left` to `right`.

    >>> scale = RatioScale.over([0.5, 2.0], 0, 100)
    >>> round(scale.x(1.0)), scale.x(0.0), scale.x(1000.0)
    (50, 0.0, 100.0)
    """

    low: float
    high: float
    left: float
    right: float

    @classmethod
    def over(cls, values: Iterable[float], left: float, right: float) -> "RatioScale":
        """Make an axis that holds these values, and 1."""
        found = [value for value in values if value > 0]
        low, high = min([0.8, *found]) / 1.08, max([1.25, *found]) * 1.08
        return cls(max(low, 1 / _FURTHEST), min(high, _FURTHEST), left, right)

    def x(self, value: float) -> float:
        """Give the place of a value; what is beyond the axis lies at its end."""
        within = min(max(value, self.low), self.high)
        return self.left + (self.right - self.left) * log(within / self.low) / log(self.high / self.low)

    def holds(self, value: float) -> bool:
        """Tell whether a value lies on the axis."""
        return self.low <= value <= self.high

    def ticks(self) -> list[float]:
        """Give as many ticks as any series has on the axis, at most seven."""
        series = ([tick for tick in ticks if self.holds(tick)] for ticks in _TICKS)
        return max((ticks for ticks in series if len(ticks) <= 7), key=len)


@dataclass(frozen=True, slots=True)
class PercentScale:
    """An axis from 0 to `high` percent.

    >>> PercentScale.over([38.0], 0, 200).ticks()
    [0, 10, 20, 30, 40]
    """

    high: float
    left: float
    right: float

    @classmethod
    def over(cls, values: Iterable[float], left: float, right: float) -> "PercentScale":
        """Make an axis that holds these percentages."""
        most = max(values, default=0)
        return cls(next((high for high in (5, 10, 20, 40, 60, 80) if high >= most), 100), left, right)

    def x(self, value: float) -> float:
        """Give the place of a percentage."""
        return self.left + (self.right - self.left) * min(max(value, 0), self.high) / self.high

    def ticks(self) -> list[int]:
        """Give the ticks."""
        step = (
            1 if self.high <= 5 else 2 if self.high <= 10 else 5 if self.high <= 20 else 10 if self.high <= 40 else 20
        )
        return list(range(0, int(self.high) + 1, step))
