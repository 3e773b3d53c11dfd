"""From tables to facts: each row's subject meets each column's arm."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from spacy.language import Language

from ...ontology.document import Document, Table
from ...ontology.facts import AdverseEventResult, Arm, Concept, Evidence, Fact, OutcomeResult, TrialArm
from ..arms.sizes import find_sizes
from ..cleaning import CleanText
from ..confidence import confidence_of
from ..context import Context
from ..results.quantities import number_patterns, numerals
from .announcements import SIZE, level_of
from .cells import read_p
from .column_arms import arms_named, trials_named
from .columns import labels_of, of_caption
from .comparisons import tested
from .consistency import consistent
from .grid import Grid, Head, Row, Value, make_grid
from .labels import make_sheet, spellings
from .orientation import oriented
from .setting import Claim, Printed, Setting, setting_of
from .subjects import Subject, part_of, subject_of
from .titles import subject_of_title
from .trial_rows import sides_of
from .values import read_row

_NO_RESULTS: Final = re.compile(
    r"(?<!from )(?<!to )\bbaseline\b|demographic|characteristics?\b|multivaria|univaria|\bcox\b|regression"
    r"|predict|prognos|associat|correlat|(?:previous|published|other) (?:stud|trial)|participant flow"
    r"|\bcosts?\b|\bprotocol\b|schedule|compliance"
    r"|exposure|intensity|\beligib|dispos|biomarker|expression|subsequent",
    re.IGNORECASE,
)
_PATIENTS: Final = re.compile(r"(?:median )?age\b|sex\b|gender\b|ECOG\b", re.IGNORECASE)
_RELATED: Final = re.compile(r"\b(?:treatment|drug)-related\b", re.IGNORECASE)
_SUBGROUPS: Final = re.compile(r"\bsub-?groups?\b", re.IGNORECASE)
_SERIOUS: Final = re.compile(r"(?:Table \w+[.:]? +)?serious (?:[\w-]+ )?(?:adverse events?|AEs?)\b", re.IGNORECASE)
_ABOVE: Final = re.compile(r"(?:supplementary |supplemental )?table\b.*", re.IGNORECASE)
_SIZES: Final = re.compile(
    r"(?:n|no\.?|(?:no\.?|number) of (?:evaluable )?(?:patients|subjects|participants)"
    r"|number (?:in (?:the )?groups?|evaluable|analy[sz]ed|treated))",
    re.IGNORECASE,
)
_P_ROW: Final = re.compile(r"(?:(?:stratified|log-?rank|(?:one|two)-sided) )*p[- ]?values?\b.*|p", re.IGNORECASE)
_INTERVAL_ROW: Final = re.compile(
    r"(?:wald |exact )?[(\[]?\d\d(?:\.\d+)?\s?%\s*(?:CI|confidence intervals?)[)\]]?(?:[ ,(%—–-]*|.*\bmonths\W*)",
    re.IGNORECASE,
)
_LIMIT: Final = rf"{number_patterns.SIGNED}|NR|NE"
_INTERVAL: Final = re.compile(
    rf"[(\[]?\s*(?P<low>{_LIMIT})\s*%?\s*(?:-|to|,)\s*(?P<high>{_LIMIT})\s*%?\s*[)\]]?", re.IGNORECASE
)
_DIGITS: Final = 8
"""A number with so many digits is no size of a group."""
_LONGEST: Final = 400
"""Characters of a quote that reaches from a row's label to a cell, at most."""


def read_tables(
    context: Context, cleaned: CleanText, pipeline: Language, abbreviations: Mapping[str, str]
) -> list[Fact]:
    """Read the outcomes and adverse events that stand in a document's tables.

    Offsets of the evidence are those of the stored text. `abbreviations` are those that the document defines.
    """
    grids = result_grids(context.document, cleaned)
    if not grids:
        return []
    named = {m.concept for m in context.page.mentions if isinstance(m.concept, Concept)}
    drugs = sorted(concept.name for concept in named if concept.kind == "Drug")
    sheet = make_sheet(
        pipeline, (s for _, caption, grid in grids for s in _labels(caption, grid)), abbreviations, drugs
    )
    sizes = {s.entry.arm: s.size for s in find_sizes(context)}
    facts: list[Fact] = []
    for table, caption, grid in grids:
        trial = next(iter(trials_named(context, caption)), context.trials.main)
        for part, columns in oriented(context, sheet, grid, trial):
            columns = of_caption(context, sheet, caption, columns, trial)
            setting = setting_of(context, table, caption, part, sheet, columns, sizes)
            facts += (*_new_arms(setting, part), *_read_rows(setting, part))
    return facts


def _new_arms(setting: Setting, grid: Grid) -> Iterator[Fact]:
    """The arms that only the headers of a table name, with their sizes."""
    known = {entry.arm for entry in setting.context.arms.all}
    for number, column in setting.columns.items():
        arm = column.entry.arm if column.kind == "arm" and column.entry else None
        head = next((h for h in reversed(grid.columns[number]) if _names(setting, h, arm)), None)
        if (
            arm is not None
            and head is not None
            and arm not in known
            and column.total is not None
            and not column.population
        ):
            known.add(arm)
            claim = TrialArm(arm=arm, size=column.total, label=SIZE.sub("", head.text).strip())
            yield Fact(claim, _evidence(setting, head.start, head.end, "table-arm"))


def _names(setting: Setting, head: Head, arm: Arm | None) -> bool:
    entries = arms_named(setting.context, setting.sheet, head.text, arm.trial) if arm else ()
    return any(entry.arm == arm for entry in entries)


