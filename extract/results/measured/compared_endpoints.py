"""What a sentence compares arms by, in its own words, where it measures nothing that is known.

`Bowel closure was achieved in 91% with A and 87% with B`, `with A they needed less rescue medication (17%) than with B
(30%)`. Such words are no endpoint unless figures of arms stand with them. Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...wordings import Wording
from ..items import Item
from .own_words import NO_ENDPOINT, NOUNS

_IN: Final = "|".join(
    f"(?<={noun} in)"
    for noun in (
        "changes", "change", "increases", "increase", "decreases", "decrease", "reductions", "reduction", "rise",
        "fall", "improvements", "improvement", "declines", "decline", "drop", "gain", "loss", "pain",
    )
)  # fmt: skip
_FOR: Final = "(?<=need for)|(?<=requirement for)|(?<=requirements for)|(?<=demand for)"
_NAME: Final = rf"(?P<name>{NOUNS}(?:\s(?:of|in(?:{_IN})|for(?:{_FOR}))\s(?:the\s)?{NOUNS}){{0,2}})"
_AHEAD: Final = (
    r"(?:(?:RESULTS?|FINDINGS?)[:.]?\s)?(?:(?:However|Overall|Moreover|Furthermore|In addition|Similarly|Also)\s?,\s)?"
    r"(?:(?:At|After|By|On|In|During|Among|Within|For|Over)\s[^.;,%]{1,60},\s)?"
)
_OF_MEANS: Final = r"(?:(?:mean|median|average|overall|adjusted|least squares)(?:\s\([^()]{1,12}\))?\s){0,2}"
_MORE: Final = (
    r"(?:less|fewer|more|greater|lower|higher|longer|shorter|better|worse|larger|smaller|reduced|increased|faster)"
)
_BEHIND: Final = (
    r"(?=\s?[(,.;:\[]|\s(?:than|compared|versus|vs|in|with|for|at|on|after|among|between|was|were|and|by)\b|$)"
)
_PATTERNS: Final = (
    Wording(
        rf"(?:^|[;:]\s|,\s(?:and|but|while|whereas)\s|(?:\band|\bwhile|\bwhereas)\s(?=the\b))(?:{_AHEAD})"
        rf"(?:(?:the|an?)\s)?(?:(?:significantly\s)?{_MORE}\s)?{_OF_MEANS}{_NAME}(?:\s\([^()]*\))?"
        r"(?:\s(?:in|for|with|among|at|after|during|on|between|by|from|within)\b(?:[^.;%]|\.(?=\d)){1,110}?)?"
        r"\s(?:was|were|occurred|developed|decreased|increased|improved|fell|rose|dropped|declined|averaged)\b"
        r"(?!\s(?:used|defined|measured|assessed|evaluated|compared|calculated|analy[sz]ed|conducted|no|not|present)\b"
        r"|\s(?:\w+ly\s)?in\s\d[\d.]*\s?%)",
        re.IGNORECASE,
    ),
    Wording(
        rf"\b{_MORE}\s{_OF_MEANS}{_NAME}{_BEHIND}",
        re.IGNORECASE,
    ),
    Wording(
        rf"\b(?:differences?|differed|similar|comparable|alike)\b[^.;()%\d]{{0,60}}?\s"
        rf"(?:in|with respect to|regarding)\s(?:the\s)?{_OF_MEANS}{_NAME}{_BEHIND}",
        re.IGNORECASE,
    ),
    Wording(
        rf"\b(?:reduction|decrease|increase|improvement)s?\sin\s(?:the\s)?(?:rate|incidence|frequency|occurrence|proportion)"
        rf"\sof\s{_NAME}{_BEHIND}",
        re.IGNORECASE,
    ),
    Wording(
        r"\b(?:had|showed|achieved|reached|attained|experienced|required|needed|requested|obtained|exhibited"
        rf"|maintained)\s(?:(?:an?|the|any|no|significantly|significant)\s){{0,2}}{_OF_MEANS}{_NAME}{_BEHIND}",
        re.IGNORECASE,
    ),
)
_STATE: Final = Wording(
    r"\b(?:were|was|became|remained)\s(?P<name>(?:completely\s)?(?:[a-z]{3,20}-free|free (?:of|from) "
    rf"{NOUNS}|cured|healed|pregnant|abstinent|asymptomatic|afebrile|seronegative|normotensive|euthyroid))\b",
    re.IGNORECASE,
)
"""`58% with A and 75% with B were pain-free`"""
_SUCCESS: Final = Wording(
    rf"(?:^|[;:]\s)(?:{_AHEAD})(?:the\s)?(?P<name>{NOUNS})\s(?:\([^()]*\)\s)?(?:was|were)\s(?P<how>successful)\b",
    re.IGNORECASE,
)
_SHARE_OF: Final = re.compile(
    r"(?:overall |cumulative )?(?:rates?|incidences?|frequency|proportions?|percentages?|occurrence) of (?:the )?"
)
_BARRED: Final = re.compile(
    rf"\b(?:{NO_ENDPOINT}|drop-?outs?|controls?|placebo|vehicle|recipients|users|cases?|exposure|findings|complet(?:ed|ion)|none|others?"
    r"|we|effects?|efficacy|safety|tolerability|tolerated|side|adverse|effective\w*|statistical\w*|common\w*|frequent\w*"
    r"|often|likely|markedly|pronounced|comparable|duration of (?:the )?(?:treatment|therapy|study)|doses? of|risks?"
    r"|odds|ratio|probability|likelihood|reverse|opposite|strateg\w+|regimens?|schedules?|hypothes\w+|undergone|half|\w+ly)\b",
    re.IGNORECASE,
)
_TOO_WIDE: Final = re.compile(
    r"(?:(?:clinical|significant|marked|greater|mean|median|primary|secondary|main|final|serum|plasma|treatment|study)\s)*"
    r"(?:improvements?|decreases?|increases?|reductions?|changes?|responses?|levels?|values?|scores?|rates?|incidences?"
    r"|proportions?|percentages?|numbers?|treatment|therapy|outcomes?|end ?points?|variables?|parameters?|measures?"
    r"|concentrations?|group|dose|time|frequency|severity|benefits?|success|interval|medication|drugs?|mean|median)",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST = 3, 90
_BEFORE: Final = Wording(r"\b(?:at|pre-?)\s?(?:baseline|entry|inclusion|enrol+ment|treatment)\b", re.IGNORECASE)
_FIGURES: Final = re.compile(r"\d.*?[^\d.,]\d", re.DOTALL)


def compared_endpoints(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each such endpoint of a sentence that compares arms.

    >>> [name for _, _, name in compared_endpoints("Wound closure was achieved in 91% on A and 87% on B.")]
    ['wound closure']
    """
    if not _FIGURES.search(text) or _BEFORE.search(text):
        return
    taken = 0
    for match in _SUCCESS.finditer(text):
        if not _BARRED.search(match["name"]):
            yield match.start("name"), match.end("how"), f"{match['how'].lower()} {_plain(match['name'])}"
            return
    for match in _STATE.finditer(text):
        yield *match.span("name"), _plain(match["name"])
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span("name")
            name = _plain(match["name"])
            share = _SHARE_OF.match(name)
            name = name[share.end() :] if share else name
            fits = _SHORTEST <= len(name) <= _LONGEST and not _TOO_WIDE.fullmatch(name)
            if start >= taken and fits and not _BARRED.search(name):
                yield start, end, name
                taken = end
        if taken:
            return


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def compared_items(text: str, start: int, end: int) -> Iterator[Item]:
    """Give them as items, under the names that the lexicon has for them where it has one."""
    for at, to, name in compared_endpoints(text[start:end]):
        known = next((e.concept for e in load_lexicon().named(name) if e.concept.kind == "Endpoint"), None)
        concept = known or Concept("Endpoint", name)
        yield Item(
            kind="endpoint", start=start + at, end=start + to, concept=concept, text=text[start + at : start + to]
        )
