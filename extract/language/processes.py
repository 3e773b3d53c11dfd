"""Mechanisms named by what is acted on: `proteasome inhibition`, `activation of natural killer cells`."""

from collections.abc import Iterable, Iterator

from ...ontology.facts import Concept
from .dictionary import Name, Words
from .mention import Mention
from .tokenizer import DASHES

PROCESSES = frozenset("inhibition blockade activation suppression depletion degradation stimulation expansion".split())


def process_mentions(words: Words, known: Iterable[Mention]) -> Iterator[Mention]:
    """Find processes of the targets and cells that the lexicon knows."""
    for mention in known:
        if mention.kind not in {"Target", "CellType"}:
            continue
        name = mention.names[0].preferred.lower()
        after = mention.end + 1 if _word(words, mention.end) in DASHES else mention.end
        before = mention.start - 2 if _word(words, mention.start - 1) == "the" else mention.start - 1
        if _word(words, after) in PROCESSES:
            yield _mechanism(mention.start, after + 1, f"{name} {_word(words, after)}")
        elif _word(words, before) == "of" and _word(words, before - 1) in PROCESSES:
            yield _mechanism(before - 1, mention.end, f"{name} {_word(words, before - 1)}")


def _word(words: Words, at: int) -> str:
    return words.texts[at].lower() if 0 <= at < len(words) else " "


def _mechanism(start: int, end: int, name: str) -> Mention:
    return Mention(start, end, (Name(name, "Mechanism", name, Concept("Mechanism", name)),), 0.75, "class")
