"""Claims in one short line each, so that what a text should give can be read at a glance."""

from collections.abc import Iterable

from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.links import read_links
from trialgraph.ontology.facts import AdverseEventResult, Arm, Claim, Fact, Link, OutcomeResult, Regimen


def drugs(arm: Arm | None) -> str:
    return "+".join(c.name for c in arm.regimen.components) if arm else "all"


def told(claim: Claim) -> str:
    """`A: nausea >=3 5% 3/60 serious`, `A vs B: overall survival hazardRatio 0.73 [0.59, 0.89] 96% p<0.01`."""
    if isinstance(claim, AdverseEventResult):
        grade = "" if claim.grade == "any" else claim.grade
        marks = ["serious"] * bool(claim.serious) + ["related"] * bool(claim.treatment_related)
        share = "" if claim.value is None else f"{_relation(claim.value_relation)}{claim.value}%"
        told_parts = [claim.event.name, grade, share, _count(claim), *marks, claim.consequence or ""]
        return _line(drugs(claim.arm), *told_parts, _population(claim.population))
    if not isinstance(claim, OutcomeResult):
        raise TypeError(claim)
    who = f"{drugs(claim.arm)} vs {drugs(claim.comparator)}" if claim.comparator else drugs(claim.arm)
    unit = {"percent": "%", "ratio": "", "": ""}.get(claim.unit, f" {claim.unit}")
    value = claim.status or ("" if claim.value is None else f"{_relation(claim.value_relation)}{claim.value}{unit}")
    time = f"at {claim.at_time}" if claim.at_time else ""
    p = f"p{claim.p_relation}{claim.p_value}" if claim.p_value is not None else ""
    sides = f"{claim.p_sides}-sided" if claim.p_sides else ""
    told_parts = [claim.endpoint.name, claim.measure, value, _count(claim), time, _interval(claim), p, sides]
    return _line(who, *told_parts, _population(claim.population))


def values_of(facts: Iterable[Fact]) -> dict[str, list[str]]:
    """The values of each arm, by its first drug; a ratio counts with its arm, `all` is everybody."""
    found: dict[str, list[str]] = {}
    for claim in (fact.claim for fact in facts):
        if isinstance(claim, OutcomeResult):
            arm = claim.arm.regimen.components[0].name if claim.arm else "all"
            found.setdefault(arm, []).append(f"{claim.value} {claim.at_time}".strip())
    return {arm: sorted(values) for arm, values in found.items()}


def _line(who: str, *parts: str) -> str:
    return f"{who}: " + " ".join(part for part in parts if part)


def _relation(relation: str) -> str:
    return "" if relation == "=" else relation


def _count(claim: AdverseEventResult | OutcomeResult) -> str:
    total = "" if claim.total is None else f"/{claim.total}"
    return "" if claim.count is None else f"n={claim.count}{total}"


def _interval(claim: OutcomeResult) -> str:
    level = "" if claim.ci_level is None else f" {claim.ci_level}%"
    return "" if claim.ci_low is None else f"[{claim.ci_low}, {claim.ci_high}]{level}"


def _population(population: str) -> str:
    return f"({population})" if population else ""


def links_of(text: str) -> set[tuple[str, str, str, str]]:
    """Subject (drugs of a regimen joined by +), predicate, object and assertion of every link."""
    found: set[tuple[str, str, str, str]] = set()
    for candidate in read_links(load_pipeline()(text)):
        link = candidate.claim
        assert isinstance(link, Link)
        assert 0 <= candidate.start < candidate.end <= len(text)
        parts = link.subject.components if isinstance(link.subject, Regimen) else (link.subject,)
        found.add(("+".join(p.name for p in parts), link.predicate, link.object.name, candidate.assertion))
    return found
