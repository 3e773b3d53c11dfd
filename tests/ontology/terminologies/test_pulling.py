"""Downloads from a server on this machine: whole, broken off, resumed, changed meanwhile, damaged."""

import base64
import hashlib
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from terminology_samples import OBO, TABLE
from trialgraph.ontology.errors import TerminologyError
from trialgraph.ontology.terminologies import TerminologyIndex, add_terminologies
from trialgraph.ontology.terminologies.pulling import places, pull_terminologies


@dataclass
class Served:
    """What the server gives, and what it was asked for."""

    content: bytes = OBO.encode()
    version: str = '"1"'
    stop_after: int | None = None
    digest: str = ""
    ranges: list[str] = field(default_factory=list)
    address: str = ""


@pytest.fixture
def served() -> Iterator[Served]:
    state = Served()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path != "/cancers.obo":
                self.send_error(404, "Not Found")
                return
            asked = self.headers.get("Range", "") if self.headers.get("If-Range") == state.version else ""
            state.ranges.append(asked)
            begin = int(re.findall(r"\d+", asked)[0]) if asked else 0
            if begin >= len(state.content):
                self.send_error(416)
                return
            self.send_response(206 if asked else 200)
            self.send_header("ETag", state.version)
            self.send_header("Content-Length", str(len(state.content) - begin))
            if state.digest:
                self.send_header("Repr-Digest", state.digest)
            self.end_headers()
            self.wfile.write(state.content[begin : state.stop_after])

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.address = f"http://127.0.0.1:{server.server_port}/cancers.obo"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield state
    server.shutdown()
    server.server_close()


def label_of_cancer(folder) -> str:
    with TerminologyIndex.open(folder) as index:
        return index.lookup("cancer")[0].label


def test_a_file_is_fetched_compiled_and_its_origin_kept(tmp_path, served):
    (source,) = pull_terminologies([served.address], tmp_path)
    assert (source.name, source.origin) == ("cancers", served.address)
    assert source.sha256 == hashlib.sha256(served.content).hexdigest()
    assert label_of_cancer(tmp_path) == "cancer"


def test_what_broke_off_goes_on(tmp_path, served):
    served.stop_after = 100
    with pytest.raises(TerminologyError, match=r"broke off.*goes on from there"):
        pull_terminologies([served.address], tmp_path)
    assert (tmp_path / "downloads" / "cancers.obo.part").stat().st_size == 100
    served.stop_after = None
    pull_terminologies([served.address], tmp_path)
    assert served.ranges == ["", "bytes=100-"]
    assert (tmp_path / "downloads" / "cancers.obo").read_bytes() == served.content
    assert [path.name for path in (tmp_path / "downloads").iterdir()] == ["cancers.obo"]


def test_a_file_that_changed_meanwhile_is_fetched_whole(tmp_path, served):
    served.stop_after = 100
    with pytest.raises(TerminologyError):
        pull_terminologies([served.address], tmp_path)
    served.stop_after, served.version, served.content = None, '"2"', OBO.replace("2026-01-31", "2026-02-28").encode()
    (source,) = pull_terminologies([served.address], tmp_path)
    assert source.version == "releases/2026-02-28"


def test_a_part_that_is_all_there_is_not_stuck(tmp_path, served):
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads" / "cancers.obo.part").write_bytes(served.content)
    (tmp_path / "downloads" / "cancers.obo.part.version").write_text(served.version)
    pull_terminologies([served.address], tmp_path)
    assert label_of_cancer(tmp_path) == "cancer"


@pytest.mark.parametrize("stated", [True, False])
def test_a_wrong_checksum_throws_the_file_away_and_leaves_the_index(tmp_path, served, stated):
    (tmp_path / "good.tsv").write_text(TABLE)
    add_terminologies([tmp_path / "good.tsv"], tmp_path)
    before = (tmp_path / "terminologies.sqlite").read_bytes()
    other = hashlib.sha256(b"other")
    served.digest = f"sha-256=:{base64.b64encode(other.digest()).decode()}:" if stated else ""
    with pytest.raises(TerminologyError, match="thrown away"):
        pull_terminologies([served.address], tmp_path, sha256="" if stated else other.hexdigest())
    assert (tmp_path / "terminologies.sqlite").read_bytes() == before
    assert list((tmp_path / "downloads").iterdir()) == []


def test_the_right_checksum(tmp_path, served):
    digest = hashlib.sha256(served.content)
    served.digest = f"sha-256=:{base64.b64encode(digest.digest()).decode()}:"
    pull_terminologies([served.address], tmp_path, sha256=digest.hexdigest().upper())
    assert label_of_cancer(tmp_path) == "cancer"


def test_a_publishers_faults_are_told_and_passed_over(tmp_path, served):
    served.content = OBO.replace("name: cancer\n", "name: cancer\nname: tumour\nis_a: MONDO:0009693\n").encode()
    remarks = []
    pull_terminologies([served.address], tmp_path, tell=remarks.append)
    assert any("circle" in remark.what for remark in remarks)
    assert label_of_cancer(tmp_path) == "cancer"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nothing", "no terminology is known as 'nothing'; give an address, or one of mondo, doid, hpo"),
        ("ftp://127.0.0.1/x.obo", "no address of the web"),
        ("file:///etc/hostname", "no address of the web"),
    ],
)
def test_what_can_not_be_pulled(tmp_path, name, message):
    with pytest.raises(TerminologyError, match=message):
        pull_terminologies([name], tmp_path)


def test_an_address_without_a_file(tmp_path, served):
    with pytest.raises(TerminologyError, match="the server answers 404 Not Found"):
        pull_terminologies([served.address.replace("cancers", "missing")], tmp_path)
    with pytest.raises(TerminologyError, match="no connection"):
        pull_terminologies(["http://127.0.0.1:9/cancers.obo"], tmp_path)


def test_every_known_place_has_an_address_and_a_licence():
    assert {"mondo", "hpo", "chebi", "mesh", "hgnc", "ncit", "go", "efo", "oae", "dron", "doid"} <= places().keys()
    for place in places().values():
        assert place.address.startswith("https://") and place.licence and place.file
