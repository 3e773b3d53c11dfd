"""Mechanisms named by what is acted on: `proteasome inhibition`, `activation of natural killer cells`."""

from collections.abc import Iterable, Iterator

from ...ontology.facts import Concept
from .dictionary import Name, Words
from .mention import Mention
from .tokenizer import DASHES

PROCESSES = frozenset("inhibition blockade activation suppression depletion degradation stimulation expansion".split())


_KINDS = frozenset("the transcription factor factors protein proteins kinase kinases receptor receptors".split())
"""Words between a process and the name of what it happens to: `degradation of the transcription factor IKZF1`."""
_OVER_ITS_TARGET = 0.99
_AND = frozenset({"and", "or", ","})


def process_mentions(words: Words, known: Iterable[Mention]) -> Iterator[Mention]:
    """Find processes of the targets and cells that the lexicon knows, also of several: `degradation of A and B`."""
    last, shared = -1, ""
    for mention in known:
        if mention.kind not in {"Target", "CellType"}:
            continue
        name = mention.names[0].preferred.lower()
        after = mention.end + 1 if _word(words, mention.end) in DASHES else mention.end
        before = mention.start - 1
        while _word(words, before) in _KINDS:
            before -= 1
        if _word(words, after) in PROCESSES:
            yield _mechanism(mention.start, after + 1, f"{name} {_word(words, after)}")
        elif _word(words, before) == "of" and _word(words, before - 1) in PROCESSES:
            last, shared = mention.end, _word(words, before - 1)
            yield _mechanism(before - 1, mention.end, f"{name} {shared}")
        elif mention.start == last + 1 and _word(words, last) in _AND:
            last = mention.end
            yield _mechanism(mention.start, mention.end, f"{name} {shared}", _OVER_ITS_TARGET)


def _word(words: Words, at: int) -> str:
    return words.texts[at].lower() if 0 <= at < len(words) else " "


def _mechanism(start: int, end: int, name: str, score: float = 0.75) -> Mention:
    return Mention(start, end, (Name(name, "Mechanism", name, Concept("Mechanism", name)),), score, "class")
