"""Nothing that stands in a document may steer the terminal; tables fit their width."""

import pytest
from trialgraph.app.tables import print_table
from trialgraph.app.terminal import complain, plain, print_lines


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x07", "\x9b31m", "\u202egnp.exe", "\x00", "\r"])
def test_control_characters_are_taken_out(hostile):
    assert not set(plain(hostile)) & {"\x1b", "\x07", "\x9b", "\u202e", "\x00", "\r"}


def test_what_is_ordinary_stays():
    text = "β2-microglobulin ≥2·5 mg/L\n\ttable"
    assert plain(text) == text


def test_a_complaint_is_one_line(capsys):
    complain("a.txt: first\n\x1b]0;second")
    assert capsys.readouterr().err == "trialgraph: a.txt: first �]0;second\n"


def test_markup_is_printed_as_it_stands(capsys):
    print_table("T", ["quote"], [["[bold]CR[/bold] [link=http://x]"]])
    print_lines([(2, "[red]PR[/red]", "")])
    out = capsys.readouterr().out
    assert "[bold]CR[/bold] [link=http://x]" in out
    assert "  [red]PR[/red]" in out


def test_empty_columns_are_left_out_and_zero_is_not_empty(capsys):
    print_table("T", ["count", "subGroup"], [[0, None], [3, None]])
    out = capsys.readouterr().out
    assert "sub group" not in out
    assert "0" in out


def test_iris_are_left_out_where_there_is_something_else(capsys):
    iri = "https://w3id.org/trialgraph/id/claim/65dbbef0"
    print_table("T", ["value", "claim"], [["0.53", iri], ["0.69", None]])
    assert "claim" not in capsys.readouterr().out
    print_table("T", ["claim"], [[iri]])
    assert iri in capsys.readouterr().out


def test_rows_become_blocks_where_the_terminal_is_narrow(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    print_table("T", ["trialName", "armDrugs", "event"], [["ICARIA-MM", "dexamethasone", "thrombocytopenia"]])
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["trial", "name", "ICARIA-MM"] in lines
    assert ["event", "thrombocytopenia"] in lines


def test_no_rows(capsys):
    print_table("Conflicts", ["a"], [])
    assert capsys.readouterr().out == "Conflicts: nothing found\n\n"
