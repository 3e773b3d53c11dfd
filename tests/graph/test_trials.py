from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from trialgraph.graph.trials import Mention, TrialIdentity, keys, resolve
from trialgraph.ontology.facts import Trial


def labels(*mentions):
    found = resolve([Mention(*mention) for mention in mentions])
    return [found[Mention(*mention)].label for mention in mentions]


def segments(*mentions):
    found = resolve([Mention(*mention) for mention in mentions])
    return [found[Mention(*mention)].segment for mention in mentions]


def test_acronym_and_number_name_one_trial_once_a_document_ties_them():
    name, number, both = Trial("IKEMA"), Trial("", ("NCT03275285",)), Trial("IKEMA", ("NCT03275285",))
    assert segments(("a", name), ("b", number)) == ["IKEMA", "NCT03275285"]
    assert segments(("a", name), ("b", number), ("c", both)) == ["IKEMA"] * 3


def test_spellings_of_an_acronym_are_one_trial_under_the_commonest():
    spelt = [("a", Trial("KEYNOTE-189")), ("b", Trial("Keynote 189")), ("c", Trial("KEYNOTE-189"))]
    assert labels(*spelt) == ["KEYNOTE-189"] * 3


def test_numbers_of_two_registries_are_one_trial_when_a_document_gives_both():
    both = Trial("", ("2017-001940-37", "NCT03275285"))
    assert segments(("a", both), ("b", Trial("", ("2017-001940-37",)))) == ["NCT03275285"] * 2


def test_an_acronym_of_two_trials_merges_nothing():
    one, other = Trial("TITAN", ("NCT02489318",)), Trial("TITAN", ("NCT01234567",))
    assert segments(("a", one), ("b", other), ("c", Trial("TITAN"))) == ["NCT02489318", "NCT01234567", "TITAN"]
    assert segments(("a", one), ("b", other), ("b", Trial("TITAN")))[2] == "NCT01234567"


def test_a_shared_number_settles_an_ambiguous_acronym():
    one, other = Trial("TITAN", ("NCT02489318",)), Trial("TITAN", ("2015-000735-32",))
    tie = Trial("", ("2015-000735-32", "NCT02489318"))
    assert len(set(segments(("a", one), ("b", other)))) == 2
    assert set(segments(("a", one), ("b", other), ("c", tie))) == {"TITAN"}


def test_a_trial_without_name_and_number_belongs_to_its_document():
    assert keys(Trial()) == ()
    found = resolve([Mention("a", Trial()), Mention("b", Trial())])
    assert found[Mention("a", Trial())] == TrialIdentity("@a", "trial of a")
    assert len(set(found.values())) == 2


def test_a_trial_called_like_a_document_is_another_one():
    assert len(set(segments(("IKEMA", Trial()), ("IKEMA", Trial("IKEMA"))))) == 2


some_trials = st.builds(
    Trial,
    st.sampled_from(["", "A", "a", "A-", "B"]),
    st.lists(st.sampled_from(["NCT1", "NCT2", "EU1"]), max_size=2, unique=True).map(lambda found: tuple(sorted(found))),
)


@given(st.lists(st.builds(Mention, st.sampled_from("xyz"), some_trials), max_size=4))
def test_the_order_of_mentions_changes_nothing(mentions):
    assert len({tuple(sorted(resolve(order).items())) for order in permutations(mentions)}) == 1


@given(st.lists(st.sampled_from(["", "NCT00000001", "NCT00000002", "NCT00000003"]), max_size=5))
def test_one_acronym_never_makes_one_trial_of_several_numbers(numbers):
    mentions = [
        Mention(f"document {n}", Trial("TITAN", (number,) if number else ())) for n, number in enumerate(numbers)
    ]
    found = resolve(mentions)
    registered = {mention.trial.registry_ids: found[mention] for mention in mentions if mention.trial.registry_ids}
    assert len(set(registered.values())) == len(registered)
    unregistered = {found[mention] for mention in mentions if not mention.trial.registry_ids}
    assert unregistered.isdisjoint(registered.values()) or len(registered) == 1
