"""Workers: who leaves takes the query along, and a graph that comes and goes is noticed."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import anyio
import pytest
from trialgraph.app.web.jobs import Rows, Written
from trialgraph.app.web.query_pool import QueryPool
from trialgraph.app.web.settings import Settings
from trialgraph.ontology.errors import StoreError

ENDLESS = Written("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "json", "ttl", 10)


@pytest.fixture
def copy(store: Path, tmp_path):
    shutil.copytree(store, tmp_path / "store")
    return tmp_path / "store"


def test_a_query_that_nobody_waits_for_is_ended(store):
    async def leave_and_ask_again() -> int:
        pool = QueryPool(store, Settings(workers=1, seconds=3600))
        try:
            with anyio.move_on_after(1):
                await pool.answer(ENDLESS)
            with anyio.fail_after(60):
                return len(await pool.answer(Rows("counts")))
        finally:
            pool.close()

    assert anyio.run(leave_and_ask_again) > 0


def test_a_graph_that_vanishes_is_told_and_one_that_comes_back_is_seen(copy):
    async def take_away_and_bring_back() -> int:
        pool = QueryPool(copy, Settings(workers=1, seconds=60))
        away = copy.with_name("away")
        try:
            assert await pool.answer(Rows("counts"))
            copy.rename(away)
            with pytest.raises(StoreError, match="gone"):
                await pool.answer(Rows("counts"))
            away.rename(copy)
            return len(await pool.answer(Rows("counts")))
        finally:
            pool.close()

    assert anyio.run(take_away_and_bring_back) > 0


def test_what_is_written_meanwhile_is_seen(copy):
    from trialgraph.graph import KnowledgeGraph

    async def write_and_ask() -> tuple[int, int]:
        pool = QueryPool(copy, Settings(workers=1, seconds=60))
        try:
            before = await pool.answer(Rows("document-list"))
            with KnowledgeGraph(copy) as graph:
                graph.remove("ikema_abstract")
            pool.look_again()
            return len(before), len(await pool.answer(Rows("document-list")))
        finally:
            pool.close()

    before, after = anyio.run(write_and_ask)
    assert after == before - 1


@dataclass(frozen=True)
class Broken:
    """A job with a mistake of ours."""

    def answer(self, reader: object) -> int:
        return 1 // 0


def test_a_mistake_of_ours_is_raised_where_it_can_be_logged_and_the_worker_lives(store):
    async def fail_and_ask_again() -> int:
        pool = QueryPool(store, Settings(workers=1, seconds=60))
        try:
            with pytest.raises(ZeroDivisionError) as failed:
                await pool.answer(Broken())
            assert "in answer" in failed.value.__notes__[0]
            return len(await pool.answer(Rows("counts")))
        finally:
            pool.close()

    assert anyio.run(fail_and_ask_again) > 0
