"""Doses of drugs: amount, unit, route and schedule.

Offsets are those of the spaCy `Doc`'s text: zero-based, half-open, in code points.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from spacy.tokens import Doc

from ...ontology.facts import Claim, Concept, Dosage, Regimen, Trial
from ...ontology.lexicon import load_lexicon
from ..candidates import Candidate
from ..passages import Mention, Sentence, sentences_of
from ..trials import Trials
from .lists import AFTER_SLASH, amounts_of, in_turn, listed_before
from .strengths import strengths_in
from .terms import (
    DOSE,
    FURTHER_DOSES,
    NEXT_TO_DRUG,
    ROUTES,
    SCHEDULE,
    SHORT_NAME,
    SHORT_NAMES,
    may_stand_between,
    unit_of,
)

_LONGEST_SCHEDULE = 120
_NOT_GIVEN = re.compile(
    r"(?i)\b(?:intensit\w+|cumulative|tolerated\s+dose|(?<!dose )levels?(?!\s\d)|"
    r"creatinine|equivalent\w*|increases?\s+to|increas\w+\s+of|reduc\w+\s+(?:to|by|of)|"
    r"difference\s+of|clearance|concentrations?|exposure\w*|more\s+than|less\s+than|≥|<=|>=)\W*(?:\w+\W+){0,3}$|"
    r"(?:±|\+/-)\s*$|\b(?:observed|seen|found|noted|detected|occurred|placebo|controls?|significant)\s+at\s+(?:an?\s+)?"
    r"(?:[\w-]+\s+){0,2}doses?\s+of\W*$"
)
_DEFINED = re.compile(r"\b(?:is|are|was|were)\s+defined\s+as\b")
"""`dependence was defined as use of A (10 mg)`: what patients took before."""
_TESTED = re.compile(r"\s(?:versus|vs\.?)\s\d[\d.]*\s?(?:mg|g|mcg|[µμ]g)\b[^()]{0,20}[;,]\s?[Pp]\s?[=<]")
"""`(12 mg vs 26 mg; P = 0.01)`: amounts that came out, of something."""
_RAISED = re.compile(
    r"\b(?:(?:which|and)\s+)?(?:was|were)\s+(?:then\s+|subsequently\s+|gradually\s+)?(?:increased|escalated|titrated|raised)(?=\s+to\b)"
)
"""`200 mg, which was increased to 400 mg`: a further dose of the same drug."""
_PLUS = re.compile(r"(?:\+|\bplus|\band)\s*$")
_RADIATION = re.compile(r"radiotherapy|radiation|irradiation")
_NO_SUBSTANCE = re.compile(r"(?:placebo|therap(?:y|ies)|surgery|care|choice|sham|observation)$")
_DOSED_CLASSES: dict[Concept | Regimen, Concept] = {
    Concept("DrugClass", name): Concept("Drug", name)
    for name in (
        "interferon",
        "granulocyte colony-stimulating factor",
        "granulocyte-macrophage colony-stimulating factor",
        "low-molecular-weight heparin",
    )
}
"""Kinds of drugs by whose name alone a dose is told: `5 µg/kg of G-CSF`."""
_RECURRING = re.compile(r"(?:every\s+(?:\w+\s+)?(?:day|week|month)s?|\bq\s?\d+\s?\w*)\b")
"""The part of a schedule that holds for all drugs of a cycle; days and times a day are each drug's own."""

_SIDE_BY_SIDE = re.compile(r"\s*(?:,|,?\s*(?:or|and))\s*")
_ALTERNATIVE = re.compile(r"^.*\d\s?(?:mg|g|mcg|[µμ]g|IU|U|units?)\b.*\b(?:or|versus|vs)\b", re.DOTALL)
"""`9 mg subcutaneously or B 40 mg`: the route before a choice is of what stands there with its dose."""
_OTHER_DOSE = re.compile(r"\s*\((?:or\s+)?\d+\s?mg\s[^()]{3,60}\)")
"""`A 40 mg (20 mg for patients older than 75 years) weekly`: the schedule is of both."""
_OWN_TIME = re.compile(r"[;.()]|\b(?:then|versus|plus|baseline|loading|initial\w*|first)\b|\b(?:week|day|month)s?\s+\d")
"""What keeps the schedule of the next dose from being that of the one before: `640 mg at week 0, 320 mg weekly`."""


