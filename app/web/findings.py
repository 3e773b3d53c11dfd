"""Claims as pages show them: one row each, with all its sentences, and figures as people write them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from ...graph.wording import words
from .jobs import Row

_UNITS: Final = {"percent": "%", "ratio": ""}
_SAID: Final = ("quote", "start", "document")


@dataclass(slots=True)
class Finding:
    """A claim: what the answer says of it, its sentences, what speaks against its figures."""

    row: Row
    sentences: list[Row] = field(default_factory=list[Row])
    doubts: list[str] = field(default_factory=list[str])

    @property
    def is_affirmed(self) -> bool:
        """Whether any sentence states it, neither denied nor guessed."""
        return any(said.get("assertionName") == "affirmed" for said in self.sentences)

    @property
    def documents(self) -> int:
        """The number of documents that say so."""
        return len({said["document"] for said in self.sentences})


def by_claim(rows: Iterable[Row]) -> list[Finding]:
    """Put the rows of each claim together: an answer has one for each of its sentences."""
    found: dict[str, Finding] = {}
    for row in rows:
        finding = found.setdefault(row["claim"], Finding(row))
        said = [row.get(name) for name in _SAID]
        if "quote" in row and said not in [[one.get(name) for name in _SAID] for one in finding.sentences]:
            finding.sentences.append(row)
        if "doubt" in row and row["doubt"] not in finding.doubts:
            finding.doubts.append(row["doubt"])
    return list(found.values())


def grouped(findings: Iterable[Finding], column: str) -> Mapping[str, list[Finding]]:
    """Put together what has the same value in a column, in the order in which it comes."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.row.get(column, ""), []).append(finding)
    return groups


def figure(row: Row) -> str:
    """Write the value of a result with its unit and its counts, or why there is none.

    >>> figure({"value": "24", "unit": "percent", "count": "43", "total": "179"})
    '24% (43 of 179)'
    >>> figure({"statusName": "notReached"}), figure({"count": "0", "total": "177"})
    ('not reached', '0 of 177')
    """
    unit = row.get("unit", "")
    unit = _UNITS.get(unit, f" {unit}" if unit else "")
    number = row.get("value", row.get("percent", ""))
    value = f"{row.get('relation', '')}{number}{unit}" if number else words(row.get("statusName", ""))
    counts = " of ".join(row[name] for name in ("count", "total") if name in row) if "count" in row else ""
    return f"{value} ({counts})" if value and counts else value or counts


def share(row: Row) -> str:
    """Write the share of patients with an event.

    >>> share({"percent": "19.2", "count": "34", "total": "177"})
    '19.2% (34 of 177)'
    """
    return figure({**row, "unit": "percent"})


def interval(row: Row) -> str:
    """Write a confidence interval; its level is not guessed where the text does not tell it.

    >>> interval({"ciLow": "0.32", "ciHigh": "0.89", "ciLevel": "99"})
    '0.32 to 0.89 (99% CI)'
    >>> interval({"ciLow": "8.6", "ciHigh": "notReached"})
    '8.6 to not reached (level not told)'
    """
    if "ciLow" not in row and "ciHigh" not in row:
        return ""
    low, high = (words(row.get(name, "?")) for name in ("ciLow", "ciHigh"))
    level = f"{row['ciLevel']}% CI" if "ciLevel" in row else "level not told"
    return f"{low} to {high} ({level})"


def p_value(row: Row) -> str:
    """Write a p value with its sides.

    >>> p_value({"p": "= 0.0007", "pSides": "1"})
    'p = 0.0007, one-sided'
    """
    sides = {"1": ", one-sided", "2": ", two-sided"}.get(row.get("pSides", ""), "")
    return f"p {row['p']}{sides}" if "p" in row else ""
