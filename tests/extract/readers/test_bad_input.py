"""Each file that can't be read gets one line that says what is wrong, with which file, and what to do."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trialgraph.extract.readers import READERS, read_documents, sources
from trialgraph.ontology.errors import DocumentError

LAUGHS = (
    '<!DOCTYPE article [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><article><body><p>&i;</p></body></article>"
)
OUTSIDE = '<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]><article><body><p>&x;</p></body></article>'


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n\t\r\n", "the file is empty"),
        ("blank.html", b"<html><body> </body></html>", "holds no text"),
        ("deep.html", b"<div>" * 5000 + b"deep down", "holds no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "holds binary data"),
        ("noise.txt", bytes(range(1, 32)) * 9, "holds binary data"),
        ("cut.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Cat", "broken PDF"),
        ("fake.pdf", b"Dear reader", "not what its ending .pdf says"),
        ("fake.xml", b"<html><body>no</body></html>", "not what its ending .xml says"),
        ("broken.xml", b"<article><front></article>", "broken XML"),
        ("cut.xml", b"<PubmedArticleSet><PubmedArticle><PMID>1</P", "broken XML"),
        ("none.xml", b"<PubmedArticleSet><!-- <PubmedArticle> --></PubmedArticleSet>", "without a PubMed record"),
        ("none.nxml", b"<articles/>", "without an article"),
        ("laughs.xml", LAUGHS.encode(), "entities of its own"),
        ("outside.xml", OUTSIDE.encode(), "entities of its own"),
        ("list.json", b"[1, 2]", "another shape"),
        ("other.json", b'{"studies": [{"protocolSection": 7}]}', "another shape"),
        ("broken.json", b'{"studies": [', "broken JSON"),
        ("deep.json", b"[" * 200_000, "nested too deeply"),
        ("old.json", b'{"FullStudiesResponse": {}}', "another shape"),
        ("letter.docx", b"PK\x03\x04", "unknown kind of file .docx"),
        ("README", b"text", "unknown kind of file (no ending)"),
    ],
)
def test_one_line_says_what_is_wrong(tmp_path: Path, name, content, told):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=r".") as caught:
        read_documents(path)
    line = str(caught.value)
    assert told in line
    assert line.startswith(str(path))
    assert caught.value.remedy
    assert "\n" not in line


def test_a_missing_file(tmp_path: Path):
    with pytest.raises(DocumentError, match="no such file"):
        read_documents(tmp_path / "gone.txt")


def test_a_folder(tmp_path: Path):
    with pytest.raises(DocumentError, match="a folder, not a file"):
        read_documents(tmp_path)


def test_a_file_without_permission(tmp_path: Path, monkeypatch):
    path = tmp_path / "locked.txt"
    path.write_text("text")

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(DocumentError, match="no permission"):
        read_documents(path)


def test_a_file_over_the_limit_is_not_even_opened(tmp_path: Path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(DocumentError, match="larger than the limit of 50 MB"):
        read_documents(path)


def test_a_name_that_is_no_text(tmp_path: Path):
    path = tmp_path / os.fsdecode(b"a \xff#.txt")
    path.write_text("text")
    (document,) = read_documents(path)
    assert document.identifier == "a%20%FF%23"
    assert document.source.encode()


def test_a_lone_surrogate_is_replaced(tmp_path: Path):
    path = tmp_path / "a.json"
    study = {"protocolSection": {"identificationModule": {"nctId": "NCT1", "briefTitle": "\ud800 title"}}}
    path.write_text(json.dumps(study))
    (document,) = read_documents(path)
    assert document.title == "\ufffd title"
    assert document.text.encode()


@pytest.mark.parametrize("ending", sorted(ending for reader in READERS for ending in reader.SUFFIXES))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    head=st.sampled_from([b"", b"%PDF-1.4\n", b"<article>", b"<PubmedArticleSet>", b"{", b"---\n"]), rest=st.binary()
)
def test_any_bytes_are_read_or_refused(tmp_path: Path, ending, head, rest):
    path = tmp_path / f"any{ending}"
    path.write_bytes(head + rest)
    try:
        documents = read_documents(path)
    except DocumentError as error:
        assert str(path) in str(error)
    else:
        assert all(document.text.encode() for document in documents)


@pytest.mark.parametrize(("text", "found"), [("see 10.1000/182).", ("doi:10.1000/182",)), ("none", ())])
def test_a_doi_ends_before_the_sentence_does(text, found):
    assert sources.doi(text) == found
