"""What single cells hold."""

from decimal import Decimal

import pytest
from trialgraph.extract.tables.cells import read_cell, read_p, read_ratio


@pytest.mark.parametrize(
    ("text", "hint", "count", "value", "total", "relation"),
    [
        ("2 (67)", "count percent", 2, "67", None, "="),
        ("8 (33%)", "", 8, "33", None, "="),
        ("1 (<1)", "count percent", 1, "1", None, "<"),
        ("39.7% (71/179)", "", 71, "39.7", 179, "="),
        ("15/177", "", 15, None, 177, "="),
        ("105 of 177 (59%)", "", 105, "59", 177, "="),
        ("72.6*", "percent", None, "72.6", None, "="),
        ("< 1", "percent", None, "1", None, "<"),
        ("0", "count percent", 0, None, None, "="),
        ("60 (93)", "percent count", 93, "60", None, "="),
        ("93 (60%; 52-68)", "", 93, "60", None, "="),
        ("93 (60.4) [52.2-68.2]", "count percent", 93, "60.4", None, "="),
    ],
)
def test_shares(text, hint, count, value, total, relation):
    cell = read_cell(text, hint)
    assert (cell.share, cell.count, cell.total, cell.relation) == (True, count, total, relation)
    assert cell.value == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "value", "status", "low", "high"),
    [
        ("11.5 (8.9-13.9)", "11.5", None, "8.9", "13.9"),
        ("19.15 (95% CI 15.77 to NE)", "19.15", None, "15.77", "notEstimable"),
        ("NR (14.1-NR)", None, "notReached", "14.1", "notReached"),
        ("25.5 (24.7-NC)", "25.5", None, "24.7", "notEstimable"),
        ("NE", None, "notEstimable", None, None),
        ("Not reached (14.1-Not reached)", None, "notReached", "14.1", "notReached"),
        ("6.5", "6.5", None, None, None),
        ("13.3 (< 1g)", "13.3", None, None, None),
    ],
)
def test_values_with_intervals(text, value, status, low, high):
    cell = read_cell(text)
    shown = [None if x is None else str(x) for x in (cell.value, cell.status, cell.low, cell.high)]
    assert shown == [value, status, low, high]
    assert cell.share is False


@pytest.mark.parametrize("text", ["", "-", "...", "NA", "not assessed", "see text", "2 of 1", "5 (9-7)", "130%"])
def test_cells_without_a_value(text):
    assert read_cell(text) is None


def test_means_ratios_and_p_values():
    assert (read_cell("155 ± 32.1 (153)").value, read_cell("155 ± 32.1 (153)").mean) == (Decimal(155), True)
    ratio = read_ratio(" [0.425 (0.269-0.672)]")
    assert (ratio.value, ratio.low, ratio.high) == (Decimal("0.425"), Decimal("0.269"), Decimal("0.672"))
    assert read_p("<0.0001*") == ("<", Decimal("0.0001"))
    assert read_p("7.8x10-22") == ("=", Decimal("7.8e-22"))
    assert read_p("NS") is read_p("12") is None
