"""Treatments as a text names them: drugs, the drugs of named regimens, and classes that stand for an arm.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ....ontology.facts import Concept, Regimen
from ....ontology.lexicon import load_lexicon
from ...annotated import AnnotatedText
from ...passages import Mention
from ...wordings import Wording
from .classes import all_are
from .examples import classes_with_examples
from .general_care import general_care

Names = Mapping[str, frozenset[Concept]]
UNTREATED: Final = Concept("Drug", "observation")
_CHEMOTHERAPY: Final = Concept("Drug", "chemotherapy")
_PLACEBO: Final = frozenset({Concept("Drug", "placebo")})
_CARE: Final = frozenset({Concept("Drug", "standard of care")})
_SHAM: Final = (_PLACEBO, frozenset({Concept("Drug", "sham")}))
_REAL: Final = re.compile(
    r"\b(?P<real>real|true|active|verum|genuine)\s+(?:or|versus|vs\.?|and)\s+(?:matching\s+)?$", re.IGNORECASE
)
"""`true or sham acupuncture`: of the first kind too, only the last names what it is."""
_OF_WHAT: Final = re.compile(r"(?:[- ](?:matched|matching))?[- ](?:(?:tablets?|capsules?|cream|gel|pills?)\s)?")
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
_CHOICE = re.compile(
    r"\s*(?:(?:treatment|therapy|regimens?)\s+)?(?:of\s+)?(?:the\s+)?(?:[\w-]+\s+){0,3}", re.IGNORECASE
)
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
    (_VEHICLE, ("vehicle",), _PLACEBO),
    (_NOTHING, ("no ", "neither"), frozenset({UNTREATED})),
)
"""What is told by other words than a drug's name: the first group of each pattern; and what such words contain."""
_NONE_OF: Final = Wording(r"\b(?:to|or|versus|vs\.?|v|either|received?|than)\s+no\s+$|\bnon-$", re.IGNORECASE)
_REACH: Final = 40
_GOES_ON: Final = re.compile(r"-[A-Z]{2,5}(?![\w-])")
_CODE: Final = re.compile(r"[A-Z]{2,6}-?\d{3,7}")
_BOTH: Final = Wording(
    r"(?:,|,?\s+or)\s+(?P<both>both(?:\s+(?:agents|drugs|treatments|therapies))?|"
    r"(?:an?|the|their)\s+combination(?: of both(?: \w+)?)?)"
    r"(?=\s*(?:[,.;()]|\bor\b|$))"
)
_MADE_OF: Final = re.compile(
    r"\s*,?\s*(?:(?:regimens?|treatment|therapy)\s+)?(?:(?:using|consisting of|composed of|comprising|with|of)"
    r"\s+(?:[\w-]+\s+){0,2}|[(\[]\s*)",
    re.IGNORECASE,
)
_SPELLED: Final = re.compile(r"\s*,?\s*(?:using|consisting of|composed of|comprising)\s+", re.IGNORECASE)
"""Behind these stands what a treatment is made of, whatever its class."""
_CHOICE_BEHIND: Final = re.compile(r"(?:[^.;()]{0,40}|[^()]{0,200})\bor\b")
_OFFERED: Final = re.compile(
    r"\s+(?:(?:of|between|from|with|therapy|treatment|chemotherapy|monotherapy|single-agent|either|an?|one)\s+){1,6}",
    re.IGNORECASE,
)
_NEXT_OFFERED: Final = re.compile(r",\s+|,?\s+or\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Treatment:
    """A stretch of text that names one treatment, or a combination by its own name."""

    start: int
    end: int
    drugs: frozenset[Concept]


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
            none = _NONE_OF.search(page.text, max(start, mention.start - 20), mention.start) if drugs else None
            at = none.end() - len(none[0].split()[-1]) - 1 if none else _with_class(page.text, before, mention)
            found += [Treatment(at, mention.end, frozenset({UNTREATED}) if none else drugs)] if drugs else []
    found.sort(key=lambda d: d.start)
    found = _merge_placebo(page.text, found)
    found = _merge_offered(page.text, _merge_choice(page.text, found))
    return _with_both(page.text, end, _merge_codes(page.text, _merge_kinds(page.text, found)))


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


def _merge_placebo(text: str, found: list[Treatment]) -> list[Treatment]:
    """`artesunate placebo` and `sham acupuncture` are placebo; `active benztropine placebo` is a drug."""
    merged: list[Treatment] = []
    for treatment in found:
        if merged and merged[-1].drugs in _SHAM and text[merged[-1].end : treatment.start] == " ":
            real = _REAL.search(text, max(0, merged[-1].start - 30), merged[-1].start)
            sham = merged.pop()
            merged += [Treatment(*real.span("real"), treatment.drugs)] if real else []
            merged.append(Treatment(sham.start, treatment.end, sham.drugs))
            continue
        placebo = treatment.drugs == _PLACEBO and merged and merged[-1].drugs.isdisjoint(_PLACEBO)
        active = placebo and text[: merged[-1].start].endswith("active ")
        if placebo and not active and _joins(text, found, merged[-1]):
            merged[-1] = Treatment(merged[-1].start, treatment.end, merged[-1].drugs | _PLACEBO)
        elif placebo and not active and _OF_WHAT.fullmatch(text, merged[-1].end, treatment.start):
            merged[-1] = Treatment(merged[-1].start, treatment.end, _PLACEBO)
        else:
            merged.append(treatment)
    return merged


def _joins(text: str, found: list[Treatment], drug: Treatment) -> bool:
    """`the A-B group … the A-placebo group`: whether dashes join what is given together."""
    if not text.startswith("-", drug.end):
        return False
    others = [t for t in found if t.drugs == drug.drugs and t is not drug and text.startswith("-", t.end)]
    return any(t.start == other.end + 1 and t.drugs != _PLACEBO for other in others for t in found)


def _merge_choice(text: str, found: list[Treatment]) -> list[Treatment]:
    """`chemotherapy of the physician's choice` and `investigator's choice of chemotherapy` are one treatment."""
    merged: list[Treatment] = []
    for drug in found:
        names = {c.name for c in (*drug.drugs, *(merged[-1].drugs if merged else ()))}
        choice = len(names) == 2 and "chemotherapy" in names and any("choice" in n for n in names)
        if merged and choice and _CHOICE.fullmatch(text[merged[-1].end : drug.start]):
            merged[-1] = Treatment(merged[-1].start, drug.end, frozenset({_CHEMOTHERAPY}))
        elif not (
            merged
            and names >= {"chemotherapy"} == {c.name for c in drug.drugs}
            and text[merged[-1].end : drug.start] == " "
        ):
            merged.append(drug)  # what follows a drug at once is its kind: `cisplatin chemotherapy`
    return merged


def _merge_offered(text: str, found: list[Treatment]) -> list[Treatment]:
    """`the investigator's choice of therapy with single-agent A, B, or C` is one treatment, whatever was chosen."""
    merged: list[Treatment] = []
    offering = False
    for drug in found:
        gap = text[merged[-1].end : drug.start] if merged else ""
        chosen = bool(merged) and all("choice" in c.name for c in merged[-1].drugs)
        offered = _OFFERED.fullmatch(gap) and _CHOICE_BEHIND.match(text, drug.end)
        offering = chosen and bool(_NEXT_OFFERED.fullmatch(gap) if offering else offered)
        if offering:
            merged[-1] = Treatment(merged[-1].start, drug.end, merged[-1].drugs)
        else:
            merged.append(drug)
    return merged


def _merge_kinds(text: str, found: list[Treatment]) -> list[Treatment]:
    """`chemotherapy using A and B` and `chemotherapy with A` are A and B, which make up the chemotherapy."""
    merged: list[Treatment] = []
    for treatment in found:
        heads = merged and merged[-1].drugs == frozenset({_CHEMOTHERAPY})
        of_kind = heads and all_are(treatment.drugs, "chemotherapy")
        if (
            (of_kind or (heads and _SPELLED.fullmatch(text, merged[-1].end, treatment.start)))
            and _MADE_OF.fullmatch(text, merged[-1].end, treatment.start)
            and not _CHOICE_BEHIND.match(text, treatment.end)
        ):
            merged[-1] = Treatment(merged[-1].start, treatment.end, treatment.drugs)
        else:
            merged.append(treatment)
    return merged


def _merge_codes(text: str, found: list[Treatment]) -> list[Treatment]:
    """`AB-123/CDE-4567` is one drug with the codes of two makers: the one by which the text calls it more often."""
    merged: list[Treatment] = []
    for drug in found:
        codes = [text[t.start : t.end] for t in (*merged[-1:], drug)]
        beside = merged and text[merged[-1].end : drug.start] == "/"
        if beside and all(_CODE.fullmatch(code) for code in codes):
            drugs = max((drug, merged[-1]), key=lambda t: text.count(text[t.start : t.end])).drugs
            merged[-1] = Treatment(merged[-1].start, drug.end, drugs)
        else:
            merged.append(drug)
    return merged


def _with_both(text: str, end: int, found: list[Treatment]) -> list[Treatment]:
    """`A, B, or both` speaks of A + B too."""
    for i in range(1, len(found)):
        limit = found[i + 1].start if i + 1 < len(found) else end
        both = _BOTH.search(text, found[i].end, min(limit, found[i].end + 60))
        if both:
            together = Treatment(*both.span("both"), found[i - 1].drugs | found[i].drugs)
            return [*found[: i + 1], together, *found[i + 1 :]]
    return found
