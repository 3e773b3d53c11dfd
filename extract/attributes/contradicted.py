"""Properties of trials that the sizes of their arms contradict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ...ontology.facts import Trial, TrialArm, TrialAttribute
from ..candidates import Candidate

_PAIR = 2


def without_contradicted(attributes: Iterable[Candidate], arms: Iterable[Candidate]) -> Iterator[Candidate]:
    """Leave out numbers of patients that are smaller than an arm, or than both arms together where there are two.

    Arms of more than two may share patients, as those of two questions asked at once do.
    """
    sizes: dict[Trial, list[int]] = defaultdict(list)
    for arm in arms:
        if isinstance(arm.claim, TrialArm) and arm.claim.size is not None:
            sizes[arm.claim.arm.trial].append(arm.claim.size)
    for attribute in attributes:
        claim = attribute.claim
        own = sizes.get(claim.trial, []) if isinstance(claim, TrialAttribute) and claim.attribute == "enrolled" else []
        fewest = sum(own) if len(own) == _PAIR else max(own, default=0)
        if not (isinstance(claim, TrialAttribute) and isinstance(claim.value, int) and claim.value < fewest):
            yield attribute
