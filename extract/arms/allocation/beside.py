"""Arms of trials that a document only tells results of: `In ENDEAVOR, A doubled survival relative to B`.

Offsets are those of the cleaned text.
"""

import re
from bisect import bisect_right
from typing import Final

from ....ontology.facts import Trial
from ...annotated import AnnotatedText
from ...passages import Sentence
from ...trials import Trials
from ..treatments.named import Names
from ..treatments.regimens import Expression, find_expressions
from .background import is_background

_AGAINST: Final = re.compile(r"\b(?:versus|vs|v|compared (?:with|to)|relative to|than|against)\b")
_FIGURE: Final = re.compile(r"\d\s?%|\d (?:months|weeks|years)|\bHR\b|ratio\b")
_PAIR: Final = 2


def arms_of_results(page: AnnotatedText, trials: Trials, trial: Trial, names: Names) -> list[Expression]:
    """Find the two regimens that the first sentence of results with this trial alone sets against each other."""
    for mention in trials.mentions:
        if mention.trial == trial and (sentence := _sentence_at(page, mention.start)):
            alone = trials.named_in(sentence.start, sentence.end) == (trial,)
            if alone and _FIGURE.search(sentence.text) and (found := _compared(page, sentence, names)):
                return found
    return []


def _sentence_at(page: AnnotatedText, offset: int) -> Sentence | None:
    place = bisect_right(page.sentences, offset, key=lambda sentence: sentence.start) - 1
    return page.sentences[place] if place >= 0 else None


def _compared(page: AnnotatedText, sentence: Sentence, names: Names) -> list[Expression]:
    """The two regimens of a sentence, the first set against the second; none where it names more or fewer."""
    named = find_expressions(page, sentence.start, sentence.end, names)
    found = [e for e in named if not is_background(page.text, e)]
    first = {e.drugs: e for e in reversed(found)}
    if len(first) != _PAIR:
        return []
    one, other = sorted(first.values(), key=lambda e: e.start)
    return [one, other] if _AGAINST.search(page.text, one.end, other.start) else []
