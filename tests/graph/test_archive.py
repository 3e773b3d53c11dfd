import pytest
from graph_samples import hazard_ratio, read, targets
from trialgraph.graph.archive import Archive, Record
from trialgraph.graph.database import Database

READ = read("a", targets(), hazard_ratio(), text="A\r\ntext\x00 of é \U0001f600\n")
RECORD = Record.of(*READ, "1234", "0.1")


@pytest.fixture
def archive(tmp_path):
    database = Database(tmp_path / "documents.sqlite")
    yield Archive(database)
    database.close()


def put(archive, identifier, record):
    archive.announce([(identifier, record)])
    archive.enter(identifier)
    archive.settle(identifier)


def test_a_record_comes_back_as_it_was(archive):
    put(archive, "a", RECORD)
    found = archive.get("a")
    assert found == RECORD
    assert (found.document, found.reading) == READ
    assert archive.get("b") is None
    assert archive.content_hash("a") == "1234"
    assert archive.identifiers() == ["a"]


def test_a_record_takes_the_place_of_another(archive):
    other = Record.of(*read("a", targets()))
    put(archive, "a", RECORD)
    put(archive, "a", other)
    assert archive.get("a") == other
    put(archive, "a", None)
    assert (archive.get("a"), archive.content_hash("a"), archive.identifiers()) == (None, None, [])


def test_what_is_not_announced_stays_as_it_is(archive):
    put(archive, "a", RECORD)
    archive.enter("a")
    assert archive.get("a") == RECORD


def test_what_is_announced_is_not_stored_until_it_is(archive):
    archive.announce([("a", RECORD), ("b", None)])
    assert archive.announced() == [("a", RECORD), ("b", None)]
    assert archive.identifiers() == []
    archive.settle("a")
    assert archive.announced() == [("b", None)]
