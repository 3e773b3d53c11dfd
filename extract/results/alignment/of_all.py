"""Figures that are of all patients, whatever arms a sentence names. Offsets are those of the cleaned text."""

import re
from typing import Final

from ...people import PEOPLE
from ..figures.clusters import Cluster
from ..figures.figure import Figure
from ..items import Sentence

_OF_ALL: Final = re.compile(
    rf"\s*(?:of|in|among) (?:all|the (?:whole|entire|total|overall)) (?:[\w-]+ )?(?:{PEOPLE}|population|cohort)\b"
    r"(?! (?:in|on|with|who|whose|given|receiving|treated|assigned|allocated|randomi[sz]ed|aged))"
)
_OPENED: Final = re.compile(r"\s*[(\[][^()\[\]]*")
_WHOLE: Final = re.compile(r"\b(?:overall|all|total|combined|entire|whole)\b", re.IGNORECASE)
_IN_BRACKET: Final = re.compile(r"%\s*[(\[][^()\[\]]*$")


def is_of_all(sentence: Sentence, figure: Figure) -> bool:
    """`led to withdrawal in 49% of all patients`, whatever arms the sentence names before."""
    return _OF_ALL.match(sentence.whole, figure.quantity.end) is not None


def is_broken_down(sentence: Sentence, figure: Figure) -> bool:
    """`13% (three complete responses) and the same in both arms`: what a share is made of is of all patients."""
    counted = figure.quantity.value is None and figure.kind == "share"
    return counted and _IN_BRACKET.search(sentence.gap(sentence.start, figure.start)) is not None


def is_behind_others(sentence: Sentence, cluster: Cluster) -> bool:
    """`12% with A and 9% with B (some contrast 3%)`: a bracket behind figures of arms, of all only if it says so."""
    opened = _OPENED.fullmatch(sentence.gap(cluster.start, cluster.figures[0].start))
    return opened is not None and not _WHOLE.search(sentence.gap(cluster.start, cluster.limit))
