"""Which disease a trial studies, and how much treatment its patients have had."""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Concept, Trial
from ..candidates import Candidate
from ..number_words import COUNT, read_count
from ..passages import Mention
from .page import Page, attribute

_LINES = (
    r"(?:(?:systemic|anti-?\w+|chemo\w*|cancer|myeloma|treatment|therapy|platinum\S*|endocrine|\w+-based|(?-i:[A-Z]\S+))"
    r"\s+){0,2}(?:lines?|therap(?:y|ies)|regimens?|treatments?)\b(?![-–])"
)
_AT_MOST = r"(?:no\s+more\s+than|up\s+to|at\s+most|not\s+more\s+than)"
_PRIOR = r"(?:prior|previous)"
_RANGED: Final = tuple(
    (form, re.compile(pattern))
    for form, pattern in (
        ("{0}-{1}", rf"(?i)\b(?P<a>{COUNT})\s?(?:to|-|–)\s?(?P<b>{COUNT})\s+{_PRIOR}\s+{_LINES}"),
        (">={0}", rf"(?i)(?:≥|>=|\bat\s+least\s+)\s?(?P<a>{COUNT})\s+(?:{_PRIOR}\s+)?{_LINES}"),
        (">={0}", rf"(?i)\b(?P<a>{COUNT})\s+or\s+more\s+(?:{_PRIOR}\s+)?{_LINES}"),
        ("<={0}", rf"(?i)(?:≤|<=|\b{_AT_MOST}\s+)\s?(?P<a>{COUNT}|a\s+single)\s+(?:{_PRIOR}\s+)?{_LINES}"),
        ("{0}", rf"(?i)\b(?:failure\s+of|received|after)\s+(?:only\s+)?(?P<a>{COUNT})\s+{_PRIOR}\s+{_LINES}"),
    )
)
_HAD = re.compile(
    r"(?i)\b(?:received|had|have|having|treated|patients|pts|adults|women|men|participants|failed|failure|after|undergone|"
    r"following)\b"
)
_SHARE = re.compile(r"\d\s?%[^.;]*$")
"""`60% had received two or more lines` tells of some patients."""
_WORDED: Final = tuple(
    (value, re.compile(pattern))
    for value, pattern in (
        (
            "0",
            r"(?i)(?<!mixed )\bpreviously\s+untreated\b(?!\s*(?:or|and)\b)"
            r"(?!\s+(?:patients|women|men|disease)\s+(?:and|or|versus|vs\.?)\s)",
        ),
        (
            "0",
            r"(?i)\b(?:no|without)\s+(?:prior|previous)\s+(?:systemic\s+|chemo)?(?:therapy|treatment|chemotherapy)\b",
        ),
        ("0", r"(?i)\b(?:treatment|(?:chemo)?therapy)[\s-]+na[iï]ve\s+(?:patients|adults|women)\b(?!\s*(?:or|and)\b)"),
        ("0", r"(?i)\bchemo(?:therapy)?[\s-]+na[iï]ve\b(?!\s*(?:or|and)\b)"),
        ("0", r"\buntreated,?\s+(?=(?:locally\s+)?(?:advanced|metastatic|recurrent))"),
        (">=1", r"(?i)\bpreviously\s+treated\b(?!\s+with\s+(?:radio|surg))"),
        (">=1", r"(?i)\bprogress(?:ion|ed|ing)\s+(?:on|after|during|following)\s+(?:prior|previous)\s+[a-z]"),
        ("1", r"(?i)\bas\s+second[\s-]line\s+(?:treatment|therapy)\b|\bsecond[\s-]line\s+(?:treatment|therapy)\s+of\b"),
        ("0", r"(?i)\b(?:as|for)\s+(?:the\s+)?first[\s-]line\s+(?:treatment|therapy)\b"),
        ("0", r"(?i)\bin\s+(?:the\s+)?first[\s-]line\s+(?:treatment|therapy)\s+(?:of|for)\b"),
    )
)
_FIRST_LINE: Final = re.compile(
    r"\b[Ff](?:irst|IRST)[\s-][Ll]ine\b(?!\s+(?:failure|progress|,|and|or)|[^.]*\bsecond[\s-]line)"
)
_FAILED: Final = re.compile(
    r"(?i)\b(?:after|following|fail\w*|progress\w*|refractory|previous\w*|prior)\b[^.;:]{0,40}$"
)
"""`after failure of first-line chemotherapy`: what was given before."""
_SUBGROUP = re.compile(r"(?i)\bsub(?:group|set)s?\b")
_PATIENTS_WITH = re.compile(
    r"(?i)\b(?:patients|women|men|adults|participants|subjects|pts|children)\s+(?:\w+\s+)?(?:with|who\s+ha[dv]e?)"
    r"\b|\b(?:in|for)\s+$|\bConditions?: "
)
_BODY = re.compile(
    r"(?:[\s-]+\w[\w-]*+){0,2}\s+(?:[Gg]roup|Society|Foundation|Institute|[Cc]linic|Association|Network)\b"
)
"""What follows a disease that only names an organization: `Breast Cancer Study Group`."""
_APART_BY = re.compile(r"(?:\s|-)(?:status|history|severity|risk)\b(?!\sof)")
_OR = re.compile(r"(?:\s*\([^()]{1,30}\))?,?\s+(?:and/)?or\s+")
_AND = re.compile(r"(?:\s*\([^()]{1,30}\))?\s+and\s+")
_CANCER = re.compile(r"^(?!.*metasta).*(?:cancer|carcinoma|lymphoma|leuka?emia|myeloma|melanoma|sarcoma)")


