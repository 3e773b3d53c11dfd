"""Adverse events that no share of patients is printed for: absent, counted one by one, or only named."""

from collections.abc import Iterator

from ..candidates import Candidate
from ..context import Context
from .absences import absent_events
from .items import Sentence
from .named_events import named_events
from .tallies import tallied_events


def unmeasured_events(context: Context, sentence: Sentence, told: list[Candidate]) -> Iterator[Candidate]:
    """Yield the adverse events of a sentence that its measured results, `told`, leave out."""
    if not any(i.kind == "event" for i in sentence.items):
        return
    yield from absent_events(context, sentence)
    yield from tallied_events(context, sentence, told)
    yield from named_events(context, sentence)
