"""Which trials a document speaks of, which of them it reports, and which holds at a place.

Offsets are those of the spaCy `Doc`'s text: zero-based, half-open, in code points.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc

from ...ontology.document import Document
from ...ontology.facts import Trial
from ..passages import sentences_of, text_of
from .names import REGISTRY_NUMBER, STUDY, normal_number, pattern_of, title_names, title_of, trial_names
from .reporting import reports_own

_OWN = re.compile(
    r"\b(?:[Tt]his\s+(?:[\w/,-]+\s+){0,8}?(?:trial|study)|[Tt]he\s+(?:present|current|study|trial)\b|[Oo]ur\b|[Ww]e\b)"
)
_REGISTERED = re.compile(
    r"(?i)regist(?:ered|ration|ry)|identifier|(?:clinical|controlled)[\s-]?trials?|EudraCT|trial number|\[$|"
    r"ISRCTN\W*(?:number\W*)?$"
)
_CITED = re.compile(r"\b(?:[Aa]n?|[Pp]revious|[Ee]arlier)\s+(?:[\w/-]+\s+){0,6}?(?:trial|study)\s*\([^()]*$")
_SHOWED = re.compile(
    r"\)\s+(?:has\s+|have\s+|had\s+)?(?:recently\s+)?(?:show(?:ed|n)|demonstrated|suggested|reported|found|established|revealed)\b"
)
"""`A phase II study (NCT…) showed` tells of another trial, by its number."""
_LABEL = re.compile(r"(?:^|(?<=[.\n])\s*)[A-Z][A-Za-z &/]{3,40}:\s|\b[A-Z]{5,}(?:\s+(?:AND\s+)?[A-Z]{5,})?\b")
_JOINED = re.compile(r"\s*(?:,|,?\s+and|,?\s+or)\s+(?:the\s+)?")
_OPENED = re.compile(r"(?:\s+(?:trials|studies))?,?\s*[(\[][^()\[\];]{0,60}")
_NEXT_NUMBER = re.compile(r"\s*(?:[,;/]|,?\s+and)\s+")
_COMPARING = re.compile(
    r"(?i)\b(?:as in|unlike|like|similar to|compared with|than in|from|of|see)\s+(?:the\s+)?(?:phase\s+\S+\s+)?$"
)
_SET_BESIDE = re.compile(
    r"(?i)\b(?:consistent with|similar to|comparable (?:to|with)|in line with|in agreement with|identical to) "
    r"(?:that|those|the|what|data|results)\b[^.;]{0,60}$"
    r"|\b(?:in)?eligib\w+ (?:criteria )?(?:for|of|in) (?:the )?$"
)
"""`safety was consistent with that of the A trial`: another trial, though no other is named."""
_UNNAMED = re.compile(
    r"\W*(?:(?:Similarly|However|Moreover|Recently|Earlier|Finally|Furthermore|Also),?\s+)?(?:(?:[Ii]n|[Ff]rom)\s+)?"
    r"(?:(?:[Aa]n?|[Aa]nother|[Oo]ne)\s+(?:(?!of\b|sub|anal)[\w/,.–-]+\s+){0,6}?"
    r"|[Tt]he\s+(?!Phase\b)(?:[A-Z][\w-]+\s+){1,2})(?:trial|study)\b"
)
"""`In a phase 2 study, 97 patients …`: where a review turns to a trial that it gives no name."""
_REACH = 25
"""Sentences for which a trial that a review names stays in force."""
_ABSTRACT = 6000
"""Characters up to which a text has one trial if it names one."""
_PAIRED = 90
"""Characters between an acronym and the registry number that it is paired with, at most."""

_Spot = tuple[int, int, str]
"""Start, end, and the name or registry number there."""


@dataclass(frozen=True, slots=True)
class TrialMention:
    """A trial named at a place in the text."""

    start: int
    end: int
    trial: Trial


def _start(mention: TrialMention) -> int:
    return mention.start


@dataclass(frozen=True, slots=True)
class Trials:
    """The trials of a document: those it reports (at least one, perhaps unnamed), and where each is named."""

    reported: tuple[Trial, ...]
    mentions: tuple[TrialMention, ...] = ()
    text: str = ""
    sentence_starts: tuple[int, ...] = (0,)
    is_review: bool = False
    """Whether the document names several trials and reports none of them as its own."""
    reports_unnamed: bool = False
    """Whether its own trial has no name, and the trials that it names are only what it is set beside."""
    leading: dict[int, Trial | None] = field(default_factory=dict[int, Trial | None], compare=False, repr=False)
    """The trial that each sentence turns to, as far as that was asked."""

    @property
    def main(self) -> Trial:
        """The trial that the document reports; `Trial()` where it goes unnamed."""
        return self.reported[0]

    @property
    def all(self) -> tuple[Trial, ...]:
        """Every trial named, the reported ones first."""
        return tuple(dict.fromkeys((*self.reported, *(m.trial for m in self.mentions))))

    def at(self, offset: int) -> Trial:
        """Tell which trial is in force at an offset.

        It is the one named last before it in its sentence, or next in it, or the only one that the two sentences
        before name; otherwise the reported one.
        """
        if all(m.trial == self.main for m in self.mentions):
            return self.main
        index = max(bisect_right(self.sentence_starts, offset) - 1, 0)
        here = self._named(index)
        if here:
            before = [m for m in here if m.start <= offset]
            return before[-1].trial if before else here[0].trial
        return self._carried(index)

    def all_at(self, offset: int) -> tuple[Trial, ...]:
        """Tell which trials are in force together: `both CANDOR and IKEMA enrolled …`."""
        here = [m for m in self._named(max(bisect_right(self.sentence_starts, offset) - 1, 0)) if m.start <= offset]
        if here and here[-1] in self._joined(here):
            return here[-2].trial, here[-1].trial
        return (self.at(offset),)

    def joined_in(self, start: int, end: int) -> bool:
        """Tell whether a stretch of text names two trials together: `in the CANDOR and IKEMA trials`."""
        return bool(self._joined(self.near(start, end)))

    def _joined(self, named: Sequence[TrialMention]) -> list[TrialMention]:
        """Give the trials that are joined to another right before them."""
        pairs = pairwise(named)
        return [b for a, b in pairs if a.trial != b.trial and _JOINED.fullmatch(self.text, a.end, b.start)]

    def near(self, start: int, end: int) -> tuple[TrialMention, ...]:
        """Give the places between two offsets where trials are named."""
        first = bisect_left(self.mentions, start, key=_start)
        return self.mentions[first : bisect_left(self.mentions, end, first, key=_start)]

    def named_in(self, start: int, end: int) -> tuple[Trial, ...]:
        """Give the trials named within a stretch of text, in order, each once."""
        return tuple(dict.fromkeys(m.trial for m in self.near(start, end)))

    def _led_by(self, index: int) -> Trial | None:
        """Give the trial that a sentence turns to: none where it only compares, no one's where it names two."""
        if index not in self.leading:
            here = self._named(index)
            named = {m.trial for m in here if not _COMPARING.search(self.text[max(0, m.start - 30) : m.start])}
            stays = not named and not self._turns_to_unnamed(index)
            self.leading[index] = None if stays else named.pop() if len(named) == 1 else self.main
        return self.leading[index]

    def _turns_to_unnamed(self, index: int) -> bool:
        return not self._named(index) and _UNNAMED.match(self.text, *self._bounds(index)) is not None

    def is_unnamed(self, offset: int) -> bool:
        """Tell whether a review speaks of a trial that it gives no name."""
        index = max(bisect_right(self.sentence_starts, offset) - 1, 0)
        for earlier in range(index, max(index - _REACH, -1) if self.is_review else index, -1):
            if self._led_by(earlier) is not None:
                return self._turns_to_unnamed(earlier)
        return False

    def _bounds(self, index: int) -> tuple[int, int]:
        starts = self.sentence_starts
        return starts[index], starts[index + 1] if index + 1 < len(starts) else len(self.text)

    def _named(self, index: int) -> list[TrialMention]:
        return list(self.near(*self._bounds(index)))

    def _carried(self, index: int) -> Trial:
        """Go back until the document speaks of its own trial or a new section begins; a review has none of its own."""
        if self.is_review:
            near = (self._led_by(i) for i in range(index, max(index - _REACH, -1), -1))
            return next((trial for trial in near if trial is not None), self.main)
        for earlier in range(index, max(index - 3, -1), -1):
            start, end = self._bounds(earlier)
            if earlier < index and "\n\n" in self.text[start:end]:
                break
            named = {m.trial for m in self._named(earlier)}
            if named:
                return named.pop() if len(named) == 1 else self.main
            if _OWN.search(self.text, start, end) or _LABEL.search(self.text, start, end):
                break
        return self.main


