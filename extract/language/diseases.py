"""Diseases with all that narrows them: `unresectable, locally advanced or metastatic HER2-positive breast cancer`."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ...ontology.facts import Concept
from .dictionary import Name, Words
from .disease_words import (
    ADVERBS,
    AFTER_ADVERB,
    HEADS,
    LINKS,
    MODIFIERS,
    ROMAN,
    SITE_ENDINGS,
    SITES,
    STATE_NOUNS,
    STATES,
    VAGUE_HEADS,
)
from .elided import ELIDED, elided
from .mention import Mention
from .spelling import american, singular
from .tokenizer import DASHES

BRACKETED = re.compile(r" ?\([^()]*\)")
"""A second name, which the concept's name leaves out."""
CELLS = (["cell"], ["cells"])
"""What makes a kind of cell of a disease: `BCMA-expressing myeloma cells`."""
LONGEST = 24
"""Tokens of a phrase."""


def disease_phrases(words: Words, known: Iterable[Mention]) -> Iterator[Mention]:
    """Widen known diseases, and heads such as `carcinoma` with their sites, over the modifiers before them."""
    ends: dict[int, Mention] = {}
    diseases: list[Mention] = []
    for mention in known:
        ends[mention.end] = mention
        if mention.kind == "Disease":
            diseases.append(mention)
    diseases = [d for d in diseases if not _is_part_of_name(words, d)]
    covered = {i for d in diseases for i in range(d.start, d.end)}
    built = [m for i in range(len(words)) if i not in covered and (m := _built(words, i)) is not None]
    before = [m for d in (*diseases, *built) for m in elided(words, d, phrase)]
    before = [m for m in before if covered.isdisjoint(range(m.start, m.end))]
    for disease in (*diseases, *built, *before):
        start, end = _widen(words, disease.start, ends), _site_after(words, disease.end)
        if words.texts[end : end + 1] in CELLS:
            continue
        if (start, end) != (disease.start, disease.end):
            head = disease.names[0].preferred
            tail = phrase(words, disease.end, end)
            name = f"{phrase(words, start, disease.start)}{head}{' ' if tail else ''}{tail}".rstrip()
            method = ELIDED if disease.method == ELIDED else "disease phrase"
            yield Mention(start, end, (_disease(name),), 0.85, method, head)
        elif disease.method in ("disease phrase", ELIDED):
            yield disease


def _disease(name: str) -> Name:
    return Name(name, "Disease", name, Concept("Disease", name))


def _built(words: Words, i: int) -> Mention | None:
    """Find a disease named by its head and site: `oropharyngeal cancers`, `carcinoma of the bladder`."""
    head = singular(american(words.texts[i].lower()))
    if head not in HEADS:
        return None
    start = i
    while i - start < LONGEST and (previous := _site_before(words, start)) is not None:
        start = previous
    end = _site_after(words, i + 1)
    if start == i and end == i + 1 and head in VAGUE_HEADS:
        return None
    tail = phrase(words, i + 1, end)
    name = f"{phrase(words, start, i)}{head}{' ' if tail else ''}{tail}".rstrip()
    return Mention(start, end, (_disease(name),), 0.7, "disease phrase", name)


def _is_part_of_name(words: Words, disease: Mention) -> bool:
    """Whether a known disease is but the head of one named by its site: the carcinoma of a `hepatic carcinoma`."""
    head = words.texts[disease.start].lower()
    return disease.end - disease.start == 1 and head in HEADS and _site_before(words, disease.start) is not None


def _site_before(words: Words, start: int) -> int | None:
    if start == 0:
        return None
    text, further = words.texts[start - 1], words.texts[start - 2] if start > 1 else ""
    if text in DASHES or text == "or" or (text == "and" and further == "head"):
        return start - 2 if _is_site(further) and _is_site(words.texts[start]) else None
    return start - 1 if _is_site(text) else None


def _is_site(text: str) -> bool:
    word = american(text.lower())
    return word in SITES or (len(word) > 5 and word.endswith(SITE_ENDINGS) and word not in MODIFIERS)


