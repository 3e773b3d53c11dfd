"""How much treatment the patients of a trial have had."""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Trial
from ..candidates import Candidate
from ..number_words import COUNT, read_count
from ..people import PEOPLE
from .page import Page, attribute

_INHIBITORS = r"(?!CIs|MIs)[A-Z]{1,2}[IT]s|AEDs|DMARDs"
"""Kinds of drugs by their letters: `two prior TKIs`; not `2 SDs`."""
_LINES = (
    rf"(?:(?:systemic|standard|anti-?\w+|chemo\w*|cancer|myeloma|treatment|therapy|platinum\S*|endocrine|\w+-based|(?-i:[A-Z]\S+))"
    rf"\s+){{0,2}}(?:(?:lines?|therap(?:y|ies)|regimens?|treatments?|courses?(?=\s+of\s+(?:[\w-]+\s+){{0,2}}?\w*(?:therapy|treatment)\b)|(?-i:{_INHIBITORS}))\b(?![-–]|\s(?:emergent|related|"
    r"cycles?|arms?|groups?|days?|visits?|phases?|periods?|failures?)\b))"
)
_AT_MOST = r"(?:no\s+more\s+than|up\s+to|at\s+most|not\s+more\s+than)"
_PRIOR = r"(?:prior|previous)"
_RANGED: Final = tuple(
    (form, re.compile(pattern))
    for form, pattern in (
        ("{0}-{1}", rf"(?i)\b(?P<a>{COUNT})\s?(?:to|or|-|–)\s?(?P<b>{COUNT})\s+{_PRIOR}\s+{_LINES}"),
        (">={0}", rf"(?i)(?:≥|>=|\bat\s+least\s+)\s?(?P<a>{COUNT})\s+(?:{_PRIOR}\s+)?{_LINES}"),
        (">={0}", rf"(?i)\b(?P<a>{COUNT})\s+or\s+more\s+(?:{_PRIOR}\s+)?{_LINES}"),
        ("<={0}", rf"(?i)(?:≤|<=|\b{_AT_MOST}\s+)\s?(?P<a>{COUNT}|a\s+single)\s+(?:{_PRIOR}\s+)?{_LINES}"),
        ("{0}", rf"(?i)\b(?:failure\s+of|received|after)\s+(?:only\s+)?(?P<a>{COUNT})\s+{_PRIOR}\s+{_LINES}"),
    )
)
_HAD = re.compile(
    rf"(?i)\b(?:received|had|have|having|treated|{PEOPLE}|failed|failure|after|undergone|"
    r"following)\b"
)
_ASSESSED = re.compile(r"(?i)\b(?:assess|evalua|analy[sz])\w*")
_LATER = re.compile(
    r"^\s*(?:at|after|upon|on|following)\s+(?:relapse|(?:disease\s+)?progression|recurrence|the\s+(?:study|trial))\b"
    r"|\b(?:subsequent|post-?(?:study|trial|protocol|progression)|further|salvage|poststudy)\s+"
    r"(?:[\w-]+\s+)?(?:therap|treatment|lines?|chemo)",
    re.IGNORECASE,
)
"""What was given after the trial's treatment."""
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
        (
            "0",
            r"(?i)\b(?:had|have)\s+not\s+(?:yet\s+)?been\s+treated\b(?!\s+(?:with|for|by))"
            r"|\b(?:had|have)\s+not\s+previously\s+been\s+treated\b(?!\s+(?:with|by))"
            r"|\bnot\s+previously\s+treated\b(?!\s+(?:with|by))",
        ),
        ("0", rf"(?i)\b(?:treatment|(?:chemo)?therapy)[\s-]+na[iï]ve\s+{PEOPLE}\b(?!\s*(?:or|and)\b)"),
        ("0", r"(?i)\bchemo(?:therapy)?[\s-]+na[iï]ve\b(?!\s*(?:or|and)\b)"),
        ("0", r"\buntreated,?\s+(?=(?:locally\s+)?(?:advanced|metastatic|recurrent))"),
        (">=1", r"(?i)\bpreviously\s+treated\b(?!\s+with\s+(?:radio|surg))"),
        (">=1", r"(?i)\bprogress(?:ion|ed|ing)\s+(?:on|after|during|following)\s+(?:prior|previous)\s+[a-z][\w-]*"),
        (
            "1",
            r"(?i)\bas\s+(?:an?\s+)?second[\s-]line\s+(?:treatment|(?:chemo)?therapy)\b|\bsecond[\s-]line\s+(?:treatment|therapy)\s+of\b",
        ),
        ("0", r"(?i)\b(?:as|for)\s+(?:the\s+)?first[\s-]line\s+(?:treatment|(?:chemo)?therapy)\b"),
        (
            "0",
            r"(?i)(?:(?<!had )(?<!have )(?<!having )(?<!who )\breceived|\b(?:randomi\w+|assigned)\s+to(?:\s+receive)?)"
            r"\s+first[\s-]line\b",
        ),
        ("0", r"(?i)\bin\s+(?:the\s+)?first[\s-]line\s+(?:(?:treatment|therapy)\s+(?:of|for)|setting)\b"),
    )
)
_FIRST_LINE: Final = re.compile(
    r"\b[Ff](?:irst|IRST)[\s-][Ll]ine\b(?!\s+(?:failure|progress|maintenance|agents?|drugs?|options?|,|and|or)"
    r"|[^.]*\bsecond[\s-]line)"
)
_FAILED: Final = re.compile(
    r"(?i)\b(?:after|following|fail\w*|progress\w*|refractory|previous\w*|prior)\b[^.;:]{0,40}$"
)
"""`after failure of first-line chemotherapy`: what was given before."""
_INDICATION: Final = re.compile(
    r"(?i)\b(?:approved|licen[sc]ed|authori[sz]ed|indicat(?:ed|ions?)|recommend(?:s|ed|ations?)?|guidelines?)\b"
    r"|\bfor the treatment of (?:adults?|(?:adult )?patients)\b"
)
"""What a drug may be given after is not what the patients of a trial had."""
_SUBGROUP = re.compile(r"(?i)\bsub(?:group|set)s?\b")


