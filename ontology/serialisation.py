"""Documents and readings as JSON and back, so that they can be kept, sent to workers, and compared."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from .document import Document
from .errors import StoreError
from .facts import Fact, Reading, TrialAttribute


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def reading_to_json(reading: Reading) -> bytes:
    """Write a reading as JSON, decimals as they are printed; StoreError where a text has lone surrogates.

    >>> reading_from_json(reading_to_json(Reading(facts=(), dropped=2))).dropped
    2
    """
    return _dump(_with_texts(reading, lambda text: f"'{text}"))


def reading_from_json(data: bytes) -> Reading:
    """Read what `reading_to_json` wrote; StoreError when it is anything else."""
    return _with_texts(_parse(Reading, data), lambda text: text[1:])


def document_to_json(document: Document) -> bytes:
    """Write a document as JSON; StoreError where its text has lone surrogates."""
    return _dump(document)


def document_from_json(data: bytes) -> Document:
    """Read what `document_to_json` wrote; StoreError when it is anything else."""
    return _parse(Document, data)


def _dump(value: Document | Reading) -> bytes:
    try:
        return _adapter(type(value)).dump_json(value)
    except PydanticSerializationError as error:
        raise StoreError(f"this can't be stored: {error}", remedy="replace the characters that UTF-8 lacks") from error


def _parse(kind: type, data: bytes) -> Any:
    try:
        return _adapter(kind).validate_json(data)
    except ValidationError as error:
        raise StoreError(f"the JSON is no {kind.__name__}: {error.errors()[0]['msg']}") from error


def _with_texts(reading: Reading, change: Callable[[str], str]) -> Reading:
    """Change the texts among the values of trial attributes: JSON has decimals as texts, a mark keeps them apart."""

    def marked(fact: Fact) -> Fact:
        claim = fact.claim
        if isinstance(claim, TrialAttribute) and isinstance(claim.value, str):
            return replace(fact, claim=replace(claim, value=change(claim.value)))
        return fact

    return replace(reading, facts=tuple(marked(fact) for fact in reading.facts))
