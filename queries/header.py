"""What a query tells about itself in the comments at its head.

    # title: Drugs by target
    # answers: Which drugs act on a target, …
    # param: target name? "CD38" name of the target

A type is `name`, `text`, `iri`, `iris` (one or more, with spaces between), `integer` or `decimal`; a question mark
after it says that the parameter may be left out. The query reads parameter `target` as the variable `$target`: by a
`name`, in whatever case, it gets what bears that name. A query with a LIMIT takes `limit` and `offset` beside these,
numbers of `rows`, so that one can have more of them, or the next.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, cast

from ..ontology.errors import QueryError
from .scanning import page

ParameterType = Literal["name", "text", "iri", "iris", "integer", "decimal", "rows"]
_LINE: Final = re.compile(r"#\s*(title|answers|param):\s*(.*?)\s*$")
_PARAMETER: Final = re.compile(r'([A-Za-z]\w*)\s+(name|text|iris?|integer|decimal)(\??)\s+"([^"]*)"\s*(.*)')


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that the asker gives: `example` is a value that makes sense."""

    name: str
    type: ParameterType
    optional: bool
    example: str
    description: str

    def __str__(self) -> str:
        return f"{self.name} ({self.type}{', may be left out' if self.optional else ''}; like {self.example!r})"


@dataclass(frozen=True, slots=True)
class CatalogueQuery:
    """A question: its name, what it answers, what it takes, and its SPARQL."""

    name: str
    title: str
    answers: str
    parameters: tuple[Parameter, ...]
    text: str


def parse(name: str, text: str) -> CatalogueQuery:
    r"""Read the head of a query; one without a head is its own title and takes no parameters.

    >>> parse("mine", '# title: Mine\n# param: drug text? "isatuximab" name\nASK {}').parameters[0].optional
    True
    """
    head: dict[str, list[str]] = {"title": [], "answers": [], "param": []}
    for key, value in _head(text):
        head[key].append(value)
    own = [_parameter(name, line) for line in head["param"]]
    parameters = (*own, *(more for more in _paging(text) if more.name not in {parameter.name for parameter in own}))
    return CatalogueQuery(name, " ".join(head["title"]) or name, " ".join(head["answers"]), parameters, text)


def _paging(text: str) -> Iterator[Parameter]:
    if found := page(text):
        yield Parameter("limit", "rows", True, found[1], f"how many rows at most, {found[1]} where it is left out")
        yield Parameter("offset", "rows", True, "0", "how many rows come before these")


def _head(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            return
        if match := _LINE.match(line):
            yield match[1], match[2]


def _parameter(name: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None:
        remedy = 'write # param: NAME TYPE "example" description, TYPE being name, text, iri, iris, integer or decimal'
        raise QueryError(f"can't read the parameter {line!r}", where=name, remedy=remedy)
    kind = cast(ParameterType, match[2])
    return Parameter(match[1], kind, optional=bool(match[3]), example=match[4], description=match[5])
