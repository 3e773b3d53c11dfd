"""Find regular expressions of the package whose time grows faster than the text: `python bench/patterns.py [WORD]`.

Every pattern is searched in strings that its own repetitions are made of, of doubling length; those that take more
than 3 times as long at each doubling are printed with their growth and the string. WORD limits it to some modules.
"""

import ast
import importlib
import inspect
import pkgutil
import re
import signal
import sys
import time
import warnings
from collections.abc import Iterable, Iterator
from types import ModuleType

import trialgraph.extract
import trialgraph.ontology

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_parse  # the only parser of regular expressions there is in the library

LIMIT = 2.0
"""Seconds for one string; what takes longer grows fastest of all."""
COMMON = ("a", "1", " ", "\t", "(", ")", "a ", "1 ", "1,", ", ", "a-", "a, ", "A ", "1.", "1 (1%) ", ".", "-", "a and ")

USES = {f"re.{name}" for name in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")}


def modules() -> Iterator[ModuleType]:
    """Give every module of the rooms that read documents."""
    for package in (trialgraph.ontology, trialgraph.extract):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".training" not in found.name:
                yield importlib.import_module(found.name)


def patterns() -> dict[str, re.Pattern[str]]:
    """Collect every pattern of a module, in tables and calls too, by its place."""
    found: dict[re.Pattern[str], str] = {}
    for module in modules():
        for name, value in vars(module).items():
            for pattern in _held(value):
                found.setdefault(pattern, f"{module.__name__.removeprefix('trialgraph.')}.{name}")
        for line, pattern in _written(module):
            found.setdefault(pattern, f"{module.__name__.removeprefix('trialgraph.')}:{line}")
    return {f"{place} #{n}": pattern for n, (pattern, place) in enumerate(found.items())}


def _held(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict):
        yield from _held(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _held(part)


def _written(module: ModuleType) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Give the patterns written out where they are used: `re.search("…", text)`."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in USES and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                flags = next((k.value for k in node.keywords if k.arg == "flags"), None)
                last = node.args[-1] if ast.unparse(node.args[-1]).startswith("re.") else flags
                yield node.lineno, re.compile(first.value, re.IGNORECASE if last is not None else 0)


def pumps(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Give beginnings and what to repeat after them: samples of each repetition, and of all before it."""
    found: dict[tuple[str, str], None] = dict.fromkeys(("", pump) for pump in COMMON)
    _walk(sre_parse.parse(pattern.pattern, pattern.flags & ~re.UNICODE), "", found)
    return list(found)


def _walk(nodes: Iterable[tuple[object, object]], before: str, found: dict[tuple[str, str], None]) -> str:
    """Sample a sequence of parsed nodes; note every repetition in it."""
    for kind, value in nodes:
        name = str(kind)
        if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            low, high, body = value  # type: ignore[misc]
            sample = _walk(body, before, found)[len(before) :]
            if int(high) > 10 and sample:
                found[before, sample] = None
                found["", before + sample] = None
            before += sample * max(int(low), 1)
        elif name == "SUBPATTERN":
            before = _walk(value[3], before, found)  # type: ignore[index]
        elif name == "ATOMIC_GROUP":
            before = _walk(value, before, found)  # type: ignore[arg-type]
        elif name == "BRANCH":
            before = max((_walk(branch, before, found) for branch in value[1]), key=len)  # type: ignore[index]
        elif name == "LITERAL":
            before += chr(value)  # type: ignore[arg-type]
        elif name in {"IN", "ANY", "NOT_LITERAL", "CATEGORY"}:
            before += _member(name, value)
    return before


def _member(name: str, value: object) -> str:
    """Give a character of a class."""
    if name != "IN":
        return "a"
    kinds = {str(kind): content for kind, content in value}  # type: ignore[attr-defined]
    if "NEGATE" in kinds:
        return "a"
    if "LITERAL" in kinds:
        return chr(kinds["LITERAL"])  # type: ignore[arg-type]
    if "RANGE" in kinds:
        return chr(kinds["RANGE"][0])  # type: ignore[index]
    return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " "}.get(str(kinds.get("CATEGORY")), "a")


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Measure a search for all matches; LIMIT where it does not end."""
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    begin = time.perf_counter()
    try:
        for _ in pattern.finditer(text):
            pass
    except TimeoutError:
        return LIMIT
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.perf_counter() - begin


def growth(pattern: re.Pattern[str], before: str, pump: str, size: int = 1000) -> tuple[float, float] | None:
    """Tell the time at 4 times the size and the factor of each doubling; nothing where it grows with the text."""
    texts = [before + pump * (size * 2**n // len(pump)) + "\0" for n in range(3)]
    if seconds(pattern, texts[2]) < 0.004:
        return None
    first, second, third = (min(seconds(pattern, text) for _ in range(2)) for text in texts)
    factor = min(third / second, second / first)
    return (third, factor) if factor > 3 or third >= LIMIT else None


def _stop(*_: object) -> None:
    raise TimeoutError


def main() -> int:
    """Print what grows too fast; exit code 1 where something does."""
    signal.signal(signal.SIGALRM, _stop)
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    slow = 0
    for place, pattern in patterns().items():
        found = [(g, pump) for pump in pumps(pattern) if word in place and (g := growth(pattern, *pump))]
        if found:
            slow += 1
            (took, factor), (before, pump) = max(found)
            print(
                f"{place}: {took * 1000:.0f} ms, x{factor:.1f} a doubling, on {before[:40]!r} + {pump[:40]!r} *",
                flush=True,
            )
    print(f"{slow} of {len(patterns())} patterns grow faster than the text")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
