"""Sentences that tell no results of the trial: plans and definitions, other studies, what is known of the disease."""

import re
from typing import Final

from ..people import PEOPLE
from ..wordings import Wording
from .figures.conditions import is_parted_by_event
from .items import Sentence

_PLANNED: Final = Wording(
    r"\b(?:(?:to|could) detect|assuming|assumed|considered (?:to be )?(?:statistically |clinically )?"
    r"(?:significant|relevant|meaningful|important)"
    r"|hypothes\w+|null|(?<!\bas )expected|anticipated|ruling out|statistical power|powered to"
    r"|sample size|compensat(?:e|ion) for|allow(?:ing|ance) for|dropout rate of)\b"
    r"|\b(?:our|the|main|primary|study|trial) goals? (?:of (?:the|this|our)|was|were|is|to)\b"
    r"(?! (?:\w+ly )?(?:reached|attained|achieved|met)\b)"
    r"|\bend ?points? (?:included?|were|was) (?:the )?(?:time|incidence|percentage|proportion|rate"
    r"|change)s?\b|"
    r"\b(?:median|mean)(?: \[(?:SD|IQR|range)\]| \((?:SD|IQR|range)\))? age\b|\bbaseline\b.*\bcharacteristics\b"
    r"|\b(?:differ|comparable|similar|balanced|matched)\w*\b[^.;]*\b(?:patients?'?|demographic) characteristics\b"
    r"|%\s*[(\[][^()\[\]]*\bCI\b[^()\[\]]*[)\]]\s+(?:proportional|relative)\s+(?:risk\s+)?(?:reduction|increase)\b"
    r"|\bend ?points? (?:is|are|will be)\b(?! (?:met|reached|shown|summari[sz]ed|presented|given))"
    r"|\bpresent\b[^.;]{0,80}\bat (?:baseline|(?:study )?entry|enrol+ment|inclusion)\b"
    r"|(?<!who )\b(?:were|was) (?:refractory|exposed) to\b"
    r"|(?<!patients with )(?<!pts with )(?<!those with )(?<!-)\b(?:R-)?ISS\b|"
    rf"%\s*(?:of (?:the )?{PEOPLE} )?(?:had|have) (?:received|undergone)\b"
    r"|%\)?\s*of (?:the |all |responding )?(?:GPs|(?:[a-z]+ )?practitioners|physicians|clinicians|doctors|nurses"
    r"|[a-z]*oncologists|[a-z]*surgeons|urologists|pharmacists|hospitals)\b",
    re.IGNORECASE,
)
_ELSEWHERE: Final = Wording(
    r"\s*(?:In|From|As in)\s+(?:an?|the|one|two|three|several)?\s*(?:previous|earlier|prior|other|another"
    r"|historical)\s+"
    r"(?:[\w-]+\s+){0,3}(?:trials?|stud(?:y|ies)|reports?)\b"
    r"|.*\bet al\b|.*\b(?:in|from)\s+(?:an?|our|two|several|other|another|some)\s+(?:[\w-]+\s+)?(?:recent|previous"
    r"|earlier|prior)\s+"
    r"(?:[\w-]+\s+){0,3}(?:trials?|stud(?:y|ies)|reports?)\b"
    r"|\s*(?:A )?[Mm]eta-?analys[ie]s (?:with|of|including) [^.;]{0,60}?\bother\b"
    r"|(?=.*\d\s?%).*\bha(?:ve|s) been (?:reported|described) (?:in|with|for|by|after|among)\b"
    r"|.*\bacross (?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|multiple) (?:[\w-]+\s+){0,3}"
    r"(?:trials|studies)\b",
    re.DOTALL,
)
_CAPTION: Final = re.compile(
    r"\s*(?:(?:Supplement(?:ary|al)|Appendix|Extended Data) )?(?:Table|TABLE|Figure|FIGURE|Fig\.?) "
    r"[A-Z]?\d{1,2}[A-Z]?[.:|]? "
    r"(?!.*\b(?:shows?|showed|lists?|presents?|summari[sz]es?|was|were|is|are|had|occurred|reported)\b)",
    re.DOTALL,
)
_PHASE: Final = r"[Pp]hase[ -](?P<phase>I{1,3}|IV|[1-4])(?![\w/])"
_IN_PHASE: Final = Wording(rf"\bin (?:an?|the) (?:[\w-]+,? ){{0,3}}{_PHASE}(?:,? [\w-]+){{0,3}} (?:trial|study)\b")
_OWN_PHASE: Final = Wording(rf"(?:\A\W*(?:(?!in\b)[\w,-]+ ){{0,12}}?|\b[Tt]his (?:[\w,-]+ ){{0,4}}){_PHASE}")
_ROMAN: Final = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_BASELINE: Final = Wording(
    r"\W*(?:[A-Z]+\W+)?(?:At baseline\b|(?:The )?(?:[Mm]ean|[Mm]edian|[Aa]verage)\s(?:\([^()]*\)\s)?"
    r"(?:baseline\b|age\b|[\w-]+(?:\s[\w-]+)?\sat\s(?:baseline|entry)\b))"
)
_WHO_HAD: Final = re.compile(
    rf"(?:[A-Z][\w-]*|\d[\d.]*)\s?(?:%|percent)?\s(?:\([^()]*\)\s)?(?:of (?:the |all )?{PEOPLE}\s)?had\b"
)
_HAPPENED: Final = re.compile(
    r"\b(?:adverse|toxic\w*|side[ -]effects?|AEs?|grades?|events?|during|after|follow\w*|weeks?|months?"
    r"|treatment|therapy|respon\w+|surviv\w+|died|deaths?|relaps\w+|progress\w+|remission|achieved|developed|experienced)\b",
    re.IGNORECASE,
)
_IS: Final = re.compile(
    r"\b(?:is|are|has|have|will|can|remains?|occurs?|recurs?|relapses?|develops?|dies?|suffers?|experiences?|presents?"
    r"|accounts?|responds?|survives?|progress(?:es)?)\b(?!-)"
)
_WAS: Final = re.compile(r"\b(?:[Ww]e|was|were|had)\b")
_ANNOUNCED: Final = re.compile(
    r"\b(?:[Oo]ur|[Tt]his (?:\S+ ){0,4}(?:study|trial|analysis|report)|objectives?|aims?|purpose|randomi[sz]ed"
    r"|[Rr]esults)\b"
)


