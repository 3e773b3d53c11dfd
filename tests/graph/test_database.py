import sqlite3

import pytest
from trialgraph.graph.database import Database
from trialgraph.ontology.errors import StoreError


def test_a_failed_transaction_leaves_nothing(tmp_path):
    database = Database(tmp_path / "a.sqlite")
    with pytest.raises(KeyError), database.transaction():
        database.write("INSERT INTO mentions(document) VALUES (?)", [("a",)])
        raise KeyError
    assert database.rows("SELECT * FROM mentions") == []
    with database.transaction():
        database.write("INSERT INTO mentions(document) VALUES (?)", [("a",), ("b",)])
    assert len(database.rows("SELECT * FROM mentions")) == 2
    database.close()


@pytest.mark.parametrize("content", [b"not a database, but a text of some length" * 20, None])
def test_a_file_that_is_no_database_is_told_by_name(tmp_path, content):
    path = tmp_path / "a.sqlite"
    path.mkdir() if content is None else path.write_bytes(content)
    with pytest.raises(StoreError, match=r"a\.sqlite: the file of documents fails"):
        Database(path)


def test_a_file_of_another_layout_is_left_alone(tmp_path):
    with sqlite3.connect(tmp_path / "a.sqlite") as other:
        other.execute("CREATE TABLE documents(identifier TEXT)")
    with pytest.raises(StoreError, match="made by another version; build the graph again"):
        Database(tmp_path / "a.sqlite")
    Database(tmp_path / "b.sqlite").close()
    Database(tmp_path / "b.sqlite").close()