def find_trials(doc: Doc, document: Document) -> Trials:
    """Find the trials that a document names, pair acronyms with registry numbers, and tell which it reports."""
    text = text_of(doc)
    title = title_of(text, document.title)
    names = trial_names(doc, title)
    spots = _spots(text, names)
    numbers = [(m.start(), m.end(), normal_number(m[0])) for m in REGISTRY_NUMBER.finditer(text)]
    reported = title_names(title, names) or _own_names(text, spots, numbers)
    owners = _owners(text, numbers, spots, reported)

    known: dict[str, list[str]] = {}
    for number, owner in sorted(owners.items()):
        known.setdefault(owner, []).append(number)

    @cache
    def trial(owner: str) -> Trial:
        return Trial("" if owner in owners else owner, tuple(known.get(owner, ())))

    mentions = [TrialMention(start, end, trial(name)) for start, end, name in spots]
    mentions += [TrialMention(start, end, trial(owners[number])) for start, end, number in numbers]
    starts = tuple(sentence.start for sentence in sentences_of(doc)) or (0,)
    ordered = tuple(sorted(mentions, key=lambda m: (m.start, m.end)))
    own = tuple(map(trial, reported or ("",)))
    unnamed = own[0] == Trial()
    compares = all(_is_set_beside(text, start) for start, _, _ in spots) or reports_own(document, title)
    is_review = unnamed and not compares and len({m.trial for m in ordered}) > 1
    return Trials(own, ordered, text, starts, is_review, unnamed and compares)


