"""What a column holds: the values of an arm or of everybody, a ratio, p values, or nothing that is read."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from ...ontology.facts import Arm, Trial
from ..arms.mentions import find_arm_mentions
from ..arms.regimens import find_expressions
from ..arms.registry import ArmEntry
from ..context import Context
from ..results import patterns
from .cells import Hint
from .grid import Head
from .labels import Sheet, spellings

Kind = Literal["arm", "everyone", "ratio", "p", "other"]
_SIZE: Final = re.compile(rf"[(\[]?\s*\b[nN]\s*=\s*(?P<n>{patterns.INTEGER})\s*(?:patients)?\s*[)\]]?")
_COUNTED: Final = re.compile(r"\b(?:no|number|n)\b|patients|subjects|participants|evaluable|treated|randomi", re.IGNORECASE)
EVERYONE: Final = re.compile(r"(?:total|overall|all|all (?:patients|subjects|participants|doses|groups|arms)|both (?:groups|arms)|combined|pooled|entire cohort|total population|whole population|overall population)\b(?! grade| surviv| response)", re.IGNORECASE)
_P: Final = re.compile(r"(?:log-?rank )?(?:two-sided )?p\b(?:\s?-?\s?values?)?(?:\s*[(\[].*)?|p\s?-?\s?values?.*|(?:statistical )?significance", re.IGNORECASE)
_RATIO: Final = re.compile(r"\b(?:(?P<h>HR|hazards? ratio)|(?P<o>OR(?=.*CI)|odds ratio)|(?P<r>RR(?=.*CI)|relative risk|risk ratio|rate ratio))s?\b", re.IGNORECASE)
_GENERIC: Final = re.compile(r"(?:[\W\d]|\b(?:n|no|number|percent|patients|subjects|participants|of|with|grades?|any|all|toxicity|events?|adverse|incidence|frequency|rate|value|results?|or|higher|worse|CTC(?:AE)?|NCI|I{1,3}|IV|V)\b)*", re.IGNORECASE)
_PART: Final = re.compile(r"population|patients|subgroup|cohort|na[iï]ve|refractory|pretreated|previous|prior|positive|negative|wild|mutant|mutation|aged?\b|women|men\b|[<>≥≤]", re.IGNORECASE)
_FILLING: Final = re.compile(r"\b(?:arms?|groups?|alone|patients|therapy|treatment|treated|n|no|allocated|recipients|monotherapy|experimental|control)\b|[(\[]?\s*%\s*[)\]]?", re.IGNORECASE)
_JOINED: Final = re.compile(r"[+&/]\s*\w|\w\s*[+&/]|->|→|\b(?:plus|and|with|or|followed)\s+\w", re.IGNORECASE)
_POOLED: Final = re.compile(r"\s*(?:[+/&]|or|and|versus|vs\.?)\s*", re.IGNORECASE)
_DOSE: Final = re.compile(r"\d\s?(?:mg|mcg|[µμ]g|g|IU|Gy)\b|\bdose level|\bDL ?\d|\bcohort \w", re.IGNORECASE)
_GRADE: Final = re.compile(
    r"(?P<word>(?:NCI[- ])?(?:CTC(?:AE)?[- ])?(?:toxicity )?(?:grades?|gr\.?|G)\s?)?"
    r"(?:(?P<any>any|all|total)(?P<after> grades?)?|(?P<ge>≥|>=)?\s*(?:grades?\s*)?(?P<g1>[1-5]|I{1,3}|IV|V)(?P<plus>\+)?"
    r"(?:\s*(?:-|/|to|or|and|&|\+)\s*(?:grades? )?(?P<g2>[1-5]|I{1,3}|IV|V))?(?P<up> or (?:higher|worse|more|greater|above))?)(?P<last> grades?)?"
    r"(?:\s*(?:events?|AEs?|toxicity|adverse events?))?", re.IGNORECASE)
_TAIL: Final = re.compile(r"\s*[,:]?\s*[(\[]?\s*(?:n|no\.?|number|patients)?\s*[(\[]?\s*%?\s*[)\]]*\s*$", re.IGNORECASE)
_TIME: Final = re.compile(rf"(?:at |after |by )?(?P<v>\d+)[ -](?P<unit>{patterns.TIME_UNIT})(?: rate)?|(?P<unit2>month|week|day|year) (?P<v2>\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of values; which fields are set depends on the kind."""

    kind: Kind
    trial: Trial
    entries: tuple[ArmEntry, ...] = ()
    population: str = ""
    grade: str = ""
    total: int | None = None
    hint: Hint = ""
    effect: str = ""
    time: str = ""

    @property
    def entry(self) -> ArmEntry | None:
        """The arm, where there is one."""
        return self.entries[0] if len(self.entries) == 1 else None


