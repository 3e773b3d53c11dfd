"""`trialgraph stats`: count what is in a graph."""

from dataclasses import asdict

from ..tables import print_table
from ..terminal import print_json
from .options import DEFAULT_STORE, GraphOption, JsonOption, open_graph


def stats(*, graph: GraphOption = DEFAULT_STORE, json: JsonOption = False) -> None:
    """Count what is in the graph, and list its documents.

    For example:

      trialgraph stats

      trialgraph stats --graph myeloma --json
    """
    with open_graph(graph) as store:
        counts, documents = store.stats(), store.documents()
    if json:
        print_json({"counts": counts, "documents": [asdict(document) for document in documents]})
        return
    print_table("In the graph", ("what", "number"), counts.items())
    rows = [(document.identifier, document.kind, document.issued, document.title) for document in documents]
    print_table("Documents", ("identifier", "kind", "issued", "title"), rows)
