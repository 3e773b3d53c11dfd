"""Which part of an arm a figure is for: the population named right after it, before it, or in force from before."""

import re
from typing import Final

from ...arms.registry import ArmEntry
from ...people import PEOPLE
from ...wordings import Wording
from ..figures.clusters import NEXT_PART, Cluster
from ..figures.figure import Figure
from ..items import Item, Sentence

_LABELLED: Final = Wording(
    r"(?:(?P<header>[^;:,\[\]()]{1,80}?)\s*[(\[](?:[^()\[\]]|\([^()]*\)|\[[^\[\]]*\]){0,300}?)?(?:(?<=[;(\[])"
    r"|(?<=[;(\[] ))(?P<label>[^;:\[\]]{2,60}?)\s*:\s*$"
)
_PARTED: Final = Wording(r"\b(?:regardless|irrespective|independent(?:ly)?) of\b|\b(?:according to|stratified by)\b")
_BEFORE: Final = re.compile(r"(?:prior|previous|earlier|no|without|with)\s", re.IGNORECASE)
_OPENING: Final = re.compile(r"[(\[](?P<label>[A-Za-z≥≤<>][^();:,\[\]]{2,40}):\s(?:[^()\[\]]|\([^()]*\))*$")
_TITLED: Final = re.compile(
    r"(?:[(\[]|[)\].\d];)\s?(?:in\s)?(?:the\s)?(?P<label>(?P<kind>[\w+>=<≥≤./-]+(?:\s[\w+>=<≥≤./-]+){0,3}?)\s"
    rf"(?:(?:sub-?)?(?:population|cohort|group)|{PEOPLE}|tumou?rs|disease)"
    r"|[\w.+/-]+-(?:positive|negative|mutated|mutant|deficient|proficient|high|low)|overall|ITT):\s",
    re.IGNORECASE,
)
"""`longer with A (pMMR population: 6.6 v 3.8 months, …; overall: 7.2 v 3.8 months)`: what a bracket tells in parts."""
_CLOSED: Final = re.compile(r"^[^()\[\]]*(?:(?:\([^()]*\)|\[[^\[\]]*\])[^()\[\]]*)*[)\]]")
_WHOLE: Final = re.compile(r"(?:overall|all|ITT|total|entire|whole|full|intention-to-treat)\b.*", re.IGNORECASE)
_ALL: Final = re.compile(
    r"[;,]?\s*(?:per |by |in the )?(?:ITT\b|intent(?:ion)?[- ]to[- ]treat\b)"
    r"|[)\]]?\s(?:of|in|for|among) (?:all|the (?:overall|entire|whole|total)) (?:\d+ )?"
    rf"(?:{PEOPLE}|population|cohort)\b(?! with)"
)
_OPENED: Final = re.compile(rf"\s*(?:sub-?(?:groups?|types?)|{PEOPLE}|disease|tumou?rs?|cancers?)?\s*[(\[]")
_IN_BRACKET: Final = re.compile(rf"{_OPENED.pattern}[^()\[\]]*")
_NAMED: Final = frozenset({"arm", "regimen", "treatment", "endpoint", "event", "absorber", "quantity", "population"})
_RIGHT_AFTER: Final = re.compile(
    r"(?:[;,]\s*[Pp]\s*[<=>]\s*[\d.]+)?[)\]\s,]*"
    rf"(?:\((?:[^()]*)\)\s*)?(?:in|for|among|of|with)\s+(?:the |{PEOPLE} |those |with |who |had "
    r"|were |all )*",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(r"\s*[)\]]{0,2}\s+(?:in|for|among|during|over)\s+(?:[a-z]+\s+){0,3}")
"""`5% v 9% (HR 0.5; P = .02) in women and 7% v 8% …`: what stands right behind figures is of them."""
_PAIR: Final = re.compile(r"(?P<first>\S+) and (?P<second>\S+)(?P<shared> .+|)")
_RESPECTIVELY: Final = re.compile(r",?\s*respectively\b")
_NOT_IN: Final = re.compile(
    r";|,\sincluding\b|\bhowever\b|\b(?:not|especially|particularly|in particular|notably)\s(?:in|for|among|with)\b"
    r"|\bexcept\s(?:in|for)\b",
    re.IGNORECASE,
)
_SHUT: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SECOND: Final = 1
_VALUES: Final = frozenset({"number", "share", "duration"})


def population_of(sentence: Sentence, figure: Figure, cluster: Cluster, arm: ArmEntry | None) -> str:
    """The population of a value, with the dose or schedule where arms differ by nothing else."""
    return with_variant(figure.population or _population(sentence, figure, cluster), arm)


def population_of_ratio(sentence: Sentence, figure: Figure, clusters: list[Cluster], arm: ArmEntry) -> str:
    """The population of a ratio: its own label, or that of the values printed before it, or of its place."""
    later = [
        i.start
        for i in sentence.between(figure.end, sentence.end, "quantity")
        if i.quantity and i.quantity.kind in _VALUES
    ]
    earlier = [c for c in clusters if c.figures[-1].end <= figure.start]
    edge = earlier[-1].figures[-1].end if earlier else sentence.start
    place = Cluster([figure], start=edge, limit=later[0] if later else sentence.end)
    if beside := _bracketed(sentence, figure):
        return with_variant(beside, arm)
    own = _population(sentence, figure, place)
    if (
        earlier
        and not sentence.between(edge, figure.start, "population")
        and not _right_after(sentence, figure, place.limit)
    ):
        own = _labelled(sentence, figure) or _population(sentence, earlier[-1].figures[0], earlier[-1])
    return with_variant(own, arm)


def _bracketed(sentence: Sentence, figure: Figure) -> str:
    """`in women (HR 0.6), in men (HR 0.7)`: the part of the patients behind which the bracket of a ratio stands."""
    before = sentence.between(sentence.start, figure.start, "population")[-1:]
    gap = sentence.gap(before[0].end, figure.start) if before else ""
    return before[0].text if _IN_BRACKET.fullmatch(gap) else ""


def with_variant(population: str, arm: ArmEntry | None) -> str:
    """A population with the dose or schedule of an arm that differs from another by nothing else."""
    return ", ".join(filter(None, (arm.variant if arm else "", population)))


def _population(sentence: Sentence, figure: Figure, cluster: Cluster) -> str:
    """Right after the figure; before it, then after it, in its cluster; before; after in its clause; carried."""
    if _ALL.match(sentence.whole, figure.end, sentence.end):
        return ""
    if labelled := _labelled(sentence, figure):
        return labelled
    if inside := sentence.between(figure.quantity.end, figure.end, "population"):
        return inside[0].text  # 90% of patients with stage II disease (95% CI 84-93)
    right_after = _right_after(sentence, figure, cluster.limit)
    if right_after and not _tells(cluster, right_after):
        return right_after.text
    before = [
        p for p in sentence.between(cluster.start, figure.start, "population") if not _is_past(sentence, cluster, p)
    ]
    leading = sentence.between(sentence.start, figure.start, "population")
    leading, before = ([p for p in told if not _has_own_figure(sentence, figure, p)] for told in (leading, before))
    after = [
        p
        for p in sentence.between(figure.end, cluster.limit, "population")
        if not (_is_elsewhere(sentence, figure, p) or _tells(cluster, p))
    ]
    consumed = leading and any(_is_past(sentence, cluster, p) for p in leading)
    for found in (before[-1:], after[:1] if consumed or not leading else [], leading[-1:]):
        if found:
            return _in_turn(sentence, cluster.figures[0], found[0])
    following = [p for p in sentence.between(figure.end, sentence.end, "population") if not _tells(cluster, p)]
    if (
        following
        and ";" not in sentence.gap(figure.end, following[0].start)
        and not _is_elsewhere(sentence, figure, following[0])
        and not _valued(sentence, figure, following[0])
    ):
        return following[0].text
    return sentence.population


def _tells(cluster: Cluster, population: Item) -> bool:
    """`40% of patients achieving a response`: the words name what the figures are of, and no part of the patients."""
    return any(population.start <= s.start and s.end <= population.end for s in cluster.subjects)


def _in_turn(sentence: Sentence, figure: Figure, population: Item) -> str:
    """`In patients with 2 and ≥3 prior lines, respectively, … 11.0 v 5.7 … and 5.8 v 3.7`: each pair has its own."""
    pair = _PAIR.fullmatch(population.text)
    if pair is None or not _RESPECTIVELY.match(sentence.gap(population.end, sentence.end)):
        return population.text
    earlier = sentence.between(population.end, figure.start, "versus")
    mine = pair["first"] if len(earlier) < _SECOND else pair["second"]
    return f"{mine}{pair['shared']}"


def _valued(sentence: Sentence, figure: Figure, population: Item) -> bool:
    """Whether another value stands between a figure and a population behind it, with which the population goes."""
    between = sentence.between(figure.end, population.start, "quantity")
    return any(i.quantity is not None and i.quantity.kind in _VALUES for i in between)


def _is_elsewhere(sentence: Sentence, figure: Figure, population: Item) -> bool:
    """`improved survival (0.5) but not in patients with metastases`: named in a denial, or in the next clause."""
    gap = _SHUT.sub("", sentence.gap(figure.end, population.start))
    behind = re.split(r"[)\]]", gap)[-1]
    return bool(_NOT_IN.search(behind)) or sentence.gap(population.end, population.end + 1) == ":"


def _is_past(sentence: Sentence, cluster: Cluster, population: Item) -> bool:
    """Whether a population before a cluster belongs to the figures before: right behind them, or behind their arm."""
    told = [i for i in sentence.items if i.quantity is not None and i.end <= population.start]
    beside = told and told[0].start < cluster.start and _BEHIND.fullmatch(sentence.gap(told[-1].end, population.start))
    if beside and NEXT_PART.match(_SHUT.sub("", sentence.gap(population.end, cluster.figures[0].start))):
        return True
    figures = [
        i for i in sentence.items if i.quantity is not None and i.quantity.kind in _VALUES and i.end <= population.start
    ]
    arms = sentence.between(figures[-1].end, cluster.figures[0].start, "arm") if figures else []
    return any(arm.start <= population.start for arm in arms)


def _has_own_figure(sentence: Sentence, figure: Figure, population: Item) -> bool:
    """`9.8 months with A (11.2 months in never-smokers) and 7.1 with B`: a part named in a bracket with its figure."""
    opened = sentence.bracket_at(population.start)
    if opened is None or opened == sentence.bracket_at(figure.start):
        return False
    told = sentence.between(opened, population.start, "quantity")
    return any(i.quantity is not None and i.quantity.kind in _VALUES for i in told)


def _right_after(sentence: Sentence, figure: Figure, limit: int) -> Item | None:
    after = sentence.between(figure.end, limit, "population")
    return after[0] if after and _RIGHT_AFTER.fullmatch(sentence.gap(figure.end, after[0].start)) else None


def _labelled(sentence: Sentence, figure: Figure) -> str:
    """`prior chemotherapy [no: 0.51 …; yes: 1.13 …]` in a sentence about subgroups."""
    found = _LABELLED.search(sentence.gap(sentence.start, figure.start)) if "subgroup" in sentence.text else None
    if found is None:
        return _opening(sentence, figure) or _titled(sentence, figure)
    return " ".join(filter(None, (found["header"], found["label"]))).strip()


def _titled(sentence: Sentence, figure: Figure) -> str:
    """The last label before a figure in its bracket; none where that is of everybody, or names an arm."""
    titles = list(_TITLED.finditer(sentence.gap(sentence.start, figure.start))) if ":" in sentence.text else []
    if not titles or _WHOLE.fullmatch(titles[-1]["label"]):
        return ""
    start, end = (sentence.start + place for place in titles[-1].span("label"))
    named = any(i.start < end and start < i.end and i.kind in _NAMED - {"population"} for i in sentence.items)
    closed = _CLOSED.search(sentence.gap(end, figure.start))
    return "" if named or closed else titles[-1]["kind"] or titles[-1]["label"]


def _opening(sentence: Sentence, figure: Figure) -> str:
    """`regardless of sex (women: 11 vs 3 months, 0.34) (men: 12 vs 5 months)`: the label that opens the bracket."""
    found = _OPENING.search(sentence.gap(sentence.start, figure.start)) if _PARTED.search(sentence.text) else None
    if found is None:
        return ""
    start, end = (sentence.start + place for place in found.span("label"))
    named = [i for i in sentence.items if i.start < end and start < i.end and i.kind in _NAMED - {"population"}]
    return found["label"] if not named or _BEFORE.match(found["label"]) else ""
