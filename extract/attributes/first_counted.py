"""The first patients that a document counts: `Nineteen patients with melanoma, aged 30 to 80, underwent perfusion`."""

import re
from typing import Final

from ..number_words import COUNT, read_count
from ..people import PEOPLE
from .page import Page
from .parts_counted import TAKEN, is_of_part

_COUNTED: Final = re.compile(rf"(?<![\w.–-])(?P<n>{COUNT})\s+(?:[\w/–-]+\s+){{0,3}}?{PEOPLE}\b")
_OPENS: Final = re.compile(
    r"(?:^|[.:\n]\s|[A-Z]{4,}\s)\s*"
    r"(?:(?:A total of|In total,|Overall,|In all,|In (?:the )?[A-Z][\w-]*[A-Z][\w-]*,)\s)?$"
)
_TREATED: Final = re.compile(
    r"(?:\([^()]*\)|[^.;()]|\.(?=\d)){0,200}?\s(?:underwent|received|(?:were|was)\s+(?:followed|treated|analy[sz]ed"
    r"|evaluated|evaluable|studied|given|administered|an?a?esthetized))\b"
)
_OF_SOME: Final = re.compile(
    r"[^.;]*\b(?:screened|excluded|planned|withdr[ae]w|discontinued|died)\b"
    rf"|[^.;]*(?:,|\band)\s+(?:and\s+)?{COUNT}\s+(?:{PEOPLE}\s+)?(?:with|received|were|to|on|in)\b"
)
_OF_ALL: Final = re.compile(r"(?:^|[.:\n]\s)\s*Of\s(?:the\s)?$")
_HAD: Final = re.compile(rf",(?!.*\b(?:screened|eligible|excluded|consented|{TAKEN})\b)", re.DOTALL)
_FEWEST: Final = 10


def first_counted(page: Page) -> re.Match[str] | None:
    """Find the patients counted first, where a sentence that begins with their count tells what was done to them.

    `Of the 733 patients, 373 had a mutation` counts them all as well.
    """
    match = _COUNTED.search(page.text)
    if match is None or read_count(match["n"]) < _FEWEST:
        return None
    before = max(0, match.start() - 20), match.start()
    sentence = next(s for s in page.sentences if s.start <= match.start() < s.end)
    if _OF_ALL.search(page.text, *before) and _HAD.match(page.text, match.end(), sentence.end):
        return match
    if not _OPENS.search(page.text, *before):
        return None
    treated = _TREATED.match(page.text, match.end(), sentence.end)
    some = _OF_SOME.match(page.text, match.end()) or is_of_part(page.text, sentence, match)
    return match if treated and not some else None
