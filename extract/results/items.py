"""The typed items of a sentence in order: what is measured, in whom, and the quantities.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from ...ontology.facts import Concept
from ...ontology.lexicon import load_lexicon
from ..annotated import AnnotatedText
from ..arms.mentions import ArmMention, find_arm_mentions
from ..arms.regimens import Names
from ..arms.registry import ArmEntry, ArmRegistry
from ..passages import Mention
from .families import is_exposure
from .populations import find_populations
from .quantities import Quantity, find_quantities

ItemKind = Literal[
    "endpoint", "event", "absorber", "arm", "population", "statistic", "versus", "respectively", "serious", "related",
    "consequence", "quantity",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of the lattice; which of the last four fields is set depends on the kind."""

    kind: ItemKind
    start: int
    end: int
    text: str = ""
    concept: Concept | None = None
    arms: tuple[ArmEntry, ...] = ()
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its items in order of the text."""

    start: int
    end: int
    text: str
    items: tuple[Item, ...]
    whole: str = field(repr=False, default="")
    population: str = ""
    """The population that the sentence before left in force."""
    registry: ArmRegistry = field(repr=False, default_factory=ArmRegistry)
    """The arms of the trial in force."""

    def between(self, start: int, end: int, *kinds: ItemKind) -> list[Item]:
        """The items of some kinds that lie wholly between two offsets."""
        return [i for i in self.items if i.kind in kinds and i.start >= start and i.end <= end]

    def gap(self, start: int, end: int) -> str:
        """The text between two offsets of the document."""
        return self.whole[start:end] if start < end else ""


_WORDS: Final[tuple[tuple[ItemKind, re.Pattern[str]], ...]] = (
    (
        "absorber",
        re.compile(
            r"\bfollow(?:ed)?[- ]?up\b|\bfollowed for\b|\bmedian age\b|\bmean age\b"
            r"|\b(?:median|mean)? ?\bduration of (?:treatment|exposure|therapy|study|follow)\w*"
            r"|\btreatment duration\b|\btime on treatment\b|\b(?:relative )?dose[- ]intensity\b"
            r"|\bnumber of (?:\w+ )*(?:cycles|lines|infusions|therapies|regimens|doses)\b"
            r"|\b(?:prior|previous) (?:lines|therapies|regimens|treatment|chemotherapy)\b|\bpower\b"
            r"|\bsignificance level\b|\balpha\b|\bscreened\b"
            r"|\bmaturity\b|\b(?:white|black|asian|caucasian|hispanic)\b|\bmargins?\b|\bineligible\b"
            r"|\bperformance status\b|\b(?:were|was) (?:fe)?male\b|\bcrossed over\b|\bcross-?over\b"
            r"|\bsubsequent (?:therapy|treatment)\b",
            re.IGNORECASE,
        ),
    ),
    ("statistic", re.compile(r"\bmedians?\b|\bmeans?\b(?! that)|\baverage\b", re.IGNORECASE)),
    (
        "versus",
        re.compile(r"\b(?:versus|vs\b\.?|v\b(?=\s)|compared (?:with|to)|against|than|as opposed to)", re.IGNORECASE),
    ),
    ("respectively", re.compile(r"\brespectively\b", re.IGNORECASE)),
    ("serious", re.compile(r"\bserious\b|\bSAEs?\b", re.IGNORECASE)),
    (
        "related",
        re.compile(
            r"\b[\w-]+-related\b(?!\s+quality)|\bconsidered related\b|\battributable to\b"
            r"|\brelated to (?:study|treatment)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "consequence",
        re.compile(
            r"\bdiscontinu\w+|\bstopp(?:ed|ing)\b|\bwithdr[ae]w\w*|\bdose reductions?\b"
            r"|\b(?:dose|treatment) (?:interruptions?|delays?)\b"
            r"|\bfatal\b|\bdeaths?\b|\bdied\b|\bhospitali[sz]\w+",
            re.IGNORECASE,
        ),
    ),
)
_TOO_WIDE: Final = frozenset(
    {"safety", "efficacy", "tolerability", "time-to-event endpoint", "response endpoint", "patient-reported outcome"}
)
_ABSORBING: Final = re.compile(
    r"follow-up|(?:treatment|exposure) duration|duration of (?:treatment|exposure|therapy)|dose intensity|\bage\b"
)
_PLAIN: Final = {
    "death": Concept("Endpoint", "death"),
    "survival rate": Concept("Endpoint", "overall survival"),
    "survival": Concept("Endpoint", "overall survival"),
    "treatment discontinuation": Concept("AdverseEvent", "any adverse event"),
}
_SURVIVAL: Final = re.compile(r"\bsurvival\b", re.IGNORECASE)
_DEATH: Final = re.compile(r"\b(?:deaths?|died|mortality)\b", re.IGNORECASE)
_MEDIAN_OF: Final = re.compile(r"\bm(PFS|OS|DOR|DoR|TTP|DFS|EFS|TTNT)\b")
_PHRASES: Final = (
    (
        re.compile(
            r"\b(?:risk|hazard) of (?:disease )?progression(?: or|/)(?: all-cause)? ?death(?: from any cause)?\b",
            re.IGNORECASE,
        ),
        "progression-free survival",
    ),
    (re.compile(r"\bresponded\b"), "objective response rate"),
    (re.compile(r"\b(?:risk|hazard) of (?:all-cause )?death(?: from any cause)?\b", re.IGNORECASE), "overall survival"),
    (
        re.compile(r"\b(?:(?:minimal|measurable) residual disease|MRD)(?: \(MRD\))?[- ]negativ\w+", re.IGNORECASE),
        "minimal residual disease negativity",
    ),
)
_FREE_SURVIVAL: Final = re.compile(r"(?<![\w-])[\w-]+[- ]free survival\b", re.IGNORECASE)
_RESPONSE: Final = re.compile(
    r"\b(?:(?:overall|objective|tumou?r|clinical) )+(?:response rates?|responses?)\b|\bresponse rates?\b", re.IGNORECASE
)
_RELATED_NOT: Final = re.compile(r"infusion|immune|infusion-|dose|age|health|disease", re.IGNORECASE)


def read_sentence(page: AnnotatedText, start: int, end: int, registry: ArmRegistry, names: Names) -> Sentence:
    """Collect the items of one sentence; quantities inside the names of concepts and arms are left out."""
    text = page.text[start:end]
    arms = find_arm_mentions(page, start, end, registry, names)
    populations = find_populations(page, start, end)
    concepts = list(_concepts(page, start, end, text))
    items = [*map(_arm, arms), *concepts]
    items += [
        Item(kind="population", start=a, end=b, text=n)
        for a, b, n in populations
        if not any(m.start < b and a < m.end for m in arms)
    ]
    quantities = _outside(find_quantities(text, start), arms, page, start, end)
    absorbed = [(q.start, q.end) for q in quantities if q.kind == "other"]
    items = [i for i in items if i.kind == "population" or not any(a <= i.start and i.end <= b for a, b in absorbed)]
    items += [Item(kind="quantity", start=q.start, end=q.end, quantity=q) for q in quantities]
    for kind, pattern in _WORDS:
        for match in pattern.finditer(text):
            if kind == "related" and _RELATED_NOT.match(match[0]):
                continue
            items.append(Item(kind=kind, start=match.start() + start, end=match.end() + start, text=match[0].lower()))
    items.sort(key=lambda i: (i.start, i.end))
    return Sentence(start, end, text, tuple(items), page.text, registry=registry)


def _arm(mention: ArmMention) -> Item:
    return Item(kind="arm", start=mention.start, end=mention.end, arms=mention.entries)


def _concepts(page: AnnotatedText, start: int, end: int, text: str) -> Iterator[Item]:
    """Endpoints and events: those of the lexicon, and the plain words for survival, response and death."""
    taken: list[tuple[int, int]] = []
    for pattern, name in _PHRASES:
        for match in pattern.finditer(text):
            taken.append((match.start() + start, match.end() + start))
            yield Item(
                kind="endpoint", start=taken[-1][0], end=taken[-1][1], concept=Concept("Endpoint", name), text=match[0]
            )
    risks = list(taken)
    for mention in page.between(start, end):
        concept = _result_concept(mention)
        if concept is not None and not any(a < mention.end and mention.start < b for a, b in risks):
            taken.append((mention.start, mention.end))
            kind: ItemKind = (
                "absorber"
                if _ABSORBING.search(concept.name) or is_exposure(concept.name)
                else "endpoint"
                if concept.kind == "Endpoint"
                else "event"
            )
            yield Item(kind=kind, start=mention.start, end=mention.end, concept=concept, text=mention.text)
    for match in _MEDIAN_OF.finditer(text):
        taken.append((match.start() + start, match.end() + start))
        named = [e.concept for e in load_lexicon().named(match[1]) if e.concept.kind == "Endpoint"]
        yield from (
            Item(kind="endpoint", start=taken[-1][0], end=taken[-1][1], concept=c, text=match[0]) for c in named
        )
        yield Item(kind="statistic", start=taken[-1][0], end=taken[-1][0] + 1, text="median")
    for pattern, name in (
        (_FREE_SURVIVAL, ""),
        (_SURVIVAL, "overall survival"),
        (_RESPONSE, "objective response rate"),
        (_DEATH, "death"),
    ):
        for match in pattern.finditer(text):
            at, to = match.start() + start, match.end() + start
            if all(to <= a or b <= at for a, b in taken):
                taken.append((at, to))
                concept = Concept("Endpoint", name or match[0].lower())
                yield Item(kind="endpoint", start=at, end=to, concept=concept, text=match[0])


def _result_concept(mention: Mention) -> Concept | None:
    """The endpoint or event that a mention is, or may be: hypertension is a disease and an event."""
    if mention.kind == "Disease":
        entries = load_lexicon().named(mention.text)
        return next((e.concept for e in entries if e.concept.kind == "AdverseEvent"), None)
    if (
        isinstance(mention.concept, Concept)
        and mention.kind in {"Endpoint", "AdverseEvent"}
        and mention.concept.name not in _TOO_WIDE
    ):
        return _PLAIN.get(mention.concept.name, mention.concept)
    return None


def _outside(
    found: list[Quantity], arms: list[ArmMention], page: AnnotatedText, start: int, end: int
) -> list[Quantity]:
    """Leave out numbers inside names: `LUX-Lung 3`, `grade`-less codes, drug and arm names, biomarkers."""
    spans = [(m.start, m.end) for m in page.between(start, end)]
    spans += [(a.start, a.end) for a in arms]
    return [
        q
        for q in found
        if q.kind in {"grade", "p", "interval"} or not any(a <= q.start and q.end <= b for a, b in spans)
    ]
