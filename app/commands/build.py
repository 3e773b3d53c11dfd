"""`trialgraph build`: read documents into a graph."""

from dataclasses import asdict
from multiprocessing import active_children
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..terminal import complain, print_json, progress_bar, say
from .options import DEFAULT_STORE, GraphOption, JsonOption, new_graph

if TYPE_CHECKING:
    from ..building import BuildReport
    from ..workers import Workers

SKIPPED, STOPPED = 3, 130
"""Exit codes: some documents were skipped; stopped by Ctrl-C."""


def build(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, folders, or globs in quotes.")],
    *,
    graph: GraphOption = DEFAULT_STORE,
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes; the result is the same for any number.")] = 1,
    cluster: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Read on the workers of a Dask scheduler, such as tcp://10.0.0.1:8786, that see the same files; "
            "--jobs does not count then.",
            show_default=False,
        ),
    ] = "",
    min_confidence: Annotated[
        float,
        typer.Option(
            min=0,
            max=1,
            metavar="P",
            help="Leave out facts less probable than this. It is asked for here, so that every query, picture and "
            "export of the graph agrees; another P reads the files again.",
        ),
    ] = 0,
    index: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Index of terminologies made by `trialgraph ontology add`: diseases, drugs and events that the "
            "lexicon does not know are linked to their terms.",
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="TOML file whose table [extract] names another spaCy model (model) or components of other packages.",
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Read documents into a graph; a second run reads only what changed.

    Reads .txt, .md, .html, .pdf, .xml (JATS, PubMed) and .json (ClinicalTrials.gov).
    What can't be read is named on standard error, the rest is stored, and the exit code is 3.

    For example:

      trialgraph build paper.pdf

      trialgraph build papers/ 'records/NCT*.json' --graph myeloma --jobs 4

      trialgraph build papers/ --graph http://localhost:7878/query

      trialgraph build papers/ --graph sure --min-confidence 0.9

      trialgraph build papers/ --cluster tcp://10.0.0.1:8786
    """
    workers = _workers(jobs, cluster)
    report = build_with_progress(
        paths, graph, workers=workers, quiet=json, min_confidence=min_confidence, index=index, config=config
    )
    if json:
        print_json(asdict(report))
    else:
        say(summary(report, graph))
    tell_skipped(report)


def build_with_progress(
    paths: list[Path],
    place: str,
    *,
    workers: "Workers | None" = None,
    quiet: bool = False,
    min_confidence: float = 0,
    index: Path | None = None,
    config: Path | None = None,
) -> "BuildReport":
    """Build a graph; on Ctrl-C what is stored stays stored, and the next run goes on."""
    from ...extract.configuration import AS_SHIPPED, load_configuration
    from ...graph.addresses import is_address
    from ..building import build_graph

    configuration = AS_SHIPPED if config is None else load_configuration(config)
    with new_graph(place) as graph, progress_bar(quiet=quiet) as bar:
        task = bar.add_task("Reading", total=None)
        try:
            return build_graph(
                graph,
                paths,
                leave_out=None if is_address(place) else Path(place),
                workers=workers,
                min_confidence=min_confidence,
                index=index,
                configuration=configuration,
                on_progress=lambda done, total: bar.update(task, completed=done, total=total),
            )
        except KeyboardInterrupt:
            for worker in active_children():
                worker.terminate()
            complain("stopped; every document read so far is stored, and the next run goes on from there")
            raise typer.Exit(STOPPED) from None


def _workers(jobs: int, address: str) -> "Workers | None":
    from ..cluster import cluster
    from ..workers import processes

    if address:
        return cluster(address)
    return processes(jobs) if jobs > 1 else None


def tell_skipped(report: "BuildReport") -> None:
    """Name what was not read, one line each, and stop with the exit code that says so."""
    for reason in report.skipped.values():
        complain(reason)
    if report.skipped:
        raise typer.Exit(SKIPPED)


def summary(report: "BuildReport", place: str) -> str:
    """Say in one line what a build did."""
    from ...graph.addresses import shown

    documents = "1 document" if len(report.stored) == 1 else f"{len(report.stored)} documents"
    parts = [f"{documents} read ({report.facts} facts)"]
    if report.unsure:
        parts.append(f"{report.unsure} facts left out as too uncertain")
    if report.unchanged:
        parts.append(f"{len(report.unchanged)} unchanged")
    if report.skipped:
        parts.append(f"{len(report.skipped)} skipped")
    return f"{', '.join(parts)}; the graph is in {shown(place)}"
