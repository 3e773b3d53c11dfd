"""A rule for one wording of a relation, and how it is applied to a sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from ...ontology.facts import Assertion, Concept, ConceptKind, Link, LinkPredicate, Regimen
from ...ontology.lexicon import load_lexicon
from ..candidates import Candidate
from ..passages import Mention
from ..wordings import Wording
from .assertions import assertion_of, is_open, is_studied, tells_little
from .template import SLOT, Template, pattern
from .therapies import is_supportive, therapies

_CAUSE_OF_OTHER = re.compile(r"[-–](?:related|associated|induced|driven)\b")
"""`effective for obesity-related cancer` is not said of obesity."""
_CAUTION = re.compile(r"\b(?:should|must) (?:not|never) be\b|\b(?:cautiously|with caution)\b")
"""`should not be used in patients with heart failure` tells not what it is no treatment of."""
_EITHER_WAY = re.compile(
    r"\b(?:with (?:or|and) without|regardless of|irrespective of|independent(?:ly)? of) (?:[\w-]+ ){0,3}$"
)
"""`in patients with or without diabetes`: what is said is of another disease."""
_GENERAL = re.compile(
    r"^(?:any |serious |severe |treatment-(?:emergent|related) )*"
    r"(?:adverse (?:event|reaction)|(?:dose-limiting )?toxicity|side effect)$|"
    r"^(?:metastatic|relapsed|refractory|large|small|bulky|residual)? ?(?:disease|cancer|tumor)$|^death$|"
    r"^(?:tumou?ri|carcino|onco)genesis$"
)
"""Concepts too general to be told as what a drug treats or causes."""
_CLINICAL = ("treats", "mayCause")
_KIND_OF_OBJECT: dict[LinkPredicate, ConceptKind] = {"treats": "Disease", "mayCause": "AdverseEvent"}
_ONLY: dict[LinkPredicate, ConceptKind] = {"targets": "Target", "hasMechanism": "Mechanism"}
"""What alone may be the object, of all that a list names."""
_HOW = ("targets", "hasMechanism")
_OF_ONE_DRUG = ("targets", "hasMechanism", "inClass")
_POSSIBLE = ("mayCause", "interferesWith")
_COMPARED = re.compile(
    r"\b(?:when combined with|compared (?:with|to)|(?:superior|inferior|equivalent|comparable|similar) to|replac(?:e|"
    r"es|ed|ing)|versus|vs\.?|than|like|over|without|instead of|rather than|"
    r"other than|except)(?: the| weekly| single-agent| standard| either)* $"
)
_BEATEN = ("than", "superior", "inferior")
"""What a drug is set against so is a treatment as well, where that is presupposed."""
_MANNER = (
    r"(?:either|the|standard|systemic|(?:neo)?adjuvant|peri-?operative|concurrent|concomitant|first-line|"
    r"second-line|weekly|oral|intravenous|low-dose|high-dose)"
)
_PARTNER = re.compile(
    r"(?:\bplus|\balongside|\+|\w[-/]|(?<!reated)(?<!reatment)(?<!herapy)(?<!started)(?<!associated) with)"
    rf"(?: {_MANNER}){{0,2}} ?$"
)
_USED_WITH = re.compile(
    r"(?:⟨M\d+⟩|\b(?:[Tt]reatment|[Tt]herapy|[Mm]anagement|[Bb]lockade|[Ii]nhibition|[Tt]argeting) of "
    r"[^.;,]{3,60}) with "
    rf"(?:{_MANNER} )*$"
)
"""`treatment of B with A`, `blockade of C with A`: A is no partner of anything."""
_WHAT_IT_IS = re.compile(r"(?:^|\s)[A-Z][\w-]+,\s(?:an?|the)\s(?:[\w⟨⟩-]+\s){0,5}$")
"""Before the class of an unknown drug: `Prostvac, a vaccine-based immunotherapy, prolonged survival`."""
_WHAT_IT_BECAME = re.compile(
    r"\b(?:is|are|was|were|be|been|becomes?|became|becoming|as)\s(?:now\s)?(?:an?|the)\s(?:[\w-]+\s){0,4}$"
)
"""Before a class: `It became the first monoclonal antibody approved for B` is told of what `it` is."""
_SOME_ONE = re.compile(r"(?:^|[,;]\s)(?:[Tt]he|[Tt]his)\s$")
"""Before a class: `The vaccine prevents B` is told of a vaccine that was named before."""
_ANOTHER_SUBJECT = re.compile(
    r",\s(?:(?!and|or|but)[\w-]+\s){0,3}(?:studies|trials|data|investigators|authors|reports)\s"
)
"""`A may be effective, more recent studies have not defined the treatment of B`."""
_ACTED_UPON = re.compile(
    r"\b(?:reduc|lower|decreas|increas|suppress|inhibit|enhanc|improv|induc|stimulat)\w*\s"
    r"(?:(?:the|plasma|serum|postprandial|fasting|hepatic|levels|of)\s)*$"
)
"""Before what is acted on: `A lowers insulin by inhibition of B` is told of A."""
_SEASON = re.compile(r"\b(?:during|after|before|following|prior to)(?: radical| adjuvant| neoadjuvant)? $")
_ABSENT = re.compile(r"\b(?:no|without)\s+(?:[\w-]+\s+){0,2}⟨A\d+⟩")
"""What of a list did not happen: `fistulas and no deaths`."""
_OF_LAST = re.compile(r", (?:which|an?|the) ")
"""`A plus B, which targets C`: B does."""
_TOGETHER = ("treated with", "therapy with")
"""Rules whose `A and B` are given together."""
_EARLIER = re.compile(r"\bha(?:ve|d) received\b")
"""`who have received A and B`: not necessarily together."""
_DUAL = re.compile(r"\b[Dd]ual ⟨M\d+⟩ (?:with|by) $")
_TWO_CLAUSES = re.compile(r"(?:⟨[DRCP]\d+⟩(?:,\s⟨[DRCP]\d+⟩){0,9},?\s(?:and|or)\s)?⟨[DRCP]\d+⟩,\s⟨[DRCP]\d+⟩")
"""`Since fever is not due to A, B is of no use`: a comma alone makes no list of two, and one behind `and` ends it."""
_NEXT_CLAUSE = re.compile(r"^⟨C\d+⟩,\sand\s⟨D\d+⟩$")
"""`A is a B, and C acts on D` is told of C."""
_AS_A = re.compile(r"\b[Aa]s an? (?:[\w-]+ ){0,4}$")
"""`As an mTOR inhibitor, everolimus …` is told of everolimus."""
_AND_OTHER = re.compile(r",?\s(?:and|or)\s(?:other\b|[\w-]+(?:\s[\w-]+)?(?=[.,;]|$))")
_UNKNOWN_FIRST = re.compile(
    r"\b(?:with|of)\s(?:the\s)?⟨[TBM]\d+⟩,\s$|\bcombinations?\sof\s[^⟨⟩.;,]{2,50}\s(?:and|plus|with)\s$|"
    r"(?:⟨[CD]\d+⟩|\b\w*(?:therapy|treatment))\swith\s(?!or\b)[^⟨⟩.;,]{2,60}\s(?:and|plus)\s$"
)
"""`perfusion with necrosis factor, A and B`, `a combination of X and A`: the first member is told of as no drug."""
_UNSPECIFIC = frozenset({"chemotherapy"})
_TWO_EVENTS = {"nausea and vomiting": ("nausea", "vomiting")}
_FIGURE = re.compile(r"\d\s?%|\(\d+|\bn\s?=")
_INERT = frozenset(
    {
        "placebo",
        "observation",
        "no treatment",
        "best supportive care",
        "supportive care",
        "treatment of physician's choice",
        "investigator's choice",
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A wording that states a relation; `{s:…}` and `{o:…}` in it are subject and object."""

    name: str
    predicate: LinkPredicate
    pattern: Wording
    assertion: Assertion | None = None
    """What the wording itself asserts; where None, the words around decide."""
    deniable: bool = True
    """Whether its negation is worth telling; that a drug was no better than another tells not what it treats."""
    studied: bool = False
    """Whether it presupposes what it says, so that it holds even where something else is studied or denied."""
    named: str = ""
    """What the subject's name must have for the wording to tell so much: `endocrine therapy for breast cancer`."""
    object_named: str = ""
    """What the object's name must have."""
    figures: bool = True
    """Whether it holds where percentages stand beside the objects, which are results of their own."""
    needs: tuple[frozenset[str], ...] = ()
    """The letters of mentions that the wording cannot do without: one of each set."""


