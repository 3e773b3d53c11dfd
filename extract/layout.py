"""What a line of text is, judged by its looks: heading, list item, row of a table, or running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..ontology.document import DocumentKind
from .wordings import Wording

_LABELS = (
    r"structured abstract|abstract|lay summary|plain language summary|summary|background(?: and (?:aims?|objectives?))?"
    r"|introduction|context|rationale|importance|objectives?|purposes?|aims?|hypothesis|(?:trial |study )?design"
    r"|(?:patients?|subjects|participants|materials?) (?:and|&) methods"
    r"|design, setting,? and participants|settings?|participants|patient population|patients?"
    r"|methods?(?: and (?:materials?|findings|results))?"
    r"|interventions?|exposures?|main outcomes?(?: and)?(?: measures?| measurements?)?|outcome measures?|end ?points?"
    r"|measurements(?: and main results)?|main results|results?(?: and discussion)?|findings|safety|efficacy"
    r"|discussion|limitations?|conclusions?(?: and relevance)?|interpretation|implications|significance"
    r"|funding(?: source)?|(?:clinical )?trial registration(?: number)?|registration|references|acknowledge?ments?"
    r"|(?:declaration|conflicts?) of interests?(?: statement)?|statistical (?:analysis|methods)"
)
"""The words that head the sections of papers and structured abstracts."""

_ORDINAL = r"\d{1,2}(?:\.\d{1,2}){0,3}\.?[^\S\n]{1,3}(?:\ufffd[^\S\n]{1,3})?"
_LABEL = re.compile(
    # first on its line, numbered or not
    rf"^[ \t]*(?:{_ORDINAL})?(?P<line>{_LABELS})[ \t]*(?:[:.](?=\s|$)|$)"
    rf"|(?<=[.?!)\]] )(?P<colon>{_LABELS})[ \t]?:(?=\s)"  # in running text, with a colon
    rf"|(?:^[ \t]*|(?<=[.?!)\]:] )|(?<=\w\.))(?P<capitals>(?-i:{_LABELS.upper()}))(?=[:.]?[ \t]+[(\dA-Z])",
    re.IGNORECASE | re.MULTILINE,
)
_STATISTICS = re.compile(r"\b\d\d% CI\b|\bp ?[<=] ?0?[.·]\d", re.IGNORECASE)
_REPORTING = frozenset(
    {"methods", "results", "findings", "conclusion", "conclusions", "conclusions and relevance", "interpretation"}
)
_PAPER = 12_000
"""A text longer than this, in characters, is no abstract and no news."""
_NUMBERED = re.compile(_ORDINAL + r"[A-Z][^\n|.;:]{2,90}$")
_NO_HEADING = frozenset(".?!:;,-–/0123456789")
"""What a heading without a number in front doesn't end in."""
_NUMBERING = re.compile(_ORDINAL + r"(?=[A-Z])")
_LIST_ITEM = re.compile(r"(?:[•‣◦▪●○·*+–—-]|\(?(?:\d{1,3}|[a-z])[.)])\s+\S")
_NUMBER = r"(?:[<>≤≥~≈±+−–-]\s?)?(?>\d+(?:[.,·]\d+)*(?:/\d+)?%?)"
_SPREAD = r"(?:\s?\([^()\n]{1,18}\))?(?:\s?\[[^\[\]\n]{1,30}\])?"
_VALUE = rf"(?>(?:{_NUMBER}(?:\s?[-–−±]\s?{_NUMBER})?|NR|NA|NE){_SPREAD}|[—–]|\.\.)"
_MARKS = r"(?>(?:[*†‡§]{1,3}[a-h]?|[a-h])?)"
VALUES = re.compile(rf"(?:(?<=\s)|^){_VALUE}{_MARKS}(?:\s++{_VALUE}{_MARKS}){{1,40}}$")
"""Two values or more at the end of a line, footnote marks with them; never backtracks, so no line makes it slow."""
ONE_VALUE = re.compile(rf"(?:(?<=\s)|^)({_VALUE}){_MARKS}(?=\s|$)")
"""One value of those, without its footnote marks."""
ROW_LIMIT = 250
"""A line longer than this, in characters, is no row of a table."""
_TABLE_LINE = Wording(r"\||[^\S\t\n]*\S[^\t\n]*\t|\S[^|\n]* \| ")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds more than white space: offsets of its ink, its text, and the line ends before it.

    A line that is set in further than the one before counts one line end more: a paragraph or a page begins with it.
    """

    start: int
    end: int
    text: str
    gap: int


def lines_of(text: str) -> list[Line]:
    r"""List the lines that are not blank.

    >>> [(line.start, line.text, line.gap) for line in lines_of("a \n\n b")]
    [(0, 'a', 0), (5, 'b', 3)]
    """
    found: list[Line] = []
    offset = gap = indent = 0
    for raw in text.split("\n"):
        if ink := raw.strip():
            before, indent = indent, raw.index(ink[0])
            start = offset + indent
            found.append(Line(start, start + len(ink), ink, gap + (indent > before and gap > 0)))
            gap = 0
        gap += 1
        offset += len(raw) + 1
    return found


def label_offsets(text: str) -> Iterator[tuple[int, str]]:
    """Find the labels of sections in running text, with the offset of each.

    >>> list(label_offsets("A trial. METHODS We gave X. Results: It worked."))
    [(9, 'METHODS'), (28, 'Results')]
    """
    for match in _LABEL.finditer(text):
        name = match.lastgroup or "line"
        if match[name][0].isupper():
            yield match.start(name), match[name]


def is_label(line: str) -> bool:
    """Tell whether a line is nothing but the label of a section, numbered or not."""
    match = _LABEL.match(line)
    return match is not None and match.end() == len(line) and match[match.lastgroup or "line"][0].isupper()


def is_table_line(line: str) -> bool:
    """Tell whether a line is a row of a table: by bars, by tabs, or by the values in a row at its end.

    >>> is_table_line("Neutropenia 10 (30) 3 (9)"), is_table_line("was 70% (23 of 33; 95%")
    (True, False)
    """
    return (_TABLE_LINE.match(line) is not None and not is_list_item(line)) or is_value_row(line)


def is_value_row(line: str) -> bool:
    """Tell whether a line ends in two values or more with nothing but spaces between them."""
    return len(line) < ROW_LIMIT and VALUES.search(line) is not None


def is_list_item(line: str) -> bool:
    """Tell whether a line begins with a bullet or an ordinal."""
    return _LIST_ITEM.match(line) is not None


def heading_of(line: Line) -> tuple[int, str]:
    """Give a heading without its number and punctuation, and the offset of its first letter.

    >>> heading_of(Line(10, 27, "2.1 Study Design:", 2))
    (14, 'Study Design')
    """
    number = _NUMBERING.match(line.text)
    skipped = number.end() if number else 0
    return line.start + skipped, " ".join(line.text[skipped:].rstrip(":. ").split())


def is_heading(line: Line, before: Line | None, after: Line | None) -> bool:
    """Tell whether a line heads what follows: a label, a numbered title, or a short line above a long one."""
    text = line.text
    if is_label(text):
        return True
    apart = before is None or line.gap > 1
    if apart and _NUMBERED.match(text) and not is_value_row(text):
        return True
    if after is None or len(text) > 90 or not text[0].isupper() or text[-1] in _NO_HEADING or is_table_line(text):
        return False
    opens = before is None or before.text[-1] in ".?!:)" or line.gap > 1
    heads = after.text[0].isupper() or after.text[0].isdigit()
    return opens and heads and len(after.text) > 40 and len(text) < 0.75 * len(after.text)


def kind_of(text: str) -> DocumentKind:
    r"""Judge the kind of a text by its length and the labels of its sections.

    >>> kind_of("METHODS We gave X. RESULTS It worked. CONCLUSION Give X."), kind_of("A\n\nB\n\nC\n\nD")
    ('abstract', 'news')
    """
    if len(text) > _PAPER:
        return "paper"
    labels = {label.lower() for _, label in label_offsets(text)}
    if len(labels & _REPORTING) > 1 or "abstract" in labels or text.strip().count("\n") < 3:
        return "abstract"
    if labels & _REPORTING:
        return "paper"
    return "abstract" if _STATISTICS.search(text) else "news"
