"""From the answer to the catalogue's question `adverse-events` to a heat map of drugs and events."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from .effects import Address, Row, decimal, told
from .heat import Cell, heat_map

_CONFINED: Final = ("serious", "treatmentRelated", "consequenceName", "subgroup")
"""What a row must not be confined to: figures of other things can't stand side by side."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Drugs and events with the figures reported of arms that were given them, of one grade."""

    grade: str
    drugs: tuple[str, ...]
    events: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]

    def svg(self) -> str:
        """Draw it."""
        grade = "any grade" if self.grade == "any" else f"grade {self.grade}"
        return heat_map(f"Adverse events by drug, {grade}", self.drugs, self.events, self.cells)


def drug_matrix(
    rows: Iterable[Row], address: Address, *, grade: str = "any", drugs: int = 14, events: int = 20
) -> Matrix:
    """Put the drugs and events of which most was reported against each other; a drug stands for all arms given it."""
    found: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if told(row, "grade") == grade and "percent" in row and not _is_confined(row):
            for drug in told(row, "armDrugs").split(" + "):
                found[drug, told(row, "eventName")].append(row)
    columns = _most(drug for drug, _ in found)[:drugs]
    lines = _most(event for drug, event in found if drug in columns)[:events]
    cells = {(drug, event): _cell(drug, event, of, address) for (drug, event), of in found.items()}
    return Matrix(grade, tuple(columns), tuple(lines), cells)


def _is_confined(row: Row) -> bool:
    return any(told(row, name) not in ("", "false") for name in _CONFINED)


def _most(names: Iterable[str]) -> list[str]:
    counts = Counter(names)
    return sorted(counts, key=lambda name: (-counts[name], name))


def _cell(drug: str, event: str, rows: list[Row], address: Address) -> Cell:
    """Show the span of the figures; the colour and the link are those of the highest."""
    ordered = sorted(rows, key=lambda row: (decimal(row, "percent"), told(row, "claim")))
    low, high = (f"{told(row, 'relation')}{told(row, 'percent')}" for row in (ordered[0], ordered[-1]))
    figures = "; ".join(_in_words(row) for row in ordered)
    return Cell(
        percent=float(ordered[-1]["percent"]),
        shown=high if low == high else f"{low}–{high}",
        said=f"{event} with {drug}: {figures}",
        href=address(told(ordered[-1], "claim")),
    )


def _in_words(row: Row) -> str:
    relation, percent, trial, arm = (told(row, name) for name in ("relation", "percent", "trialName", "armDrugs"))
    return f"{relation}{percent}% in {trial} ({arm})"
