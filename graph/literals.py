"""RDF literals of texts and numbers; nothing that a document holds can break them."""

from decimal import Decimal
from typing import Final

from pyoxigraph import Literal, NamedNode

from .iris import XSD

_DECIMAL: Final = NamedNode(f"{XSD}decimal")
_INTEGER: Final = NamedNode(f"{XSD}integer")
_BOOLEAN: Final = NamedNode(f"{XSD}boolean")


def text_literal(text: str, language: str | None = None) -> Literal:
    """Make a plain literal, or one in a language."""
    return Literal(text, language=language)


def decimal_text(number: Decimal) -> str:
    """Write a number without exponent and without trailing zeros, as the store keeps it.

    >>> decimal_text(Decimal("7E-4")), decimal_text(Decimal("77.0")), decimal_text(Decimal("0"))
    ('0.0007', '77', '0')
    """
    plain = format(number, "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain == "-0" else plain


def number_literal(number: Decimal | int | bool) -> Literal:
    """Make a decimal, an integer or a boolean."""
    if isinstance(number, bool):
        return Literal("true" if number else "false", datatype=_BOOLEAN)
    if isinstance(number, int):
        return Literal(str(number), datatype=_INTEGER)
    return Literal(decimal_text(number), datatype=_DECIMAL)
