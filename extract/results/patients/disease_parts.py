"""Patients of one of several cancers that a trial is about: `in gastric carcinoma … in pancreatic carcinoma`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final, cast

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...annotated import AnnotatedText
from ...passages import Mention
from ..measured.new_cases import is_new_case

_OF: Final = re.compile(
    r"\b(?:[Ii]n|[Ff]or|[Aa]mong)\s+(?:(?:the|patients|those|women|men|with|advanced|metastatic)\s+)*$"
)
_CANCER: Final = re.compile(r"cancer|carcinoma|lymphoma|leuka?emia|myeloma|melanoma|sarcoma|glioma|tumor")
_DIGIT: Final = re.compile(r"\d\s?(?:%|months?|weeks?)|\d of \d")
_REACH: Final = 50
_SEVERAL: Final = 2


def disease_parts(page: AnnotatedText, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The places of a sentence whose figures are of one of several cancers; not of the one in the title."""
    told = cast("list[Mention] | None", page.memo.get("disease parts"))
    if told is None:
        told = page.memo["disease parts"] = _set_apart(page)
    yield from ((m.start, m.end, m.text) for m in told if start <= m.start and m.end <= end)


def _set_apart(page: AnnotatedText) -> list[Mention]:
    """The mentions of cancers of which figures are told, where there are several and each stands for itself."""
    title = {m.concept for s in page.sentences[:1] for m in s.mentions}
    found = [
        m for s in page.sentences[1:] if _DIGIT.search(s.text) for m in s.of("Disease") if _is_part(page, m, s.start)
    ]
    kinds = {m.concept for m in found if isinstance(m.concept, Concept)}
    related = any(a in _above(b) for a in kinds for b in kinds if a != b)
    studied = kinds & title
    return [] if len(kinds) < _SEVERAL or related or (studied and studied != kinds) else found


def _is_part(page: AnnotatedText, mention: Mention, first: int) -> bool:
    before = _OF.search(page.text, max(first, mention.start - _REACH), mention.start)
    if before is None or not isinstance(mention.concept, Concept) or not _CANCER.search(mention.concept.name):
        return False
    return not is_new_case(page.text, mention.start, mention.end, first)


def _above(concept: Concept) -> frozenset[Concept]:
    """All broader diseases of a disease."""
    entry = load_lexicon().entry(concept)
    broader = entry.broader if entry else ()
    return frozenset(broader).union(*(_above(b) for b in broader))
