"""A small index: two terminologies with names, and mappings between them."""

import pytest
from trialgraph.ontology.terminologies import TerminologyIndex
from trialgraph.ontology.terminologies.adding import add_terminologies

MESH = """
id	label	synonyms
MESH:D006333	Heart Failure	Cardiac Failure
MESH:D007676	Kidney Failure, Chronic
MESH:D020820	Dyskinesias
MESH:D004409	Dyskinesia, Drug-Induced
MESH:D007511	Ischemia
MESH:D001943	Breast Neoplasms
MESH:D018170	Sumatriptan
MESH:D009336	Necrosis
MESH:D014917	Whooping Coughs of MeSH
"""
OTHERS = """
id	label	synonyms	parents	xrefs
DOID:1116	pertussis	whooping cough		MESH:D014917
HGNC:6207	JUP	PG
CHEBI:18208	benzylpenicillin	PG|penicillin G
DOID:9999	fat necrosis		DOID:9998
DOID:9998	tissue death			MESH:D009336
DRUGBANK:DB00669	Imigran	Sumatriptan
"""


@pytest.fixture(scope="session")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("terminologies")
    files = []
    for name, rows in (("mesh", MESH), ("others", OTHERS)):
        width = rows.strip().splitlines()[0].count("\t")
        lines = [row + "\t" * (width - row.count("\t")) for row in rows.strip().splitlines()]
        files.append(folder / f"{name}.tsv")
        files[-1].write_text("\n".join(lines) + "\n")
    add_terminologies(files, folder)
    with TerminologyIndex.open(folder) as opened:
        yield opened
