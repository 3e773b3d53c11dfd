"""No regular expression of the package takes exponential time, whatever the text: told from its structure.

A repetition without bound within another is harmless where it cannot be cut in two ways: what it repeats is not what
comes next, be it the rest of the outer one or its beginning.
"""

import importlib
import pkgutil
import re
from re import _parser

import pytest
import trialgraph.extract
import trialgraph.ontology
from trialgraph.extract.wordings import Wording

REPEATS = ("MAX_REPEAT", "MIN_REPEAT")
LETTERS = [chr(n) for n in range(32, 127)] + ["\n", "–", "µ", "é", "⟨", "⟩", "≥"]
"""One of each kind that a pattern tells apart."""
ONE_LETTER = [["LITERAL"], ["NOT_LITERAL"], ["IN"], ["ANY"]]
TOLD_APART = {
    "arms.names.phrases._LETTERS", "arms.unknown.unnamed._FOLLOWED",
    "attributes.timing._CUTOFFS", "dosages.SCHEDULE", "results.alignment.arms.TIGHT_AFTER",
    "results.alignment.arms._TIGHT_BEFORE",
}  # fmt: skip
"""Patterns whose repetitions begin alike, with blanks or a letter, but do not go on alike; see `bench/patterns.py`."""


def held(value):
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Wording):
        yield value.compiled
    elif isinstance(value, dict | tuple | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from held(part)


def patterns():
    found = {}
    for package in (trialgraph.ontology, trialgraph.extract):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".training" not in module.name:
                for name, value in vars(importlib.import_module(module.name)).items():
                    for pattern in held(value):
                        if isinstance(pattern.pattern, str):
                            found.setdefault(pattern, f"{module.name}.{name}")
    return found


def letters_of(kind, value, flags):
    """The letters that a node of one letter matches; none for other nodes."""
    if kind not in {"LITERAL", "NOT_LITERAL", "IN", "ANY"}:
        return frozenset()
    state = _parser.State()
    state.flags = flags
    node = _parser.SubPattern(state, [(getattr(_parser, kind), value)])
    matches = re._compiler.compile(node, flags).fullmatch
    return frozenset(filter(matches, LETTERS))


def first(nodes, flags):
    """The letters with which a sequence can begin, and whether it can be empty."""
    letters = frozenset()
    for kind, value in nodes:
        name, empty = str(kind), False
        if name in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue
        if name in (*REPEATS, "POSSESSIVE_REPEAT"):
            begins, empty = first(value[2], flags)
            empty = empty or value[0] == 0
        elif name == "SUBPATTERN":
            begins, empty = first(value[3], flags)
        elif name == "ATOMIC_GROUP":
            begins, empty = first(value, flags)
        elif name == "BRANCH":
            branches = [first(branch, flags) for branch in value[1]]
            begins, empty = frozenset().union(*(b for b, _ in branches)), any(e for _, e in branches)
        else:
            begins = letters_of(name, value, flags)
        letters |= begins
        if not empty:
            return letters, False
    return letters, True


def ambiguous(nodes, flags, after, outer):
    """Whether a repetition without bound, within another, can be followed by what it repeats."""
    nodes = list(nodes)
    for place, (kind, value) in enumerate(nodes):
        begins, empty = first(nodes[place + 1 :], flags)
        follows, within = begins | after if empty else begins, outer
        if str(kind) in REPEATS and value[1] == _parser.MAXREPEAT:
            repeated, _ = first(value[2], flags)
            if outer and repeated & follows:
                return True
            follows, within = follows | repeated, True
        if any(ambiguous(body, flags, follows, within) for body in bodies(str(kind), value)):
            return True
    return False


def bodies(name, value):
    """The sequences within a node that a search may come back to."""
    held_by = {
        "SUBPATTERN": lambda: [value[3]],
        "BRANCH": lambda: value[1],
        **dict.fromkeys(REPEATS, lambda: [value[2]]),
    }
    return held_by.get(name, list)()


def is_ambiguous(pattern, flags=0):
    return ambiguous(_parser.parse(pattern, flags), flags, frozenset(), False)


@pytest.mark.parametrize("pattern", [r"(?:a+)+b", r"(?:\w+\s*)*:", r"(?:[^()]|\w+)*\)", r"(?:a|b+c?)*d"])
def test_tells_an_ambiguous_repetition(pattern):
    assert is_ambiguous(pattern)


@pytest.mark.parametrize("pattern", [r"(?:\w+\s+)*:", r"a+b+", r"(?:a++)+b", r"(?:,\s*\w+)*;"])
def test_leaves_others_alone(pattern):
    assert not is_ambiguous(pattern)


def test_no_pattern_is_ambiguous():
    found = {place for p, place in patterns().items() if is_ambiguous(p.pattern, p.flags & ~re.UNICODE)}
    assert {place.removeprefix("trialgraph.extract.") for place in found} <= TOLD_APART


def holds_group(nodes):
    return any(
        (str(kind) == "SUBPATTERN" and value[0] is not None) or any(map(holds_group, within(str(kind), value)))
        for kind, value in nodes
    )


def misread(nodes):
    """Whether a possessive repetition is of more than one letter, or an atomic group holds one that keeps its text.

    Python 3.11 matches the former wrongly at times (https://github.com/python/cpython/issues/106052) and forgets the
    text of groups in both. An atomic group around a repetition is the same as a possessive one, and matched rightly.
    """
    return any(
        (str(kind) == "POSSESSIVE_REPEAT" and [str(k) for k, _ in value[2]] not in ONE_LETTER)
        or (str(kind) == "ATOMIC_GROUP" and holds_group(value))
        or any(map(misread, within(str(kind), value)))
        for kind, value in nodes
    )


def within(name, value):
    if name == "POSSESSIVE_REPEAT":
        return [value[2]]
    if name == "ATOMIC_GROUP":
        return [value]
    return [value[1]] if name in {"ASSERT", "ASSERT_NOT"} else bodies(name, value)


@pytest.mark.parametrize(
    "pattern", [r"(?:ab?c)*+", r"(?:a(b)?)?+c", r"(?>(?:ab)++)", r"(?<!b)(?=(?:ab)?+)", r"(?>a|(b))c"]
)
def test_tells_a_possessive_repetition_of_several_letters(pattern):
    assert misread(_parser.parse(pattern))


def test_no_pattern_is_misread_by_python():
    assert [place for p, place in patterns().items() if misread(_parser.parse(p.pattern, p.flags & ~re.UNICODE))] == []
