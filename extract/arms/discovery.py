"""Finding the arms of a document's trials.

Assignment sentences count most (`randomly assigned to A or B`), then the title, then `A versus B` anywhere.
Offsets are those of the cleaned text.
"""

import re
from dataclasses import dataclass
from typing import Final

from ...ontology.facts import Arm, Concept, Trial
from ..annotated import AnnotatedText
from ..passages import Sentence
from ..trials import Trials
from .regimens import Expression, Names, find_expressions, with_additions
from .registry import ArmEntry, Arms, dose_after

_ASSIGNED: Final = re.compile(
    r"\b(?:random(?:ly|i[sz]ed|i[sz]ation)|assigned|allocated|received either|to receive|treatment groups|arms?\b)",
    re.IGNORECASE,
)
_TO_ARMS: Final = re.compile(
    r"\b(?:random(?:ly|i[sz]ed|i[sz]ation)|assigned|allocated)\b[^.;]{0,40}?\b(?:to|receiv\w+|into|between|with)\b|\breceived either\b|\bto receive\b",
    re.IGNORECASE,
)
_COMPARED: Final = re.compile(
    r"\b(?:compar\w+|versus|vs\.?|v)\b|\bwith or without\b|\b(?:adding|addition of|inclusion of|added)\b", re.IGNORECASE
)
_GIVEN: Final = re.compile(r"\b(?:received|were treated with|were given|was administered|was given)\b", re.IGNORECASE)
_LABEL: Final = re.compile(r"\s+(?:group|arm)\s*[)\]]")
_USUAL: Final = re.compile(r"\b(?:standard|conventional|reference)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_EITHER: Final = re.compile(r"\b(?:or|versus|vs|arms|groups)\b", re.IGNORECASE)
_CLASS: Final = re.compile(r"chemotherapy|standard of care|investigator|endocrine therapy|treatment")
_PLACEBO: Final = re.compile(r"placebo|sham")
_CONTROL: Final = re.compile(
    r"placebo|standard of care|supportive care|observation|investigator|physician|no treatment|usual care"
)


_ASSIGNS: Final = 5
"""Weight of a sentence that assigns patients to arms."""
_FEWEST, _MOST = 2, 6


def find_arms(page: AnnotatedText, trials: Trials, names: Names) -> Arms:
    """Find the arms of each trial of a document: those it reports share theirs, others have what is said of them."""
    sources = _sources(page, trials, names)
    by_trial: dict[Trial, list[ArmEntry]] = {}
    for trial in (trials.main, *trials.all):
        if trial == Trial() and any(t.name for t in trials.all):
            continue  # a review: it reports no trial of its own
        own = [s for s in sources if s.trial == trial]
        expressions = max(own, key=lambda s: s.weight).expressions if own else []
        if trial == trials.main and (not own or max(s.weight for s in own) < _ASSIGNS) and not _is_randomized(page):
            single = _only_regimen(page, names)
            if not any(single and single[0].drugs == e.drugs for e in expressions):
                expressions = single or expressions
        if trial not in by_trial and expressions:
            by_trial[trial] = _entries(page, trial, expressions)
    return Arms(trials.main, by_trial)


def _is_randomized(page: AnnotatedText) -> bool:
    """Whether patients were assigned to one of several groups, known to us or not."""
    return any(_TO_ARMS.search(s.text) and _EITHER.search(s.text) for s in page.sentences)


def _entries(page: AnnotatedText, trial: Trial, expressions: list[Expression]) -> list[ArmEntry]:
    entries: list[ArmEntry] = []
    doses = _doses(page.text, expressions)
    for expression, dose in zip(expressions, doses, strict=True):
        usual = _USUAL.search(page.text[max(0, expression.start - 45) : expression.start])
        role = "control" if usual else None
        entries.append(ArmEntry(Arm(trial, expression.regimen), expression.start, expression.end, dose=dose, role=role))
    _assign_roles(entries)
    return entries


def _doses(text: str, expressions: list[Expression]) -> list[str]:
    """Doses that tell arms with the same drugs apart."""
    regimens = [e.regimen for e in expressions]
    return [dose_after(text, e.end) if regimens.count(e.regimen) > 1 else "" for e in expressions]


@dataclass(frozen=True, slots=True)
class _Source:
    """A sentence that sets regimens against each other, of which trial, and how surely it is about arms."""

    trial: Trial
    weight: int
    expressions: list[Expression]


def _sources(page: AnnotatedText, trials: Trials, names: Names) -> list[_Source]:
    found: list[_Source] = []
    for index, sentence in enumerate(page.sentences):
        text = sentence.text
        compared = bool(_COMPARED.search(text))
        if index > 1 and not compared and not _ASSIGNED.search(text):
            continue
        expressions = _alternatives(page, sentence, names)
        if _FEWEST <= len(expressions) <= _MOST:
            weight = (
                _ASSIGNS * bool(_TO_ARMS.search(text))
                + 3 * (index < 2)
                + compared
                + 3 * any(e.alternative for e in expressions)
            )
            trial = trials.at(expressions[0].start)
            found.append(_Source(trials.main if trial in trials.reported else trial, weight, expressions))
    return found


def _only_regimen(page: AnnotatedText, names: Names) -> list[Expression]:
    """The regimen of a trial without a comparison: named alone in the title, or first said to be given."""
    for index, sentence in enumerate(page.sentences):
        if index == 0 and _COMPARED.search(sentence.text):
            return []
        if index == 0 or _GIVEN.search(sentence.text):
            found = [
                e
                for e in find_expressions(page, sentence.start, sentence.end, names)
                if not _is_background(page.text, e)
            ]
            if len({e.regimen for e in found}) == 1:
                return found[:1]
    return []


def _alternatives(page: AnnotatedText, sentence: Sentence, names: Names) -> list[Expression]:
    """The distinct regimens that one sentence sets against each other."""
    assigned = _TO_ARMS.search(sentence.text)
    start = sentence.start + assigned.end() if assigned else sentence.start
    expressions = find_expressions(page, start, sentence.end, names)
    if assigned and not expressions:  # A or B was randomly assigned
        expressions = find_expressions(page, sentence.start, sentence.end, names)
        expressions = expressions if any(e.alternative for e in expressions) else []
    expressions = with_additions(page.text, expressions)
    kept: list[Expression] = []
    for expression in expressions:
        if _LABEL.match(page.text, expression.end) and page.text[expression.start - 1] in "([":
            continue
        if kept and not _is_class(kept[-1]) and _inside_bracket(page.text, kept[-1].end, expression.start):
            continue
        if _is_new(page.text, expression, kept) and not _is_background(page.text, expression):
            kept.append(expression)
    return _drop_fragments(_without_members(page.text, kept))


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


def _is_background(text: str, expression: Expression) -> bool:
    """Drugs that patients had before, or that are named as members of a class."""
    before = text[max(0, expression.start - 60) : expression.start].lower()
    after = text[expression.end : expression.end + 40].lower()
    return bool(
        (
            re.search(
                r"(?:previous(?:ly)?|prior|after|refractory to|pretreated with|failure of|following|had received|exposed to|progressed on|"
                r"except|(?:previous|prior)[^.;()]{0,60} including)"
                r"(?: \w+){0,4} $",
                before,
            )
            and not re.search(r"random|assign|to receive", before)
        )
        or re.match(
            r"[- ](?:pre-?treated|resistant|refractory|naive|na\u00efve|exposed|treated)|\s+(?:treatment )?failure|\s+(?:metabolism|use\b)",
            after,
        )
    )


def _drop_fragments(found: list[Expression]) -> list[Expression]:
    """Drop single drugs that only repeat a part of regimens named in full (`A plus C or B plus C; C was given …`)."""
    if len(found) <= 2:
        return found
    controlled = any(_CONTROL.search(d.name) for e in found for d in e.drugs)
    least = 0 if controlled else 1
    return [e for e in found if not (len(e.drugs) == 1 and sum(e.drugs < o.drugs for o in found) > least)]


def _assign_roles(entries: list[ArmEntry]) -> None:
    """The control is what the others are set against: placebo, standard care, the backbone alone, or the one named last."""
    if len(entries) < 2:
        return
    usual = [e for e in entries if e.role == "control"]
    control = usual[0] if len(usual) == 1 else None
    common = frozenset[Concept].intersection(*(e.drugs for e in entries))
    for names in (_PLACEBO, _CONTROL):
        control = control or next((e for e in entries if any(names.search(d.name) for d in e.drugs - common)), None)
    control = control or next((e for e in entries if sum(e.drugs < o.drugs for o in entries) >= len(entries) - 1), None)
    if control is None and any(e.drugs < entries[-1].drugs for e in entries):
        return
    other = [e for e in entries if not e.dose]  # the others are doses of one drug
    control = control or (other[0] if len(other) == 1 else entries[-1])
    for entry in entries:
        entry.role = "control" if entry is control else "experimental"
