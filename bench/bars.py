"""The table of all bars at once: facts, corpora, speed and memory; used by `bench/score.py`."""

from pathlib import Path
from typing import Any

from results import table

Bar = tuple[str, str, float, float]
"""What is measured, on what, the figure, and the bar that it is held to; for memory less is better."""

FACTS = (("all", "strict", 2, "F1"), ("all", "strict", 0, "precision"))
WANTED: dict[str, tuple[float, float]] = {"abstracts": (0.80, 0.90), "seeds": (0.75, 0.88)}
MEMORY = "memory of the process, MB"


def of_facts(name: str, result: dict[str, Any], megabytes: float) -> list[Bar]:
    """Give the bars of one set of documents with gold facts."""
    kinds = result["kinds"]
    wanted = WANTED.get(name, WANTED["abstracts"])
    bars = [
        (f"facts, all kinds, strict {figure}", name, kinds[kind][way][place], bar)
        for (kind, way, place, figure), bar in zip(FACTS, wanted, strict=True)
    ]
    if name != "seeds":
        bars += [
            ("outcomes, core F1", name, kinds["outcome"]["core"][2], 0.88),
            ("adverse events, strict F1", name, kinds["adverse_event"]["strict"][2], 0.80),
            ("documents a second of one core", name, result["documents_per_second"], 20),
            (MEMORY, name, round(megabytes), 1000),
        ]
    return bars


def of_corpora(
    abbreviations: Path | None, entities: Path | None, relations: Path | None, ratios: Path | None
) -> list[Bar]:
    """Give the bars of the corpora that are at hand."""
    bars: list[Bar] = []
    if entities is not None:
        from corpora import read_corpus
        from entities import score

        figures = score("entities", read_corpus(entities), None, neural=False)["entities: joined"]
        bars.append(("chemicals and diseases, F1", entities.parent.name, figures["f1"], 0.86))
    if relations is not None:
        from rct_art import score

        bars.append(("measures with outcomes and arms, F1", relations.parent.name, score(relations)["f1"], 0.80))
    if ratios is not None:
        from clerx import score

        bars.append(("ratios with outcomes, F1", ratios.parent.name, score(ratios)["f1"], 0.80))
    if abbreviations is not None:
        from abbreviations import score

        bars.append(("abbreviations, F1", abbreviations.parent.name, score(abbreviations)["f1"], 0.94))
    return bars


def table_of(bars: list[Bar]) -> str:
    """Give all bars as one Markdown table."""
    rows: list[list[str]] = []
    for what, on, figure, bar in bars:
        met = figure < bar if what == MEMORY else figure >= bar
        rows.append([what, on, f"{figure:.3g}", f"{bar:g}", "yes" if met else "**no**"])
    return table(["what", "on", "measured", "bar", "met"], rows)