def rule(
    name: str, predicate: LinkPredicate, wording: str, assertion: Assertion | None = None, *, deniable: bool = True,
    studied: bool = False, named: str = "", object_named: str = "", figures: bool = True,
) -> Rule:  # fmt: skip
    """Make a rule from its wording (see `template.pattern`)."""
    assertion = assertion or ("affirmed" if studied else None)
    needs = tuple(frozenset(letters) for letters in SLOT.findall(wording))
    return Rule(name, predicate, pattern(wording), assertion, deniable, studied, named, object_named, figures, needs)


@cache
def fitting(rules: tuple[Rule, ...], letters: frozenset[str]) -> tuple[Rule, ...]:
    """Choose the rules whose wording a sentence with such mentions may hold; most need not be tried on most."""
    return tuple(item for item in rules if not any(needed.isdisjoint(letters) for needed in item.needs))


def apply(rules: tuple[Rule, ...], template: Template) -> Iterator[Candidate]:
    """Find every relation that the rules state in a sentence."""
    for item in fitting(rules, template.letters):
        for match in item.pattern.finditer(template.text):
            assertion = item.assertion or assertion_of(template.text, match, possible=item.predicate in _POSSIBLE)
            if is_open(template.text, match):
                continue
            if assertion is None or (assertion == "negated" and not item.deniable):
                continue
            if item.predicate == "treats" and _CAUSE_OF_OTHER.match(template.text, match.end("o")):
                continue
            if item.studied and is_studied(match[0]):
                continue
            if item.predicate == "treats" and (tells_little(match[0], match[0]) or _ANOTHER_SUBJECT.search(match[0])):
                continue
            if item.predicate in _HOW and _ACTED_UPON.search(template.text, 0, match.start("s")):
                continue
            if item.named and not all(re.search(item.named, m.text) for m in template.held(match["s"])):
                continue
            set_against = item.predicate in _CLINICAL and compared(template, match, studied=item.studied)
            if not set_against and (item.figures or not _FIGURE.search(_objects_text(template, match))):
                held = [m for m in template.held(_ABSENT.sub("", match["o"])) if not either_way(template, m)]
                held = [m for m in held if m.kind == _ONLY.get(item.predicate, m.kind)]
                if item.predicate == "treats" and _CAUTION.search(match[0]):
                    held = [m for m in held if m.kind != "AdverseEvent"]
                concepts = [as_disease(m) if item.predicate == "treats" else m.concept for m in held]
                concepts = [concept for concept in concepts if isinstance(concept, Concept)]
                concepts = [concept for concept in concepts if re.search(item.object_named, concept.name)]
                yield from links(item, template, match, assertion, concepts, held)


