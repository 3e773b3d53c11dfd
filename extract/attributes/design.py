"""Phase, design and randomization ratio."""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Trial
from ..candidates import Candidate
from ..number_words import read_count
from ..passages import Sentence
from ..people import PEOPLE
from .page import Page, attribute

_ROMAN: Final = {"I": "1", "II": "2", "III": "3", "IV": "4", "Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4"}
_NUMBER = r"(?:IV|I{1,3}|[1-4Ⅰ-Ⅳ])\s?[abAB]?"
_PHASE = re.compile(
    rf"\b[Pp](?:hase|HASE)[\s-]*(?P<first>{_NUMBER})(?:\s?[/–-]\s?(?P<second>{_NUMBER}))?(?![\w.]*\d|\w)"
)
_NEXT_PHASE: Final = re.compile(
    rf"[^.;:()]{{0,30}}?\band\s(?:[\w-]+\s){{0,2}}?[Pp]hase\s(?P<second>{_NUMBER})(?=\s(?:[\w-]+\s){{0,3}}(?:trial|study)\b)"
)
"""`a phase 1 dose-escalation and randomised phase 2 trial`"""
_STUDY: Final = re.compile(r"\b(?:trial|study)\b")
_OF_OTHERS: Final = re.compile(
    r"\b(?:compar(?:ed|able|es)\s+(?:with|to)|than|similar\s+to|consistent\s+with|unlike|previous(?:ly)?|prior|earlier|other"
    r"|published|historical)\s[^.;]{0,120}$",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"(?:^|\bon\s|\bin\s)(?:two|three|four|five|six|several|many|some)\s(?:[a-z-]+\s){0,3}$", re.IGNORECASE
)
"""`based on five prospective phase II studies`"""
_SEEN_IN: Final = re.compile(r"\b[Ii]n\s+(?:an?|the|one)\s+(?:[\w,-]+\s+){0,4}$")
_SEVERAL: Final = re.compile(r"[^.;,()]{0,60}?\b(?:trials|studies)\b")
_STUDY_FOLLOWS = r"(?=[^.;:()]{0,90}?\b(?:trials?|stud(?:y|ies)|phase|design|comparison|program(?:me)?)\b)"
_BLANK: Final = r"[\s‐‑–-]"
_DESIGNS: Final = tuple(
    (value, re.compile(pattern.replace(r"[\s-]", _BLANK)))
    for value, pattern in (
        ("randomized", rf"(?i)(?<!non-)(?<!not )\brandomi[sz]ed\b{_STUDY_FOLLOWS}"),
        ("randomized", r"(?i)(?<!not )\b(?:randomly\s+(?:assigned|allocated)|randomi[sz]ation)\b"),
        ("randomized", r"(?i)\b(?:were|was)\s+(?:then\s+|further\s+)?randomi[sz]ed\b"),
        (
            "randomized",
            r"(?i)\b(?:enrolled|registered|recruited|entered)\b[^.;]{0,80}?\sand\s(?:then\s)?randomi[sz]ed\s(?:to|between)\b",
        ),
        ("randomized", rf"(?i)\b{PEOPLE}\s+randomi[sz]ed\s+(?:to|between|into)\b"),
        ("randomized", r"(?i)\b(?:assigned|allocated|allotted|chosen)(?:\s+treatment)?\s+at\s+random\b"),
        ("randomized", r"(?i)\b(?:we|(?:trial|study)(?:\s+(?:that|which|(?=\w*\d)\w+))?)\s+randomi[sz]ed\s"),
        ("open-label", rf"(?i)\bopen[\s-]+label(?:led|ed)?\b{_STUDY_FOLLOWS}"),
        (
            "open-label",
            r"(?i)\bopen,?\s+(?=(?:(?!were\b|was\b|surg|lapar)[\w-]+,?\s+){0,3}randomi[sz]ed\b)|,\s+open\s+(?=trial|study)",
        ),
        ("double-blind", rf"(?i)\bdouble[\s-]+(?:blind(?:ed)?|masked)\b{_STUDY_FOLLOWS}"),
        (
            "double-blind",
            r"(?i)\bdouble[\s-]+(?:blind(?:ed)?|masked)\b(?=[^.;:()]{0,60}randomi|\s+(?:treatment|period)\b)",
        ),
        (
            "double-blind",
            r"(?i)\b(?:patients|participants)\b[^.;]{0,60}\b(?:investigators|physicians|clinicians)\b[^.;]{0,60}\b"
            r"(?:were|was)\s+(?:masked|blinded)\b",
        ),
        ("placebo-controlled", r"(?i)\bplacebo[\s-]+controlled\b"),
        (
            "placebo-controlled",
            r"(?i)\brandom\w*+(?:\([^()]*\)|[^.(]|\.(?=\d)|\((?=[^()]*\bplacebo\b)){0,200}?\bplacebo\b",
        ),
        ("multicenter", rf"(?i)\bmulti[\s-]?(?:cent(?:er|re)(?:e?d)?|centric|institution(?:al)?)\b{_STUDY_FOLLOWS}"),
        ("single-arm", rf"(?i)\bsingle[\s-]arm\b{_STUDY_FOLLOWS}"),
        (
            "dose-escalation",
            r"(?i)\bdose[\s-]escalation\b(?=,?\s(?:[\w/-]+,?\s){0,5}?(?:trial|study|design)\b"
            r"|\sand\s(?:[\w-]+\s){0,2}phase\b)",
        ),
        ("non-interventional", rf"(?i)\bnon[\s-]?interventional\b{_STUDY_FOLLOWS}"),
        ("randomized", r"(?i)\bAllocation: randomi[sz]ed\b"),
        ("double-blind", r"(?i)\bMasking: (?:double|triple|quadruple)\b"),
        ("open-label", r"(?i)\bMasking: [^\n]{0,20}open[\s-]label"),
        ("crossover", r"(?i)\bIntervention model: crossover\b"),
        ("single-arm", r"(?i)\bIntervention model: single[\s-]group\b"),
        ("non-interventional", r"(?i)\bStudy type: observational\b"),
        (
            "crossover",
            r"(?i)\bcross[\s-]?over,?\s+(?:(?:[A-Z]{2}|pilot|clinical|controlled|randomi[sz]ed|placebo-controlled|blind(?:ed)?"
            r"|double-blind|single-blind|open-label|feasibility|pharmacokinetic|bioequivalence|phase\s+\S+),?\s+){0,3}"
            r"(?:design|trial|study)\b",
        ),
    )
)
_RATIO = re.compile(
    r"(?i)\b(?:random\w*|allocat\w+|assigned|assignment)\b[^.;]{0,90}?(?<![\d:.])(?P<after>\d{1,2}(?:(?:\s?[:∶]\s?|"
    r"[-–]to[-–])\d{1,2}){1,3}|\d\s+to\s+\d(?=\s+(?:ratio|fashion))"
    r"|(?:one|two|three)[-\s]to[-\s]one\b)(?![\d:.]*\d|\s*(?:mg|days|months|weeks|%))"
    r"|(?<![\d:.])(?P<before>\d{1,2}(?:\s?:\s?\d{1,2}){1,3})\s+(?:ratio|randomi[sz]ation|randomi[sz]ed|randomly)"
)
_PART = re.compile(r"\d+|one|two|three", re.IGNORECASE)


