"""Names that a document gives to regimens and arms: `(EOC)`, `mEOC+P`, `(isatuximab group)`, `group A`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...ontology.facts import Concept, Regimen
from ...ontology.lexicon import load_lexicon
from ..annotated import AnnotatedText
from ..passages import Mention
from .lettered import LETTER, letters_in, other_letter
from .regimens import Expression, find_expressions
from .registry import ArmEntry
from .treatments import Names
from .unnamed import unnamed_treatments

_BRACKET: Final = re.compile(
    r"\s*(?:(?:chemotherapy|treatment|therapy|regimen|alone|monotherapy|combination)\s+)?[(\[]\s*([^()\[\];,:]{1,45}?)\s*(?=[)\];,:])"
)
_SHORT: Final = re.compile(
    r"(?:arm |group )?m?[A-Z][A-Za-z0-9]{0,9}(?:[+/-][A-Za-z0-9]{1,10}){0,3}|[a-z]{2,5}-[a-z]{2,5}"
)
_LONG: Final = re.compile(r"[\w/+ -]{2,40}? (?:group|arm)", re.IGNORECASE)
_DEFINED: Final = re.compile(
    r"(?<![\w-])(m?[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*(?:[+/-][A-Z]\w*)*)"
    r"(?: (?:arm|regimen|group|chemotherapy))?\s*[(\[]"
)
_ENUMERATED: Final = re.compile(r".*[(\[]([A-D1-4])[)\]][^.;]{0,45}$", re.DOTALL)
_ARMS_TOLD: Final = re.compile(
    r"random|assigned|allocated|receiv|given|treated|compar|versus|\bvs\b|arms?\b|groups?\b", re.IGNORECASE
)
_STATISTIC: Final = re.compile(r"^(?:n|N|CI|HR|OR|RR|SD|IQR|OS|PFS|ORR|CR|PR|I+|IV)$|mg|\d{3}")


def names_regimen(mention: Mention) -> bool:
    """Whether a mention is the name of a regimen, known by its drugs or by its name alone."""
    return isinstance(mention.concept, Regimen) or load_lexicon().regimen(mention.text) is not None


def regimen_names(page: AnnotatedText, taken: frozenset[str] = frozenset()) -> dict[str, frozenset[Concept]]:
    """Short names that the document gives to combinations of drugs that it spells out.

    `taken` are names that mean something else: trials, diseases, targets.
    `epirubicin, oxaliplatin, and capecitabine (EOC)` and `EOC (epirubicin, …)` both define EOC.
    """
    names: dict[str, frozenset[Concept]] = {}
    for last in (False, True):  # a name may be built on another: EOC plus panitumumab (mEOC+P)
        for sentence in page.sentences:
            for expression in find_expressions(page, sentence.start, sentence.end, names):
                if len(expression.drugs) > 1:
                    label = label_after(page.text, expression, sentence.end)
                    if label and label not in taken and not label.lower().endswith((" group", " arm")):
                        names.setdefault(label, expression.drugs)
            _named_before(page, sentence.start, sentence.end, names, taken)
        if not last:
            names.update(unnamed_treatments(page, {*taken, *names}))
    return names


def _named_before(
    page: AnnotatedText, start: int, end: int, names: dict[str, frozenset[Concept]], taken: frozenset[str]
) -> None:
    for match in _DEFINED.finditer(page.text, start, end):
        close = page.text.find(")", match.end(), end)
        known = any(
            m.kind in {"Drug", "DrugClass"} and not names_regimen(m) for m in page.between(match.start(1), match.end(1))
        )
        if (
            close > 0
            and not known
            and match[1] not in taken
            and match[1] not in names
            and not _STATISTIC.search(match[1])
        ):
            inside = [e for e in find_expressions(page, match.end(), close, names) if len(e.drugs) > 1]
            alternatives = re.search(r"\bor\b", page.text[match.end() : close])
            if inside and not alternatives and inside[0].start - match.end() < 12:
                names[match[1]] = inside[0].drugs


def label_after(text: str, expression: Expression, limit: int) -> str:
    """The name in brackets right after a regimen; empty where the bracket holds something else."""
    match = _BRACKET.match(text, expression.end, limit)
    if not match:
        return ""
    label = match[1].removeprefix("the ").removesuffix(" regimen")
    if _STATISTIC.search(label):
        return ""
    return label if _SHORT.fullmatch(label) or _LONG.fullmatch(label) else ""


def attach_labels(page: AnnotatedText, arms: list[ArmEntry], names: Names, taken: frozenset[str]) -> None:
    """Give each arm every label under which the document introduces it; `taken` names mean something else."""
    for sentence in page.sentences:
        expressions = find_expressions(page, sentence.start, sentence.end, names)
        letters = (
            letters_in(page, sentence.start, sentence.end, expressions) if _ARMS_TOLD.search(sentence.text) else {}
        )
        for place, expression in enumerate(expressions):
            entry = next((e for e in arms if e.drugs == expression.drugs), None)
            if entry is None:
                continue
            labels = [label_after(page.text, expression, sentence.end)]
            enumerated = _ENUMERATED.match(page.text, sentence.start, expression.start)
            letter = letters.get(place) or (enumerated[1] if enumerated and not labels[0] else "")
            labels += _spoken(letter)
            entry.labels += [label for label in labels if label and label not in taken and label not in entry.labels]
    shared = {label for e in arms for label in e.labels if sum(label in o.labels for o in arms) > 1}
    for entry in arms:
        entry.labels = [label for label in entry.labels if label not in shared]
    letter = other_letter(page, arms)
    for entry in arms:
        if letter and not any(LETTER.fullmatch(label) for label in entry.labels):
            entry.labels += _spoken(letter)


def _spoken(letter: str) -> list[str]:
    return [f"group {letter}", f"arm {letter}"] if letter else []
