"""Treatments that a text names beside those it compares: earlier ones, those of all patients, causes of harm.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...wordings import Wording
from ..treatments.regimens import Expression

_EARLIER: Final = Wording(
    r"(?:previous(?:ly)?|prior|after|refractory to|pretreated with|failure of|following|had received|exposed to|"
    r"progressed on|except|(?:previous|prior)[^.;()]{0,60} including)(?: \w+){0,4} $"
)
_PREPARED: Final = re.compile(
    r"(?:\blympho-?deplet\w+|\b(?:after|following|before)\b[^.;]{0,40}\bconditioning|\bbridging)\b[^.;,]{0,50}\s$"
)
"""`lymphodepletion with A`: what prepares patients for the treatment."""
_OR_PLACEBO: Final = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:or|and|versus|vs\.?)\s(?:(?:an?|the|matching)\s)?placebo\b")
"""`after ingestion of A or placebo`: no earlier treatment."""
_ALLOCATED: Final = re.compile(r"random|assign|to receive")
_DESCRIBED: Final = re.compile(
    r"[- ](?:containing|pre-?treated|resistant|refractory|naive|na\u00efve|exposed|treated)|\s+(?:treatment )?failure|"
    r"\s+(?:metabolism|use|levels?|concentrations?|secretion|excretion|clearance|synthesis|uptake)\b"
)
_CAUSE: Final = re.compile(r"[- ](?:induced|related|associated)\b|\s+(?:cardio|neuro|nephro|hepato|oto)?toxicity\b")
_PATIENTS: Final = re.compile(
    r"\b(?:patients?|women|men|adults|children|survivors|people|individuals|participants|subjects|cancers?|carcinoma|"
    r"lymphoma|leuk\w+|disease|tumou?rs?)\b[^.;:()]{0,40}?"
    r"\b(?:receiving|on|treated (?:with|by)|undergoing|given|candidates (?:for|to receive)|eligible (?:for|to receive)|"
    r"scheduled (?:for|to receive)|who (?:were |are )?(?:receiv\w+|underwent|undergo|taking|take|took)|taking)"
    r"(?: [\w-]+){0,3} $"
)
_PLANNED: Final = Wording(
    r"\b(?:scheduled|candidates|eligible|planned|planning) (?:for|to (?:receive|undergo))(?: [\w-]+){0,4} $"
)
"""What patients are to be given before any is told apart."""
_STARTED: Final = Wording(
    r"\b(?:before|after|prior to|following) (?:the )?(?:initiation|start|onset|beginning|administration|infusion) of"
    r"(?: (?!(?:to|receive|either|with|versus|vs)\b)[\w-]+){0,4} $"
)
_DURING: Final = re.compile(
    r"\b(?:(?:before|during|after|using|prior to|day of|hours? before|administration of|concurrent(?:ly)? with|"
    r"courses? of|cycles? of)(?: [\w-]+){0,3}|"
    r"(?:all|both groups?|both arms?|each group)(?: [\w-]+)? (?:also )?receiv\w+(?: [\w-]+){0,2}) $"
)
_MEANWHILE: Final = re.compile(
    r"\b(?:during|throughout|on the days? of|at the (?:time|start|end|beginning) of|concurrent(?:ly)? with) (?:the )?$"
)
"""What stands behind these tells when a treatment is given, not which: `or no supplement during radiotherapy`."""
_PROCEDURE: Final = re.compile(
    r"radiotherapy|chemotherapy|surgery|an(?:a)?esthesia|dialysis|intervention|transplantation$"
)
_OF_PATIENTS: Final = re.compile(r"\s+(?:patients|recipients|units?|cent(?:er|re)s?)\b")
_ACT: Final = re.compile(r"\s+(?:administration|initiation)\b")
_BEFORE, _AFTER = 110, 40
"""Characters around a treatment that tell whose it is."""


def is_background(text: str, expression: Expression) -> bool:
    """Whether drugs were given before, or are named as what a disease resists."""
    before = text[max(0, expression.start - 60) : expression.start].lower()
    after = text[expression.end : expression.end + _AFTER].lower()
    earlier = _EARLIER.search(before) or _PREPARED.search(before)
    compared = _ALLOCATED.search(before) or _OR_PLACEBO.match(after)
    return bool((earlier and not compared) or _DESCRIBED.match(after))


def is_described(text: str, expression: Expression) -> bool:
    """Whether a drug only describes a disease, an effect or a patient: `chemotherapy-resistant`, `X-induced`."""
    after = text[expression.end : expression.end + _AFTER].lower()
    undergone = is_procedure(expression) and _OF_PATIENTS.match(after)
    return bool(undergone or _DESCRIBED.match(after) or _CAUSE.match(text, expression.end))


def is_procedure(expression: Expression) -> bool:
    """Whether no drug is named, but what patients undergo: it may only tell when a drug is given."""
    return all(_PROCEDURE.search(drug.name) for drug in expression.drugs)


def is_common(text: str, expression: Expression, start: int, *, compared: bool) -> bool:
    """Whether drugs are those of all patients, or the cause of what a trial treats: `patients on X`, `X-induced`.

    `compared` where the text sets them against others; `start` is that of the sentence.
    """
    if _CAUSE.match(text, expression.end):
        return True
    before = text[max(start, expression.start - _BEFORE) : expression.start].lower()
    if _PLANNED.search(before) or _STARTED.search(before) or (is_procedure(expression) and _MEANWHILE.search(before)):
        return True
    return not compared and bool(_PATIENTS.search(before) or _DURING.search(before) or _ACT.match(text, expression.end))
