"""Long forms that share their last words: `scanning (SEM) and transmission (TEM) electron microscopy`."""

import re

from .longform import find_long_form

_OTHER = r"[\w-]+(?: |(?<=-))[(\[][\w-]{2,10}[)\]]"
_JOIN = r"(?:,? (?:and|or|versus|vs\.?) |, |/)"
_TAIL = r" (?P<tail>[a-z]+(?: [a-z]+){0,2})"
FIRST = re.compile(f"(?:{_JOIN}{_OTHER}){{1,9}}{_TAIL}")
LAST = re.compile(_TAIL)
ANOTHER_BEFORE = re.compile(rf"{_OTHER}{_JOIN}[\w-]+ $")
WORD_BEFORE = re.compile(r"[\w-]+(?=\s*$)")
REACH = 60
"""Characters before the bracket that may hold the other short form."""
MOST_PER_LETTER = 0.2


def shared_long_form(short: str, text: str, start: int, end: int) -> tuple[int, str] | None:
    """Where the long form of the short form in the bracket from `start` to `end` begins, and the long form.

    >>> text = "by scanning (SEM) and transmission (TEM) electron microscopy"
    >>> shared_long_form("SEM", text, 12, 17)
    (3, 'scanning electron microscopy')
    """
    reach = max(0, start - REACH)
    before = text[reach:start]
    tail = FIRST.match(text, end) or (LAST.match(text, end) if ANOTHER_BEFORE.search(before) else None)
    word = WORD_BEFORE.search(before)
    if tail is None or word is None or len(short) < 2 or find_long_form(short, word[0]) is not None:
        return None
    words = tail["tail"].split()
    joint = "" if word[0].endswith("-") else " "
    for count in range(1, len(words) + 1):
        long = word[0] + joint + " ".join(words[:count])
        found = find_long_form(short, long)
        if found is not None and found[0] == 0 and found[1] <= MOST_PER_LETTER * len(short):
            return reach + word.start(), long
    return None
