"""Arms that a text letters or numbers: `arm A: …; arm B: …`, `(A) …; (B) same as (A) plus …`, `(182 in group 1)`.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final

from ...ontology.facts import Concept
from ..annotated import AnnotatedText
from ..passages import Sentence
from .classes import without_kinds
from .regimens import Expression, find_expressions
from .treatments import Names

_NO_SIGN: Final = (
    r"AE|AND|AT|BMI|BY|CI|CR|DFS|EFS|FOR|HAD|HR|IN|IQR|NOT|NR|OF|ON|OR|ORR|OS|PD|PFS|PR|QOL|RFS|RR|SD|SE|TEAE|THAN|THE|"
    r"TO|TTP|UK|US|USA|VAS|VS|WAS|WERE|WHO|WITH"
)
SIGN: Final = rf"(?!(?:{_NO_SIGN})\b)(?:[A-Z]{{1,4}}\d*(?:[.+]\w{{1,3}})?|[1-9])"
"""What tells lettered and numbered arms apart: `A`, `2`, `IV`, `DEX`."""
IN_ORDER: Final = r"(?:[A-D]|[1-4]|I{1,3}|IV)"
"""Letters and numbers that count arms, and are short for none."""
LETTER: Final = re.compile(rf"\b(?:[Aa]rm|ARM|[Gg]roup|GROUP)\s+({SIGN})\b(?!-)")
_BARE: Final = re.compile(r"[(\[]([A-Ha-h1-9]|I{1,3}|IV|VI{0,3})[)\]]")
_RUNS: Final = ("ABCDEFGH", "abcdefgh", "123456789", ("I", "II", "III", "IV", "V", "VI", "VII", "VIII"))
_ROLE: Final = re.compile(
    r"\b(control|experimental|investigational|intervention|study|standard|treatment) (?:arm|group)\b", re.IGNORECASE
)
_REFERS: Final = re.compile(r"\b(?:as|in|to|from|than|of)\s+(?:in\s+)?$")
_SAME_AS: Final = re.compile(
    rf"\bsame\s+(?:[\w-]+\s+){{0,3}}?as\s+(?:in\s+|for\s+)?(?:arm\s+|group\s+)?[(\[]?((?-i:{SIGN}))[)\]]?\s+"
    r"(?:(?:plus|with|and|together with|combined with|in combination with)\s+)+$",
    re.IGNORECASE,
)
_SAME: Final = re.compile(
    r"\b(?:same\s+(?:[\w-]+\s+){1,6}?|above\s+(?:regimen|treatment|chemotherapy|drugs)\s+)(?:but\s+)?(?:with|plus|and)\s+"
    r"(?:\d[\d.,·]*+\s?[\w/]+\s+)?(?:(?:oral|intravenous|subcutaneous|iv|daily|weekly|adjuvant|concurrent)\s+){0,2}$",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    r"\b(?:receiv\w+|given|treated|random\w+|assigned|allocated|consist\w*|underwent|administered|arms?:)\b",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"(?:\s|,|[(\[]|\d[\d.,]*+|mg|g|µg|AUC|/m2|/kg|days?|cycles?|every|weeks?|weekly|daily|on|for|and|alone|the|of|in|to|"
    r"chemotherapy|therapy|treatment|regimens?|group|arm|-)*"
)
_BRACKET: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_CHOICE: Final = re.compile(r"\b(?:or|versus|vs)\b", re.IGNORECASE)
_AHEAD: Final = 45
"""Characters between a letter and the regimen behind it, at most."""


def lettered_arms(page: AnnotatedText, names: Names) -> list[Expression]:
    """The regimens of arms that have a sentence each: `Patients in arm A received …. Those in arm B received …`.

    The control and the experimental arm may stand for letters.
    """
    for sign in (LETTER, _ROLE):
        found: dict[str, Expression] = {}
        for sentence in page.sentences:
            first = sign.search(page.text, sentence.start, sentence.end)
            regimen = _regimen_of(page, sentence, first, names, list(found.values())) if first else None
            if first and regimen:
                letter = first[1] if sign is LETTER else ""
                found.setdefault(first[1].lower(), replace(regimen, letter=letter))
        if len({e.drugs for e in found.values()}) == len(found) > 1:
            return list(found.values())
    return []


def _regimen_of(
    page: AnnotatedText, sentence: Sentence, sign: re.Match[str], names: Names, told: list[Expression]
) -> Expression | None:
    """What a sentence says that the arm which it begins with is given; with what was told before if it says `same`."""
    given = _GIVEN.search(page.text, sign.end(), sentence.end)
    expressions = find_expressions(page, given.start() if given else sign.end(), sentence.end, names)
    early = find_expressions(page, sentence.start, sign.start(), names)
    if early or not expressions or "%" in sentence.text or not _GIVEN.search(sentence.text):
        return None
    first, last = expressions[0].start, expressions[-1].end
    if _CHOICE.search(page.text, first, last):
        return None
    same = told and _SAME.search(page.text, max(sign.end(), first - 90), first)
    drugs = frozenset[Concept]().union(*(e.drugs for e in [*expressions, *(told[:1] if same else [])]))
    return Expression(first, last, without_kinds(drugs))


def lettered(page: AnnotatedText, start: int, end: int, expressions: list[Expression]) -> list[Expression]:
    """Give each regimen of a sentence its letter."""
    letters = letters_in(page, start, end, expressions)
    return [replace(e, letter=letters.get(place, "")) for place, e in enumerate(expressions)]


def letters_in(page: AnnotatedText, start: int, end: int, expressions: list[Expression]) -> dict[int, str]:
    """The letter of each regimen of a sentence, by the place of the regimen in the list.

    Letters stand before all regimens of a sentence (`arm A: …`) or behind them all (`… (arm A)`, `…, arm A;`).
    """
    letters = _letters(page.text, start, end)
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


def with_same(text: str, start: int, found: list[Expression]) -> list[Expression]:
    """`A plus B …, and to the same regimen with C`: what the first arm, or the one so lettered, is given, and C."""
    told: list[Expression] = []
    for expression in found:
        reference = _SAME_AS.search(text, max(start, expression.start - 70), expression.start)
        as_before = _SAME.search(text, max(start, expression.start - 60), expression.start)
        base = told[0] if told and as_before else None
        if told and reference:
            letter = re.compile(rf"[(\[]{reference[1]}[)\]]|(?:arm|group) {reference[1]}\b").search(text, start)
            base = next((t for t in told if letter and t.start >= letter.end()), None)
        told.append(replace(expression, drugs=base.drugs | expression.drugs, alternative=True) if base else expression)
    return told


def _is_closed(text: str, start: int, end: int) -> bool:
    """Whether a letter stands in a bracket of its own: `(arm A) or …` says nothing of what follows."""
    return bool(re.match(r"\s*[)\]]", text[start:end])) and bool(_CHOICE.search(text[start:end]))


def _is_behind(between: str) -> bool:
    return bool(_BEHIND.fullmatch(_BRACKET.sub(" ", between)))
