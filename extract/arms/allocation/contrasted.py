"""Arms known only by how one fared against the other: `A did not improve survival compared with B`.

News, summaries and conclusions speak so where no sentence tells of an allocation. What a drug `has shown` before is
not of the document's trial. Offsets are those of the cleaned text.
"""

import re
from itertools import pairwise
from typing import Final

from ...annotated import AnnotatedText
from ...trials import Trials
from ...wordings import Wording
from ..treatments.named import Names
from ..treatments.regimens import Expression, find_expressions
from .background import is_background, is_described

_AGAINST: Final = Wording(r"\b(?:compared|versus|vs|over|relative|than|comparison)\b", re.IGNORECASE)
_FARED: Final = re.compile(
    r"\s*(?:\([^()]{1,30}\)\s*)?,?\s*(?:(?:also|significantly|clearly|modestly|markedly|did|does|not|was|were|is|no|"
    r"failed|fails|to|been)\s+){0,4}"
    r"(?:improv|prolong|extend|increas|reduc|lower|decreas|delay|lengthen|doubl|cut|rais|outperform|show|demonstrat|provid|"
    r"produc|yield|result|led|associat|superior|non-?inferior|better|more\seffective|longer)[\w-]*\b"
    r"(?:[^.;()]|\([^()]{0,60}\)|(?<=\d)\.(?=\d)){0,140}?"
    r"\b(?:compared\s(?:with|to)|versus|vs|over|relative\sto|than|in\scomparison\s(?:with|to))\s+"
    r"(?:(?:that|those|the|of|with|in|for|on|single-agent|standard|patients|receiving|treated)\s+){0,4}",
    re.IGNORECASE,
)
"""From what one regimen did to what the other is named by."""
_ELSEWHERE: Final = re.compile(
    r"\b(?:previous|prior|earlier|other|several)\s(?:\w+\s)?(?:trials?|stud(?:y|ies)|report)", re.I
)
_PAIR: Final = 2


def contrasted_arms(page: AnnotatedText, trials: Trials, names: Names) -> list[Expression]:
    """The two regimens of which a document, in its title or more than once, tells how one fared against the other."""
    found: list[tuple[Expression, Expression]] = []
    both = 0
    for sentence in page.sentences:
        told = find_expressions(page, sentence.start, sentence.end, names)
        both += bool(found) and {found[0][0].drugs, found[0][1].drugs} <= {e.drugs for e in told}
        if len(told) < _PAIR or not _AGAINST.search(sentence.text) or _ELSEWHERE.search(sentence.text):
            continue
        if trials.at(sentence.start) in trials.reported:
            found += [
                p for p in pairwise(told) if _FARED.fullmatch(page.text, p[0].end, p[1].start) and _are_given(page, p)
            ]
    if len({frozenset({a.drugs, b.drugs}) for a, b in found}) != 1:
        return []
    first, second = found[0]
    titled = first.start < page.sentences[0].end
    return [first, second] if (titled or both) and first.drugs != second.drugs else []


def _are_given(page: AnnotatedText, pair: tuple[Expression, Expression]) -> bool:
    return not any(is_background(page.text, e) or is_described(page.text, e) for e in pair)
