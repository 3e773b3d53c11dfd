"""Treatments as a text names them: drugs, the drugs of named regimens, and classes that stand for an arm.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from ....ontology.facts import Concept, Regimen
from ....ontology.lexicon import load_lexicon
from ...annotated import AnnotatedText
from ...passages import Mention
from ...wordings import Wording
from .boosted import with_boosters
from .examples import classes_with_examples
from .general_care import general_care
from .merged import PLACEBO, Treatment, merged

Names = Mapping[str, frozenset[Concept]]
UNTREATED: Final = Concept("Drug", "observation")
_CARE: Final = frozenset({Concept("Drug", "standard of care")})
_ARM_CLASSES: Final = re.compile(
    r"chemotherapy|endocrine therapy|hormon|standard|choice|supportive care|chemoradi|placebo|colony-stimulating"
)
_CONTROLLED = re.compile(
    r"[- ](?:controlled|blind(?:ed)?)\b|-(?:expressing|secreting|producing|encoding)\b|\s+(?:study|trial)\b|"
    r"[- ]?(?:\([^()]*\)|\))?[- ]?receptor",
    re.IGNORECASE,
)
_EACH: Final = re.compile(r"\b(?:per|each|every) $")
_CYCLE: Final = re.compile(r"\s+(?:cycle|course|session)\b")
"""`A per chemotherapy cycle`: what the cycle is of is given with every arm."""
_NOTHING: Final = re.compile(
    r"(?:\b(?:to|or|versus|vs\.?|v|receive|received|either|with|than)\s+|,\s*(?:and\s+)?|[(:]\s*)"
    r"(?P<none>neither(?=\s*[.,;)]|$)|no\s+(?:(?:adjuvant|further|additional|systemic|maintenance|endocrine|hormonal|active|specific|"
    r"postoperative|preoperative|immediate|concurrent|consolidation|prophylactic)\s+)*"
    r"(?:treatment|therapy|chemotherapy|radiotherapy|intervention|prophylaxis|maintenance|consolidation|medication|"
    r"supplements?|supplementation|drugs?|vaccine|vaccination|injections?|premedication)"
    r"(?![\w-])(?!\s+(?:effect|difference|response|delay|interaction)))",
    re.IGNORECASE,
)
_VEHICLE: Final = re.compile(
    r"(?:\b(?:to|or|versus|vs\.?|and|with|of|its|the|than)\s+|[,(:]\s*)(?P<vehicle>(?:inactive\s+)?vehicle)\b"
    r"(?![- ](?:controlled|exhaust|crash|accident|collision|traffic|driver|use))",
    re.IGNORECASE,
)
"""What a topical drug is set against: the cream or gel without it."""
_USUAL_CARE: Final = re.compile(
    r"(?:\b(?:to|or|versus|vs\.?|and|receive|received|either|with|than)\s+|,\s*)"
    r"(?P<care>(?:routine|usual|standard|conventional)\s+(?:(?!of\b|supportive\b|palliative\b)[a-z-]+\s+){1,2}care)\b",
    re.IGNORECASE,
)
"""`routine wound care`: the care that is usual where the trial was held."""
SALINE: Final = frozenset({Concept("Drug", "sodium chloride 0.9%")})
_WATCHED: Final = re.compile(r"\b(?:followed by|after|during)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
_FOR_A_TIME: Final = re.compile(r"\s+(?:period|phase|window|time)\b")
"""`followed by a 12-week observation`, `the observation period`: when patients were watched, not what was given."""
_LACKED: Final = Wording(
    r"(?<!compared )(?<!combined )\bwith no (?:(?:other|further|additional|concomitant) )?$", re.IGNORECASE
)
"""`A for 12 weeks with no dietary intervention`: what nobody is given."""
_DISSOLVED: Final = re.compile(
    r"(?<!received )(?<!given )\b(?:in|(?:added|diluted|made up|dissolved|mixed)\s(?:to|in|with|into))\s+"
    r"(?:\d[\d.,]*\s?(?:mL|cc|L)?\s+(?:of\s+)?)?(?:0\.9\s?%\s+)?$",
    re.IGNORECASE,
)
"""`0.15 mg/kg in 3 mL saline`: what a drug is dissolved in is no treatment."""
_WITHOUT_DRUGS: Final = (
    (_USUAL_CARE, (" care",), _CARE),
    (_VEHICLE, ("vehicle",), PLACEBO),
    (_NOTHING, ("no ", "neither"), frozenset({UNTREATED})),
)
"""What is told by other words than a drug's name: the first group of each pattern; and what such words contain."""
_NONE_OF: Final = Wording(
    r"\b(?:(?:to|or|versus|vs\.?|v|either|received?|than)|(?:group|arm)\s\w{1,3}[,:])\s+no\s+$|\bnon-$", re.IGNORECASE
)
_REACH: Final = 40
_GOES_ON: Final = re.compile(r"-[A-Z]{2,5}(?![\w-])")


