"""Readers of terminologies, one a format; each gives records, and notes what it passes over."""

from .detecting import TableLayout, read_records, table_layout

__all__ = ["TableLayout", "read_records", "table_layout"]
