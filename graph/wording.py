"""A line of words for each claim, so that people can read the graph."""

from typing import Final

from pyoxigraph import BlankNode, NamedNode

from .iris import local_name
from .view import GraphView, Node, Properties, first

_UNITS: Final = {"percent": "%", "ratio": ""}
_MARKS: Final = {
    "serious": {"true": "serious", "false": "not serious"},
    "treatmentRelated": {"true": "related to treatment", "false": "unrelated to treatment"},
}


def claim_text(view: GraphView, claim: Node) -> str:
    """Say in words what a claim says: `isatuximab targets CD38`, or a result with its numbers."""
    about = view.properties(claim)
    kind = view.kind(claim)
    if kind == "LinkClaim":
        predicate = words(local_name(first(about, "predicate")))
        return f"{_named(view, about, 'subject')} {predicate} {_named(view, about, 'object')}"
    if kind == "Dosage":
        parts = (first(about, name) for name in ("amount", "unit", "route", "schedule"))
        return " ".join(part for part in (_named(view, about, "drug"), *parts) if part)
    heading = (group_text(view, about), result_text(view, about))
    return ": ".join(part for part in heading if part)


def words(name: str) -> str:
    """Split a name of the vocabulary into words.

    >>> words("hazardRatio")
    'hazard ratio'
    """
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def result_text(view: GraphView, about: Properties) -> str:
    """Say what was measured and what came out, without the arm."""
    grade = first(about, "grade")
    what = [_named(view, about, "endpoint"), words(local_name(first(about, "measure"))), _named(view, about, "event")]
    if grade and grade != "any":
        what.append(f"grade {grade}")
    what += [told.get(first(about, name), "") for name, told in _MARKS.items()]
    what.append(words(local_name(first(about, "consequence"))))
    figures = [_value(about), _interval(about), _p_value(about), first(about, "atTime")]
    return ", ".join(part for part in (" ".join(filter(None, what)), *figures) if part)


def _named(view: GraphView, about: Properties, name: str) -> str:
    for value in about.get(name, ()):
        return view.label(value) if isinstance(value, NamedNode | BlankNode) else first(about, name)
    return ""


def group_text(view: GraphView, about: Properties) -> str:
    """Say whose result it is: an arm, which against which, in what part of the patients."""
    group = _named(view, about, "arm") or _named(view, about, "trial")
    comparator = _named(view, about, "comparator")
    if comparator:
        group = f"{group} vs {comparator.rpartition(': ')[2]}"
    population = _named(view, about, "population")
    return f"{group} ({population})" if population else group


def _value(about: Properties) -> str:
    value, unit = first(about, "value"), first(about, "unit")
    unit = _UNITS.get(unit, f" {unit}" if unit else "")
    shown = f"{first(about, 'valueRelation')}{value}{unit}" if value else words(local_name(first(about, "status")))
    count, total = first(about, "count"), first(about, "total")
    if not count:
        return shown
    counts = f"{count} of {total}" if total else count
    return f"{shown} ({counts})" if shown else counts


def _interval(about: Properties) -> str:
    low, high = (first(about, name) or words(local_name(first(about, f"{name}Status"))) for name in ("ciLow", "ciHigh"))
    level = first(about, "ciLevel")
    return f"{level + '% ' if level else ''}CI {low or '?'} to {high or '?'}" if low or high else ""


def _p_value(about: Properties) -> str:
    p_value = first(about, "pValue")
    return f"p {first(about, 'pRelation') or '='} {p_value}" if p_value else ""
