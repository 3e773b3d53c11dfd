"""How many patients, sites and countries."""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Trial
from ..candidates import Candidate
from ..number_words import COUNT, read_count
from ..people import PEOPLE
from .first_counted import first_counted
from .page import Page, attribute
from .parts_counted import TAKEN, is_of_part

_PEOPLE = rf"(?:{PEOPLE}|female|male|dogs|cats)"
_WORD = r"(?:(?!countries|cent(?:er|re)s|sites|hospitals|\d\d)[\w,/–-]+\s+)"
_DESCRIBED = rf"(?:{_WORD}{{0,3}}?|{_WORD}{{3,6}}?(?:cancer|carcinoma|lymphoma|myeloma|melanoma|disease)\s+){_PEOPLE}"
_ENROLLED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w.–-])(?P<n>{COUNT})\s+(?:of\s+(?:the\s+)?{COUNT}\s+)?{_DESCRIBED}\b"
        r"(?!\s+(?:in|to|per)\s+(?:each|either)\b)(?!\s*\((?!\d+\s(?:in|per|to)\b)[^()]*\b(?:group|arm)\b)(?:(?!screened|excluded|\d\s+patients|,\s\d+\swith\s[^,;.]*\swere\s)"
        r"(?:\([^()]*\)|[^.;(]|\.(?=\d))){0,170}?"
        rf"\s(?:were|was|being|have been|had been)\s+(?:then\s+|subsequently\s+)?(?:{TAKEN}|assigned\s+to\s+either\b)",
        rf"(?<![\w.–-])(?P<n>{COUNT})\s+(?:of\s+(?:the\s+)?{COUNT}\s+)?{_DESCRIBED}(?:(?!screened|who\b|\d\s+patients)[^.;]){{0,120}}?\s(?:entered|joined|"
        r"participated\s+in|took\s+part\s+in)\s+(?:(?:the|this|our)\s+(?:[\w-]+\s+){0,3}(?:trial|study)\b|(?=[A-Z][\w-]*[A-Z]))",
        rf"(?i)\b(?:accrual|enrol?lment|recruitment)\b[^.;]{{0,40}}?\b(?:stopped|closed|terminated|halted|discontinued|ended)\s+"
        rf"(?:early\s+)?(?:at|after|with)\s+(?P<n>{COUNT})\s+(?:of\s+(?:the\s+)?{COUNT}\s+)?{_DESCRIBED}",
        rf"\bEnrollment: (?P<n>{COUNT})\s+participants",
        rf"(?i)\b(?P<n>{COUNT})\s+{_DESCRIBED}\s[^.;]{{0,80}}?\bunderwent\s+randomi[sz]ation\b",
        rf"(?i)\b(?:of|among)\s+(?:the\s+)?{COUNT}\s+(?:{_DESCRIBED}\s+)?(?:who\s+were\s+)?(?:screened|assessed[^.;,]{{0,40}}),\s+"
        rf"(?P<n>{COUNT})\s[^.;,]{{0,80}}?(?:were|was)\s+{TAKEN}",
        r"(?i)\b(?:enroll(?:ed|ing)|recruit(?:ed|ing)|accrued|assigned|randomi[sz]ed|randomly\s+allocated)\s+(?:\([^()]*\)\s+)?(?:a\s+total\s+of\s+)?"
        rf"(?P<n>{COUNT})(?!\s*(?:%|:|mg|to\b|[-–]\s?\d|days|weeks|months|years))\b",
        rf"(?i)\b(?:of|among|in)\s+(?:the\s+)?(?P<n>{COUNT})\s+(?:{TAKEN}\s+{_DESCRIBED}|"
        rf"{_DESCRIBED}\s+(?:who\s+were\s+)?{TAKEN})",
        rf"(?i)\b(?P<n>{COUNT})\s+were\s+{TAKEN}",
        rf"(?i)\b(?:inclusion|enrol?ment|accrual|recruitment)\s+of\s+(?P<n>{COUNT})\s+{_DESCRIBED}",
        rf"(?i)\b{_PEOPLE}\s+\(n\s?=\s?(?P<n>{COUNT})\)\s+(?:(?!were\b)[^.;()]{{3,90}}\s)?were\s+(?:then\s+)?{TAKEN}\s"
        r"(?=[^.;]{3,200}?\b(?:or|versus|vs|groups|arms)\b)",
        rf"(?<=[.:\n]\s)[Pp]atients\s+with\s[^.;()]{{3,100}}\([nN]\s?=\s?(?P<n>{COUNT})\)\s+(?:were|was)\s+{TAKEN}",
        rf"(?i)\b(?:a\s+total(?:\s+sample)?\s+of|overall,|in\s+total,|in\s+all,)\s+(?P<n>{COUNT})\s+{_DESCRIBED}",
        rf"(?i)\b(?P<n>{COUNT})\s+{_DESCRIBED}\s+(?:were\s+(?:assessable|treated|evaluated|studied|assigned)|"
        r"received)\b",
        r"(?i)\b(?:stud(?:y|ied)|performed|conducted|undertaken|carried\s+out|treated|trial)\s+(?:(?:that|which)\s+)?(?:in|of|with|involv(?:ed|ing)|included|compris(?:ed|ing))?"
        rf"\s*(?:≈|~|about|approximately)?\s*(?P<n>{COUNT})\s+{_DESCRIBED}",
        rf"(?i)\b(?:entire|whole|total|overall|study|(?:intention|intent)-to-treat)\s+population\s+\(n\s?=\s?(?P<n>{COUNT})",
        r"(?i)\b(?:entire|whole|total|overall|study|(?:intention|intent)-to-treat)\s+population\s+"
        rf"(?:comprised|included|consisted\s+of|was)\s+(?P<n>{COUNT})\s+{_DESCRIBED}",
        r"(?i)\b(?:trial|study|we)\b[^.;:]{0,60}?\bcompar(?:ed|ing|es)\s[^.;:]{5,200}?\sin\s+"
        rf"(?P<n>{COUNT})\s+{_DESCRIBED}",
        r"(?i)\b(?:trial|study)\b[^.;:]{0,60}?\bcompar(?:ed|ing|es)\s[^.;:]{5,200}?\samong\s+"
        rf"(?P<n>{COUNT})\s+{_DESCRIBED}",
        rf"(?i)\b(?:of|among)\s+(?:the\s+)?(?P<n>{COUNT})\s+{_DESCRIBED}(?:(?!screened|assessed)[^.;]){{0,40}}?,\s+"
        rf"{COUNT}\s+(?:were\s+)?{TAKEN}\s+to\s",
        rf"(?i)\b(?P<n>{COUNT})\s+(?:enrolled|randomi[sz]ed)\s+{_PEOPLE}\b",
        rf"(?i)\b(?P<n>{COUNT})\s+{_DESCRIBED}\s+were\s+assessed\s+for\s+eligibility\s+and\s+{TAKEN}",
        rf"(?<=[.:\n]\s)(?P<n>{COUNT})\s+{_DESCRIBED}\s+with\s[^.;,()]{{3,60}}?\s\([^()]*\)\s+received\b",
        rf"(?i)\b(?:in|from)\s+(?P<n>{COUNT})\s+{_DESCRIBED}\s(?:[^.;()]|\([^()]*\)){{0,120}}?\b(?:who\s+(?:were\s+)?)?"
        r"(?:participat(?:ed|ing)\s+in|enrolled\s+(?:in|on(?:to)?)|randomi[sz]ed\s+(?:to|in))\s",
        rf"(?i)\A[^.]{{0,120}}\b(?:study|trial|results)\s+of\s[^.;]{{3,80}}?\sin\s+(?P<n>{COUNT})\s+{_DESCRIBED}",
        rf"(?<=[.:\n]\s)(?:A cohort of\s)?(?P<n>{COUNT})\s+{_DESCRIBED}\s+with\s[^.;,]{{3,60}}?\sreceived\b",
        rf"(?<=[.:\n]\s)(?:Patients|Participants|Subjects)\s+(?:included|comprised|were)\s+(?P<n>{COUNT})\s+{_DESCRIBED}\b",
        rf"(?<=[.:\n]\s)(?P<n>{COUNT})\s+{_DESCRIBED}\s+were\s+evaluable\b",
        rf"(?<=[.:\n]\s)[Pp]atients\s+\([nN]\s?=\s?(?P<n>{COUNT})\)\s",
        rf"(?<=[.:\n]\s)(?:[\w-]+ ){{0,3}}{_PEOPLE}\s+\(N\s?=\s?(?P<n>{COUNT})\)[\s,]",
        rf"(?i)\b(?P<n>{COUNT})\s+(?:enrolled|randomi[sz]ed)\s+\([^()]*\bplanned\)\s+{_PEOPLE}\b",
        rf"(?<=[.:\n]\s)(?P<n>{COUNT})\s+{_DESCRIBED}\s+with\s(?:(?!\b(?:were|was|had|have|received)\b)[^.;:]){{3,90}}\.(?=\s|$)",
    )
)
_OF_TRIAL = re.compile(rf"\s*\(\s*(?=[nN]|\d[\d,]*\s{_PEOPLE})(?:[nN]\s?=\s?)?(?P<n>\d[\d,]*)(?:\s{_PEOPLE})?\s*\)")
_TOOK_IN = re.compile(
    rf"(?:\s*\([^()]*\))?(?:\s+(?:trial|study))?\s+(?:included|enrolled|randomi[sz]ed|recruited)\s+(?:a\s+total\s+of\s+)?"
    rf"(?P<n>{COUNT})\s+{_DESCRIBED}\b"
)
"""What tells a trial's size right behind its name."""
_AND_BEFORE = re.compile(r"(?:\band|,)\s+$")
_NATION = (
    r"(?:Australian|Austrian|Belgian|Brazilian|British|Canadian|Chinese|Danish|Dutch|Egyptian|Finnish|French|German|Greek"
    r"|Indian|Iranian|Irish|Israeli|Italian|Japanese|Korean|Mexican|Norwegian|Polish|Portuguese|Spanish|Swedish|Swiss"
    r"|Taiwanese|Thai|Turkish|UK|US)"
)
_SITES = re.compile(
    rf"(?i)\b(?:at|in|from|across|within|by|involving|comprising|setting:?)\s+(?:a\s+total\s+of\s+)?(?P<n>{COUNT})"
    rf"\s+(?:(?P<nations>{_NATION}(?:(?:,\s+|,?\s+and\s+){_NATION})*)\s+(?!and\b|or\b))?(?:[\w-]+\s+){{0,4}}?"
    r"(?:cent(?:er|re)s|sites|hospitals|institutions|clinics|practices)\b"
)
_ONE_SITE = re.compile(r"(?i)\bsingle[\s-](?:cent(?:er|re)|institution|site)\b")
_COUNTRIES = re.compile(
    rf"(?i)\b(?:in|across|from|within|spanning)\s+(?P<n>{COUNT})\s+(?:[\w-]+\s+){{0,2}}?countries\b"
)
_COUNTRY = (
    r"(?:the\s+)?(?:United States(?: of America)?|USA?|U\.S\.A?\.?|United Kingdom|UK|Italy|France|Germany|Spain|Japan|"
    r"China|India|Canada|Australia|New Zealand|Netherlands|Belgium|Denmark|Sweden|Norway|Finland|Iceland|Austria|"
    r"Greece|Switzerland|Portugal|Poland|Hungary|Czech Republic|Romania|Ireland|Israel|Turkey|Russia|Ukraine|Brazil|"
    r"Argentina|Chile|Mexico|Egypt|South Africa|Iran|Pakistan|South Korea|Korea|Taiwan|Hong Kong|Thailand|Singapore|"
    r"Malaysia|Vietnam)\b"
)
_MORE = r"\s*(?:,\s*(?:and\s+|or\s+)?(?:the\s+)?[A-Z]|(?:and|or)\s+(?:the\s+)?[A-Z]|/)"
_ONE_COUNTRY = re.compile(rf"(?:in|within|across|throughout|from)\s+{_COUNTRY}(?!{_MORE})")
_DONE_IN = re.compile(
    r"\b(?:trials?|study|studies),?\s[^.;]{0,80}?\b(?:conducted|done|performed|undertaken|carried\s+out)\s+(?:in|throughout)\s+"
    rf"{_COUNTRY}(?!{_MORE})"
)
_LISTED_COUNTRIES = re.compile(
    r"\b(?:diagnosed|treated|enrolled|recruited|conducted|done|patients|participants|cent(?:er|re)s|sites|hospitals|"
    r"institutions|clinics)\s+(?:in|from|across|within|throughout)\s+"
    rf"(?P<all>{_COUNTRY}(?:,\s+{_COUNTRY}){{0,12}},?\s+and\s+{_COUNTRY})(?!\s*(?:,|and\b|/))"
)
_OF_A_COUNTRY = re.compile(rf"\b[Tt]he\s+{_COUNTRY}(?=\s+(?:[\w/-]+\s+){{0,3}}?(?:trial|study)\b)")