def hint_of(text: str) -> Hint:
    """What kind of figure a label announces.

    >>> hint_of("Neutropenia, No. (%)"), hint_of("ORR (% pts)"), hint_of("Median PFS (95% CI), months")
    ('count percent', 'percent', 'value')
    """
    text = re.sub(r"\d\d(?:\.\d+)?\s?%\s*(?:CI|confidence)", "", _SIZE.sub("", text))
    if re.search(r"%\s*[(\[]\s*(?:n|no)\b", text, re.IGNORECASE):
        return "percent count"
    if re.search(r"(?:\b(?:n|no|number|patients|pts|cases|subjects)\b\.?)[^()%]{0,25}[(\[,/]\s*(?:%|percent\))", text, re.IGNORECASE):
        return "count percent"
    if "%" in text or re.search(r"\bpercent", text, re.IGNORECASE):
        return "percent"
    if re.search(r"\bmedian\b", text, re.IGNORECASE):
        return "value"
    if re.search(r"\bmean\b", text, re.IGNORECASE):
        return "mean"
    return "count" if re.fullmatch(r"(?:.*[,(]\s*)?(?:n|no\.?|number|(?:number|no\.?) of (?:patients|pts|subjects|participants|events))\)?", text, re.IGNORECASE) else ""


def grade_of(text: str, *, bare: bool) -> str:
    """Read a grade that is all a text says; `bare` where it may stand without the word.

    >>> grade_of("Grade 3-4", bare=False), grade_of("≥3", bare=True), grade_of("3", bare=False), grade_of("All grades", bare=False)
    ('3-4', '>=3', '', 'any')
    """
    match = _GRADE.fullmatch(_TAIL.sub("", text).strip())
    if match is None or not (bare or match["word"] or match["after"] or match["last"]):
        return ""
    return patterns.grade({k: v for k, v in match.groupdict().items() if v and k in {"any", "ge", "g1", "plus", "g2", "up"}})


def read_columns(context: Context, sheet: Sheet, heads: dict[int, tuple[Head, ...]], trial: Trial) -> dict[int, Column]:
    """Type every column; arms that two columns share without a difference between them are given up."""
    texts = [head.text for column in heads.values() for head in column]
    labels = [head.label for column in heads.values() for head in column]
    graded = any(re.search(r"\bgrades?\b|toxicity", t, re.IGNORECASE) for t in (*texts, *labels)) or sum(t.startswith(("≥3", "≥ 3", ">=3")) for t in texts) > 0
    columns = {number: _column(context, sheet, path, trial, bare=graded) for number, path in heads.items()}
    return _unclashed(_parted(columns, heads))


def _column(context: Context, sheet: Sheet, path: tuple[Head, ...], trial: Trial, *, bare: bool) -> Column:
    trial = next((t for head in reversed(path) for t in trials_named(context, head.text)), trial)
    grade = next((g for head in reversed(path) if not _is_count(head) and (g := grade_of(head.text, bare=bare))), "")
    found = Column(
        kind="other",
        trial=trial,
        grade=grade,
        total=next((n for head in reversed(path) if (n := _size(head)) is not None), None),
        hint=next((h for head in reversed(path) if (h := hint_of(head.text))), ""),
        time=next((t for head in reversed(path) if (t := _time(head.text))), ""),
    )
    for head in reversed(path):
        text = _SIZE.sub("", head.text).strip()
        if _P.fullmatch(text):
            return replace(found, kind="p")
        if ratio := _RATIO.search(text):
            return replace(found, kind="ratio", effect=_effect(ratio), entries=_arms(context, sheet, head.text, trial))
        if EVERYONE.match(text) and not grade_of(text, bare=bare):
            return replace(found, kind="everyone", entries=_only(context, trial))
        entries = _arms(context, sheet, head.text, trial)
        if len(entries) == 1:
            return replace(found, kind="arm", entries=entries, population=_dose(text, entries[0]))
        if len(entries) > 1 or _names_treatment(sheet, head.text):
            return found
    only = _only(context, trial)
    dosed = next((_SIZE.sub("", head.text).strip() for head in reversed(path) if _DOSE.search(head.text)), "")
    if only and dosed:
        return replace(found, kind="arm", entries=only, population=dosed)
    if only and (found.grade or found.hint in {"count percent", "percent", "percent count"}) and all(_GENERIC.fullmatch(h.text) for h in path):
        return replace(found, kind="everyone", entries=only)
    return found


