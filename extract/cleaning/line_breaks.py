"""Line ends: which of them the page's width made, and how the parts of a broken word go together again."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ..layout import Line, is_heading, is_list_item, is_table_line, lines_of
from .marks import Repair

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"\b\w+[-\u00ad\u2010][ \t]*\n\s*\w*")
_HYPHENS = "-\u00ad\u2010"
_DASHES = "-\u00ad\u2010\u2011\u2013/"
_OPEN_END = re.compile(r"\b(?:an?|and|at|by|for|from|in|is|of|on|or|per|than|that|the|to|versus|vs|was|were|with)$")
_SHORTENED = re.compile(r"(?<![\w.])(?:[a-z]\.){2,}$|\b(?:vs|approx|resp|ca)\.$")
"""`i.v.`, `e.g.`: a stop at the end of a line that need not end a sentence."""
_PAGE = re.compile(r"page \d+(?: of \d+)?", re.IGNORECASE)
_PREFIXES_GROWN_ON = frozenset(
    [
        "an",
        "be",
        "can",
        "col",
        "for",
        "in",
        "im",
        "ir",
        "is",
        "not",
        "on",
        "out",
        "over",
        "per",
        "re",
        "there",
        "to",
        "un",
        "under",
        "up",
        "with",
    ]
)
"""Words that are more often the first syllable of another word than the first part of a compound."""
_LONGEST_PART = 80
"""Characters of the part of a word before a line end, at most."""
_PARAGRAPH = 200
"""A line longer than this, in characters, was never wrapped: it is a paragraph of its own."""


def vocabulary(text: str) -> Counter[str]:
    """Count the words of a text, compounds as one, in lower case; words broken by a line end don't count."""
    return Counter(word.lower() for word in _WORD.findall(_BROKEN.sub(" ", text)))


def line_breaks(text: str, words: Counter[str]) -> Iterator[Repair]:
    """Put a space, a line end or nothing in place of the white space between two lines, and drop running heads."""
    lines = without_running_heads(lines_of(text))
    if not lines:
        yield Repair(0, len(text), "")
        return
    yield Repair(0, lines[0].start, "")
    heads = _headings(lines)
    for index in range(1, len(lines)):
        before, line = lines[index - 1], lines[index]
        if heads[index - 1] or heads[index] or _parts(before, line):
            yield Repair(before.end, line.start, "\n" if line.gap == 1 else "\n\n")
        elif before.text[-1] in _DASHES and before.text[-2:-1].strip():
            yield Repair(before.end - joins(before.text, line.text, words), line.start, "")
        else:
            yield Repair(before.end, line.start, " ")
    yield Repair(lines[-1].end, len(text), "")


def joins(left: str, right: str, words: Counter[str]) -> bool:
    """Tell whether the hyphen at the end of `left` only broke a word, by what else stands in the text.

    >>> joins("with treat-", "ment of", Counter()), joins("isatuximab-", "based", Counter(isatuximab=2, based=1))
    (True, False)
    """
    first, second = re.search(r"[^\W\d_]+$", left[-_LONGEST_PART:-1]), re.match(r"[^\W\d_]+", right)
    if left[-1] not in _HYPHENS or first is None or second is None or not right[0].islower():
        return left[-1] == "\u00ad"
    if re.match(r"(?:and|in|of|on|the|to)-", right):
        return False
    start, end = first[0].lower(), second[0].lower()
    whole, compound = words[start + end], words[f"{start}-{end}"]
    if whole != compound:
        return whole > compound
    if first[0].isupper() and len(first[0]) > 1:
        return False
    known = words[start] > 0 and words[end] > 0 and len(end) > 3
    return not known or start in _PREFIXES_GROWN_ON


def without_running_heads(lines: list[Line]) -> list[Line]:
    """Leave out page numbers and what recurs at the head or foot of pages."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        places[re.sub(r"\d+", "#", line.text)].append(number)
    pages = _page_numbers(lines, places["#"])
    return [
        line
        for number, line in enumerate(lines)
        if number not in pages and not _PAGE.fullmatch(line.text) and not _recurs(line.text, places)
    ]


def _page_numbers(lines: list[Line], numbered: list[int]) -> set[int]:
    """Find lines that hold only a number, each one more than the one before, a page apart."""
    found: set[int] = set()
    for earlier, later in pairwise(numbered):
        if later - earlier >= 15 and int(lines[later].text[:9]) - int(lines[earlier].text[:9]) == 1:
            found |= {earlier, later}
    return found


def _recurs(text: str, places: dict[str, list[int]]) -> bool:
    if len(text) > 120 or sum(map(str.isalpha, text)) < 12:
        return False
    seen = places[re.sub(r"\d+", "#", text)]
    return len(seen) >= 3 and (seen[-1] - seen[0]) / (len(seen) - 1) >= 15


def _headings(lines: list[Line]) -> list[bool]:
    around = zip([None, *lines], lines, [*lines[1:], None], strict=False)
    return [is_heading(line, before, after) for before, line, after in around]


def _parts(before: Line, line: Line) -> bool:
    """Tell whether a break between two lines that are no headings is a true one."""
    if is_table_line(before.text) or is_table_line(line.text):
        return True
    if is_list_item(line.text) and (line.gap > 1 or before.text[-1] in ".?!:;" or is_list_item(before.text)):
        return True
    if line.gap == 1 and len(before.text) <= _PARAGRAPH and len(line.text) <= _PARAGRAPH:
        return False
    return not _continues(before, line)


def _continues(before: Line, line: Line) -> bool:
    """Tell whether a sentence goes on over an empty line, as at the end of a column."""
    last, first = before.text[-1], line.text[0]
    if last in ".?!:;" and not (_SHORTENED.search(before.text) and first.islower()):
        return False
    if first.islower() or last in ",(/=<>+-\u2013" or _OPEN_END.search(before.text):
        return True
    if line.gap == 1 and len(before.text) <= _PARAGRAPH < len(line.text):
        return False  # a title and its abstract, which may begin with a number
    alike = abs(len(before.text) - len(line.text)) < 0.25 * len(before.text)
    return len(before.text) >= 40 and (first in "(0123456789" or (alike and before.gap == line.gap == 2))
