from trialgraph.app.fingerprint import rules_fingerprint
from trialgraph.app.storing import content_hash


def house(path, rule):
    for room, name, text in (("extract", "rule.py", rule), ("ontology", "terms.tsv", "a\tb"), ("app", "view.py", "x")):
        (path / room).mkdir(parents=True, exist_ok=True)
        (path / room / name).write_text(text)
    return path


def test_other_rules_have_another_fingerprint(tmp_path):
    first = rules_fingerprint(house(tmp_path / "a", "one"))
    assert rules_fingerprint(house(tmp_path / "b", "one")) == first
    assert rules_fingerprint(house(tmp_path / "c", "two")) != first


def test_only_what_reading_depends_on_counts(tmp_path):
    first = rules_fingerprint(house(tmp_path / "a", "one"))
    other = house(tmp_path / "b", "one")
    (other / "app" / "view.py").write_text("another colour")
    (other / "extract" / "__pycache__").mkdir()
    (other / "extract" / "__pycache__" / "rule.pyc").write_bytes(b"0")
    assert rules_fingerprint(other) == first
    (other / "ontology" / "terms.tsv").rename(other / "ontology" / "words.tsv")
    rules_fingerprint.cache_clear()
    assert rules_fingerprint(other) != first


def test_a_file_is_read_again_when_the_rules_change(tmp_path, monkeypatch):
    paper = tmp_path / "a.txt"
    paper.write_text("Isatuximab targets CD38.")
    first = content_hash(paper)
    assert content_hash(paper) == first
    monkeypatch.setattr("trialgraph.app.storing.rules_fingerprint", lambda: "others")
    assert content_hash(paper) != first