def _site_after(words: Words, end: int) -> int:
    """`of the head and neck`, `of bladder`."""
    texts = [t.lower() for t in words.texts[end : end + 5]]
    if texts[:1] != ["of"]:
        return end
    at = 2 if texts[1:2] == ["the"] else 1
    if not (len(texts) > at and american(texts[at]) in SITES):
        return end
    return end + (at + 3 if texts[at : at + 3] == ["head", "and", "neck"] else at + 1)


def _widen(words: Words, start: int, ends: Mapping[int, Mention]) -> int:
    """Start of the row of modifiers before token `start`."""
    limit = start - LONGEST
    while start > max(0, limit):
        previous = _modifier_before(words, start, ends)
        if previous is None:
            previous = _linked_before(words, start, ends)
        if previous is None:
            break
        start = previous
    return start


def _linked_before(words: Words, start: int, ends: Mapping[int, Mention]) -> int | None:
    """Find a modifier before a comma, `or`, `and`, `/`, `and/or`."""
    at = start
    while at > 0 and start - at < 3 and words.texts[at - 1].lower() in LINKS:
        at -= 1
    return _modifier_before(words, at, ends) if at < start else None


def _modifier_before(words: Words, end: int, ends: Mapping[int, Mention]) -> int | None:
    """Start of the modifier that ends before token `end`; None where there is none."""
    if end == 0:
        return None
    text = words.texts[end - 1]
    word = american(text.lower())
    before = words.texts[end - 2].lower() if end > 1 else ""
    if text in ROMAN:
        return _stage(words, end - 1)
    if word in AFTER_ADVERB and before in ADVERBS:
        return end - 2
    if word in AFTER_ADVERB and before in DASHES and end > 2 and words.texts[end - 3].lower() in ADVERBS:
        return end - 3
    if word in STATES and (before in DASHES or before in STATE_NOUNS):
        return _compound(words, end - 2, ends)
    if word in MODIFIERS:
        return end - 3 if words.denied(end - 1) else end - 2 if before == "non" else end - 1
    return end - 2 if text == "+" and end - 1 in ends else None


def _stage(words: Words, at: int) -> int | None:
    """`stage IIIB or IV`, `stage II/III`, `stage IIIC or stage IV`."""
    start = at
    while start > 0 and (words.texts[start] in ROMAN or words.texts[start].lower() in LINKS | DASHES):
        start -= 1
    return start if words.texts[start].lower() in {"stage", "grade"} else None


def _compound(words: Words, at: int, ends: Mapping[int, Mention]) -> int | None:
    """Start of what a state belongs to: `HER2-positive`, `EGFR mutation-positive`, `lenalidomide-refractory`."""
    if words.texts[at] in DASHES:
        at -= 1
    while at > 0 and words.texts[at].lower() in STATE_NOUNS:
        at -= 1 if words.texts[at - 1] not in DASHES else 2
        if at >= 0 and at + 1 not in ends and not _is_marker(words.texts[at]):
            return at + 1
    opened = words.opened(at)
    if opened is not None and opened in ends:
        return ends[opened].start
    while at > 1 and words.texts[at - 1] == "/":
        at -= 2
    if at + 1 in ends:
        return ends[at + 1].start
    if at > 1 and words.texts[at - 1] in DASHES and words.texts[at - 2].isupper():
        return at - 2
    return at if at >= 0 and words.texts[at][0].isalnum() else None


def _is_marker(text: str) -> bool:
    return text == ")" or any(c.isupper() for c in text) or text.lower() in STATE_NOUNS


def phrase(words: Words, start: int, end: int) -> str:
    """Text of the tokens as a concept is named: lower case, American, `/` and `and/or` as `or`, plain hyphens."""
    parts: list[str] = []
    for i in range(start, end):
        text = words.texts[i]
        parts.append("-" if text in DASHES else american(text.lower()))
        if words.spaced[i + 1]:
            parts.append(" ")
    text = BRACKETED.sub("", "".join(parts))
    text = text.replace("and/or", "or")
    return re.sub("(?<=[a-z])/(?=[a-z])", " or ", text)
