"""A document whose every name means harm."""

from decimal import Decimal

from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import (
    AdverseEventResult,
    Arm,
    Concept,
    Evidence,
    Fact,
    Link,
    OutcomeResult,
    Reading,
    Regimen,
    Trial,
)

EVIL = "<img src=x onerror=document.title='hacked'></script><script>document.title='hacked'</script>{{7*7}}"
NAMES = (EVIL, "\u202eevil\u202c javascript:alert(1)", "x" * 100_000)


def hostile() -> tuple[Document, Reading]:
    """A document whose every name means harm."""
    text = f"{EVIL} targets CD38. \u202eevil\u202c {'x' * 1000} \x00 javascript:alert(1)"
    span = Evidence(start=0, end=len(EVIL) + 14, quote=text[: len(EVIL) + 14], section=EVIL)
    trial = Trial(EVIL)
    arms = [Arm(trial, Regimen.of(Concept("Drug", name))) for name in NAMES[:2]]
    event, endpoint = Concept("AdverseEvent", EVIL), Concept("Endpoint", EVIL)
    claims = [
        *(Link(subject=Concept("Drug", name), predicate="targets", object=Concept("Target", EVIL)) for name in NAMES),
        OutcomeResult(
            trial=trial, arm=arms[0], comparator=arms[1], endpoint=endpoint, measure="hazardRatio",
            value=Decimal("0.5"), ci_low=Decimal("0.4"), ci_high=Decimal("0.7"), population=EVIL,
        ),
        *(AdverseEventResult(trial=trial, arm=arm, event=event, value=Decimal(9)) for arm in arms),
    ]  # fmt: skip
    document = Document(identifier="evil", source=f"/papers/{EVIL}.txt", text=text, title=EVIL)
    return document, Reading(facts=tuple(Fact(claim, span) for claim in claims))
