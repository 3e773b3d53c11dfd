"""Words that qualify what stands beside them: comparisons, consequences, statistics, and what takes figures away.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ..annotated import AnnotatedText
from ..number_words import WORD_NUMBER
from ..wordings import Wording
from .items import Item, ItemKind

WORDS: Final[tuple[tuple[ItemKind, Wording], ...]] = (
    (
        "absorber",
        Wording(
            r"\bfollow(?:ed)?[- ]?up\b|\bf/u\b|\bfollowed for\b|\bmedian age\b|\bmean age\b"
            r"|\b(?:median|mean)? ?\bduration of (?:treatment|exposure|therapy|study|follow)\w*"
            r"|\b(?:median|mean) duration(?= (?:was|were) )"
            r"|\btreatment duration\b|\btime on treatment\b|\b(?:relative )?dose[- ]intensity\b"
            r"|\bnumber of (?:\w+ ){0,9}(?:cycles|lines|infusions|therapies|regimens|doses)\b"
            r"|\b(?:prior(?<!less of prior)(?<!tive of prior)(?<!dent of prior)|previous(?<!less of previous)"
            r"(?<!tive of previous)(?<!dent of previous)) (?:lines|therapies|regimens|treatment|chemotherapy)\b(?!:)"
            r"|\bpower\b"
            r"|\bsignificance level\b|\balpha\b|\bscreened\b"
            r"|\bmaturity\b|\b(?:white|black|asian|caucasian|hispanic)\b|\bmargins?\b|\bineligible\b"
            r"|\bperformance status\b|\b(?:were|was) (?:fe)?male\b|\bcrossed over\b|\bcross-?overs?\b"
            r"|\bsubsequent (?:therapy|treatment)\b",
            re.IGNORECASE,
        ),
    ),
    ("statistic", Wording(r"\bmedians?\b|\bmeans?\b(?! that)|\baverage\b", re.IGNORECASE)),
    (
        "versus",
        Wording(r"\b(?:versus|vs\b\.?|v\b(?=\s)|compared (?:with|to)|against|than|as opposed to)", re.IGNORECASE),
    ),
    ("respectively", Wording(r"[Rr]espective(?:ly\b|\s+(?:\w+\s+)?(?:groups|arms)\b)")),
    ("serious", Wording(r"\bserious\b|\bSAEs?\b", re.IGNORECASE)),
    (
        "related",
        Wording(
            r"(?<!\w-)\b(?=\w)[\w-]+-related\b(?!\s+quality)|\bconsidered related\b"
            r"|\battribut(?:able|ed) to\b"
            r"(?!\s+(?:\w+\s+){0,2}(?:adverse|[A-Z]*AEs?\b|toxicit|side[ -]effect|death|progress))"
            r"|\brelated to (?:study|treatment)\b"
            r"|(?<!not )\b(?:suspected|considered|deemed|judged|thought) to be (?:possibly |probably )?related to\b"
            r"(?! (?:the |their |underlying )*(?:disease|progress|tumou?r|cancer|malignan|myeloma))",
            re.IGNORECASE,
        ),
    ),
    (
        "consequence",
        Wording(
            r"\bdiscontinu\w+|\bstopp(?:ed|ing)\b|\bwithdr[ae]w\w*|\bdose reductions?\b"
            r"|\b(?:treatment|therapy|chemotherapy|dos(?:es?|ing)|courses?|cycles?) (?:was|were|had to be) "
            r"(?:delayed|interrupted|postponed)\b"
            r"|\bdrop(?:ped out|-?outs?)(?= (?:\w+ ){0,4}?(?:because of|due to|owing to)\b)"
            r"|\b(?:dose|treatment) (?:interruptions?|delays?)\b"
            r"|\bfatal\b|\bdeaths?\b|\bdied\b|\bhospitali[sz]\w+",
            re.IGNORECASE,
        ),
    ),
)
_ONLY: Final = re.compile(r"\b(?:the only|a single)\s+$")
_RELATED_TO: Final = re.compile(
    r"(?:possibly|probably|definitely|potentially|likely|not|non)?-?(?:(?:study|investigational|trial)-)?"
    r"(?:treatment|drug|study|therapy|medication|medicine|agent|product|regimen|protocol|vaccine|vaccination"
    r"|chemo\w*|radio\w*|immuno\w*|\w+therapy|toxicity|placebo)s?-related|considered|suspected|deemed|judged|thought|attribut(?:able|ed)|related",
    re.IGNORECASE,
)
"""What treatment caused, as against `catheter-related` or `cancer-related`."""
_AT_TIME: Final = re.compile(
    rf"\b(?:at|after|by)\s(?:the\s)?(?:\d{{1,3}}|{WORD_NUMBER})[\s-](?:day|week|month|year)s?'?(?:\sof)?(?:\s(?:median|mean))?\s$"
    r"|\bduring\s(?:the\s)?$",
    re.IGNORECASE,
)
"""`the cure rate after 6 months of follow-up`, `response rates during follow-up`"""
_LASTING: Final = re.compile(r"\s(?:time\s|period\s)?(?:of|lasting)\s")
_CLOSES: Final = re.compile(r"(?:\s(?:period|visit|time))?\s?,")
"""`During follow-up, 12% relapsed`"""
_MEANWHILE: Final = re.compile(r"\b(?:during|over|at|in|after)\s(?:the\s|a\s)?(?:[a-z-]+\s){0,2}$", re.IGNORECASE)
_REACH: Final = 30


def qualifying_words(
    page: AnnotatedText, text: str, offset: int, absorbed: list[tuple[int, int]], endpoints: list[tuple[int, int]]
) -> Iterator[Item]:
    """Give the words that qualify others, outside of what they are parts of."""
    for kind, pattern in WORDS:
        for match in pattern.finditer(text):
            start, end = match.start() + offset, match.end() + offset
            if kind == "related" and not _of_treatment(page, match[0], start, end):
                continue
            if kind == "versus" and lies_in(start, end, absorbed):
                continue  # more than 5%
            if kind in {"absorber", "statistic"} and lies_in(start, end, endpoints):
                continue  # mean arterial pressure
            if kind == "absorber" and _only_dates(text, match.start(), match.end()):
                continue
            if kind == "consequence" and _ONLY.search(text, 0, match.start()):
                continue
            yield Item(kind=kind, start=start, end=end, text=match[0].lower())


def _only_dates(text: str, start: int, end: int) -> bool:
    """Whether follow-up is a time at which something was measured, not measured itself."""
    timed = _AT_TIME.search(text, max(0, start - _REACH), start) and not _LASTING.match(text, end)
    return bool(timed or (_CLOSES.match(text, end) and _MEANWHILE.search(text, 0, start)))


def _of_treatment(page: AnnotatedText, word: str, start: int, end: int) -> bool:
    """Whether a word such as `drug-related` says that treatment was the cause, be it named by its kind or by a drug."""
    named = any(m.kind in {"Drug", "DrugClass", "Regimen"} for m in page.between(start, end))
    return named or bool(_RELATED_TO.match(word))


def lies_in(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a stretch lies within one of some spans."""
    return any(a <= start and end <= b for a, b in spans)
