"""Arithmetic on what a document states: papers have slips, and readers too; what does not add up is kept and flagged.

The checks are queries of `shapes.ttl`, which Oxigraph runs over the graph of one document at a time.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import Quad, Store

from .shapes import arithmetic

Failures = Mapping[str, frozenset[tuple[str, str]]]
"""By the IRI of a claim the checks that it fails, each with an explanation."""


def failed_checks(quads: Iterable[Quad]) -> Failures:
    """Check the statements of one document, whatever named graph they are in."""
    stated = Store()
    stated.extend(Quad(*quad.triple) for quad in quads)
    failures: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, rule in arithmetic().items():
        for claim, explanation in rule.broken(stated):
            failures[claim.value].add((name, explanation))
    return {claim: frozenset(failed) for claim, failed in failures.items()}