def as_disease(mention: Mention) -> Concept | Regimen:
    """Take what is treated for the disease of that name, rather than for what treatment leads to."""
    entries = load_lexicon().named(mention.text) if mention.kind == "AdverseEvent" else ()
    return next((entry.concept for entry in entries if entry.concept.kind == "Disease"), mention.concept)


def either_way(template: Template, mention: Mention) -> bool:
    """Whether a mention is of a disease that some patients have and some have not."""
    start = mention.start - template.sentence.start
    before = template.sentence.text[max(0, start - 60) : max(0, start)]
    return mention.kind in {"Disease", "AdverseEvent"} and _EITHER_WAY.search(before) is not None


def compared(template: Template, match: re.Match[str], *, studied: bool = False) -> bool:
    """Whether the subject is only what another drug is set against, or part of what is given."""
    before = template.text[max(0, match.start("s") - 80) : match.start("s")]
    found = _COMPARED.search(before)
    first = match.start("s") == match.start()
    if first and ((not studied and _SEASON.search(before)) or _WHAT_IT_IS.search(before)):
        return True
    if first and match["s"].startswith(("⟨C", "⟨D")) and _WHAT_IT_BECAME.search(before):
        return True
    if first and match["s"].startswith("⟨C") and _SOME_ONE.search(before):
        return True
    partner = first and _PARTNER.search(before) and not _USED_WITH.search(before)
    return bool(partner) or (found is not None and not (studied and found[0].startswith(_BEATEN)))