def prior_lines(page: Page) -> Iterator[Candidate]:
    """Read how many lines of treatment patients have had; one value per trial, figures before words."""
    given: set[Trial] = set()
    for form, pattern in _RANGED:
        for sentence, match in page.find(pattern):
            before = page.text[max(sentence.start, match.start() - 80) : match.start("a")]
            if not _HAD.search(before) or _SHARE.search(before) or _tells_of_later(sentence.text, match[0]):
                continue
            if _INDICATION.search(page.text, sentence.start, match.start()):
                continue
            numbers = [_count(match[key]) for key in ("a", "b") if match.groupdict().get(key)]
            for trial in page.trials.all_at(match.start()):
                if trial not in given:
                    given.add(trial)
                    yield attribute(trial, "priorLines", form.format(*numbers), match.span(), "prior lines")
    for value, pattern in _WORDED:
        for sentence, match in page.find(pattern):
            indicated = _INDICATION.search(page.text, sentence.start, match.start())
            apart = indicated or _SUBGROUP.search(sentence.text)
            for trial in () if apart else page.about(sentence, *match.span()):
                if trial not in given:
                    given.add(trial)
                    yield attribute(trial, "priorLines", value, match.span(), "prior treatment")
    titled = _first_line(page)
    for trial in page.trials.reported if titled else ():
        if titled and trial not in given:
            yield attribute(trial, "priorLines", "0", titled, "first line in title")


def _tells_of_later(sentence: str, lines: str) -> bool:
    """Whether lines are those after relapse, or of the trial: `patients who received at least one course`."""
    assessed = "course" in lines and _ASSESSED.search(sentence) and not re.search(_PRIOR, sentence, re.IGNORECASE)
    return bool(assessed or _LATER.search(sentence))


def _first_line(page: Page) -> tuple[int, int] | None:
    """Where the title says that the treatment is the first."""
    found = _FIRST_LINE.search(page.text, page.title_start, page.title_end)
    before = page.text[page.title_start : found.start()] if found else ""
    return found.span() if found and not _FAILED.search(before) else None


def _count(text: str) -> int:
    return 1 if text.lower().startswith("a ") else read_count(text)
