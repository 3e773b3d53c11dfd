"""Sentences whose figures are of patients told apart by a marker: `the mutation was associated with survival`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...wordings import Wording
from ..items import Sentence
from .compared import KINDS, MORE

_TOLD_APART: Final = Wording(
    r"\b(?:associated|correlat(?:ed|es|ing)) with\b|\bpredict(?:ed|s|ive of|ive for)\b|\bprognostic\b"
    rf"|\b{MORE}\b(?:\s[a-z]+){{0,4}}\s(?:in|for|among)\s(?:the\s)?(?:[\w-]+\s){{0,2}}?{KINDS}\b"
    rf"|\b{KINDS}\s(?:[^.;:()]{{2,60}}?\s)?(?:had|showed|experienced|achieved|demonstrated|lived|survived)\s"
    rf"(?:[a-z]+\s){{0,2}}{MORE}\b"
    r"|\b(?:according to|by|between|across)\s(?:[\w-]+\s){0,3}(?:status|stages?|age|sex|gender|genotypes?|subtypes?"
    r"|histology|race|ethnicity|expression|mutations?|alleles?)\b|\bcarriers of\b",
    re.IGNORECASE,
)
_ACTING: Final = re.compile(
    r"treat|therap|combination|regimen|addition|adding|\buse\b|drug|agent|intervention|\barms?\b|group|strategy|schedule"
    r"|dos(?:e|ing)|surg|vaccin|supplement|administ|infusion|inject|transplant|maintenance|prophyla|inhibit|blockade"
    r"|\b(?:it|this|which|that)\b",
    re.IGNORECASE,
)
"""What an arm is given, in whatever words."""


_BETWEEN: Final = Wording(
    rf"\bbetween\s(?:the\s)?(?:[\w-]+\s){{1,3}}and\s(?:the\s)?(?:[\w-]+\s){{1,3}}?(?:{KINDS}|cases)\b",
    re.IGNORECASE,
)
"""`between mutated and wild-type cases`"""
_CONTROL: Final = re.compile(r"\bcontrols?\b", re.IGNORECASE)


def compares_patients(sentence: Sentence, start: int) -> bool:
    """Whether what stands before some figures compares kinds of patients, in whatever arm, and names no arm."""
    told = _TOLD_APART.search(sentence.whole, sentence.start, start) or _between_kinds(sentence, start)
    given = told and sentence.between(sentence.start, start, "arm", "regimen", "treatment")
    return told is not None and not given and not _ACTING.search(sentence.whole, sentence.start, told.start())


def _between_kinds(sentence: Sentence, start: int) -> re.Match[str] | None:
    """Two kinds of patients that some figures are said to be compared between, neither told by its treatment."""
    told = _BETWEEN.search(sentence.whole, sentence.start, start)
    return None if told and (_ACTING.search(told[0]) or _CONTROL.search(told[0])) else told
