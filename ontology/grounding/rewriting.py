"""Single changes to a name: other words of a group, other endings, words left out; each with what it costs."""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from ..terminologies.normal import key
from .candidates import Match, Step
from .endings import other_endings

GROUPS: Final = Path(__file__).with_name("word_groups.tsv")
"""Words that may stand for each other in names of conditions; one can read and edit it."""
Change = tuple[str, Step, Match]

_WORD: Final = re.compile(r"[^\W_]+(?:['’]s\b)?|[^\w\s]")
_LABEL: Final = re.compile(
    r"^(?:\[?\(?\d*[A-Z]\d?\)?\]?-?)?(?:\([^()\s]{1,6}\)|\[[^\[\]\s]{1,6}\]|[±+-])[ -]*(?=\w{3})"
)
"""What stands before a chemical's name and says which isomer or isotope: `(+)-`, `[3H]`."""
_ISOMER: Final = re.compile(r"^(?:[dlrsDLRS]|DL|dl|rac|cis|trans|racemic)[ -]+(?=[a-z]{4})")
_SALT: Final = re.compile(
    r" (?:(?:di)?hydrochloride|hydrobromide|HCl|sulph?ate|acetate|maleate|mesylate|tartrate|citrate|phosphate|"
    r"(?:di)?sodium|potassium|calcium|chloride|bromide|nitrate|succinate|fumarate|besylate|tosylate|monohydrate)$"
)
_INDUCED: Final = re.compile(r"^.*?[\w)\]][- ](?:induced|related|associated|mediated|evoked|provoked)[ -]+(?=\w)")
_LESS: Final = re.compile(r"(?:decreased|impaired|reduced|abnormal|declin\w+|deteriorat\w+) (.+) function")
_STATES: Final = frozenset(
    "acute chronic severe mild moderate transient persistent recurrent progressive bilateral unilateral early late "
    "sudden spontaneous experimental idiopathic idiosyncratic symptomatic asymptomatic generalized generalised "
    "localized massive fatal refractory intractable advanced metastatic fulminant reversible irreversible primary "
    "secondary complex partial simple focal diffuse delayed isolated profound marked serious clinical subclinical "
    "postoperative perioperative neonatal maternal fetal congenital drug orthostatic intermittent induced "
    "subacute continuous prolonged relapsed clinically overt new newly treatment".split()
)
_EXCHANGE: Final = {"site": 0.95, "same": 0.94, "near": 0.85}
_COMPOUNDS: Final = {"toxicity": "toxicity", "toxicities": "toxicity", "toxic": "toxicity", "pathy": "disease"}


def changes(text: str, depth: int) -> Iterator[Change]:
    """Give a name changed in one way, whatever way there is; `depth` is the number of changes before.

    >>> "breast cancer" in [text for text, _, _ in changes("cancer of the breast", 0)]
    True
    """
    yield from _trimmed(text)
    yield from _exchanged(text)
    if depth < 3:
        yield from _inflected(text, depth)
    yield from _shortened(text, depth)


def _trimmed(text: str) -> Iterator[Change]:
    """Leave out brackets, isomers and salts."""
    bracket = re.fullmatch(r"(.*\w)\s*[(\[]([^()\[\]]+)[)\]]", text)
    if bracket:
        yield bracket[1], Step(f"without ({bracket[2]})", 0.95), "exact"
        yield bracket[2], Step(f"what stands in brackets: {bracket[2]}", 0.8), "exact"
    for pattern, what in ((_LABEL, "label"), (_ISOMER, "isomer")):
        plain = pattern.sub("", text)
        if plain != text and len(plain) > 3:
            yield plain, Step(f"without the {what}", 0.85), "close"
    if text.endswith((" trial", " study")):
        yield text[:-6], Step("without what it is", 0.95), "exact"
    if text.endswith("s") and len(text) > 3:
        yield f"{text[:-3]}y" if text.endswith("ies") else text[:-1], Step("the singular", 0.97), "exact"
    plain = _SALT.sub("", text)
    if plain != text:
        yield plain, Step("without the salt", 0.8), "broad"
    if text.endswith("ate") and len(text) > 6:
        yield f"{text[:-3]}ic acid", Step("the acid of the salt", 0.95), "close"
    if text.endswith("ic acid"):
        yield f"{text[:-7]}ate", Step("the salt of the acid", 0.9), "close"


