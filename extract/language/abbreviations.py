"""Abbreviations that a document defines: `progression-free survival (PFS)`, `PFS (progression-free survival)`.

After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from .longform import find_long_form
from .registration import component

BRACKET = re.compile(r"[(\[]\s*((?:[^()\[\]\n]|(?<=\w)[(\[][^()\[\]\s]{1,4}[)\]]){1,200})\s*[)\]]")
SHORT = re.compile(r"[^\W_](?:[\w/&.+\-–‐*'’]|\(\w+\)| (?=\w)){0,14}")
LISTED = re.compile(
    r"(?:^|(?<=[;.:(\n]))[ \t]*([A-Z][\w/+\-]{1,9})(?: ?[=:] ?|, | – | - )([^;:=\n.()]{5,100})(?=[;.)\n]|$)"
)
"""An item of a footnote's list: `AE, adverse event; CI=confidence interval.`"""
BOUNDARY = re.compile(r"[;:!?\n]|\.\s|(?<!\S)[(\[]|[)\]](?!\S)")
WORD = re.compile(r"\S+")
REACH = 400
"""Characters before a bracket that may hold its long form."""
NOT_SHORT = frozenset(
    "I II III IV V VI VII VIII IX X and or the see both not all mean none data men i ii iii iv".split()
)


@dataclass(frozen=True, slots=True)
class Definition:
    """Where a document defines a short form; half-open character offsets of the text."""

    short: str
    long: str
    short_start: int
    long_start: int


@component("trialgraph_abbreviations")
def make_abbreviations(nlp: Language, name: str) -> "AbbreviationFinder":
    """Make the component."""
    return AbbreviationFinder()


class AbbreviationFinder:
    """Fills `doc._.definitions`, and `doc._.abbreviations` (short form to long form, the last definition wins)."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the definitions of one document."""
        definitions = tuple(find_definitions(doc.text))
        doc._.definitions = definitions
        doc._.abbreviations = {d.short: d.long for d in definitions}
        return doc


def find_definitions(text: str) -> Iterator[Definition]:
    """Find the definitions in brackets, then those in footnotes' lists.

    >>> [(d.short, d.long) for d in find_definitions("Median progression-free survival (PFS) was 35.7 months.")]
    [('PFS', 'progression-free survival')]
    """
    for bracket in BRACKET.finditer(text):
        found = _short_inside(text, bracket) or _long_inside(text, bracket) or _both_inside(text, bracket)
        if found is not None:
            yield found
    for item in LISTED.finditer(text):
        if is_short_form(item[1]) and _spells(item[1], item[2].rstrip()):
            yield Definition(item[1], item[2].rstrip(), item.start(1), item.start(2))


def _short_inside(text: str, bracket: re.Match[str]) -> Definition | None:
    """`long form (SF)`; what follows a comma or semicolon inside the bracket is not part of the short form."""
    short = re.split(r"[,;=]| or ", bracket[1])[0].strip(" \"'“”‘’")
    if not is_short_form(short):
        return None
    start = _reach(text, bracket.start(), short)
    found = find_long_form(short, text[start : bracket.start()].rstrip())
    if found is None:
        return None
    offset = found[0]
    long = text[start + offset : bracket.start()].rstrip()
    if not is_long_form(short, long):
        return None
    return Definition(short, long, text.index(short, bracket.start()), start + offset)


def _long_inside(text: str, bracket: re.Match[str]) -> Definition | None:
    """`SF (long form)`; the long form ends with the bracket or at the first comma or semicolon in it."""
    before = re.search(r"(\S+)\s*$", text[max(0, bracket.start() - 40) : bracket.start()])
    short = before[1].strip("\"'“”‘’,") if before else ""
    if not is_short_form(short) or sum(c.isalnum() for c in short) < 2:
        return None
    for long in (bracket[1].strip(), re.split("[,;]", bracket[1])[0].strip()):
        if _spells(short, long):
            return Definition(short, long, text.rindex(short, 0, bracket.start()), text.index(long, bracket.start()))
    return None


def _both_inside(text: str, bracket: re.Match[str]) -> Definition | None:
    """`(long form, SF)`."""
    long, comma, short = (part.strip() for part in bracket[1].rpartition(","))
    if not comma or not is_short_form(short) or len(short) < 3 or not _spells(short, long):
        return None
    return Definition(short, long, text.rindex(short, 0, bracket.end()), text.index(long, bracket.start()))


def _spells(short: str, long: str) -> bool:
    """Whether the whole of `long`, of two words or more, is the long form."""
    found = find_long_form(short, long) if len(re.split(r"[\s-]+", long)) > 1 else None
    return found is not None and found[0] == 0 and is_long_form(short, long)


def is_short_form(short: str) -> bool:
    """Whether the string is built like an abbreviation: short, at most two words, with a capital letter or digit."""
    if not 1 <= len(short) <= 15 or not SHORT.fullmatch(short) or len(short.split()) > 2 or short in NOT_SHORT:
        return False
    letters = [c for c in short if c.isalpha()]
    return any(c.isupper() for c in letters) or 2 <= len(letters) == len(short) <= 4


def _reach(text: str, end: int, short: str) -> int:
    """Start of the stretch before `end` in which the long form may lie: few words, within the clause."""
    start = max(0, end - REACH)
    for boundary in BOUNDARY.finditer(text, start, end):
        start = boundary.end()
    words = [w.start() for w in WORD.finditer(text, start, end)]
    most = min(len(short) + 5, 2 * len(short))
    return words[-most] if len(words) > most else (words[0] if words else end)


def is_long_form(short: str, long: str) -> bool:
    """Whether the long form is longer, has all its brackets and does not hold the short form as a word."""
    balanced = all(long.count(a) == long.count(b) for a, b in ("()", "[]"))
    return balanced and len(long) > len(short) and short not in re.split(r"[\s\-–/]+", long)
