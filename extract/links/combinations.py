"""What drugs are a treatment of together with others: `A is approved in combination with B for …`."""

from collections.abc import Iterator

from ...ontology.facts import Concept, Link, Regimen
from ..candidates import Candidate
from .assertions import assertion_of
from .template import Template, pattern
from .therapies import therapies

_PERMITTED = pattern(
    r"{s:D}(?:[^⟨⟩.;]|⟨[CPTOSLE]\d+⟩){0,200}?\b(?:approved|indicated|recommended|licen[sc]ed|authori[sz]ed)\b"
)
_COMBINED = pattern(
    r"in combination with (?P<s>⟨[DRC]\d+⟩[^.;:S]{0,160}?)"
    r"(?: (?:for|in)|,? as [\w-]+ (?:treatment|therapy) (?:of|for)) ≈{o=S}"
)


def combined(template: Template) -> Iterator[Candidate]:
    """Read `A is approved in combination with B and with C-D for …`: it is about A + B and A + C + D."""
    permitted = _PERMITTED.search(template.text)
    if not permitted:
        return
    drugs = therapies(template, *permitted.span("s"))
    start = template.held(permitted["s"])[0].start
    for match in _COMBINED.finditer(template.text, permitted.end()):
        disease = template.held(match["o"])[0]
        assertion = assertion_of(template.text, match)
        if assertion is None or not isinstance(disease.concept, Concept):
            continue
        for partner in therapies(template, *match.span("s"), together=True):
            for drug in drugs:
                members = (m for d in (drug, partner) for m in (d.components if isinstance(d, Regimen) else (d,)))
                link = Link(subject=Regimen.of(*members), predicate="treats", object=disease.concept)
                yield Candidate(claim=link, start=start, end=disease.end, rule="link.combined", assertion=assertion)
