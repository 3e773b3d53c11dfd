"""Terminologies of every format into the index, and out of it again; what is broken leaves it as it was."""

import gzip
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from terminology_samples import FORMATS, MESH, OBO, SSSOM, TABLE
from trialgraph.ontology.errors import TerminologyError
from trialgraph.ontology.terminologies import (
    Remark,
    SourceFile,
    TableLayout,
    TerminologyIndex,
    add_terminologies,
    remove_terminologies,
)


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("packed", [False, True])
def test_every_format_says_the_same(tmp_path, name, packed):
    text = FORMATS[name].encode()
    path = written(tmp_path, f"{name}.gz" if packed else name, gzip.compress(text) if packed else text)
    add_terminologies([path], tmp_path / "index")
    with TerminologyIndex.open(tmp_path / "index") as index:
        term = index.term("MONDO:0009693")
        assert term is not None
        assert (term.label, term.parents) == ("multiple myeloma", ("MONDO:0004992",))
        assert ("plasma cell myeloma", "exact") in [name[:2] for name in term.names]
        assert term.mappings[0].curie == "NCIT:C3242"
        assert index.lookup("cancer")[0].curie == "MONDO:0004992"
        assert index.lookup("part of") == () == index.lookup("Krebs")


@pytest.mark.parametrize("begin", ["! a remark\n", "ontology: cancers\n", "\ufeff"])
def test_obo_is_known_however_it_begins(tmp_path, begin):
    add_terminologies([written(tmp_path, "cancers", f"{begin}{OBO}")], tmp_path)
    with TerminologyIndex.open(tmp_path) as index:
        assert index.lookup("multiple myeloma")


def test_what_a_file_says_of_itself_is_kept(tmp_path):
    (source,) = add_terminologies([written(tmp_path, "cancers.obo", OBO)], tmp_path)
    assert (source.name, source.version) == ("cancers", "releases/2026-01-31")
    assert source.licence == "https://creativecommons.org/publicdomain/zero/1.0/"
    with TerminologyIndex.open(tmp_path) as index:
        assert index.sources == (source,)


def test_obo_clauses_that_fastobo_refuses_cost_no_term(tmp_path):
    remarks: list[Remark] = []
    add_terminologies([written(tmp_path, "cancers.obo", OBO)], tmp_path, tell=remarks.append)
    assert [remark.line for remark in remarks] == [17, 12]
    assert "not OBO" in remarks[0].what and "NOBODY" in remarks[1].what
    with TerminologyIndex.open(tmp_path) as index:
        assert index.lookup("Kahler disease")[0].name_kind == "related"
        obsolete, merged = index.term("MONDO:0000002"), index.term("MONDO:0000001")
        assert obsolete is not None and (obsolete.names, obsolete.replaced_by) == ((), "MONDO:0004992")
        assert merged is not None and merged.replaced_by == "MONDO:0009693"


def test_sssom(tmp_path):
    remarks: list[Remark] = []
    add_terminologies([written(tmp_path, "set.sssom.tsv", SSSOM)], tmp_path, tell=remarks.append)
    with TerminologyIndex.open(tmp_path) as index:
        assert [(m.curie, m.relation) for m in index.mappings("MONDO:0009693")] == [
            ("MESH:D009101", "exact"),
            ("NCIT:C9305", "broad"),
        ]
        assert [(m.curie, m.relation) for m in index.mappings("NCIT:C9305")] == [("MONDO:0009693", "narrow")]
    assert "other predicates" in remarks[0].what


def test_mesh_as_its_library_gives_it(tmp_path):
    add_terminologies([written(tmp_path, "desc.xml", MESH)], tmp_path)
    with TerminologyIndex.open(tmp_path) as index:
        term = index.term("MESH:D009101")
        assert term is not None
        assert (term.type, term.parents) == ("Diseases", ("MESH:D009369",))
        assert [name.kind for name in term.names] == ["label", "exact", "narrow"]


