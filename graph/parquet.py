"""The tables of `spreadsheet` as Parquet: figures are numbers, what is not reported is null, texts are as they are."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Store

from ..ontology.errors import StoreError
from .spreadsheet import TABLES, Rows
from .view import GraphView

_WHOLE: Final = {"count", "total", "p_sides", "documents", "event.e", "n.e", "event.c", "n.c"}
_DECIMAL: Final = {
    "value", "ci_low", "ci_high", "ci_level", "p_value", "yi", "sei", "TE", "seTE", "lower", "upper", "amount",
    "confidence",
}  # fmt: skip
_TRUTH: Final = {"superseded", "serious", "treatment_related"}


def write_parquet(store: Store, files: Sequence[Path]) -> None:
    """Write the tables in the order of `TABLES`; StoreError where pyarrow is not installed."""
    arrow, parquet = _library()
    rows = Rows(GraphView(store), safe=str)
    for path, (kind, columns) in zip(files, TABLES.values(), strict=True):
        parquet.write_table(_table(arrow, columns, rows.of_kind(kind, columns)), path)


def _library() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        remedy = "install it: python -m pip install 'trialgraph[parquet]'"
        raise StoreError("Parquet needs pyarrow, which is not here", remedy=remedy) from error


def _table(arrow: Any, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Any:
    kinds = {
        **dict.fromkeys(_WHOLE, arrow.int64()),
        **dict.fromkeys(_DECIMAL, arrow.float64()),
        **dict.fromkeys(_TRUTH, arrow.bool_()),
    }
    schema = arrow.schema([(column, kinds.get(column, arrow.string())) for column in columns])
    return arrow.Table.from_pylist(
        [{column: _value(column, cell) for column, cell in zip(columns, row, strict=True)} for row in rows],
        schema=schema,
    )


def _value(column: str, cell: str) -> object:
    """Give what a cell stands for; a number that is none is not reported."""
    try:
        if column in _WHOLE:
            return int(cell)
        if column in _DECIMAL:
            return float(cell)
    except ValueError:
        return None
    if column in _TRUTH:
        return {"true": True, "false": False}.get(cell)
    return cell or None
