"""A result told again with less is told once; one that differs is another result."""

TEXT = "In this phase 2 study, patients received nivolumab. "


def test_a_summary_repeats_what_is_told_in_full(results_of):
    short = "Median overall survival was 12.2 months. "
    full = "The median overall survival was 12.2 months (95% CI 9.7-15.0). "
    told = "nivolumab: overall survival median 12.2 months [9.7, 15.0] 95%"
    assert results_of(TEXT + short + full) == [told]
    assert results_of(TEXT + full + short) == [told]


def test_another_figure_is_no_repeat(results_of):
    text = "Nausea occurred in 12% of patients. Nausea occurred in 6 patients (18%)."
    assert results_of(TEXT + text) == ["nivolumab: nausea 12%", "nivolumab: nausea 18% n=6"]


def test_a_share_with_its_counts_and_interval(results_of):
    text = "The response rate was 70% (23 of 33; 95% CI, 51%-84%)."
    assert results_of(TEXT + text) == ["nivolumab: objective response rate proportion 70% n=23/33 [51, 84] 95%"]
