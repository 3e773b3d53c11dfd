"""How many patients a trial took in."""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Trial
from ..candidates import Candidate
from ..number_words import COUNT, read_count
from .first_counted import first_counted
from .page import Page, attribute
from .parts_counted import COUNTED, TAKEN, is_of_part

_WORD = r"(?:(?!countries|cent(?:er|re)s|sites|hospitals|(?:day|week|month|year)s?\b|\d\d|\d,\d)[\w,/–-]+\s+)"
_DESCRIBED = rf"(?:{_WORD}{{0,3}}?|{_WORD}{{3,6}}?(?:cancer|carcinoma|lymphoma|myeloma|melanoma|disease)\s+){COUNTED}"
_N = rf"(?P<n>{COUNT})"
_ALONE = r"(?<![\w.–-])"
_OPENING = r"(?:(?<=[.:\n]\s)|(?<=[A-Z]{5}\s))"
_BRACKETED_N = rf"\([nN]\s?=\s?{_N}\)"
_OF_MORE = rf"(?:of\s+(?:the\s+|an?\s+)?(?:planned\s+|intended\s+|target(?:ed)?\s+)?{COUNT}\s+)?"
_ALL_POPULATION = r"(?:entire|whole|total|overall|study|(?:intention|intent)-to-treat)\s+population"
_ENROLLED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # 613 patients with myeloma were randomised
        rf"{_ALONE}{_N}\s+(?!of\s+(?:these|them|whom)\b){_OF_MORE}{_DESCRIBED}\b(?!\s+(?:in|to|per)\s+(?:each|either)\b)"
        r"(?!\s*\((?!\d+\s(?:in|per|to)\b)[^()]*\b(?:group|arm)\b)"
        r"(?!\s*\(\d[\d.]*\s?%\))"
        r"(?:(?!screened|assessed|excluded|\d\s+patients|\d\s+of\s+(?:these|them|whom)\b|,\s\d+\swith\s[^,;.]*\swere\s)"
        r"(?:\([^()]*\)|[^.;(]|\.(?=\d))){0,170}?"
        r"\s(?:were|was|being|have been|had been)\s+(?:then\s+|subsequently\s+)?"
        r"(?:stratified\s[^.;]{3,60}?\sand\s(?:then\s)?)?"
        rf"(?:{TAKEN}|assigned\s+to\s+either\b)",
        # 613 patients took part in the trial
        rf"{_ALONE}{_N}\s+{_OF_MORE}{_DESCRIBED}(?:(?!screened|assessed|who\b|\d\s+patients)[^.;]){{0,120}}?"
        r"\s(?:entered|joined|participated\s+in|took\s+part\s+in)\s+"
        r"(?:(?:the|this|our)\s+(?:[\w-]+\s+){0,3}(?:trial|study)\b|(?=[A-Z][\w-]*[A-Z]))",
        # accrual was closed early after 613 patients
        r"(?i)\b(?:accrual|enrol?lment|recruitment)\b[^.;]{0,40}?\b(?:stopped|closed|terminated|halted|discontinued|ended)"
        rf"\s+(?:early\s+)?(?:at|after|with)\s+{_N}\s+{_OF_MORE}{_DESCRIBED}",
        rf"(?i)\benrol?lment(?:\s\((?:actual|estimated)\))?: {_N}\s+participants",
        # 613 patients with myeloma underwent randomisation
        rf"(?i)\b{_N}\s+{_DESCRIBED}\s[^.;]{{0,80}}?\bunderwent\s+randomi[sz]ation\b",
        # of 800 patients screened, 613 were enrolled
        rf"(?i)\b(?:of|among)\s+(?:the\s+)?{COUNT}\s+(?:{_DESCRIBED}\s+)?(?:who\s+were\s+)?"
        rf"(?:screened|assessed[^.;,]{{0,40}}),\s+{_N}\s[^.;,]{{0,80}}?(?:were|was)\s+{TAKEN}",
        # we enrolled 613
        r"(?i)\b(?:enroll(?:ed|ing)|recruit(?:ed|ing)|accrued|assigned|randomi[sz]ed|randomly\s+allocated)\s+"
        rf"(?:\([^()]*\)\s+)?(?:a\s+total\s+of\s+)?{_N}(?!\s*(?:%|:|mg|to\b|[-–]\s?\d|days|weeks|months|years))\b",
        # of 613 enrolled patients; among 613 patients who were randomised
        rf"(?i)\b(?:of|among|in)\s+(?:the\s+)?{_N}\s+"
        rf"(?:{TAKEN}\s+{_DESCRIBED}|{_DESCRIBED}\s+(?:who\s+were\s+)?{TAKEN})",
        # 613 were randomised; 613 of whom underwent randomisation
        rf"(?i)\b{_N}\s+(?:of\s+whom\s+)?(?:were\s+(?:eligible\s+and\s+)?{TAKEN}|underwent\s+randomi[sz]ation\b)",
        # the inclusion of 613 patients
        rf"(?i)\b(?:inclusion|enrol?ment|accrual|recruitment)\s+of\s+{_N}\s+{_DESCRIBED}",
        # patients (n = 613) were randomised to A or B
        rf"(?i)\b{COUNTED}\s+{_BRACKETED_N}\s+(?:(?!were\b)[^.;()]{{3,90}}\s)?were\s+(?:then\s+)?{TAKEN}\s"
        r"(?=[^.;]{3,200}?\b(?:or|versus|vs|groups|arms)\b)",
        rf"{_OPENING}[Pp]atients\s+with\s[^.;()]{{3,100}}{_BRACKETED_N}\s+(?:were|was)\s+{TAKEN}",
        # a total of 613 patients
        rf"(?i)\b(?:a\s+total(?:\s+sample)?\s+of|overall,|in\s+total,|in\s+all,)\s+{_N}\s+{_DESCRIBED}",
        # 613 patients received
        rf"(?i)\b{_N}\s+{_DESCRIBED}\s+(?:were\s+(?:assessable|treated|evaluated|studied|assigned)|received)\b",
        # as of 1 June, 613 patients had received at least one dose
        rf"(?i)\b{_N}\s+{_DESCRIBED}\s+ha(?:d|ve)\s+(?:received\s+at\s+least\s+one\s+dose|been\s+(?:dosed|treated(?=[.,;])))",
        # 613 patients enrolled at 20 sites
        rf"(?i)\b{_N}\s+{_DESCRIBED}\s+(?:who\s+were\s+)?{TAKEN}\s+(?:at|in|from|across)\s+{COUNT}\s+"
        r"(?:[\w-]+\s+){0,3}?(?:cent(?:er|re)s|sites|hospitals|institutions)\b",
        # a study of 613 patients; a trial in which 613 patients; a trial (NCT09999999) includes 613 patients
        r"(?i)\b(?:stud(?:y|ied)|performed|conducted|undertaken|carried\s+out|treated|trial)\s+(?:\([^()]*\)\s+)?"
        r"(?:(?:that|which)\s+)?(?:in(?:\s+which)?|of|with|involv(?:ed|ing)|includ(?:ed|es)|compris(?:ed|es|ing))?\s*"
        r"(?:≈|~|about|approximately)?\s*"
        rf"{_N}\s+{_DESCRIBED}",
        # a trial was reported in which 613 patients received
        rf"\b[Tt]rial\s(?:was|has)\s[^.;:]{{3,50}}?\sin\s+which\s+{_N}\s+{_DESCRIBED}",
        # the intention-to-treat population (n = 613)
        rf"(?i)\b{_ALL_POPULATION}\s+(?:\(n\s?=\s?|(?:comprised|included|consisted\s+of|was)\s+(?={COUNT}\s+{_DESCRIBED})){_N}",
        # the trial compared A with B in 613 patients
        rf"(?i)\b(?:trial|study|we)\b[^.;:]{{0,60}}?\bcompar(?:ed|ing|es)\s[^.;:]{{5,200}}?\s(?:in|among)\s+{_N}\s+{_DESCRIBED}",
        # of 613 patients, 307 were assigned to A
        rf"(?i)\b(?:of|among)\s+(?:the\s+)?{_N}\s+{_DESCRIBED}(?:(?!screened|assessed)[^.;]){{0,40}}?,\s+"
        rf"{COUNT}\s+(?:were\s+)?{TAKEN}\s+to\s",
        # 613 enrolled (600 planned) patients
        rf"(?i)\b{_N}\s+(?:enrolled|randomi[sz]ed)\s+(?:\([^()]*\bplanned\)\s+)?{COUNTED}\b",
        rf"(?i)\b{_N}\s+{_DESCRIBED}\s+were\s+assessed\s+for\s+eligibility\s+and\s+{TAKEN}",
        # data from 613 patients who participated in A
        rf"(?i)\b(?:in|from)\s+{_N}\s+{_DESCRIBED}\s(?:[^.;()]|\([^()]*\)){{0,120}}?\b(?:who\s+(?:were\s+)?)?"
        r"(?:participat(?:ed|ing)\s+in|enrolled\s+(?:in|on(?:to)?)|randomi[sz]ed\s+(?:to|in))\s",
        # phase 2 study of A in 613 patients: a title
        rf"(?i)\A[^.]{{0,120}}\b(?:study|trial|results)\s+of\s[^.;]{{3,80}}?\sin\s+{_N}\s+{_DESCRIBED}",
        # what a sentence opens with: 613 patients with myeloma received; participants were 613 adults; patients (n = 9)
        rf"{_OPENING}(?:A cohort of\s)?{_N}\s+{_DESCRIBED}\s+with\s[^.;,()]{{3,60}}?\s(?:\([^()]*\)\s+)?received\b",
        rf"{_OPENING}(?:Patients|Participants|Subjects)\s+(?:included|comprised|were)\s+{_N}\s+{_DESCRIBED}\b",
        rf"{_OPENING}{_N}\s+{_DESCRIBED}\s+(?:were\s+evaluable|participated(?!\s+in))\b",
        rf"{_OPENING}(?!Of\b|Among\b)(?:[\w-]+ ){{0,3}}(?i:{COUNTED})\s+{_BRACKETED_N}[\s,]",
        rf"{_OPENING}{_N}\s+{_DESCRIBED}\s+with\s(?:(?!\b(?:were|was|had|have|received)\b)[^.;:]){{3,90}}\.(?=\s|$)",
    )
)
"""Wordings, each with an example, the plainest first."""
_OF_TRIAL = re.compile(rf"\s*\(\s*(?=[nN]|\d[\d,]*\s{COUNTED})(?:[nN]\s?=\s?)?(?P<n>\d[\d,]*)(?:\s{COUNTED})?\s*\)")
_TOOK_IN = re.compile(
    rf"(?:\s*\([^()]*\))?(?:\s+(?:trial|study))?\s+(?:included|enrolled|randomi[sz]ed|recruited)\s+(?:a\s+total\s+of\s+)?"
    rf"(?P<n>{COUNT})\s+{_DESCRIBED}\b"
)
"""What tells a trial's size right behind its name."""
_DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s(?:\d{1,2},\s)?$")
"""`December 3, 2023 - Patients received A`: a year counts nobody."""
_AND_BEFORE = re.compile(r"(?:\band|,)\s+$")


