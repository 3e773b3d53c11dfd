"""How many patients, sites and countries."""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Trial
from ..candidates import Candidate
from .numerals import COUNT, read_count
from .page import Page, attribute

_PEOPLE = r"(?:patients|pts|women|men|participants|subjects|adults|children|individuals|people|females?|males?)"
_TAKEN = r"(?:randomly\s+(?:assigned|allocated)|randomi[sz]ed|enrolled|recruited|registered|included|entered)"
_DESCRIBED = rf"(?:[\w,/–-]+\s+){{0,3}}?{_PEOPLE}"
_ENROLLED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w.–-])(?P<n>{COUNT})\s+{_DESCRIBED}\b(?:\s*\([^()]{{0,60}}\))?(?:(?!screened|excluded)"
        rf"[^.;]){{0,170}}?\s(?:were|was|being|have been)\s+(?:then\s+|subsequently\s+)?{_TAKEN}",
        rf"\bEnrollment: (?P<n>{COUNT})\s+participants",
        rf"(?i)\b(?:enrolled|recruited|assigned|randomi[sz]ed)\s+(?:a\s+total\s+of\s+)?(?P<n>{COUNT})"
        r"(?!\s*(?:%|:|mg|to\b|days|weeks|months|years))\b",
        rf"(?i)\bof\s+(?:the\s+)?(?P<n>{COUNT})\s+(?:{_TAKEN}\s+{_DESCRIBED}|"
        rf"{_DESCRIBED}\s+(?:who\s+were\s+)?{_TAKEN})",
        rf"(?i)\b(?P<n>{COUNT})\s+were\s+{_TAKEN}",
        rf"(?i)\b(?:a\s+total\s+of|overall,|in\s+total,)\s+(?P<n>{COUNT})\s+{_DESCRIBED}",
        rf"(?i)\b(?P<n>{COUNT})\s+{_DESCRIBED}\s+(?:were\s+(?:assessable|treated|evaluated|studied|assigned)|"
        r"received)\b",
        rf"(?i)\b(?:stud(?:y|ied)|performed|treated|trial)\s+(?:in|of)?\s*(?:≈|~|about|approximately)?\s*(?P<n>{COUNT})\s+{_DESCRIBED}",
    )
)
_PART = re.compile(
    rf"(?i)(?:\s*(?:were|was)\s+{_TAKEN})?\s*(?:to|into)\s[^,;.]*?\sand\s(?:{COUNT})\s(?:patients\s)?(?:to|were)|"
    r"\s*\(\d+(?:\.\d+)?%\)|[^.;]{0,40}screening\b"
)
_NOT_ALL = re.compile(r"(?i)(?:screened|assessed|(?:cohort|group|arm|subset|subgroup|stage)\s+(?:of|with)?)\s*$")
_SITES = re.compile(
    rf"(?i)\b(?:at|in|from|across|within|by|involving|comprising)\s+(?:a\s+total\s+of\s+)?(?P<n>{COUNT})"
    r"\s+(?:[\w-]+\s+){0,4}?"
    r"(?:cent(?:er|re)s|sites|hospitals|institutions|clinics|practices)\b"
)
_ONE_SITE = re.compile(r"(?i)\bsingle[\s-](?:cent(?:er|re)|institution|site)\b")
_COUNTRIES = re.compile(
    rf"(?i)\b(?:in|across|from|within|spanning)\s+(?P<n>{COUNT})\s+(?:[\w-]+\s+){{0,2}}?countries\b"
)
_ONE_COUNTRY = re.compile(
    r"(?:in|within|across|throughout|from)\s+(?:the\s+)?(?:United States(?: of America)?|USA?|U\.S\.A?\.?|United "
    r"Kingdom|UK|Italy|France|Germany|Spain|"
    r"Japan|China|India|Canada|Australia|Netherlands|Belgium|Denmark|Sweden|Norway|Finland|Austria|Switzerland|Greece|"
    r"Portugal|Poland|Ireland|Israel|Turkey|Brazil|Mexico|Egypt|Iran|Korea|South Korea|Taiwan|Thailand|Singapore)"
    r"\b(?!\s*(?:,|and|or|/))"
)


def enrolled(page: Page) -> Iterator[Candidate]:
    """Read how many patients each trial took in: the wording that says so most plainly, then the first."""
    best: dict[Trial, re.Match[str]] = {}
    for pattern in _ENROLLED:
        for sentence, match in page.find(pattern):
            trial = page.trials.at(match.start("n"))
            before = page.text[max(sentence.start, match.start() - 30) : match.start("n")]
            if trial in best or _PART.match(page.text, match.end()) or _NOT_ALL.search(before):
                continue
            told = trial in page.trials.reported or trial in page.trials.named_in(sentence.start, sentence.end)
            if told and read_count(match["n"]) >= 10:
                best[trial] = match
    for trial, match in best.items():
        yield attribute(trial, "enrolled", read_count(match["n"]), match.span(), "enrolled")


def sites(page: Page) -> Iterator[Candidate]:
    """Read the number of sites; more than one make the trial multicenter, although the word may be missing."""
    for _, match in page.find(_SITES):
        trial = page.trials.at(match.start())
        yield attribute(trial, "siteCount", read_count(match["n"]), match.span(), "sites")
        if read_count(match["n"]) > 1:
            yield attribute(trial, "design", "multicenter", match.span(), "several sites")
        if country := _ONE_COUNTRY.search(page.text, match.end(), match.end() + 120):
            yield attribute(trial, "countryCount", 1, (match.start(), country.end()), "country")
    for sentence, match in page.find(_ONE_SITE):
        for trial in page.about(sentence, *match.span()):
            yield attribute(trial, "siteCount", 1, match.span(), "single site")


def countries(page: Page) -> Iterator[Candidate]:
    """Read the number of countries."""
    for _, match in page.find(_COUNTRIES):
        trial = page.trials.at(match.start())
        yield attribute(trial, "countryCount", read_count(match["n"]), match.span(), "countries")
