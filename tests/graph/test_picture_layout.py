from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from trialgraph.graph.picture.layout import order_columns, place

COLUMNS = st.lists(st.integers(1, 8), min_size=1, max_size=5).map(
    lambda sizes: [[f"{column}.{row}" for row in range(size)] for column, size in enumerate(sizes)]
)


@st.composite
def laid_out(draw):
    """Draw columns, heights of cards, and links between any two of them."""
    columns = draw(COLUMNS)
    cards = [card for column in columns for card in column]
    heights = {card: draw(st.integers(20, 90)) for card in cards}
    pairs = draw(st.lists(st.tuples(st.sampled_from(cards), st.sampled_from(cards)), max_size=20))
    neighbours = {
        card: sorted({b for a, b in pairs if a == card} | {a for a, b in pairs if b == card}) for card in cards
    }
    return columns, neighbours, heights


@given(laid_out())
def test_no_card_covers_another(drawn):
    columns, neighbours, heights = drawn
    placed = place(columns, neighbours, heights)
    for column in columns:
        for above, below in pairwise(column):
            assert placed[below] - placed[above] >= (heights[above] + heights[below]) / 2


@given(laid_out(), st.data())
def test_ordering_loses_nothing(drawn, data):
    columns, neighbours, _ = drawn
    middle = data.draw(st.integers(0, len(columns) - 1))
    ordered = order_columns(columns, neighbours, middle)
    assert [sorted(column) for column in ordered] == [sorted(column) for column in columns]


def test_neighbours_come_to_stand_side_by_side():
    neighbours = {"one": ["b"], "two": ["a"], "a": ["two"], "b": ["one"]}
    ordered = order_columns([["a", "b"], ["one", "two"]], neighbours, 1)
    assert ordered[0][0] in neighbours[ordered[1][0]]
    placed = place(ordered, neighbours, dict.fromkeys(neighbours, 40))
    assert placed["one"] == placed["b"]
    assert placed["two"] == placed["a"]


def test_nothing_to_place():
    assert place([], {}, {}) == {}
