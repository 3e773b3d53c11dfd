"""Where a sentence speaks of an arm: `the isatuximab group`, `with placebo`, `LV`, `both arms`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ...wordings import Wording
from ..allocation.background import is_background, is_described
from ..registry import ArmEntry, ArmRegistry, dose_after
from ..treatments.merged import PLACEBO
from ..treatments.named import Names, treatments_in
from ..treatments.regimens import Expression, find_expressions, with_additions
from .forms import is_side, names_form
from .phrases import (
    Phrase,
    bare_forms,
    by_form,
    described,
    generic,
    labelled,
    lettered_together,
    letters_alone,
    without_it,
)
from .ranked_doses import by_rank

_TAIL: Final = re.compile(
    r"(?:\s(?:axetil|acetonide|propionate|dipropionate|furoate|palmitate|hydrochloride|HCl|sodium|potassium|acetate|maleate|"
    r"tartrate|succinate|fumarate|mesylate|besylate|phosphate|sulfate|citrate|bromide|hyclate)\b)?"
    r"(?:[- ](?:based|treated))?(?:\s+(?:alone|monotherapy|combination|therapy|treatment|regimen))?"
    r"(?:[- ](?:groups?|arms?|recipients|patients|cohorts?)\b)?"
)
_TIMED: Final = re.compile(
    r"\b(?:(?:peri|pre|post)-?operative|(?:neo)?-?adjuvant|primary|induction)\s+$", re.IGNORECASE
)
"""`in the preoperative chemotherapy group`"""
_COMPARED: Final = re.compile(r"\b(?:than|versus|vs|v|compared)\b", re.IGNORECASE)
_SIDE: Final = re.compile(
    r"\b(?:than|versus|vs\.?|v|compared|for|with|after|in|on|to)\s+(?:the\s+|(?:neo)?adjuvant\s+|perioperative\s+)*$",
    re.IGNORECASE,
)
_EARLIER: Final = re.compile(r"\b(?:prior|previous)(?: exposure to| treatment with| therapy with)? $")
"""`with prior carfilzomib`: what patients were given before tells no arm."""
_KIND_OF_PATIENT: Final = re.compile(r"[- ](?:refractory|resistant|sensitive|na[iï]ve|exposed|pre-?treated)\b")
_WITHOUT: Final = re.compile(r"(?<!or )\bwithout\s+$", re.IGNORECASE)
_ADDED_TO: Final = re.compile(r"\b(?:addition of|adding)\s+(?:(?!to\b)[\w-]+\s+){1,4}to\s+$", re.IGNORECASE)
"""`The addition of wumbolin to A`: what is told of A and something unknown to us is not of A."""
_ALONE: Final = re.compile(r"\s+(?:treatment\s+|therapy\s+)?alone\b")
"""`A alone` is not the arm that is given A and B."""
_BEHIND_SLASH: Final = re.compile(r"\s?/\s?$")
"""`A+B/A` are the arm that is given both and the other."""
_OF: Final = re.compile(
    r"[\s-](?:of\s)?(?:(?:(?:neo)?adjuvant|maintenance|oral|intravenous|extended)\s)*", re.IGNORECASE
)
_FOR: Final = re.compile(r"[\s,(]*(?:(?:for|given|administered|by|as|an?|on)\s)*", re.IGNORECASE)
_AT_A_TIME: Final = re.compile(
    r"\b(?:after|at|within|during|first|over|by|until|previous|prior|least)\s(?:the\s)?$", re.IGNORECASE
)
"""`after 6 months of trastuzumab`: a time at which all are looked at."""
_SURGERY: Final = frozenset({Concept("Drug", "surgery")})
_USUAL_CARE: Final = frozenset({Concept("Drug", "standard of care")})
_USUAL: Final = frozenset({"standard", "conventional"})
_DATES: Final = re.compile(
    r"\b(?P<when>after|before|until|during|following|prior to|upon|time of|time to|from|since|underwent|undergoing"
    r"|preceding)\s(?:the\s|their\s)?(?:[a-z]+\s)?$",
    re.IGNORECASE,
)
"""`died after surgery`: a time, though one arm is given surgery alone."""
_REACH: Final = 60
_LATTER: Final = Wording(
    r"\b(?:the )?(?P<which>former|latter)(?: (?:groups?|arm|patients|regimen|treatment|drug))?\b", re.IGNORECASE
)
_TWO: Final = 2
_AT_DOSE: Final = re.compile(r"[\s-]*(?:\d[\d.]*\s?m?g\s)?(?:at\s+(?:an?\s+|the\s+)?(?:doses?\s+of\s+)?)?")
_POOLED: Final = re.compile(r"\b(?:pooled|combined|all|both)\s+$", re.IGNORECASE)
_ARM: Final = re.compile(r"\s+(?:alone\s*)?(?:group|arm|recipients|alone|only)\b")


@dataclass(frozen=True, slots=True)
class ArmMention:
    """A stretch of text that speaks of one arm, of all of them together, or (no entries) of a regimen that is none."""

    start: int
    end: int
    entries: tuple[ArmEntry, ...]


def find_arm_mentions(
    page: AnnotatedText, start: int, end: int, registry: ArmRegistry, names: Names
) -> list[ArmMention]:
    """Find the arm mentions between two offsets, in order, none overlapping."""
    text = page.text
    told = [own for phrase in by_form(text, start, end, registry) for own in _with_drug(page, start, phrase, names)]
    told += _beside_drugs(page, start, end, registry, names)
    found = [*labelled(text, start, end, registry), *lettered_together(text, start, end, registry)]
    found += letters_alone(text, start, end, registry)
    found += _by_drugs(page, start, end, registry, names, pooled=not told)
    found = [(_head(text, a, start), _tail(text, b, end), entries) for a, b, entries in found]
    found += [*generic(text, start, end, registry), *told, *described(text, start, end, registry)]
    found += [*by_rank(text, start, end, registry), *without_it(text, start, end, registry)]
    found = _without_overlaps(found)
    found = sorted([*found, *_former_and_latter(text, start, end, found)], key=lambda phrase: phrase[0])
    return [ArmMention(*phrase) for phrase in found]


def _former_and_latter(text: str, start: int, end: int, found: list[Phrase]) -> Iterator[Phrase]:
    """`12% with A and 9% with B; in the latter group, …`: the second of the two arms that the sentence has named."""
    for match in _LATTER.finditer(text, start, end):
        named = {id(entries[0]): entries for _, at, entries in found if at <= match.start() and len(entries) == 1}
        if len(named) == _TWO:
            yield match.start(), match.end(), list(named.values())[match["which"].lower() == "latter"]


def _with_drug(page: AnnotatedText, start: int, phrase: Phrase, names: Names) -> Iterator[Phrase]:
    """A form with the drug named right before it: `the docetaxel every 3 weeks group`, `A at the 2-mg dose`.

    Nothing of a form that is said of a drug of another arm: of `A every 4 weeks`, `A as needed` and `B every 4 weeks`.
    """
    form, end, entries = phrase
    before = treatments_in(page, max(start, form - _REACH), form, names)[-1:]
    beside = before and _AT_DOSE.fullmatch(page.text, before[0].end, form)
    if not beside:
        yield phrase
    elif before[0].drugs <= entries[0].drugs:
        yield before[0].start, end, entries
    elif before[0].drugs & entries[0].drugs or not before[0].drugs:
        yield phrase


def _beside_drugs(page: AnnotatedText, start: int, end: int, registry: ArmRegistry, names: Names) -> Iterator[Phrase]:
    """Forms beside a drug of their arm: `oral topotecan`, `12 months of A`; or as sides: `for oral and … for iv A`."""
    for form, stop, entries in bare_forms(page.text, start, end, registry):
        if is_side(page.text, form, stop):
            yield form, stop, entries
        if _AT_A_TIME.search(page.text, max(start, form - _REACH), form):
            continue
        behind = treatments_in(page, stop, min(end, stop + _REACH), names)[:1]
        if behind and behind[0].drugs & entries[0].drugs and _OF.fullmatch(page.text, stop, behind[0].start):
            yield form, behind[0].end, entries
            continue
        before = treatments_in(page, max(start, form - _REACH), form, names)[-1:]
        if before and before[0].drugs & entries[0].drugs and _FOR.fullmatch(page.text, before[0].end, form):
            yield before[0].start, stop, entries


def _by_drugs(
    page: AnnotatedText, start: int, end: int, registry: ArmRegistry, names: Names, *, pooled: bool
) -> Iterator[Phrase]:
    """Regimens that an arm is given, or drugs that only it is given."""
    for expression in with_additions(page.text, find_expressions(page, start, end, names)):
        earlier = _EARLIER.search(page.text, max(start, expression.start - 30), expression.start)
        if earlier or _KIND_OF_PATIENT.match(page.text, expression.end):
            continue
        if _WITHOUT.search(page.text, max(start, expression.start - 15), expression.start):
            continue
        added = _ADDED_TO.search(page.text, max(start, expression.start - _REACH), expression.start)
        if added and not expression.alternative:
            continue
        entry = registry.with_drugs(expression.drugs, dose_after(page.text, expression.end))
        slash = _BEHIND_SLASH.search(page.text, max(start, expression.start - 3), expression.start)
        said = _ALONE.match(page.text, expression.end) or (slash and entry is None)
        alone = said and _of_more_drugs(registry, expression.drugs)
        if alone:
            same = _given_alone(registry, expression.drugs)
            yield expression.start, expression.end, (same,) if same else ()
            continue
        together = registry.pooled(expression.drugs) if entry is None and pooled else None
        if together is not None and names_form(page.text, expression.start, expression.end):
            yield expression.start, expression.end, ()  # in a form that we do not know to be one of the arms
            continue
        if together is not None:
            adjective = _POOLED.search(page.text, max(start, expression.start - 12), expression.start)
            expression, entry = replace(expression, start=adjective.start()) if adjective else expression, together
        if entry is None and (len(expression.drugs) > 1 or _means_arm(page.text, start, end, expression)):
            entry = registry.of_class(expression.drugs)
        if entry is None and expression.drugs == _USUAL_CARE:
            entry = _called_standard(registry)
        if entry is not None and entry.drugs == _SURGERY and _is_date(page.text[start:end], start, expression):
            continue
        if entry is not None:
            yield expression.start, expression.end, (entry,)
        elif _is_other(page.text, expression, registry):
            yield expression.start, expression.end, ()
        else:
            yield from _by_single_drugs(page, expression, registry, names)


def _called_standard(registry: ArmRegistry) -> ArmEntry | None:
    """The control arm, introduced as `a standard inhibitor` or a choice: what `standard therapy` means there."""
    control = registry.control()
    chosen = control is not None and any("choice" in d.name for d in control.drugs)
    return control if control is not None and (chosen or control.words & _USUAL) else None


def _is_date(text: str, offset: int, expression: Expression) -> bool:
    """Whether surgery tells when something was; not where a sentence has `after` twice, and so before each arm."""
    dated = _DATES.search(text, max(0, expression.start - offset - _REACH), expression.start - offset)
    once = dated is not None and len(re.findall(rf"\b{dated['when']}\b", text, re.IGNORECASE)) == 1
    return once and not _ARM.match(text, expression.end - offset)


def _of_more_drugs(registry: ArmRegistry, drugs: frozenset[Concept]) -> bool:
    """Whether arms are given these drugs only together with others."""
    return any(drugs < e.drugs for e in registry.entries) and not any(drugs == e.drugs for e in registry.entries)


def _given_alone(registry: ArmRegistry, drugs: frozenset[Concept]) -> ArmEntry | None:
    """The arm that is given these drugs and at most a placebo."""
    same = [e for e in registry.entries if e.drugs - PLACEBO == drugs]
    return same[0] if len(same) == 1 else None


def _is_other(text: str, expression: Expression, registry: ArmRegistry) -> bool:
    """Whether several drugs are given together that are no arm of any trial, one of them in none of this trial's."""
    given = frozenset[Concept]().union(*(e.drugs for e in registry.entries))
    return len(expression.drugs) > 1 and not expression.drugs <= given and not is_background(text, expression)


