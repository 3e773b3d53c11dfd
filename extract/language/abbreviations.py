"""Abbreviations that a document defines: `progression-free survival (PFS)`, `PFS (progression-free survival)`.

After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from .known_pairs import known_long_form
from .longform import find_long_form
from .registration import component
from .shared_heads import shared_long_form
from .short_forms import first_short_form, is_short_form

SIGN = re.compile(r"[()\[\]\n]")
LISTED = re.compile(
    r"(?:^|(?<=[;.:(\n]))[ \t]*([A-Z][\w/+\-]{1,9})(?: ?[=:] ?|, | – | - )([^;:=\n.()]{5,100})(?=[;.)\n]|$)"
)
"""An item of a footnote's list: `AE, adverse event; CI=confidence interval.`"""
BOUNDARY = re.compile(r"[;:!?\n]|(?<!\b[A-Z])\.\s(?=\s*\S)|(?<!\S)[(\[]|[)\]](?!\S)")
CLOSERS = {")": "(", "]": "["}
_JOINED = re.compile(r"\w (?:and|plus|with)$|\w ?[+/]$")
_OF_SEVERAL = re.compile(r"[/+\-–]|\b(?:and|or|plus|with|to|per|versus)\b")
"""What a short form with a slash is short for where that has a comma: `tenofovir, emtricitabine and A (T/E/A)`."""
WORD = re.compile(r"\S+")
FIRST_PART = re.compile(r"(?:[^,;]|,(?=\d{3}(?!\d)))*")
"""What a bracket holds before its first comma or semicolon, where `1,000` has none."""
REACH = 400
"""Characters before a bracket that may hold its long form."""
LONGEST_BRACKET = 200


@dataclass(frozen=True, slots=True)
class Definition:
    """Where a document defines a short form; half-open character offsets of the text."""

    short: str
    long: str
    short_start: int
    long_start: int


class _Bracket(NamedTuple):
    """A bracket with its signs, and what it holds."""

    start: int
    end: int
    inside: str


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
        doc._.abbreviations = _in_words(definitions)
        return doc


def _in_words(definitions: tuple[Definition, ...]) -> dict[str, str]:
    """Short forms with what they stand for: not `transcutaneous EA (TEA)` where that was told in full before."""
    found: dict[str, str] = {}
    for short, long in ((d.short, d.long) for d in definitions):
        spelled = " ".join(found.get(word, word) for word in long.split())
        if "," in long or spelled.lower() != found.get(short, "").lower():
            found[short] = long
    return found


def find_definitions(text: str) -> Iterator[Definition]:
    """Find the definitions in brackets, then those in footnotes' lists.

    >>> [(d.short, d.long) for d in find_definitions("Median progression-free survival (PFS) was 35.7 months.")]
    [('PFS', 'progression-free survival')]
    """
    for bracket in _brackets(text):
        readers = (_shared_inside, _short_inside, _long_inside, _both_inside)
        found = next((found for read in readers if (found := read(text, bracket)) is not None), None)
        if found is not None:
            yield found
    for item in LISTED.finditer(text):
        short, long = item[1], item[2].rstrip()
        if is_short_form(short) and not (short.istitle() and len(short) > 4) and _spells(short, long):
            yield Definition(short, long, item.start(1), item.start(2))


def _brackets(text: str) -> Iterator[_Bracket]:
    """Give the brackets of a line, those within others first, but not those of a name in brackets: `(PGE(2))`."""
    opened: list[int] = []
    for sign in SIGN.finditer(text):
        if sign[0] in CLOSERS and opened:
            start = opened.pop()
            in_name = bool(opened) and text[start - 1].isalnum()
            if not in_name and sign.end() - start <= LONGEST_BRACKET:
                yield _Bracket(start, sign.end(), text[start + 1 : sign.start()].strip())
        elif sign[0] == "\n":
            opened.clear()
        elif sign[0] not in CLOSERS:
            opened.append(sign.start())


