"""Names of treatments that no lexicon knows, set against placebo: `ingestion of QX7 or placebo`, `QX7 versus placebo`.

Such a name is a sign or stands in the title, and the text uses it again. Offsets are those of the cleaned text.
"""

import re
from collections.abc import Container, Iterator
from typing import Final

from ...annotated import AnnotatedText
from ...passages import Sentence
from ...wordings import Wording
from .offered import name_in

_OPPOSED: Final = Wording(
    r"\s(?:or|versus|vs\.?|compared\s(?:with|to)|than|over|to|,?\sand)\s(?:(?:an?|the|matching|matched|identical|oral|dummy)\s)*"
    r"placebo\b(?!-)",
    re.IGNORECASE,
)
"""What stands between a treatment and the placebo."""
_FIRST: Final = Wording(r"\bplacebo\s(?:or|versus|vs\.?|and|with)\s+", re.IGNORECASE)
_BEGINS: Final = re.compile(
    r"\b(?:of|with|to|in|on|by|for|from|at|either|between|than|over|after|following|during|and|or|both|the|an?|"
    r"receiv\w+|given|took|taking|used|using|consum\w+|ingest\w+|drank|appl\w+|administ\w+|compar\w+|were|was|that|which)\s+|"
    r"[,;:.(](?!\d)\s*",
    re.IGNORECASE,
)
"""Behind the last of these a name begins."""
_ASIDE: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_GROUP: Final = re.compile(
    r"\s(?:groups?|arms?|recipients|patients|treatment|therapy|supplementation|administration)$", re.I
)
_COMPARED: Final = re.compile(
    r"^(?:no|not|as|more|less|much|equally|superior|inferior|similar)\b|\b(?:as|effective|efficacious|different|better|worse|safer|longer|shorter|higher|lower|faster)$",
    re.IGNORECASE,
)
"""`no better than placebo`: how one fared, and no name."""
_ENDS: Final = re.compile(r"\s(?:that|which|once|twice|for|in|on|at|every|daily|was|were|is|by)\b|[,;:.(]")
_SIGN: Final = re.compile(r"[A-Z].*[A-Z0-9]|\d.*[A-Z]")
_REACH: Final = 60
_TREATMENTS: Final = frozenset({"Drug", "DrugClass", "Regimen"})
_SUFFERED: Final = frozenset({"AdverseEvent", "Disease", "Endpoint"})


def names_beside_placebo(page: AnnotatedText, sentence: Sentence, taken: Container[str]) -> Iterator[str]:
    """Give the unknown names that a sentence sets against placebo; `taken` are names that mean something already."""
    for start, end in _stretches(sentence.text):
        start, end = sentence.start + start, sentence.start + end
        held = page.between(start, end)
        if any(m.kind in _TREATMENTS or (m.kind in _SUFFERED and m.end == end) for m in held):
            continue  # `a higher incidence of infection than placebo` names no treatment
        if _COMPARED.search(page.text[start:end]):
            continue
        name = name_in(_GROUP.sub("", page.text[start:end]))
        if name and name not in taken and _is_borne_out(page, name):
            yield name


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where the treatments stand that a text sets against placebo."""
    for opposed in _OPPOSED.finditer(text):
        low = max(0, opposed.start() - _REACH)
        aside = _ASIDE.search(text, low, opposed.start())
        end = aside.start() if aside else opposed.start()
        begins = [m.end() for m in _BEGINS.finditer(text, low, end)]
        if begins and begins[-1] < end:
            yield begins[-1], end
    for first in _FIRST.finditer(text):
        ends = _ENDS.search(text, first.end(), first.end() + _REACH)
        if ends:
            yield first.end(), ends.start()


def _is_borne_out(page: AnnotatedText, name: str) -> bool:
    """Whether the text uses a name again: a sign anywhere, words in its title."""
    again = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
    titled = again.search(page.text, 0, page.sentences[0].end)
    return bool(titled) or bool(_SIGN.search(name) and len(again.findall(page.text)) > 1)