@dataclass(frozen=True, slots=True)
class _Dose:
    """A dose and the drug that it is of; the places of both."""

    start: int
    end: int
    drug: Mention
    amount: Decimal
    unit: str
    route: str
    schedule: str


def read_dosages(doc: Doc, trials: Trials) -> Iterator[Candidate]:
    """Read the doses that a document gives; of several places that give the same dose, the one that tells most."""
    best: dict[tuple[Trial, Concept, Decimal, str, str], Candidate] = {}
    for sentence in sentences_of(doc):
        doses = _share_schedules(_unshared(list(_doses(sentence)), sentence), sentence)
        doses += _strengths(sentence)
        for dose in doses:
            candidate = _candidate(dose, trials.at(dose.start))
            claim = candidate.claim
            if isinstance(claim, Dosage) and claim.trial is not None:
                key = claim.trial, claim.drug, claim.amount, claim.unit, _told_apart(dose, doses)
                if key not in best or _detail(candidate) > _detail(best[key]):
                    best[key] = candidate
    told = [c for c in best.values() if not _is_short_for(c.claim, best)]
    yield from sorted(told, key=lambda candidate: candidate.start)


def _is_short_for(claim: Claim, told: Mapping[tuple[Trial, Concept, Decimal, str, str], Candidate]) -> bool:
    """Whether a dose is another without its denominator: `the 2-mg dose` of a drug given at 2 mg/kg."""
    assert isinstance(claim, Dosage)
    longer = (k for k in told if k[1:3] == (claim.drug, claim.amount))
    return any(unit.startswith(f"{claim.unit}/") for _, _, _, unit, _ in longer)


def _told_apart(dose: _Dose, doses: list[_Dose]) -> str:
    """Give the schedule of a dose that the same sentence gives on another schedule too; else nothing."""
    same = {
        d.schedule for d in doses if (d.drug.concept, d.amount, d.unit) == (dose.drug.concept, dose.amount, dose.unit)
    }
    return dose.schedule if len(same) > 1 and "" not in same else ""


def _candidate(dose: _Dose, trial: Trial) -> Candidate:
    concept = dose.drug.concept
    assert isinstance(concept, Concept)
    claim = Dosage(
        drug=concept, amount=dose.amount, unit=dose.unit, trial=trial, route=dose.route, schedule=dose.schedule
    )
    start, end = min(dose.start, dose.drug.start), max(dose.end, dose.drug.end)
    return Candidate(claim=claim, start=start, end=end, rule="dosage")


def _detail(candidate: Candidate) -> tuple[bool, int]:
    claim = candidate.claim
    return (bool(claim.route), len(claim.schedule)) if isinstance(claim, Dosage) else (False, 0)


def _doses(sentence: Sentence) -> Iterator[_Dose]:
    """Pair each dose of a sentence with its drug: the one right before or after, or that of the dose before it."""
    drugs = _drugs(sentence)
    last: _Dose | None = None
    for match in DOSE.finditer(sentence.text):
        listed = listed_before(sentence, drugs, match)
        first = listed.start() if listed else match.start()
        start, end = sentence.start + first, sentence.start + match.end()
        untold = _NOT_GIVEN.search(sentence.text, max(0, first - 60), first) or _DEFINED.search(sentence.text, 0, first)
        if untold or _TESTED.match(sentence.text, match.end()):
            continue
        drug = _drug_of(sentence, drugs, start, end) or _continued(sentence, drugs, last, start)
        if drug is None or _is_radiation(drug) != (match["mass"] == "Gy"):
            continue
        if paired := in_turn(sentence, drugs, match):
            yield from (_Dose(*span, drug, amount, unit_of(match), "", "") for span, drug, amount in paired)
            continue
        if listed is None and AFTER_SLASH.search(sentence.text, max(0, match.start() - 2), match.start()):
            continue  # `FEC 500/100/500 mg/m2`: of which drug?
        schedule, stop = _schedule(sentence, match)
        route = _route(sentence, drug, start, stop)
        for amount in amounts_of(listed, match):
            last = _Dose(start, stop, drug, amount, unit_of(match), route, schedule)
            yield last


