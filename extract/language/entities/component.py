"""Drugs, diseases and adverse events that the lexicon lacks, as mentions of low confidence."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, Final, cast

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from ....ontology.facts import Concept, ConceptKind
from ...wordings import Wording
from ..common_words import is_rare
from ..disease_words import VAGUE_HEADS
from ..registration import component
from ..spelling import american, singular
from ..stems import REGISTRIES
from .entity import Entity
from .features import OWN
from .joined import joined
from .recognition import spread
from .tagger import load_tagger

SCORE: Final = 0.3
SHORTEST: Final = 4
"""Characters up to which a name is too short to be known by itself."""
VAGUE: Final = VAGUE_HEADS | {"disease", "disorder", "syndrome", "lesion", "injury", "toxicity", "complication"}
"""What is a disease, or an event, only together with other words."""
ADJECTIVES: Final = ("ed", "ic", "ive", "ory", "ous", "al", "ese", "ant")
NO_DRUGS: Final = tuple(
    "ing tion sion ism ist ists logy graphy gram ectomy itis osis esis scopy metry lization ity".split()
)
NOUNS: Final = frozenset(
    "derivative derivatives inhibitor inhibitors antagonist antagonists agonist agonists blocker blockers analogue "
    "analog receptor receptors level levels concentration concentrations metabolite metabolites deficiency".split()
)
"""Words after a chemical that make it the name of something else."""
REACH: Final = 5
"""Tokens around a chemical in which a word of `USES` makes it a drug."""
KINDS: Final = ("therapy", "surgery", "placebo", "observation", "care", "treatment")
"""Ends of what is no drug among drugs."""
USES: Final = frozenset(
    "mg g µg μg mcg ml iu dose doses daily once twice weekly oral orally intravenous intravenously subcutaneous "
    "topical tablet tablets capsules infusion injection received receive receiving treated treatment treatments "
    "therapy therapeutic given giving administered administration assigned allocated randomized randomised "
    "randomly placebo versus vs plus combined combination monotherapy arm arms group groups efficacy safety "
    "tolerability drug drugs regimen inhibitor agonist antagonist added switched switching initiated "
    "prescribed".split()
)
UNITS: Final = frozenset("mg g µg μg mcg ml iu %".split())
EVENTS: Final = Wording(r"adverse|toxicit|side.effect|\bgrade\b|safety|treatment-emergent|tolera", re.IGNORECASE)
"""Words of a sentence in which diseases are adverse events."""


@component("trialgraph_entities")
def make_entities(nlp: Language, name: str) -> "EntityFinder":
    """Make the component."""
    return EntityFinder()


class EntityFinder:
    """Adds to `doc.spans["mentions"]` what the lexicon lacks.

    The linear model looks only at sentences that hold a rare word of no mention, or speak of adverse events.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions of one document."""
        mentions = cast("list[Span]", list(cast("Any", doc.spans["mentions"])))
        taken = {i for mention in mentions for i in range(mention.start, mention.end)}
        rare = [i for i, token in enumerate(doc) if i not in taken and is_rare(token.lower_)]
        text = doc.text
        sentences = [s for s in doc.sents if _is_worth_a_look(s, text, rare)]
        tagged = load_tagger().entities(doc, sentences=sentences) if sentences else []
        found = [e for e in (_without_dose(doc, e) for e in tagged) if _is_new(doc, e, taken)]
        found = [e for e in found if not _is_given(doc, e, text)]
        listed = list(joined(doc, _free(doc, rare, found, taken), _drug_places(mentions, found)))
        found = _without_salts(doc, mentions, [*found, *(place.entity for place in listed)])
        if found:
            sure = {doc[place.entity.start].lower_ for place in listed if place.sure}
            new = sorted(e for e in spread(doc, found) if taken.isdisjoint(range(e.start, e.end)))
            spans = sorted([*mentions, *_as_mentions(doc, new, sure)], key=lambda span: span.start)
            doc.spans["mentions"] = SpanGroup(doc, name="mentions", spans=spans)
        return doc


def _is_worth_a_look(sentence: Span, text: str, rare: list[int]) -> bool:
    """Whether one of the rare words, given in order, is in the sentence, or it speaks of adverse events."""
    first = bisect_left(rare, sentence.start)
    if first < len(rare) and rare[first] < sentence.end:
        return True
    return EVENTS.search(text, sentence.start_char, sentence.end_char) is not None


def _without_dose(doc: Doc, entity: Entity) -> Entity:
    """A chemical without the number of the dose behind its name: `silymarin 140 mg`."""
    last = entity.end - 1
    dosed = last > entity.start and doc[last].like_num and entity.end < len(doc) and doc[entity.end].lower_ in UNITS
    return entity._replace(end=last) if dosed and entity.kind == "Chemical" else entity


def _is_new(doc: Doc, entity: Entity, taken: set[int]) -> bool:
    """Whether no mention touches the entity; a chemical must have a rare name to be a drug."""
    tokens = doc[entity.start : entity.end]
    words = [token.lower_ for token in tokens]
    if sum(map(len, words)) <= SHORTEST or not taken.isdisjoint(range(entity.start, entity.end)):
        return False
    if entity.kind == "Disease":
        return len(words) > 1 or not (singular(american(words[0])) in VAGUE or words[0].endswith(ADJECTIVES))
    if len(words) == 1 and (tokens.text.isupper() or words[0].endswith((*ADJECTIVES, *NO_DRUGS))):
        return False
    if entity.end < len(doc) and doc[entity.end].lower_ in NOUNS:
        return False
    return any(is_rare(word) and word.upper() not in REGISTRIES for word in words)


def _is_given(doc: Doc, entity: Entity, text: str) -> bool:
    """Whether a name in capitals that was taken for a disease is what patients receive: `73 received TEGAFOX`."""
    name = doc[entity.start : entity.end].text
    if entity.kind != "Disease" or not name.isupper() or len(name.split()) > 1:
        return False
    word = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    return re.search(rf"\breceiv\w+ (?:the )?{word}|{word}\)? (?:arms?|regimens?|cycles?)\b", text) is not None


def _without_salts(doc: Doc, mentions: list[Span], found: list[Entity]) -> list[Entity]:
    """Leave out a word that stands behind a drug each time that the drug is named: `cefuroxime axetil`."""
    named = [(m.end, m.kb_id_) for m in mentions if m.label_ == "Drug"]
    named += [(e.end, doc[e.start : e.end].text.lower()) for e in found if e.kind == "Chemical"]
    drugs = dict(named)
    return [
        e for e in found if e.start not in drugs or not _is_salt(doc, e, [n for n in named if n[1] == drugs[e.start]])
    ]


def _is_salt(doc: Doc, entity: Entity, named: list[tuple[int, str]]) -> bool:
    word = doc[entity.start].lower_
    alone = entity.kind == "Chemical" and entity.end - entity.start == 1
    return alone and all(end < len(doc) and doc[end].lower_ == word for end, _ in named)


def _drug_places(mentions: list[Span], found: list[Entity]) -> set[int]:
    """The tokens of drugs; those of kinds of treatment stand beside words of any sort."""
    named = [(m.start, m.end) for m in mentions if m.label_ == "Drug" and not m.kb_id_.endswith(KINDS)]
    named += [(e.start, e.end) for e in found if e.kind == "Chemical"]
    return {i for start, end in named for i in range(start, end)}


def _free(doc: Doc, rare: list[int], found: list[Entity], taken: set[int]) -> list[int]:
    """The rare words that may be drugs by their form; two words that lost the space between them are none."""
    longer = {i for e in found if e.kind == "Disease" or e.end - e.start > 1 for i in range(e.start, e.end)}
    return [
        i
        for i in rare
        if i not in longer
        and (doc[i].text.islower() or doc[i].text.istitle())
        and _is_new(doc, Entity(i, i + 1, "Chemical"), taken)
    ]


def _is_used(doc: Doc, entity: Entity) -> bool:
    """Whether the words around a chemical speak of a treatment."""
    return any(token.lower_ in USES for token in doc[max(0, entity.start - REACH) : entity.end + REACH])


def _as_mentions(doc: Doc, entities: list[Entity], listed: set[str]) -> Iterator[Span]:
    """`listed` are drugs wherever they stand."""
    events = {entity[:2] for entity in entities if entity.kind == "Disease" and EVENTS.search(_sentence(doc, entity))}
    named = {doc[start:end].text.lower() for start, end in events}
    used = {doc[e.start : e.end].text.lower() for e in entities if _is_used(doc, e)} | listed
    for entity in entities:
        text = doc[entity.start : entity.end].text.lower()
        if entity.kind == "Chemical" and text not in used:
            continue
        kind: ConceptKind = "Drug" if entity.kind == "Chemical" else "AdverseEvent" if text in named else "Disease"
        span = Span(doc, entity.start, entity.end, label=kind, kb_id=text)
        span._.score, span._.method = SCORE, OWN
        span._.candidates = (Concept(kind, text),)
        yield span


def _sentence(doc: Doc, entity: Entity) -> str:
    return doc[entity.start].sent.text