def test_meddra_and_rxnorm_from_ones_own_files(tmp_path):
    preferred = written(tmp_path, "pt.asc", "10002034$Anaemia$$10005329$$$$$$$$\n")
    lowest = written(tmp_path, "llt.asc", "10002272$Anemia$10002034$$$$$$$Y$$\n")
    row = "1|ENG||||||1|||x|RXNORM|IN|1|dexamethasone||N||\n2|ENG||||||1|||x|MSH|IN|1|other||N||\n"
    rxnorm = written(tmp_path, "RXNCONSO.RRF", row)
    add_terminologies([preferred, lowest, rxnorm], tmp_path)
    with TerminologyIndex.open(tmp_path) as index:
        assert index.parents("MEDDRA:10002272") == ("MEDDRA:10002034",)
        assert [named.curie for named in index.lookup("dexamethasone")] == ["RXNORM:1"]
        assert index.lookup("other") == ()


def test_tables_without_a_head(tmp_path):
    names = written(tmp_path, "names.tsv", "hindbrain flexure\tUBERON:0005820\n")
    terms = written(tmp_path, "terms.tsv", "D000002\tTemefos\tTemephos|Abate\n")
    told = written(tmp_path, "told.tsv", "x\tC000002\tbevonium\tCHEBI:135495\n")
    layout = TableLayout("MESH", ("-", "id", "label", "xrefs"))
    files = [names, SourceFile(terms, layout=TableLayout("MESH")), SourceFile(told, layout=layout)]
    add_terminologies(files, tmp_path)
    with TerminologyIndex.open(tmp_path) as index:
        assert index.lookup("hindbrain flexure")[0].curie == "UBERON:0005820"
        assert index.lookup("Abate")[0][:2] == ("MESH:D000002", "Temefos")
        assert index.mappings("MESH:C000002")[0].curie == "CHEBI:135495"


def test_heads_that_are_prefixes_hold_identifiers(tmp_path):
    table = 'DrugBank ID,Common name,CAS,Synonyms\nDB00001,Lepirudin,138068-37-8,"Refludan | [Leu1, Thr2]-hirudin"\n'
    add_terminologies([written(tmp_path, "drugs.csv", table)], tmp_path)
    with TerminologyIndex.open(tmp_path) as index:
        term = index.term("DRUGBANK:DB00001")
        assert term is not None
        assert [name.text for name in term.names] == ["Lepirudin", "Refludan", "[Leu1, Thr2]-hirudin"]
        assert term.mappings[0].curie == "CAS:138068-37-8"


def test_adding_again_replaces_and_changes_nothing(tmp_path):
    cancers, mappings = written(tmp_path, "cancers.tsv", TABLE), written(tmp_path, "set.sssom.tsv", SSSOM)
    add_terminologies([cancers, mappings], tmp_path)
    with TerminologyIndex.open(tmp_path) as index:
        before = index.fingerprint, index.term("MONDO:0009693")
    add_terminologies([cancers], tmp_path)
    with TerminologyIndex.open(tmp_path) as index:
        assert (index.fingerprint, index.term("MONDO:0009693")) == before


def test_a_new_version_changes_the_fingerprint_and_an_open_index_stays_as_it_is(tmp_path):
    add_terminologies([written(tmp_path, "cancers.tsv", TABLE)], tmp_path)
    with TerminologyIndex.open(tmp_path) as before:
        add_terminologies([written(tmp_path, "cancers.tsv", TABLE.replace("cancer\t", "neoplasm\t"))], tmp_path)
        with TerminologyIndex.open(tmp_path) as after:
            assert before.fingerprint != after.fingerprint
            assert before.lookup("cancer") and not after.lookup("cancer")


def test_removing(tmp_path):
    files = [written(tmp_path, "cancers.tsv", TABLE), written(tmp_path, "other.obo", OBO)]
    add_terminologies(files, tmp_path)
    remove_terminologies(["cancers"], tmp_path)
    with TerminologyIndex.open(tmp_path) as index:
        assert [source.name for source in index.sources] == ["other"]
        assert {named.source for named in index.lookup("cancer")} == {"other"}
    with pytest.raises(TerminologyError, match=r"no terminology is called 'cancers'.*there are other"):
        remove_terminologies(["cancers"], tmp_path)


