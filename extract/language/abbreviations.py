"""Abbreviations that a document defines: `progression-free survival (PFS)`, `PFS (progression-free survival)`.

After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

BRACKET = re.compile(r"[(\[]\s*([^()\[\]\n]{1,200})\s*[)\]]")
SHORT = re.compile(r"[^\W_](?:[\w/&.+\-–‐*'’]| (?=\w)){0,14}")
BOUNDARY = re.compile(r"[;:!?\n]|\.\s|[()\[\]]")
WORD = re.compile(r"\S+")
REACH = 400
"""Characters before a bracket that may hold its long form."""
NOT_SHORT = frozenset("i ii iii iv v vi vii viii ix x and or the fig table see n p eg ie vs not both".split())


@dataclass(frozen=True, slots=True)
class Definition:
    """Where a document defines a short form; half-open character offsets of the text."""

    short: str
    long: str
    short_start: int
    long_start: int


@Language.factory("trialgraph_abbreviations")
def make_abbreviations(nlp: Language, name: str) -> "AbbreviationFinder":
    """Make the component."""
    return AbbreviationFinder()


class AbbreviationFinder:
    """Fills `doc._.definitions`, and `doc._.abbreviations` (short form to long form, the first definition wins)."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the definitions of one document."""
        definitions = tuple(find_definitions(doc.text))
        doc._.definitions = definitions
        doc._.abbreviations = {d.short: d.long for d in reversed(definitions)}
        return doc


def find_definitions(text: str) -> Iterator[Definition]:
    """Find the definitions in order of their brackets.

    >>> [(d.short, d.long) for d in find_definitions("Median progression-free survival (PFS) was 35.7 months.")]
    [('PFS', 'progression-free survival')]
    """
    for bracket in BRACKET.finditer(text):
        found = _short_inside(text, bracket) or _long_inside(text, bracket)
        if found is not None:
            yield found


def _short_inside(text: str, bracket: re.Match[str]) -> Definition | None:
    """`long form (SF)`; what follows a comma or semicolon inside the bracket is not part of the short form."""
    short = re.split(r"[,;=]| or ", bracket[1])[0].strip(" \"'“”‘’")
    if not is_short_form(short):
        return None
    start = _reach(text, bracket.start(), short)
    offset = match_long_form(short, text[start : bracket.start()].rstrip())
    if offset is None:
        return None
    long = text[start + offset : bracket.start()].rstrip()
    return Definition(short, long, text.index(short, bracket.start()), start + offset)


def _long_inside(text: str, bracket: re.Match[str]) -> Definition | None:
    """`SF (long form)`."""
    before = re.search(r"(\S+)\s*$", text[max(0, bracket.start() - 40) : bracket.start()])
    long = re.split(r"[,;]", bracket[1])[0].strip()
    if before is None or len(long.split()) < 2:
        return None
    short = before[1].strip("\"'“”‘’,")
    if not is_short_form(short) or sum(c.isupper() for c in short) < 2:
        return None
    offset = match_long_form(short, long)
    if offset != 0:
        return None
    return Definition(short, long, text.rindex(short, 0, bracket.start()), text.index(long, bracket.start()))


def is_short_form(short: str) -> bool:
    """Whether the string is built like an abbreviation: short, at most two words, with a capital letter or digit."""
    if not 2 <= len(short) <= 15 or not SHORT.fullmatch(short) or len(short.split()) > 2:
        return False
    letters = [c for c in short if c.isalpha()]
    return bool(letters) and any(c.isupper() for c in letters) and short.lower() not in NOT_SHORT


def _reach(text: str, end: int, short: str) -> int:
    """Start of the stretch before `end` in which the long form may lie: few words, within the clause."""
    start = max(0, end - REACH)
    for boundary in BOUNDARY.finditer(text, start, end):
        start = boundary.end()
    words = [w.start() for w in WORD.finditer(text, start, end)]
    most = min(len(short) + 5, 2 * len(short))
    return words[-most] if len(words) > most else (words[0] if words else end)


def match_long_form(short: str, long: str) -> int | None:
    """Offset in `long` where the long form begins; None where its letters don't spell the short form.

    >>> match_long_form("ORR", "and the overall response rate")
    8
    """
    j = len(long) - 1
    for i in range(len(short) - 1, -1, -1):
        c = short[i].lower()
        if not c.isalnum():
            continue
        while j >= 0 and (long[j].lower() != c or (i == 0 and j > 0 and long[j - 1].isalnum())):
            j -= 1
        if j < 0:
            return None
        j -= 1
    start = j + 1
    found = long[start:]
    return start if _plausible(short, found) else None


def _plausible(short: str, long: str) -> bool:
    """The long form is longer, does not hold the short form, and has not too many words."""
    words = re.split(r"[\s\-–/]+", long)
    letters = sum(c.isalnum() for c in short)
    return len(long) > len(short) and short not in words and len(words) <= min(letters + 5, letters * 2)