def _strengths(sentence: Sentence) -> Iterator[_Dose]:
    """Doses told by how strong a solution or an ointment is."""
    for match, drug, stop in strengths_in(sentence, _drugs(sentence)) if "%" in sentence.text else ():
        found = SCHEDULE.match(sentence.text, stop - sentence.start)
        schedule = " ".join(found["schedule"].split()) if found else ""
        yield _Dose(sentence.start + match.start(), stop, drug, Decimal(match["amount"]), "%", "", schedule)


def _drugs(sentence: Sentence) -> list[Mention]:
    """Find what doses can be of: substances, radiotherapy, and abbreviations that only a dose makes a drug of."""
    named = [m for m in sentence.of("Drug") if _is_substance(m.concept) or _is_radiation(m)]
    named += [replace(m, concept=told) for m in sentence.of("DrugClass") if (told := _DOSED_CLASSES.get(m.concept))]
    for match in SHORT_NAME.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if not any(m.start < end and start < m.end for m in named):
            known = [e.concept for e in load_lexicon().named(SHORT_NAMES[match[0]]) if e.concept.kind == "Drug"]
            named += [Mention(start, end, match[0], concept) for concept in known[:1]]
    return sorted(named, key=lambda m: m.start)


def _is_radiation(mention: Mention) -> bool:
    return isinstance(mention.concept, Concept) and _RADIATION.search(mention.concept.name) is not None


def _unshared(doses: list[_Dose], sentence: Sentence) -> list[_Dose]:
    """Leave out the dose after a pair whose last drug has another one: `A + B 9 mg and 7 mg of B`, not 9 mg of B."""

    def elsewhere(dose: _Dose) -> bool:
        others = (o for o in doses if (o.drug.concept, o.unit) == (dose.drug.concept, dose.unit))
        return any(dose.end <= o.start < o.drug.start and o.amount != dose.amount for o in others)

    def follows_another(dose: _Dose) -> bool:
        place = dose.drug.start - sentence.start
        return _PLUS.search(sentence.text[max(0, place - 8) : place]) is not None

    return [dose for dose in doses if not (follows_another(dose) and elsewhere(dose))]


def _is_substance(concept: Concept | Regimen) -> bool:
    """Whether a dose can be of it: not of chemotherapy, a class, or a placebo."""
    if not isinstance(concept, Concept) or _NO_SUBSTANCE.search(concept.name):
        return False
    return load_lexicon().entry(Concept("DrugClass", concept.name)) is None


def _drug_of(sentence: Sentence, drugs: list[Mention], start: int, end: int) -> Mention | None:
    def gap(from_: int, to: int) -> str:
        return sentence.text[from_ - sentence.start : to - sentence.start]

    nearest = [d for d in drugs if d.end <= start and not DOSE.search(gap(d.end, start))]
    before = [d for d in nearest if may_stand_between(gap(d.end, start))]
    if glued := _glued(sentence, end):
        return glued
    after = [d for d in drugs if d.start >= end and NEXT_TO_DRUG.fullmatch(FURTHER_DOSES.sub("", gap(end, d.start)))]
    if after and (not before or re.search(r"[,;]|\b(?:and|or|with|receiv\w+)\b", gap(before[-1].end, start))):
        return after[0]
    return before[-1] if before else None


def _glued(sentence: Sentence, end: int) -> Mention | None:
    """Find a drug whose blank before it was lost: `100 mg m−2cisplatin`."""
    word = re.compile(r"[A-Za-z]{4,}(?:-[A-Za-z]+)*").match(sentence.text, end - sentence.start)
    for entry in load_lexicon().named(word[0]) if word else ():
        if entry.concept.kind == "Drug" and word and _is_substance(entry.concept):
            return Mention(end, sentence.start + word.end(), word[0], entry.concept)
    return None


