"""PDF files that unfold without end, or whose pieces draw each other again and again, are refused in words."""

import zlib
from pathlib import Path

import pytest
from trialgraph.extract.readers import pdf_limits, read_documents
from trialgraph.ontology.errors import DocumentError


def write(path: Path, content: bytes, *forms: bytes) -> Path:
    """One page with some content, and forms F0, F1 … that may draw each other; all of it deflated."""
    names = b" ".join(b"/F%d %d 0 R" % (n, n + 5) for n in range(len(forms)))
    shared = b"/Resources <</XObject <<" + names + b">>>>"
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R " + shared + b">>"
    streams = [stream(b"", content)]
    streams += [stream(b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + shared, form) for form in forms]
    bodies = [b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [3 0 R] /Count 1>>", page, *streams]
    objects = (b"%d 0 obj\n" % number + body + b"\nendobj\n" for number, body in enumerate(bodies, start=1))
    path.write_bytes(b"%PDF-1.4\n" + b"".join(objects) + b"trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF")
    return path


def stream(head: bytes, content: bytes) -> bytes:
    data = zlib.compress(content)
    return b"<<" + head + b"/Filter /FlateDecode /Length %d>>\nstream\n" % len(data) + data + b"\nendstream"


def test_a_stream_that_unfolds_too_far(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_limits, "UNFOLDED", 3_000_000)
    with pytest.raises(DocumentError, match=r"a\.pdf: its streams unfold to more than 3 MB"):
        read_documents(write(tmp_path / "a.pdf", b" " * 4_000_000))


def test_instructions_without_end(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_limits, "INSTRUCTED", 2_000_000)
    with pytest.raises(DocumentError, match="drawn with more than 2 MB of instructions"):
        read_documents(write(tmp_path / "a.pdf", b"BT (x) Tj ET " * 200_000))


def test_pieces_that_draw_each_other_many_times(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_limits, "INSTRUCTED", 20_000)
    forms = [b"/F%d Do " % (n + 1) * 10 for n in range(8)] + [b"0 0 1 1 re f"]
    with pytest.raises(DocumentError, match="of instructions"):
        read_documents(write(tmp_path / "a.pdf", b"/F0 Do", *forms))


def test_what_is_within_the_limits_is_only_without_text(tmp_path):
    with pytest.raises(DocumentError, match="holds no text"):
        read_documents(write(tmp_path / "a.pdf", b"/F0 Do", b"0 0 1 1 re f"))


def test_an_object_that_refers_to_itself_is_not_followed_for_ever(tmp_path):
    file = tmp_path / "circle.pdf"
    circle = b"1 0 obj\n2 0 R\nendobj\n2 0 obj\n1 0 R\nendobj\n"
    file.write_bytes(b"%PDF-1.4\n" + circle + b"trailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n")
    with pytest.raises(DocumentError, match="broken PDF"):
        read_documents(file)
