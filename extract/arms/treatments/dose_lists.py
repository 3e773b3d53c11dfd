"""Several doses of one drug, of which a list gives the choice: `A 2, 4 or 8 mg`, `600 mg/d or 900 mg/d of A`.

Where a dose is listed twice, how often it is given tells it apart: `200 mg once daily, 200 mg twice daily`. Offsets are
those of the text.
"""

import re
from dataclasses import replace
from typing import Final

from ...wordings import Wording
from ..slots import without_brackets
from .regimens import Expression
from .variants import DOSE_UNIT, EVERY, with_shared_unit

_HOW_OFTEN: Final = (
    rf"(?:{EVERY}|q\d+w|(?:once|twice|three times)(?:\s(?:a|per|every))?[\s-](?:daily|weekly|monthly|day|week)|daily|"
    r"weekly|monthly|[bqt]id|[bt]\.i\.d\.|(?-i:Q-[A-Z]{2,4}))"
)
_DOSE: Final = re.compile(
    rf"(?P<number>\d+(?:\.\d+)?)(?![\w.-]{{0,20}}-[A-Za-z])(?:[\s-]?(?P<unit>{DOSE_UNIT})(?![\w/]))?"
    rf"(?:,?\s(?P<often>{_HOW_OFTEN})(?!\w))?",
    re.IGNORECASE,
)
_ANY_DOSE: Final = re.sub(r"\?P<\w+>", "?:", _DOSE.pattern)
_LIST: Final = (
    rf"(?P<list>{_ANY_DOSE}(?:\s*(?:,\s*(?:or|and)|,|\bor|\band)\s+"
    rf"(?:(?:either|at|a|doses?|of|to|receive|assigned)\s){{0,3}}{_ANY_DOSE}){{1,12}})"
)
_FORM: Final = (
    r"(?:tablets?|capsules?|cream|gel|ointment|solution|spray|eye\s?drops?|patch(?:es)?|injections?|infusions?|"
    r"(?:mono)?therapy|treatment|oral(?:ly)?|intravenous(?:ly)?|subcutaneous(?:ly)?|i\.?v\.?|s\.?c\.?|(?:once|twice)[\s-](?:daily|weekly)|"
    r"daily|weekly|(?-i:[A-Z]{2,5}))"
)
_BEHIND: Final = re.compile(
    rf"(?:\s+{_FORM}){{0,3}}(?:\s*[,(\[]?\s*(?:(?:at|in|of|as|with|an?|one|two|three|four|the|fixed|single|daily|different|total)\s){{0,4}}"
    r"doses?(?:\s(?:levels?|groups?|regimens))?(?:\sof)?|\s+(?:at|of))?\s*[:(\[]?\s*"
    rf"{_LIST}",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(
    rf"(?<![\w.:+/-]){_LIST}\s+(?:of\s+)?(?:(?:{_FORM}|a|the|single|doses?|of|extended|release|once-daily|twice-daily)\s+){{0,3}}$",
    re.IGNORECASE,
)
_NEXT: Final = r"(?:,|,?\s(?:or|and))\s(?:\w+\s){0,3}\d"
DOSES: Final = Wording(rf"\d\s*{_NEXT}[\d.]*[\s-]?{DOSE_UNIT}(?![\w/])|{DOSE_UNIT}(?:\s[\w-]+){{0,3}}{_NEXT}")
"""Where doses may be listed."""
_IN_TURN: Final = re.compile(r"[^()\[\].;]{0,12},?\s*respectively\b")
"""`A and B (500 and 20 mg/m2, respectively)`: a dose of each drug."""
_BESIDE: Final = re.compile(r"\s*(?:\([^()]*\))?,?\s*and\s(?:to\s)?")
"""`placebo and 2, 4, or 8 mg of A`: a list of doses is set against what stands before it."""
_CHOSEN: Final = re.compile(r",|\bor\b", re.IGNORECASE)
_DOSES_OF: Final = re.compile(r"\bdoses\b|[(\[]")
"""`A 600 mg and 75 mg` may be given to the same patients, `A (75 and 150 mg)` not."""
_PAIR: Final = 2
_REACH: Final = 200


def in_doses(text: str, start: int, end: int, found: list[Expression]) -> list[Expression]:
    """Put the doses between which a choice stands beside a combination in its place: `A 20 mg or 40 mg`.

    None in `A 81 mg or 5 mg B`, where the list stands right between two drugs.
    """
    kept: list[Expression] = []
    split = False
    for before, expression, after in zip([None, *found], found, [*found[1:], None], strict=False):
        forms = doses_behind(text, end, expression)
        if expression.variant and all(f.variant != expression.variant for f in forms):
            forms = []
        if forms and after and not text[forms[-1].end : after.start].strip():
            forms = []
        if not forms and not expression.variant:
            forms = doses_ahead(text, start, expression)
        if forms and before and not text[before.end : forms[0].start].strip():
            forms = []
        if forms and before and _BESIDE.fullmatch(text, before.end, forms[0].start):
            forms[0] = replace(forms[0], alternative=True)
        if not (split and text[: expression.start].endswith("with ")):  # what is given with each form is no arm
            kept += forms or [expression]
        split = bool(forms)
    return kept


def doses_behind(text: str, end: int, drugs: Expression) -> list[Expression]:
    """The forms between which a choice stands right behind a combination: `A every 4 or every 12 weeks`."""
    found = with_shared_unit(text, drugs.end, min(end, drugs.end + 40), drugs)
    if found and found[0].start <= drugs.end + 2:
        return found
    behind = text[drugs.end : min(end, drugs.end + _REACH)]
    plain = next((p for p in (behind, without_brackets(behind)) if _BEHIND.match(p)), "")
    listed = _BEHIND.match(plain)
    if not listed or _IN_TURN.match(plain, listed.end()):
        return []
    forms = _forms(plain, drugs.end, listed, drugs)
    return [replace(forms[0], start=drugs.start), *forms[1:]] if forms else []


def doses_ahead(text: str, start: int, drugs: Expression) -> list[Expression]:
    """The doses between which a choice stands right before a drug: `60, 120 or 180 mg of A`, from an offset on."""
    left = max(start, drugs.start - _REACH)
    plain = text[left : drugs.start]
    plain = without_brackets(plain) if plain.rstrip().endswith(")") else plain  # 2 mg or 4 mg (after a week 2 mg) A
    listed = _AHEAD.search(plain)
    forms = _forms(plain, left, listed, drugs) if listed else []
    return [*forms[:-1], replace(forms[-1], end=drugs.end)] if forms else []


def _forms(plain: str, offset: int, listed: re.Match[str], drugs: Expression) -> list[Expression]:
    """A combination in each of the doses of a list, which share the unit of the last."""
    items = list(_DOSE.finditer(plain, listed.start("list"), listed.end("list")))
    if len(items) == _PAIR and not (_CHOSEN.search(listed["list"]) or _DOSES_OF.search(listed[0])):
        return []
    unit = next((m["unit"] for m in reversed(items) if m["unit"]), "")
    doses = [f"{m['number']} {m['unit'] or unit}" for m in items]
    if len(set(doses)) < len(doses):
        doses = [f"{dose} {m['often']}" for dose, m in zip(doses, items, strict=True) if m["often"]]
    if len(doses) < len(items) or not unit or len(set(doses)) < len(doses):
        return []
    return [
        replace(
            drugs,
            start=offset + m.start(),
            end=offset + m.end(),
            forms=(dose,),
            alternative=bool(k) or drugs.alternative,
        )
        for k, (m, dose) in enumerate(zip(items, doses, strict=True))
    ]
