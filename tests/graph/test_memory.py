import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from graph_samples import hazard_ratio, read, targets
from trialgraph.graph import memory
from trialgraph.graph.archive import Archive
from trialgraph.graph.store import Change
from trialgraph.ontology.errors import StoreError
from trialgraph.ontology.facts import Trial, TrialAttribute

PHASE = TrialAttribute(trial=Trial("", ("NCT03275285",)), attribute="phase", value="3")
BEFORE, AFTER = read("a", PHASE), read("b", hazard_ratio(), targets())

CRASH = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from graph_samples import FewWords, IKEMA, hazard_ratio, read, targets
from trialgraph.graph.archive import Archive
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.graph.store import Change

graph = KnowledgeGraph(Path(sys.argv[2]), lexicon=FewWords())
place, die = sys.argv[3], lambda *_: os._exit(9)
if place == "before the RDF is written":
    Change.add = die
elif place == "between adding and removing":
    Change.remove = die
elif place == "between the stores":
    Archive.settle = die
if sys.argv[4] == "add":
    graph.add(*read("b", hazard_ratio(), targets()))
else:
    graph.remove("b")
"""


@pytest.mark.parametrize("place", ["before the RDF is written", "between adding and removing", "between the stores"])
@pytest.mark.parametrize("deed", ["add", "remove"])
def test_what_a_crash_interrupts_is_finished_on_opening(make_graph, dump, tmp_path, place, deed):
    expected = dump(make_graph(BEFORE, AFTER) if deed == "add" else make_graph(BEFORE))
    path = tmp_path / "store"
    graph = make_graph(BEFORE, *([AFTER] if deed == "remove" else []), path=path)
    graph.close()
    call = [sys.executable, "-c", CRASH, str(Path(__file__).parent), str(path), place, deed]
    assert subprocess.run(call, capture_output=True, check=False).returncode == 9
    assert dump(make_graph(path=path)) == expected


def fail(*_):
    raise StoreError("the disk is full")


@pytest.mark.parametrize("broken", [(Change, "add"), (memory, "document_iri")])
def test_an_error_leaves_everything_as_it_was(make_graph, dump, monkeypatch, broken):
    graph = make_graph(BEFORE)
    before = dump(graph)
    with monkeypatch.context() as patch, pytest.raises(StoreError, match="the disk is full"):
        patch.setattr(*broken, fail)
        graph.add(*AFTER)
    assert dump(graph) == before
    assert [document.identifier for document in graph.documents()] == ["a"]
    graph.add(*AFTER)
    assert dump(graph) == dump(make_graph(BEFORE, AFTER))


@pytest.mark.parametrize("broken", [(Change, "remove"), (Archive, "settle")])
def test_an_error_after_the_rdf_is_written_is_made_good_by_the_next_write(make_graph, dump, monkeypatch, broken):
    graph = make_graph(BEFORE)
    with monkeypatch.context() as patch, pytest.raises(StoreError):
        patch.setattr(*broken, fail)
        graph.add(*AFTER)
    graph.add(*BEFORE)
    assert dump(graph) == dump(make_graph(BEFORE, AFTER))


def test_an_error_after_the_union_is_written_is_made_good_on_opening(make_graph, dump, monkeypatch, tmp_path):
    graph = make_graph(BEFORE, path=tmp_path)
    load = Change._load
    with monkeypatch.context() as patch, pytest.raises(StoreError, match="the disk is full"):
        patch.setattr("trialgraph.graph.store._MANY", 1)
        patch.setattr(Change, "_load", lambda change, *lot: fail() if change.begun else load(change, *lot))
        graph.add(*AFTER)
    graph.close()
    assert dump(make_graph(path=tmp_path)) == dump(make_graph(BEFORE, AFTER))


def test_a_stop_by_the_user_in_mid_write_is_made_good_on_opening(make_graph, dump, monkeypatch, tmp_path):
    def stop(*_):
        raise KeyboardInterrupt

    graph = make_graph(BEFORE, path=tmp_path)
    add = Change.add
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Change, "add", lambda changes, store: (add(changes, store), stop()))
        graph.add(*AFTER)
    graph.close()
    assert dump(make_graph(path=tmp_path)) == dump(make_graph(BEFORE, AFTER))


def test_lost_rdf_is_made_again(make_graph, dump, tmp_path):
    path = tmp_path / "store"
    graph = make_graph(BEFORE, AFTER, path=path)
    before = dump(graph)
    graph.close()
    shutil.rmtree(path / "oxigraph")
    assert dump(make_graph(path=path)) == before


def test_a_later_document_can_name_the_trial_of_an_earlier_one(make_graph, ask):
    graph = make_graph(BEFORE)
    trial = "SELECT ?trial ?label { ?trial a tg:Trial ; skos:prefLabel ?label }"
    number, name = (("https://w3id.org/trialgraph/id/trial/" + x, x) for x in ("NCT03275285", "IKEMA"))
    assert ask(graph, trial) == [number]
    graph.add(*AFTER)
    assert ask(graph, trial) == [name]
    assert ask(graph, "SELECT ?phase { ?trial skos:prefLabel 'IKEMA' ; tg:phase ?phase }") == [("3",)]
    graph.remove("b")
    assert ask(graph, trial) == [number]


def test_the_lexicon_gives_a_registered_trial_its_name(make_graph, ask):
    by_number, by_name = Trial("", ("NCT03875235",)), Trial("TOPAZ-1")
    claims = (TrialAttribute(trial=trial, attribute="phase", value="3") for trial in (by_number, by_name))
    graph = make_graph(*(read(name, claim) for name, claim in zip("ab", claims, strict=True)))
    about = "?trial a tg:Trial ; skos:prefLabel ?label OPTIONAL { ?trial tg:registryId ?number }"
    trial = f"SELECT ?trial ?label ?number {{ {about} }}"
    iri = "https://w3id.org/trialgraph/id/trial/TOPAZ-1"
    assert ask(graph, trial) == [(iri, "TOPAZ-1", "NCT03875235")]
    graph.remove("a")
    assert ask(graph, trial) == [(iri, "TOPAZ-1", None)]


def test_trials_that_share_only_an_ambiguous_acronym_stay_apart(make_graph, ask):
    one, other = (
        TrialAttribute(trial=Trial("TITAN", (number,)), attribute="enrolled", value=size)
        for number, size in (("NCT02489318", 1052), ("NCT01234567", 30))
    )
    rows = ask(make_graph(read("a", one), read("b", other)), "SELECT ?trial ?n { ?trial tg:enrolled ?n }")
    assert len({trial for trial, _ in rows}) == len(rows) == 2


def test_support_counts_documents_not_sentences(make_graph, ask):
    supported = "SELECT ?n { GRAPH tg:derived { ?claim tg:supportCount ?n } }"
    graph = make_graph(read("a", targets(), targets()), read("b", targets(), assertion="negated"))
    assert ask(graph, supported) == []
    graph.add(*read("c", targets()))
    assert ask(graph, supported) == [("2",)]
    graph.remove("a")
    assert ask(graph, supported) == []


def test_names_of_concepts_go_with_the_last_document_that_needs_them(make_graph, ask):
    labels = "SELECT ?label { GRAPH tg:concepts { ?concept skos:prefLabel ?label } }"
    graph = make_graph(read("a", targets()), read("b", targets(), PHASE))
    graph.remove("a")
    assert ask(graph, labels) == [("CD38",), ("anti-CD38 antibody",), ("isatuximab",)]
    graph.remove("b")
    assert ask(graph, labels) == []
