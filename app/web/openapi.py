"""The catalogue as an OpenAPI 3.1 document."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any, Final

from pyoxigraph import QueryResultsFormat, RdfFormat

from ...queries import catalogue
from ...queries.catalogue import CatalogueQuery
from ...queries.header import Parameter
from ...queries.scanning import form
from .jobs import GRAPHS, TABLES

Formats = Mapping[str, QueryResultsFormat] | Mapping[str, RdfFormat]
_TYPES: Final[Mapping[str, Mapping[str, str | int]]] = {
    "text": {"type": "string"},
    "name": {"type": "string"},
    "iri": {"type": "string", "format": "iri"},
    "iris": {"type": "string"},
    "integer": {"type": "integer"},
    "decimal": {"type": "number"},
    "rows": {"type": "integer", "minimum": 0},
}
_ERRORS: Final = {
    "400": "A parameter is missing, unknown or unfit.",
    "404": "There is no such question.",
    "406": "The answer can't be written in a format that you accept.",
    "503": "The answer would take too long or too much, or the server is busy.",
}


def openapi(server: str) -> dict[str, Any]:
    """Describe all questions; `server` is the address before the paths."""
    about = "Questions about clinical trials, answered from a graph in which every fact leads back to its sentence."
    return {
        "openapi": "3.1.0",
        "info": {"title": "trialgraph", "version": version("trialgraph"), "description": about},
        "servers": [{"url": server}],
        "paths": {f"/api/queries/{question.name}": {"get": _operation(question)} for question in catalogue().values()},
    }


def _operation(question: CatalogueQuery) -> dict[str, Any]:
    formats: Formats = TABLES if form(question.text) == "SELECT" else GRAPHS
    return {
        "operationId": question.name,
        "summary": question.title,
        "description": question.answers,
        "parameters": [*map(_parameter, question.parameters), _format_parameter(formats)],
        "responses": {"200": _answer(formats), **{status: {"description": words} for status, words in _ERRORS.items()}},
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "query",
        "required": not parameter.optional,
        "description": parameter.description,
        "schema": _TYPES[parameter.type],
        "example": parameter.example,
    }


def _format_parameter(formats: Formats) -> dict[str, Any]:
    return {
        "name": "format",
        "in": "query",
        "required": False,
        "description": "Instead of the Accept header.",
        "schema": {"type": "string", "enum": [*formats]},
    }


def _answer(formats: Formats) -> dict[str, Any]:
    return {"description": "The answer.", "content": {one.media_type: {} for one in formats.values()}}
