"""Men and women are parts of the patients where a text speaks of both."""

import pytest

FIGURES = "20% with cisplatin and 10% with placebo"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (f"Men and women were randomised to cisplatin or placebo. In women, nausea occurred in {FIGURES}.", " (women)"),
        (f"Men and women were randomised to cisplatin or placebo. Nausea in men was {FIGURES}.", " (men)"),
        (f"Women were randomised to cisplatin or placebo. In women, nausea occurred in {FIGURES}.", ""),
        (f"Adults were randomised to cisplatin or placebo. In men and women, nausea occurred in {FIGURES}.", ""),
    ],
)
def test_of_whom_a_figure_is(results_of, text, part):
    assert results_of(text) == [f"cisplatin: nausea 20%{part}", f"placebo: nausea 10%{part}"]
