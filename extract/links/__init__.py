"""Relations between concepts, read from the wording of clauses."""

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Doc

from ...ontology.facts import Claim, Concept, Link, Regimen
from ...ontology.lexicon import load_lexicon
from ..arms.treatments.named import Names
from ..candidates import Candidate
from ..passages import sentences_of
from . import biology, causes, efficacy, harms, judged, prevention, treatment
from .classes import classes_and_targets
from .combinations import combined
from .listed import begins_list, is_heading, under
from .mechanisms import acted_on, mechanisms
from .mentions import NO_NAMES
from .rules import apply
from .template import make_template

_CLINICAL = (*treatment.RULES, *judged.RULES, *harms.RULES, *causes.RULES)
_IN_BRACKETS = (*biology.RULES, *harms.IN_BRACKETS, *treatment.IN_APPOSITION)
_STRONGER = {"affirmed": 6, "negated": 4, "speculative": 2}
_OF_TRIAL = f"link.{efficacy.OF_TRIAL}"
_PRESUPPOSING = frozenset(f"link.{item.name}" for item in _CLINICAL if item.studied)
_WEAK = "link.for treatment"
"""Rule of what may stand in a title, and yields to a denial of the same."""


def read_links(doc: Doc, names: Names = NO_NAMES, disease: Concept | None = None) -> Iterator[Candidate]:
    """Read the relations that a document states, each once: where it is affirmed rather than where it is not.

    `names` are the document's own names of regimens, `disease` is what the patients of its trial have.
    """
    best: dict[Claim, Candidate] = {}
    template = lead = None
    for sentence in sentences_of(doc):
        template = make_template(sentence, names, template)
        lead = begins_list(template) or lead
        item = under(lead, template) if lead else None
        lead = lead if item or is_heading(template) or (lead and lead.sentence is sentence) else None
        plain = (item or template).without_brackets()
        for candidate in chain(
            classes_and_targets(sentence, template, plain),
            chain.from_iterable(map(acted_on, apply(_IN_BRACKETS, template))),
            apply(biology.RULES, plain) if plain.text != template.text else (),
            harms.named_by_cause(sentence),
            combined(plain),
            apply(_CLINICAL, plain),
            efficacy.gains(plain, disease),
            prevention.prevented(plain),
            mechanisms(plain),
        ):
            known = best.get(candidate.claim)
            if known is None or _strength(candidate) > _strength(known):
                best[candidate.claim] = candidate
    yield from _most_specific(_undenied(best))


def _strength(candidate: Candidate) -> int:
    """What only presupposes a relation yields to what states it, or denies it."""
    if candidate.rule in _PRESUPPOSING:
        return 0
    unnamed = candidate.rule == _OF_TRIAL  # what names the disease says the same better
    return 2 if candidate.rule == _WEAK else _STRONGER[candidate.assertion] - unnamed


def _undenied(found: dict[Claim, Candidate]) -> dict[Claim, Candidate]:
    """Leave out what is only presupposed and denied elsewhere, or said without the disease and with it elsewhere."""
    denied = {_drugs(claim) for claim, candidate in found.items() if candidate.assertion == "negated"}
    named = {_drugs(claim) for claim, candidate in found.items() if candidate.rule != _OF_TRIAL}
    return {
        claim: candidate for claim, candidate in found.items()
        if not (candidate.rule in _PRESUPPOSING and any(drugs & _drugs(claim) for drugs in denied))
        and not (candidate.rule == _OF_TRIAL and _drugs(claim) in named)
    }  # fmt: skip


def _drugs(claim: Claim) -> frozenset[Concept]:
    """The drugs that a claim of treatment is about."""
    if not isinstance(claim, Link) or claim.predicate != "treats":
        return frozenset()
    return frozenset(claim.subject.components if isinstance(claim.subject, Regimen) else (claim.subject,))


def _most_specific(found: dict[Claim, Candidate]) -> Iterator[Candidate]:
    """Leave out what the document tells more closely, such as which form of a disease a drug treats."""
    links = {claim for claim in found if isinstance(claim, Link)}
    for claim, candidate in found.items():
        if not any(isinstance(claim, Link) and _narrower(other, claim) for other in links):
            yield candidate


def _narrower(other: Link, claim: Link) -> bool:
    """Whether one relation tells more closely what another tells."""
    if (other.subject, other.predicate) != (claim.subject, claim.predicate) or claim.predicate == "mayCause":
        return False
    entry = load_lexicon().entry(other.object)
    known = entry is not None and claim.object in entry.broader
    return known or (claim.predicate == "hasMechanism" and other.object.name.endswith(f" {claim.object.name}"))
