"""Tables for spreadsheets and for meta-analysis: one row per trial, arm, result, comparison, dose or relation.

`yi` and `sei` of a ratio are its natural logarithm and standard error, as R's metafor takes them; see `effects`.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Store, Triple

from .effects import COLUMNS, effects, log_interval
from .iris import DCTERMS, XSD, local_name, tg
from .tabular import clean
from .view import GraphView, Properties, Term, first

_ABOUT: Final = ("trial", "registry_id", "arm")
_EVIDENCE: Final = ("assertion", "confidence", "documents", "sources", "quote", "claim")
TABLES: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "trials": ("Trial", (
        "trial", "registry_id", "phase", "design", "studies", "enrolled", "site_count", "country_count", "sponsor",
        "primary_endpoint", "secondary_endpoint", "median_follow_up", "data_cutoff", "randomization_ratio",
        "prior_lines",
    )),
    "arms": ("Arm", (*_ABOUT, "size", "role", "alt_label")),
    "outcomes": ("OutcomeResult", (
        *_ABOUT, "comparator", "endpoint", "measure", "population", "at_time", "value_relation", "value", "unit",
        "status", "count", "total", "ci_low", "ci_low_status", "ci_high", "ci_high_status", "ci_level", "p_relation",
        "p_value", "p_sides", "analysis_set", "assessed_by", "data_cutoff", "median_follow_up", "yi", "sei",
        "superseded", *_EVIDENCE,
    )),
    "adverse_events": ("AdverseEventResult", (
        *_ABOUT, "event", "grade", "population", "value_relation", "value", "count", "total", "serious",
        "treatment_related", "consequence", "data_cutoff", "superseded", *_EVIDENCE,
    )),
    "effects": ("", COLUMNS),
    "doses": ("Dosage", ("trial", "registry_id", "drug", "amount", "unit", "route", "schedule", *_EVIDENCE)),
    "relations": ("LinkClaim", ("subject_kind", "subject", "predicate", "object_kind", "object", *_EVIDENCE)),
}  # fmt: skip
"""Name of a table → class of the vocabulary (none for comparisons), columns."""
_RATIOS: Final = {"hazardRatio", "oddsRatio", "relativeRisk"}
_SOURCE: Final = NamedNode(f"{DCTERMS}source")
_FORMULA: Final = re.compile(r"[=+\-@＝＋－＠]")
_DATE_OR_TIME: Final = re.compile(r"\d{1,2}([-:]\d{1,2}){1,2}")
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?|true|false")
_NUMBERS: Final = {f"{XSD}{name}" for name in ("decimal", "integer", "boolean")}


def write_tables(store: Store, files: Sequence[Path]) -> None:
    """Write the tables as CSV in the order of `TABLES`: UTF-8, one header line, rows sorted."""
    rows = Rows(GraphView(store))
    for path, (kind, columns) in zip(files, TABLES.values(), strict=True):
        with path.open("w", encoding="utf-8", newline="") as output:
            table = csv.writer(output, lineterminator="\n")
            table.writerow(columns)
            table.writerows(rows.of_kind(kind, columns))


def safe_cell(text: str) -> str:
    """Put a document's text on one line that no spreadsheet takes for a formula, a date or a time of day.

    >>> safe_cell("=HYPERLINK(A1)"), safe_cell("grade 3-4"), safe_cell("3-4"), safe_cell("3:2")
    ("'=HYPERLINK(A1)", 'grade 3-4', '3–4', '3 to 2')
    """
    line = clean(text)
    if _DATE_OR_TIME.fullmatch(line):
        return line.replace("-", "–").replace(":", " to ")
    return f"'{line}" if _FORMULA.match(line) else line


class Rows:
    """Makes rows; what documents say is made safe by a function, numbers stay numbers."""

    def __init__(self, view: GraphView, safe: Callable[[str], str] = safe_cell) -> None:
        self._view, self._safe = view, safe

    def of_kind(self, kind: str, columns: Sequence[str]) -> list[list[str]]:
        """Give the rows of a table, sorted."""
        if kind:
            return sorted(self._row(node, columns) for node in self._view.of_kind(kind))
        return sorted([self._told(effect.get(column, "")) for column in columns] for effect in effects(self._view))

    def _told(self, cell: Sequence[Term] | str) -> str:
        return cell if isinstance(cell, str) else self._cell(cell)

    def _row(self, node: NamedNode, columns: Sequence[str]) -> list[str]:
        about = self._view.properties(node)
        known = self._identity(node, about)
        if "claim" in columns:
            known |= self._evidence(node)
        if "yi" in columns:
            known |= self._effect(about)
        return [
            known[column] if column in known else self._cell(about.get(_property(column), ())) for column in columns
        ]

    def _identity(self, node: NamedNode, about: Properties) -> dict[str, str]:
        """Name the trial with its registry numbers, the arms by what they are given, and the ends of a relation."""
        kind = self._view.kind(node)
        trials = {"Trial": [node], "Arm": self._view.subjects(tg("hasArm"), node)}.get(kind) or about.get("trial", ())
        arms = [node] if kind == "Arm" else about.get("arm", ())
        numbers = [number for trial in _named(trials) for number in self._view.values(trial, tg("registryId"))]
        return {
            "trial": self._cell(trials),
            "registry_id": self._cell(numbers),
            "arm": self._given(arms),
            "comparator": self._given(about.get("comparator", ())),
            "subject_kind": self._safe("; ".join(map(self._view.kind, _named(about.get("subject", ()))))),
            "object_kind": self._safe("; ".join(map(self._view.kind, _named(about.get("object", ()))))),
            "superseded": str(bool(self._view.subjects(tg("supersedes"), node))).lower(),
        }

    def _evidence(self, claim: NamedNode) -> dict[str, str]:
        """Tell who says it: the documents that affirm it, or else those that don't, and the surest words."""
        found = self._view.sentences(claim)
        sentences = [one for one in found if one.assertion == "affirmed"] or found
        surest = max(sentences, key=lambda one: one.confidence or 0, default=None)
        documents = [NamedNode(iri) for iri in sorted({one.document for one in sentences})]
        return {
            "assertion": "; ".join(sorted({self._safe(one.assertion) for one in sentences})),
            "confidence": "" if surest is None or surest.confidence is None else f"{surest.confidence:g}",
            "documents": str(len(documents)),
            "sources": self._cell([name for node in documents for name in self._view.values(node, _SOURCE)]),
            "quote": "" if surest is None else self._safe(surest.quote),
            "claim": claim.value,
        }

    def _effect(self, about: Properties) -> dict[str, str]:
        figures = [first(about, name) for name in ("value", "ciLow", "ciHigh", "ciLevel")]
        ratio = local_name(first(about, "measure")) in _RATIOS and not first(about, "valueRelation")
        effect, error, *_ = (log_interval(*figures) if ratio else ()) or ("", "")
        relation = first(about, "pRelation")
        return {"yi": effect, "sei": error, "p_relation": "" if relation == "=" else self._safe(relation)}

    def _given(self, arms: Iterable[Term]) -> str:
        return self._cell([given for arm in _named(arms) for given in self._view.values(arm, tg("regimen"))])

    def _cell(self, values: Iterable[Term]) -> str:
        return "; ".join(map(self._text, values))

    def _text(self, value: Term) -> str:
        if isinstance(value, Literal):
            number = value.datatype.value in _NUMBERS and _NUMBER.fullmatch(value.value)
            return value.value if number else self._safe(value.value)
        if isinstance(value, NamedNode) and not self._view.kind(value):
            return self._safe(local_name(value.value))
        return "" if isinstance(value, Triple) else self._safe(self._view.label(value))


def _named(terms: Iterable[Term]) -> list[NamedNode]:
    return [term for term in terms if isinstance(term, NamedNode)]


def _property(column: str) -> str:
    """Give the property of the vocabulary for a column.

    >>> _property("ci_low")
    'ciLow'
    """
    head, *tail = column.split("_")
    return head + "".join(map(str.capitalize, tail))
