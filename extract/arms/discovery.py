"""Finding the arms of a document's trials.

Assignment sentences count most (`randomly assigned to A or B`), then the title, then `A versus B` anywhere.
Offsets are those of the cleaned text.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from ...ontology.facts import Arm, Concept, Trial
from ..annotated import AnnotatedText
from ..passages import Sentence
from ..trials import Trials
from .background import is_background, is_common
from .lettered import lettered_arms, letters_in
from .regimens import Expression, Names, find_expressions, with_additions
from .registry import ArmEntry, Arms, dose_after

_ASSIGNED: Final = re.compile(
    r"\b(?:random(?:ly|i[sz]ed|i[sz]ation)|assigned|allocated|received either|to receive|treatment groups|arms?\b)",
    re.IGNORECASE,
)
_TO_ARMS: Final = re.compile(
    r"\b(?:random(?:ly|i[sz]ed|i[sz]ation)|assigned|allocated?)\b[^.;]{0,40}?\b(?:to|receiv\w+|into|between|with)\b|"
    r"\breceived either\b|\bto receive\b",
    re.IGNORECASE,
)
_TO_EACH: Final = re.compile(
    r"\b(?:assigned|allocated?|random(?:ly|i[sz]ed))\b[^.;,]{0,30}?\b(?:to|receive|between)\b|\breceived either\b",
    re.IGNORECASE,
)
_COMPARED: Final = re.compile(
    r"\b(?:compar\w+|versus|vs\.?|v)\b|\bwith or without\b|\b(?:adding|addition of|inclusion of|added)\b", re.IGNORECASE
)
_GROUPS: Final = re.compile(r"\s+(?:groups|arms)\b")
_SAME: Final = re.compile(r"\bsame\s+(?:[\w-]+\s+){1,3}?(?:but\s+)?(?:with|plus|and)\s+$", re.IGNORECASE)
_GIVEN: Final = re.compile(r"\b(?:received|were treated with|were given|was administered|was given)\b", re.IGNORECASE)
_OR_PLACEBO: Final = re.compile(
    r"\b(?:or|versus|vs\.?|v)\s+(?:(?:a|an|matching|matched|oral)\s+)?placebo\b", re.IGNORECASE
)
_LABEL: Final = re.compile(r"\s+(?:group|arm)\s*[)\]]")
_USUAL: Final = re.compile(r"\b(?:standard|conventional|reference)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_EITHER: Final = re.compile(r"\b(?:or|versus|vs|arms|groups)\b", re.IGNORECASE)
_TRIAL: Final = re.compile(r"\b(?:trials?|stud(?:y|ies)|phase|enrolled|patients|cohort)\b", re.IGNORECASE)
_CONTROLS: Final = re.compile(r"\b(?:control|placebo|comparator)[- ](?:group|arm|patients)\b", re.IGNORECASE)
_CLASS: Final = re.compile(r"chemotherapy|standard of care|investigator|endocrine therapy|treatment")
_HEADING: Final = re.compile(r"^(?:chemotherapy|immunochemotherapy|endocrine therapy|immunotherapy|treatment)$")
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
        own = _agreeing([s for s in sources if s.trial == trial], _promised(page, trials, trial, names))
        expressions = max(own, key=lambda s: s.weight).expressions if own else []
        if trial == trials.main and (not own or max(s.weight for s in own) < _ASSIGNS) and not _is_randomized(page):
            single = _only_regimen(page, names)
            if not any(single and single[0].drugs == e.drugs for e in expressions):
                expressions = single or expressions
        if trial not in by_trial and expressions:
            by_trial[trial] = _entries(page, trial, expressions)
    return Arms(trials.main, by_trial)


def _promised(page: AnnotatedText, trials: Trials, trial: Trial, names: Names) -> frozenset[Concept]:
    """The one regimen that the sentences of allocation name, where the other is unknown to us."""
    found: list[Expression] = []
    for sentence in page.sentences:
        assigned = _TO_EACH.search(sentence.text)
        at = trials.at(sentence.start)
        own = (trials.main if at in trials.reported else at) == trial
        if own and assigned and _EITHER.search(sentence.text, assigned.end()):
            found += [e for e in _alternatives(page, sentence, names) if not _GROUPS.match(page.text, e.end)]
    return found[0].drugs if len({e.drugs for e in found}) == 1 else frozenset()


def _agreeing(sources: list["_Source"], promised: frozenset[Concept]) -> list["_Source"]:
    """Leave out comparisons that lack a regimen to which patients are said to be assigned, or the placebo."""
    controlled = [s for s in sources if any(_PLACEBO.search(d.name) for e in s.expressions for d in e.drugs)]
    sources = controlled if any(s.offered for s in controlled) else sources
    return [s for s in sources if not promised or any(promised <= e.drugs for e in s.expressions)]


def _is_randomized(page: AnnotatedText) -> bool:
    """Whether patients were assigned to one of several groups, known to us or not, or some were controls."""
    return any(_CONTROLS.search(s.text) or (_TO_ARMS.search(s.text) and _EITHER.search(s.text)) for s in page.sentences)


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
    offered: bool = False
    """Whether it says `or placebo`."""


def _sources(page: AnnotatedText, trials: Trials, names: Names) -> list[_Source]:
    found: list[_Source] = []
    for index, sentence in enumerate(page.sentences):
        text = sentence.text
        compared = bool(_COMPARED.search(text))
        offered = bool(_OR_PLACEBO.search(text))
        if index > 1 and not compared and not offered and not _ASSIGNED.search(text):
            continue
        expressions = _alternatives(page, sentence, names)
        letters = letters_in(page, sentence.start, sentence.end, expressions)
        if len(letters) >= _FEWEST:
            expressions = [expressions[place] for place in sorted(letters)]
        if _FEWEST <= len(expressions) <= _MOST:
            weight = (
                _ASSIGNS * bool(_TO_ARMS.search(text))
                + 2 * (bool(_TO_EACH.search(text)) and "%" not in text)
                + 3 * (index < 2)
                + compared
                + 3 * any(e.alternative for e in expressions)
                + 2 * _ASSIGNS * (len(letters) >= _FEWEST)
            )
            trial = trials.at(expressions[0].start)
            found.append(_Source(trials.main if trial in trials.reported else trial, weight, expressions, offered))
    lettered = lettered_arms(page, names)
    return [*found, _Source(trials.main, 4 * _ASSIGNS, lettered)] if lettered else found


def _only_regimen(page: AnnotatedText, names: Names) -> list[Expression]:
    """The regimen of a trial without a comparison: named alone in the title, or first said to be given."""
    if not _TRIAL.search(page.text):
        return []
    for index, sentence in enumerate(page.sentences):
        if index == 0 and _COMPARED.search(sentence.text):
            return []
        if index == 0 or _GIVEN.search(sentence.text):
            found = [
                e
                for e in find_expressions(page, sentence.start, sentence.end, names)
                if not is_background(page.text, e)
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
    specific = len({e.drugs for e in found if not _is_class(e)}) >= _FEWEST
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
    controlled = any(_CONTROL.search(d.name) for e in found for d in e.drugs)
    least = 0 if controlled else 1
    return [e for e in found if not (len(e.drugs) == 1 and sum(e.drugs < o.drugs for o in found) > least)]


def _assign_roles(entries: list[ArmEntry]) -> None:
    """The control is what the others are set against: placebo, standard care, the backbone, or the one named last."""
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
