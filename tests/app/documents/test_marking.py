"""Marks may overlap in any way, and the text stays as it was stored."""

from hypothesis import given
from hypothesis import strategies as st
from trialgraph.app.documents import MarkedDocument, Span, pieces
from trialgraph.graph.reader import GraphReader

SPANS = st.lists(st.builds(Span, st.integers(-2, 30), st.integers(-2, 30), st.sampled_from(["f0", "f1", "m0", "left"])))


@given(st.text(max_size=25), SPANS)
def test_the_pieces_are_the_text_and_every_span_is_whole(text, spans) -> None:
    cut = pieces(text, spans)
    assert "".join(piece.text for piece in cut) == text
    for span in spans:
        if 0 <= span.start < span.end <= len(text):
            marked = "".join(p.text for p in cut if span.what in p.marks and span.start <= p.start < span.end)
            assert marked == text[span.start : span.end]


def test_a_document_is_marked_where_its_facts_say(store) -> None:
    reader = GraphReader(store)
    marked = MarkedDocument("https://w3id.org/trialgraph/doc/ikema_abstract", (3, 9)).answer(reader)
    assert "".join(piece.text for piece in marked.pieces) == reader.document("ikema_abstract").text
    for number, fact in enumerate(marked.facts):
        assert "".join(p.text for p in marked.pieces if f"f{number}" in p.marks) == fact.sentence.quote
    assert next(piece.start for piece in marked.pieces if "at" in piece.marks) == 3
    assert "isatuximab" in {concept.name for concept in marked.mentions}
    assert marked.left == len([p for p in marked.pieces if "left" in p.marks])


def test_no_document_no_marks(store) -> None:
    reader = GraphReader(store)
    for iri in ("https://w3id.org/trialgraph/doc/nowhere", "https://w3id.org/trialgraph/id/drug/isatuximab"):
        assert MarkedDocument(iri).answer(reader) is None
