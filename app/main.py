"""The command line: `trialgraph COMMAND`. What is heavy is imported inside the commands, so that `--help` is quick.

Exit codes: 0 fine; 1 failed; 2 wrong usage; 3 done, but documents or terms were passed over; 130 stopped by
Ctrl-C.
"""

import sys

import typer

from ..ontology.errors import TrialgraphError
from .commands.build import build
from .commands.conflicts import conflicts
from .commands.coverage import coverage
from .commands.crosscheck import crosscheck
from .commands.demo import demo
from .commands.diff import diff
from .commands.doctor import doctor
from .commands.export import export
from .commands.ground import ground
from .commands.ontology import ontology
from .commands.query import query
from .commands.remove import remove
from .commands.report import report
from .commands.search import search
from .commands.serve import serve
from .commands.show import show
from .commands.stats import stats
from .commands.verify import verify
from .commands.view import view
from .terminal import complain

EPILOG = "Exit codes: 0 fine; 1 failed; 2 wrong usage; 3 done, but documents or terms were passed over; 130 stopped."

app = typer.Typer(
    name="trialgraph",
    help="Reads clinical-trial documents into a graph in which every fact leads back to the words that state it.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    demo,
    build,
    query,
    show,
    search,
    conflicts,
    crosscheck,
    diff,
    view,
    report,
    serve,
    export,
    ground,
    coverage,
    verify,
    remove,
    stats,
    doctor,
):
    app.command()(command)
app.add_typer(ontology)


@app.callback(invoke_without_command=True)
def options(*, version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    """Handle what stands before the command."""
    if version:
        from importlib.metadata import version as installed

        typer.echo(installed("trialgraph"))
        raise typer.Exit


def main() -> None:
    """Run the command line; whatever is refused becomes one line on standard error and exit code 1."""
    try:
        app()
    except (TrialgraphError, OSError) as error:
        complain(error)
        sys.exit(1)
