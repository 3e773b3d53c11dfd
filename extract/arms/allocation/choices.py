"""Arms where patients are allocated to alternatives, each of which is understood as a whole.

Between the treatments may stand any words; an alternative that names nothing we know, or half of what is given, makes
the whole choice unknown. Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ...passages import Sentence
from ...wordings import Wording
from ..groups.naming import SIGN
from ..slots import Slot, is_dose, slots_of, without_brackets
from ..treatments.classes import is_kind
from ..treatments.controls import UNTOLD, what_controls_get
from ..treatments.named import SALINE, UNTREATED, Names, treatments_in
from ..treatments.regimens import Expression
from ..treatments.variants import lists_doses, told_apart
from ..treatments.wholes import head_of, whole_regimen
from .crossed import crossed_arms
from .factorial import crosses_choices
from .given_to_all import with_partners

_NONE: Final = re.compile(r"(?:not|nothing|neither|none|no\s(?!more\b|further\b).+)", re.IGNORECASE | re.DOTALL)
_STOP: Final = r"(?:stop(?:ping)?|discontinu(?:e|ing|ation of)|interrupt(?:ing|ion of)?|withdraw(?:al of)?)"
_GO_ON: Final = r"(?:continu(?:e|ing|ation of))"
_OR_NOT: Final = Wording(
    r"\b(?:random\w+|assigned|allocated)\s[^.;]{0,40}?(?:receive or not(?: to)? receive|"
    rf"(?:{_GO_ON} or (?:to )?{_STOP}|{_STOP} or (?:to )?{_GO_ON}))\s+",
    re.IGNORECASE,
)
"""`to receive or not to receive A`, `to continue or stop A`: a choice told before what it is about."""
_STOPPED: Final = re.compile(rf"(?:to\s+)?{_STOP}\b(?!-)", re.IGNORECASE)
_CONTROL: Final = re.compile(
    r"(?:(?:an?|the)\s+)?(?:control|comparison)s?(?:\s+(?:group|arm|patients|treatment|therapy|regimen))?",
    re.IGNORECASE,
)
_BRACKET: Final = re.compile(r"\s*[(\[]((?:[^()]|\([^()]*\))*)[)\]]")
_GROUP: Final = re.compile(
    rf"(?:(?:the|an?)\s+)?(?:(?:(?i:groups?|arms?)\s+)?(?P<letter>{SIGN})(?:\s+(?:group|arm))?|"
    r"(?i:control|placebo|comparison|experimental|intervention|treatment|study|active|test|research|observation)\s+"
    r"(?:group|arm))"
)
"""`group D`, `the intervention group`: what such a group is given, a bracket behind it tells."""
_ANY_GROUP: Final = re.compile(r"(?:an?\s+|the\s+)?(?:[\w-]+\s+){1,3}(?:group|arm)", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"\s*[(\[]\s*(?:(?:[nN]\s*=\s*)?\d+(?:\s[a-z]+)?\s*[;,]\s*)?(?P<told>(?:[^;,()\[\]]|,(?!\s*[nN]\s*=)|\([^()]*\))+)"
)
"""A bracket with what a group is given, and maybe how many patients it has."""
AS_CHOSEN: Final = re.compile(
    r",?\s+(?:as|at|by|of|chosen|selected|whichever|according to|based on|depending on)\s[^.;,]{0,40}?"
    r"\b(?P<who>physician|investigator|clinician|doctor)s?'?s?"
    r"(?:\s+(?:chose|choice|discretion|preference|preferred|decided|decision|selected|saw fit))?(?!\w)",
    re.IGNORECASE,
)
"""`A, B or C, as their physician chose`: one of them, whichever that was."""
_BOTH: Final = re.compile(r"both\b(?!\s+(?:with|plus|in)\b)", re.IGNORECASE)
_PARTNERED: Final = re.compile(
    r"(?:not|nothing|(?:an? )?(?:matching |matched )?placebo|no \w+)(?: \w+)?,?\s+(?:both |each )?"
    r"(?:in addition to|in combination with|combined with|on top of|added to|plus|with)\s+",
    re.IGNORECASE,
)
_SWITCH: Final = re.compile(
    r"(?:(?:switch|chang|convert|transition)(?:e|ing)?\s(?:from\s[^,;]{1,60}?\s)?(?:to|with)|"
    r"(?:remain|stay|continu|maintain)(?:e|ing)?(?:\s(?:on|with|to (?:receive|take)|receiving|taking))?)\s"
    r"(?:(?:their|the|his|her)\s)?(?:(?:current|pre-?study|existing|baseline|previous|ongoing|usual|original|initial)\s)?"
)
"""`to switch from A to B or to remain on their prestudy C`: what stands behind is what an alternative gives."""
_TIMED_TWICE: Final = re.compile(r"\b(?:before|during) or after\b", re.IGNORECASE)
"""`A before or after B`: when something is given is the choice."""
_REACH: Final = 10
_BESIDE: Final = re.compile(r"\b(?:under|with|in|for|of|by|after|during|at|on|using)\b", re.IGNORECASE)
"""`biopsy under local anesthetic`: what stands behind these is given beside."""
_ONE_OF: Final = re.compile(r"^\s*(?:one|either|any)\s+of\s", re.IGNORECASE)
_ALLOCATED: Final = re.compile(r"\brandom|\bassigned\b|\ballocated\b|\bplacebo\b|\bdouble.blind", re.IGNORECASE)


def allotted_arms(page: AnnotatedText, names: Names) -> list[Expression]:
    """The alternatives of the first choice in a text that is understood as a whole."""
    for sentence in page.sentences:
        if _ALLOCATED.search(sentence.text) and (found := choice_in(page, sentence, names)):
            return found
    return []


def choice_in(page: AnnotatedText, sentence: Sentence, names: Names) -> list[Expression]:
    """The alternatives of the choice that a sentence tells of; none where one of them is not understood."""
    if crossed := crossed_arms(page, sentence, names):
        return crossed
    slots = [] if crosses_choices(page, sentence, names) else slots_of(page, sentence)
    found = understood(page, slots, names)
    if not found and (either := _OR_NOT.search(sentence.text)):
        given = whole_regimen(page, sentence.start + either.end(), sentence.end, names)
        found = [given, replace(given, drugs=frozenset({UNTREATED}), alternative=True)] if given else []
    return with_partners(page, sentence.end, found, names)


def understood(page: AnnotatedText, slots: list[Slot], names: Names) -> list[Expression]:
    """What alternatives give, in order; none where one of them is not understood."""
    if any(_TIMED_TWICE.search(page.text, max(0, start - _REACH), start + _REACH) for start, _ in slots[1:]):
        return []
    found: list[Expression | None] = []
    for start, end in slots:
        act = _SWITCH.match(page.text, start, end)
        slot = (act.end() if act else start), end
        found.append(
            _other_dose(page.text, slot, found)
            or _both(page.text, slot, found)
            or _resolved(page, slot, names)
            or _of_class(page, slot, names)
        )
    known = [e for e in found if e is not None]
    if len(known) < 2 or any(lists_doses(page.text, *slot) for slot in slots) or len(known) != len(found):
        return []
    known = _with_partner(page, slots[-1], known, names)
    arms = told_apart(page.text, known[0].start, known[-1].end, known)
    if len(arms) != len(found) or all(UNTOLD in e.drugs for e in arms):
        return []
    return [replace(e, alternative=bool(k)) for k, e in enumerate(arms)]


def _with_partner(page: AnnotatedText, last: Slot, found: list[Expression], names: Names) -> list[Expression]:
    """`A or not, in addition to B`: what stands behind no treatment, or placebo, is given with each alternative."""
    partnered = _PARTNERED.match(page.text, *last)
    partner = whole_regimen(page, partnered.end(), last[1], names) if partnered else None
    if partner is None or partner.drugs == SALINE:  # a placebo made with saline
        return found
    return [replace(e, drugs=(e.drugs | partner.drugs) - {UNTREATED}) for e in found]


def _other_dose(text: str, slot: Slot, before: list[Expression | None]) -> Expression | None:
    """`A 400 mg, 600 mg, or placebo`: the drugs before, at the dose that stands alone."""
    same = before[-1] if before else None
    return replace(same, start=slot[0], end=slot[1]) if same and is_dose(text, slot) else None


def _both(text: str, slot: Slot, before: list[Expression | None]) -> Expression | None:
    """`A, B, or both`: the drugs of the two before together."""
    first, second = before[-2:] if len(before) > 1 and _BOTH.match(text, *slot) else (None, None)
    return replace(second, start=slot[0], end=slot[1], drugs=first.drugs | second.drugs) if first and second else None


def _resolved(page: AnnotatedText, slot: Slot, names: Names) -> Expression | None:
    """What one alternative gives: its treatments, nothing, or what controls are given; none where that is unclear."""
    start, end = slot
    if (chosen := AS_CHOSEN.search(page.text, start, end)) and " or " in page.text[start : chosen.start()]:
        who = "investigator's choice" if chosen["who"].lower() == "investigator" else "treatment of physician's choice"
        return Expression(start, end, frozenset({Concept("Drug", who)}))
    head = head_of(page, start, end, names)
    words, stop = head.strip(" .,;"), start + len(head.rstrip())
    if _NONE.fullmatch(words) or (_STOPPED.match(words) and len(treatments_in(page, start, stop, names)) <= 1):
        return Expression(start, stop, frozenset({UNTREATED}))
    group = _GROUP.fullmatch(words)
    if group or (_ANY_GROUP.fullmatch(words) and not treatments_in(page, start, stop, names)):
        letter = (group["letter"] or "") if group else ""
        if told := _in_bracket(page, stop, letter, names):
            return replace(told, start=start)
    control = bool(_CONTROL.fullmatch(words))
    found = whole_regimen(page, start, end, names)
    spelled = _spelled_out(page, start + len(head.rstrip(" .,;")), names)
    if spelled and (control or found is None or found.drugs < spelled.drugs or all(map(is_kind, found.drugs))):
        return replace(spelled, start=start)
    return Expression(start, stop, what_controls_get(page, names)) if control else found


def _of_class(page: AnnotatedText, slot: Slot, names: Names) -> Expression | None:
    """An alternative that is a class of drugs, with or without others: `a statin (A or B)`, `an antibiotic plus A`."""
    start, end = slot
    plain = without_brackets(page.text[start:end])
    classes = {
        m.text: frozenset({Concept("Drug", m.concept.name)})
        for m in page.between(start, end)
        if m.kind == "DrugClass" and isinstance(m.concept, Concept) and plain[m.start - start].strip()
    }
    found = whole_regimen(page, start, end, {**names, **classes}) if classes else None
    return found if found and not _BESIDE.search(_ONE_OF.sub("", plain[: max(0, found.start - start)])) else None


def _in_bracket(page: AnnotatedText, at: int, letter: str, names: Names) -> Expression | None:
    """What a group is given as the bracket behind its name tells: `group D (dexamethasone; n = 30)`."""
    bracket = _TOLD.match(page.text, at)
    if bracket is None:
        return None
    start, end = bracket.span("told")
    words = bracket["told"].strip()
    if _NONE.fullmatch(words):
        return Expression(start, end, frozenset({UNTREATED}), letter=letter)
    if _CONTROL.fullmatch(words):
        return Expression(start, end, what_controls_get(page, names), letter=letter)
    found = whole_regimen(page, start, end, names)
    return replace(found, letter=letter) if found else None


def _spelled_out(page: AnnotatedText, at: int, names: Names) -> Expression | None:
    """The combination that a bracket behind a name holds: `control (A plus B)`, `A (A followed by B)`."""
    bracket = _BRACKET.match(page.text, at)
    found = whole_regimen(page, bracket.start(1), bracket.end(1), names) if bracket else None
    return found if found and len(found.drugs) > 1 else None
