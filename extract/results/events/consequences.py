"""What came of an adverse event: its own name says it, or words near by.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ....ontology.facts import Consequence
from ..figures.clusters import Cluster
from ..figures.figure import Figure
from ..items import Item, Sentence
from ..measured.event_names import is_any
from .part_counts import is_of_part

CONSEQUENCES: Final[tuple[tuple[str, Consequence], ...]] = (
    ("discontinu", "discontinuation"), ("withdr", "discontinuation"), ("stopp", "discontinuation"),
    ("dropped", "discontinuation"), ("dropout", "discontinuation"), ("drop-out", "discontinuation"),
    ("dose reduction", "doseReduction"),
    ("interrupt", "interruption"), ("delay", "interruption"), ("postpone", "interruption"),
    ("fatal", "fatal"), ("death", "fatal"), ("died", "fatal"),
    ("hospitali", "hospitalization"),
)  # fmt: skip
_REASONS: Final = re.compile(r"\s*(?:because of|due to|owing to)\b(?:[^.;]|\.\d)*$|\s(?:of|from)\s(?:[a-z-]+\s){0,2}$")
"""`was stopped because of progression in 21 patients, adverse events in 14`: all that is listed were reasons.

So is what stands right behind: `died of toxicity in five patients on A and two on B`.
"""
_NOT_OF_IT: Final = re.compile(r"\b(?:except|exception|similar|comparable|rare|uncommon|infrequent|whereas|while)\b|;")
_MANAGED: Final = re.compile(
    r"\b(?:(?:managed|controlled|treated|resol\w+|improv\w+|revers\w+|handled|manageable|recover\w+)\s(?:\w+\s)?"
    r"(?:by|with|through|after|on|upon|following)|after|following|despite|without)\s(?:[\w-]+\s){0,2}$"
)
"""`46%, which improved after dose reduction`: what was done about the event is not what came of it."""
_OTHER_CLAUSE: Final = re.compile(r"[^\d;]*;")
"""`cardiac death was rare; diarrhea`: a clause without a figure tells nothing of the next."""
_CAUSED: Final = re.compile(r"\b(?:due to|owing to|because of|as a result of|for)\s")
"""`dose reductions in 7% due to anemia`: what came of the event stands before its figure."""
_DENIED: Final = re.compile(r";|\b(?:but|no|not|none|without)\b")
_NO: Final = re.compile(r"\b(?:no|without)\s+$", re.IGNORECASE)
_FIGURE: Final = re.compile(r"\s*(?:[(\[]|(?:occurred\s+)?in\s)\s*\d")
_DIED_FROM: Final = re.compile(
    r"\bdeaths\b[^.;:]{0,60}?(?:\s(?:including|of which)|,|\s\()\s?$|\bdied:\s(?:[^.;:]{3,60},? (?:and )?)?$"
)
_FROM: Final = re.compile(r"\s(?:were\s|was\s)?(?:of|from|due to|because of|caused by)\s(?:an?\s)?")
"""`15 deaths, including 5 from bleeding`"""
_FATAL: Final = re.compile(r"fatal|death|died")
_BESIDE: Final = re.compile(r"[^;]*[(\[]\d[^()\[\]]*[)\]](?:,|,?\s(?:and|or|but)\b)\s(?:[\w-]+\s){0,4}")
"""`death (4% vs 5%) but not stroke (2% vs 1%)`: each has figures of its own."""
_NEAR: Final = 45
_LEADING: Final = re.compile(r"\s(?:leading|(?:that\s|which\s)?led|resulting)\s(?:to|in)\s(?:[a-z]+\s){0,3}")
_WERE: Final = re.compile(r"[^.;,()%\d]{0,80}?\s(?:were|was|included|being):?\s(?:[a-z]+\s)?")
_NEXT_CLAUSE: Final = re.compile(r";|\b(?:was|were|occurred|had|reported|seen|observed)\b")


def consequence_of(sentence: Sentence, cluster: Cluster, subject: Item, figure: Figure) -> Consequence | None:
    """What came of an event: its own name says it, or words near by."""
    own = [i for i in sentence.between(subject.start, subject.end, "consequence") if _FATAL.match(i.text)]
    own = own or _deaths_from(sentence, subject)
    if own:
        near = own
    elif subject.start > figure.end:
        reach = min(subject.end + _NEAR, max(cluster.limit, subject.end))
        caused = _CAUSED.search(sentence.gap(figure.end, subject.start))
        earliest = max(cluster.start, sentence.start) if caused else figure.end
        near = [i for i in sentence.items if i.kind == "consequence" and earliest <= i.start <= reach]
        near = [i for i in near if not _DENIED.search(sentence.gap(subject.end, i.start))]
    else:
        following = sentence.between(cluster.figures[-1].end, cluster.limit, "event", "endpoint", "serious")
        limit = following[0].start if following else cluster.limit
        near = sentence.between(max(cluster.start, sentence.start), limit, "consequence")
        near = [i for i in near if abs(i.start - subject.end) < 90 or i.end <= figure.start]
        near = [i for i in near if not _NOT_OF_IT.search(sentence.gap(i.end, subject.start))]
        near = [i for i in near if not _DENIED.search(sentence.gap(cluster.figures[-1].end, i.start))]
        near = [i for i in near if not _is_of_next(sentence, i, subject)]
        near = [i for i in near if not _MANAGED.search(sentence.gap(cluster.figures[-1].end, i.start))]
        before = sentence.between(sentence.start, figure.start, "consequence")
        near = near or [i for i in before if _REASONS.match(sentence.gap(i.end, subject.start))]
        if not near and not is_any(subject.concept):
            near = [i for i in before if _led_to_by_list(sentence, i, subject)]
        if not near and not is_any(subject.concept):
            near = [i for i in before if _FATAL.match(i.text) and not _is_beside(sentence, i, subject)]
            near = [i for i in near if not _OTHER_CLAUSE.match(sentence.gap(i.end, subject.start))]
    caused_it = subject.start > figure.end and _FROM.fullmatch(sentence.gap(figure.end, subject.start))
    if caused_it and _DIED_FROM.search(sentence.gap(sentence.start, figure.start)):
        return "fatal"
    counted = figure.quantity.count if figure.quantity.count is not None else figure.quantity.value
    whole = [i for i in near if not (is_of_part(sentence, i.start, counted) or _is_denied(sentence, i))]
    whole = [i for i in whole if i.start < figure.end or not _FIGURE.match(sentence.whole, i.end, sentence.end)]
    whole.sort(key=lambda i: max(i.start - subject.end, subject.start - i.end))
    return next((c for item in whole for stem, c in CONSEQUENCES if stem in item.text), None)


def _deaths_from(sentence: Sentence, subject: Item) -> list[Item]:
    """`three deaths from toxicity with A and none with B`: what is counted of each arm are deaths."""
    before = sentence.between(sentence.start, subject.start, "consequence")[-1:]
    return [i for i in before if _FATAL.match(i.text) and _FROM.fullmatch(sentence.gap(i.end, subject.start))]


def _led_to_by_list(sentence: Sentence, came: Item, subject: Item) -> bool:
    """`the adverse events leading to discontinuation were x (5%) and y (4%)`: what came of all that are listed."""
    heads = [i for i in sentence.between(sentence.start, subject.start, "event") if is_any(i.concept)]
    if not any(i.start < came.start <= i.end or _LEADING.fullmatch(sentence.gap(i.end, came.start)) for i in heads):
        return False
    first = sentence.between(came.end, subject.end, "event")[0]
    listed = _WERE.fullmatch(sentence.gap(came.end, first.start))
    return bool(listed) and not _NEXT_CLAUSE.search(sentence.gap(first.end, subject.start))


def _is_of_next(sentence: Sentence, fatal: Item, subject: Item) -> bool:
    """`infections in 9%, and fatal infections in 2%`: a word right before another event is of that one."""
    later = sentence.between(max(fatal.end, subject.end), sentence.end, "event")[:1]
    return fatal.text == "fatal" and any(sentence.gap(fatal.end, i.start).isspace() for i in later)


def _is_denied(sentence: Sentence, consequence: Item) -> bool:
    """`no deaths occurred, and nausea was rare (3%)`."""
    return bool(_NO.search(sentence.gap(max(sentence.start, consequence.start - _NEAR), consequence.start)))


def _is_beside(sentence: Sentence, death: Item, subject: Item) -> bool:
    """Whether deaths and an event are told one after the other: of the deaths no event is named before it."""
    named = any(not is_any(i.concept) for i in sentence.between(death.end, subject.start, "event"))
    return not named and _BESIDE.fullmatch(sentence.gap(death.end, subject.start)) is not None
