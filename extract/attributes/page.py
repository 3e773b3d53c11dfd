"""What the rules about trials work on: the text, its sentences, and which trial a statement is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...ontology.facts import Concept, Trial, TrialAttribute, TrialProperty
from ..candidates import Candidate
from ..needed_words import fold, may_match
from ..number_words import WORD_NUMBER
from ..passages import Sentence
from ..people import PEOPLE
from ..trials import Trials
from ..wordings import Wording

_OWN = re.compile(
    r"\b(?:[Tt]his\s+(?:[\w/,–-]+\s+){0,12}?(?:trial|study|report|paper)|[Tt]he\s+(?:present|current|study|trial)"
    r"\b|[Oo]ur\b|[Ww]e\b"
    r"|[Ee]ligib(?:le|ility)|(?:[Pp]atients|[Ss]ubjects|[Ww]omen|[Pp]articipants)\s+(?:in|were|with|who|received)\b|(?:was|"
    r"were)\s+(?:randomly|enrolled|randomi[sz]ed|eligible|conducted|undertaken|initiated|performed|designed"
    r"|carried out)|"
    r"\b(?:initiated|conducted|performed|launched|undertook|designed)\s+an?\s+(?:[\w/,–-]+\s+){1,9}?(?:trial|study)\b|"
    r"\b(?:was|is)\s+an?\s+(?:[\w/,–-]+\s+){1,14}(?:trial|study)\b|"
    r"(?:METHODS|DESIGN|Methods|Design)\s?:\s+(?:An?\s+)?(?:[Pp]hase|[Rr]andomi|[Pp]rospective|[Dd]ouble|[Mm]ulti|[Oo]pen)|"
    r"^\s*(?:Phase|Allocation|Masking|Intervention model|Study type):|"
    r"^\s*(?:\w+\s+)?(?:DESIGN|Design)\b(?!\s+of\b)|"
    r"\b(?:announce[sd]?|available)\s[^.;]{0,60}?\b(?:of|from)\s+(?:an?|the|its)\s+(?:[\w/,–-]+\s+){0,9}?(?:trial|study)\b)"
)
_OTHERS = re.compile(
    r"\b(?:previous|earlier|prior|recent|other|another|several|two|three|both|ongoing|future|further|subsequent)\s+"
    r"(?:[\w/–-]+\s+){0,3}(?:trials?|studies|study)\b|\bin\s+an?\s+(?:[\w/,–-]+\s+){0,5}(?:trial|study)\W*$|"
    r"\bplanned\b|\bwarranted\b|\b(?:needed|required|necessary)\s+to\s+(?:confirm|validate|verify|establish|determine|explore|test)\b|"
    r"\b(?:needs?\s+to|should|must)\s+be\s+\w+(?:ed|n)\s+(?:by|in|with)\b"
)
_WE_DID = re.compile(r"^[^.;]*?\b[Ww]e\s[^;]*\bin\s+an?\s(?=[^;]*\b(?:trial|study)\W*$)")
"""What `we` did `in a randomized trial` was done in this one."""
_TOOK_PART = re.compile(
    rf"(?:^|\s)(?:\d[\d,]*|{WORD_NUMBER})\s(?:[\w-]+\s){{0,4}}{PEOPLE}\b[^.;:]{{0,60}}?\s(?:(?:were|was)\s(?:studied|enrolled|"
    r"included|recruited|treated|investigated|evaluated)|participated|took\spart|entered)\b[^.;]{0,30}?\san?\s"
    r"(?=[^;]*\b(?:trial|study)\b)",
    re.IGNORECASE,
)
"""`Twelve volunteers took part in a randomized crossover study`: those whom a document counts are its own."""
_LOOKED_AT = re.compile(
    r"^The\s(?:(?!\b(?:was|were|is|are|has|had|have|after|since|that|which)\b)[^.;:]){3,120}\b(?:was|were)\s(?:investigated|studied|evaluated|assessed|compared|examined|determined)\sin\san?\s"
    r"(?=[^;]*\b(?:trial|study)\W*$)"
)
"""`The effects of A were studied in a crossover trial.`, where no trial has a name: it is the document's own."""
_FEATURE = (
    r"(?:double[\s-]blind(?:ed)?|open[\s-]label|randomi[sz]ed|placebo[\s-]controlled|multi-?cent(?:er|re)"
    r"|[Pp]hase\s(?:[1-4]|I{1,3}|IV))"
)
_NO_CLAUSE = r"(?:(?!\b(?:was|were|is|are|has|have|had|an?|trials|studies|by|from|than)\b)[^.;:])*"
_NOTE = re.compile(rf"{_NO_CLAUSE}\b{_FEATURE},\s(?:[^.;:,]{{1,40}},\s)*?{_FEATURE}\b{_NO_CLAUSE}\.?\s*")
"""`879 patients, double-blind, placebo-controlled, phase 3.`: notes of the trial reported, without a verb."""
_SEVERAL = Wording(r"\b(?:[Tt]wo|[Tt]hree|[Bb]oth)\b[^.;:]{0,140}?\b(?:studies|trials)\b")
_BEFORE, _AFTER = 80, 60
"""Characters between some words and a trial named before or after them, at most."""
_EARLIER = re.compile(r"\b(?:previous|earlier|prior)\s+(?:[\w/–-]+\s+){0,3}(?:trials?|stud(?:y|ies))\b")


