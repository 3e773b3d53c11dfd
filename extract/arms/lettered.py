"""Arms that a text only numbers: `Patients in arm A received …`; which regimen each letter means, by its place.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...ontology.facts import Concept
from ..annotated import AnnotatedText
from .regimens import Expression, find_expressions
from .registry import ArmEntry
from .treatments import Names

LETTER: Final = re.compile(r"\b(?:[Aa]rm|ARM|[Gg]roup|GROUP)\s+([A-D]|[1-4]|I{1,3}|IV)\b(?!-)")
_GIVEN: Final = re.compile(
    r"\b(?:receiv\w+|given|treated|random\w+|assigned|allocated|consist\w*|underwent|administered|arms?:)\b",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"(?:\s|,|[(\[]|\d[\d.,]*+|mg|g|µg|AUC|/m2|/kg|days?|cycles?|every|weeks?|weekly|daily|on|for|and|alone|the|of|in|to|-)*"
)
_BRACKET: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_CHOICE: Final = re.compile(r"\b(?:or|versus|vs)\b", re.IGNORECASE)
_AHEAD: Final = 45
"""Characters between a letter and the regimen behind it, at most."""


def lettered_arms(page: AnnotatedText, names: Names) -> list[Expression]:
    """The regimens of arms that have a sentence each: `Patients in arm A received …. Those in arm B received …`."""
    found: dict[str, Expression] = {}
    for sentence in page.sentences:
        letters = list(LETTER.finditer(page.text, sentence.start, sentence.end))
        if not letters or not _GIVEN.search(sentence.text):
            continue
        first = letters[0]
        expressions = find_expressions(page, first.end(), sentence.end, names)
        early = find_expressions(page, sentence.start, first.start(), names)
        if early or not expressions or "%" in sentence.text:
            continue
        if _CHOICE.search(page.text, expressions[0].start, expressions[-1].end):
            continue
        drugs = frozenset[Concept]().union(*(e.drugs for e in expressions))
        found.setdefault(first[1], Expression(expressions[0].start, expressions[-1].end, drugs))
    return list(found.values()) if len({e.drugs for e in found.values()}) == len(found) > 1 else []


def letters_in(page: AnnotatedText, start: int, end: int, expressions: list[Expression]) -> dict[int, str]:
    """The letter of each regimen of a sentence, by the place of the regimen in the list.

    Letters stand before all regimens of a sentence (`arm A: …`) or behind them all (`… (arm A)`, `…, arm A;`).
    """
    letters = list(LETTER.finditer(page.text, start, end))
    if not letters or not expressions:
        return {}
    before = letters[0].start() < expressions[0].start
    found: dict[int, str] = {}
    for i, letter in enumerate(letters):
        left = letters[i - 1].end() if i else start
        right = letters[i + 1].start() if i + 1 < len(letters) else end
        if before:
            near = [
                k for k, e in enumerate(expressions) if letter.end() <= e.start <= min(right, letter.end() + _AHEAD)
            ][:1]
            near = [k for k in near if not _is_closed(page.text, letter.end(), expressions[k].start)]
        else:
            near = [k for k, e in enumerate(expressions) if left <= e.start and e.end <= letter.start()][-1:]
            near = [k for k in near if _is_behind(page.text[expressions[k].end : letter.start()])]
        found.update(dict.fromkeys(near, letter[1]))
    return found


def _is_closed(text: str, start: int, end: int) -> bool:
    """Whether a letter stands in a bracket of its own: `(arm A) or …` says nothing of what follows."""
    return bool(re.match(r"\s*[)\]]", text[start:end])) and bool(_CHOICE.search(text[start:end]))


def _is_behind(between: str) -> bool:
    return bool(_BEHIND.fullmatch(_BRACKET.sub(" ", between)))


def other_letter(page: AnnotatedText, arms: list[ArmEntry]) -> str:
    """The letter of the one arm of two that has none, where the text uses two letters."""
    used = {m[1] for m in LETTER.finditer(page.text)}
    known = {label.split()[1] for e in arms for label in e.labels if LETTER.fullmatch(label)}
    lettered = [e for e in arms if any(LETTER.fullmatch(label) for label in e.labels)]
    return (
        min(used - known) if len(arms) == 2 and len(lettered) == 1 and len(used) == 2 and len(used - known) == 1 else ""
    )
