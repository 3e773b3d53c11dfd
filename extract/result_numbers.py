"""Which of a document's printed numbers are results: not its plans, thresholds, doses, dates and patients.

Needs only the stored text, and time in proportion to its length. Offsets are those of the stored text.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Any, Final, cast

import spacy
from spacy.tokens import Doc

from ..ontology.document import Document
from .cleaning import CleanText, clean
from .language.sentences import SentenceSplitter
from .language.tokenizer import use_trial_tokens
from .results.quantities.finding import find_quantities
from .results.quantities.quantity import Quantity
from .tables.reading import result_grids

_RESULTS: Final = re.compile(
    r"\W*(?:\d[\d.]*\s+)?(?:main )?(?:results?|findings|efficacy|safety|outcomes?)\b", re.IGNORECASE
)
_ELSEWHERE: Final = re.compile(
    r"\W*(?:\d[\d.]*\s+)?(?:introduction|background|objectives?|aims?|purpose|rationale|"
    r"(?:materials?|patients?|participants|study design) and methods?|"
    r"methods?|study design|trial design|eligibility|statistic\w+|discussion|conclusions?|interpretation|funding|"
    r"limitations|references|acknowledg\w+|disclosures?|conflicts? of interest|about)\b",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"[A-Z][A-Za-z ]{2,30}:|[A-Z]{5,}[A-Z ]*\b")
_PLANNED: Final = re.compile(
    r"\b(?:to detect|assum(?:ing|ed)|hypothes\w+|anticipated|expected|power(?:ed)?|"
    r"sample size|non-?inferiority margin|alpha (?:of|=|level)"
    r"|(?:median|mean)(?: \[(?:SD|IQR|range)\]| \((?:SD|IQR|range)\))? age|baseline (?:\w+ )?characteristics|"
    r"eligibility|eligible if|inclusion criteria|crossed over|"
    r"(?:had (?:received|undergone)|were (?:pretreated with|refractory to)|previously treated with))\b|"
    r"[%)\]] (?:were )?(?:white|black|asian|hispanic|(?:fe)?male)\b|"
    r"\b(?:primary|secondary) end ?-?points? (?:was|were|is|included?)\b",
    re.IGNORECASE,
)
_NO_RESULT: Final = re.compile(
    r"\b(?:follow(?:ed)?[- ]?up|followed for|duration of (?:treatment|exposure|therapy)|time on treatment|"
    r"dose[- ]intensity|data cut-?off)\b[^,;]*$|"
    r"\b(?:for|every|over|within|during|than|(?:period|total|course) of|aged?\s*[<>≤≥=]?)\s*(?:a\s+)?(?:up to\s+)?$",
    re.IGNORECASE,
)
"""Words that make the duration after them no result."""
_MEASURED: Final = re.compile(
    r"\b(?:median|mean|survival|PFS|OS|DFS|EFS|TTP|progression|response|remission|time to)\b", re.IGNORECASE
)
_NO_RESULT_AFTER: Final = re.compile(
    r"\s*(?:data |information )?(?:maturity|of (?:further |additional )?follow|additional)", re.IGNORECASE
)
_NAMED: Final = re.compile(
    r"(?:\b[rtzdFβ]\s?=\s?[-−–]?"
    r"|\b(?:groups?|arms?|phase|days?|weeks?|months?|cohort|stage|part|visit)\s(?:\d+,?\sand\s)?)$"
)
"""Before a test statistic, or a number that only names something: `z = 2.1, P = 0.03`, `on day 14 (P = 0.02)`."""
_LEVEL: Final = re.compile(r"(?<!\bin)(?<!\bof)(?<!\bwas)(?<!\bwere)(?<!\bby)(?<!\bwith)(?<=[A-Za-z0-9)])\s?$")
"""Before a limit of what is measured: `HbA1c <7%`."""
_CHOICE: Final = re.compile(r"\s(?:[\w-]+\s)?(?:groups|arms|drugs|treatments|regimens|doses)\b")
"""`one of two groups`"""
_IN_CELLS: Final = frozenset({"share", "duration", "amount", "number", "status", "interval", "p"})
_CLAUSE: Final = 120
"""Characters before a duration that tell what it is."""
_RATIO: Final = 220
"""Characters between the name of a ratio and its value, at most."""
_BESIDE: Final = 4
"""Characters between a bare number and its interval or p value, at most."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A number of the results as printed, and the stretch that it stands in: a sentence, or the row of a table."""

    start: int
    end: int
    text: str
    quantity: Quantity
    around: tuple[int, int]


