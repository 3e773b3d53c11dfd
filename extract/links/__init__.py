"""Relations between concepts, read from the wording of clauses."""

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Doc

from ...ontology.facts import Claim, Link
from ...ontology.lexicon import load_lexicon
from ..arms.regimens import Names
from ..candidates import Candidate
from ..passages import sentences_of
from . import biology, harms, treatment
from .classes import classes_and_targets
from .mentions import NO_NAMES
from .rules import apply
from .template import make_template

_CLINICAL = (*treatment.RULES, *harms.RULES)
_STRONGER = {"affirmed": 2, "negated": 1, "speculative": 0}


def read_links(doc: Doc, names: Names = NO_NAMES) -> Iterator[Candidate]:
    """Read the relations that a document states, each once: where it is affirmed rather than where it is not.

    `names` are the document's own names of regimens.
    """
    best: dict[Claim, Candidate] = {}
    template = None
    for sentence in sentences_of(doc):
        template = make_template(sentence, names, template)
        for candidate in chain(
            classes_and_targets(sentence, template),
            apply((*biology.RULES, *harms.IN_BRACKETS), template),
            treatment.combined(template.without_brackets()),
            apply(_CLINICAL, template.without_brackets()),
        ):
            known = best.get(candidate.claim)
            if known is None or _STRONGER[candidate.assertion] > _STRONGER[known.assertion]:
                best[candidate.claim] = candidate
    yield from _most_specific(best)


def _most_specific(found: dict[Claim, Candidate]) -> Iterator[Candidate]:
    """Leave out that a drug treats a disease where the document tells which form of it the drug treats."""
    lexicon = load_lexicon()
    links = {claim for claim in found if isinstance(claim, Link)}
    for claim, candidate in found.items():
        narrower = any(
            isinstance(claim, Link) and other.subject == claim.subject and other.predicate == claim.predicate
            and (entry := lexicon.entry(other.object)) is not None and claim.object in entry.broader
            for other in links
        )  # fmt: skip
        if not narrower:
            yield candidate
