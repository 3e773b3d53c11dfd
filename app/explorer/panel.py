"""The evidence panel: a thing or an edge, its facts, and each of their sentences in its paragraph."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from ...graph.description import DescribedFact, describe_claim
from ...graph.iris import TG, local_name, tg
from ...graph.reader import GraphReader
from ...graph.view import GraphView, Sentence, first
from ...graph.wording import words
from .address import short

_MOST_FACTS: Final = 25
_AROUND: Final = 600
"""Characters of a paragraph that are shown before and after a quote."""
_GROUPS: Final = {"OutcomeResult": "results", "AdverseEventResult": "event rates", "Dosage": "doses"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence in its paragraph."""

    before: str
    after: str
    sentence: Sentence
    title: str
    """Of the document."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact with its sentences."""

    fact: DescribedFact
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """What the panel shows."""

    title: str
    kind: str
    iri: str = ""
    """Of the thing; none of an edge."""
    names: tuple[str, ...] = ()
    relations: tuple[tuple[str, int], ...] = ()
    """How many facts of each relation there are."""
    facts: tuple[Shown, ...] = ()
    more: int = 0
    """Facts that are not shown."""


class Clerk:
    """Puts panels together."""

    def __init__(self, reader: GraphReader, view: GraphView) -> None:
        self._reader, self._view = reader, view
        self._texts: dict[str, tuple[str, str]] = {}

    def of_thing(self, name: str, claims: list[NamedNode]) -> Panel:
        """Show a thing with the claims about it, those of the rarest relation first, results last."""
        node, relations = tg(name), {claim: self._relation(claim) for claim in claims}
        counts = Counter(relations.values())
        ordered = sorted(claims, key=lambda claim: (relations[claim] in _GROUPS.values(), counts[relations[claim]]))
        label, facts = self._view.label(node), self._facts(ordered[:_MOST_FACTS])
        names = tuple(other for other in self._view.names(node) if other != label)[:12]
        title = facts[0].fact.text if [node] == claims and facts else label
        told = tuple(counts.most_common())
        return Panel(title, self._view.kind(node), node.value, names, told, facts, len(claims) - len(facts))

    def of_edge(self, source: str, label: str, target: str, claims: Iterable[str]) -> Panel:
        """Show the claims behind an edge."""
        found = [NamedNode(claim) for claim in claims]
        facts = self._facts(found[:_MOST_FACTS])
        return Panel(f"{source} {label} {target}", "relation", facts=facts, more=len(found) - len(facts))

    def _relation(self, claim: NamedNode) -> str:
        kind = self._view.kind(claim)
        return _GROUPS.get(kind) or words(local_name(first(self._view.properties(claim), "predicate")))

    def _facts(self, claims: Iterable[NamedNode]) -> tuple[Shown, ...]:
        described = (describe_claim(self._view, claim) for claim in claims)
        return tuple(Shown(fact, tuple(self._quoted(one) for one in fact.sentences)) for fact in described)

    def _quoted(self, sentence: Sentence) -> Quoted:
        title, text = self._text(sentence.document)
        return Quoted(*paragraph(sentence, text), sentence, title)

    def _text(self, document: str) -> tuple[str, str]:
        """Give a document's title and stored text; that is empty where only RDF is at hand."""
        if document not in self._texts:
            about = self._view.document(NamedNode(document))
            stored = self._reader.document(about.identifier)
            title = about.title or about.source.replace("\\", "/").rpartition("/")[2] or short(document)
            self._texts[document] = title, stored.text if stored else ""
        return self._texts[document]


def paragraph(sentence: Sentence, text: str) -> tuple[str, str]:
    r"""Give what stands before and after a quote in its paragraph.

    >>> paragraph(Sentence("", "0.53", 7, 11), "A\n\nHR: 0.53 in all.\n\nB")
    ('HR: ', ' in all.')
    """
    start, end = sentence.start, sentence.end
    if start is None or end is None or text[start:end] != sentence.quote:
        return "", ""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return re.split(r"\n\s*\n", before)[-1].lstrip(), re.split(r"\n\s*\n", after)[0].rstrip()


def is_own(name: str) -> bool:
    """Tell whether a name can be one of ours."""
    return name.startswith(("id/", "doc/")) and not re.search(r'[\x00-\x20<>"{}|\\^`]', TG + name)
