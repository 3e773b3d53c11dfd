"""Comparisons of arms, in the columns that R's meta and metafor take: metagen, metabin, rma.

A ratio is on the scale of its natural logarithm, standard error and limits as well. Events are counted in two arms for
the same question; they are paired where documents tell which arm is the control, and no document counts otherwise.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log
from statistics import NormalDist
from typing import Final

from pyoxigraph import NamedNode

from .iris import local_name, tg
from .view import GraphView, Properties, Term, first, plain

Effect = Mapping[str, Sequence[Term] | str]
"""Terms to be told, or figures, by column."""
COLUMNS: Final = (
    "studlab", "registry_id", "outcome", "sm", "grade", "serious", "treatment_related", "consequence", "population",
    "at_time", "analysis_set", "assessed_by", "treat.e", "treat.c", "event.e", "n.e",
    "event.c", "n.c", "TE", "seTE", "lower", "upper", "data_cutoff", "superseded", "claims",
)  # fmt: skip
_RATIOS: Final = {"hazardRatio": "HR", "oddsRatio": "OR", "relativeRisk": "RR"}
_COUNTED: Final = ("OutcomeResult", "AdverseEventResult")
_ROLES: Final = ("experimental", "control")
_Stated = list[tuple[NamedNode, Properties]]
_QUESTION: Final = (
    "trial", "endpoint", "event", "measure", "grade", "population", "atTime", "serious", "treatmentRelated",
    "consequence", "analysisSet", "assessedBy", "dataCutoff",
)  # fmt: skip


def effects(view: GraphView) -> Iterator[Effect]:
    """Give the ratios with their intervals, and the arms whose events can be compared."""
    for claim in view.of_kind("OutcomeResult"):
        about = view.properties(claim)
        figures = log_interval(*(first(about, name) for name in ("value", "ciLow", "ciHigh", "ciLevel")))
        of_arms = "comparator" in about and local_name(first(about, "measure")) in _RATIOS
        if figures and of_arms and _holds(view, claim, about):
            yield {
                **_described(view, about, [claim]),
                "sm": _RATIOS[local_name(first(about, "measure"))],
                "treat.e": _given(view, about.get("arm", ())),
                "treat.c": _given(view, about.get("comparator", ())),
                **dict(zip(("TE", "seTE", "lower", "upper"), figures, strict=True)),
            }
    yield from _counts(view)


def log_interval(value: str, low: str, high: str, level: str) -> tuple[str, ...]:
    """Give the logarithm of a ratio, its standard error, and those of its limits; empty where the figures don't tell.

    The standard error is (ln high - ln low) / 2z, z being the quantile for the level (Cochrane Handbook 6, 6.3.2).

    >>> log_interval("0.53", "0.32", "0.89", "99")
    ('-0.634878', '0.198558', '-1.139434', '-0.116534')
    """
    try:
        figures = [float(text or 0) for text in (value, low, high, level)]
    except ValueError:
        return ()
    if min(figures) <= 0 or figures[3] >= 100 or figures[1] >= figures[2]:
        return ()
    logs = [log(figure) for figure in figures[:3]]
    error = (logs[2] - logs[1]) / 2 / NormalDist().inv_cdf(0.5 + figures[3] / 200)
    return tuple(f"{figure:.6f}" for figure in (logs[0], error, *logs[1:]))


def _counts(view: GraphView) -> Iterator[Effect]:
    questions: defaultdict[str, defaultdict[NamedNode, list[tuple[NamedNode, Properties]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for kind in _COUNTED:
        for claim in view.of_kind(kind):
            about = view.properties(claim)
            arms = [arm for arm in about.get("arm", ()) if isinstance(arm, NamedNode)]
            if len(arms) == 1 and "comparator" not in about and _holds(view, claim, about):
                question = repr([kind, *(sorted(map(plain, about.get(name, ()))) for name in _QUESTION)])
                questions[question][arms[0]].append((claim, about))
    for _, by_arm in sorted(questions.items()):
        sides = {role: [arm for arm in sorted(by_arm, key=str) if _role(view, arm) == role] for role in _ROLES}
        for experimental in sides["experimental"]:
            for control in sides["control"]:
                yield from _pair(view, experimental, by_arm[experimental], control, by_arm[control])


def _pair(
    view: GraphView, experimental: NamedNode, one: _Stated, control: NamedNode, other: _Stated
) -> Iterator[Effect]:
    counts = [{(first(about, "count"), first(about, "total")) for _, about in side} for side in (one, other)]
    if not all(len(found) == 1 and all(map(str.isdecimal, min(found))) for found in counts):
        return
    ((events, patients),), ((control_events, control_patients),) = counts
    yield {
        **_described(view, one[0][1], [claim for claim, _ in (*one, *other)]),
        "treat.e": _given(view, [experimental]),
        "treat.c": _given(view, [control]),
        **{"event.e": events, "n.e": patients, "event.c": control_events, "n.c": control_patients},
    }


def _described(view: GraphView, about: Properties, claims: Sequence[NamedNode]) -> dict[str, Sequence[Term] | str]:
    trials = [trial for trial in about.get("trial", ()) if isinstance(trial, NamedNode)]
    superseded = any(view.subjects(tg("supersedes"), claim) for claim in claims)
    return {
        "studlab": trials,
        "registry_id": [number for trial in trials for number in view.values(trial, tg("registryId"))],
        "outcome": [*about.get("endpoint", ()), *about.get("event", ())],
        "grade": about.get("grade", ()),
        "serious": about.get("serious", ()),
        "treatment_related": about.get("treatmentRelated", ()),
        "consequence": about.get("consequence", ()),
        "population": about.get("population", ()),
        "at_time": about.get("atTime", ()),
        "analysis_set": about.get("analysisSet", ()),
        "assessed_by": about.get("assessedBy", ()),
        "data_cutoff": about.get("dataCutoff", ()),
        "superseded": str(superseded).lower(),
        "claims": " ".join(sorted(claim.value for claim in claims)),
    }


def _holds(view: GraphView, claim: NamedNode, about: Properties) -> bool:
    """Tell whether a document affirms a claim, and its value is one, not a limit."""
    return "valueRelation" not in about and any(one.assertion == "affirmed" for one in view.sentences(claim))


def _role(view: GraphView, arm: NamedNode) -> str:
    """Give the role that documents agree on, empty where there is none."""
    roles = {local_name(plain(role)) for role in view.values(arm, tg("role"))}
    return roles.pop() if len(roles) == 1 else ""


def _given(view: GraphView, arms: Sequence[Term]) -> list[Term]:
    return [given for arm in arms if isinstance(arm, NamedNode) for given in view.values(arm, tg("regimen"))]
