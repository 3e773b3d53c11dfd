"""PDF files, written by hand so that the tests need no library that writes them."""

from itertools import starmap

import pytest
from trialgraph.ontology.errors import DocumentError


def placed(x: int, y: int, text: str) -> str:
    return f"/F {10 if y % 2 == 0 else 6} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj"


def pdf(*pages: list[tuple[int, int, str]], title: str = "", lock: str = "") -> bytes:
    """Write a PDF file of pages of 600 by 800 points; a text is placed by its left edge and its height.

    Text at an odd height is small.
    """
    streams = ["BT " + " ".join(starmap(placed, page)) + " ET" for page in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    objects.append(f"<< /Title ({title}) >>")
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R {lock} >>"
    return (
        f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(body)}\n%%EOF"
    ).encode("latin-1")


def test_lines_and_paragraphs(read):
    page = [
        (50, 750, "Isatuximab was given to the"),
        (50, 738, "adults of the IKEMA trial."),
        (50, 700, "PFS was longer."),
    ]
    (document,) = read("ikema.pdf", pdf(page, title="Isatuximab in relapsed myeloma"))
    assert document.text == "Isatuximab was given to the\nadults of the IKEMA trial.\n\nPFS was longer."
    assert document.title == "Isatuximab in relapsed myeloma"


def test_raised_figures_stay_with_their_word(read):
    (document,) = read(
        "a.pdf", pdf([(50, 700, "56 mg/m"), (92, 705, "2"), (110, 700, "was given"), (50, 688, "twice.")])
    )
    assert document.text == "56 mg/m2 was given\ntwice."


def test_columns_are_read_one_after_the_other(read):
    title = [(50, 780, "A heading that runs over the whole width of the page and so over both columns")]
    left = [(50, 740 - 12 * row, f"left column, row {row}, in full") for row in range(8)]
    right = [(330, 740 - 12 * row, f"right column, row {row}, in full") for row in range(8)]
    (document,) = read("a.pdf", pdf(title + left + right))
    lines = [line for line in document.text.splitlines() if line]
    assert lines[0].startswith("A heading")
    assert [line.split()[0] for line in lines[1:]] == ["left"] * 8 + ["right"] * 8


def test_pages_follow_each_other(read):
    (document,) = read("a.pdf", pdf([(50, 700, "First page.")], [(50, 700, "Second page.")]))
    assert document.text == "First page.\n\nSecond page."


def test_cells_that_stand_under_each_other_are_a_table(read, grid):
    rows = [
        [(180, "Isa-Kd"), (400, "Kd")],
        [(50, "Event"), (180, "Any"), (300, "Grade 3"), (400, "Any"), (500, "Grade 3")],
        [(50, "Vascular")],
        [(50, "Hypertension"), (180, "65 (37%)"), (300, "36 (20%)"), (400, "38 (31%)"), (500, "24 (20%)")],
        [(50, "Diarrhoea"), (180, "64 (36%)"), (300, "5 (3%)"), (400, "35 (29%)"), (500, "3 (2%)")],
    ]
    cells = [(x, 700 - 12 * number, text) for number, row in enumerate(rows) for x, text in row]
    caption, after = (
        (50, 730, "Table 1. Adverse events of the trial"),
        (50, 600, "All of them were treated in the end."),
    )
    (document,) = read("a.pdf", pdf([caption, *cells, after]))
    (table,) = document.tables
    assert grid(table) == [[text for _, text in row] for row in rows]
    spanning = {cell.text: (cell.column, cell.column_span) for cell in table.cells if cell.row == 0}
    assert spanning == {"Isa-Kd": (1, 2), "Kd": (3, 2)}
    assert {cell.row for cell in table.cells if cell.header} == {0, 1}
    assert document.text.startswith("Table 1. Adverse events of the trial\n\n| Isa-Kd | Kd |\n| Event |")
    assert document.text.endswith("|\n\nAll of them were treated in the end.")


def test_a_file_that_needs_a_password(read):
    key = "00" * 32
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<00> <00>]"
    with pytest.raises(DocumentError, match="locked with a password; save it without one"):
        read("locked.pdf", pdf([(50, 700, "secret")], lock=lock))


def test_a_scan_without_text(read):
    with pytest.raises(DocumentError, match="no text, perhaps a scan"):
        read("scan.pdf", pdf([]))


def test_a_file_that_is_cut_off(read):
    whole = pdf([(50, 700, "All of it.")])
    with pytest.raises(DocumentError, match="broken PDF"):
        read("cut.pdf", whole[: len(whole) // 3])


def test_a_page_whose_size_is_no_number(read):
    whole = pdf([(50, 700, "All of it.")])
    with pytest.raises(DocumentError, match="broken PDF"):
        read("size.pdf", whole.replace(b"[0 0 600 800]", b"[0 0 600 /ab]"))
