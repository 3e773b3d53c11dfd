"""The custom attributes (`doc._`, `span._`) that the components of the pipeline fill."""

from spacy.tokens import Doc, Span

DOC_ATTRIBUTES: dict[str, object] = {
    "abbreviations": {},
    "definitions": (),
    "cues": (),
}
SPAN_ATTRIBUTES: dict[str, object] = {
    "score": 0.0,
    "method": "",
    "candidates": (),
    "head": "",
    "assertion": "affirmed",
    "historical": False,
}


def register_attributes() -> None:
    """Declare the attributes once per process; a second call changes nothing."""
    for name, default in DOC_ATTRIBUTES.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    for name, default in SPAN_ATTRIBUTES.items():
        if not Span.has_extension(name):
            Span.set_extension(name, default=default)