def _exchanged(text: str) -> Iterator[Change]:
    """Put one word for another of its group, and take compounds such as `nephrotoxicity` apart."""
    groups = word_groups()
    words = [word if word in groups else key(word) or word for word in _WORD.findall(text.lower())]
    for start in range(len(words)):
        for end in range(start + 1, min(start + 3, len(words)) + 1):
            phrase = " ".join(words[start:end])
            for other, factor in groups.get(phrase, {}).items():
                changed = " ".join((*words[:start], other, *words[end:]))
                yield changed, Step(f"{phrase} as {other}", factor), "exact"
    for index, word in enumerate(words):
        for ending, head in _COMPOUNDS.items():
            start = word.removesuffix(ending)
            if start != word and start in groups:
                parts = " ".join((*words[:index], start, head, *words[index + 1 :]))
                yield parts, Step(f"{word} taken apart", 0.95), "exact"


def _inflected(text: str, depth: int) -> Iterator[Change]:
    """Change an adjective to its noun, and add the heads that a name may lack."""
    words = text.split(" ")
    for place in sorted({0, len(words) - 1}, reverse=True):
        for other in other_endings(words[place].lower()):
            changed = " ".join((*words[:place], other, *words[place + 1 :]))
            yield changed, Step(f"{words[place]} as {other}", 0.85 if place else 0.8), "exact"
    if depth < 2 and words[-1].islower():
        for head in ("syndrome", "disease", "disorder"):
            yield f"{text} {head}", Step(f"with {head}", 0.75), "close"
        for kind in ("drug", "drug-induced"):
            yield f"{kind} {text}", Step(f"with {kind}", 0.7), "close"


def _shortened(text: str, depth: int) -> Iterator[Change]:
    """Leave out what narrows the name, which makes it broader."""
    worse = _LESS.fullmatch(text)
    if worse:
        yield f"{worse[1]} insufficiency", Step("less of a function is insufficiency", 0.85), "close"
    plain = _INDUCED.sub("", text)
    if plain != text:
        yield f"drug-induced {plain}", Step("induced by a drug", 0.85), "broad"
        yield plain, Step(f"without {text[: len(text) - len(plain)].strip()}", 0.75), "broad"
    words = text.split(" ")
    for index, word in enumerate(words[:-1]):
        if word.lower() in _STATES:
            yield " ".join((*words[:index], *words[index + 1 :])), Step(f"without {word}", 0.8), "broad"
    head, of, rest = text.partition(" of ")
    if of:
        yield f"{rest.removeprefix('the ')} {head}", Step("turned round", 0.95), "exact"
    for joint in (" in ", " with ", " due to "):
        head, found, rest = text.partition(joint)
        if found:
            yield head, Step(f"without{joint}{rest}", 0.65), "broad"
    if len(words) > 1 and depth < 2:
        yield " ".join(words[1:]), Step(f"without {words[0]}", 0.6), "broad"
        if not of:
            yield words[0] if len(words) == 2 else " ".join(words[:-1]), Step(f"without {words[-1]}", 0.45), "broad"


@cache
def word_groups() -> Mapping[str, Mapping[str, float]]:
    """Read the words that may stand for each other, each with the factor that the exchange costs."""
    found: dict[str, dict[str, float]] = {}
    with GROUPS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            words = row["words"].split("|")
            factor = _EXCHANGE[row["use"]]
            for word in words:
                found.setdefault(word, {}).update((other, factor) for other in words if other != word)
    return found
