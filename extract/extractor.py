"""The way from a document to its facts, read top to bottom."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from ..ontology.document import Document
from ..ontology.facts import (
    AdverseEventResult,
    Claim,
    Concept,
    Dosage,
    Fact,
    Link,
    NameUse,
    Reading,
    Trial,
    TrialAttribute,
)
from .arms.reading import read_arms
from .arms.treatments.regimens import Names
from .attributes import read_attributes
from .attributes.contradicted import without_contradicted
from .attributes.worded_endpoints import with_worded_endpoints
from .candidates import Candidate
from .cited import without_cited
from .cleaning import clean
from .configuration import AS_SHIPPED, Configuration, load_components
from .context import Context, make_context
from .dosages import read_dosages
from .evidence import to_fact
from .language.pipeline import load_pipeline
from .links import read_links
from .results.reading import read_results
from .tables.reading import read_tables

_OPENING = re.compile(r"\W*(?:(?:In|For|Among)\s(?:[a-z]+\s){0,4})?")
_INERT = frozenset({Concept("Drug", "placebo")})
_COMBINED = ("The combination", "the combination", "This combination", "this combination", "The combined treatment")


class Extractor:
    """Reads facts out of documents; holds no state between them, so order and number of workers change nothing."""

    def __init__(self, configuration: Configuration = AS_SHIPPED) -> None:
        """Load the language model and the components; raises TrialgraphError for one that is not installed."""
        self._pipeline = load_pipeline(configuration.model)
        self._components = load_components(configuration.components)

    def read(self, document: Document) -> Reading:
        """Read every fact that a document states, each with the words that state it."""
        cleaned = clean(document.text)
        doc = self._pipeline(cleaned.text)
        context = make_context(doc, document, cleaned)
        arms = tuple(read_arms(context))
        told = without_cited(context, read_attributes(doc, document, context.trials))
        attributes = tuple(without_contradicted(told, arms))
        disease = _disease(attributes)
        page = with_worded_endpoints(context.page, attributes)
        page = replace(page, studied=page.studied | {disease}) if disease and _is_of_all(context, attributes) else page
        results, dropped = read_results(replace(context, page=page))
        candidates = chain(
            attributes,
            arms,
            results,
            without_cited(context, read_dosages(doc, context.trials)),
            _of_no_trial(read_links(doc, {**context.names, **_combination(context)}, disease), context),
            *(component(context) for component in self._components),
        )
        tabled = read_tables(context, cleaned, self._pipeline, doc._.abbreviations)
        facts = _distinct(chain((to_fact(candidate, document, cleaned) for candidate in candidates), tabled))
        return Reading(_of_trials(facts), _names(context), dropped)


def _disease(attributes: Iterable[Candidate]) -> Concept | None:
    """Tell what the patients of the document's trial have, where that is one disease."""
    claims = [a.claim for a in attributes if isinstance(a.claim, TrialAttribute) and a.claim.attribute == "studies"]
    diseases = {claim.value for claim in claims if isinstance(claim.value, Concept)}
    return diseases.pop() if len(diseases) == 1 else None


def _is_of_all(context: Context, attributes: Iterable[Candidate]) -> bool:
    """Whether the disease of a trial stands where no sentence opens with it, as `In patients with metastases` does."""
    told = [a.start for a in attributes if isinstance(a.claim, TrialAttribute) and a.claim.attribute == "studies"]
    starts = [max(s.start for s in context.page.sentences if s.start <= at) for at in told]
    return not any(_OPENING.fullmatch(context.page.text, *place) for place in zip(starts, told, strict=True))


def _combination(context: Context) -> Names:
    """Tell what `the combination` means: the only arm of several drugs that a document reports."""
    arms = context.arms.in_force(context.trials.main).entries
    regimens = {entry.drugs for entry in arms if len(entry.drugs - _INERT) > 1 and entry.role != "control"}
    return dict.fromkeys(_COMBINED, regimens.pop()) if len(regimens) == 1 else {}


def _of_no_trial(links: Iterable[Candidate], context: Context) -> Iterable[Candidate]:
    """What names a trial is no drug: `the MM-003 trial showed a benefit in myeloma`."""
    trials = {trial.name for trial in context.trials.all}
    for link in links:
        subject = link.claim.subject if isinstance(link.claim, Link) else None
        if not (isinstance(subject, Concept) and subject.kind == "Drug" and subject.name in trials):
            yield link


def _distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Each fact once, in order of the text."""
    return tuple(sorted(dict.fromkeys(facts), key=lambda f: (f.evidence.start, f.evidence.end)))


def _of_trials(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Leave out what seems to be of an unnamed trial, where nothing is told that only a trial has: there is none."""
    if any(_tells_of_trial(fact.claim) for fact in facts):
        return facts
    return tuple(f for f in facts if not isinstance(f.claim, TrialAttribute | AdverseEventResult))


def _tells_of_trial(claim: Claim) -> bool:
    if isinstance(claim, TrialAttribute):
        return claim.attribute not in ("studies", "priorLines") or claim.trial != Trial()
    if isinstance(claim, AdverseEventResult):
        return not (claim.value is None and claim.count is None) or claim.trial != Trial()
    return not isinstance(claim, Link) and not (isinstance(claim, Dosage) and claim.trial is None)


def _names(context: Context) -> tuple[NameUse, ...]:
    """The names under which the document speaks of concepts, where they differ from the preferred ones."""
    uses = {
        NameUse(mention.concept, mention.text)
        for mention in context.page.mentions
        if isinstance(mention.concept, Concept)
        and not mention.elided
        and mention.text.lower() != mention.concept.name.lower()
    }
    return tuple(sorted(uses))
