"""The results section of a ClinicalTrials.gov record: tables with a column per arm, and the analyses in sentences."""

from collections.abc import Iterable, Iterator

from .draft import Draft, GridCell
from .records import Record, spelled

Row = tuple[str, dict[str, str]]
"""A row's name, and its values by the identifier of their group."""


def add_results(draft: Draft, results: Record) -> None:
    """Append participant flow, baseline, outcome measures and adverse events, as far as the record has them."""
    _add_flow(draft, results.at("participantFlowModule"))
    _add_baseline(draft, results.at("baselineCharacteristicsModule"))
    for measure in results.at("outcomeMeasuresModule").records("outcomeMeasures"):
        _add_measure(draft, measure)
    _add_events(draft, results.at("adverseEventsModule"))


def _add_flow(draft: Draft, module: Record) -> None:
    groups = module.records("groups")
    if groups:
        draft.heading("Participant flow")
        draft.paragraphs(module.text("recruitmentDetails"))
        _add_groups(draft, groups)
    for period in module.records("periods"):
        rows = [(spelled(step.text("type")), _counts(step, "achievements")) for step in period.records("milestones")]
        losses = [(loss.text("type"), _counts(loss, "reasons")) for loss in period.records("dropWithdraws")]
        _add_table(draft, period.text("title"), _titles(groups), [*rows, *losses])


def _counts(step: Record, name: str) -> dict[str, str]:
    return {count.text("groupId"): count.text("numSubjects") for count in step.records(name)}


def _add_baseline(draft: Draft, module: Record) -> None:
    titles = _titles(module.records("groups"), module.records("denoms"))
    if titles:
        draft.heading("Baseline characteristics")
    for measure in module.records("measures"):
        _add_table(draft, measure.text("title"), titles, _measured(measure))


def _add_measure(draft: Draft, measure: Record) -> None:
    draft.heading("Outcome measure")
    draft.field(f"{spelled(measure.text('type')).capitalize()} outcome", measure.text("title"))
    draft.paragraphs(measure.text("description"))
    draft.field("Population", measure.text("populationDescription"))
    draft.field("Time frame", measure.text("timeFrame"))
    groups = measure.records("groups")
    _add_groups(draft, groups)
    _add_table(draft, measure.text("title"), _titles(groups, measure.records("denoms")), _measured(measure))
    for analysis in measure.records("analyses"):
        draft.paragraph(_analysis(analysis, _titles(groups)))


def _add_groups(draft: Draft, groups: list[Record]) -> None:
    for group in groups:
        draft.field(group.text("title"), " ".join(group.text("description").split()))


def _titles(groups: list[Record], denominators: Iterable[Record] = ()) -> dict[str, str]:
    """Give the heads of the columns: each group's title, with its size where that is told."""
    sizes = {count.text("groupId"): count.text("value") for all_ in denominators for count in all_.records("counts")}
    named = ((group.text("id"), group.text("title")) for group in groups)
    return {group: f"{title} (N={sizes[group]})" if sizes.get(group) else title for group, title in named}


def _measured(measure: Record) -> Iterator[Row]:
    """Give the rows of a measure: one for each category of each class."""
    kind, unit = spelled(measure.text("paramType")), measure.text("unitOfMeasure")
    head = f"{kind.capitalize()} ({unit})" if unit else kind.capitalize()
    spread = spelled(measure.text("dispersionType"))
    for group in measure.records("classes"):
        for category in group.records("categories"):
            named = ", ".join(filter(None, (group.text("title"), category.text("title"))))
            values = {found.text("groupId"): _value(found, spread) for found in category.records("measurements")}
            yield f"{named}: {head}" if named else head, values


def _value(found: Record, spread: str) -> str:
    """Write a value with its interval or spread: `19.15 (95% confidence interval 15.77 to NA)`."""
    value, low, high = found.text("value"), found.text("lowerLimit"), found.text("upperLimit")
    if low or high:
        return f"{value} ({_shortened(spread)} {low or 'NA'} to {high or 'NA'})"
    return f"{value} ({_shortened(spread)} {found.text('spread')})" if found.text("spread") else value


def _shortened(spread: str) -> str:
    return spread.replace("confidence interval", "CI").replace("standard deviation", "SD") or "spread"


def _analysis(analysis: Record, titles: dict[str, str]) -> str:
    """Write an analysis as a sentence, `A versus B: Hazard Ratio (HR) 0.53 (95% CI 0.32 to 0.89), p=0.0007`."""
    groups = " versus ".join(titles[group] for group in analysis.texts("groupIds") if group in titles)
    low, high, level = (analysis.text(name) for name in ("ciLowerLimit", "ciUpperLimit", "ciPctValue"))
    interval = f" ({level}% CI {low or 'NA'} to {high or 'NA'})" if low or high else ""
    estimate = f"{analysis.text('paramType')} {analysis.text('paramValue')}{interval}".strip()
    p_value = analysis.text("pValue")
    relation = "" if p_value[:1] in "<>=≤≥" else "="
    stated = [estimate, f"p{relation}{p_value}" if p_value else "", analysis.text("statisticalMethod")]
    return f"{groups or 'All groups'}: {', '.join(filter(None, stated))}." if any(stated) else ""


def _add_events(draft: Draft, module: Record) -> None:
    groups = module.records("eventGroups")
    if not groups:
        return
    draft.heading("Adverse events")
    draft.field("Time frame", module.text("timeFrame"))
    draft.paragraphs(module.text("description"))
    _add_table(draft, "All adverse events", _titles(groups), _totals(groups))
    for kind in ("serious", "other"):
        rows = [(event.text("term"), _affected(event)) for event in module.records(f"{kind}Events")]
        _add_table(draft, f"{kind.capitalize()} adverse events", _titles(groups, _at_risk(groups, kind)), rows)


def _totals(groups: list[Record]) -> Iterator[Row]:
    for name, row in (("deaths", "Deaths from any cause"), ("serious", "Any serious adverse event")):
        stated = {
            group.text("id"): _share(group.text(f"{name}NumAffected"), group.text(f"{name}NumAtRisk"))
            for group in groups
        }
        if any(stated.values()):
            yield row, stated


def _at_risk(groups: list[Record], kind: str) -> list[Record]:
    counts = [{"groupId": group.text("id"), "value": group.text(f"{kind}NumAtRisk")} for group in groups]
    return [Record({"counts": counts})]


def _affected(event: Record) -> dict[str, str]:
    return {at.text("groupId"): _share(at.text("numAffected"), at.text("numAtRisk")) for at in event.records("stats")}


def _share(affected: str, at_risk: str) -> str:
    return f"{affected}/{at_risk}" if affected and at_risk else affected


def _add_table(draft: Draft, caption: str, titles: dict[str, str], rows: Iterable[Row]) -> None:
    """Add a table with a column for each group; without rows, nothing."""
    body = list(rows)
    if not body or not titles:
        return
    lines = [["", *titles.values()], *([name, *(values.get(group, "") for group in titles)] for name, values in body)]
    draft.table(
        (
            GridCell(text=text, row=row, column=column, header=row == 0)
            for row, line in enumerate(lines)
            for column, text in enumerate(line)
        ),
        caption=caption,
    )