def tells_baseline(sentence: Sentence) -> bool:
    """Whether a sentence tells what the patients were like as the trial began: `Mean age was 61 years`."""
    return _BASELINE.match(sentence.text) is not None


def goes_on_describing(sentence: Sentence) -> bool:
    """Whether a sentence behind such a one does so as well: `Thirty percent had diabetes, 12% had pruritus`."""
    described = _WHO_HAD.match(sentence.text) and not _HAPPENED.search(sentence.text)
    return bool(described) and not any(item.kind == "arm" for item in sentence.items)


def tells_no_results(sentence: Sentence) -> bool:
    """Whether a sentence tells of plans, endpoints, patients at baseline or other studies, or heads a table."""
    elsewhere = _PLANNED.search(sentence.text) or _ELSEWHERE.match(sentence.text) or _is_caption(sentence)
    return bool(elsewhere) or is_parted_by_event(sentence) or _of_other_phase(sentence)


def _is_caption(sentence: Sentence) -> bool:
    """Whether a sentence is what a line has behind `Table 3.`, without a verb."""
    line = sentence.whole.rfind("\n", 0, sentence.start) + 1
    return _CAPTION.match(sentence.whole, line, sentence.end) is not None


def _of_other_phase(sentence: Sentence) -> bool:
    """`A prolonged survival in a phase II study. This phase III study …`: told of an earlier trial."""
    told, own = _IN_PHASE.search(sentence.text), _OWN_PHASE.search(sentence.whole)
    return told is not None and own is not None and _number(told["phase"]) != _number(own["phase"])


def _number(phase: str) -> str:
    return _ROMAN.get(phase, phase)


def is_common_knowledge(sentence: Sentence) -> bool:
    """Whether a sentence before the trial's first tells what holds for patients at large, and names no arm.

    `Of all patients, 20% have metastases at diagnosis`; not `The median survival is 9 months with A`.
    """
    if any(item.kind == "arm" for item in sentence.items):
        return False
    return _IS.search(sentence.text) is not None


def begins_trial(sentence: Sentence) -> bool:
    """Whether a document turns to its own trial: `We studied`, `Patients were`; `randomised`, but not in a title."""
    announced = sentence.start > 0 and _ANNOUNCED.search(sentence.text)
    return bool(announced or _WAS.search(sentence.text))
