"""How strong what is given is: `0.25% bupivacaine`, `tacrolimus 0.1% ointment`.

Offsets are those of the spaCy `Doc`'s text: zero-based, half-open, in code points.
"""

import re
from collections.abc import Iterator
from typing import Final

from ..passages import Mention, Sentence
from ..wordings import Wording

_STRENGTH: Final = Wording(r"(?<![\w.–-])(?P<amount>\d{1,2}(?:\.\d{1,3})?)\s?%")
_FORM: Final = re.compile(
    r"\s(?:topical\s|ophthalmic\s|nasal\s|vaginal\s|eye\s|oral\s|mouth\s?)?"
    r"(?:gel|cream|ointment|solution|lotion|foam|drops|spray|wash|rinse|suspension|shampoo|patch|emulsion|paste)s?\b"
)
_ANAESTHETIC: Final = re.compile(r"caine\b")


def strengths_in(sentence: Sentence, drugs: list[Mention]) -> Iterator[tuple[re.Match[str], Mention, int]]:
    """Give each strength with its drug, and where the words of both end.

    A percentage beside a drug is one where a form follows, or the drug is a local anaesthetic.
    """
    for match in _STRENGTH.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        beside = next((d for d in drugs if d.start == end + 1 or d.end == start - 1), None)
        if beside is None:
            continue
        last = max(beside.end, end)
        form = _FORM.match(sentence.text, last - sentence.start)
        if form or _ANAESTHETIC.search(beside.text.lower()):
            yield match, beside, sentence.start + form.end() if form else last