def enrolled(page: Page) -> Iterator[Candidate]:
    """Read how many patients each trial took in: the wording that says so most plainly, then the first."""
    best: dict[Trial, re.Match[str]] = {}
    for pattern in _ENROLLED:
        for sentence, match in page.find(pattern):
            trial = page.trials.at(match.start("n"))
            if trial in best or is_of_part(page.text, sentence, match):
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


def sites(page: Page) -> Iterator[Candidate]:
    """Read the number of sites; more than one make the trial multicenter, although the word may be missing."""
    for _, match in page.find(_SITES):
        trial = page.trials.at(match.start())
        yield attribute(trial, "siteCount", read_count(match["n"]), match.span(), "sites")
        if read_count(match["n"]) > 1:
            yield attribute(trial, "design", "multicenter", match.span(), "several sites")
        if match["nations"]:
            number = len(re.findall(_NATION, match["nations"]))
            yield attribute(trial, "countryCount", number, match.span(), "country")
        elif country := _ONE_COUNTRY.search(page.text, match.end(), match.end() + 120):
            yield attribute(trial, "countryCount", 1, (match.start(), country.end()), "country")
    for sentence, match in page.find(_ONE_SITE):
        for trial in page.about(sentence, *match.span()):
            yield attribute(trial, "siteCount", 1, match.span(), "single site")


def _done_in(page: Page) -> Iterator[Candidate]:
    """Read `the trial was conducted in China`."""
    for sentence, match in page.find(_DONE_IN):
        for trial in page.about(sentence, *match.span()):
            yield attribute(trial, "countryCount", 1, match.span(), "country")


def countries(page: Page) -> Iterator[Candidate]:
    """Read the number of countries, as told or as listed: `patients in the UK and Ireland`."""
    counted = list(page.find(_COUNTRIES))
    for _, match in counted:
        trial = page.trials.at(match.start())
        yield attribute(trial, "countryCount", read_count(match["n"]), match.span(), "countries")
    for sentence, match in () if counted else page.find(_LISTED_COUNTRIES):
        for trial in page.about(sentence, *match.span()):
            number = len(re.findall(_COUNTRY, match["all"]))
            yield attribute(trial, "countryCount", number, match.span(), "countries")
    yield from () if counted else _done_in(page)
    for sentence, match in () if counted else page.find(_OF_A_COUNTRY):
        if trial := page.beside(sentence, match.start(), match.end()):
            yield attribute(trial, "countryCount", 1, match.span(), "country")