def trials_named(context: Context, text: str) -> list[Trial]:
    """The trials whose acronym or registry number a text holds."""
    return [
        trial for trial in context.trials.all
        if any(n and re.search(rf"(?<![\w-]){re.escape(n)}(?![\w-])", text) for n in (trial.name, *trial.registry_ids))
    ]  # fmt: skip


def _is_count(head: Head) -> bool:
    return bool(re.fullmatch(patterns.INTEGER, head.text)) and bool(_COUNTED.search(head.label))


def _size(head: Head) -> int | None:
    match = _SIZE.search(head.text)
    return patterns.integer(match["n"]) if match else patterns.integer(head.text) if _is_count(head) else None


def _effect(match: re.Match[str]) -> str:
    return "hazardRatio" if match["h"] else "oddsRatio" if match["o"] else "relativeRisk"


def _time(text: str) -> str:
    match = _TIME.fullmatch(_SIZE.sub("", text).strip(" ,"))
    if match is None:
        return ""
    return f"{match['v'] or match['v2']} {patterns.unit(match['unit'] or match['unit2'])}"


def _only(context: Context, trial: Trial) -> tuple[ArmEntry, ...]:
    entries = context.arms.in_force(trial).entries
    return tuple(entries) if len(entries) == 1 else ()


def _dose(text: str, entry: ArmEntry) -> str:
    """The dose tells columns apart only where arms differ by nothing else."""
    return entry.dose


def _arms(context: Context, sheet: Sheet, text: str, trial: Trial) -> tuple[ArmEntry, ...]:
    """The arms that a header names: those known of the trial, or a regimen that is all it says."""
    registry = context.arms.in_force(trial)
    for spelling in spellings(text):
        start, end = sheet.places[spelling]
        mentions = find_arm_mentions(sheet.page, start, end, registry, context.names)
        if any(_POOLED.fullmatch(sheet.page.text[a.end : b.start]) for a, b in pairwise(mentions)):
            return ()
        expressions = find_expressions(sheet.page, start, end, context.names)
        whole = all(x.drugs <= e.drugs for x in expressions for m in mentions if m.start <= x.start < m.end or x.start <= m.start < x.end for e in m.entries)
        if mentions and whole and not _JOINED.search(_rest(sheet, start, end, [(m.start, m.end) for m in mentions])):
            return tuple({id(e): e for m in mentions for e in m.entries}.values())
        if len(expressions) == 1 and not re.search(r"[a-z]{2}|[+/]", _rest(sheet, start, end, [(e.start, e.end) for e in expressions]), re.IGNORECASE):
            return (ArmEntry(Arm(trial, expressions[0].regimen), 0, 0),)
    return ()


def _names_treatment(sheet: Sheet, text: str) -> bool:
    """Whether a header names drugs, or is written like a regimen: such a column is of no other arm."""
    start, end = sheet.places[spellings(text)[0]]
    known = any(m.kind in {"Drug", "DrugClass", "Regimen"} for m in sheet.page.between(start, end))
    return known or bool(re.search(r"[A-Z][\w-]*\s?\+\s?[A-Z]", text))


def _rest(sheet: Sheet, start: int, end: int, found: list[tuple[int, int]]) -> str:
    """What a header says beside the arms it names."""
    text = sheet.page.text[start:end]
    for at, to in reversed(found):
        text = text[: at - start] + " " + text[to - start :]
    return _FILLING.sub(" ", _SIZE.sub(" ", text))


def _parted(columns: dict[int, Column], heads: dict[int, tuple[Head, ...]]) -> dict[int, Column]:
    """Give columns of the same arm the patients that an upper header sets apart: `Overall population`, `Japanese patients`."""
    keys: Counter[object] = Counter(map(_key, columns.values()))
    parted = dict(columns)
    for number, column in columns.items():
        part = next((h.text for h in heads[number][:-1] if _PART.search(h.text)), "")
        if column.kind == "arm" and keys[_key(column)] > 1 and part and not column.population:
            parted[number] = replace(column, population="" if EVERYONE.match(part) else _SIZE.sub("", part).strip())
    return parted


def _unclashed(columns: dict[int, Column]) -> dict[int, Column]:
    """Give up columns that would say the same of the same patients."""
    keys: Counter[object] = Counter(map(_key, columns.values()))
    return {n: c if c.kind not in {"arm", "everyone"} or keys[_key(c)] == 1 else replace(c, kind="other") for n, c in columns.items()}


def _key(column: Column) -> object:
    arms = tuple(e.arm for e in column.entries)
    return column.kind, arms, column.population, column.grade, column.hint, column.time


def labels_of(heads: dict[int, tuple[Head, ...]]) -> Iterable[str]:
    """All spellings of all headers, for the sheet."""
    return (s for path in heads.values() for head in path for s in spellings(head.text))
