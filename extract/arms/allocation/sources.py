"""Sentences that set regimens against each other, of which trial, and how surely they are about arms.

Assignment sentences count most (`randomly assigned to A or B`), then the title, then `A versus B` anywhere.
Offsets are those of the cleaned text.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ....ontology.facts import Concept, Trial
from ...annotated import AnnotatedText
from ...passages import Sentence
from ...trials import Trials
from ...wordings import Wording
from ..treatments.classes import is_kind
from ..treatments.in_turn import AND_PLACEBO, crosses_over
from ..treatments.named import UNTREATED, Names, treatments_in
from ..treatments.regimens import Expression, find_expressions
from .alternatives import FEWEST, TO_ARMS, alternatives
from .choices import choice_in
from .counted import counted_arms, share_count
from .roles import PLACEBO_ALONE

ASSIGNS: Final = 5
"""Weight of a sentence that assigns patients to arms."""
EARLY: Final = 6
"""Weight, at least, of a comparison that a document begins with."""
TO_EACH: Final = Wording(
    r"\b(?:assigned|allocated?|random(?:ly|i[sz]ed))\b[^.;,]{0,70}?\b(?:to|into|receive|between)\b|"
    r"\bassigned\s\d[\d,]*\s[^.;]{0,120}?\bto\b|\b(?:received|given) (?:[\w-]+ ){0,5}either\b",
    re.IGNORECASE,
)
COMPARED: Final = re.compile(
    r"\b(?:compar\w+|superiority of|(?:superior|(?:non-?)?inferior) to|versus|vs\.?|v)\b|\bwith or without\b|"
    r"\b(?:adding|addition of|inclusion of|added)\b|"
    r"\b(?:tested|evaluated|assessed|studied|examined|investigated|contrasted|pitted|pits|set)\b[^.;:]{0,120}?\bagainst\b",
    re.IGNORECASE,
)
_ASSIGNED: Final = Wording(
    r"\b(?:random(?:ly|i[sz]ed|i[sz]ation)|assigned|allocated|(?:received|given) (?:[\w-]+ ){0,5}either|to receive|"
    r"treatment groups|arms?\b|cohorts\b)|"
    r"\b\d+\s(?:\w+\s)?(?:receiv\w+|treated with)\b",
    re.IGNORECASE,
)
_OR_PLACEBO: Final = Wording(
    r"\b(?:or|versus|vs\.?|v)\s+(?:(?:a|an|matching|matched|oral)\s+)?placebo\b|\bplacebo(?:,\s[^.;()]{1,60})?\sor\s",
    re.IGNORECASE,
)
_LITERATURE: Final = Wording(
    r"\b(?:trials?|studies|analyses|data)\b[^.;]{0,80}?\b(?:indicates?d?|suggest(?:s|ed)?|showed|under ?way|"
    r"ha(?:ve|s) (?:\w+ )?(?:shown|reported|demonstrated|suggested|been reported)|"
    r"(?:is|are) (?:ongoing|advised|warranted|needed|recommended|required))\b",
    re.IGNORECASE,
)
_GIVEN_TOGETHER: Final = Wording(
    r"[^;]*\d\s?(?:mg|g|mcg|[µμ]g|IU)\b[^;]*;\s(?:and\s)?[\w-]+,?\s(?:at\s)?\d[\d.]*\s?(?:mg|g|mcg|[µμ]g|IU)\b"
)
"""`Patients were to receive A 1 mg daily; B 4 mg; and C 5 mg weekly`: a semicolon sets nothing against the other."""
_CHOICE: Final = re.compile(
    r"\b(?:or|versus|vs|either|groups?|arms?|cohorts?|compar\w+|random\w+|than|placebo|against)\b|\b[nN]\s?=",
    re.IGNORECASE,
)
_OR_A_KIND: Final = Wording(r"\b(?:or|versus|vs\.?)\s+(?:[\w-]+\s+){1,20}[\w-]+(?:,|:|\s\()\s*$", re.IGNORECASE)
_LISTED: Final = re.compile(r",|\band\b")
_OR_BOTH: Final = Wording(r"\bor both\b", re.IGNORECASE)
_SIZE: Final = re.compile(r"[(\[](?:[^()\[\]]*[;,:]\s)?[nN]\s?=\s?\d")
_MOST, _MOST_LETTERED = 6, 9
_NONE: Final = frozenset({PLACEBO_ALONE, UNTREATED})
"""What a group may be given that stands without a letter behind those that have one."""


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence that sets regimens against each other, of which trial, and how surely it is about arms."""

    start: int
    trial: Trial
    weight: int
    expressions: list[Expression]
    offered: bool = False
    """Whether it says `or placebo`."""