def enrolled(page: Page) -> Iterator[Candidate]:
    """Read how many patients each trial took in: the wording that says so most plainly, then the first."""
    best: dict[Trial, re.Match[str]] = {}
    for pattern in _ENROLLED:
        for sentence, match in page.find(pattern):
            trial = page.trials.at(match.start("n"))
            if trial in best or is_of_part(page.text, sentence, match):
                continue
            if _DAY.search(page.text, max(0, match.start("n") - 20), match.start("n")):
                continue
            if any(m.start <= match.start("n") < m.end for m in page.trials.mentions):
                continue  # CheckMate 451
            if page.trials.joined_in(match.end(), sentence.end):
                continue  # 624 patients were randomised in the A and B studies
            told = trial in page.trials.reported or trial in page.trials.named_in(sentence.start, sentence.end)
            if told and read_count(match["n"]) >= 10:
                best[trial] = match
    for mention in page.trials.mentions:
        own = _OF_TRIAL.match(page.text, mention.end) or _TOOK_IN.match(page.text, mention.end)
        several = _AND_BEFORE.search(page.text, max(0, mention.start - 8), mention.start)
        if own and not several and mention.trial not in best:
            best[mention.trial] = own
    if page.trials.main not in best and (first := first_counted(page)):
        best[page.trials.main] = first
    for trial, match in best.items():
        start = match.end() - len(match[0].lstrip())
        yield attribute(trial, "enrolled", read_count(match["n"]), (start, match.end()), "enrolled")
