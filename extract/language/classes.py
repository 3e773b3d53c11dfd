"""Classes of drugs named by their target: `anti-CD38 monoclonal antibody`, `EGFR TKI`, `BCMA-targeting agents`."""

from collections.abc import Iterable, Iterator, Mapping

from ...ontology.facts import Concept
from .dictionary import Name, Words
from .mention import Mention
from .spelling import american, singular
from .tokenizer import DASHES

ACTIONS = {
    "inhibitor": "inhibitor",
    "tki": "tyrosine kinase inhibitor",
    "tkis": "tyrosine kinase inhibitor",
    "antagonist": "antagonist",
    "agonist": "agonist",
    "blocker": "blocker",
    "blockade": "inhibitor",
    "degrader": "degrader",
    "modulator": "modulator",
}
BETWEEN = frozenset("tyrosine kinase receptor pathway checkpoint small molecule selective".split())
"""Words between a target and its inhibitor that belong to the name."""
QUALITIES = frozenset(
    "humanised humanized human chimeric bispecific murine igg igg1 igg4 kappa κ recombinant naked".split()
)
"""What may stand between a target and `antibody` without changing the class."""
CARRIERS = frozenset("antibody mab moab agent therapy drug treatment immunotherapy conjugate".split())
TARGETING = frozenset("targeting targeted directed".split())


def class_mentions(words: Words, known: Iterable[Mention]) -> Iterator[Mention]:
    """Find classes built from a target that the lexicon knows, or that is written like a gene or an enzyme."""
    targets = {mention.start: mention for mention in known if mention.kind == "Target"}
    ends = {mention.end: mention for mention in targets.values()}
    for i, text in enumerate(words.texts):
        lower = text.lower()
        if singular(lower) in ACTIONS:
            found = _acting(words, i, ends)
        elif lower == "anti":
            found = _against(words, i, targets)
        elif lower in TARGETING:
            found = _targeting(words, i, ends)
        else:
            found = None
        if found is not None:
            yield found


def _class(words: Words, start: int, end: int, name: str) -> Mention:
    return Mention(start, end, (Name(name, "DrugClass", name, Concept("DrugClass", name)),), 0.75, "class")


def _acting(words: Words, i: int, ends: Mapping[int, Mention]) -> Mention | None:
    """`EGFR inhibitors`, `EGFR tyrosine kinase inhibitor`, `matrix metalloproteinase inhibitor`."""
    at = i
    while at > 0 and (words.texts[at - 1].lower() in BETWEEN or words.texts[at - 1] in DASHES):
        at -= 1
    target = _target_ending(words, at, ends)
    if target is None:
        return None
    start, name = target
    middle = "".join(f"{w.lower()} " for w in words.texts[at:i] if w not in DASHES)
    return _class(words, start, i + 1, f"{name} {middle}{ACTIONS[singular(words.texts[i].lower())]}")


def _target_ending(words: Words, end: int, ends: Mapping[int, Mention]) -> tuple[int, str] | None:
    """Start and name of the target before token `end`."""
    opened = words.opened(end - 1)
    if opened is not None:
        return _target_ending(words, opened, ends)
    if end in ends:
        return ends[end].start, ends[end].names[0].preferred.lower()
    word = words.texts[end - 1] if end else ""
    if len(word) > 5 and word.lower().endswith("ase"):
        return end - 1, american(word.lower())
    if len(word) > 1 and word.isalnum() and sum(c.isupper() or c.isdigit() for c in word) > 1 and not word.isdigit():
        start = end - 3 if end > 2 and words.texts[end - 2] in DASHES and words.texts[end - 3].isupper() else end - 1
        return start, "".join(words.texts[start:end]).lower()
    return None


def _against(words: Words, i: int, targets: Mapping[int, Mention]) -> Mention | None:
    """`anti-CD38 monoclonal antibodies`, `anti–PD-1 therapy`."""
    start = i + 2 if words.texts[i + 1 : i + 2] and words.texts[i + 1] in DASHES else i + 1
    target = targets.get(start)
    if target is None:
        return None
    tail = _carrier(words, target.end)
    name = f"anti-{target.names[0].preferred.lower()}"
    return _class(words, i, tail[0], f"{name} {tail[1]}") if tail else None


def _targeting(words: Words, i: int, ends: Mapping[int, Mention]) -> Mention | None:
    """`BCMA-targeting agents`, `CD19-directed therapy`."""
    at = i - 1 if i > 0 and words.texts[i - 1] in DASHES else i
    target = ends.get(at)
    tail = _carrier(words, i + 1)
    if target is None or tail is None:
        return None
    name = f"{target.names[0].preferred.lower()}-{words.texts[i].lower()} {tail[1]}"
    return _class(words, target.start, tail[0], name)


def _conjugate(words: Words, at: int) -> int | None:
    """End of `-drug conjugates` behind an antibody."""
    dash, *rest = words.texts[at : at + 3] or ("",)
    found = dash in DASHES and rest[:1] == ["drug"] and rest[1:] and singular(rest[1].lower()) == "conjugate"
    return at + 3 if found else None


def _carrier(words: Words, at: int) -> tuple[int, str] | None:
    """End and normal form of `humanized monoclonal antibodies` and the like."""
    closed = words.closed(at)
    at = at if closed is None else closed + 1
    monoclonal = False
    for end in range(at, min(at + 8, len(words))):
        word = words.texts[end].lower()
        noun = singular(word) if word != "antibodies" else "antibody"
        if noun in CARRIERS:
            monoclonal = monoclonal or noun in {"mab", "moab"}
            noun = "antibody" if noun in {"mab", "moab"} else noun
            if noun == "antibody" and (conjugate := _conjugate(words, end + 1)):
                return conjugate, "antibody-drug conjugate"
            return end + 1, f"monoclonal {noun}" if monoclonal else noun
        if word == "monoclonal":
            monoclonal = True
        elif word not in QUALITIES and word not in DASHES and word != "drug":
            return None
    return None