def sources_of(page: AnnotatedText, trials: Trials, names: Names) -> list[Source]:
    """Find them all, in order."""
    found: list[Source] = []
    for index, sentence in enumerate(page.sentences):
        text = sentence.text
        compared, assigned = bool(COMPARED.search(text)), bool(_ASSIGNED.search(text))
        offered = bool(_OR_PLACEBO.search(text)) or (bool(AND_PLACEBO.search(text)) and crosses_over(page.text))
        if index > 1 and not compared and not offered and not assigned:
            continue
        named = len(find_expressions(page, sentence.start, sentence.end, names))
        if not named and not TO_ARMS.search(text):
            continue
        if named < FEWEST and index and not assigned and not _SIZE.search(text):
            continue
        if _GIVEN_TOGETHER.match(text) and not _CHOICE.search(text):
            continue
        if index and _LITERATURE.search(text) and not TO_EACH.search(text):
            continue
        expressions = counted_arms(page, sentence, names) or alternatives(page, sentence, names)
        if share_count(sentence, expressions):
            continue
        letters = [e for e in expressions if e.letter]
        if len(letters) >= FEWEST:
            expressions = [e for e in expressions if e.letter or (e.drugs <= _NONE and e.start > letters[-1].end)]
        else:
            bound = _set_against_each_other(page.text, expressions)
            expressions = _fuller(page, sentence, bound, names, loose=len(bound) < len(expressions))
            if not any(e.alternative for e in expressions) and len(letters) < FEWEST:
                continue
        if FEWEST <= len(expressions) <= (_MOST_LETTERED if len(letters) >= FEWEST else _MOST):
            weight = (
                ASSIGNS * bool(TO_ARMS.search(text))
                + 2 * (bool(TO_EACH.search(text)) and "%" not in text)
                + 3 * (index < 2)
                + compared
                + 3 * any(e.alternative for e in expressions)
                + 2 * ASSIGNS * (len(letters) >= FEWEST)
            )
            trial = trials.at(expressions[0].start)
            trial = trials.main if trial in trials.reported else trial
            found.append(Source(sentence.start, trial, weight, expressions, offered))
    return found


def _fuller(
    page: AnnotatedText, sentence: Sentence, found: list[Expression], names: Names, *, loose: bool
) -> list[Expression]:
    """The alternatives of a sentence cut by its structure, where that is surer than what stands between the drugs.

    It gives each its size, `A 9 mg once plus B (n = 9); placebo plus B (n = 8)`, or names drugs again within what was
    taken for one regimen: `A then B, A then B plus C, or D`, or `A, B, or both`; `loose` where some that it names are
    not among them: `A every 4 weeks, A by a treat-and-extend schedule, or B`.
    """
    sizes = len(_SIZE.findall(sentence.text))
    listed = bool(TO_EACH.search(sentence.text))
    listed = listed and (
        loose or bool(_OR_BOTH.search(sentence.text)) or any(_names_again(page, e, names) for e in found)
    )
    choice = choice_in(page, sentence, names) if listed or sizes > max(FEWEST, len(found) - 1) else []
    surer = len(choice) > len(found) if listed else len(found) <= len(choice) == sizes
    same = len(choice) == len(found) and all(c.drugs <= f.drugs for c, f in zip(choice, found, strict=True))
    return choice if surer and not same else found


def _names_again(page: AnnotatedText, expression: Expression, names: Names) -> bool:
    """Whether a list, taken for one regimen, names the same twice."""
    told = [t.drugs for t in treatments_in(page, expression.start, expression.end, names)]
    return len(set(told)) < len(told) and bool(_LISTED.search(page.text, expression.start, expression.end))


def _set_against_each_other(text: str, found: list[Expression]) -> list[Expression]:
    """Leave out what stands beside regimens that `or` or `versus` binds together.

    None in `A or a standard inhibitor, B or C`, where B and C are examples of what A is set against.
    """
    if any(_OR_A_KIND.search(text, before.end, after.start) for before, after in pairwise(found)):
        return []
    bound = [e for i, e in enumerate(found) if e.alternative or (i + 1 < len(found) and found[i + 1].alternative)]
    return bound or found


def told_best(sources: list[Source]) -> list[Expression]:
    """The regimens of the surest source; in the words of another that names the drugs of their common chemotherapy.

    `chemotherapy with or without A` in a title is `B and C, without or with A` further down.
    """
    best = max(sources, key=lambda s: s.weight).expressions
    spelled = (s.expressions for s in sources if _spells_out(s.expressions, best))
    return next(spelled, best)


def _spells_out(found: list[Expression], kinds: list[Expression]) -> bool:
    """Whether regimens are those of a list with the same drugs in the place of the class that all of them hold."""
    classes = frozenset[Concept].intersection(*(frozenset(filter(is_kind, e.drugs)) for e in kinds))
    named = {e.drugs - classes for e in kinds}
    common = frozenset[Concept].intersection(*(e.drugs for e in found))
    alike = {e.variant for e in found} == {e.variant for e in kinds}
    return bool(classes) and alike and not any(map(is_kind, common)) and {e.drugs - common for e in found} == named
