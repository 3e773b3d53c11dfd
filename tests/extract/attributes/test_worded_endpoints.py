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


def test_a_ratio_names_its_endpoint(results_of):
    text = (
        "The hazard ratio for stroke or death was 0.81 (95% CI, 0.66 to 0.98), and the hazard ratio for worse hearing "
    )
    assert results_of(f"{ARMS}{text}was 1.12 (95% CI, 0.60 to 2.09).") == [
        "tamoxifen vs placebo: stroke or death hazardRatio 0.81 [0.66, 0.98] 95%",
        "tamoxifen vs placebo: worse hearing hazardRatio 1.12 [0.60, 2.09] 95%",
    ]


def test_whom_a_ratio_is_of_is_no_endpoint(results_of):
    assert results_of(f"{ARMS}The hazard ratio for the interaction was 1.12 (95% CI, 0.60 to 2.09).") == []


def test_what_is_counted_tells_nobody_apart(results_of):
    text = "The proportion of patients who achieved a complete response was 41% with tamoxifen and 24% with placebo."
    assert results_of(ARMS + text) == [
        "tamoxifen: complete response proportion 41%", "placebo: complete response proportion 24%"
    ]  # fmt: skip


def test_the_time_to_something_is_another_endpoint_than_it(results_of):
    named = "The primary outcome was time to chest tube removal. "
    told = "The time to chest tube removal was 3.1 ± 1.0 days with tamoxifen and 4.2 ± 1.3 days with placebo."
    assert sorted(results_of(ARMS + named + told)) == [
        "placebo: time to chest tube removal mean 4.2 days", "tamoxifen: time to chest tube removal mean 3.1 days"
    ]  # fmt: skip
