"""Which arm a text calls the standard one, wherever it speaks of it: `standard radiotherapy versus temozolomide`."""

from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ...wordings import Wording
from ..registry import ArmEntry
from ..treatments.named import treatments_in

_STANDARD: Final = Wording(r"\b(?:[Ss]tandard|[Cc]onventional)\s+(?!dose|of)(?:[a-z-]+\s+)?")
_CALLED: Final = Wording(
    r"[(\[](?:the )?(?:standard|control|reference|comparator) (?:arm|group|treatment|therapy)[)\]]"
)
"""`A 100 mg twice daily (standard arm)`."""
_IS_STANDARD: Final = Wording(
    r"(?:^|[.:]\s)(?P<what>(?:(?!\b(?:or|[Ww]hether|not|versus|vs|than|[Ii]f)\b)[^.:;,]){3,90}?)\s"
    r"(?:is|was|remains|has been)\s(?:the|a)\s(?:current\s|established\s|accepted\s|usual\s)?"
    r"(?:standard|reference)\s(?:treatment|therapy|regimen|of care|care|chemotherapy|option|approach)\b"
)
"""`A given with B is the standard treatment`"""
_REACH: Final = 60


def called_standard(page: AnnotatedText, entries: list[ArmEntry]) -> ArmEntry | None:
    """The one arm whose treatment, alone, a document calls standard."""
    found: list[ArmEntry] = []
    for match in _CALLED.finditer(page.text):
        named = treatments_in(page, max(0, match.start() - _REACH), match.start(), {})[-1:]
        found += [e for e in entries if e.end == match.start() - 1 or (named and e.drugs == named[0].drugs)]
    for sentence in page.sentences:
        if (told := _IS_STANDARD.search(sentence.text)) is not None:
            what = treatments_in(page, sentence.start + told.start("what"), sentence.start + told.end("what"), {})
            found += [e for e in entries if e.drugs == frozenset[Concept]().union(*(t.drugs for t in what))]
    if found:
        return found[0] if len({id(e) for e in found}) == 1 else None
    for match in _STANDARD.finditer(page.text):
        named = treatments_in(page, match.start(), match.end() + _REACH, {})[:1]
        if named and named[0].start <= match.end():
            found += [e for e in entries if e.drugs == named[0].drugs]
    return found[0] if len({id(e) for e in found}) == 1 else None
