import json


def test_search_shows_names_and_quotes_with_their_places(run, store):
    answer = run("search", "isatux", "--graph", store, "--limit", 3)
    assert answer.code == 0
    assert "isatuximab (Drug)" in answer.out
    assert "characters" in answer.out


def test_search_for_programs(run, store):
    found = json.loads(run("search", "progression-free", "--graph", store, "--json").out)
    assert {*found} == {"names", "quotes"}
    assert all("progression-free" in " ".join(hit["quote"].lower().split()) for hit in found["quotes"])
    assert found["quotes"]


def test_search_says_when_there_is_nothing(run, store):
    assert "nothing in this graph holds" in run("search", "zzzz", "--graph", store).out
