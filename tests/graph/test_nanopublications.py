import logging

import pyoxigraph
import pytest
from graph_samples import HOSTILE, IKEMA, hazard_ratio, read, targets
from trialgraph.ontology.facts import Concept, TrialAttribute

NP = "https://w3id.org/trialgraph/np/"


@pytest.fixture
def nanopublications(dump):
    """Give the export taken apart, by nanopublication."""

    def take_apart(graph):
        found = {}
        for quad in pyoxigraph.parse(dump(graph, "nanopub"), format=pyoxigraph.RdfFormat.TRIG):
            found.setdefault(quad.graph_name.value.partition("#")[0], []).append(quad)
        return found

    return take_apart


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_each_claim_is_a_valid_nanopublication(make_graph, nanopublications, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    logging.getLogger("nanopub").setLevel(logging.ERROR)
    from nanopub import Nanopub

    claims = targets(), hazard_ratio(), TrialAttribute(trial=IKEMA, attribute="phase", value="3")
    found = nanopublications(make_graph(read("a", *claims), read("b", targets(Concept("Drug", HOSTILE)), targets())))
    assert len(found) == 4
    for address, quads in found.items():
        path = tmp_path / "nanopub.trig"
        path.write_bytes(pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.TRIG))
        nanopub = Nanopub(rdf=path)
        assert nanopub.is_valid
        assert str(nanopub.metadata.np_uri) == address
        assert address.startswith(NP)


def test_a_claim_of_two_documents_has_the_words_of_both_and_no_more(make_graph, nanopublications):
    other = hazard_ratio(value=hazard_ratio().value + 1)
    ((_, quads),) = nanopublications(
        make_graph(read("a", targets()), read("b", targets()), read("c", targets(), other, assertion="negated"))
    ).items()
    quotes = {quad.object.value for quad in quads if quad.predicate.value.endswith("/quote")}
    assert quotes == {"Statement 0 of a.", "Statement 0 of b."}
    asserted = {quad.predicate.value.rpartition("/")[2] for quad in quads if "#assertion" in quad.graph_name.value}
    assert "targets" in asserted
    assert "supportCount" not in asserted
