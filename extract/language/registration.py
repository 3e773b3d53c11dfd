"""What is registered with spaCy, once per process: our components, and the attributes (`doc._`, `span._`) they fill."""

from collections.abc import Callable
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span

Factory = TypeVar("Factory", bound=Callable[..., object])

DOC_ATTRIBUTES: dict[str, object] = {"abbreviations": {}, "definitions": ()}
SPAN_ATTRIBUTES: dict[str, object] = {"score": 0.0, "method": "", "candidates": (), "head": ""}


def component(name: str, **defaults: object) -> Callable[[Factory], Factory]:
    """Register a factory of pipeline components under a name, with the defaults of its settings."""

    def register(factory: Factory) -> Factory:
        Language.factory(name, default_config=defaults, func=factory)  # pyright: ignore[reportUnknownMemberType]
        return factory

    return register


def _register_attributes() -> None:
    for owner, attributes in ((Doc, DOC_ATTRIBUTES), (Span, SPAN_ATTRIBUTES)):
        for name, default in attributes.items():
            if not owner.has_extension(name):
                owner.set_extension(name, default=default)


_register_attributes()
