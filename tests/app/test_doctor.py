"""`trialgraph doctor` finds what is broken, and says what to do."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

from trialgraph.app import doctor


def test_an_installation_that_works(run, store):
    answer = run("doctor", "--json", "--graph", store)
    assert answer.code == 0
    findings = {finding["what"]: finding for finding in json.loads(answer.out)}
    assert {finding["verdict"] for finding in findings.values()} <= {"fine", "missing"}
    assert findings[f"the graph in {store}"]["note"].endswith(" documents")


def test_a_package_that_is_missing_or_old(run, monkeypatch):
    monkeypatch.setattr(doctor, "requires", lambda name: ["rdflib>=99", "no-such-package", "absent; extra == 'docs'"])
    answer = run("doctor")
    assert answer.code == 1
    words = " ".join(answer.out.split())
    assert "wanted is >=99" in words and "no-such-package is not installed" in words and "absent" not in words


def test_all_that_can_be_installed_besides_is_looked_for():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(doctor.EXTRAS) == set(project["optional-dependencies"]) - {"docs", "test", "dev"}


def test_a_graph_that_is_not_there(run, tmp_path):
    answer = run("doctor", "--graph", tmp_path / "none")
    assert answer.code == 1 and "there is no graph here" in " ".join(answer.out.split())


def test_a_shell_is_told_how_to_complete():
    asks = os.environ | {"_TRIALGRAPH_COMPLETE": "complete_bash", "COMP_WORDS": "trialgraph cr", "COMP_CWORD": "1"}
    code = "import sys; sys.argv = ['trialgraph']; from trialgraph.app.main import app; app(prog_name='trialgraph')"
    answer = subprocess.run([sys.executable, "-c", code], env=asks, capture_output=True, text=True, check=False)
    assert "crosscheck" in answer.stdout
