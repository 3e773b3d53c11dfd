"""One typed quantity of a text.

Offsets are those of the text that it was found in.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ....ontology.facts import Relation, Status

QuantityKind = Literal[
    "share", "duration", "amount", "number", "status", "interval", "p", "size", "effect", "grade", "time", "difference",
    "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One typed number, or a word that stands for one; which fields are set depends on the kind.

    `share`: value in percent (as a fraction where the unit is `probability`), count, total. `duration`, `amount`: value
    and unit. `number`: a bare value. `status`: not reached or not estimable. `interval`: low, high, level, unit.
    `p`: relation, value, sides. `size`: `n = 97`. `effect`: the name of a ratio. `grade`: grade. `time`: a time point.
    `difference`: value and unit of an absolute difference between arms. `other`: absorbed.
    """

    kind: QuantityKind
    start: int
    end: int
    value: Decimal | None = None
    relation: Relation = "="
    unit: str = ""
    count: int | None = None
    total: int | None = None
    status: Status | None = None
    low: Decimal | Status | None = None
    high: Decimal | Status | None = None
    level: Decimal | None = None
    sides: Literal[1, 2] | None = None
    name: str = ""
