"""The promises over random short texts that are really read: order, workers, chunks, runs, removals; two at once."""

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trialgraph.app import storing
from trialgraph.app.building import build_graph
from trialgraph.app.workers import Workers
from trialgraph.graph import KnowledgeGraph

EXAMPLES = max(2, int(os.environ.get("TRIALGRAPH_EXAMPLES", "20")) // 8)
TRIALS = st.sampled_from(["IKEMA", "IKEMA (NCT03275285)", "NCT03275285", "ALCYONE", "FLAURA", "the trial"])
DRUGS = st.sampled_from(["isatuximab", "osimertinib", "daratumumab", "placebo", "carfilzomib plus dexamethasone"])
ENDPOINTS = st.sampled_from(["progression-free survival", "overall survival", "PFS"])
TEMPLATES = (
    "{trial} was a randomized phase {phase} trial in which {count} patients received {drug} or {other}.",
    "Median {endpoint} in {trial} was {months} months with {drug} and {fewer} months with {other} "
    "(hazard ratio, {ratio}; 95% CI, 0.{low} to 0.{high}; P<0.001).",
    "In {trial}, neutropenia of grade 3 or higher occurred in {percent}% of the patients with {drug}.",
    "Isatuximab targets CD38.",
    "Osimertinib did not improve {endpoint}.",
)


@st.composite
def sentences(draw):
    low = draw(st.integers(20, 49))
    numbers = {"phase": st.integers(1, 3), "count": st.integers(20, 900), "months": st.decimals(5, 40, places=1)}
    numbers |= {
        "fewer": st.integers(2, 20),
        "ratio": st.decimals("0.2", "0.9", places=2),
        "percent": st.integers(0, 99),
    }
    names = {"trial": TRIALS, "drug": DRUGS, "other": DRUGS, "endpoint": ENDPOINTS}
    words = {name: draw(chosen) for name, chosen in (names | numbers).items()}
    return draw(st.sampled_from(TEMPLATES)).format(**words, low=low, high=low + 30)


texts = st.lists(st.lists(sentences(), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=5)


@settings(deadline=None, max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(
    texts,
    st.integers(1, 3),
    st.integers(1, 4),
    st.sampled_from([1, 20_000, 10**6]),
    st.randoms(use_true_random=False),
)
def test_workers_chunks_batches_order_and_runs_change_no_byte(
    tmp_path_factory, monkeypatch, found, jobs, chunk, at_once, random
):
    folder = tmp_path_factory.mktemp("papers")
    papers = [folder / f"{number}.txt" for number in range(len(found))]
    for paper, text in zip(papers, found, strict=True):
        paper.write_text(text)
    with KnowledgeGraph() as plain, KnowledgeGraph() as other:
        build_graph(plain, [folder])
        monkeypatch.setattr(storing, "AT_ONCE", at_once)
        workers = Workers(partial(ThreadPoolExecutor, jobs), chunk=chunk, ahead=2)
        first = random.sample(papers, random.randint(0, len(papers)))
        build_graph(other, first, workers=workers)
        for paper in random.sample(first, random.randint(0, len(first))):
            other.remove(paper.stem)
        report = build_graph(other, random.sample(papers, len(papers)), workers=workers)
        assert {*report.stored, *(paper.rsplit("/")[-1][:-4] for paper in report.unchanged)} == {p.stem for p in papers}
        for graph, name in ((plain, "plain"), (other, "other")):
            graph.export("nquads", folder / name)
    assert (folder / "plain").read_bytes() == (folder / "other").read_bytes()


def test_two_builds_on_one_graph_at_once(run, tmp_path):
    (tmp_path / "note.txt").write_text("Isatuximab targets CD38.")
    with KnowledgeGraph(tmp_path / "g"):
        second = run("build", tmp_path / "note.txt", "--graph", tmp_path / "g")
    assert second.code == 1
    assert "another program has this graph open; wait until it is done, or end it" in second.err
    assert run("build", tmp_path / "note.txt", "--graph", tmp_path / "g").code == 0