CIRCLE = OBO.replace("name: cancer\n", "name: cancer\nis_a: MONDO:0009693\n")
TWICE = OBO.replace("[Typedef]", "[Term]\nid: MONDO:0004992\nname: something else\n\n[Typedef]")
CIRCLES = "".join(f"[Term]\nid: MONDO:{n}\nname: n{n}\nis_a: MONDO:{n ^ 1}\n\n" for n in range(300))
GROWING = [f'<!ENTITY {one} "{f"&{other};" * 30}">' for one, other in zip("abcdef", "bcdefg", strict=True)]
ENTITIES = f'<!ENTITY g "{"g" * 40}">\n' + "".join(reversed(GROWING))
BOMB = f"""<?xml version='1.0'?>
<!DOCTYPE Ontology [{ENTITIES}]>
<Ontology xmlns='http://www.w3.org/2002/07/owl#'>&a;</Ontology>"""
PACKED = gzip.compress(TABLE.encode() * 200)
BROKEN = {
    "circle.obo": (CIRCLE, "line 1[23]: the hierarchy runs in a circle: MONDO.*keep-going"),
    "twice.obo": (TWICE, r"line 30: MONDO:0004992 has two preferred labels, 'cancer' \(line 8\) and 'something else'"),
    "labels.ttl": (FORMATS["skos.ttl"].replace('"cancer"@en', '"cancer"@en, "tumour"@en'), "line 4: .*two preferred"),
    "encoding.tsv": (TABLE.encode() + b"MONDO:1\tSj\xf6gren\t\t\t\n", "line 4: byte 0xf6 is no UTF-8"),
    "short.tsv.gz": (PACKED[: len(PACKED) // 2], "line [0-9]+: the compressed file is cut short"),
    "half.tsv": (TABLE[:-25], "line 3: 4 cells under 5 columns"),
    "half.json": (FORMATS["cancers.json"][:300], "line [0-9]+: broken JSON"),
    "half.owl": (FORMATS["cancers.owl"].partition("<owl:Class")[0], "line [0-9]+: .*cut short"),
    "half.owx": (FORMATS["cancers.owx"][:900], "line [0-9]+: .*cut short"),
    "prefix.tsv": (TABLE.replace("MONDO:0004992\tc", "ACME:1\tc"), "line 2: the prefix of 'ACME:1' is none"),
    "long.tsv": (TABLE.replace("plasma", "plasma" * 2000), "line 3: MONDO:0009693 has a name of 12,013 characters"),
    "bomb.owx": (BOMB, "line [0-9]+: "),
    "bomb.owl": (FORMATS["cancers.owl"].replace("[<", f"[{ENTITIES}<"), "line 3: entities that grow"),
    "quotes.csv": ('id,label\nMONDO:1,"' + "a" * 200_000 + "\n", "quotes.csv: no table"),
    "circles.obo": (CIRCLES, "more than 100 circles"),
    "page.obo": ("<!DOCTYPE html><html>not found</html>", "a web page"),
    "empty.obo": ("", "empty"),
    "nothing.obo": ("format-version: 1.2\n", "no term and no mapping"),
    "prose.txt": ("Only words, and no table.\n", "line 1: no known format"),
    "image.png": (b"\x89PNG\r\n\x1a\n\x00", "line 1: byte 0x89 is no UTF-8"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_named_with_its_line_and_the_index_stays(tmp_path, name):
    content, message = BROKEN[name]
    add_terminologies([written(tmp_path, "good.tsv", TABLE)], tmp_path / "index")
    before = (tmp_path / "index" / "terminologies.sqlite").read_bytes()
    with pytest.raises(TerminologyError, match=message) as refused:
        add_terminologies([tmp_path / "good.tsv", written(tmp_path, name, content)], tmp_path / "index")
    assert name in str(refused.value)
    assert (tmp_path / "index" / "terminologies.sqlite").read_bytes() == before
    assert not list((tmp_path / "index").glob("*.new"))


def test_what_unfolds_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("trialgraph.ontology.terminologies.opening._UNSUSPICIOUS", 100_000)
    bomb = written(tmp_path, "bomb.tsv.gz", gzip.compress(TABLE.encode() + b"x" * 1_000_000))
    with pytest.raises(TerminologyError, match=r"bomb.tsv.gz: .*unfolds to more than 100 times its size"):
        add_terminologies([bomb], tmp_path / "index")
    assert not (tmp_path / "index" / "terminologies.sqlite").exists()


@pytest.mark.parametrize("name", ["circle.obo", "twice.obo", "prefix.tsv", "long.tsv"])
def test_keep_going_compiles_the_rest(tmp_path, name):
    remarks: list[Remark] = []
    path = written(tmp_path, name, BROKEN[name][0])
    add_terminologies([path], tmp_path, keep_going=True, tell=remarks.append)
    assert any(remark.fault for remark in remarks)
    with TerminologyIndex.open(tmp_path) as index:
        assert index.lookup("multiple myeloma")
        assert len(index.parents("MONDO:0009693")) + len(index.parents("MONDO:0004992")) == 1


def test_json_of_another_build_is_passed_over_piece_by_piece(tmp_path):
    remarks: list[Remark] = []
    odd = """"nodes": [7, {"lbl": "x"}, {"id": "MONDO:1", "meta": {"synonyms": [{"val": "y"}]}},
      {"id": "MONDO:2", "meta": null},"""
    path = written(tmp_path, "odd.json", FORMATS["cancers.json"].replace('"nodes": [', odd))
    add_terminologies([path], tmp_path, tell=remarks.append)
    assert [remark.passed_over for remark in remarks] == [True] * 3
    with TerminologyIndex.open(tmp_path) as index:
        assert index.lookup("multiple myeloma")


KILLED = """
import os, signal, sys
from pathlib import Path
from trialgraph.ontology.terminologies import adding
adding.finish = lambda database: os.kill(os.getpid(), signal.SIGKILL)
adding.add_terminologies([Path(sys.argv[1])], Path(sys.argv[2]))
"""


def test_a_killed_process_leaves_the_index_as_it_was_and_nobody_locked_out(tmp_path):
    add_terminologies([written(tmp_path, "cancers.tsv", TABLE)], tmp_path)
    before = (tmp_path / "terminologies.sqlite").read_bytes()
    mappings = written(tmp_path, "set.sssom.tsv", SSSOM)
    killed = subprocess.run([sys.executable, "-c", KILLED, mappings, tmp_path], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "terminologies.sqlite").read_bytes() == before
    add_terminologies([mappings], tmp_path)
    with TerminologyIndex.open(tmp_path) as index:
        assert [source.name for source in index.sources] == ["cancers", "set.sssom"]


def test_one_process_compiles_at_a_time(tmp_path):
    with closing(sqlite3.connect(tmp_path / "compiling.lock")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(TerminologyError, match="another process compiles here"):
            add_terminologies([written(tmp_path, "cancers.tsv", TABLE)], tmp_path)
    add_terminologies([tmp_path / "cancers.tsv"], tmp_path)


@pytest.mark.parametrize("content", [b"no database", b""])
def test_a_broken_index_is_named(tmp_path, content):
    written(tmp_path, "terminologies.sqlite", content)
    for use in (TerminologyIndex.open, lambda folder: add_terminologies([written(folder, "a.tsv", TABLE)], folder)):
        with pytest.raises(TerminologyError, match=r"terminologies\.sqlite: .*delete it"):
            use(tmp_path)


def test_a_stop_list_in_another_encoding_is_named(tmp_path):
    add_terminologies([written(tmp_path, "cancers.tsv", TABLE)], tmp_path)
    written(tmp_path, "stop_words.txt", b"caf\xe9\n")
    with pytest.raises(TerminologyError, match=r"stop_words\.txt"):
        TerminologyIndex.open(tmp_path)


def test_common_words_are_named_and_not_looked_for(tmp_path):
    remarks: list[Remark] = []
    table = f"{TABLE}MONDO:0000007\tthe\tA|patients\t\t\n"
    add_terminologies([written(tmp_path, "words.tsv", table)], tmp_path, tell=remarks.append)
    assert [(remark.line, remark.what[:22]) for remark in remarks] == [(4, "3 names on the stop li")]
    with TerminologyIndex.open(tmp_path) as index:
        assert index.match("The patients had a tumour; a patient, A PATIENT, THE END") == ()
        assert index.lookup("the")[0].curie == "MONDO:0000007"
    written(tmp_path, "stop_words.txt", "a\n")
    with TerminologyIndex.open(tmp_path) as index:
        assert [span.start for span in index.match("some patients")] == [5]


def test_no_file_is_a_plain_error(tmp_path):
    with pytest.raises(OSError, match=r"missing\.obo"):
        add_terminologies([tmp_path / "missing.obo"], tmp_path)
    with pytest.raises(TerminologyError, match="two files would be called 'a'"):
        add_terminologies([tmp_path / "a.obo", tmp_path / "a.owl"], tmp_path)
