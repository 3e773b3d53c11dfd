"""`trialgraph doctor`: look whether the installation works."""

from dataclasses import asdict
from typing import Annotated

import typer

from ..tables import print_table
from ..terminal import print_json
from .options import JsonOption


def doctor(
    *,
    graph: Annotated[str, typer.Option(metavar="PLACE", help="A graph to look at, too.", show_default=False)] = "",
    json: JsonOption = False,
) -> None:
    """Try each part of the installation, and say what is missing and what to do; exit code 1 if something is broken.

    Sends nothing and changes nothing.

    For example:

      trialgraph doctor

      trialgraph doctor --graph myeloma
    """
    from ..doctor import examine

    findings = list(examine(graph))
    if json:
        print_json([asdict(finding) for finding in findings])
    else:
        print_table("Installation", ("what", "state", "note"), [(f.what, f.verdict, f.note) for f in findings])
    if any(finding.verdict == "broken" for finding in findings):
        raise typer.Exit(1)
