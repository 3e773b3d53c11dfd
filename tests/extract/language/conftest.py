from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from trialgraph.extract.language.abbreviations import AbbreviationFinder
from trialgraph.extract.language.dictionary import Name
from trialgraph.extract.language.mentions import MentionFinder
from trialgraph.extract.language.sentences import SentenceSplitter
from trialgraph.extract.language.tokenizer import use_trial_tokens
from trialgraph.ontology.facts import Concept, ConceptKind

NAMES: dict[ConceptKind, dict[str, str]] = {
    "Drug": {"isatuximab": "=Isa|Sarclisa", "carfilzomib": "=CFZ", "lenalidomide": "", "dexamethasone": "=dex"},
    "DrugClass": {"proteasome inhibitor": "", "monoclonal antibody": ""},
    "Target": {"CD38": "", "EGFR": "epidermal growth factor receptor", "BCMA": "B-cell maturation antigen",
               "progesterone receptor": "=PR", "proteasome": "", "PD-1": "programmed death-1"},
    "Endpoint": {"PFS": "progression-free survival", "CR": "complete response", "PD": "=PD|progressive disease",
                 "PR": "=PR|partial response", "ACR20 response": "=ACR20"},
    "AdverseEvent": {"neutropenia": "", "febrile neutropenia": "", "peripheral neuropathy": "", "anemia": "",
                     "diarrhea": ""},
    "Disease": {"multiple myeloma": "=MM", "breast cancer": "", "squamous cell carcinoma": "",
                "non-small cell lung cancer": "=NSCLC", "anemia": ""},
    "CellType": {"natural killer cell": "NK cell"},
}  # fmt: skip


def names() -> list[Name]:
    found: list[Name] = []
    for kind, concepts in NAMES.items():
        for preferred, synonyms in concepts.items():
            for text in filter(None, [preferred, *synonyms.split("|")]):
                concept = Concept(kind, preferred)
                found.append(Name(text.removeprefix("="), kind, preferred, concept, text.startswith("=")))
    return [*found, Name("FOLFOX", "Regimen", "FOLFOX", None, cased=True)]


@pytest.fixture(scope="session")
def blank() -> Language:
    return use_trial_tokens(spacy.blank("en"))


@pytest.fixture(scope="session")
def read(blank: Language) -> Callable[[str], Doc]:
    """The pipeline with a lexicon of a few names."""
    components = [SentenceSplitter(), AbbreviationFinder(), MentionFinder(names(), blank)]

    def run(text: str) -> Doc:
        doc = blank.make_doc(text)
        for component in components:
            doc = component(doc)
        return doc

    return run


@pytest.fixture(scope="session")
def found(read: Callable[[str], Doc]) -> Callable[[str], list[tuple[str, str, str]]]:
    """Text, kind and name of the mentions of a text."""

    def run(text: str) -> list[tuple[str, str, str]]:
        doc = read(text)
        return [(m.text, m.label_, m.kb_id_) for m in doc.spans["mentions"]]

    return run
