from itertools import pairwise

import pytest
from trialgraph.extract.language.pipeline import load_pipeline


def added(text):
    doc = load_pipeline()(text)
    return [(m.text, m.label_) for m in doc.spans["mentions"] if m._.method == "entity"]


def test_unknown_drug_becomes_a_mention():
    assert ("zorbelamine", "Drug") in added("Patients were randomly assigned to receive zorbelamine 20 mg or placebo.")


def test_unknown_event_in_a_sentence_of_events():
    found = added("Adverse events were anemia and uterine rupture.")
    assert ("uterine rupture", "AdverseEvent") in found


def test_what_the_lexicon_knows_stays_as_it_is():
    doc = load_pipeline()("Isatuximab plus zorbelamine caused neutropenia.")
    known = [m for m in doc.spans["mentions"] if m.text in {"Isatuximab", "neutropenia"}]
    assert [m._.method for m in known] == ["lexicon", "lexicon"]


@pytest.mark.parametrize("text", ["Adverse events and tumours were recorded.", "The trial is in EudraCT and was safe."])
def test_vague_words_and_registries_are_left_alone(text):
    assert added(text) == []


def test_mentions_stay_sorted_and_apart():
    text = "Toxicity: uterine rupture, neutropenia and zorbelamine 5 mg overdose, then uterine rupture again."
    doc = load_pipeline()(text)
    assert all(a.end <= b.start for a, b in pairwise(doc.spans["mentions"]))


@pytest.mark.parametrize("told", ["68 received {}, and 73 the other.", "Diarrhoea was frequent in the {} arm (16%)."])
def test_a_name_in_capitals_that_patients_are_given_is_no_event(told):
    text = f"The most common grade 3 adverse events were neutropenia (13% with TEGAFIRI). {told.format('TEGAFIRI')}"
    assert not [name for name, kind in added(text) if kind in {"AdverseEvent", "Disease"}]
