"""The clinical tables of the lexicon: diseases, adverse events, endpoints, trials."""

from collections import Counter

import pytest
from trialgraph.ontology.facts import Concept, ConceptKind
from trialgraph.ontology.lexicon import Lexicon, load_lexicon
from trialgraph.ontology.names import tidy

CLINICAL: dict[ConceptKind, int] = {"Disease": 400, "AdverseEvent": 700, "Endpoint": 150}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def named(lexicon: Lexicon, surface: str, kind: ConceptKind) -> list[str]:
    return [entry.concept.name for entry in lexicon.named(surface) if entry.concept.kind == kind]


def squeezed(name: str) -> str:
    """Leave out case, spaces, hyphens and plural endings, as a search of names may."""
    return "".join(word.removesuffix("s") for word in tidy(name).casefold().replace("-", " ").split())


@pytest.mark.parametrize(("kind", "least"), CLINICAL.items())
def test_the_tables_are_as_large_as_trial_papers_need(lexicon: Lexicon, kind: ConceptKind, least: int) -> None:
    assert sum(entry.concept.kind == kind for entry in lexicon.entries()) >= least


@pytest.mark.parametrize("kind", CLINICAL)
def test_no_name_stands_for_two_concepts_of_a_kind(lexicon: Lexicon, kind: ConceptKind) -> None:
    owners: dict[str, set[str]] = {}
    for entry in lexicon.entries():
        if entry.concept.kind == kind:
            for name in {entry.concept.name, *entry.synonyms} - entry.case_sensitive:
                owners.setdefault(squeezed(name), set()).add(entry.concept.name)
    assert {key: names for key, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize("kind", CLINICAL)
def test_a_name_is_not_listed_twice(lexicon: Lexicon, kind: ConceptKind) -> None:
    for entry in lexicon.entries():
        if entry.concept.kind == kind:
            repeated = [name for name, n in Counter((entry.concept.name, *entry.synonyms)).items() if n > 1]
            assert repeated == [], entry.concept


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("anaemia", "anemia"),
        ("neutropaenia", "neutropenia"),
        ("diarrhoea", "diarrhea"),
        ("peripheral oedema", "peripheral edema"),
        ("haemorrhage", "hemorrhage"),
        ("dyspnoea", "dyspnea"),
        ("hyperkalaemia", "hyperkalemia"),
    ],
)
def test_a_british_spelling_finds_the_american_event(lexicon: Lexicon, british: str, american: str) -> None:
    assert named(lexicon, british, "AdverseEvent") == [american]


@pytest.mark.parametrize(
    ("surface", "event"),
    [
        ("low platelet count", "thrombocytopenia"),
        ("neutrophil count decreased", "decreased neutrophil count"),
        ("palmar-plantar erythrodysesthesia syndrome", "hand-foot syndrome"),
        ("infusion-related reaction", "infusion reaction"),
        ("TEAEs", "any adverse event"),
        ("SAE", "serious adverse event"),
        ("ALT increased", "increased alanine aminotransferase"),
        ("itching", "pruritus"),
        ("SPM", "second primary malignancy"),
        ("low blood sugar", "hypoglycemia"),
    ],
)
def test_common_and_lay_names_find_the_event(lexicon: Lexicon, surface: str, event: str) -> None:
    assert named(lexicon, surface, "AdverseEvent") == [event]


@pytest.mark.parametrize(
    ("surface", "endpoint"),
    [
        ("CR", "complete response"),
        ("sCR", "stringent complete response"),
        ("PFS", "progression-free survival"),
        ("overall response rate", "objective response rate"),
        ("VGPR or better", "very good partial response or better"),
        ("MRD-negative", "minimal residual disease negativity"),
        ("Cmax", "maximum plasma concentration"),
        ("HbA1c", "glycated hemoglobin"),
        ("TTNT", "time to next treatment"),
    ],
)
def test_abbreviations_find_the_endpoint(lexicon: Lexicon, surface: str, endpoint: str) -> None:
    assert named(lexicon, surface, "Endpoint") == [endpoint]


@pytest.mark.parametrize("surface", ["cr", "pd", "Or", "os"])
def test_an_abbreviation_counts_in_its_own_case_only(lexicon: Lexicon, surface: str) -> None:
    assert named(lexicon, surface, "Endpoint") == []


@pytest.mark.parametrize(
    ("surface", "disease"),
    [
        ("RRMM", "relapsed or refractory multiple myeloma"),
        ("relapsed and refractory multiple myeloma", "relapsed or refractory multiple myeloma"),
        ("smouldering multiple myeloma", "smoldering multiple myeloma"),
        ("NSCLC", "non-small cell lung cancer"),
        ("small cell carcinoma of the lung", "small cell lung cancer"),
        ("carcinoma in situ of the bladder", "bladder carcinoma in situ"),
        ("Hodgkin's lymphoma", "Hodgkin lymphoma"),
        ("COPD", "chronic obstructive pulmonary disease"),
        ("type 2 diabetes mellitus", "type 2 diabetes"),
    ],
)
def test_the_names_of_papers_find_the_disease(lexicon: Lexicon, surface: str, disease: str) -> None:
    assert named(lexicon, surface, "Disease") == [disease]


def ancestors(lexicon: Lexicon, concept: Concept) -> set[Concept]:
    found: set[Concept] = set()
    waiting = [concept]
    while waiting:
        entry = lexicon.entry(waiting.pop())
        assert entry is not None
        waiting += [parent for parent in entry.broader if parent not in found]
        found |= set(entry.broader)
    return found


@pytest.mark.parametrize("kind", CLINICAL)
def test_broader_concepts_never_run_in_a_circle(lexicon: Lexicon, kind: ConceptKind) -> None:
    for entry in lexicon.entries():
        if entry.concept.kind == kind:
            assert entry.concept not in ancestors(lexicon, entry.concept)


def test_a_survival_endpoint_is_known_as_time_to_event(lexicon: Lexicon) -> None:
    parents = ancestors(lexicon, Concept("Endpoint", "overall survival"))
    assert Concept("Endpoint", "time-to-event endpoint") in parents


def test_myeloma_carries_its_identifiers(lexicon: Lexicon) -> None:
    entry = lexicon.entry(Concept("Disease", "multiple myeloma"))
    assert entry is not None
    exact = {mapping.curie for mapping in entry.mappings if mapping.relation == "exact"}
    assert {"MONDO:0009693", "DOID:9538", "NCIT:C3242", "MESH:D009101"} <= exact


def test_an_acronym_finds_the_registry_number(lexicon: Lexicon) -> None:
    trial = lexicon.trial("IKEMA")
    assert trial is not None
    assert trial.registry_ids == ("NCT03275285",)
    assert lexicon.trial("axis") is None