def treatments_in(page: AnnotatedText, start: int, end: int, names: Names) -> list[Treatment]:
    """The mentions between two offsets that can stand in a regimen, in order; `names` are the document's own."""
    found: list[Treatment] = []
    text = page.text[start:end]
    if own := [name for name in names if name in text]:
        spelled = "|".join(map(re.escape, sorted(own, key=len, reverse=True)))
        pattern = re.compile(rf"(?<![\w+/-])(?:{spelled})(?!\w|\+(?![A-Za-z])|-\w)")
        longer = [m for m in page.between(start, end) if isinstance(m.concept, Regimen)]
        found = [
            Treatment(m.start(), m.end(), names[m[0]])
            for m in pattern.finditer(page.text, start, end)
            if not any(r.start <= m.start() and m.end() <= r.end and r.text != m[0] for r in longer)
        ]
    words = text.lower()
    for pattern, needed, drugs in _WITHOUT_DRUGS:
        if any(word in words for word in needed):
            told = pattern.finditer(page.text, max(0, start - 12), end)
            found += [Treatment(*m.span(1), drugs) for m in told if m.start(1) >= start]
    mentions = page.between(start, end)
    found += [Treatment(*told) for told in classes_with_examples(page, start, end)]
    for at, to, kind in general_care(page.text, start, end):
        if not any(m.start < to and at < m.end for m in (*mentions, *found)):
            found.append(Treatment(at, to, frozenset({kind})))
    for before, mention in zip([None, *mentions], mentions, strict=False):
        if all(mention.end <= d.start or d.end <= mention.start for d in found) and not _describes(page.text, mention):
            drugs = _given(mention.concept)
            if _is_no_treatment(page.text, start, mention, drugs) or _is_of_longer_name(page.text, mention, mentions):
                continue
            if drugs == _CARE and any(t.start == mention.end + 1 for t in (*found, *mentions)):
                continue  # standard-of-care A
            if mention.text.lower() == "radiation" and _names_event(mention, mentions):
                continue
            denied = drugs or mention.kind == "DrugClass"
            none = _NONE_OF.search(page.text, max(start, mention.start - 20), mention.start) if denied else None
            at = none.end() - len(none[0].split()[-1]) - 1 if none else _with_class(page.text, before, mention)
            found += [Treatment(at, mention.end, frozenset({UNTREATED}) if none else drugs)] if drugs or none else []
    found.sort(key=lambda d: d.start)
    found = with_boosters(page.text, found) if "boosted" in text or "/" in text else found
    return merged(page.text, end, found)


def _describes(text: str, mention: Mention) -> bool:
    """Whether a name only describes a trial, a receptor, or how often something else is given."""
    per = _CYCLE.match(text, mention.end) and _EACH.search(text, max(0, mention.start - 6), mention.start)
    return bool(per or _CONTROLLED.match(text, mention.end))


def _is_no_treatment(text: str, start: int, mention: Mention, drugs: frozenset[Concept]) -> bool:
    """Whether it is what nobody is given, or saline in which a drug is dissolved, or a time of observation."""
    reach = max(start, mention.start - _REACH)
    if _LACKED.search(text, reach, mention.start):
        return True
    if drugs == SALINE:
        return bool(_DISSOLVED.search(text, reach, mention.start))
    watched = drugs == frozenset({UNTREATED}) and mention.text.lower() == "observation"
    return watched and bool(_WATCHED.search(text, reach, mention.start) or _FOR_A_TIME.match(text, mention.end))


def _is_of_longer_name(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a regimen only begins a name that goes on with something unknown: `CHOP-RIT`."""
    goes_on = mention.text.isupper() and _GOES_ON.match(text, mention.end)
    return bool(goes_on) and not any(m.start == mention.end + 1 for m in mentions)


def _names_event(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """`radiation myelitis`: whether a treatment only says what an event came of."""
    return any(m.kind == "AdverseEvent" and m.start == mention.end + 1 for m in mentions)


def _with_class(text: str, before: Mention | None, mention: Mention) -> int:
    """Where a drug begins that stands behind its class: `the beta blocker metoprolol`."""
    of_class = before and before.kind == "DrugClass" and text[before.end : mention.start] == " "
    return before.start if before and of_class and not _given(before.concept) else mention.start


@lru_cache(maxsize=4096)
def _given(concept: Concept | Regimen) -> frozenset[Concept]:
    """What a mention adds to a regimen: a drug, the drugs of a named regimen, or a class that stands for an arm."""
    if isinstance(concept, Regimen):
        return frozenset(concept.components)
    if concept.name == "no treatment":
        return frozenset({UNTREATED})
    first, plus, rest = concept.name.partition(" plus ")
    if plus and load_lexicon().entry(partner := Concept("Drug", first)):  # what `A-CT` is short for
        return frozenset({partner}) | _given(Concept("Drug", rest))
    if concept.name.endswith(" radiotherapy"):
        return frozenset({Concept("Drug", "radiotherapy")})
    if concept.kind == "Drug" and not concept.name.endswith(" chemotherapy"):
        return _parts_of(concept) or frozenset({concept})
    if concept.kind in {"Drug", "DrugClass"} and _ARM_CLASSES.search(concept.name):
        name = "chemotherapy" if concept.name.endswith(" chemotherapy") else concept.name
        return frozenset({Concept("Drug", name)})
    return frozenset()


def _parts_of(combination: Concept) -> frozenset[Concept]:
    """The drugs of a fixed combination that is named after them: `sofosbuvir-velpatasvir`."""
    parts = [Concept("Drug", name) for name in combination.name.split("-")]
    known = len(parts) > 1 and all(load_lexicon().entry(part) for part in parts)
    return frozenset(parts) if known else frozenset()
