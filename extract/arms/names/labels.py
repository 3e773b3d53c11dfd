"""Names under which a document speaks of an arm: `(isatuximab group)`, `group A`, `with (DZ) or without (D)`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Container, Iterator
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...annotated import AnnotatedText
from ...passages import Sentence
from ...wordings import Wording
from ..groups.letters import LETTER, letters_in, may_letter
from ..groups.naming import IN_ORDER, NUMERALS
from ..registry import ArmEntry, dose_after
from ..treatments.named import UNTREATED, Names, treatments_in
from ..treatments.regimens import Expression, find_expressions
from .own_names import DOSED, label_after, may_label

_ENUMERATED: Final = re.compile(r".*[(\[]([A-D1-4])[)\]][^.;]{0,45}$", re.DOTALL)
_ARMS_TOLD: Final = Wording(
    r"random|assigned|allocated|receiv|given|treated|compar|versus|\bvs\b|arms?\b|groups?\b", re.IGNORECASE
)
_ALLOCATED: Final = re.compile(r"\b(?:random(?:ly|i[sz]ed)|assigned|allocated|receiv\w+)\b", re.IGNORECASE)
_NAME: Final = (
    r"(?P<name>(?:[A-Za-z]{1,3}-)?(?=[\w/+-]*[A-Z][\w/+-]*[A-Z])[A-Za-z0-9][\w/+-]{1,11})"
    r"(?: (?:therapy|regimen|treatment|chemotherapy|group|arm))?(?=\s*[;,)])"
)
_CRITERIA: Final = re.compile(
    r"\b(?:criteria|scales?|scores?|questionnaires?|ind(?:ex|ices)|surviv|responses?|rates?)\b", re.I
)
"""What an abbreviation in brackets behind a regimen is short for that is no name of it: `(RECIST)`."""
_WITHOUT: Final = Wording(r"(?<!or )\bwithout\s+$", re.IGNORECASE)
_CHOICE: Final = Wording(
    r"\b(?P<name>(?:physician|investigator|doctor|clinician)(?:['’]s|s['’]) choice)\b", re.IGNORECASE
)
_NEAR: Final = 5
_OR_WITHOUT: Final = Wording(r"\bwith\s*[(\[][^()\[\]]*[)\]]\s*or without\s+(?:[\w-]+\s+){0,2}$")
"""`A with (AB) or without B (A)`: what stands behind B names the arm without it."""
_WITH_OR_WITHOUT: Final = Wording(
    r"\bwith\s*[(\[]((?:group |arm )?[A-Za-z][\w/+-]{0,11}(?: group| arm)?)[)\]]"
    r"\s*or without(?:\s+[\w-]+){0,4}\s*[(\[]((?:group |arm )?[A-Za-z][\w/+-]{0,11}(?: group| arm)?)[)\]]"
)


def attach_labels(page: AnnotatedText, arms: list[ArmEntry], names: Names, taken: Container[str]) -> None:
    """Give each arm every label under which the document introduces it; `taken` names mean something else."""
    naming = (s for s in page.sentences if may_label(s.text) or may_letter(s.text))
    told = [pair for s in naming for pair in _introduced(page, s, arms, names)]
    free = [(e, label) for e, label in told if label not in taken or _names_form(label, e)]
    found = [(e, label) for e, label in free if not _names_other(page, label, e, arms, names)]
    found += [*_with_or_without(page.text, arms), *_of_choice(page.text, arms)]
    for entry, label in [*found, *_of_other_doses(page.text, arms, found)]:
        if label and label not in entry.labels:
            entry.labels.append(label)
    for entry, label in list(_behind_letters(page, arms)):
        if label not in taken and label not in entry.labels:
            entry.labels.append(label)
    shared = {label for e in arms for label in e.labels if sum(label in o.labels for o in arms) > 1}
    for entry in arms:
        labels = [label for label in entry.labels if label not in shared]
        entry.labels = sorted(labels, key=lambda label: label.casefold() not in page.text.casefold())
    _give_letters_left(page, arms, names)


def _names_form(label: str, entry: ArmEntry) -> bool:
    """Whether the name of a regimen tells arms of that regimen apart: `RD` and `Rd` at two doses."""
    return bool(entry.variant) and entry.drugs == frozenset(load_lexicon().regimen(label) or ())


def _of_other_doses(
    text: str, arms: list[ArmEntry], found: list[tuple[ArmEntry, str]]
) -> Iterator[tuple[ArmEntry, str]]:
    """`A 100 mg (ABC 100) or 200 mg (ABC 200)`: the names of arms of the same drugs that go by their dose alike."""
    for named, label in found:
        dosed = DOSED.fullmatch(label)
        for other in arms if dosed and named.variant.startswith(f"{dosed['dose']} ") else []:
            alike = label.removesuffix(dosed["dose"]) + other.variant.partition(" ")[0] if dosed else label
            if other is not named and other.variant and other.drugs == named.drugs and f"({alike}" in text:
                yield other, alike


def _names_other(page: AnnotatedText, label: str, entry: ArmEntry, arms: list[ArmEntry], names: Names) -> bool:
    """Whether a label names what only another arm is given: `6 cycles after surgery (chemotherapy group)`."""
    if label in page.abbreviations and _CRITERIA.search(page.abbreviations[label]):
        return True
    at = page.text.find(label)
    told = treatments_in(page, at, at + len(label), names) if at >= 0 else []
    named = frozenset[Concept]().union(*(t.drugs for t in told))
    return bool(named) and not named & entry.drugs and any(named <= other.drugs for other in arms)


def _introduced(
    page: AnnotatedText, sentence: Sentence, arms: list[ArmEntry], names: Names
) -> Iterator[tuple[ArmEntry, str]]:
    """The labels that stand beside the regimens of a sentence; a letter may stand beside what only one arm is given."""
    expressions = find_expressions(page, sentence.start, sentence.end, names)
    told = _ARMS_TOLD.search(sentence.text)
    letters = letters_in(page.text, sentence.start, sentence.end, expressions) if told else {}
    for entry in arms:
        if entry.variant and sentence.start <= entry.start < sentence.end:
            ends = (entry.end, *(t.end for t in treatments_in(page, entry.start, entry.end, names)[:1]))
            forms = (Expression(entry.start, end, entry.drugs) for end in ends)
            yield from ((entry, label_after(page.text, form, sentence.end)) for form in forms)
    for place, expression in enumerate(expressions):
        without = _WITHOUT.search(page.text, sentence.start, expression.start)
        same = [e for e in arms if e.drugs == (frozenset({UNTREATED}) if without else expression.drugs)]
        if len(same) > 1:
            dose = dose_after(page.text, expression.end)
            inside = page.text[expression.start : expression.end]
            same = [e for e in same if e.variant == dose] or [e for e in same if e.variant in inside] or same
        holding = same or [e for e in arms if expression.drugs < e.drugs and place in letters]
        if len({e.variant for e in holding}) != 1 or (not same and len(holding) > 1):
            continue
        smaller = _OR_WITHOUT.search(page.text, sentence.start, expression.start)
        label = label_after(page.text, expression, sentence.end) if same and not smaller else ""
        label = label if names.get(label, expression.drugs) == expression.drugs else ""
        enumerated = _ENUMERATED.match(page.text, sentence.start, expression.start)
        letter = letters.get(place) or (enumerated[1] if enumerated and same and not label else "")
        if any(LETTER.fullmatch(known) for known in holding[0].labels):
            letter = ""
        yield from ((holding[0], name) for name in (label, *labels_of_letter(letter)))


def _behind_letters(page: AnnotatedText, arms: list[ArmEntry]) -> Iterator[tuple[ArmEntry, str]]:
    """`(arm A: dd-AC; n = 20)`: the name that follows the letter of an arm."""
    for entry in arms:
        for letter in filter(LETTER.fullmatch, entry.labels):
            for match in re.finditer(rf"(?i:\b{letter})\s*[:=]\s*{_NAME}", page.text):
                if not page.between(match.start("name"), match.end("name")):
                    yield entry, match["name"]


def labels_of_letter(letter: str) -> list[str]:
    """The ways of speaking of an arm by its letter, or number.

    >>> labels_of_letter("A")
    ['group A', 'arm A']
    >>> labels_of_letter("DEX")
    ['group DEX', 'arm DEX', 'DEX group', 'DEX arm']
    >>> labels_of_letter("2")
    ['group 2', 'arm 2', 'group II', 'arm II']
    """
    counted = re.fullmatch(IN_ORDER, letter)
    behind = [] if counted else [f"{letter} group", f"{letter} arm"]
    signs = [letter, *(other for pair in NUMERALS if letter in pair for other in pair if other != letter)]
    return [*(f"{kind} {sign}" for sign in signs for kind in ("group", "arm")), *behind] if letter else []


def _with_or_without(text: str, arms: list[ArmEntry]) -> list[tuple[ArmEntry, str]]:
    """`A with (group AB) or without (group A) B`: the larger arm, then the smaller."""
    match = _WITH_OR_WITHOUT.search(text)
    if match is None or len(arms) != 2 or not (arms[0].drugs < arms[1].drugs or arms[1].drugs < arms[0].drugs):
        return []
    smaller, larger = sorted(arms, key=lambda e: len(e.drugs))
    labels = [re.sub(r"^(?:group|arm)\s+|\s+(?:group|arm)$", "", name.strip()) for name in match.groups()]
    return [(e, f"{kind}{name}") for e, name in zip((larger, smaller), labels, strict=True) for kind in ("group ", "")]


def _of_choice(text: str, arms: list[ArmEntry]) -> Iterator[tuple[ArmEntry, str]]:
    """`A or the physician's choice of chemotherapy`: the one arm that was chosen is called by that, too."""
    for match in _CHOICE.finditer(text):
        beside = [e for e in arms if e.start - _NEAR <= match.end() and match.start() <= e.end + _NEAR]
        if len(beside) == 1:
            yield from ((beside[0], match["name"] + kind) for kind in ("", " group", " arm"))


def _give_letters_left(page: AnnotatedText, arms: list[ArmEntry], names: Names) -> None:
    """Where there are as many letters as arms, the one left goes to the arm left; if none is told, all go in order.

    Letters that are short for something (`group DEX`) have no order.
    """
    letters = {m[1] for m in LETTER.finditer(page.text)}
    counting = {letter for letter in letters if re.fullmatch(IN_ORDER, letter)}
    used = sorted(counting if len(counting) == len(arms) else letters)
    known = {label.split()[1] for e in arms for label in e.labels if LETTER.fullmatch(label)}
    left = [e for e in arms if not any(LETTER.fullmatch(label) for label in e.labels)]
    left = left if known else _in_order(page, arms, names)
    free = [letter for letter in used if letter not in known]
    if len(used) == len(arms) > 1 and len(free) == len(left) and (len(left) == 1 if known else counting == letters):
        for entry, letter in zip(left, free, strict=True):
            entry.labels += labels_of_letter(letter)


def _in_order(page: AnnotatedText, arms: list[ArmEntry], names: Names) -> list[ArmEntry]:
    """The arms as the first sentence that tells what all of them are given names them; the title tells no order."""
    for sentence in page.sentences[1:]:
        if _ALLOCATED.search(sentence.text):
            places = [e.drugs for e in find_expressions(page, sentence.start, sentence.end, names)]
            if arms and all(places.count(e.drugs) == 1 for e in arms):
                return sorted(arms, key=lambda e: places.index(e.drugs))
    return []
