"""Names of treatments that no lexicon knows, among alternatives of which one is known: `XY12 cream or placebo`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Container, Iterator
from typing import Final

from ...annotated import AnnotatedText
from ...passages import Sentence
from ...people import PEOPLE
from ...wordings import Wording
from ..allocation.counted import counted_slots
from ..slots import Slot, is_dose, slots_of, without_brackets

_CHOSEN: Final = Wording(
    r"\brandom|\bassigned\b|\ballocated\b|\bplacebo\b|\b(?:given|received|administered|treated with)\s+either\b",
    re.IGNORECASE,
)
_NO_DRUG: Final = re.compile(r"placebos?|vehicle|sham|controls?|no|not|nothing|none|observation|usual", re.IGNORECASE)
_TOKEN: Final = re.compile(r"[\w+/-]+")
_TREATMENTS: Final = frozenset({"Drug", "DrugClass", "Regimen"})
_UNIT: Final = r"(?:mg|g|mcg|[µμ]g|mL|ml|M?IU|MU|U|units?|Gy|[GM]Bq|mCi|%)"
_WHEN: Final = re.compile(r"\b(?:before|after|during|prior to)\b", re.IGNORECASE)
"""What follows tells when, not what: `XY12 before induction of anaesthesia`."""
_FORM: Final = (
    r"(?:creams?|gels?|bars?|emulsion|tablets?|capsules?|infusions?|injections?|solution|ointment|mouthwash|sprays?|"
    r"drops|patch|supplements?|supplementation|treatment|therapy|monotherapy|groups?|arms?|alone|only|regimen|formulation)"
)
_MANNER: Final = (
    r"(?:an?|the|of|one|two|four|single|doses?|oral|daily|weekly|topical|intravenous|subcutaneous|intramuscular|inhaled|"
    r"active|either|(?:per|a|each|every)\s(?:day|week)|"
    r"matching|adjuvant|low-dose|high-dose|supplemental|standardized|body weight|with)"
)
_PURPOSE: Final = re.compile(
    rf"\s\d[\d.,]*\s?{_UNIT}(?!\w).*$|"
    r"(?:^|\s)(?:for|during|in|before|after|prior to|at|until|as|from|over|within|on|via|by|every|per|once|twice|"
    r"three times|daily|weekly|monthly|given|administered|applied|taken)\s.*$|\s(?:daily|weekly)$|"
    r"\s(?:and|or|but|then)$",
    re.DOTALL,
)
_AROUND: Final = re.compile(
    rf"^(?:(?:\d[\d.,]*[\s-]?(?:{_UNIT}|weeks?|months?|days?|years?|cycles?)?(?:/\w+)?|{_MANNER}|{_FORM})\s+)+|\s+{_FORM}$"
)
_NO_NAME: Final = re.compile(
    r"^(?:neo-?|non-?)?adjuvant$|^[\w.]+[- ](?:dose|dense|weekly|daily|monthly|course|term)$|"
    r"^(?:group|arm|regimen|cohort|schedule|dose|level|treatment|therapy|with|without)\b|"
    r"^[cmk]?m\b|^(?:vice[- ]versa|open|laparoscopic|robotic)$|\b(?:order|sequence)$|"
    r"^(?:receiv\w+|given|assigned|allocated|randomi[sz]ed|attend|participate|join|complete|follow|perform|practi[cs]e|walk|watch|listen|wear|continue|discontinue|start|"
    r"same|similar|stop|begin|delay|switch|remain|keep)\b|"
    r"^(?:or|and|than|versus|vs|two|three|four|five|six|eight|ten|twelve)$|^(?:days?|weeks?|months?|years?|hours?|minutes?|cycles?|fractions?|doses?)$|^(?:efficacy|effects?|effectiveness|safety|comparison|sessions?|courses?|use|role)\b|"
    rf"\b(?:it|them|this|that|those|real|true|verum|{PEOPLE})$|\b(?:mg|kg|mL|m2|days?)\b|"
    r"\b(?:first|same|both|one|other|best|early|late|care|surgery|management|procedures?|strateg\w+|follow-up|education|"
    r"exercise|training|massage|drug|active|study|intervention|control|experimental|vaccine|injections?|"
    r"(?:mono)?therapy|treatment|combination|switch|\w+ation|groups?|arms?|agents?|drugs|"
    r"inhibitors?|antibod(?:y|ies)|analog(?:ue)?s?|(?:ant)?agonists?|blockers?|state|product|compound|decline|rates?|scores?|levels?|risk|reduction|progression|pressure|volume|incidence|"
    r"changes?|improvements?|differences?|decreases?|increases?|loss|gain|symptoms?|survival|mortality)$",
    re.IGNORECASE,
)
_DESCRIBES: Final = re.compile(r"[a-z-]+(?:al|ive|ic|ary|ing|ly|ous|ent|ard|ate|(?<!se)ed|er|est)")
"""A single word that more likely says how something is done than what is given."""
_ONE_NAME: Final = re.compile(r"[A-Za-z][\w'/-]+(?: [A-Za-z0-9][\w'-]*){0,2}")


def offered_names(page: AnnotatedText, sentence: Sentence, taken: Container[str]) -> Iterator[str]:
    """Give the unknown alternatives of a sentence; `taken` are names that mean something already."""
    if not _CHOSEN.search(sentence.text):
        return
    slots = [s for s in slots_of(page, sentence) or counted_slots(sentence) if not is_dose(page.text, s)]
    names = [name_in(without_brackets(page.text[a:b])) for a, b in slots]
    known = [_is_known(page, s, name, taken) for s, name in zip(slots, names, strict=True)]
    unknown = [name for name, k in zip(names, known, strict=True) if not k]
    if any(known) and all(unknown):
        yield from unknown


def _is_known(page: AnnotatedText, slot: Slot, name: str, taken: Container[str]) -> bool:
    """Whether an alternative names a treatment, nothing, or something that the document has given a name."""
    when = _WHEN.search(page.text, *slot)
    treated = any(m.kind in _TREATMENTS for m in page.between(slot[0], when.start() if when else slot[1]))
    nothing = any(_NO_DRUG.fullmatch(m[0]) for m in _TOKEN.finditer(page.text, *slot))
    return treated or nothing or any(m[0] in taken for m in _TOKEN.finditer(name))


def name_in(words: str) -> str:
    """The name that a stretch of text holds once doses, forms and purposes are left out; empty where it is no name.

    >>> name_in("500 mg XY12 capsules twice daily for 6 weeks")
    'XY12'
    """
    words = _PURPOSE.sub("", _AROUND.sub("", " ".join(words.split()))).strip(" .,;")
    while (shorter := _AROUND.sub("", words).strip(" .,;-")) != words:
        words = shorter
    named = _ONE_NAME.fullmatch(words) and not _NO_NAME.search(words) and not _DESCRIBES.fullmatch(words)
    return words if named else ""
