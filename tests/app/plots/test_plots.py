"""Plots say what was printed, no more, and whatever texts they are given stay texts."""

from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

import pytest
from trialgraph.app.plots import Cell, Effect, EventRow, Share, dot_plot, forest_plot, heat_map, plot_style, standalone

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]></svg><script>",
    "\u202eevil",
    "nul\x00 and \ud800",
    "x" * 100_000,
]
IKEMA = Effect(
    label="IKEMA", value=Decimal("0.53"), low=Decimal("0.32"), high=Decimal("0.89"), level=Decimal(99),
    p="p = 0.0007, one-sided", href="/fact/3b1a",
)  # fmt: skip
ICARIA = Effect(label="ICARIA-MM", value=Decimal("0.596"), low=Decimal("0.44"), high=Decimal("0.81"), level=Decimal(95))
NEMO = Effect(label="NEMO", value=Decimal("0.62"), low=Decimal("0.47"), high=Decimal("0.80"), level=Decimal(95))


def words(svg: str) -> list[str]:
    return [text.text or "" for text in fromstring(svg).iter(f"{SVG}text")]


def marks(root: Element, tag: str, kind: str) -> list[Element]:
    return [one for one in root.iter(f"{SVG}{tag}") if one.get("class") == kind]


def test_a_forest_plot_prints_ratio_interval_level_and_p() -> None:
    said = words(forest_plot("PFS", [IKEMA]))
    assert {"IKEMA", "0.53 (0.32–0.89)", "99% CI · p = 0.0007, one-sided"} <= set(said)


def test_another_level_is_warned_about() -> None:
    assert not any("⚠" in text for text in words(forest_plot("PFS", [ICARIA, NEMO])))
    drawn = forest_plot("PFS", [IKEMA, ICARIA, NEMO])
    assert any("99% instead of 95%" in text for text in words(drawn))
    assert "stroke-dasharray" in drawn


def test_the_axis_of_ratios_is_logarithmic() -> None:
    halves = [Effect(label=value, value=Decimal(value)) for value in ("0.25", "0.5", "1")]
    low, middle, high = (
        float(mark.get("x", "")) for mark in marks(fromstring(forest_plot("", halves)), "rect", "mark")
    )
    assert middle - low == pytest.approx(high - middle, abs=0.2)


def test_a_row_without_an_effect_stays_in_without_a_mark() -> None:
    drawn = forest_plot("PFS", [IKEMA, Effect(label="EMN24 IsKia")])
    assert {"EMN24 IsKia", "not reported"} <= set(words(drawn))
    assert len(marks(fromstring(drawn), "rect", "mark")) == 1


def test_limits_that_are_no_numbers_and_ratios_off_the_axis_get_arrows() -> None:
    open_ended = Effect(label="open", value=Decimal("0.5"), low=Decimal("0.2"), high="not reached", level=Decimal(95))
    wide = Effect(label="wide", value=Decimal(0), low=Decimal(0), high=Decimal("1e9"), level=Decimal(95))
    root = fromstring(forest_plot("", [open_ended, wide]))
    assert len(marks(root, "path", "whisker")) == 3
    assert len(marks(root, "rect", "mark")) == 1
    assert "0.5 (0.2–not reached)" in words(forest_plot("", [open_ended]))


def test_rows_are_links_to_safe_addresses_only() -> None:
    unsafe = Effect(label="x", value=Decimal(1), href="javascript:alert(1)")
    drawn = forest_plot("", [IKEMA, unsafe])
    assert [link.get("href") for link in fromstring(drawn).iter(f"{SVG}a")] == ["/fact/3b1a"]
    assert "javascript" not in drawn


def test_sides_name_the_arms() -> None:
    said = words(forest_plot("", [IKEMA], sides=("favours isatuximab", "favours control")))
    assert {"← favours isatuximab", "favours control →"} <= set(said)


def rows() -> list[EventRow]:
    def share(percent: str) -> Share:
        return Share(percent=Decimal(percent), href=f"/fact/{percent}")

    return [
        EventRow(event="nausea", arm=share("10"), control=share("10")),
        EventRow(event="fatigue", arm=share("30"), control=share("12")),
        EventRow(event="anaemia", grade="≥3", arm=share("40"), control=share("1")),
        EventRow(event="rash", arm=share("90")),
    ]


def test_grades_are_never_mixed_and_the_greatest_difference_comes_first() -> None:
    said = words(dot_plot("", rows(), arm="olaparib", control="placebo"))
    order = ["Any grade", "fatigue", "nausea", "rash", "Grade ≥3", "anaemia"]
    assert [text for text in said if text in order] == order
    assert [text for text in said if text in ("+18", "0", "+39")] == ["+18", "0", "+39"]
    assert "not reported" in said


def test_order_by_frequency() -> None:
    said = words(dot_plot("", rows()[:2], arm="a", control="b", order="frequency"))
    assert said.index("fatigue") < said.index("nausea")


def test_every_dot_is_a_link_and_dots_are_joined_where_there_are_two() -> None:
    root = fromstring(dot_plot("", rows(), arm="olaparib", control="placebo"))
    assert len([*root.iter(f"{SVG}a")]) == 7
    assert len(marks(root, "line", "join")) == 3


def test_a_bounded_share_has_no_exact_difference() -> None:
    row = EventRow(event="nausea", arm=Share(percent=Decimal(1), relation="<"), control=Share(percent=Decimal(0)))
    said = words(dot_plot("", [row], arm="a", control="b"))
    assert {"<1%", "0%"} <= set(said)
    assert not any(text.startswith(("+", "−")) for text in said)


def test_one_arm_alone_has_no_column_for_a_control() -> None:
    said = words(dot_plot("", [EventRow(event="nausea", arm=Share(percent=Decimal(1)))], arm="a", control=""))
    assert not {"○ control", "not reported"} & set(said)


def test_a_heat_map_tells_nothing_from_zero() -> None:
    zero = Cell(percent=0, shown="0", said="nausea with placebo: 0%", href="/fact/1")
    drawn = heat_map("", ["placebo", "olaparib"], ["nausea"], {("placebo", "nausea"): zero})
    assert {"0", "·"} <= set(words(drawn))
    assert [link.get("aria-label") for link in fromstring(drawn).iter(f"{SVG}a")] == ["nausea with placebo: 0%"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str) -> None:
    share = Share(percent=Decimal(1), href=text)
    cell = Cell(percent=1, shown="1", said=text, href=text)
    drawn = [
        forest_plot(text, [Effect(label=text, detail=text, missing=text, href=text)], measure=text, sides=(text, text)),
        dot_plot(text, [EventRow(event=text, grade=text, detail=text, arm=share)], arm=text, control=text),
        heat_map(text, [text], [text], {(text, text): cell}),
    ]
    for svg in drawn:
        tags = {element.tag for element in fromstring(svg).iter()}
        assert tags <= {SVG + tag for tag in ("svg", "g", "title", "desc", "text", "rect", "line", "circle", "path")}


def test_a_plot_of_its_own_carries_its_colours() -> None:
    drawn = standalone(forest_plot("PFS", [IKEMA]))
    assert "#b0568c" in drawn
    assert "var(" not in drawn
    assert fromstring(drawn).find(f"{SVG}style") is not None
    assert "prefers-color-scheme: dark" in plot_style()