@dataclass(frozen=True, slots=True)
class Page:
    """A document's text as the rules about trials see it; `title_end` is where its title ends (0 where it has none)."""

    text: str
    sentences: list[Sentence]
    trials: Trials
    title_start: int
    title_end: int
    folded: list[str]
    """The sentences as `may_match` takes them."""
    whole: str
    """All of them."""

    @classmethod
    def of(cls, text: str, title: str, sentences: list[Sentence], trials: Trials) -> "Page":
        """Find the title in the text again; the spacing may differ."""
        words = r"\s+".join(map(re.escape, title.split()))
        found = re.search(words, text) if title else None
        start, end = found.span() if found else (0, 0)
        folded = [fold(sentence.text) for sentence in sentences]
        return cls(text, sentences, trials, start, end, folded, "\n".join(folded))

    def in_title(self, offset: int) -> bool:
        """Whether an offset lies in the title."""
        return self.title_start <= offset < self.title_end

    def about(self, sentence: Sentence, start: int, end: int) -> tuple[Trial, ...]:
        """Tell which trials some words about a study's make are about.

        It is the one named beside them, or the reported ones where the document speaks of itself; none where it
        speaks of others.
        """
        named = self.trials.named_in(sentence.start, sentence.end)
        several = _SEVERAL.finditer(self.text, sentence.start, sentence.end)
        if named and any(m.start() <= start < m.end() for m in several):
            return named
        beside = self.beside(sentence, start, end)
        if beside is not None:
            return (beside,)
        if self.in_title(start) and not _EARLIER.search(sentence.text):
            return self.trials.reported
        if named and not set(named) <= set(self.trials.reported):
            return ()
        own = _OWN.search(sentence.text) or _NOTE.fullmatch(sentence.text)
        told = _TOOK_PART.search(sentence.text) or (not self.trials.mentions and _LOOKED_AT.match(sentence.text))
        own = told or (own and not _OTHERS.search(_WE_DID.sub("", sentence.text)))
        return named or self.trials.reported if own or named else ()

    def beside(self, sentence: Sentence, start: int, end: int) -> Trial | None:
        """Find the trial named close after or before a stretch, in the same clause."""
        for mention in self.trials.near(start - 2 * _BEFORE, end + _AFTER):
            if end <= mention.start < min(end + _AFTER, sentence.end):
                if not re.search(r"[.;:(]|\band\b|\bwhich\b|\bled to\b", self.text[end : mention.start].rstrip("( ")):
                    return mention.trial
            elif max(sentence.start, start - _BEFORE) <= mention.end <= start and not re.search(
                r"[.;:]|\bwhich\b|\band\b", self.text[mention.end : start]
            ):
                return mention.trial
        return None

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Sentence, re.Match[str]]]:
        """Find a pattern sentence by sentence; offsets of the match are those of the text."""
        if not may_match(pattern, self.whole):
            return
        found = [
            (sentence, match)
            for sentence, folded in zip(self.sentences, self.folded, strict=True)
            if may_match(pattern, folded)
            for match in pattern.finditer(self.text, sentence.start, sentence.end)
        ]
        if found and ("$" in pattern.pattern or pattern.search(self.text) is not None):
            yield from found


def attribute(
    trial: Trial, name: TrialProperty, value: Concept | int | Decimal | str, place: tuple[int, int], rule: str,
) -> Candidate:  # fmt: skip
    """Make the candidate that a trial has a property."""
    claim = TrialAttribute(trial=trial, attribute=name, value=value)
    return Candidate(claim=claim, start=place[0], end=place[1], rule=f"trial.{rule}")
