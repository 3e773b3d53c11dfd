"""Lines of answers in the documentation, such as `drugName=isatuximab, trials=…IKEMA`, and the rows that they fit."""

import re


def expected(question: str) -> list[dict[str, str]]:
    """The lines that a question's answer must hold."""
    lines = re.findall(r"^ *- `(.*)`$", question, flags=re.MULTILINE)
    return [dict(cell.split("=", 1) for cell in re.split(r", (?=\w+=)", line)) for line in lines]


def fits(row: dict[str, str], line: dict[str, str]) -> bool:
    """Whether a row has what a line says; `…` stands for anything."""
    return all(re.fullmatch(".*".join(map(re.escape, text.split("…"))), row[name]) for name, text in line.items())
