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
_MOST = 90
"""Words that are looked for in place of one, at most."""
_SPELLINGS = 12
"""Ways to write a run of letters that are told apart, at most."""
_NOTHING = Words({""})


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
    [['phase ', 'stage '], ['%']]
    """
    worthy = {words for words in _needs(_parse(pattern, flags & ~re.UNICODE)) if _worth(words) > 1}
    return tuple(sorted(worthy, key=lambda words: (-_worth(words), sorted(words))))


def _needs(nodes: _Nodes) -> list[Words]:
    """Give what the parts of a sequence need."""
    needs: list[Words] = []
    run = _NOTHING
    for kind, value in nodes:
        written = _written(str(kind), value)
        if str(kind) == "ASSERT" and value[0] > 0:
            needs += _needs(value[1])
        if written is not None and len(run) * len(written) <= _SPELLINGS:
            run = Words(before + behind for before in run for behind in written)
        else:
            needs += [run, *(_of_part(str(kind), value) if written is None else ())]
            run = written or _NOTHING
    return [_shortest(words) for words in (*needs, run) if "" not in words]


def _written(kind: str, value: Any) -> Words | None:
    """Give all that a part can be written as, folded; None where that is not a few words."""
    if kind == "LITERAL":
        return Words({fold(chr(value))})
    if kind in {"AT", "ASSERT", "ASSERT_NOT"}:
        return _NOTHING
    if kind == "IN" and all(str(member) == "LITERAL" for member, _ in value):
        return _few(Words(fold(chr(letter)) for _, letter in value))
    if kind == "SUBPATTERN":
        return _all_written(value[3])
    if kind == "ATOMIC_GROUP":
        return _all_written(value)
    if kind in _REPEATS and value[1] == 1:
        once = _all_written(value[2])
        return None if once is None else _few(once if value[0] else once | _NOTHING)
    if kind == "BRANCH":
        branches = [_all_written(branch) for branch in value[1]]
        return None if None in branches else _few(Words().union(*(b for b in branches if b is not None)))
    return None


def _all_written(nodes: _Nodes) -> Words | None:
    written: Words | None = _NOTHING
    for kind, value in nodes:
        part = _written(str(kind), value)
        if part is None or written is None:
            return None
        written = _few(Words(before + behind for before in written for behind in part))
    return written


def _few(words: Words) -> Words | None:
    return words if len(words) <= _SPELLINGS else None


def _shortest(words: Words) -> Words:
    """Leave out what holds another one of the words."""
    return Words(word for word in words if not any(other in word for other in words - {word}))


def _of_part(kind: str, value: Any) -> list[Words]:
    if kind == "SUBPATTERN":
        return _needs(value[3])
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
