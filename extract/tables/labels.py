"""Labels of a table as a small text of its own, read by the same pipeline as the document."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from spacy.language import Language

from ..annotated import AnnotatedText, annotate

_CITATION: Final = re.compile(r"\s*\[\d[\d,\s-]*\]|\^\{?[\w,*]+\}?")
_MARKS: Final = re.compile(r"\s*[*†‡§¶║‖#]+")
_GLUED: Final = re.compile(r"(?<=[A-Z)%])[a-j](?:,\s?[a-j])*(?=[\s(,;:]|$)|(?<=[a-z)%])[a-j](?:,[a-j])+(?=[\s(]|$)")


def plain(label: str) -> str:
    """Leave out what points to footnotes and references.

    >>> plain("Median PFSc,d (months)*"), plain("ICARIA-MMa [16, 28]")
    ('Median PFS (months)', 'ICARIA-MM')
    """
    return " ".join(_GLUED.sub("", without_marks(label)).split())


def without_marks(label: str) -> str:
    """Leave out marks that are no letters, and references.

    >>> without_marks("Kd† [29]")
    'Kd'
    """
    return " ".join(_MARKS.sub(" ", _CITATION.sub("", label)).split())


def spellings(label: str) -> tuple[str, ...]:
    """The texts a label may be meant as, the likeliest first: a letter at its end may be a footnote's."""
    whole = without_marks(label)
    shorter = (whole[:-1].rstrip(),) if re.search(r"[a-z]{3}\s?[a-h1-9]$", whole) else ()
    return tuple(dict.fromkeys((plain(label), whole, *shorter)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """An annotated text in which each label has a line of its own."""

    page: AnnotatedText
    places: Mapping[str, tuple[int, int]]


def make_sheet(nlp: Language, labels: Iterable[str], abbreviations: Mapping[str, str], drugs: Iterable[str]) -> Sheet:
    """Annotate labels, each once, under the abbreviations that the document defines and the drugs that it names."""
    parts = [*(f"{long} ({short})." for short, long in abbreviations.items()), *(f"{drug};" for drug in drugs)]
    offset = sum(len(part) + 1 for part in parts)
    places: dict[str, tuple[int, int]] = {}
    for label in dict.fromkeys(labels):
        places[label] = (offset, offset + len(label))
        offset += len(label) + 1
    return Sheet(annotate(nlp("\n".join((*parts, *places)))), places)
