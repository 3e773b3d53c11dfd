"""Phrases that mean an arm without naming its drugs: `group A`, `arms A and B`, `controls`, `the concurrent arm`.

Each gives its place in the text and the arms it means. Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Concept
from ...people import PEOPLE
from ...wordings import Wording
from ..groups.naming import PLACES, SIGN
from ..registry import ArmEntry, ArmRegistry
from ..treatments.named import UNTREATED
from .forms import bare_spelling, sure_spelling

Phrase = tuple[int, int, tuple[ArmEntry, ...]]

_SIGN: Final = rf"(?:{SIGN}|[A-Z](?:[A-Z0-9+]{{0,6}}|[a-z]{{1,3}}|[A-Z0-9]{{0,4}}\.\d))"
_LETTERS: Final = Wording(
    rf"\b(?:[Aa]rms?|ARMS?|[Gg]roups?|GROUPS?)\s+{_SIGN}"
    rf"(?:(?:\s\([^()]*\d[^()]*\))?(?:\s*(?:,|/|&|\band\b|\bvs\b\.?|\bversus\b|\bor\b))+\s*{_SIGN}\b)+"
)
_ALONE: Final = Wording(
    r"(?<=[(\[])(?P<one>[A-F])\s?(?:/|vs\b\.?|v\b\.?|versus\b|and\b)\s?(?P<other>[A-F])(?=\s?[)\],:;])"
    r"|(?<=[(\[])(?P<first>[A-F])(?=\s?[:,=]\s?\d)|(?<=[;,]\s)(?P<next>[A-F])(?=\s?[:,=]\s?\d)"
    r"|(?:(?<=[%\d]\s[(\[])|(?<=months\s[(\[]))(?P<behind>[A-F])(?=[)\]])"
)
"""`(A/B): 12%/9%`, `(A, 12%; B, 9%)`, `12% (A)`: letters of arms without the word, where only they can be meant."""
_GENERIC: Final = Wording(
    r"\b(?<!healthy )(?<!historical )"
    r"(?P<control>(?:control|comparator|comparison|standard(?:[- ](?:care|treatment|therapy))?|reference|placebo)"
    rf"(?:[\s-]+(?:groups?|arms?|{PEOPLE})\b|s\b)|control (?:treatment|regimen)|active[- ]controls?(?![\w-]))"
    r"|\b(?:(?P<controlled>controls?)|(?P<studied>experimental|intervention|treatment|study))"
    r"(?=\s[(\[]\s*n\s*=\s*\d[^()\[\]]*[)\]]\s*(?:groups?\b|arms?\b|,|and\b))"
    r"|(?<=[(;,] )(?P<controls>control)(?=,|:)|(?<=[(;])(?P<controlling>control)(?=,|:)"
    r"|\b(?P<experimental>(?:experimental|investigational|intervention|treatment|study[- ]drug|active|research)"
    r"[- ](?:group|arm)\b)"
    r"|\b(?P<observed>observation (?:group|arm)\b)"
    r"|\b(?P<combination>(?:the )?combin(?:ation|ed)(?:[- ](?:modality|treatment|therapy|drug|regimen))?"
    r"[- ](?:therapy|treatment|group|arm)|the combination\b|"
    r"(?:with|for|in) combination\b)"
    r"|\b(?P<counted>(?:monotherapy|single[- ](?:agent|drug)|doublet|triplet|quadruplet|(?:two|three|four)-drug)"
    r"(?:[- ](?:therapy|treatment|regimen|chemotherapy|combination))?[- ](?:group|arm|cohort)s?\b"
    r"|(?<=the )(?:doublet|triplet|quadruplet)(?=[\s,.;)]))"
    r"|\b(?P<all>(?:all )?(?P<many>both|two|three|four|five|[2-5]) (?:treatment |study |dose )?"
    r"(?:groups|arms|regimens|treatments)|(?:either|each) (?:treatment )?(?:group|arm)s?|"
    r"all (?:treatment )?(?:groups|arms)|"
    r"(?:for|in) both(?=\s*[,;.)(]))",
    re.IGNORECASE,
)
_CASES: Final = re.compile(r"\bcases\b[^.;]{1,30}\bcontrols\b|\b[Cc]ase[- ]control\b")
"""`369 cases and 662 controls`: those without the disease, whatever they are given."""
_DESCRIBED: Final = Wording(r"(?<![\w/+.-])(?:[\w/+.-]+\s+){1,4}(?:groups?|arms?|recipients|regimen)\b")
_DOSES: Final = re.compile(
    r"(?<![\w.,])(?P<shared>\d[\d.]*(?:(?:\s*(?:,\s*(?:and|or)|,|and|or|/|vs\.?|versus))\s*\d[\d.]*)*)"
    r"\s*(?:,\s*(?:and|or)|,|and|or|/|vs\.?|versus)\s*\d[\d.]*[\s-]?(?P<unit>(?:mg|mcg|[µμ]g|g|IU|Gy)(?:/(?:kg|m2|day|d))?)"
    r"(?![\w/])"
)
_DOSES_COUNTED: Final = re.compile(r"(?:\d+|one|two|three|four|five|six)[\s-]doses?")
_TWO: Final = 2
_WITHOUT_IT: Final = Wording(r"(?<=[%s] )without(?: it)?(?=\s?[(,;.]|$)")
_MANY: Final = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_DRUGS: Final = {"mono": 1, "sing": 1, "doub": 2, "trip": 3, "quad": 4, "two-": 2, "thre": 3, "four": 4}
"""How many drugs an arm is given that a text calls so, by the first letters."""
_INERT: Final = frozenset({Concept("Drug", "placebo"), Concept("Drug", "best supportive care")})
_CONJUNCTION: Final = re.compile(r"\s(?:and|or|versus|vs\.?|v|than|compared (?:with|to))\s", re.IGNORECASE)
_NO_WORD: Final = frozenset(
    "the a an of in and or for to with both two three each either all than versus vs from between by at on was were "
    "treatment therapy study control experimental randomized randomised patients respective other same single".split()
)
_UNITS: Final = frozenset("hours days weeks months years points mg percent".split())
"""Words of a figure before an arm: `23 days in the A group`."""


def labelled(text: str, start: int, end: int, registry: ArmRegistry) -> Iterator[Phrase]:
    """The labels under which the document introduces its arms."""
    for entry in registry.entries:
        for label in entry.labels:
            pattern = re.compile(rf"(?<![\w/+-]){_spelling(label)}(?![\w/+]|-\w)")
            yield from ((m.start(), m.end(), (entry,)) for m in pattern.finditer(text, start, end))
            if text.find(f"{label}-", start, end) >= 0:  # AB-C is another regimen than AB
                further = re.compile(rf"(?<![\w/+-]){re.escape(label)}(?:-[A-Z][A-Z0-9]*)+(?![\w/+-])")
                yield from ((m.start(), m.end(), ()) for m in further.finditer(text, start, end))


def _spelling(label: str) -> str:
    """`arm A` also begins a sentence, `group 1` is the first group, `A+B` may be spaced; others are as written."""
    word, _, letter = label.partition(" ")
    spaced = re.escape(label).replace(r"\+", r"\s?\+\s?")
    word = "arm|regimen|schedule|treatment|cohort" if word == "arm" else word
    if not (letter and word.startswith(("arm", "group"))):
        return spaced
    places = "|".join(place for place, number in PLACES.items() if number == letter)
    return rf"(?:(?i:{word}) {re.escape(letter)}" + (rf"|(?i:(?:{places}) (?:group|arm)))" if places else ")")


def lettered_together(text: str, start: int, end: int, registry: ArmRegistry) -> Iterator[Phrase]:
    """`arms A and B`, `group A vs B`, `arms AB and B`: each letter means its arm."""
    for phrase in _LETTERS.finditer(text, start, end):
        for sign in re.finditer(rf"\b{_SIGN}\b", phrase[0]):
            if (entry := _lettered(registry, sign[0])) is not None:
                yield phrase.start() + sign.start(), phrase.start() + sign.end(), (entry,)


def letters_alone(text: str, start: int, end: int, registry: ArmRegistry) -> Iterator[Phrase]:
    """`(A, 12%; B, 9%)`, `(A/B)`, `12% (A)`: bare letters in brackets, where the arms have been given letters."""
    signed = any(label.startswith(("arm ", "group ")) for entry in registry.entries for label in entry.labels)
    letters = "ABCDEF" if signed else ""
    by_letter = {letter: entry for letter in letters if (entry := _lettered(registry, letter)) is not None}
    for match in _ALONE.finditer(text, start, end) if len(by_letter) > 1 else ():
        for name, letter in match.groupdict().items():
            if letter in by_letter:
                yield *match.span(name), (by_letter[letter],)


def _lettered(registry: ArmRegistry, sign: str) -> ArmEntry | None:
    return registry.labelled(f"arm {sign}") or registry.labelled(f"group {sign}")


def generic(text: str, start: int, end: int, registry: ArmRegistry) -> Iterator[Phrase]:
    """`the control group`, `controls`, `the combination`, `both arms`."""
    for match in _GENERIC.finditer(text, start, end):
        if match["control"] and _CASES.search(text, start, end):
            continue
        entries: tuple[ArmEntry | None, ...]
        match match.lastgroup:
            case "control" | "controls" | "controlling" | "controlled":
                entries = (registry.control(),)
            case "experimental" | "studied":
                entries = () if registry.elsewhere else (registry.experimental(),)
            case "observed":  # of those who are given something: it is set against a control group
                given = registry.experimental()
                entries = () if registry.elsewhere or any(UNTREATED in e.drugs for e in registry.entries) else (given,)
            case "combination":
                entries = () if registry.elsewhere else (_combination(registry),)
            case "counted":
                entries = (_of_so_many(registry, _DRUGS[match[0][:4].lower()]),)
            case _:
                many = (match["many"] or "").lower()
                number = int(many) if many.isdigit() else _MANY.get(many, len(registry.entries))
                entries = tuple(registry.entries) if number == len(registry.entries) else ()
        if entries and None not in entries:
            yield match.start(), match.end(), tuple(e for e in entries if e is not None)


def without_it(text: str, start: int, end: int, registry: ArmRegistry) -> Iterator[Phrase]:
    """`41% with B and 57% without (P = .02)`: the arm that lacks what the other has, where these are all."""
    by_size = sorted(registry.entries, key=lambda e: len(e.drugs))
    if len(by_size) == _TWO and by_size[0].drugs < by_size[1].drugs:
        yield from ((m.start(), m.end(), (by_size[0],)) for m in _WITHOUT_IT.finditer(text, start, end))


def _combination(registry: ArmRegistry) -> ArmEntry | None:
    """The arm with the most drugs, where the others get a part of them."""
    largest = max(registry.entries, key=lambda e: len(e.drugs), default=None)
    others = [e for e in registry.entries if e is not largest]
    return largest if largest and others and all(len(e.drugs) < len(largest.drugs) for e in others) else None


def _of_so_many(registry: ArmRegistry, number: int) -> ArmEntry | None:
    """The only arm of so many drugs: `the doublet arm`."""
    found = [e for e in registry.entries if len(e.drugs - _INERT) == number]
    return found[0] if len(found) == 1 and not registry.elsewhere else None


def by_form(text: str, start: int, end: int, registry: ArmRegistry) -> Iterator[Phrase]:
    """`patients given 2 mg/kg`, `the 20 mg group`, where arms differ by nothing else."""
    for entry in registry.entries:
        for form in entry.forms:
            yield from ((m.start(), m.end(), (entry,)) for m in sure_spelling(form).finditer(text, start, end))
    if any(entry.forms for entry in registry.entries):
        yield from _doses_together(text, start, end, registry)


def bare_forms(text: str, start: int, end: int, registry: ArmRegistry) -> Iterator[Phrase]:
    """Forms wherever they stand: `oral`, `6 months`; whether they mean the arm, the words beside them tell.

    `After two doses` is a time, be it of those who are given three.
    """
    for entry in registry.entries:
        for form in (f for f in entry.forms if not _DOSES_COUNTED.fullmatch(f)):
            yield from ((m.start(), m.end(), (entry,)) for m in bare_spelling(form).finditer(text, start, end))


def _doses_together(text: str, start: int, end: int, registry: ArmRegistry) -> Iterator[Phrase]:
    """`the 25, 50 and 100 mg groups`: each number that shares the unit of the last means its arm."""
    for doses in _DOSES.finditer(text, start, end):
        for number in re.finditer(r"\d[\d.]*(?<!\.)", doses["shared"]):
            told = f"{number[0]} {doses['unit']}"
            meant = [e for e in registry.entries if e.variant and sure_spelling(e.variant).fullmatch(told)]
            if len(meant) == 1:
                at = doses.start() + number.start()
                yield at, at + len(number[0]), (meant[0],)


def described(text: str, start: int, end: int, registry: ArmRegistry) -> Iterator[Phrase]:
    """`the perioperative chemotherapy group`: words that stand where one arm is introduced, and no other."""
    for match in _DESCRIBED.finditer(text, start, end):
        words = _CONJUNCTION.split(match[0])[-1].split()[:-1]
        while words and words[0].lower() in _NO_WORD | _UNITS:
            words = words[1:]
        asked = {word.lower() for word in words} - _NO_WORD
        fitting = [e for e in registry.entries if asked and asked <= e.words]
        others = [e for e in registry.entries if asked & e.words and e not in fitting]
        if len(fitting) == 1 and not (others and not asked - set().union(*(e.words for e in others))):
            at = match.start() + match[0].rindex(" ".join(words))
            yield at, match.end(), (fitting[0],)