def result_numbers(document: Document) -> list[Printed]:
    """Find the numbers of a document's results in order, those of tables where their cells stand."""
    cleaned = clean(document.text)
    return sorted([*_in_text(document, cleaned), *_in_tables(document, cleaned)], key=lambda p: (p.start, p.end))


@cache
def _tokenizer() -> Callable[[str], Doc]:
    return use_trial_tokens(spacy.blank("en")).tokenizer


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    doc = SentenceSplitter()(_tokenizer()(text))
    for span in cast("Any", doc).sents:
        yield int(span.start_char), str(span.text)


def _in_text(document: Document, cleaned: CleanText) -> Iterator[Printed]:
    """Give the numbers of the running text, where it reports results."""
    headings = sorted((s.start, s.heading) for s in document.sections)
    tables = sorted((t.start, t.end) for t in document.tables)
    results, passed = True, 0
    for offset, text in _sentences(cleaned.text):
        start, end = cleaned.span(offset, offset + len(text))
        while passed < len(headings) and headings[passed][0] <= start:
            results = _opens(headings[passed][1], before=results)
            passed += 1
        if label := _LABEL.match(text):
            results = _opens(label[0], before=results)
        table = bisect_right(tables, (start, len(document.text))) - 1
        if results and not (table >= 0 and start < tables[table][1]):
            for quantity in results_of(text, offset):
                place = cleaned.span(quantity.start, quantity.end)
                yield Printed(*place, document.text[slice(*place)], quantity, (start, end))


def _opens(heading: str, *, before: bool) -> bool:
    """Whether results follow a heading; a heading that tells nothing belongs to what it stands under."""
    return bool(_RESULTS.match(heading)) or (before and not _ELSEWHERE.match(heading))


def results_of(sentence: str, offset: int = 0) -> Iterator[Quantity]:
    """Give the quantities of a sentence that are results; `offset` is added to each place.

    >>> [q.kind for q in results_of("At a median follow-up of 9 months, PFS was 11.5 months (95% CI 8.9-13.9).")]
    ['duration', 'interval']
    """
    if _PLANNED.search(sentence):
        return
    before: Quantity | None = None
    ratio: Quantity | None = None
    found = find_quantities(sentence, offset)
    for quantity, following in zip_longest(found, found[1:]):
        if quantity.kind == "effect":
            ratio = quantity
            continue
        if quantity.kind == "number" and ratio is not None and quantity.start - ratio.end < _RATIO:
            ratio, result = None, True
        elif quantity.kind == "number" and following is not None and following.kind in {"interval", "p"}:
            named = _NAMED.search(sentence, 0, quantity.start - offset)
            result = following.start - quantity.end <= _BESIDE and named is None
        elif quantity.name == "bare":  # a range, unless it is that of a result
            result = before is not None
        else:
            result = _is_result(quantity, sentence, quantity.start - offset, quantity.end - offset)
        before = quantity if result else None
        if result:
            yield quantity


def _is_result(quantity: Quantity, sentence: str, start: int, end: int) -> bool:
    match quantity.kind:
        case "status" | "interval" | "p":
            return True
        case "share":
            limit = quantity.relation != "=" and quantity.count is None and _LEVEL.search(sentence, 0, start)
            chosen = quantity.count is not None and quantity.value is None and _CHOICE.match(sentence, end)
            return not (limit or chosen or _NO_RESULT_AFTER.match(sentence, end))
        case "duration" | "amount":
            told = _NO_RESULT.search(sentence, max(0, start - _CLAUSE), start) or _NO_RESULT_AFTER.match(sentence, end)
            return told is None and bool(_MEASURED.search(sentence))
        case _:
            return quantity.name == "mean"


def _in_tables(document: Document, cleaned: CleanText) -> Iterator[Printed]:
    """Give the numbers in the cells of the tables that hold results; each stands where its cell does."""
    for _, _, grid in result_grids(document, cleaned):
        for row in (row for row in grid.rows if not row.sizes):
            for value in row.values:
                for quantity in find_quantities(value.text):
                    if quantity.kind in _IN_CELLS:
                        text = value.text[quantity.start : quantity.end]
                        yield Printed(value.start, value.end, text, quantity, (row.start, row.values[-1].end))
