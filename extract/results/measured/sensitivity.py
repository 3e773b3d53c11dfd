"""At what sensitivity residual disease was looked for, where a sentence tells of several: `at 10-5 …, and at 10-6 …`.

Offsets are those of the cleaned text.
"""

from itertools import pairwise
from typing import Final

from ....ontology.facts import Concept
from ..figures.figure import Figure
from ..items import Sentence

_OF_RESIDUAL_DISEASE: Final = "minimal residual disease"
_SEVERAL: Final = 2


def at_sensitivity(sentence: Sentence, figure: Figure, endpoint: Concept) -> Concept:
    """The endpoint with the level told before its figures, or behind; as it is where all figures share one."""
    if not endpoint.name.startswith(_OF_RESIDUAL_DISEASE):
        return endpoint
    quantities = [(i.start, i.end, i.quantity) for i in sentence.items if i.quantity is not None]
    levels = [(start, sentence.whole[end - 1]) for start, end, q in quantities if q.name == "sensitivity"]
    shares = [start for start, _, q in quantities if q.kind == "share"]
    if len({power for _, power in levels}) < _SEVERAL or not shares:
        return endpoint
    if not all(any(a < share < b for share in shares) for (a, _), (b, _) in pairwise(levels)):
        return endpoint  # (10-5 and 10-6)
    if levels[0][0] < shares[0]:
        own = [power for place, power in levels if place < figure.start][-1:]
    else:
        own = [power for place, power in levels if place > figure.start][:1]
    return Concept("Endpoint", f"{endpoint.name} at 10-{own[0]}") if own else endpoint
