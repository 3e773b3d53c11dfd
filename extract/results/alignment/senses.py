"""Which of two figures is of which arm by what the words say of them: better, lower, fallen.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...arms.registry import ArmEntry
from ...people import PEOPLE
from ...wordings import Wording
from ..figures.clusters import Cluster
from ..items import Item, Sentence, distinct
from ..measured.families import family

_REDUCED: Final = Wording(r"\b(?:reduc(?:ed|es)|decreas(?:ed|es)|lower(?:ed|s)|inhibit(?:ed|s)|fell|declined)\b")
_BETTER: Final = Wording(r"\b(?:better|improv\w+|longer|higher|superior|prolong\w+|increas\w+)\b", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"\b(lower|fewer|higher|more|greater|less|reductions?|decreases?|increases?|chang\w+|improve\w+)\b", re.IGNORECASE
)
_SEEN: Final = r"(?:occurred|developed|(?:was|were)\s(?:seen|observed|reported|noted|found))"
_MORE_IN: Final = re.compile(
    r"(?:\b(?:was|were)\s(?:[a-z]+ly\s)?(?:(?P<more>more\s(?:common|frequent|prevalent|severe|pronounced)|commoner|higher|increased"
    r"|greater|longer)|(?P<better>better|improved|superior)|(?P<worse>worse|inferior)"
    r"|less\s(?:common|frequent|prevalent|severe|pronounced)|rarer|lower|reduced|decreased|shorter)"
    rf"|\b{_SEEN}\s(?:[a-z]+ly\s)?(?:(?P<oftener>more)|less)\s(?:often|frequently|commonly)|\b(?P<most>prevailed|predominated))"
    rf"\s(?:in|with|for|among|on)\s(?:(?:the|those|{PEOPLE}|who|were|received|receiving|given|treated|taking|assigned|to|on|in"
    r"|with)\s)*$"
)
_BRACKETS: Final = re.compile(r"^[^()\[\]]*[)\]]|\([^()]*\)|\[[^\[\]]*\]")
_OTHER_CLAUSE: Final = re.compile(r";|\b(?:but|whereas|while|although|though|however|similar|did\snot|not)\b")
_MORE: Final = frozenset({"more", "excess", "higher", "greater"})
_LESS: Final = frozenset({"less", "fewer", "lower", "reduced"})
_MORE_OR_LESS: Final = re.compile(rf"\b(?:{'|'.join(sorted(_MORE | _LESS))})\b", re.IGNORECASE)
_MORE_IS_BETTER: Final = frozenset(
    {"response endpoint", "survival endpoint", "duration endpoint", "time to progression"}
)
_THAN: Final = re.compile(r"\bthan\s(?:(?:with|in|for|those|the|on|receiving|given)\s){0,3}$")
_IN_TURN: Final = re.compile(r",?\srespectively\s?[;,)\]]")
_COMMONEST: Final = Wording(r"\bmost\s(?:[a-z-]+\s){0,4}?(?:common|frequent)|\bcommonest\b", re.IGNORECASE)
_COMPARES: Final = re.compile(
    r"\b(?:than|versus|vs|v|compared|respectively|more|less|fewer|both|either|each|differ\w*|similar|placebo|control)\b"
)
_NEXT_TO: Final = re.compile(r"\s?[,;]\s?")
_PAIR: Final = 2


def by_sense(sentence: Sentence, cluster: Cluster, pair: tuple[ArmEntry, ...]) -> tuple[ArmEntry, ...]:
    """The arms in the order that lets what is compared have the better figure; none where it is not said to."""
    first, second = (figure.quantity.value for figure in cluster.figures)
    reached = all(s.concept is not None and is_better_higher(s.concept.name) for s in cluster.subjects)
    better = _BETTER.search(sentence.whole, sentence.start, cluster.figures[0].start)
    if not (better and cluster.subjects and reached) or first is None or second is None:
        return ()
    return pair if first > second else pair[::-1]


def as_worded(
    sentence: Sentence, cluster: Cluster, reference: Item, group: tuple[ArmEntry, ...]
) -> tuple[ArmEntry, ...]:
    """`compared with B, the rate was lower for A (43% v 19%)`: the lower figure is that of A, wherever it stands."""
    first, second = (figure.quantity.value for figure in cluster.figures[:_PAIR])
    said = [word.lower() for word in _TOLD.findall(sentence.gap(reference.end, cluster.figures[0].start))]
    if len(cluster.figures) != _PAIR or first is None or second is None or first == second:
        return group
    if said in (["lower"], ["fewer"]):
        return group if first < second else group[::-1]
    return group if said != ["higher"] or first > second else group[::-1]


def as_told_behind(
    sentence: Sentence, cluster: Cluster, behind: list[Item], entries: tuple[ArmEntry, ...]
) -> tuple[ArmEntry, ...]:
    """`nausea (2% v 9%) and rash (1% v 7%) were more frequent with A`: the higher figure is that of A."""
    gap = _BRACKETS.sub("", sentence.gap(cluster.figures[-1].end, behind[0].start))
    said = _MORE_IN.search(gap) if len(distinct(behind)) == 1 and not _OTHER_CLAUSE.search(gap) else None
    first, second = (figure.quantity.value for figure in cluster.figures)
    if said is None or first is None or second is None or first == second:
        return ()
    more = bool(said["more"] or said["oftener"] or said["most"])
    if said["better"] or said["worse"]:
        wanted = [s.concept is not None and is_better_higher(s.concept.name) for s in cluster.subjects]
        if not (all(wanted) or all(s.kind == "event" for s in cluster.subjects)):
            return ()
        more = all(wanted) is (said["better"] is not None)
    arm, other = behind[0].arms[0], next(e for e in entries if e is not behind[0].arms[0])
    return (arm, other) if (first > second) is more else (other, arm)


def all_but_reference(
    sentence: Sentence, cluster: Cluster, named: list[Item], group: tuple[ArmEntry, ...]
) -> tuple[ArmEntry, ...]:
    """`A and B had higher rates than C (52% and 46%, respectively)`: the figures are of all but the last arm."""
    alone = len(group) == len(cluster.figures) + 1 > _PAIR and group[-1] is named[-1].arms[0]
    than = alone and _THAN.search(sentence.gap(sentence.start, named[-1].start))
    return group[:-1] if than and _IN_TURN.match(sentence.whole, cluster.figures[-1].end, sentence.end) else ()


def are_of_one_list(sentence: Sentence, cluster: Cluster) -> bool:
    """`The most common events with A were nausea (72%, 9%)`: of all grades and of the worse ones, of no other arm."""
    first, second = cluster.figures
    if not _NEXT_TO.fullmatch(sentence.gap(first.end, second.start)) or not _COMMONEST.search(sentence.text):
        return False
    named = distinct([i for i in sentence.items if i.kind == "arm"])
    return len(named) == 1 and not _COMPARES.search(sentence.text)


def is_better_higher(endpoint: str) -> bool:
    """Whether more of an endpoint is better: of a response, of survival."""
    return bool(_MORE_IS_BETTER & family(endpoint)) and endpoint != "progressive disease"


def against_sense(sentence: Sentence, cluster: Cluster) -> bool:
    """`A reduced it (56 ± 3 v 44 ± 2 ng/mL)`: before and after, or by how much it fell: not of two arms."""
    first, second = (figure.quantity for figure in cluster.figures)
    if first.name != "mean" or first.value is None or second.value is None or first.value < second.value:
        return False
    return _REDUCED.search(sentence.gap(cluster.start, cluster.figures[0].start)) is not None


def is_contradicted(sentence: Sentence, cluster: Cluster) -> bool:
    """`more rash was seen with A (5% v 9%)`: whether the first figure, that of the arm named, is not the larger."""
    first, second = (figure.quantity.value for figure in cluster.figures)
    said = {word.lower() for word in _MORE_OR_LESS.findall(sentence.gap(cluster.start, cluster.figures[0].start))}
    if first is None or second is None or first == second or not all(s.kind == "event" for s in cluster.subjects):
        return False
    return (first < second and said <= _MORE and bool(said)) or (first > second and said <= _LESS and bool(said))
