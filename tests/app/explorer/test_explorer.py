"""What the explorer shows of an address, before any browser draws it."""

import json
import pickle

import pytest
from trialgraph.app.explorer import Explored, Overview, State
from trialgraph.graph.reader import GraphReader
from trialgraph.ontology.errors import QueryError

ISATUXIMAB, CD38, IKEMA = "id/drug/isatuximab", "id/target/CD38", "id/trial/IKEMA"


@pytest.fixture(scope="module")
def reader(store) -> GraphReader:
    return GraphReader(store)


def names(scene) -> set[str]:
    return {card.name for card in scene.picture.cards}


def test_every_state_is_an_address_and_back() -> None:
    given = {
        "open": [ISATUXIMAB, "id/regimen/a+b%2B"],
        "from": [ISATUXIMAB],
        "to": [CD38],
        "hide": ["Trial"],
        "confidence": ["0.8"],
    }
    state = State.read({**given, "assertion": ["affirmed"], "most": ["50"], "tab": ["table"], "q": ["a&b=c"]})
    query = state.address.partition("?")[2]
    from urllib.parse import parse_qs

    assert State.read(parse_qs(query)) == state
    assert (state.opened, state.edge, state.confidence) == ((ISATUXIMAB, "id/regimen/a+b%2B"), (ISATUXIMAB, CD38), 0.8)


@pytest.mark.parametrize("query", [{"confidence": ["much"]}, {"confidence": ["7"]}, {"most": ["1e9"]}, {"tab": ["x"]}])
def test_what_makes_no_sense_is_refused(query) -> None:
    with pytest.raises(QueryError):
        State.read(query)


@pytest.mark.parametrize("name", ["id/drug/unobtainium", "nonsense", "id/<script>", "id/\x00", "../etc"])
def test_what_is_not_there_is_told(reader, name) -> None:
    with pytest.raises(QueryError, match="nothing in this graph"):
        Explored(State(opened=(name,))).answer(reader)


def test_opening_a_thing_shows_its_neighbours_and_opening_another_takes_none_away(reader) -> None:
    one = Explored(State(opened=(ISATUXIMAB,))).answer(reader)
    two = Explored(State(opened=(ISATUXIMAB, IKEMA))).answer(reader)
    assert {"isatuximab", "CD38"} <= names(one)
    assert {card.iri for card in one.picture.cards} < {card.iri for card in two.picture.cards}


def test_the_limit_is_kept_and_what_is_missing_is_counted(reader) -> None:
    few = Explored(State(opened=(IKEMA,), most=5)).answer(reader)
    assert len(few.picture.cards) <= 6
    assert few.cut > 0


def test_a_hidden_kind_is_not_drawn_but_stays_in_the_legend(reader) -> None:
    scene = Explored(State(opened=(ISATUXIMAB,), hidden=("Target",))).answer(reader)
    assert "CD38" not in names(scene)
    assert scene.kinds["Target"] >= 1


def test_an_edge_shows_its_sentences_in_their_paragraph(reader) -> None:
    panel = Explored(State(opened=(ISATUXIMAB,), edge=(ISATUXIMAB, CD38))).answer(reader).panel
    assert panel.title == "isatuximab targets CD38"
    for shown in panel.facts:
        for one in shown.quotes:
            text = reader.document(one.sentence.document.rpartition("/")[2]).text
            assert f"{one.before}{one.sentence.quote}{one.after}" in text


def test_a_thing_shows_how_many_facts_there_are_of_each_relation(reader) -> None:
    panel = Explored(State(focus=ISATUXIMAB)).answer(reader).panel
    assert dict(panel.relations)["targets"] == 1
    assert sum(count for _, count in panel.relations) == len(panel.facts) + panel.more


def test_facets_count_what_their_links_show(reader) -> None:
    scene = Explored(State(opened=(ISATUXIMAB,))).answer(reader)
    for name, values in (("trial", scene.facets.trial), ("document", scene.facets.document)):
        value = values[0]
        narrowed = Explored(State(opened=(ISATUXIMAB,), **{name: value.name})).answer(reader)
        assert getattr(narrowed.facets, name)[0].count == value.count


def test_confidence_and_assertion_narrow(reader) -> None:
    state = State(opened=(ISATUXIMAB,), assertion="negated", confidence=1)
    assert Explored(state).answer(reader).picture.facts == {}


def test_a_document_can_be_looked_at_alone(reader) -> None:
    scene = Explored(State(document="doc/ikema_abstract")).answer(reader)
    document = "https://w3id.org/trialgraph/doc/ikema_abstract"
    assert scene.picture.facts
    assert all(document in fact.documents for fact in scene.picture.facts.values())


def test_search_finds_things_to_open(reader) -> None:
    assert "CD38" in {hit.label for hit in Explored(State(words="cd38")).answer(reader).hits}


def test_the_map_has_every_dot_once_and_says_what_is_left_out(reader) -> None:
    whole = json.loads(Overview().answer(reader))
    assert len({name for name, *_ in whole["nodes"]}) == len(whole["nodes"])
    assert all(0 <= end < len(whole["nodes"]) for edge in whole["edges"] for end in edge)
    few = json.loads(Overview(10).answer(reader))
    assert (len(few["nodes"]), few["left"]) == (10, len(whole["nodes"]) - 10)


def test_questions_and_answers_travel(reader) -> None:
    question = Explored(State(opened=(ISATUXIMAB,), focus=CD38))
    assert pickle.loads(pickle.dumps(question.answer(reader))).panel.title == "CD38"
    assert pickle.loads(pickle.dumps(question)) == question


def test_filters_find_what_is_left_out_for_size(reader, monkeypatch) -> None:
    monkeypatch.setattr("trialgraph.app.explorer.scene.MOST_CLAIMS", 1)
    survival = "id/endpoint/progression-free-survival"
    for trial in ("id/trial/IKEMA", "id/trial/ICARIA-MM"):
        scene = Explored(State(opened=(survival,), trial=trial)).answer(reader)
        assert [value.name for value in scene.facets.trial] == [trial]


def test_a_filter_by_drug_lets_results_of_its_arms_through(reader) -> None:
    state = State(opened=("id/endpoint/progression-free-survival",), drug=ISATUXIMAB)
    assert {"OutcomeResult"} <= {card.kind for card in Explored(state).answer(reader).picture.cards}
