"""Which words a text must hold for a regular expression to match: told in a moment, where a search takes longer."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from re import _parser  # pyright: ignore
from typing import Any, cast

_Nodes = Iterable[tuple[Any, Any]]
_parse: Callable[[str, int], _Nodes] = cast("Any", _parser).parse
"""The library's own parser of regular expressions; there is no public one."""
Words = frozenset[str]
"""Words of which a text must hold one."""
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_MOST = 40
"""Words that are looked for in place of one, at most."""


def fold(text: str) -> str:
    """Give a text as `may_match` takes it: what counts as the same letter where case makes no difference is the same.

    >>> fold("≥ GRADE 3")
    '≥ grade 3'
    """
    return text.casefold().replace("i\u0307", "i").replace("\u0131", "i")


def may_match(pattern: re.Pattern[str], folded: str) -> bool:
    r"""Whether a text, given as `fold` gives it, holds the words that every match of the pattern needs.

    >>> may_match(re.compile(r"(?i)\bgrade\s+[1-5]"), "no adverse events")
    False
    """
    for words in needed_words(pattern.pattern, pattern.flags):
        for word in words:
            if word in folded:
                break
        else:
            return False
    return True


@cache
def needed_words(pattern: str, flags: int) -> tuple[Words, ...]:
    r"""Give sets of words, folded; every text that the pattern matches holds one word of each set.

    >>> [sorted(words) for words in needed_words(r"\b(?:phase|stage) \d%", 0)]
    [['phase', 'stage'], ['%']]
    """
    return tuple(words for words in _needs(_parse(pattern, flags & ~re.UNICODE)) if _worth(words) > 1)


def _needs(nodes: _Nodes) -> list[Words]:
    """Give what the parts of a sequence need."""
    needs: list[Words] = []
    run = ""
    for kind, value in nodes:
        if str(kind) == "LITERAL":
            run += fold(chr(value))
        else:
            needs += [Words({run}), *_of_part(str(kind), value)]
            run = ""
    return [words for words in (*needs, Words({run})) if "" not in words]


def _of_part(kind: str, value: Any) -> list[Words]:
    if kind == "SUBPATTERN":
        return _needs(value[3])
    if kind == "ASSERT" and value[0] > 0:
        return _needs(value[1])
    if kind == "ATOMIC_GROUP":
        return _needs(value)
    if kind in _REPEATS and value[0] > 0:
        return _needs(value[2])
    if kind == "BRANCH":
        branches = [max(_needs(branch), key=_worth, default=Words()) for branch in value[1]]
        words = Words().union(*branches)
        return [words] if all(branches) and len(words) <= _MOST else []
    if kind == "IN" and all(str(member) == "LITERAL" for member, _ in value):
        return [Words(fold(chr(letter)) for _, letter in value)]
    return []


def _worth(words: Words) -> float:
    """How seldom a text holds one of the words: long ones and rare signs are seldom, and several less than one."""
    return min(len(w) + 2 * (not w[-1].isalnum() and w not in " .,()-") for w in words) - len(words) / (_MOST + 1)
