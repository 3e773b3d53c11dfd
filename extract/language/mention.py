"""A mention before it is a span: which tokens, what they may mean, how it was found."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, SpanGroup

from .dictionary import Name


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of tokens (half-open) that names a concept, with everything it may mean, the chosen one first.

    One without names keeps others from a stretch that the document uses in a sense of its own.
    """

    start: int
    end: int
    names: tuple[Name, ...]
    score: float
    method: str
    head: str = ""

    @property
    def kind(self) -> str:
        """Kind of what is meant; empty where nothing is."""
        return self.names[0].kind if self.names else ""


def settle(found: Iterable[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Keep the longest mention where several overlap, the better known of equally long ones; then the nested rest."""
    holders: dict[int, Mention] = {}
    kept: list[Mention] = []
    nested: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, -m.score, m.start)):
        around = {holders.get(i) for i in range(mention.start, mention.end)}
        if around == {None}:
            kept.append(mention)
            holders.update(dict.fromkeys(range(mention.start, mention.end), mention))
        elif len(around) == 1 and not _same_place(mention, next(iter(around))):
            nested.append(mention)
    return _in_order(kept), _in_order(nested)


def _same_place(mention: Mention, holder: Mention | None) -> bool:
    return holder is not None and (mention.start, mention.end) == (holder.start, holder.end)


def _in_order(mentions: list[Mention]) -> list[Mention]:
    return sorted((m for m in mentions if m.names), key=lambda m: (m.start, m.end))


def set_spans(doc: Doc, group: str, mentions: Iterable[Mention]) -> None:
    """Make the mentions a span group of the document."""
    doc.spans[group] = SpanGroup(doc, name=group, spans=[_span(doc, m) for m in mentions])


def _span(doc: Doc, mention: Mention) -> Span:
    chosen = mention.names[0]
    span = Span(doc, mention.start, mention.end, label=chosen.kind, kb_id=chosen.preferred)
    span._.score, span._.method, span._.head = mention.score, mention.method, mention.head
    span._.candidates = tuple(name.concept for name in mention.names if name.concept is not None)
    return span