def _short_inside(text: str, bracket: _Bracket) -> Definition | None:
    """`long form (SF)`; what follows a comma or semicolon inside the bracket is not part of the short form."""
    short = first_short_form(bracket.inside)
    if not short:
        return None
    start = _reach(text, bracket.start, short)
    before = text[start : bracket.start].rstrip()
    found = find_long_form(short, before)
    offset = found[0] if found is not None else known_long_form(short, before)
    if offset is None:
        return None
    long = text[start + offset : bracket.start].rstrip()
    if not is_long_form(short, long) or _counts(short, long, text[: bracket.start][-REACH:]):
        return None
    return Definition(short, long, text.index(short, bracket.start), start + offset)


def _counts(short: str, long: str, before: str) -> bool:
    """Whether a digit says of how many words a short form is: `lenalidomide and rituximab (R2)`, not the last alone."""
    digits = {c for c in short if c.isdigit()}
    return (
        bool(digits)
        and " " not in long
        and digits.isdisjoint(long)
        and bool(_JOINED.search(before.rstrip()[: -len(long)].rstrip()))
    )


def _shared_inside(text: str, bracket: _Bracket) -> Definition | None:
    """Read the short form of words whose head follows the bracket."""
    short = first_short_form(bracket.inside)
    found = shared_long_form(short, text, bracket.start, bracket.end) if short else None
    return Definition(short, found[1], text.index(short, bracket.start), found[0]) if found else None


def _long_inside(text: str, bracket: _Bracket) -> Definition | None:
    """`SF (long form)`; the long form ends with the bracket or at the first comma or semicolon in it."""
    before = re.search(r"(\S+)\s*$", text[max(0, bracket.start - 40) : bracket.start])
    short = before[1].strip("\"'“”‘’,") if before else ""
    if not is_short_form(short) or sum(c.isalnum() for c in short) < 2:
        return None
    for long in (bracket.inside.strip(), _first_part(bracket.inside)):
        if _spells(short, long):
            return Definition(short, long, text.rindex(short, 0, bracket.start), text.index(long, bracket.start))
    return None


def _first_part(inside: str) -> str:
    first = FIRST_PART.match(inside)
    return first[0].strip() if first else ""


def _both_inside(text: str, bracket: _Bracket) -> Definition | None:
    """`(long form, SF)`."""
    long, comma, short = (part.strip() for part in bracket.inside.rpartition(","))
    if not comma or not is_short_form(short) or len(short) < 3 or not _spells(short, long):
        return None
    return Definition(short, long, text.rindex(short, 0, bracket.end), text.index(long, bracket.start))


def _spells(short: str, long: str) -> bool:
    """Whether the whole of `long`, of two words or more, is the long form."""
    found = find_long_form(short, long) if len(re.split(r"[\s-]+", long)) > 1 else None
    return found is not None and found[0] == 0 and is_long_form(short, long)


def _reach(text: str, end: int, short: str) -> int:
    """Start of the stretch before `end` in which the long form may lie: few words, within the clause."""
    start = max(0, end - REACH)
    for boundary in BOUNDARY.finditer(text, start, end):
        if boundary[0] not in CLOSERS or not _in_word(text, boundary.start()):
            start = boundary.end()
    words = [w.start() for w in WORD.finditer(text, start, end)]
    most = min(len(short) + 5, 2 * len(short))
    return words[-most] if len(words) > most else (words[0] if words else end)


def _in_word(text: str, close: int) -> bool:
    """Whether the bracket that closes here was opened within a word: `E(2)`, `N-(1-naphthyl)`."""
    opened = text.rfind(CLOSERS[text[close]], max(0, close - REACH), close)
    return opened > 0 and not text[opened - 1].isspace()


def is_long_form(short: str, long: str) -> bool:
    """Whether the long form is longer, has all its brackets and slashes, and no word of it is the short form."""
    words = re.split(r"[\s\-–/]+", long)
    sisters = any(c.isdigit() for c in short) and _without_digits(short) in map(_without_digits, long.split())
    joined = "/" not in short or "," not in long or _OF_SEVERAL.search(long) is not None
    balanced = all(long.count(a) == long.count(b) for a, b in ("()", "[]"))
    return joined and balanced and len(long) > len(short) and short not in words and not sisters


def _without_digits(word: str) -> str:
    """Tell what short forms have in common that differ by their number: `XRCC2,` and `XRCC3`."""
    return re.sub(r"\d+", "0", word.rstrip(","))
