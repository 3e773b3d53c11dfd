"""How benchmarks are written down: tables in Markdown, all figures as JSON beside, with date, machine and command."""

import datetime
import json
import os
import platform
import re
import shlex
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path


def arguments(description: str | None) -> ArgumentParser:
    """Begin the arguments of a benchmark: its docstring as help, and where to write the results."""
    parser = ArgumentParser(description=description, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--out", type=Path, metavar="FILE.md", help="Markdown; the figures as FILE.json beside")
    return parser


def table(heads: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Write a table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def run() -> dict[str, str]:
    """Tell what the figures depend on; of files elsewhere the command keeps the names alone."""
    command = shlex.join(["python", f"bench/{Path(sys.argv[0]).name}", *sys.argv[1:]])
    return {
        "trialgraph": version("trialgraph"),
        "date": str(datetime.date.today()),
        "Python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        "command": re.sub(r"(?<![\w.:/])/(?:[^/\s]+/)+", "", command),
    }


def report(text: str, figures: Mapping[str, object], out: Path | None) -> None:
    """Print tables, and write them and the figures where that was asked for, both with what they depend on."""
    about = run()
    head = "trialgraph {trialgraph}, {date}, Python {Python}, {machine}: `{command}`".format(**about)
    print(f"{head}\n\n{text}")
    if out is not None:
        out.write_text(f"{head}\n\n{text}", encoding="utf-8")
        out.with_suffix(".json").write_text(json.dumps({"run": about, **figures}, indent=1) + "\n", encoding="utf-8")
