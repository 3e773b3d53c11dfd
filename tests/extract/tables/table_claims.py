"""Claims of tables as short tuples."""

from trialgraph.ontology.facts import AdverseEventResult, Arm, Fact, OutcomeResult

Rows = list[tuple[object, ...]]


def arm_of(arm: Arm | None) -> str:
    """The first drug that tells an arm from its control, or the regimen."""
    return "+".join(drug.name[:3] for drug in arm.regimen.components) if arm else "all"


def outcomes(facts: list[Fact]) -> Rows:
    """Arm, endpoint, measure, value and unit of each outcome."""
    claims = [f.claim for f in facts if isinstance(f.claim, OutcomeResult)]
    return [
        (arm_of(c.arm), c.endpoint.name, c.measure, None if c.value is None else str(c.value), c.unit) for c in claims
    ]


def events(facts: list[Fact]) -> Rows:
    """Arm, event, grade, count and percentage of each event."""
    claims = [f.claim for f in facts if isinstance(f.claim, AdverseEventResult)]
    return [(arm_of(c.arm), c.event.name, c.grade, c.count, None if c.value is None else str(c.value)) for c in claims]
