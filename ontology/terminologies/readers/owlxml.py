"""OWL/XML, the syntax that no RDF library reads."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..records import Header, Notes, Record
from .elements import Element, elements
from .gathering import Terms

_OWL: Final = "{http://www.w3.org/2002/07/owl#}"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_SUBCLASS: Final = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_WANTED: Final = tuple(f"{_OWL}{tag}" for tag in ("Prefix", "Annotation", "AnnotationAssertion", "SubClassOf"))


def read_owlxml(path: Path, header: Header, notes: Notes) -> Iterator[Record]:
    """Read the annotations and the hierarchy of classes."""
    terms = Terms()
    prefixes: dict[str, str] = {}
    for element in elements(path, _WANTED):
        parts = [(part.tag, _value(part, prefixes)) for part in element]
        values = [value for tag, value in parts if tag != f"{_OWL}Annotation"]
        match element.tag.removeprefix(_OWL):
            case "Prefix":
                prefixes[element.get("name")] = element.get("IRI")
            case "Annotation" if len(values) == 2 and _is_of_ontology(element):
                header.state(*values)
            case "AnnotationAssertion" if len(values) == 3 and _is_english(element):
                predicate, subject, value = values
                terms.add(subject, predicate, value, element.sourceline)
            case "SubClassOf" if [tag for tag, _ in parts] == [f"{_OWL}Class"] * 2:
                terms.add(values[0], _SUBCLASS, values[1], element.sourceline)
            case _:
                pass
    return terms.records()


def _value(element: Element, prefixes: dict[str, str]) -> str:
    """Give the IRI that an element names, or else its text."""
    text = element.text or ""
    short = element.get("abbreviatedIRI") or (text if element.tag == f"{_OWL}AbbreviatedIRI" else "")
    if short:
        prefix, _, local = short.partition(":")
        return prefixes.get(prefix, f"{prefix}:") + local
    return element.get("IRI") or text


def _is_of_ontology(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{_OWL}Ontology"


def _is_english(element: Element) -> bool:
    return all(part.get(_LANGUAGE, "en").lower().startswith("en") for part in element)
