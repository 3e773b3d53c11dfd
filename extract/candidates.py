"""What the reading rules hand on: a claim and where in the cleaned text it is stated."""

from dataclasses import dataclass

from ..ontology.facts import Assertion, Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim found by a rule; `start` and `end` are offsets of the cleaned text (the spaCy `Doc`'s)."""

    claim: Claim
    start: int
    end: int
    rule: str
    assertion: Assertion = "affirmed"
