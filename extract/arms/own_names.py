"""Names that a document gives to combinations of drugs: `(EOC)`, `mEOC+P`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Concept, Regimen
from ...ontology.lexicon import load_lexicon
from ..annotated import AnnotatedText
from ..passages import Mention
from .joints import AMOUNT
from .regimens import Expression, find_expressions
from .treatments import treatments_in
from .unnamed import unnamed_treatments

_BRACKET: Final = re.compile(
    r"\s*(?:(?:chemotherapy|treatment|therapy|regimen|alone|monotherapy|combination)\s+)?[(\[]\s*([^()\[\];,:]{1,45}?)\s*(?=[)\];,:])"
)
_FOLLOWED: Final = re.compile(r"\bfollowed by\b")
_OF_ARM: Final = re.compile(r"^(?:group|arm) | (?:group|arm)$", re.IGNORECASE)
_SHORT: Final = re.compile(
    r"(?:arm |group )?m?[A-Z][A-Za-z0-9]{0,9}(?:[+/-][A-Za-z0-9]{1,10}){0,3}|[a-z]{2,5}-[a-z]{2,5}"
)
_LONG: Final = re.compile(r"[\w/+ -]{2,40}? (?:group|arm)", re.IGNORECASE)
_DEFINED: Final = re.compile(
    r"(?<![\w-])(m?(?=[A-Z][a-z0-9]*[A-Z])[A-Za-z0-9]*+(?:[+/-][A-Z]\w*)*)"
    r"(?: (?:arm|regimen|group|chemotherapy))?\s*[(\[]"
)
_INITIALS: Final = re.compile(r"[A-Z]{2,6}")
_MANNER: Final = re.compile(r"PO|IV|SC|IM|BID|TID|QD|OD|BD|AUC|CI|MTD|RP2D|DLT")
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
            for expression in _combinations(page, sentence.start, sentence.end, names):
                if len(expression.drugs) < 2:
                    continue
                label = label_after(page.text, expression, sentence.end)
                if label and label not in taken and not _OF_ARM.search(label):
                    names.setdefault(label, _named_so(page, expression, label, names))
            _named_before(page, sentence.start, sentence.end, names, taken)
        if not last:
            names.update(unnamed_treatments(page, {*taken, *names}))
    return names


def _named_so(
    page: AnnotatedText, expression: Expression, label: str, names: dict[str, frozenset[Concept]]
) -> frozenset[Concept]:
    """The whole combination, or its last drug where the label is short for that: `A plus ovarian ablation (OA)`."""
    *others, last = treatments_in(page, expression.start, expression.end, names)
    letters = label.lower()
    initials = {page.text[t.start].lower() for t in others}
    of_last = letters[0] == page.text[last.start].lower() and not any(i in letters for i in initials)
    return last.drugs if of_last else expression.drugs


def _combinations(
    page: AnnotatedText, start: int, end: int, names: dict[str, frozenset[Concept]]
) -> Iterator[Expression]:
    """The combinations of a sentence, and those that others follow: both of `A and B (AB), followed by C and D`."""
    for expression in find_expressions(page, start, end, names):
        for following in _FOLLOWED.finditer(page.text, expression.start, expression.end):
            yield from find_expressions(page, expression.start, following.start(), names)[:1]
        yield expression


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
    match = _BRACKET.match(text, expression.end, limit) or _dosed(text, expression, limit)
    if not match:
        return ""
    label = match[1].removeprefix("the ").removesuffix(" regimen")
    if _STATISTIC.search(label):
        return ""
    return label if _SHORT.fullmatch(label) or _LONG.fullmatch(label) else ""


def _dosed(text: str, expression: Expression, limit: int) -> re.Match[str] | None:
    """The bracket with initials behind the dose of a combination's last drug: `A 50 mg and B 500 mg (AB)`."""
    dose = AMOUNT.match(text, expression.end, limit)
    found = _BRACKET.match(text, dose.end(), limit) if dose and len(expression.drugs) > 1 else None
    if found is None or not _INITIALS.fullmatch(found[1]) or _MANNER.fullmatch(found[1]):
        return None
    return found if any(drug.name[0].upper() in found[1] for drug in expression.drugs) else None
