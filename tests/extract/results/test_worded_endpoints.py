"""What a document names its endpoint is one wherever it speaks of it, though no vocabulary lists it."""

ARMS = "Patients were assigned to tamoxifen or placebo. "


def test_an_endpoint_of_the_documents_own(results_of):
    text = "The primary outcome was occurrence of scalp tumor events. Thirty patients fell ill. "
    text += "A scalp tumor event occurred in 4% with tamoxifen and 9% with placebo."
    assert results_of(ARMS + text) == [
        "tamoxifen: scalp tumor events proportion 4%", "placebo: scalp tumor events proportion 9%"
    ]  # fmt: skip


def test_what_is_no_endpoint_gives_nothing(results_of):
    text = "The study team was kind. A scalp tumor event occurred in 4% with tamoxifen and 9% with placebo."
    assert results_of(ARMS + text) == []


def test_periods_that_a_sentence_sets_apart_are_parts(results_of):
    text = (
        "Deaths were rarer in the two-year period (30 deaths with tamoxifen and 39 with placebo) and in the "
        "follow-up period (23 deaths with tamoxifen and 47 with placebo)."
    )
    assert results_of(ARMS + text) == [
        "tamoxifen: death proportion n=30 (two-year period)", "placebo: death proportion n=39 (two-year period)",
        "tamoxifen: death proportion n=23 (follow-up period)", "placebo: death proportion n=47 (follow-up period)",
    ]  # fmt: skip
