"""A line of a table that lost its rules: its label, its values, and the names of columns that it holds."""

import re
from dataclasses import dataclass, replace

from ..layout import ONE_VALUE, ROW_LIMIT, VALUES, Line

Span = tuple[int, int]
"""Offsets of the document's text."""
_PIECE = re.compile(r"\S+(?: \S+)*")
_GAP = re.compile(r"\S(?: {2,}| *\t\s*)\S")
"""What parts the cells of a line that was laid out as on its page."""
_SIZED = re.compile(r"([^()\s][^()]{0,200}\([nN]\s?=\s?[\d,]+\))")
_SIZE = re.compile(r"([(\[]?\b[nN]\s?=\s?[\d,]+[)\]]?)")
GRADE = re.compile(
    r"((?:any|all)(?:[ -]grades?)?|(?:grades? (?:≥ ?|>= ?)?|≥ ?|>= ?)\d"
    r"(?:(?:, ?\d)?,? ?(?:-|–|~|/|or|to|and) ?(?:grade )?\d)?"
    r"(?: or (?:higher|worse|above))?)(?=\s|$)",
    re.IGNORECASE,
)
_DOSED = re.compile(r"(\S(?:(?!(?<![\d.])\d+(?:\.\d+)?\s?(?:mg|µg|μg|mcg|g)\b).)*)")
_WORD = re.compile(r"(?:\[[\d,\s–-]+\])|([A-Z0-9]\S*?)(?:(?<=[A-Z]{2})[a-h])?(?=\s|$)")
_ACRONYM = re.compile(r"[A-Z].*[A-Z]|[\d-]")
_LOWER = re.compile(r"(?:^|\s)[a-z]")
COMPARISON = re.compile(
    r"[Pp](?:[- ]?[Vv]alues?)?|(?:(?:[Hh]azard|[Oo]dds|[Rr]isk) [Rr]atio|HR|OR|RR)(?: ?[(\[][^()\[\]]*[)\]])?"
)
"""The name of a column that compares the others, which stands behind them."""
_COMPARISON_LAST = re.compile(rf"(?<=\s)({COMPARISON.pattern})$")
_TIME = re.compile(r"(?:weeks?|months?|days?|years?|cycles?|visits?|parts?|phases?|stages?)\s\d", re.IGNORECASE)
_STUB = re.compile(
    r"(?:Adverse events?|Characteristics?|End ?points?|Events?|Outcomes?|Parameters?|Variables?)\s", re.I
)


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A line under a caption: where its label and its values stand."""

    line: Line
    label: Span
    values: list[Span]

    def texts(self) -> list[str]:
        """The values as printed."""
        return [self.line.text[start - self.line.start : end - self.line.start] for start, end in self.values]

    @property
    def repeats(self) -> bool:
        """Whether the row belongs to the head, the same few marks over and over: `1-4 ≥3 1-4 ≥3`."""
        texts = self.texts()
        sizes = range(2, len(texts) // 2 + 1)
        return any(len(texts) % size == 0 and texts == texts[:size] * (len(texts) // size) for size in sizes)


def flat_row(line: Line) -> FlatRow:
    """Part a line into a label and the values at its end; none where it ends in words."""
    pieces = _pieces(line.text)
    cells = [match for piece in pieces[1:] if (match := ONE_VALUE.fullmatch(line.text, *piece))]
    if cells and len(cells) == len(pieces) - 1:
        return _row(line, pieces[0][1], [match.span(1) for match in cells])
    found = VALUES.search(line.text) if len(line.text) < ROW_LIMIT else None
    first = found.start() if found else len(line.text)
    values = [match.span(1) for match in ONE_VALUE.finditer(line.text, first)] if found else []
    return _row(line, len(line.text[:first].rstrip()), values)


def names_of(row: FlatRow, size: int, *, upper: bool) -> FlatRow | None:
    """Split a line of the head into the names of so many columns; None where it doesn't split so.

    In the `upper` rows of a head, words alone are names only where they look like acronyms.
    """
    if row.values:
        return row if len(row.values) == size else None
    text = row.line.text
    if size > 1 and not upper and (last := _COMPARISON_LAST.search(text)):
        before = text[: last.start()].rstrip()
        line = replace(row.line, text=before, end=row.line.start + len(before))
        found = names_of(replace(row, line=line), size - 1, upper=upper)
        first, end = (row.line.start + place for place in last.span(1))
        return replace(found, line=row.line, values=[*found.values, (first, end)]) if found else None
    pieces = _pieces(text)
    if len(pieces) in {size, size + 1}:
        return _row(row.line, pieces[0][1] if len(pieces) > size else 0, pieces[-size:])
    stub = _STUB.match(text)
    after = stub.end() if stub else 0
    for pattern in (_SIZED, _SIZE, GRADE, _DOSED, _WORD):
        spans = [match.span(1) for match in pattern.finditer(text, after) if match[1]]
        if len(spans) != size or any(_GAP.search(text, *span) for span in spans):
            continue
        if pattern is _WORD and not _are_names(text, spans, strict=upper and not stub):
            continue
        if pattern in {_SIZE, GRADE} and pattern.sub("", text[after:]).strip():
            continue  # these are names only where the line holds nothing else
        return _row(row.line, len(text[:after].rstrip()), [(a, len(text[:b].rstrip())) for a, b in spans])
    return None


def _row(line: Line, label: int, values: list[Span]) -> FlatRow:
    """Make a row of offsets within its line."""
    offset = line.start
    return FlatRow(line, (offset, offset + label), [(offset + start, offset + end) for start, end in values])


def _pieces(text: str) -> list[Span]:
    """Give the cells of a line that was laid out as on its page; none of one in which no gap is wide."""
    return [match.span() for match in _PIECE.finditer(text)] if _GAP.search(text) else []


def _are_names(text: str, spans: list[Span], *, strict: bool) -> bool:
    """Tell whether the words of a line may each name a column: none in lower case, and if `strict` all acronyms."""
    return not (_LOWER.search(text) or _TIME.match(text)) and not (
        strict and not all(_ACRONYM.search(text[slice(*span)]) for span in spans)
    )