def result_grids(document: Document, cleaned: CleanText) -> list[tuple[Table, str, Grid]]:
    """Lay out the tables that hold results, each with its caption."""
    grids = [(table, _caption(document, table), make_grid(table, cleaned)) for table in document.tables]
    return [(table, caption, grid) for table, caption, grid in grids if _holds_results(document, table, caption, grid)]


def _caption(document: Document, table: Table) -> str:
    """The table's caption, or the line above it, or else the heading of its section."""
    above = document.text[: table.start].rstrip().rpartition("\n")[2].strip("*_# ")
    line = above if _ABOVE.match(above) else ""
    return " ".join((table.caption or line).split()) or document.section_at(table.start)


def _holds_results(document: Document, table: Table, caption: str, grid: Grid) -> bool:
    """Whether a table is about results, not about the patients, the plan or the costs."""
    headings = f"{caption}\n{document.section_at(table.start)}"
    patients = any(_PATIENTS.match(row.label) for row in grid.rows) and not _SUBGROUPS.search(caption)
    return not patients and not _NO_RESULTS.search(headings)


def _labels(caption: str, grid: Grid) -> Iterator[str]:
    """Every text of a table that is read as words, in all its spellings."""
    yield from spellings(caption)
    yield from labels_of(grid.columns)
    yield from sides_of(grid)
    yield from (s for path in grid.columns.values() for s in spellings(" ".join(head.text for head in path)))
    for row in grid.rows:
        for text in (row.label, *row.groups):
            yield from spellings(text)


def _read_rows(setting: Setting, grid: Grid) -> Iterator[Fact]:
    """Read the rows in order; rows of p values and intervals complete the row before them."""
    read: list[tuple[Row, list[Printed]]] = []
    sized: tuple[tuple[str, ...], dict[int, int]] = ((), {})
    before: tuple[tuple[str, ...], Subject] | None = None
    for row in grid.rows:
        if row.sizes:
            sized = (*row.groups, row.label), row.sizes
        elif totals := _totals(row):
            sized = row.groups, totals
        elif read and _completes(setting, row, read[-1]):
            read[-1] = read[-1][0], _completed(row, read[-1][1])
        elif subject := _subject(setting, row, before):
            totals = sized[1] if row.groups[: len(sized[0])] == sized[0] and (sized[0] or not row.groups) else {}
            read.append((row, read_row(setting, row, subject, totals)))
            before = row.groups, subject
    for row, printed in consistent(setting.sheet, read):
        for claim, value in printed:
            yield _fact(setting, row, claim, value)


def _totals(row: Row) -> dict[int, int]:
    """The sizes of groups that a row gives: `No. of patients | 3 | 24`."""
    return (
        {v.column: int(v.text) for v in row.values if v.text.isdecimal() and len(v.text) < _DIGITS}
        if _SIZES.fullmatch(row.label)
        else {}
    )


def _subject(setting: Setting, row: Row, before: tuple[tuple[str, ...], Subject] | None) -> Subject | None:
    """What a row measures; a label that only names a statistic goes on with the endpoint of the row before."""
    goes_on = before is not None and before[0] == row.groups
    titled = setting.context.document.kind == "registry record"
    if titled and (measured := subject_of_title(setting.sheet, row, setting.caption)):
        return measured
    if _SUBGROUPS.search(setting.caption):
        return part_of(setting.sheet, row, setting.caption)
    subject = subject_of(setting.sheet, row, setting.caption, before[1] if before else None, goes_on=goes_on)
    if subject is None or (subject.event and not setting.safety):
        return None
    if not subject.event:
        return subject
    related, serious = _RELATED.search(setting.caption), _SERIOUS.match(setting.caption)
    return replace(subject, related=subject.related or bool(related), serious=subject.serious or bool(serious))


def _completes(setting: Setting, row: Row, before: tuple[Row, list[Printed]]) -> bool:
    return (
        bool(_P_ROW.fullmatch(row.label) or _INTERVAL_ROW.fullmatch(row.label))
        and row.groups[: len(before[0].groups)] == before[0].groups
    )


def _completed(row: Row, printed: list[Printed]) -> list[Printed]:
    if _P_ROW.fullmatch(row.label):
        found = [(v, p) for v in row.values if (p := read_p(v.text))]
        for cell, p in found:
            below = [
                n
                for n, (_, v) in enumerate(printed)
                if len(found) == 1 or cell.column <= v.column < cell.column + cell.wide
            ]
            for n, changed in zip(below, tested([printed[n] for n in below], p), strict=True):
                printed[n] = changed
        return printed
    intervals = {v.column: m for v in row.values if (m := _INTERVAL.fullmatch(v.text))}
    return [(_within(c, intervals.get(v.column), row.label), v) for c, v in printed]


def _within(claim: Claim, interval: re.Match[str] | None, label: str) -> Claim:
    if interval is None or not isinstance(claim, OutcomeResult) or claim.ci_low is not None:
        return claim
    return replace(
        claim,
        ci_low=numerals.bound(interval["low"]),
        ci_high=numerals.bound(interval["high"]),
        ci_level=level_of(label),
    )


def _fact(setting: Setting, row: Row, claim: Claim, value: Value) -> Fact:
    """The fact with the row up to its cell for a quote, or the cell alone where they stand apart."""
    label = row.start if value.label is None else value.label
    start = label if 0 <= value.start - label <= _LONGEST else value.start
    rule = "table-event" if isinstance(claim, AdverseEventResult) else "table-outcome"
    return Fact(claim, _evidence(setting, start, value.end, rule))


def _evidence(setting: Setting, start: int, end: int, rule: str) -> Evidence:
    text = setting.context.document.text
    return Evidence(
        start=start, end=end, quote=text[start:end], section=setting.caption, confidence=confidence_of(rule), rule=rule
    )
