"""At how many sites and in how many countries a trial took place."""

import re
from collections.abc import Iterator

from ..candidates import Candidate
from ..number_words import COUNT, read_count
from ..people import PEOPLE
from .page import Page, attribute

_NATION = (
    r"(?:Australian|Austrian|Belgian|Brazilian|British|Canadian|Chinese|Danish|Dutch|Egyptian|Finnish|French|German|Greek"
    r"|Indian|Iranian|Irish|Israeli|Italian|Japanese|Korean|Mexican|Norwegian|Polish|Portuguese|Spanish|Swedish|Swiss"
    r"|Taiwanese|Thai|Turkish|UK|US)"
)
_SITES = re.compile(
    rf"(?i)\b(?:at|in|from|across|within|by|involving|comprising|setting:?)\s+(?:a\s+total\s+of\s+)?"
    rf"(?:{COUNT}\s+countries\s+(?:and|at|in)\s+)?(?P<n>{COUNT})"
    rf"\s+(?:(?P<nations>{_NATION}(?:(?:,\s+|,?\s+and\s+){_NATION})*)\s+(?!and\b|or\b))?"
    rf"(?:(?!(?:{PEOPLE}|countries)\b)[\w-]+\s+){{0,4}}?(?:cent(?:er|re)s|sites|hospitals|institutions|clinics|practices|"
    rf"(?:care|stroke|burns?|dialysis|oncology)\s+(?:units|departments))\b"
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
_FURTHER = re.compile(
    rf"(?:\s+in)?(?:\s+{_COUNTRY}(?:(?:,|,?\s+and)\s+{_COUNTRY})*)?(?:,|,?\s+and)\s+(?P<n>{COUNT})"
    rf"(?:\s+(?:cent(?:er|re)s|sites|hospitals|institutions))?(?=\s+in\s+{_COUNTRY})"
)
"""`in 14 hospitals in Japan and nine in Korea`: the sites of another country."""
_ONE_COUNTRY = re.compile(rf"(?:in|within|across|throughout|from)\s+{_COUNTRY}(?!{_MORE})")
_DONE_IN = re.compile(
    r"\b(?:trials?|study|studies),?\s[^.;]{0,80}?\b(?:conducted|done|performed|undertaken|carried\s+out)\s+(?:in|throughout)\s+"
    rf"{_COUNTRY}(?!{_MORE})"
)
_LISTED_COUNTRIES = re.compile(
    r"\b(?:diagnosed|treated|enrolled|recruited|conducted|done|place|patients|participants|cent(?:er|re)s|sites|hospitals|"
    r"institutions|clinics)\s+(?:in|from|across|within|throughout)\s+"
    rf"(?P<all>{_COUNTRY}(?:,\s+{_COUNTRY}){{0,12}},?\s+and\s+{_COUNTRY})(?!\s*(?:,|and\b|/))"
)
_OF_A_COUNTRY = re.compile(rf"\b[Tt]he\s+{_COUNTRY}(?=\s+(?:[\w/-]+\s+){{0,3}}?(?:trial|study)\b)")


def sites(page: Page) -> Iterator[Candidate]:
    """Read the number of sites; more than one make the trial multicenter, although the word may be missing."""
    for _, match in page.find(_SITES):
        trial = page.trials.at(match.start())
        number, end = _with_further(page.text, match)
        yield attribute(trial, "siteCount", number, (match.start(), end), "sites")
        if number > 1:
            yield attribute(trial, "design", "multicenter", match.span(), "several sites")
        if end > match.end():
            continue
        if match["nations"]:
            number = len(re.findall(_NATION, match["nations"]))
            yield attribute(trial, "countryCount", number, match.span(), "country")
        elif country := _ONE_COUNTRY.search(page.text, match.end(), match.end() + 120):
            yield attribute(trial, "countryCount", 1, (match.start(), country.end()), "country")
    for sentence, match in page.find(_ONE_SITE):
        for trial in page.about(sentence, *match.span()):
            yield attribute(trial, "siteCount", 1, match.span(), "single site")


def _with_further(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The sites of all countries together, where each country has its number, and where that is told."""
    number, end = read_count(match["n"]), match.end()
    while further := _FURTHER.match(text, end):
        number, end = number + read_count(further["n"]), further.end()
    return number, end


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
