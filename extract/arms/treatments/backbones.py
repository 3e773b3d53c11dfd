"""Chemotherapy that a sentence has spelled out before: `A, B, and C chemotherapy or chemotherapy plus D`.

Offsets are those of the text.
"""

import re
from dataclasses import replace

from .classes import ARM_CLASSES, all_are
from .regimens import Expression


def with_backbones(text: str, found: list[Expression]) -> list[Expression]:
    """The regimens with the drugs of their chemotherapy, where one before is said to be that chemotherapy."""
    kept: list[Expression] = []
    for expression in found:
        kinds = [d for d in expression.drugs if d.name in ARM_CLASSES]
        given = [e for e in kept for k in kinds if _is_called(text, e, k.name)]
        if len(kinds) == 1 and len(given) == 1 and len(expression.drugs) > 1:
            expression = replace(expression, drugs=expression.drugs - {*kinds} | given[0].drugs)
        kept.append(expression)
    return kept


def _is_called(text: str, expression: Expression, kind: str) -> bool:
    """Whether all drugs of a regimen are of a kind, and it is called by it: `A and B chemotherapy`."""
    called = re.match(rf"\s+(?:[\w-]+\s+)?{kind}\b", text[expression.end : expression.end + 40], re.IGNORECASE)
    return bool(called) and all_are(expression.drugs, kind)