def _objects_text(template: Template, match: re.Match[str]) -> str:
    """What the text says from the first object to right after the last."""
    held, offset = template.held(match["o"]), template.sentence.start
    return template.sentence.text[held[0].start - offset : held[-1].end - offset + 15]


def links(
    item: Rule, template: Template, match: re.Match[str], assertion: Assertion, objects: Iterable[Concept],
    mentions: list[Mention],
) -> Iterator[Candidate]:  # fmt: skip
    """Make the candidates of a match; `mentions` are those of the objects, as far as the sentence names them."""
    sentence = template.sentence
    told = (*template.held(match[0]), *mentions)
    held = [m for m in told if m.end > sentence.start]
    whole = len(held) < len(told)  # `It is effective` is about what the sentence before names
    start = sentence.start if whole else min(m.start for m in held)
    end = sentence.start + len(sentence.text.rstrip()) if whole else max(m.end for m in held)
    alone = _TWO_CLAUSES.fullmatch(match["s"]) and not _AND_OTHER.match(template.text, match.end("s"))
    first, last = match.span("s")
    alone = alone and template.text[last : last + 1] not in {")", "]"}  # what a bracket holds is a list
    if alone and _AS_A.search(template.text, 0, first):
        first, alone = template.text.rindex("⟨", first, last), False
    if _NEXT_CLAUSE.search(match["s"]) and _WHAT_IT_BECAME.search(template.text, 0, first):
        first = template.text.rindex("⟨", first, last)
    if alone or _UNKNOWN_FIRST.search(template.text, 0, first):
        return
    together = item.name in _TOGETHER and not _EARLIER.search(match[0])
    together = together or (item.predicate == "treats" and _DUAL.search(template.text, 0, first))
    for subject in therapies(template, first, last, together=bool(together)):
        if item.studied and (subject := _against_disease(subject)) is None:
            continue
        if item.predicate in _OF_ONE_DRUG and isinstance(subject, Regimen):
            if not _OF_LAST.match(template.text, last):
                continue
            subject = therapies(template, template.text.rindex("⟨", first, last), last)[0]
        for concept in chain.from_iterable(map(parts, objects)) if item.predicate == "mayCause" else objects:
            concept = Concept(_KIND_OF_OBJECT.get(item.predicate, concept.kind), concept.name)
            if concept != subject and _tellable(subject, concept):
                link = Link(subject=subject, predicate=item.predicate, object=concept)
                yield Candidate(
                    claim=link, start=start, end=end, rule=f"link.{item.name}", assertion=assertion,
                )  # fmt: skip


def parts(event: Concept) -> tuple[Concept, ...]:
    """What one name of two events means."""
    return tuple(Concept(event.kind, name) for name in _TWO_EVENTS.get(event.name, (event.name,)))


def _against_disease(subject: Concept | Regimen) -> Concept | Regimen | None:
    """What of a treatment may be told to be for a cancer, where the words only presuppose it: no growth factors."""
    drugs = subject.components if isinstance(subject, Regimen) else (subject,)
    kept = [drug for drug in drugs if not is_supportive(drug)]
    if not kept or (len(kept) == 1 and kept[0].name in _UNSPECIFIC):
        return None
    return kept[0] if len(kept) == 1 else Regimen.of(*kept)


def _tellable(subject: Concept | Regimen, concept: Concept) -> bool:
    """Whether both ends are specific enough."""
    inert = isinstance(subject, Concept) and subject.name in {*_INERT, concept.name}
    return not inert and not _GENERAL.search(concept.name)