def diseases(page: Page) -> Iterator[Candidate]:
    """Read one disease per trial: of those in the title, or else of the patients, the one with the longest name."""
    titled = [m for s in page.sentences for m in s.of("Disease") if page.in_title(m.start) and not _in_name(page, m)]
    found = titled or list(_of_patients(page))
    if found:
        best = max(found, key=lambda m: (len(_name(m)), -m.start))
        for trial in page.trials.reported:
            for mention in _alternatives(page, found, best):
                yield attribute(trial, "studies", mention.concept, (mention.start, mention.end), "disease")  # pyright: ignore[reportArgumentType]
    yield from _diseases_of_others(page)


def _in_name(page: Page, mention: Mention) -> bool:
    """Whether a disease is a part of an organization's name, or of what patients are told apart by."""
    body = mention.text[:1].isupper() and _BODY.match(page.text, mention.end) is not None
    return body or _APART_BY.match(page.text, mention.end) is not None


def _alternatives(page: Page, found: list[Mention], best: Mention) -> list[Mention]:
    """Give a disease with those that `or` joins to it: `advanced gastric cancer or esophageal cancer`."""
    place = found.index(best)
    last = next((i for i in range(place, len(found) - 1) if not _joined(page, *found[i : i + 2])), len(found) - 1)
    first = next((i for i in range(place, 0, -1) if not _joined(page, *found[i - 1 : i + 1])), 0)
    return found[first : last + 1]


def _joined(page: Page, earlier: Mention, later: Mention) -> bool:
    cancers = _CANCER.match(_name(earlier)) and _CANCER.match(_name(later)) and _name(earlier) != _name(later)
    both = cancers and _AND.fullmatch(page.text, earlier.end, later.start)
    return both is not None or _OR.fullmatch(page.text, earlier.end, later.start) is not None


def _name(mention: Mention) -> str:
    return mention.concept.name if isinstance(mention.concept, Concept) else ""


def _of_patients(page: Page) -> Iterator[Mention]:
    for sentence in page.sentences:
        if set(page.trials.named_in(sentence.start, sentence.end)) - set(page.trials.reported):
            continue
        for mention in sentence.of("Disease"):
            if _PATIENTS_WITH.search(page.text, max(sentence.start, mention.start - 90), mention.start):
                yield mention


def _diseases_of_others(page: Page) -> Iterator[Candidate]:
    """Tell that a trial named in passing studies the first disease whose patients its sentence names."""
    given: set[Trial] = set()
    for sentence in page.sentences:
        named = page.trials.named_in(sentence.start, sentence.end)
        if len(named) != 1 or named[0] in page.trials.reported:
            continue
        for mention in sentence.of("Disease"):
            of_patients = _PATIENTS_WITH.search(page.text, max(sentence.start, mention.start - 60), mention.start)
            if of_patients and isinstance(mention.concept, Concept) and named[0] not in given:
                given.add(named[0])
                yield attribute(
                    named[0], "studies", mention.concept, (mention.start, mention.end), "disease of a named trial"
                )


def prior_lines(page: Page) -> Iterator[Candidate]:
    """Read how many lines of treatment patients have had; one value per trial, figures before words."""
    given: set[Trial] = set()
    for form, pattern in _RANGED:
        for sentence, match in page.find(pattern):
            before = page.text[max(sentence.start, match.start() - 80) : match.start("a")]
            if not _HAD.search(before) or _SHARE.search(before):
                continue
            numbers = [_count(match[key]) for key in ("a", "b") if match.groupdict().get(key)]
            for trial in page.trials.all_at(match.start()):
                if trial not in given:
                    given.add(trial)
                    yield attribute(trial, "priorLines", form.format(*numbers), match.span(), "prior lines")
    for value, pattern in _WORDED:
        for sentence, match in page.find(pattern):
            for trial in () if _SUBGROUP.search(sentence.text) else page.about(sentence, *match.span()):
                if trial not in given:
                    given.add(trial)
                    yield attribute(trial, "priorLines", value, match.span(), "prior treatment")
    titled = _first_line(page)
    for trial in page.trials.reported if titled else ():
        if titled and trial not in given:
            yield attribute(trial, "priorLines", "0", titled, "first line in title")


def _first_line(page: Page) -> tuple[int, int] | None:
    """Where the title says that the treatment is the first."""
    found = _FIRST_LINE.search(page.text, page.title_start, page.title_end)
    before = page.text[page.title_start : found.start()] if found else ""
    return found.span() if found and not _FAILED.search(before) else None


def _count(text: str) -> int:
    return 1 if text.lower().startswith("a ") else read_count(text)
