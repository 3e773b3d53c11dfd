"""`trialgraph ontology`: whole terminologies, compiled into an index on this machine."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..terminal import complain, print_json, progress_bar, say
from .options import IndexOption, JsonOption

if TYPE_CHECKING:
    from rich.progress import TaskID

    from ...ontology.terminologies import Remark, Source

SKIPPED = 3
"""Exit code: compiled, but pieces of the files were passed over."""
SHOWN = 20
"""Remarks that are printed of a file."""

ontology = typer.Typer(
    name="ontology",
    help="Terminologies (MONDO, HPO, ChEBI, MeSH …): compile files, download, list, remove.",
    no_args_is_help=True,
)


@ontology.command()
def add(
    sources: Annotated[list[Path], typer.Argument(metavar="SOURCE...", help="Files, packed with gzip or not.")],
    *,
    index: IndexOption = None,
    name: Annotated[str, typer.Option(help="What to call it; without this, by its file.")] = "",
    version: Annotated[str, typer.Option(help="Its version, where the file does not say.")] = "",
    licence: Annotated[str, typer.Option(help="Its licence, where the file does not say.")] = "",
    prefix: Annotated[str, typer.Option(help="Of a table: the prefix of identifiers that have none.")] = "",
    columns: Annotated[
        str,
        typer.Option(metavar="NAMES", help="Of a table without a head: its columns, as id,label,synonyms."),
    ] = "",
    keep_going: Annotated[bool, typer.Option("--keep-going", help="Pass over what is at fault in a file.")] = False,
    json: JsonOption = False,
) -> None:
    """Compile terminologies into the index; one that is there under the same name is replaced.

    Reads OBO, OWL, OBO Graph JSON, SKOS, SSSOM, tables, MeSH XML; MedDRA (pt.asc, llt.asc) and RxNorm (RXNCONSO.RRF)
    from your licensed copies. Nothing is downloaded, nothing leaves the machine.
    An identifier defined with two labels, a circle in the hierarchy, a prefix nobody knows or a broken file stops the
    compilation, and the index stays as it was.

    For example:

      trialgraph ontology add mondo.obo hp.obo.gz

      trialgraph ontology add ours.tsv --prefix NCIT --columns id,label,synonyms
    """
    from ...ontology.terminologies import SourceFile, add_terminologies, default_folder, table_layout

    if name and len(sources) > 1:
        raise typer.BadParameter("one name fits one file only")
    layout = table_layout(prefix, columns)
    files = [SourceFile(path, name=name, version=version, licence=licence, layout=layout) for path in sources]
    told = Telling()
    added = add_terminologies(files, index or default_folder(), keep_going=keep_going, tell=told)
    report(added, told, json=json)


@ontology.command()
def pull(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="As mondo, hpo, mesh; or an address.")],
    *,
    index: IndexOption = None,
    sha256: Annotated[str, typer.Option(metavar="HEX", help="Checksum that the file must have.")] = "",
    json: JsonOption = False,
) -> None:
    """Download terminologies from their permanent addresses, and compile them into the index.

    This is the one command that uses the network. A download that broke off goes on where it stopped, what a server
    states of the file is checked, and its checksum is kept. Known: mondo, doid, hpo, oae, go, chebi, ncit, dron, cl,
    uberon, efo, stato, obi, hgnc, mesh, mesh-supplement.

    For example:

      trialgraph ontology pull mondo hpo

      trialgraph ontology pull https://purl.obolibrary.org/obo/eco.obo
    """
    from ...ontology.terminologies import default_folder
    from ...ontology.terminologies.pulling import pull_terminologies

    if sha256 and len(names) > 1:
        raise typer.BadParameter("one checksum fits one file only")
    told = Telling()
    with progress_bar(quiet=json) as bar:
        tasks: dict[str, TaskID] = {}

        def show_progress(name: str, done: int, whole: int | None) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=whole)
            bar.update(tasks[name], completed=done, total=whole)

        folder = index or default_folder()
        added = pull_terminologies(names, folder, sha256=sha256, tell=told, on_progress=show_progress)
    report(added, told, json=json)


@ontology.command("list")
def list_(*, index: IndexOption = None, json: JsonOption = False) -> None:
    """List what the index holds: name, version, licence, number of terms and names."""
    from ...ontology.terminologies import TerminologyIndex, default_folder

    folder = index or default_folder()
    with TerminologyIndex.open(folder) as opened:
        if json:
            print_json({"folder": folder, "fingerprint": opened.fingerprint, "sources": rows(opened.sources)})
        else:
            show(opened.sources)
            say(f"index {opened.fingerprint[:12]} in {folder}")


@ontology.command()
def remove(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="As `ontology list` has them.")],
    *,
    index: IndexOption = None,
) -> None:
    """Take terminologies out of the index."""
    from ...ontology.terminologies import default_folder, remove_terminologies

    remove_terminologies(names, index or default_folder())
    say(f"removed: {', '.join(names)}")


class Telling:
    """Prints remarks on standard error, the first of each file, and remembers whether there were any."""

    def __init__(self) -> None:
        self.passed_over = False
        self._of_file: dict[str, int] = {}

    def __call__(self, remark: "Remark") -> None:
        """Print a remark, unless there were many of the file."""
        self.passed_over |= remark.passed_over
        number = self._of_file[remark.file] = self._of_file.get(remark.file, 0) + 1
        if number <= SHOWN:
            complain(remark)
        elif number == SHOWN + 1:
            complain(f"{remark.file}: and more of this kind")


def report(added: "tuple[Source, ...]", telling: Telling, *, json: bool) -> None:
    """Print what was compiled; exit with a code of its own where pieces were passed over."""
    if json:
        print_json(rows(added))
    else:
        show(added)
    if telling.passed_over:
        raise typer.Exit(SKIPPED)


def rows(sources: "tuple[Source, ...]") -> list[dict[str, object]]:
    """Give sources as JSON has them."""
    return [source._asdict() for source in sources]


def show(sources: "tuple[Source, ...]") -> None:
    """Print sources as a table."""
    from ..tables import print_table

    header = ("name", "title", "version", "licence", "terms", "names", "mappings")
    print_table("Terminologies", header, [[getattr(source, column) for column in header] for source in sources])
