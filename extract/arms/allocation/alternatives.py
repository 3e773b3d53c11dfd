"""The regimens that one sentence sets against each other, without what all patients are given.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final, cast

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ...passages import Sentence
from ...people import PEOPLE
from ...wordings import Wording
from ..groups.letters import LETTER, lettered
from ..groups.same import with_same
from ..registry import dose_after
from ..slots import without_brackets
from ..treatments.backbones import with_backbones
from ..treatments.dose_lists import in_doses
from ..treatments.either import in_one_arm
from ..treatments.named import Names, treatments_in
from ..treatments.regimens import Expression, find_expressions, with_additions
from ..treatments.variants import told_apart, variants_of
from .background import is_background, is_common
from .crossed import crossed_arms
from .factorial import crosses_choices
from .given_to_all import EACH_WITH, with_partners
from .members import is_class, lists_members, without_examples, without_members
from .shared_forms import contrasted_forms, leaves_form_alone
from .spoken import spelled_out

TO_ARMS: Final = Wording(
    r"\b(?:random(?:ly|i[sz]ed|i[sz]ation)(?! (?:phase|clinical|controlled|stud|trial|double|open))|assigned|"
    r"allocated?)\b[^.;]{0,40}?\b(?:to|receiv\w+|into|between|with)\b|"
    r"\bassigned\s\d[\d,]*\s[^.;]{0,120}?\bto\b|"
    r"\b(?:received|given) (?:[\w-]+ ){0,5}either\b|"
    r"(?<!\bscheduled )(?<!\beligible )(?<!\bplanned )(?<!\bplanning )(?<!\bcandidates )(?<!\bdue )\bto receive\b",
    re.IGNORECASE,
)
CONTROL: Final = re.compile(
    r"placebo|standard of care|supportive care|best available|observation|investigator|physician|no treatment"
    r"|usual care|sodium chloride 0\.9%"
)
FEWEST: Final = 2
_SURGERY: Final = Concept("Drug", "surgery")
_IN_TRIAL: Final = Wording(r"\bin (?:an?|the|this|our) (?:[\w-]+ ){0,3}(?:trial|study)\s(?:in which|where|with)\b")
"""`A or B in a trial where …`: so does what is said of the trial."""
_PARTNER: Final = re.compile(
    r"(?:[^\s,;(]\s+(?i:plus|combined with|in combination with)|\b[A-Z][\w-]+\s+and)\s+(?:[a-z-]+\s+){0,3}$"
)
_NEXT_PARTNER: Final = re.compile(
    r"\s+(?:plus|combined with|in combination with)\s+(?P<what>(?!(?:an?|the|either|best|standard|usual|same)\b)[\w-]+)"
)
_OPEN_LIST: Final = re.compile(
    r"(?:^|\b(?:to|received?|either|of)\s+)(?:[A-Za-z]+\s+)?(?!addition|contrast|total)[A-Za-z][\w-]{3,},\s+$"
)
_REACH: Final = 60
_OR_BEFORE: Final = re.compile(r"\b(?:or|versus|vs)\b[^;,.]{0,20}$", re.IGNORECASE)
_CHOICE: Final = re.compile(r"\b(?:or|versus|vs)\b", re.IGNORECASE)
_OR_WITHOUT: Final = re.compile(r"\bwith(?: or |/)without\b", re.IGNORECASE)
_WITH: Final = re.compile(r"(?:,\s(?:and\s|both\s|all\s)?with|\bfollowed\sby)\s$")
_MAINTENANCE: Final = re.compile(r"(?:\sor\s[\w-]+)?\smaintenance\b")
_OR_INSIDE: Final = re.compile(r"[^()\[\]]*\bor\b[^()\[\]]*", re.IGNORECASE)
"""From one regimen to the next within one bracket, those inside it left out."""
_LABEL: Final = re.compile(r"\s+(?:group|arm)\s*[)\]]")
_GROUP_BEHIND: Final = re.compile(r"[^.;,()\[\]]{0,60}[(\[](?:the\s)?[^();\[\]]{2,40}\s(?:group|arm)[)\]]")
_OF_CONTROL: Final = re.compile(r"\bcontrols?(?: group| arm)?\s*[(\[]$", re.IGNORECASE)
"""`and a control group (placebo)`: what the bracket holds is an arm of its own."""
_FIGURES: Final = re.compile(r"\b(?:median|ratio|CI|[HO]R|[Pp]\s?[<=])\b|%")
"""What a first sentence with results has: no title with forms of a treatment."""
_OF_PATIENTS: Final = re.compile(rf"\b{PEOPLE}\b", re.IGNORECASE)
"""`Patients on A or B were randomly assigned`: both are what all are given."""
_HEADING: Final = re.compile(r"^(?:chemotherapy|immunochemotherapy|endocrine therapy|immunotherapy|treatment)$")


def alternatives(page: AnnotatedText, sentence: Sentence, names: Names) -> list[Expression]:
    """The distinct regimens that one sentence sets against each other; kept with the page, for they are asked twice."""
    kept = cast("list[Expression] | None", page.memo.get(("alternatives", sentence.start)))
    if kept is None:
        found = _alternatives(page, sentence, names)
        kept = page.memo["alternatives", sentence.start] = with_partners(page, sentence.end, found, names)
    return kept


def _alternatives(page: AnnotatedText, sentence: Sentence, names: Names) -> list[Expression]:
    if crosses_choices(page, sentence, names):
        return []
    if crossed := crossed_arms(page, sentence, names):
        return crossed
    assigned = TO_ARMS.search(sentence.text)
    if assigned and (forms := contrasted_forms(page, sentence, names)):
        return lettered(page.text, sentence.start, sentence.end, forms)
    start = sentence.start + assigned.end() if assigned else sentence.start
    apart = EACH_WITH.search(page.text, start, sentence.end) or _IN_TRIAL.search(page.text, start, sentence.end)
    expressions = find_expressions(page, start, apart.start() if apart else sentence.end, names)
    if assigned and not expressions:  # A or B was randomly assigned
        expressions = find_expressions(page, sentence.start, sentence.end, names)
        told = any(e.alternative for e in expressions) and not _OF_PATIENTS.search(sentence.text, 0, assigned.start())
        expressions = expressions if told else []
    expressions = _without_maintenance(page.text, in_one_arm(page.text, expressions))
    expressions = with_backbones(page.text, _with_surgery(with_additions(page.text, expressions)))
    kept = _without_common(page.text, sentence.start, with_same(page.text, sentence.start, expressions))
    kept = without_examples(page.text, without_members(page.text, _distinct(page.text, kept)))
    kept = _lettered(page, sentence, start, kept)
    kept = told_apart(page.text, start, sentence.end, _drop_fragments(page.text, _in_groups(page.text, kept)))
    kept = in_doses(page.text, start, sentence.end, kept) if assigned else kept
    if assigned and any(_lacks_partner(page, start, e, names) for e in kept):
        return []
    if assigned and 0 < sum(_leads_on(page, e, names) for e in kept) < len(kept):
        return []
    if _hides_drugs(page, start, kept, names) or (assigned and _are_examples(page.text, start, sentence.end, kept)):
        return []
    if any(_begins_within_list(page.text, sentence.start, e) for e in kept):
        return []
    if len(kept) >= FEWEST and all(e.variant for e in kept):
        return kept
    if assigned and not any(e.variant for e in kept) and leaves_form_alone(page, sentence, names):
        kept = kept if len({e.drugs for e in kept}) == 1 else []
    only = kept or expressions
    if len({e.drugs for e in only}) == 1 and (assigned or _offers_forms(sentence)):
        whole = replace(only[0], drugs=spelled_out(page, only[0].drugs, names))
        forms = variants_of(page.text, start, sentence.end, whole)
        return lettered(page.text, sentence.start, sentence.end, forms) or kept
    return kept


def _without_maintenance(text: str, found: list[Expression]) -> list[Expression]:
    """`A or B, with C or D maintenance`: what comes after the treatments that are compared, where those are told."""
    later = [e for e in found if _MAINTENANCE.match(text, e.end)]
    later = [e for e in later if e.alternative or _WITH.search(text, max(0, e.start - _REACH), e.start)]
    kept = [e for e in found if e not in later]
    return kept if len({e.drugs for e in kept}) >= FEWEST else found


def _offers_forms(sentence: Sentence) -> bool:
    """Whether a sentence without a verb of allocation may give the choice of forms: a title, or `(arm A) … (arm B)`."""
    signed = len({sign[1] for sign in LETTER.finditer(sentence.text)}) >= FEWEST
    return (sentence.start == 0 or signed) and not _FIGURES.search(sentence.text)


def _lacks_partner(page: AnnotatedText, start: int, expression: Expression, names: Names) -> bool:
    """Whether what a drug is given with is unknown to us: half a regimen is none."""
    before = max(start, expression.start - _REACH)
    partner = _PARTNER.search(page.text, before, expression.start)
    return partner is not None and not treatments_in(page, max(start, before - _REACH), partner.end(), names)


def _leads_on(page: AnnotatedText, expression: Expression, names: Names) -> bool:
    """Whether something unknown to us is given with a regimen: `A plus immunologic therapy`."""
    partner = _NEXT_PARTNER.match(page.text, expression.end)
    return partner is not None and not treatments_in(page, partner.start("what"), partner.end() + _REACH, names)


def _begins_within_list(text: str, start: int, expression: Expression) -> bool:
    """Whether a list of drugs has a first member that is unknown to us: `copper, A, and B`."""
    listed = len(expression.drugs) > 1 and "," in text[expression.start : expression.end]
    return listed and bool(_OPEN_LIST.search(text[max(start, expression.start - _REACH) : expression.start]))


def _hides_drugs(page: AnnotatedText, start: int, kept: list[Expression], names: Names) -> bool:
    """Whether a drug is told before or among forms of one regimen that is in none of them: they are not understood."""
    if len(kept) < FEWEST or len({e.drugs for e in kept}) > 1:
        return False
    inside = treatments_in(page, start, kept[-1].end, names)
    return any(not t.drugs <= kept[0].drugs for t in inside)


def _are_examples(text: str, start: int, end: int, found: list[Expression]) -> bool:
    """Whether a bracket holds what a kind may be, and the choice stands outside it: `a statin (A or B) or diet`."""
    plain = without_brackets(text[start:end]) if len(found) >= FEWEST else ""
    if not _CHOICE.search(plain):
        return False
    inside = [not plain[e.start - start].strip() for e in found]
    return any(
        a
        and b
        and first.drugs != second.drugs
        and _OR_INSIDE.fullmatch(without_brackets(text[first.end : second.start]))
        for (a, b), (first, second) in zip(pairwise(inside), pairwise(found), strict=True)
    )


def _lettered(page: AnnotatedText, sentence: Sentence, start: int, found: list[Expression]) -> list[Expression]:
    """Give the regimens their letters: those behind the verb of allocation where they are told there."""
    behind = lettered(page.text, start, sentence.end, found)
    told = start == sentence.start or (found and all(e.letter for e in behind))
    return behind if told else lettered(page.text, sentence.start, sentence.end, found)


def _distinct(text: str, found: list[Expression]) -> list[Expression]:
    """Leave out what is named again, within brackets, as a label, or as background."""
    kept: list[Expression] = []
    for expression in found:
        label = _LABEL.match(text, expression.end) and text[expression.start - 1] in "(["
        bracketed = kept and _inside_bracket(text, kept[-1].end, expression.start)
        bracketed = bracketed and not _OF_CONTROL.search(text, kept[-1].end, expression.start)
        if label or (bracketed and not lists_members(text, kept[-1], expression.start)):
            continue
        if _is_new(text, expression, kept) and not is_background(text, expression):
            kept.append(expression)
    return kept


def _without_common(text: str, start: int, found: list[Expression]) -> list[Expression]:
    """Leave out what all patients are given, and kinds of treatment that only head a list of regimens."""
    found = _without_choice_of_all(text, start, found)
    compared = [e.alternative or (i + 1 < len(found) and found[i + 1].alternative) for i, e in enumerate(found)]
    named = [i for i, e in enumerate(found) if not is_class(e)]
    last = max(named, default=0)
    specific = len({found[i].drugs for i in named}) >= FEWEST
    return [
        e
        for i, (e, either) in enumerate(zip(found, compared, strict=True))
        if not (
            specific
            and i < last
            and not either
            and all(_HEADING.search(d.name) for d in e.drugs)
            and text[e.end : e.end + 2] != " ("
        )
        and not is_common(text, e, start, compared=either)
    ]


def _without_choice_of_all(text: str, start: int, found: list[Expression]) -> list[Expression]:
    """`A versus B in patients receiving C with or without D`: C and D are what the patients of both arms are given."""
    arms, choice = found[:-FEWEST], found[-FEWEST:]
    if not any(e.alternative for e in arms):
        return found
    optional = _OR_WITHOUT.search(text, choice[0].end, choice[1].start)
    return arms if optional and is_common(text, choice[0], start, compared=False) else found


def _inside_bracket(text: str, start: int, end: int) -> bool:
    """Whether a bracket opened between two places is still open at the second."""
    between = text[start:end]
    return between.count("(") > between.count(")") or between.count("[") > between.count("]")


def _is_new(text: str, expression: Expression, kept: list[Expression]) -> bool:
    """Whether a regimen has not been named yet, or is set against itself in another form."""
    dose = dose_after(text, expression.end)
    same = [k for k in kept if k.regimen == expression.regimen]
    return (
        not same
        or expression.alternative
        or (bool(dose) and len(expression.drugs) == 1 and all(dose_after(text, k.end) not in {"", dose} for k in same))
    )


def _with_surgery(found: list[Expression]) -> list[Expression]:
    """`A before surgery, or surgery alone`: the first is A and surgery."""
    for i in range(len(found) - 2):
        first, middle, last = found[i : i + 3]
        if middle.drugs == last.drugs == frozenset({_SURGERY}) and last.alternative and not middle.alternative:
            both = replace(first, end=middle.end, drugs=first.drugs | middle.drugs)
            return [*found[:i], both, *found[i + 2 :]]
    return found


def _drop_fragments(text: str, found: list[Expression]) -> list[Expression]:
    """Drop single drugs that only repeat a part of regimens named in full (`A plus C or B plus C; C was given …`)."""
    if len(found) <= 2:
        return found
    found = [
        e for i, e in enumerate(found) if e.letter or e.alternative or not any(e.drugs < o.drugs for o in found[:i])
    ]
    return [
        e
        for e in found
        if e.letter
        or e is found[0]
        or (e.alternative and _OR_BEFORE.search(text, max(0, e.start - 40), e.start))
        or not (len(e.drugs) == 1 and sum(e.drugs < o.drugs for o in found) > 1)
    ]


def _in_groups(text: str, found: list[Expression]) -> list[Expression]:
    """`A plus B (A-B group), A (A group), or C (C group)`: what each group is given is set against the rest."""
    limits = [*(e.start for e in found[1:]), len(text)]
    named = (_GROUP_BEHIND.match(text, e.end, limit) for e, limit in zip(found, limits, strict=True))
    if len(found) <= FEWEST or not all(named):
        return found
    return [found[0], *(replace(e, alternative=True) for e in found[1:])]
