"""Treatments that a text names again: by the name of their regimen, by their class, or as what goes on later.

Offsets are those of the text.
"""

import re
from itertools import pairwise
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from .classes import without_kinds
from .initials import is_short_for
from .merged import Treatment

_OPENED: Final = re.compile(r"\s*[(\[][^()\[\]]*")
_LAST_OF_BRACKET: Final = re.compile(r"\s*[(\[](?:[^()\[\]]|\([^()]*+\))*[;,]\s*")
_GROUP: Final = re.compile(r"(?: alone)? (?:group|arm)[)\],;]")
_HEADS: Final = re.compile(r"\s+(?:with|using|consisting of|comprising)\s+", re.IGNORECASE)
_CHOICE: Final = re.compile(r"\b(?:or|versus|vs|than|compared)\b|[.;:]\s", re.IGNORECASE)
_LATER: Final = re.compile(r"\b(?:followed by|then|thereafter|subsequently|maintenance)\b", re.IGNORECASE)
_OR: Final = re.compile(r"\s+or\s+", re.IGNORECASE)


def without_told_again(text: str, mentions: list[Treatment]) -> list[Treatment]:
    """Leave out what says again what stands beside or before it: none of it is a further treatment."""
    return _without_choice_told_again(text, _without_headings(text, _without_own_names(text, mentions)))


def _without_own_names(text: str, mentions: list[Treatment]) -> list[Treatment]:
    """`A plus B (AB)`, `A plus B (9 mg; AB)`, `AB (A, B)`: what a bracket says again is no further regimen."""
    kept: list[Treatment] = []
    for mention in mentions:
        opened = text[mention.start - 1 : mention.start] in {"(", "["}
        last = kept and _LAST_OF_BRACKET.fullmatch(text, kept[-1].end, mention.start)
        said = frozenset[Concept]().union(*(d.drugs for d in kept[-len(mention.drugs) :]))
        closed = text[mention.end : mention.end + 1] in {")", "]", ";", ","}
        again = (opened or last) and closed and said == mention.drugs
        unknown = len(mention.drugs) == 1 and load_lexicon().entry(*mention.drugs) is None
        own = text[mention.start : mention.end]
        short = opened and unknown and any(is_short_for(own, text[k.start : kept[-1].end]) for k in kept[-3:])
        spelled = kept and mention.drugs < kept[-1].drugs and _OPENED.fullmatch(text, kept[-1].end, mention.start)
        if not (again or short or spelled) and not (opened and kept and _GROUP.match(text, mention.end)):
            kept.append(mention)
    return kept


def _without_headings(text: str, mentions: list[Treatment]) -> list[Treatment]:
    """`chemotherapy with A and B`: a class is no member beside its drugs."""
    kept: list[Treatment] = []
    for place, mention in enumerate(mentions):
        heads = _HEADS.match(text, mention.end)
        first = heads.end() if heads else -1
        listed = [m for m in mentions[place + 1 :] if heads and not _CHOICE.search(text, mention.end, m.start)]
        drugs = frozenset[Concept]().union(*(m.drugs for m in listed))
        heads_them = bool(listed) and listed[0].start == first and not mention.drugs & drugs
        if not heads_them or without_kinds(mention.drugs | drugs) != drugs:
            kept.append(mention)
    return kept


def _without_choice_told_again(text: str, mentions: list[Treatment]) -> list[Treatment]:
    """`A plus either B or placebo, followed by B or placebo plus A`: what follows goes on with what was told."""
    for place, (again, other) in enumerate(pairwise(mentions)):
        told = {m.drugs for m in mentions[:place]}
        if (
            {again.drugs, other.drugs} <= told
            and again.drugs != other.drugs
            and _OR.fullmatch(text, again.end, other.start)
            and _LATER.search(text, mentions[place - 1].end, again.start)
        ):
            return [*mentions[:place], *(m for m in mentions[place + 2 :] if m.drugs not in told)]
    return mentions