def _means_arm(text: str, start: int, end: int, expression: Expression) -> bool:
    """Whether a class of drugs stands for an arm: it is called a group, or is a side of a comparison."""
    side = _SIDE.search(text, max(start, expression.start - 30), expression.start)
    compared = side and (_COMPARED.search(text, start, end) or text[start : side.start()].rstrip().endswith(";"))
    return bool(compared or _ARM.match(text, expression.end)) and not is_described(text, expression)


def _by_single_drugs(
    page: AnnotatedText, expression: Expression, registry: ArmRegistry, names: Names
) -> Iterator[Phrase]:
    for drug in treatments_in(page, expression.start, expression.end, names):
        single = registry.with_drugs(drug.drugs)
        if single is not None:
            yield drug.start, drug.end, (single,)


def _head(text: str, at: int, limit: int) -> int:
    match = _TIMED.search(text, max(limit, at - _REACH), at)
    return match.start() if match else at


def _tail(text: str, at: int, limit: int) -> int:
    match = _TAIL.match(text, at, limit)
    return match.end() if match else at


def _without_overlaps(found: list[Phrase]) -> list[Phrase]:
    """Keep the longest of overlapping phrases, in order of the text."""
    kept: list[Phrase] = []
    for phrase in sorted(found, key=lambda p: (p[0] - p[1], p[0])):
        if all(phrase[1] <= k[0] or k[1] <= phrase[0] for k in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda p: p[0])
