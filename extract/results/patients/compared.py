"""Two kinds of patients set against each other, of whatever arms: `responders lived longer than non-responders`.

What such a sentence prints is of these patients, and none of it tells one arm from another. Offsets are those of the
cleaned text.
"""

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from ...arms.registry import ArmEntry
from ...number_words import WORD_NUMBER
from ...people import PEOPLE
from ...wordings import Wording
from ..figures.clusters import Cluster
from ..items import Sentence, distinct

KINDS: Final = rf"(?:{PEOPLE}|those|(?:non-?)?responders|(?:non-?)?smokers|carriers|survivors|tumou?rs)"
"""What patients whom no treatment tells apart are called."""
_BRACKETED: Final = r"(?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])"
_BRACKET: Final = rf"(?:\s*{_BRACKETED})?"
MORE: Final = (
    r"(?:longer|shorter|higher|lower|better|worse|greater|poorer|superior|inferior|improved|prolonged|reduced|increased"
    r"|decreased|more|less|fewer)"
)
"""How one kind of patients fares beside another."""
_THAN: Final = r"(?:than|compared\s(?:with|to)|versus|vs\.?|as\sopposed\sto)"
_SECOND: Final = (
    rf"{_THAN}\s(?:(?:did|in|for|among|that\s(?:of|in)|the)\s)*(?P<second>[^()\[\],;:]{{3,90}}?)"
    r"(?=\s*(?:[(\[,;:.]|$)|\s(?:did|had|was|were|at|after|\d)\b)"
)
_LIVED: Final = Wording(
    rf"(?:^(?-i:[A-Z]{{5,}}\s)?|[,:]\s|\bthat\s)(?P<first>(?:[\w.+/-]+\s){{0,5}}?{KINDS}(?:\s(?:with|without|who|whose|having"
    r"|achieving|attaining|harbou?ring|expressing|aged|younger|older)\s(?:[^().;:,\[\]]|\.\d){2,80}?)?)"
    rf"{_BRACKET}\s(?:had|have|showed|demonstrated|experienced|achieved|survived|lived|displayed|exhibited)\s"
    rf"(?:[^().;:\[\]]){{0,60}}?\b{MORE}\b(?:[^().;:\[\]]){{0,90}}?\s{_SECOND}",
    re.IGNORECASE,
)
_WAS: Final = Wording(
    rf"\b{MORE}\b(?:\s[a-z]+)?\s(?:in|for|among)\s(?:the\s)?(?P<first>(?:[^().;:,\[\]]|\.\d){{3,90}}?){_BRACKET},?\s{_SECOND}",
    re.IGNORECASE,
)
_WHOSE: Final = r"(?:with|without|who|whose|having|achieving|attaining|harbou?ring|expressing)"
_BEHIND: Final = Wording(
    rf"\s(?:in|for|among)\s(?:the\s)?(?P<first>(?:{KINDS}\s{_WHOSE}(?:\s[^().;:,\[\]\d]{{2,60}}?)??|(?:[\w-]+\s)?responders))"
    rf"\s(?:and|{_THAN})\s(?:(?:in|for|among)\s)?(?P<second>(?:(?:the|{KINDS})\s)*{_WHOSE}\b[^().;:,\[\]\d]{{0,60}}?"
    r"|(?:[\w-]+\s)?non-?responders)(?=,?\s+respectively\b|\s*(?:[(\[,;:.]|$))",
    re.IGNORECASE,
)
"""`38% and 35%, respectively, in patients with and without remission`: the figures stand before."""
_OF: Final = Wording(
    rf"\b(?:of|in|for|among)\s(?:the\s)?(?P<first>(?:[\w.+/-]+\s){{0,4}}?{KINDS}(?:\s{_WHOSE}\s[^().;:,\[\]]{{2,60}}?)?){_BRACKET}"
    rf"\s(?:was|were|is|are)\s(?:[\w-]+\s){{0,3}}?(?:{MORE}\s{_THAN}|(?:similar|comparable|equal|equivalent|identical)\sto|as\s\w+\sas)"
    r"\s(?:that|those)\s(?:of|in|for|among)\s(?:the\s)?(?P<second>[^()\[\],;:]{3,90}?)(?=\s*(?:[(\[,;:.]|$))",
    re.IGNORECASE,
)
"""`the survival of patients with mutations was as long as that of patients without`"""
_AHEAD: Final = Wording(
    rf"\b(?:in|for|among|of)\s(?:the\s)?(?P<first>{KINDS}\swith)\s(?:and|{_THAN})\s"
    rf"(?P<second>without\s[^().;:,\[\]\d]{{2,60}}?){_BRACKET}\s(?:was|were)\b",
    re.IGNORECASE,
)
"""`the survival of patients with and without remission was 20 and 10 months`"""
_VALUE: Final = rf"\d[\d.]*\s?(?:%|months?|years?|weeks?|days?)?{_BRACKET}"
_EACH: Final = Wording(
    rf"(?:^(?-i:[A-Z]{{5,}}\s)?|[,:]\s|\bthat\s)(?P<first>(?:[\w.+/()-]+\s){{0,6}}?{KINDS}"
    rf"(?:\s(?:{_WHOSE}|were|was)\s(?:[^().;:,\[\]]|\.\d){{2,80}}?)?){_BRACKET}\s(?:and\s)?(?:had|have|showed|demonstrated|experienced|achieved)\s"
    rf"(?:[^.;:,\[\]\d]{{0,80}}?\s){_VALUE},?\s{_THAN}\s{_VALUE}\s(?:in|for|among)\s(?P<second>[^()\[\],;:]{{3,90}}?)"
    r"(?=\s*(?:[(\[,;:.]|$))",
    re.IGNORECASE,
)
"""`patients with metastases had a survival of 9 months versus 13 months for those without`"""
_WHO: Final = re.compile(
    rf"^(?:(?:the|all|those|\d+|{WORD_NUMBER})\s)*(?:{KINDS}\s(?=with\b|without\b|who\b|whose\b|having|achiev|attain|harbo|express|aged"
    r"|younger|older|were\b))?(?:with\s|were\s|who\s(?:had|have|were|achieved|attained)\s|whose\s|having\s|achieving\s|attaining\s"
    r"|harbou?ring\s|expressing\s|(?:an?|the)\s)*",
    re.IGNORECASE,
)
_KIND_OF: Final = re.compile(rf"(?<=\S)\s(?:{PEOPLE}|tumou?rs)$", re.IGNORECASE)
_TREATED: Final = re.compile(
    r"\b(?:treat\w*|therap(?:y|ies)|arms?|regimens?|receiv\w+|given|assigned|randomi[sz]ed|controls?|placebo|vaccinated"
    r"|untreated|historical|expected|general population)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(rf"(?:{_BRACKETED}|(?!;|,?\s(?:and|but|while|whereas)\s)[^()\[\]])*")
_TWO: Final = 2
_ANYBODY: Final = re.compile(rf"\b{KINDS}\b", re.IGNORECASE)
_OTHERS: Final = re.compile(rf"\b(?:{KINDS}|non-?\w+)\b|^with(?:out)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kinds:
    """Two kinds of patients, as written but short, where they are named, and between where figures are of them."""

    first: str
    second: str
    start: int
    begin: int
    limit: int
    named: tuple[tuple[int, int], ...]

    def bare(self, sentence: Sentence) -> Sentence:
        """The sentence without what the patients are named by: the response of responders is no endpoint."""
        inside = (i for a, b in self.named for i in sentence.between(a, b, "endpoint", "event"))
        named = set(map(id, inside))
        return replace(sentence, items=tuple(i for i in sentence.items if id(i) not in named))

    def cover(self, place: int) -> bool:
        """Whether a figure that begins at a place is of these patients."""
        return self.begin <= place < self.limit

    def arm(self, sentence: Sentence, entries: tuple[ArmEntry, ...]) -> ArmEntry | None:
        """The arm whose patients they are: the one that the sentence names first, or the only one."""
        named = distinct(sentence.between(sentence.start, self.start, "arm")) or entries
        return named[0] if len(named) == 1 else None

    def align(self, sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> bool:
        """Give each of two figures its kind of patients; False where there are more, or several endpoints."""
        if len(cluster.figures) != _TWO or len(cluster.subjects) != 1:
            return False
        for figure, kind in zip(cluster.figures, (self.first, self.second), strict=True):
            figure.population = kind
        cluster.arms = [self.arm(sentence, entries)] * _TWO
        return True


def kinds_compared(sentence: Sentence) -> Kinds | None:
    """The two kinds of patients that a sentence compares; none where treatments tell them apart."""
    patterns = (_LIVED, _WAS, _OF, _BEHIND, _EACH, _AHEAD)
    for match in chain.from_iterable(pattern.finditer(sentence.text) for pattern in patterns):
        start, end = (sentence.start + place for place in match.span())
        named = tuple((sentence.start + match.start(g), sentence.start + match.end(g)) for g in ("first", "second"))
        treated = any(sentence.between(*span, "arm", "regimen", "treatment") for span in named)
        if not treated and _are_people(match["first"], match["second"]):
            first, second = _named(match["first"], match["second"])
            if match.re is _BEHIND.compiled:
                begin = max(sentence.whole.rfind(";", sentence.start, start), sentence.start)
                return Kinds(first, second, start, begin, start, named)
            if match.re is _EACH.compiled:
                return Kinds(first, second, start, start, end, named)
            rest = _CLAUSE.match(sentence.whole, end, sentence.end)
            return Kinds(first, second, start, end, rest.end() if rest else end, named)
    return None


def _named(first: str, second: str) -> tuple[str, str]:
    """Name both kinds whole: `patients with` and `without remission`, `patients with remission` and `those without`."""
    if re.search(r"\bwith(?:out)?$", first):
        return _short(first + re.sub(r"^.*?with(?:out)?\b", "", second)), _short(second)
    one, other = _short(first), _short(second)
    return one, f"{other} {one}" if other.endswith("without") else other


def _are_people(first: str, second: str) -> bool:
    """Whether two stretches of text name different kinds of patients, whom no treatment tells apart."""
    both = f"{first} {second}"
    return bool(_ANYBODY.search(both) and _OTHERS.search(second)) and not _TREATED.search(both) and first != second


def _short(words: str) -> str:
    """A kind of patients without the words that say no more than that they are patients.

    >>> _short("those with liver metastases"), _short("wild-type patients"), _short("women")
    ('liver metastases', 'wild-type', 'women')
    """
    return _KIND_OF.sub("", _WHO.sub("", " ".join(words.split()))) or words
