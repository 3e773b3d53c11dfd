"""`trialgraph crosscheck`, on the registry record and the news among the examples."""

import json


def test_crosscheck_counts_and_lists(run, store):
    answer = run("crosscheck", "--graph", store)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("ICARIA-MM: 0 different, ")
    assert "Only in the registry record" in answer.out


def test_crosscheck_as_json(run, store):
    checks = json.loads(run("crosscheck", "NCT02990338", "--graph", store, "--json").out)
    same = {fact["text"] for check in checks if check["verdict"] == "same" for fact in check["papers"]}
    assert {"ICARIA-MM phase 3", "ICARIA-MM enrolled 307"} <= same


def test_crosscheck_of_a_trial_without_a_record(run, store):
    assert run("crosscheck", "POLLUX", "--graph", store).out.startswith(
        "no trial has both a registry record and papers"
    )
