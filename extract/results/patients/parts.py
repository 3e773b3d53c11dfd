"""Figures of several parts of the patients, each with its own: `12 months in mutated and 8 in wild-type disease`.

Offsets are those of the cleaned text.
"""

import re
from itertools import pairwise
from typing import Final

from ...arms.registry import ArmEntry
from ...people import PEOPLE
from ..figures.clusters import Cluster
from ..items import Item, Sentence, distinct

_BRACKETED: Final = re.compile(r"\s*(?:\((?:[^()\[\]]|\[[^\[\]]*\])*\)|\[[^\[\]]*\])")
_JOINED: Final = re.compile(r"\s*(?:,\s*(?:and|or)|,|\band\b|\bor\b)\s+(?:the\s+|for\s+|in\s+)?")
_LEAD: Final = re.compile(r",?\s*(?:the\s+)?(?:(?:median|mean|estimated)\s+)*$")
"""What leads on to the endpoint behind a list."""
_HEAD: Final = re.compile(r".*\b(?:to|with|of|by)\s+", re.DOTALL)
_BEHIND: Final = re.compile(
    rf"[)\]\s,]*(?:\([^()]*\)\s*)?(?:in|for|among|of|with|{PEOPLE})\s+(?:the |all |those |\d+ |{PEOPLE} |tumou?rs "
    r"|with |who |whose |had |were |have )*",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(
    rf"[)\]\s,]{{0,9}}(?:(?:{PEOPLE}|tumou?rs|disease|sub-?groups?|groups?|cohorts?|those)\s*)?[)\]\s,]{{0,9}}"
    r"(?:(?:versus|vs\.?|v|and|or|,|compared with|compared to|than)\s+)(?:in\s+|for\s+|with\s+|of\s+)?"
    rf"(?:the\s+|those\s+|{PEOPLE}\s+|with\s+|who\s+|had\s+|were\s+|have\s+)*",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(rf"(?:\s{PEOPLE})?\s*[(\[]?\s*")
_GROUPS: Final = re.compile(
    r"\b(?:groups?|arms?|regimens?|treatments?|recipients|cycles?|courses?|weeks?|months?|years?)\b"
)
_AHEAD: Final = re.compile(
    r"(?:\srates?)?(?:\s\([^()]*\))?\s(?:in|for|of|among)\s(?:the\s)?(?P<parts>[A-Za-z][^.;()%]{2,120}?)\s(?:was|were)\s"
)
_BEHIND_ALL: Final = re.compile(
    r"[)\]\s]*(?:in|for|of|among)\s(?:the\s)?(?P<parts>[A-Za-z][^.;()%]{2,120}?),?\srespectively\b"
)
_OF_PEOPLE: Final = re.compile(
    rf"^(?:(?:{PEOPLE}|those)\s(?:with|who (?:had|were))\s)"
    rf"|(?<!\sand)\s(?:{PEOPLE}|disease|(?:risk\s)?groups?|subgroups?)$"
)
_AND: Final = re.compile(r",\s(?:and\s)?|\sand\s")
_ALL: Final = re.compile(r"(?:all|the (?:whole|entire|overall))\b")
_NAMELESS: Final = frozenset({"respectively", "population"})
_COUNTED: Final = r"[^\s,.;:()\[\]%](?:(?!\s(?:was|were|had|is|are|than)\b)[^,.;:()\[\]%]){0,40}?"
_ENUMERATED: Final = re.compile(
    rf"\b(?:of|in|for|among)\s(?:the\s)?(?:{PEOPLE}|those)\s(?:with|who had)\s"
    rf"(?P<names>{_COUNTED}(?:,\s{_COUNTED})*,?\s(?:and|or)\s{_COUNTED})(?:,?\s(?P<turn>respectively)\b|(?=\s?[(\[.;,]|$))",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or)\s")
_NUMBER: Final = re.compile(r"[<>≥≤]?\s?(?:\d\S{0,3}|[IV]{1,3})")
"""`lesion type I, II, and III`: what stands before the first and behind the last is said of each."""
_ONE: Final = 2
_LONGEST: Final = 60


def align_parts(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> bool:
    """Give each figure its part of the patients; False where there are not as many parts as figures, or more arms."""
    figures = cluster.figures
    if len(figures) < _ONE or len(cluster.subjects) != 1:
        return False
    named = distinct(sentence.between(sentence.start, sentence.end, "arm"))
    if len(named) > 1 or any(len(i.arms) > 1 for i in sentence.items if i.kind == "arm"):
        return False
    ways = (_right_behind, _right_before, _coordinated, _listed)
    parts = next((found for way in ways if (found := way(sentence, cluster))), list[str]())
    parts = parts or _in_turn(sentence, cluster, several=len(entries) > 1) or _enumerated(sentence, cluster)
    if len(set(parts)) != len(figures):
        return False
    arm = named[0] if named else entries[0] if len(entries) == 1 else None
    for figure, part in zip(figures, parts, strict=True):
        figure.population = part
    cluster.arms = [arm for _ in figures]
    cluster.order = ()
    return True


def _enumerated(sentence: Sentence, cluster: Cluster) -> list[str]:
    """`78%, 86% and 79% of patients with 0, 1 and 2 lesions`, or the patients first; two only where it says in turn."""
    size, start, end = len(cluster.figures), cluster.figures[0].start, cluster.figures[-1].end
    behind = _ENUMERATED.search(sentence.whole, end, cluster.limit)
    beside = behind if behind and not sentence.gap(end, behind.start()).strip(" )]") else None
    told = beside or _ENUMERATED.search(sentence.whole, sentence.start, start)
    names = _ITEM.split(told["names"]) if told else []
    in_turn = bool(told and told["turn"]) or bool(sentence.between(end, cluster.limit, "respectively"))
    if len(names) != size or not (in_turn or size > _ONE) or sentence.between(start, end, "versus"):
        return []
    *head, first = names[0].split()
    last, *tail = names[-1].split()
    kinds = [first, *names[1:-1], last]
    numbered = all(map(_NUMBER.fullmatch, kinds))
    shared = numbered or (len(tail) == 1 and not head and all(" " not in kind for kind in kinds))
    return [" ".join([*head, kind, *tail]) for kind in kinds] if shared else names


def _populations(sentence: Sentence, start: int, end: int) -> list[Item]:
    return [i for i in sentence.between(start, end, "population") if i.text]


def _right_behind(sentence: Sentence, cluster: Cluster) -> list[str]:
    """`12.1 months in patients with mutated KRAS and 8.2 months in those with wild-type KRAS`."""
    found: list[str] = []
    limits = [f.start for f in cluster.figures[1:]] + [cluster.limit]
    for figure, limit in zip(cluster.figures, limits, strict=True):
        items = _populations(sentence, figure.end, limit)
        if not items or not _BEHIND.fullmatch(sentence.gap(figure.end, items[0].start)):
            return []
        found.append(items[0].text)
    return found


def _right_before(sentence: Sentence, cluster: Cluster) -> list[str]:
    """`in lung cancer (28%), melanoma (27%), and sarcoma (18%)`, each with its brackets or without."""
    found: list[str] = []
    edge = cluster.start
    for figure in cluster.figures:
        items = _populations(sentence, edge, figure.start)[-1:]
        if not items or not _OPENS.fullmatch(sentence.gap(items[0].end, figure.start)):
            return []
        found.append(items[0].text)
        edge = figure.end
    return found


def _coordinated(sentence: Sentence, cluster: Cluster) -> list[str]:
    """`14.1 versus 7.2 months in the negative versus positive groups`, or the groups first and the figures behind."""
    size, first, last = len(cluster.figures), cluster.figures[0].start, cluster.figures[-1].end
    behind = _populations(sentence, last, cluster.limit)[:size]
    if behind and sentence.between(last, behind[0].start, "endpoint"):
        behind = []  # 13 v 10 months, and survival was longer in positive than in negative disease
    for items in (behind, _populations(sentence, cluster.start, first)):
        items = items[-size:]
        gaps = [sentence.gap(a.end, b.start) for a, b in pairwise(items)]
        if len(items) == size and all(_BESIDE.fullmatch(_BRACKETED.sub("", gap)) for gap in gaps):
            return [i.text for i in items]
    return []


def _in_turn(sentence: Sentence, cluster: Cluster, *, several: bool) -> list[str]:
    """`rates in low-, standard- and high-risk patients were 90%, 70% and 40%, respectively`; so behind the figures."""
    figures, subject = cluster.figures, cluster.subjects[0]
    if not sentence.between(figures[-1].end, cluster.limit, "respectively"):
        return []
    told = _AHEAD.fullmatch(sentence.whole, subject.end, max(subject.end, figures[0].start))
    told = told or _BEHIND_ALL.match(sentence.whole, figures[-1].end, sentence.end)
    if told is None or _GROUPS.search(told["parts"] if several else _OF_PEOPLE.sub("", told["parts"])):
        return []
    start, end = told.span("parts")
    if any(start <= i.start < end and i.kind not in _NAMELESS for i in sentence.items):
        return []
    *others, last = _AND.split(_OF_PEOPLE.sub("", told["parts"]))
    _, blank, shared = last.partition("-" if others and others[0].endswith("-") else " ")
    if others and " " in others[0] and " " not in last and not _ALL.match(others[0]):  # stage I, II and III
        kind = others[0].rpartition(" ")[0]
        return [others[0], *(f"{kind} {name}" for name in (*others[1:], last))]
    names = [name.rstrip("-") + blank + shared if len(name.split()) == 1 else name for name in others]
    return ["" if _ALL.match(name) else name for name in (*names, last)]


def _listed(sentence: Sentence, cluster: Cluster) -> list[str]:
    """`For patients refractory to A (n = 9), B (n = 8), or C, the rates were 54%, 68%, and 72%, respectively`."""
    size, first = len(cluster.figures), cluster.figures[0].start
    items = _populations(sentence, sentence.start, first)
    subjects = [s for s in cluster.subjects if s.end <= first]
    in_turn = sentence.between(cluster.figures[-1].end, cluster.limit, "respectively")
    if len(items) != 1 or not subjects or not in_turn or items[0].start > subjects[0].start:
        return []
    said = _BRACKETED.sub("", sentence.gap(items[0].start, subjects[0].start))
    names = [name.strip() for name in _JOINED.split(_LEAD.sub("", said))]
    if len(names) != size or any(not name or len(name) > _LONGEST for name in names):
        return []
    head = _HEAD.match(names[0])
    return [names[0], *(f"{head[0] if head else ''}{name}" for name in names[1:])]
