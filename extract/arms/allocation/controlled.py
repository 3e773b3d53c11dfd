"""Trials said to be controlled by placebo, where no sentence tells of a choice between a drug and it.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...annotated import AnnotatedText
from ...passages import Sentence
from ...trials import Trials
from ...wordings import Wording
from ..treatments.named import Names
from ..treatments.regimens import Expression, find_expressions
from ..treatments.variants import variants_of
from .alternatives import FEWEST
from .background import is_common, is_procedure
from .roles import PLACEBO, PLACEBO_ALONE

_CONTROLLED: Final = Wording(
    r"\bplacebo(?:-|\s)controlled\b[^.;]{0,60}\b(?:trial|study)\b(?! (?:is|are|were|to)\b)|"
    r"\b(?:blind(?:ed)?|masked|random\w+)(?:,|,?\sand)\splacebo(?:-|\s)controlled\b(?=\s*[.,;(])",
    re.IGNORECASE,
)
_TRIAL_OF: Final = Wording(
    r"(?P<placebo>\bplacebo)(?:-|\s)controlled\b[^.;]{0,60}?\b(?:trial|study)\s(?:\([^()]*\)\s)?(?:of|with|"
    r"in which(?=\s(?:the\s)?(?:efficacy|effects?)\b)|evaluating|"
    r"assessing|investigating|examining|testing|to (?:evaluate|assess|investigate|examine|determine|test|study))\s"
    r"(?:(?:the|efficacy|effects?|effectiveness|safety|tolerability|impact|use|oral|intravenous|topical|inhaled|daily|"
    r"weekly|adjunctive|adjuvant|supplemental|and|of)[\s,]+)*",
    re.IGNORECASE,
)
"""`a placebo-controlled trial of the efficacy and safety of`: behind it stands what is set against placebo."""
_AGAINST: Final = Wording(
    r"\b(?:compared|comparison)\s(?:with|to)\s(?:the\s)?placebo\b|\b(?:versus|vs\.?|than)\s(?:the\s|with\s|in\s){0,2}placebo\b|"
    r"\bplacebo(?:-treated)?\s(?:group|arm|recipients|patients)\b",
    re.IGNORECASE,
)
_OFTEN: Final = 2
_BLIND: Final = re.compile(r"\bdouble[- ](?:blind|mask)", re.IGNORECASE)
_TO_COME: Final = re.compile(r"\b(?:future|warranted|needed)\b", re.IGNORECASE)
"""`These results will serve for a future placebo-controlled trial`: it is another one."""
_OPEN: Final = re.compile(r"\b(?:open[- ]label|open design|extension|previous(?:ly)? (?:trial|study))\b", re.IGNORECASE)


def against_placebo(page: AnnotatedText, trials: Trials, single: list[Expression]) -> list[Expression]:
    """The only drug of a trial that is said to be controlled by placebo, and the placebo."""
    if not single or len(single[0].drugs | {PLACEBO_ALONE}) != FEWEST or is_procedure(single[0]):
        return []
    if _OPEN.search(page.sentences[0].text):
        return []
    controlled = [(s, told) for s in _reported(page, trials) if (told := _CONTROLLED.search(s.text))]
    against = [(s, told) for s in _reported(page, trials) for told in _AGAINST.finditer(s.text)]
    if not controlled and (len(against) < _OFTEN or not _is_titled(page, single[0])):
        return []
    sentence, told = (controlled or against)[0]
    at = page.text.lower().index("placebo", sentence.start + told.start())
    return [*single, Expression(at, at + len("placebo"), frozenset({PLACEBO_ALONE}), alternative=True)]


def trial_of_one(page: AnnotatedText, trials: Trials, names: Names) -> list[Expression]:
    """What a trial controlled by placebo is said to be of, in its doses, and the placebo."""
    for sentence in _reported(page, trials):
        told = _TRIAL_OF.search(sentence.text)
        if told is None or _OPEN.search(page.text):
            continue
        at = sentence.start + told.end()
        found = find_expressions(page, at, sentence.end, names)
        if found and found[0].start == at and not any(e.alternative for e in found) and _is_drug(found[0]):
            forms = variants_of(page.text, at, sentence.end, found[0])
            start, end = (sentence.start + place for place in told.span("placebo"))
            return [*(forms or found[:1]), Expression(start, end, frozenset({PLACEBO_ALONE}), alternative=True)]
    return []


def has_placebo(page: AnnotatedText, single: list[Expression]) -> bool:
    """Whether a trial of the drug of its title is double-blind, or sets it against placebo more than once."""
    if not single or not _is_titled(page, single[0]) or _OPEN.search(page.text):
        return False
    told = (
        p
        for p in PLACEBO.finditer(page.text.lower())
        if not page.text.startswith(("-controlled", " controlled"), p.end())
    )
    blind = bool(_BLIND.search(page.text)) and any(told)
    return blind or sum(1 for _ in _AGAINST.finditer(page.text)) >= _OFTEN


def _is_titled(page: AnnotatedText, drug: Expression) -> bool:
    """Whether the title names a drug, and not as what all are given."""
    return drug.start < page.sentences[0].end and not is_common(page.text, drug, 0, compared=False)


def _is_drug(expression: Expression) -> bool:
    return PLACEBO_ALONE not in expression.drugs and not is_procedure(expression)


def _reported(page: AnnotatedText, trials: Trials) -> list[Sentence]:
    told = (s for s in page.sentences if "placebo" in s.text.lower() and not _TO_COME.search(s.text))
    return [s for s in told if trials.at(s.start) in trials.reported]
