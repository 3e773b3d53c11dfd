"""`trialgraph serve`: look at a graph in a browser, and ask it in SPARQL over HTTP."""

from typing import Annotated

import typer

from .options import DEFAULT_STORE, GraphOption, local


def serve(
    *,
    graph: GraphOption = DEFAULT_STORE,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; 0.0.0.0 lets other machines in.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 8000,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Another name under which the server may be asked; repeatable, * for any."),
    ] = None,
    cors: Annotated[bool, typer.Option(help="Let pages of other sites read answers of /sparql and /api.")] = True,
    curate: Annotated[bool, typer.Option("--curate", help="Let readers mark claims as right or wrong.")] = False,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
) -> None:
    """Serve the graph to browsers, and to programs at /sparql and /api, on this machine alone unless told otherwise.

    Other programs can go on building the graph meanwhile.

    For example:

      trialgraph serve

      trialgraph serve --graph myeloma --port 8080 --no-browser
    """
    from ..web.running import run
    from ..web.settings import Settings

    settings = Settings(hosts=tuple(allow_host or ()), cors=cors, curate=curate)
    run(local(graph), host=host, port=port, settings=settings, browser=browser)
