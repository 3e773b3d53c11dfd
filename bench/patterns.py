"""Find regular expressions of the package whose time grows faster than the text: `python bench/patterns.py [WORD]`.

Every pattern is used, as the package uses it, on 4,000 characters of what its own repetitions are made of, cleaned as
every document is before it is read; those that take more than 8 times as long as on 1,000, and again on 16,000, are
printed with the string: what a pattern may go back over is then not bounded.
WORD limits it to some modules. The best of three times counts, so that other work makes little difference.
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
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from types import ModuleType

import trialgraph.extract
import trialgraph.ontology
from trialgraph.extract.cleaning import clean
from trialgraph.extract.wordings import Wording

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_parse  # the only parser of regular expressions there is in the library

LIMIT = 2.0
"""Seconds for one string; what takes longer grows fastest of all."""
NOTICED = 0.025
"""Seconds on 4,000 characters below which growth is not looked at: what a pattern may go back over is bounded."""
SIZES = (1_000, 4_000, 16_000)
FASTER = 8
"""By how much four times the text may take longer."""
WINDOWS = {
    "extract.arms.names.described._PAIR": 100,
    "extract.dosages.LISTED": 60,
    "extract.language.longform.LOCANT": 400,
    "extract.layout.VALUES": 250,
    "extract.language.shared_heads": 60,
    "extract.cleaning.line_breaks:": 80,
    "extract.cleaning.marks:": 12,
    "extract.results.figures.clusters._APART": 150,
}
"""Characters of the text that these patterns ever see, in their module."""
RAW = ("cleaning", "marks", "line_breaks", "layout", "readers", "ontology")
"""Modules that see texts as they come."""
COMMON = ("a", "1", " ", "\t", "(", ")", "a ", "1 ", "1,", ", ", "a-", "a, ", "A ", "1.", "1 (1%) ", ".", "-", "a and ")

USES = {f"re.{name}" for name in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")}


def modules() -> Iterator[ModuleType]:
    """Give every module of the rooms that read documents."""
    for package in (trialgraph.ontology, trialgraph.extract):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".training" not in found.name:
                yield importlib.import_module(found.name)


def patterns() -> dict[str, tuple[re.Pattern[str], str]]:
    """Collect every pattern, in tables and calls too, by its place, with the source of its module."""
    found: dict[re.Pattern[str], tuple[str, str]] = {}
    for module in modules():
        source, place = inspect.getsource(module), module.__name__.removeprefix("trialgraph.")
        for name, value in vars(module).items():
            for pattern in _held(value):
                found.setdefault(pattern, (f"{place}.{name}", source))
        for line, use, pattern in _written(source):
            found.setdefault(pattern, (f"{place}:{line}.{use}", f"{use}.{use}("))
    return {f"{place} #{n}": (pattern, source) for n, (pattern, (place, source)) in enumerate(found.items())}


def _held(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, Wording):
        yield value.compiled
    elif isinstance(value, dict):
        yield from _held(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _held(part)


def _written(source: str) -> Iterator[tuple[int, str, re.Pattern[str]]]:
    """Give the patterns written out where they are used, and how: `re.search("…", text)`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in USES and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                flags = next((k.value for k in node.keywords if k.arg == "flags"), None)
                last = node.args[-1] if ast.unparse(node.args[-1]).startswith("re.") else flags
                use = ast.unparse(node.func).removeprefix("re.")
                yield node.lineno, use, re.compile(first.value, re.IGNORECASE if last is not None else 0)


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


def seconds(pattern: re.Pattern[str], text: str, use: str) -> float:
    """Measure all matches, or one at the beginning where the pattern is used so; LIMIT where it does not end."""
    begin = time.perf_counter()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
        if use == "search":
            for _ in pattern.finditer(text):
                pass
        else:
            getattr(pattern, use)(text)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except TimeoutError:
        return LIMIT
    return time.perf_counter() - begin


def growth(pattern: re.Pattern[str], text: Callable[[int], str], use: str) -> tuple[float, float] | None:
    """Tell the time on 4,000 characters and by what it grows; nothing where it grows with the text, if not at first."""
    if seconds(pattern, text(SIZES[0]), use) < NOTICED / 16:
        return None
    short, long = (min(seconds(pattern, text(size), use) for _ in range(3)) for size in SIZES[:2])
    if long < NOTICED or long / short < FASTER:
        return None
    longest = min(seconds(pattern, text(SIZES[2]), use) for _ in range(2))
    return (long, long / short) if longest >= LIMIT or longest / long > FASTER else None


@cache
def hostile(before: str, pump: str, most: int, raw: bool, size: int) -> str:
    """Make a text of a repetition, cut to what the pattern sees."""
    text = (before + pump * (size // len(pump)))[:most] + "\0"
    return text if raw else clean(text).text


def use_of(place: str, module: str) -> str:
    """Tell how a pattern is used: `search` where anywhere in a text, else `match` or `fullmatch`."""
    name = place.partition(" ")[0].rpartition(".")[2]
    uses = set(re.findall(rf"\b{name}\.(\w+)\(", module))
    return "fullmatch" if uses == {"fullmatch"} else "match" if uses and uses <= {"match", "fullmatch"} else "search"


def _stop(*_: object) -> None:
    raise TimeoutError


def main() -> int:
    """Print what grows too fast; exit code 1 where something does."""
    signal.signal(signal.SIGVTALRM, _stop)
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    slow = 0
    found = {place: pattern for place, pattern in patterns().items() if word in place}
    for place, (pattern, module) in found.items():
        use, raw = use_of(place, module), any(part in place for part in RAW)
        most = next((most for start, most in WINDOWS.items() if place.startswith(start)), SIZES[-1])
        grown = [
            (g, pump) for pump in pumps(pattern) if (g := growth(pattern, partial(hostile, *pump, most, raw), use))
        ]
        if grown:
            slow += 1
            (took, factor), (before, pump) = max(grown)
            print(f"{place}: {took * 1000:.0f} ms, x{factor:.0f}, on {before[:40]!r} + {pump[:40]!r} *", flush=True)
    print(f"{slow} of {len(found)} patterns grow faster than the text")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
