"""The regimens that one sentence sets against each other, without what all patients are given.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final

from ..annotated import AnnotatedText
from ..passages import Sentence
from .background import is_background, is_common
from .regimens import Expression, find_expressions, with_additions
from .registry import dose_after
from .treatments import Names

TO_ARMS: Final = re.compile(
    r"\b(?:random(?:ly|i[sz]ed|i[sz]ation)|assigned|allocated?)\b[^.;]{0,40}?\b(?:to|receiv\w+|into|between|with)\b|"
    r"\breceived either\b|\bto receive\b",
    re.IGNORECASE,
)
CONTROL: Final = re.compile(
    r"placebo|standard of care|supportive care|observation|investigator|physician|no treatment|usual care"
)
FEWEST: Final = 2
_SAME: Final = re.compile(r"\bsame\s+(?:[\w-]+\s+){1,3}?(?:but\s+)?(?:with|plus|and)\s+$", re.IGNORECASE)
_LABEL: Final = re.compile(r"\s+(?:group|arm)\s*[)\]]")
_CLASS: Final = re.compile(r"chemotherapy|standard of care|investigator|endocrine therapy|treatment")
_HEADING: Final = re.compile(r"^(?:chemotherapy|immunochemotherapy|endocrine therapy|immunotherapy|treatment)$")


def alternatives(page: AnnotatedText, sentence: Sentence, names: Names) -> list[Expression]:
    """The distinct regimens that one sentence sets against each other."""
    assigned = TO_ARMS.search(sentence.text)
    start = sentence.start + assigned.end() if assigned else sentence.start
    expressions = find_expressions(page, start, sentence.end, names)
    if assigned and not expressions:  # A or B was randomly assigned
        expressions = find_expressions(page, sentence.start, sentence.end, names)
        expressions = expressions if any(e.alternative for e in expressions) else []
    expressions = with_additions(page.text, expressions)
    expressions = _without_common(page.text, sentence.start, _with_same(page.text, expressions))
    kept: list[Expression] = []
    for expression in expressions:
        if _LABEL.match(page.text, expression.end) and page.text[expression.start - 1] in "([":
            continue
        if kept and not _is_class(kept[-1]) and _inside_bracket(page.text, kept[-1].end, expression.start):
            continue
        if _is_new(page.text, expression, kept) and not is_background(page.text, expression):
            kept.append(expression)
    return _drop_fragments(_without_members(page.text, kept))


def _with_same(text: str, found: list[Expression]) -> list[Expression]:
    """`A plus B …, and to the same regimen with C`: what the first arm is given, and C."""
    return [
        replace(e, drugs=found[0].drugs | e.drugs) if _SAME.search(text, max(0, e.start - 60), e.start) else e
        for e in found
    ]


def _without_common(text: str, start: int, found: list[Expression]) -> list[Expression]:
    """Leave out what all patients are given, and kinds of treatment that only head a list of regimens."""
    compared = [e.alternative or (i + 1 < len(found) and found[i + 1].alternative) for i, e in enumerate(found)]
    last = max((i for i, e in enumerate(found) if not _is_class(e)), default=0)
    specific = len({e.drugs for e in found if not _is_class(e)}) >= FEWEST
    return [
        e
        for i, (e, either) in enumerate(zip(found, compared, strict=True))
        if not is_common(text, e, start, compared=either)
        and not (specific and i < last and not either and all(_HEADING.search(d.name) for d in e.drugs))
    ]


def _is_class(expression: Expression) -> bool:
    """Whether an expression names a kind of treatment whose drugs may stand in a bracket behind it."""
    return any(_CLASS.search(d.name) for d in expression.drugs)


def _inside_bracket(text: str, start: int, end: int) -> bool:
    """Whether a bracket opened between two places is still open at the second."""
    between = text[start:end]
    return between.count("(") > between.count(")") or between.count("[") > between.count("]")


def _is_new(text: str, expression: Expression, kept: list[Expression]) -> bool:
    """Whether a regimen has not been named yet, or only at another dose."""
    dose = dose_after(text, expression.end)
    same = [k for k in kept if k.regimen == expression.regimen]
    return not same or (
        bool(dose) and len(expression.drugs) == 1 and all(dose_after(text, k.end) not in {"", dose} for k in same)
    )


def _without_members(text: str, found: list[Expression]) -> list[Expression]:
    """`chemotherapy (A, B, or C)` is chemotherapy, `sequential chemotherapy (A, B, and C)` is its drugs."""
    kept: list[Expression] = []
    inside = -1
    for index, expression in enumerate(found):
        if expression.start < inside:
            continue
        opening = re.match(
            r"\s*(?:regimen |treatment |therapy |doublet )?[(\[]\s*", text[expression.end : expression.end + 20]
        )
        if opening and index + 1 < len(found) and found[index + 1].start <= expression.end + opening.end() + 12:
            close = text.find(")", expression.end)
            close = close if close > 0 else len(text)
            members = text[expression.end : close]
            if _is_class(expression):
                if re.search(r"\bor\b", members):
                    kept.append(expression)
                    inside = close
                continue
        kept.append(expression)
    return kept


def _drop_fragments(found: list[Expression]) -> list[Expression]:
    """Drop single drugs that only repeat a part of regimens named in full (`A plus C or B plus C; C was given …`)."""
    if len(found) <= 2:
        return found
    controlled = any(CONTROL.search(d.name) for e in found for d in e.drugs)
    least = 0 if controlled else 1
    return [e for e in found if not (len(e.drugs) == 1 and sum(e.drugs < o.drugs for o in found) > least)]
