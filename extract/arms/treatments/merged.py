"""Which treatments named side by side are one: a placebo of a drug, a choice of chemotherapy, a drug under two codes.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import dataclass
from typing import Final

from ....ontology.facts import Concept
from ...wordings import Wording
from .classes import all_are

PLACEBO: Final = frozenset({Concept("Drug", "placebo")})
_CHEMOTHERAPY: Final = Concept("Drug", "chemotherapy")
_SHAM: Final = (PLACEBO, frozenset({Concept("Drug", "sham")}))
_REAL: Final = re.compile(
    r"\b(?P<real>real|true|active|verum|genuine)\s+(?:or|versus|vs\.?|and)\s+(?:matching\s+)?$", re.IGNORECASE
)
"""`true or sham acupuncture`: of the first kind too, only the last names what it is."""
_OF_WHAT: Final = re.compile(r"(?:[- ](?:matched|matching))?[- ](?:(?:tablets?|capsules?|cream|gel|pills?)\s)?")
_CHOICE: Final = re.compile(
    r"\s*(?:(?:treatment|therapy|regimens?)\s+)?(?:of\s+)?(?:the\s+)?(?:[\w-]+\s+){0,3}", re.IGNORECASE
)
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


def merged(text: str, end: int, found: list[Treatment]) -> list[Treatment]:
    """Make one of what stands side by side and is one treatment; `end` is that of the stretch they are named in."""
    found = _merge_offered(text, _merge_choice(text, _merge_placebo(text, found)))
    return _with_both(text, end, _merge_codes(text, _merge_kinds(text, found)))


def _merge_placebo(text: str, found: list[Treatment]) -> list[Treatment]:
    """`artesunate placebo` and `sham acupuncture` are placebo; `active benztropine placebo` is a drug."""
    together: list[Treatment] = []
    for treatment in found:
        if together and together[-1].drugs in _SHAM and text[together[-1].end : treatment.start] == " ":
            real = _REAL.search(text, max(0, together[-1].start - 30), together[-1].start)
            sham = together.pop()
            together += [Treatment(*real.span("real"), treatment.drugs)] if real else []
            together.append(Treatment(sham.start, treatment.end, sham.drugs))
            continue
        placebo = treatment.drugs == PLACEBO and together and together[-1].drugs.isdisjoint(PLACEBO)
        active = placebo and text[: together[-1].start].endswith("active ")
        if placebo and not active and _joins(text, found, together[-1]):
            together[-1] = Treatment(together[-1].start, treatment.end, together[-1].drugs | PLACEBO)
        elif placebo and not active and _OF_WHAT.fullmatch(text, together[-1].end, treatment.start):
            together[-1] = Treatment(together[-1].start, treatment.end, PLACEBO)
        else:
            together.append(treatment)
    return together


def _joins(text: str, found: list[Treatment], drug: Treatment) -> bool:
    """`the A-B group … the A-placebo group`: whether dashes join what is given together."""
    if not text.startswith("-", drug.end):
        return False
    others = [t for t in found if t.drugs == drug.drugs and t is not drug and text.startswith("-", t.end)]
    return any(t.start == other.end + 1 and t.drugs != PLACEBO for other in others for t in found)


def _merge_choice(text: str, found: list[Treatment]) -> list[Treatment]:
    """`chemotherapy of the physician's choice` and `investigator's choice of chemotherapy` are one treatment."""
    together: list[Treatment] = []
    for drug in found:
        names = {c.name for c in (*drug.drugs, *(together[-1].drugs if together else ()))}
        choice = len(names) == 2 and "chemotherapy" in names and any("choice" in n for n in names)
        if together and choice and _CHOICE.fullmatch(text[together[-1].end : drug.start]):
            together[-1] = Treatment(together[-1].start, drug.end, frozenset({_CHEMOTHERAPY}))
        elif not (
            together
            and names >= {"chemotherapy"} == {c.name for c in drug.drugs}
            and text[together[-1].end : drug.start] == " "
        ):
            together.append(drug)  # what follows a drug at once is its kind: `cisplatin chemotherapy`
    return together


def _merge_offered(text: str, found: list[Treatment]) -> list[Treatment]:
    """`the investigator's choice of therapy with single-agent A, B, or C` is one treatment, whatever was chosen."""
    together: list[Treatment] = []
    offering = False
    for drug in found:
        gap = text[together[-1].end : drug.start] if together else ""
        chosen = bool(together) and all("choice" in c.name for c in together[-1].drugs)
        offered = _OFFERED.fullmatch(gap) and _CHOICE_BEHIND.match(text, drug.end)
        offering = chosen and bool(_NEXT_OFFERED.fullmatch(gap) if offering else offered)
        if offering:
            together[-1] = Treatment(together[-1].start, drug.end, together[-1].drugs)
        else:
            together.append(drug)
    return together


def _merge_kinds(text: str, found: list[Treatment]) -> list[Treatment]:
    """`chemotherapy using A and B` and `chemotherapy with A` are A and B, which make up the chemotherapy."""
    together: list[Treatment] = []
    for treatment in found:
        heads = together and together[-1].drugs == frozenset({_CHEMOTHERAPY})
        of_kind = heads and all_are(treatment.drugs, "chemotherapy")
        if (
            (of_kind or (heads and _SPELLED.fullmatch(text, together[-1].end, treatment.start)))
            and _MADE_OF.fullmatch(text, together[-1].end, treatment.start)
            and not _CHOICE_BEHIND.match(text, treatment.end)
        ):
            together[-1] = Treatment(together[-1].start, treatment.end, treatment.drugs)
        else:
            together.append(treatment)
    return together


def _merge_codes(text: str, found: list[Treatment]) -> list[Treatment]:
    """`AB-123/CDE-4567` is one drug with the codes of two makers: the one by which the text calls it more often."""
    together: list[Treatment] = []
    for drug in found:
        codes = [text[t.start : t.end] for t in (*together[-1:], drug)]
        beside = together and text[together[-1].end : drug.start] == "/"
        if beside and all(_CODE.fullmatch(code) for code in codes):
            drugs = max((drug, together[-1]), key=lambda t: text.count(text[t.start : t.end])).drugs
            together[-1] = Treatment(together[-1].start, drug.end, drugs)
        else:
            together.append(drug)
    return together


def _with_both(text: str, end: int, found: list[Treatment]) -> list[Treatment]:
    """`A, B, or both` speaks of A + B too."""
    for i in range(1, len(found)):
        limit = found[i + 1].start if i + 1 < len(found) else end
        both = _BOTH.search(text, found[i].end, min(limit, found[i].end + 60))
        if both:
            pair = Treatment(*both.span("both"), found[i - 1].drugs | found[i].drugs)
            return [*found[: i + 1], pair, *found[i + 1 :]]
    return found