def _spots(text: str, names: dict[str, str]) -> list[_Spot]:
    """Where each name stands; a longer name takes the place of a shorter one within it."""
    spots: dict[int, _Spot] = {}
    covered: set[int] = set()
    for name in sorted(names, key=len, reverse=True):
        for match in pattern_of(name).finditer(text):
            if match.start() not in covered:
                spots[match.start()] = (match.start(), match.end(), names[name])
                covered.update(range(*match.span()))
    return sorted(spots.values())


def _own_names(text: str, spots: list[_Spot], numbers: list[_Spot]) -> tuple[str, ...]:
    """Find the names that a text gives its own trial (`In this trial (REAL3)`), or the only one in a short text."""
    this_study = re.compile(rf"(?:\b[Tt]his\s[^.;]{{0,120}}?{STUDY}\W*|\bAcronym: |\bwith the name )$")
    own = [name for start, _, name in spots if this_study.search(text[max(0, start - 160) : start])]
    named = tuple(dict.fromkeys(own or (name for start, _, name in spots if not _is_set_beside(text, start))))
    told = len(spots) > 1 or not numbers or any(_paired_name(text, start, spots) for start, _, _ in numbers)
    return named if own or (len(named) == 1 and len(text) < _ABSTRACT and told) else ()


def _is_set_beside(text: str, start: int) -> bool:
    """Whether a trial named at a place is only what another is compared with."""
    return _SET_BESIDE.search(text, max(0, start - 100), start) is not None


def _owners(text: str, numbers: list[_Spot], spots: list[_Spot], reported: tuple[str, ...]) -> dict[str, str]:
    """Tell which trial each registry number belongs to.

    Empty is the reported trial without a name; the number itself is another trial that has none.
    """
    owners: dict[str, str] = {}
    own = reported[0] if reported else ""
    several = list(dict.fromkeys(number for _, _, number in numbers if number.startswith("NCT")))
    owners.update(_in_turn(text, numbers, spots))
    single = len(several) == 1 or (len({number for _, _, number in numbers}) == 1 and len(text) < _ABSTRACT)
    for start, end, number in numbers:
        if number in owners:
            continue
        paired = _paired_name(text, start, spots)
        sentence = text[max(text.rfind(". ", 0, start), text.rfind("\n\n", 0, start), start - 250, 0) : start]
        if paired:
            owners[number] = paired
        elif len(reported) > 1 and len(several) == len(reported) and number in several:
            owners[number] = reported[several.index(number)]
        elif _CITED.search(text[max(0, start - 120) : start]) and _SHOWED.match(text, end):
            owners[number] = number
        elif single or _OWN.search(sentence) or _REGISTERED.search(sentence):
            owners[number] = own
        else:
            owners[number] = number
    return owners


def _in_turn(text: str, numbers: list[_Spot], spots: list[_Spot]) -> dict[str, str]:
    """Pair the numbers in one bracket with as many names before it: `the A and B studies (NCT…; NCT…)`."""
    found: dict[str, str] = {}
    for first, second in pairwise(numbers):
        names = [spot for spot in spots if 0 <= first[0] - spot[1] < _PAIRED][-2:]
        joined = len(names) > 1 and _JOINED.fullmatch(text, names[0][1], names[1][0])
        listed = _NEXT_NUMBER.fullmatch(text, first[1], second[0])
        if joined and listed and _OPENED.fullmatch(text, names[1][1], first[0]):
            found |= {first[2]: names[0][2], second[2]: names[1][2]}
    return found


def _paired_name(text: str, start: int, spots: list[_Spot]) -> str:
    """Find the acronym right before a registry number: `IKEMA (NCT…)`, `the IKEMA study (ClinicalTrials.gov NCT…)`."""
    place = bisect_right(spots, start, key=lambda spot: spot[1]) - 1
    if place < 0 or start - spots[place][1] >= _PAIRED:
        return ""
    between = text[spots[place][1] : start]
    return spots[place][2] if not re.search(r"\.\s|\)\s*[^\s(]|(?:trial|study)\s+\w+\s+\w+\s+\w+", between) else ""