def _continued(sentence: Sentence, drugs: list[Mention], last: _Dose | None, start: int) -> Mention | None:
    """Find whether it is a further dose of the drug before: `8 mg/kg first, then 6 mg/kg`."""
    if last is None or start - last.end > 90 or any(last.end <= d.start < start for d in drugs):
        return None
    between = _RAISED.sub("", sentence.text[last.end - sentence.start : start - sentence.start])
    linked = re.search(r"\b(?:then|or|and|to|after|maintenance|followed by)\b|[;,(]", between)
    between = between.rpartition(")")[2] if re.match(r"[^()]*\)", between) else between
    return last.drug if linked and may_stand_between(re.sub(r"\barm \w\b", "", between)) else None


def _schedule(sentence: Sentence, match: re.Match[str]) -> tuple[str, int]:
    """Read the schedule after a dose, as written, and where the words of the dose end."""
    other = _OTHER_DOSE.match(sentence.text, match.end())
    found = SCHEDULE.match(sentence.text, (other or match).end())
    daily = "daily" if match["daily"] else ""
    if not found:
        return daily, sentence.start + match.end()
    text = " ".join(found["schedule"].split())
    written = ", ".join(filter(None, (daily, text)))
    return written[:_LONGEST_SCHEDULE].rstrip(" ,("), sentence.start + (match if other else found).end()


def _route(sentence: Sentence, drug: Mention, start: int, end: int) -> str:
    """Read the route named after the dose, or else right before the drug; empty where there are two."""
    first = min(drug.start, start) - sentence.start
    after = re.split(r"[;,)]|\b(?:and|or|with|versus|vs|plus|than|followed)\b", sentence.text[end - sentence.start :])[
        0
    ][:22]
    given = sentence.text[max(drug.end, start) - sentence.start : end - sentence.start] if drug.end <= start else ""
    tablets = sentence.text[drug.end - sentence.start : max(0, start - sentence.start)]
    before = _ALTERNATIVE.sub("", sentence.text[max(0, first - 40) : first])
    before = re.split(r"[,;(]|\bplus\b|\bthen\b|\band\b|\bmg\b", before)[-1]
    within = sentence.text[end - sentence.start : drug.start - sentence.start] if end <= drug.start else ""
    for words in (given + after, tablets, before + within):
        named = [name for name, pattern in ROUTES if pattern.search(words)]
        if named:
            return named[0] if len(named) == 1 else ""
    return ""


def _share_schedules(doses: list[_Dose], sentence: Sentence) -> list[_Dose]:
    """Give a dose without a schedule the cycle of the next one in its list: `A 2 mg/kg or B 75 mg/m2 every 3 weeks`.

    Amounts of one drug share all that is told behind the last: `A 50 mg, 100 mg or 200 mg orally twice daily`.
    """
    for i in range(len(doses) - 2, -1, -1):
        dose, following = doses[i], doses[i + 1]
        between = sentence.text[dose.end - sentence.start : following.start - sentence.start]
        joined = len(between) < 70 and not _OWN_TIME.search(between)
        recurring = _RECURRING.search(following.schedule)
        if not dose.schedule and dose.drug is following.drug and _SIDE_BY_SIDE.fullmatch(between):
            doses[i] = replace(dose, schedule=following.schedule, route=dose.route or following.route)
        elif not dose.schedule and joined and recurring:
            doses[i] = replace(dose, schedule=recurring[0])
    for i, (dose, other) in enumerate(pairwise(doses), 1):
        opened = sentence.text[dose.end - sentence.start : other.start - sentence.start].strip() in {"(", "(or"}
        if opened and not other.schedule and other.drug is dose.drug:  # A 40 mg (20 mg for the elderly) weekly
            doses[i] = replace(other, schedule=dose.schedule)
    return doses
