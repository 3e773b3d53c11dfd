"""Properties of trials: design, phase, size, patients, endpoints, follow-up, sponsors, registry numbers."""

from collections.abc import Iterator

from spacy.tokens import Doc

from ...ontology.document import Document
from ...ontology.facts import TrialAttribute
from ..candidates import Candidate
from ..passages import sentences_of, text_of
from ..trials import Trials
from ..trials.names import title_of
from . import design, diseases, endpoints, enrolled, places, prior_lines, record_fields, registration, sponsor, timing
from .page import Page

_RULES = (
    registration.numbers, design.phases, design.designs, design.ratios, diseases.diseases, prior_lines.prior_lines,
    enrolled.enrolled, places.sites, places.countries, record_fields.places,
    sponsor.sponsors, endpoints.endpoints, timing.follow_up, timing.cutoffs,
)  # fmt: skip


def read_attributes(doc: Doc, document: Document, trials: Trials) -> Iterator[Candidate]:
    """Read the properties of the trials that a document speaks of; each property with each value once.

    A review has no trial of its own, so what is said of none of the trials that it names is left out.
    """
    text = text_of(doc)
    page = Page.of(text, title_of(text, document.title), sentences_of(doc), trials)
    seen: set[TrialAttribute] = set()
    for rule in _RULES:
        for candidate in rule(page):
            claim = candidate.claim
            nobodys = trials.is_review and isinstance(claim, TrialAttribute) and claim.trial == trials.main
            if isinstance(claim, TrialAttribute) and claim not in seen and not nobodys:
                seen.add(claim)
                yield candidate
