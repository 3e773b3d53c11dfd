"""IRIs of what depends on a trial: the trial itself, its arms and its populations, as one document names them."""

from collections.abc import Mapping

from pyoxigraph import NamedNode

from ..ontology.facts import Arm, Claim, Concept, Regimen, Trial, TrialArm
from .iris import concept_iri, mint, regimen_iri, regimen_segment, slug
from .trials import Mention, TrialIdentity, resolve


def trials_of(claim: Claim) -> set[Trial]:
    """Give the trials that a claim speaks of."""
    if isinstance(claim, TrialArm):
        return {claim.arm.trial}
    trial = getattr(claim, "trial", None)
    arms = (getattr(claim, "arm", None), getattr(claim, "comparator", None))
    return {found for found in (trial, *(arm.trial for arm in arms if arm is not None)) if found is not None}


def population_label(label: str) -> str:
    """Write a subgroup's name as in the middle of a sentence.

    >>> population_label("Age  >= 65"), population_label("MRD-negative")
    ('age >= 65', 'MRD-negative')
    """
    words = " ".join(label.split())
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


class Naming:
    """Gives the IRIs for one document, once its trials are identified; the others are found from the document alone."""

    def __init__(self, document: str, identities: Mapping[Trial, TrialIdentity]) -> None:
        self.document = document
        self._identities = identities

    def identity(self, trial: Trial) -> TrialIdentity:
        """Tell which trial is meant."""
        mention = Mention(self.document, trial)
        return self._identities.get(trial) or resolve([mention])[mention]

    def trial(self, trial: Trial) -> NamedNode:
        """Give a trial's IRI."""
        return mint("trial", self.identity(trial).segment)

    def arm(self, arm: Arm) -> NamedNode:
        """Give the IRI of an arm: its trial and what its patients are given."""
        return mint("arm", self.identity(arm.trial).segment, regimen_segment(arm.regimen))

    def population(self, trial: Trial, label: str) -> NamedNode:
        """Give the IRI of a subgroup of a trial."""
        return mint("population", self.identity(trial).segment, slug(population_label(label)))

    def thing(self, thing: Concept | Regimen) -> NamedNode:
        """Give the IRI of a concept or a regimen."""
        return concept_iri(thing) if isinstance(thing, Concept) else regimen_iri(thing)
