"""Looking at a query's code without being fooled by its strings, IRIs and comments."""

import re
from typing import Final

from ..ontology.errors import QueryError

_OPAQUE: Final = re.compile(
    r"""\\.                                  # an escaped character of a prefixed name
    | '{3}(?:[^\\]|\\.)*?'{3} | "{3}(?:[^\\]|\\.)*?"{3}
    | '(?:[^'\\\r\n]|\\.)*' | "(?:[^"\\\r\n]|\\.)*"
    | <[^<>"{}|^`\x00-\x20]*>
    | \#[^\r\n]*
    | [?$]\w+                                # a variable may bear any name""",
    re.VERBOSE | re.DOTALL,
)
_PROLOGUE: Final = r"\s*(?:(?:PREFIX\s*[\w.-]*:|BASE)\s*)*"
_QUESTION: Final = re.compile(_PROLOGUE + r"(SELECT|CONSTRUCT|ASK|DESCRIBE)(?![\w:-])", re.IGNORECASE)
_FROM: Final = re.compile(r"(?<![\w:-])FROM(?![\w:-])", re.IGNORECASE)
_LIMIT: Final = re.compile(r"(?<![\w:-])LIMIT\s+(\d+)(?!\s+OFFSET)", re.IGNORECASE)
_WHERE: Final = re.compile(r"(?<![\w:-])WHERE\s*\{", re.IGNORECASE)


def code(text: str) -> str:
    """Blank out what is not code, and variables; what is left stays where it is.

    >>> code('ASK { ?s ?p "SERVICE" } # note')
    'ASK {                 }       '
    """
    return _OPAQUE.sub(lambda match: " " * len(match[0]), text)


def refuse_unsafe(name: str, text: str, *, federated: bool = False) -> None:
    """Raise QueryError for what is no question, or would have data fetched from elsewhere, unless `federated`."""
    refuse_changes(name, text)
    if not federated:
        refuse_service(name, text)
    if _FROM.search(code(text)):
        raise QueryError("FROM would fetch data", where=name, remedy="name one document's graph by GRAPH <…> { … }")


def refuse_changes(name: str, text: str) -> None:
    """Raise QueryError for what is no question."""
    if not form(text):
        remedy = "a query starts with SELECT, CONSTRUCT, ASK or DESCRIBE, after its prefixes"
        raise QueryError("this asks nothing, and queries change nothing", where=name, remedy=remedy)


def form(text: str) -> str:
    """Give the word that tells what kind of question this is, in capitals; empty where it is none.

    >>> form("PREFIX ex: <x> construct { ?s ?p ?o } WHERE { ?s ?p ?o }")
    'CONSTRUCT'
    """
    match = _QUESTION.match(code(text))
    return match[1].upper() if match else ""


def refuse_service(name: str, text: str) -> None:
    """Raise QueryError for what would ask another server.

    Keywords need no space round them in practice (`5SERVICE<…>` is read as a number and a keyword), so the letters of
    SERVICE are refused in names, too.
    """
    if "SERVICE" in code(text).upper():
        remedy = "allow it with --federated, or leave it out, and write an IRI with the word in it in full, in <>"
        raise QueryError("SERVICE would ask another server", where=name, remedy=remedy)


def inside_where(text: str) -> list[int]:
    """Give the offsets just inside the braces of each WHERE of the query, those of inner SELECTs included."""
    return [match.end() for match in _WHERE.finditer(code(text))]


def page(text: str) -> re.Match[str] | None:
    """Find where the query says how many rows it gives; None where it doesn't, or at several places.

    >>> match = page("SELECT * { ?s ?p ?o } LIMIT 200 # LIMIT 1")
    >>> match and (match[0], match[1])
    ('LIMIT 200', '200')
    """
    found = [*_LIMIT.finditer(code(text))]
    return found[0] if len(found) == 1 else None
