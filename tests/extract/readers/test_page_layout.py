"""The lay-out of printed pages, from words and their boxes."""

import pytest
from trialgraph.extract.readers.page_layout import Word, reading_order


@pytest.mark.parametrize(("width", "streams"), [(600.0, 2), (20_000.0, 1)])
def test_a_page_that_no_standard_allows_is_not_searched_for_columns(width, streams):
    sides = (0.05 * width, 0.45 * width), (0.55 * width, 0.95 * width)
    rows = [[Word(x0, x1, 20.0 * n, 20.0 * n + 10, "word") for x0, x1 in sides] for n in range(8)]
    assert len([*reading_order(rows, width)]) == streams
