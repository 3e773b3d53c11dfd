"""What is made of a document without looking at others: whoever reads it does this, so that the writer need not.

Only which trials are meant depends on other documents. A page is made as if none named them otherwise; where one does,
the writer makes it anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version

from pyoxigraph import RdfFormat, serialize

from ..ontology.document import Document
from ..ontology.facts import Reading, Trial
from ..ontology.lexicon import load_lexicon
from .archive import Record
from .checks import failed_checks
from .comparison import comparison_key, figures
from .concepts import Names, with_broader
from .index import ClaimRow, ConceptRow, claim_row
from .iris import concept_iri, document_iri
from .naming import Naming, trials_of
from .rendering import Rendering, render
from .textsearch import Passage, passages
from .timing import stand_in, trial_cutoffs
from .trials import Mention, TrialIdentity, keys, resolve


@dataclass(frozen=True, slots=True)
class Page:
    """What a document adds to the graph, to the index and to full-text search, if its trials are these."""

    identities: Mapping[Trial, TrialIdentity]
    statements: bytes
    """N-Quads."""
    claims: tuple[ClaimRow, ...]
    concepts: tuple[ConceptRow, ...]
    passages: frozenset[Passage]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be stored."""

    record: Record
    page: Page

    @property
    def size(self) -> int:
        """Bytes of what is to be stored, about."""
        packed = len(self.record.packed_document) + len(self.record.packed_reading)
        return packed + len(self.page.statements)

    def of_file(self, content_hash: str) -> "Prepared":
        """Give the same with the hash of its file."""
        return Prepared(replace(self.record, content_hash=content_hash), self.page)


def prepare(document: Document, reading: Reading, content_hash: str = "", names: Names | None = None) -> Prepared:
    """Make a document ready to be stored, concepts and trials under the names of a lexicon, ours without one.

    Raises StoreError where its text can't be stored.
    """
    record = Record.of(document, reading, content_hash, _version())
    return Prepared(record, make_page(record.version, document, reading, names or load_lexicon()))


def prepare_record(record: Record, names: Names) -> Prepared:
    """Do the same for a document that was stored; StoreError where it is damaged."""
    return Prepared(record, make_page(record.version, record.document, record.reading, names))


def make_page(
    version: str,
    document: Document,
    reading: Reading,
    names: Names,
    identities: Mapping[Trial, TrialIdentity] | None = None,
) -> Page:
    """Write the page of a document read by a version; without identities its trials are known from itself alone."""
    if identities is None:
        mentions = resolve(Mention(document.identifier, trial) for trial in _trials(reading, names))
        identities = {mention.trial: identity for mention, identity in mentions.items()}
    rendering = render(document, reading, version, identities)
    concepts = with_broader(rendering.concepts, names)
    return Page(
        identities,
        serialize(rendering.quads, format=RdfFormat.N_QUADS) or b"",
        _claims(rendering, Naming(document.identifier, identities)),
        tuple((concept_iri(concept).value, concept.kind, concept.name) for concept in concepts),
        passages(document_iri(document.identifier), rendering.quads),
    )


def _trials(reading: Reading, names: Names) -> set[Trial]:
    """Give the trials of a reading, and under their acronyms those that the lexicon knows by their numbers."""
    trials = {trial for fact in reading.facts for trial in trials_of(fact.claim)}
    numbers = {number for trial in trials for number in trial.registry_ids}
    known = {trial for number in numbers if (trial := names.trial(number)) is not None}
    return {trial for trial in trials | known if keys(trial)}


def _claims(rendering: Rendering, naming: Naming) -> tuple[ClaimRow, ...]:
    failed = failed_checks(rendering.quads)
    cutoffs = trial_cutoffs((claim for claim, affirmed in rendering.claims.values() if affirmed), naming)
    return tuple(
        claim_row(
            iri,
            affirmed=affirmed,
            key=comparison_key(claim, naming),
            figures=figures(claim) | stand_in(claim, cutoffs, naming),
            flags=failed.get(iri, ()),
        )
        for iri, (claim, affirmed) in rendering.claims.items()
    )


@cache
def _version() -> str:
    return version("trialgraph")
