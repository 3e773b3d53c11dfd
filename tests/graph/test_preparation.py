import pickle

import pytest
from graph_samples import FewWords, documents, hazard_ratio, read, targets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trialgraph.graph.preparation import prepare
from trialgraph.ontology.errors import StoreError
from trialgraph.ontology.facts import Trial, TrialAttribute

IKEMA = Trial("IKEMA", ("NCT03275285",))
BY_NUMBER = read("a", TrialAttribute(trial=Trial("", IKEMA.registry_ids), attribute="phase", value="3"))
BY_NAME = read("b", hazard_ratio(), targets())


def ready(document, content_hash=""):
    return pickle.loads(pickle.dumps(prepare(*document, names=FewWords()).of_file(content_hash)))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(documents(), max_size=4, unique_by=lambda document: document[0].identifier))
def test_what_another_process_prepared_is_stored_as_if_it_was_prepared_here(make_graph, dump, found):
    graph = make_graph()
    graph.add_prepared(map(ready, found))
    assert dump(graph) == dump(make_graph(*found))


def test_a_trial_that_others_name_otherwise_is_known_by_the_name_of_all(make_graph, dump, ask):
    graph = make_graph(BY_NAME)
    graph.add_prepared([ready(BY_NUMBER)])
    assert ask(graph, "SELECT ?phase { ?trial skos:prefLabel 'IKEMA' ; tg:phase ?phase }") == [("3",)]
    assert dump(graph) == dump(make_graph(BY_NUMBER, BY_NAME))


def test_the_hash_of_the_file_goes_with_it(make_graph):
    graph = make_graph()
    graph.add_prepared([ready(BY_NAME, "1234")])
    assert graph.has("b", "1234")


def test_what_utf_8_lacks_is_refused():
    with pytest.raises(StoreError, match="this can't be stored"):
        prepare(*read("a", targets(), text="\ud800"), names=FewWords())
