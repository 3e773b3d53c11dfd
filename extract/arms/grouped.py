"""Arms where each group has a clause of its own: `One group was given A, the other B`, `The controls received nothing`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from typing import Final

from ...ontology.facts import Concept
from ..annotated import AnnotatedText
from ..passages import Sentence
from ..people import PEOPLE
from .controls import CONTROLS, UNTOLD
from .lettered import SIGN
from .offered import name_in
from .regimens import Expression
from .slots import without_brackets
from .treatments import UNTREATED, Names, treatments_in
from .variants import told_apart
from .wholes import head_of, whole_regimen

_NOUN: Final = rf"(?:groups?|arms?|cohorts?|{PEOPLE})"
_ANCHOR: Final = re.compile(
    rf"\b(?:(?:arm|group)[\s-]+[\"'“‘]?(?P<letter>(?-i:{SIGN}))\b|(?P<before>(?-i:{SIGN}))[\s-]+group\b"
    r"|(?P<place>first|second|third|fourth|1st|2nd|3rd|4th|one|1|other|another)(?:\s+\w+)?\s+(?:group|arm)\b"
    r"|(?:the\s+)(?P<other>others?)\b"
    r"|\b(?P<single>one)(?=\s+(?:with(?:out)?|receiving|given|treated)\b)"
    r"|(?P<half>(?:one\s+)?half\s+of\s+(?:the|them)|the\s+other\s+half)\b"
    r"|(?P<called>(?!each|both|either|every|this|that|all|no|per|same)[\w/+-]+)\s+(?:group|arm)"
    r"(?=\s+(?:(?:that|which|who)\s+)?(?:receiv|given|was\s+given|treated\s+with))"
    rf"|(?P<role>control|experimental|intervention|treatment|study|active|test|placebo)\s+{_NOUN}|(?P<controls>controls)\b)",
    re.IGNORECASE,
)
_NEEDED: Final = ("group", "arm", "half", "other", "control", "one ")
"""One of these is in every sentence that names a group."""
_GIVEN: Final = re.compile(
    r"\b(?:received?|receiving|(?:was|were|are|is)\s+(?:\w+ly\s+)?(?:given|administered|treated)|"
    r"(?:was|were)\s+(?:done|performed|induced|provided|maintained|achieved)\s+(?:with|using|by)|"
    r"given|treated\s+with|underwent|took|taking|continued\s+with|(?:did|was|were)\s+not)\b",
    re.IGNORECASE,
)
_RANDOMIZED: Final = re.compile(r"\brandom", re.IGNORECASE)
_NO_DRUGS: Final = frozenset(
    {UNTREATED, *(Concept("Drug", n) for n in ("standard of care", "supportive care", "surgery"))}
)
_NOTHING: Final = re.compile(
    r"\s*(?:which\s+|who\s+)?\b(?:did not (?:receive|get|undergo|take|have)|(?:(?:was|were) )?not (?:given|treated)|"
    r"received? (?:no|nothing|neither)|had no|without(?:\s+any)?)\b(?!\s+(?:further|other|additional))",
    re.IGNORECASE,
)
_LINK: Final = re.compile(r"\b(?:and|or|whereas|while|but|in|the|an?|for|those|patients|women|children|subjects)$")
_TESTED: Final = re.compile(r"(?:experimental|intervention|treatment|study|active|test)$")
_RESULT: Final = re.compile(r"\b(?:median|mean|rates?|incidence|P\s?[<=]|higher|lower|significant\w*)\b", re.IGNORECASE)
_BEHIND: Final = re.compile(
    r",?(?:\s[\w.,%/+-]+){1,8}\s(?:was|were)\s(?:\w+ly\s)?"
    r"(?:given|administered|infiltrated|injected|infused|instilled|added|used|applied)\b"
)
"""`in group LA lidocaine 2% was infiltrated`."""
_ELIDED: Final = re.compile(r"\s*(?:,|with|to)?\s")
_COLON: Final = re.compile(r"\s*[:=]\s*")
_BRACKET: Final = re.compile(r"\s*[(\[](?!\s*(?:[nN]\s?=|\d+\s*[)\]]))((?:[^()\[\]%±]|\([^()]*\))*)[)\]]")
"""What stands right behind the name of a group and is no number of patients or result."""
_LISTING: Final = re.compile(r"[(\[]((?=[^()]*\bgroup\b[^()]*\bgroup\b)(?:[^()]|\([^()]*\))*)[)\]]", re.IGNORECASE)
"""A bracket that lists the groups: `three drugs (group A: …, group B: …, group C: …)`."""
_VERB_WITHIN: Final = 60
"""Characters behind the name of a group in which the verb stands that tells what it is given."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """Where a text tells what a group is given that it calls by a key, and by a letter where that is one."""

    key: str
    letter: str
    start: int
    end: int


def grouped_arms(page: AnnotatedText, names: Names) -> list[Expression]:
    """What each group is given, where at least two are told apart, each is understood, and they differ."""
    found: dict[str, Expression | None] = {}
    starts: list[int] = []
    for sentence in page.sentences:
        for clause in _clauses(sentence):
            if clause.key not in found:
                regimen = _regimen(page, clause.start, clause.end, names)
                if regimen is not None or _names_treatment(page, clause.start, clause.end):
                    found[clause.key] = replace(regimen, letter=clause.letter) if regimen else None
                    starts.append(clause.start)
    known = [e for e in found.values() if e is not None]
    if len(found) == len(known) == 1 and _TESTED.match(next(iter(found))):
        known = [*known, *_untold_controls(page)]
        found = dict.fromkeys(map(str, range(len(known))))
    if len(known) < 2 or len(known) != len(found):
        return []
    arms = told_apart(page.text, starts[0], page.sentences[-1].end, known)
    return arms if len(arms) == len(known) else []


def in_all_groups(page: AnnotatedText, names: Names, compared: list[Expression]) -> list[Expression]:
    """The arms of a comparison and those of further groups, where a text tells what each group is given."""
    groups = [] if any(e.variant for e in compared) else grouped_arms(page, names)
    more = len(groups) > len(compared) and {e.drugs for e in compared} <= {e.drugs for e in groups}
    return groups if more else compared


def _untold_controls(page: AnnotatedText) -> list[Expression]:
    """A control group of which the text says no more."""
    told = CONTROLS.search(page.text)
    return [Expression(*told.span(), frozenset({UNTOLD}), alternative=True)] if told else []


def grouped_names(page: AnnotatedText, taken: Container[str]) -> Iterator[str]:
    """The unknown treatments of groups, each with a clause of its own, where another is given a drug or placebo.

    `taken` are names that mean something else.
    """
    if not _RANDOMIZED.search(page.text):
        return
    unknown: list[str] = []
    known = False
    for sentence in page.sentences:
        for clause in _clauses(sentence) if _GIVEN.search(sentence.text) else ():
            start, end = clause.start, clause.end
            stop = start + len(head_of(page, start, end, {}))
            told = treatments_in(page, start, stop, {})
            known = known or any(m.kind == "Drug" and m.concept not in _NO_DRUGS for m in page.between(start, end))
            given = _GIVEN.match(page.text, start)
            if given and not told and not _NOTHING.match(page.text, start):
                unknown.append(name_in(without_brackets(page.text[given.end() : stop])))
    if known and all(name and name not in taken for name in unknown):
        yield from unknown


def _clauses(sentence: Sentence) -> Iterator[_Clause]:
    """Each group that a sentence tells the treatment of, with where that stands."""
    words = sentence.text.lower()
    if not any(word in words for word in _NEEDED):
        return
    plain = without_brackets(_LISTING.sub(lambda m: f" {m[1]} ", sentence.text))
    anchors = list(_ANCHOR.finditer(plain))
    given = False
    for place, anchor in enumerate(anchors):
        end = anchors[place + 1].start() if place + 1 < len(anchors) else len(plain)
        end = anchor.end() + len(_without_link(plain[anchor.end() : end]))
        letter = anchor["letter"] or anchor["before"] or ""
        key = next(value for value in anchor.groups() if value).lower()
        key = {"controls": "control", "others": "other"}.get(key, key) + (str(place) if anchor["single"] else "")
        verb = _GIVEN.search(plain, anchor.end(), min(end, anchor.end() + _VERB_WITHIN))
        elided = _ELIDED.match(plain, anchor.end(), end) if given or anchor["single"] else None
        elided = elided or _COLON.match(plain, anchor.end(), end) or _BEHIND.match(plain, anchor.end(), end)
        bracket = None if verb or elided else _BRACKET.match(sentence.text, anchor.end())
        if bracket:
            yield _Clause(key, letter, sentence.start + bracket.start(1), sentence.start + bracket.end(1))
        elif (verb or elided) and not _RESULT.search(plain, anchor.end(), end):
            given = True
            start = verb.start() if verb else anchor.end()
            yield _Clause(key, letter, sentence.start + start, sentence.start + end)


def _without_link(words: str) -> str:
    """Leave out what leads on to the next group: `, whereas in the`."""
    while _LINK.search(words := words.rstrip(" ,;\n")):
        words = _LINK.sub("", words)
    return words


def _regimen(page: AnnotatedText, start: int, end: int, names: Names) -> Expression | None:
    nothing = _NOTHING.match(without_brackets(page.text[:end]), start)
    if nothing:
        return Expression(start, nothing.end(), frozenset({UNTREATED}))
    return whole_regimen(page, start, end, names)


def _names_treatment(page: AnnotatedText, start: int, end: int) -> bool:
    return any(m.kind in {"Drug", "DrugClass", "Regimen"} for m in page.between(start, end))