def phases(page: Page) -> Iterator[Candidate]:
    """One phase per trial: the one given in the title or first."""
    given: set[Trial] = set()
    for sentence, match in sorted(page.find(_PHASE), key=lambda item: _plainness(page, *item)):
        for trial in page.about(sentence, *match.span()):
            if trial not in given and not _of_others(page, sentence, match):
                given.add(trial)
                further = _further_phase(page, sentence, match)
                parts = [_phase(part) for part in (match["first"], (further or match)["second"]) if part]
                yield attribute(trial, "phase", "/".join(parts), (match.start(), (further or match).end()), "phase")


def _further_phase(page: Page, sentence: Sentence, match: re.Match[str]) -> re.Match[str] | None:
    """Find the second phase of one trial, where it is not told in the same breath: `phase 1 … and … phase 2 trial`."""
    further = None if match["second"] else _NEXT_PHASE.match(page.text, match.end(), sentence.end)
    return None if further and _STUDY.search(further[0]) else further


def _plainness(page: Page, sentence: Sentence, match: re.Match[str]) -> tuple[bool, bool]:
    """In the title first; last where something was seen `In a randomized phase 2 trial`, perhaps an earlier one."""
    return not page.in_title(match.start()), _SEEN_IN.search(page.text, sentence.start, match.start()) is not None


def _phase(text: str) -> str:
    number = re.sub(r"[\sabAB]", "", text)
    return _ROMAN.get(number, number) + "".join(c.lower() for c in text if c in "abAB")


def designs(page: Page) -> Iterator[Candidate]:
    """Each feature of the design once, of the closed list in the vocabulary."""
    for value, pattern in _DESIGNS:
        for sentence, match in page.find(pattern):
            for trial in _designed(page, sentence, match):
                yield attribute(trial, "design", value, match.span(), "design")


def _designed(page: Page, sentence: Sentence, match: re.Match[str]) -> tuple[Trial, ...]:
    if _of_others(page, sentence, match):
        return ()
    if re.match(r"(?i)random(?!i[sz]ed)|w|.* at random|\w+\s+randomi[sz]ed\s+(?:to|between|into)$", match[0]):
        return _in_force(page, match)
    return page.about(sentence, *match.span())


def _of_others(page: Page, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether trials are spoken of that this one is only compared with: `than in randomised phase 3 trials`."""
    several = _SEVERAL.match(page.text, match.end(), sentence.end)
    before = page.text[sentence.start : match.start()]
    return several is not None and bool(_OF_OTHERS.search(before) or _COUNTED.search(before))


def _in_force(page: Page, match: re.Match[str]) -> tuple[Trial, ...]:
    """All trials that a document reports together, or the one that is spoken of."""
    trial = page.trials.at(match.start())
    return page.trials.reported if trial in page.trials.reported else (trial,)


def ratios(page: Page) -> Iterator[Candidate]:
    """Read `3:2` beside words of randomization."""
    given: set[Trial] = set()
    for _, match in page.find(_RATIO):
        place = "after" if match["after"] else "before"
        ratio = ":".join(str(read_count(told)) for told in _PART.findall(match[place]))
        for trial in _in_force(page, match):
            if trial not in given and not re.search(r"\d{3}|\b0\b", ratio):
                given.add(trial)
                yield attribute(trial, "randomizationRatio", ratio, match.span(), "ratio")
