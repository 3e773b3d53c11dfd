"""Letters and numbers beside the regimens of a sentence: `arm A: …; arm B: …`, `(A) …; (B) same as (A) plus …`.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final

from ...wordings import Wording
from ..treatments.regimens import Expression
from .naming import NO_PART, SIGN

LETTER: Final = Wording(
    rf"\b(?:(?:[Aa]rm|ARM|[Gg]roup|GROUP|[Rr]egimen|[Ss]chedule|[Tt]reatment)\s+|[Cc]ohort\s+{NO_PART})({SIGN})\b(?!-)"
)
_BARE: Final = re.compile(r"[(\[]([A-Ha-h1-9]|I{1,3}|IV|VI{0,3})[)\]]")
_RUNS: Final = ("ABCDEFGH", "abcdefgh", "123456789", ("I", "II", "III", "IV", "V", "VI", "VII", "VIII"))
_REFERS: Final = re.compile(r"\b(?:as|in|to|from|than|of)\s+(?:in\s+)?$")
_BEHIND: Final = re.compile(
    r"(?:\s|,|[(\[]|\d[\d.,]*+|mg|g|µg|AUC|/m2|/kg|/d(?:ay)?\b|once|twice|days?|cycles?|every|weeks?|weekly|daily|on|for|and|alone|the|of|in|to|"
    r"chemotherapy|therapy|treatment|regimens?|group|arm|-)*"
)
_BRACKET: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_REST: Final = re.compile(r"[^()\[\]]*[)\]]")
_CHOICE: Final = re.compile(r"\b(?:or|versus|vs)\b", re.IGNORECASE)
_AHEAD: Final = 45
"""Characters between a letter and the regimen behind it, at most."""


def lettered(text: str, start: int, end: int, expressions: list[Expression]) -> list[Expression]:
    """Give each regimen of a sentence its letter."""
    letters = letters_in(text, start, end, expressions)
    told = ((e, letters.get(place, "")) for place, e in enumerate(expressions))
    return [e if e.letter == letter else replace(e, letter=letter) for e, letter in told]


def letters_in(text: str, start: int, end: int, expressions: list[Expression]) -> dict[int, str]:
    """The letter of each regimen of a sentence, by the place of the regimen in the list.

    Letters stand before all regimens of a sentence (`arm A: …`) or behind them all (`… (arm A)`, `…, arm A;`).
    """
    letters = _letters(text, start, end)
    if not letters or not expressions:
        return {}
    before = letters[0].start() < expressions[0].start and not all(_in_brackets(text, m, expressions) for m in letters)
    found: dict[int, str] = {}
    for i, letter in enumerate(letters):
        left = letters[i - 1].end() if i else start
        right = letters[i + 1].start() if i + 1 < len(letters) else end
        if before:
            near = [
                k for k, e in enumerate(expressions) if letter.end() <= e.start <= min(right, letter.end() + _AHEAD)
            ][:1]
            near = [k for k in near if not _is_closed(text, letter.end(), expressions[k].start)]
        else:
            near = [
                k
                for k, e in enumerate(expressions)
                if left <= e.start and (e.end <= letter.start() or (e.variant and e.start < letter.start()))
            ][-1:]
            near = [k for k in near if _is_behind(text[expressions[k].end : letter.start()])]
        found.update(dict.fromkeys(near, letter[1]))
    return found


def _in_brackets(text: str, letter: re.Match[str], expressions: list[Expression]) -> bool:
    """`delayed use of A (group 2, n = 30)`: whether a letter stands in a bracket that names no regimen."""
    closed = _REST.match(text, letter.end()) if text[letter.start() - 1 : letter.start()] in ("(", "[") else None
    return closed is not None and not any(letter.end() <= e.start < closed.end() for e in expressions)


def may_letter(text: str) -> bool:
    """Whether a letter or number in a text may stand for an arm."""
    return bool(LETTER.search(text) or _BARE.search(text))


def _letters(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Where letters introduce arms; bare ones only where they run on from A or 1."""
    found = list(LETTER.finditer(text, start, end))
    if found:
        return found
    bare = [
        m for m in _BARE.finditer(text, start, end) if not _REFERS.search(text, max(start, m.start() - 8), m.start())
    ]
    signs = [m[1] for m in bare]
    runs = any(signs == list(run[: len(signs)]) for run in _RUNS)
    return bare if runs and len(bare) > 1 else []


def _is_closed(text: str, start: int, end: int) -> bool:
    """Whether a letter stands in a bracket of its own: `(arm A) or …` says nothing of what follows."""
    return bool(re.match(r"\s*[)\]]", text[start:end])) and bool(_CHOICE.search(text[start:end]))


def _is_behind(between: str) -> bool:
    return bool(_BEHIND.fullmatch(_BRACKET.sub(" ", between)))
