import pytest


def test_the_text_is_the_files(read):
    text = "Isatuximab in myeloma\n\nMethods: 302 patients took part.\nResults: PFS was longer.\n"
    (document,) = read("ikema.txt", text.replace("\n", "\r\n"))
    assert document.text == text
    assert document.identifier == "ikema"
    assert document.kind == "abstract"
    assert [section.heading for section in document.sections] == ["Methods", "Results"]
    assert document.section_at(text.index("302")) == "Methods"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("PFS 19·15 mois".encode(), "19·15"),
        ("PFS 19·15 mois".encode("cp1252"), "19·15"),
        ("PFS 19·15 mois".encode("utf-16"), "19·15"),
        ("\ufeffPFS 19·15".encode(), "PFS 19·15"),
        ("выживаемость без прогрессирования у больных миеломой была дольше".encode("koi8-r"), "выживаемость"),
    ],
)
def test_encodings(read, content, shown):
    (document,) = read("a.txt", content)
    assert shown in document.text
    assert "\ufeff" not in document.text


def test_characters_that_no_graph_can_hold_are_replaced(read):
    (document,) = read("a.txt", "dose\x01 level " + "text " * 200)
    assert document.text.startswith("dose\ufffd level")


def test_a_table_drawn_with_bars(read, grid):
    text = "Seen in IKEMA:\n| Event | Isa-Kd | Kd |\n|---|---|---|\n| Hypertension | 37% | 31% |\n\nThat is all."
    (document,) = read("a.txt", text)
    (table,) = document.tables
    assert grid(table) == [["Event", "Isa-Kd", "Kd"], ["Hypertension", "37%", "31%"]]
    assert [cell.header for cell in table.cells] == [True] * 3 + [False] * 3


def test_title_date_and_identifiers_as_a_database_page_shows_them(read):
    title = "Isatuximab, carfilzomib and dexamethasone in relapsed myeloma"
    text = (
        f"Menu\n. 2021 Jun 19;397(10292):2361.\ndoi: 10.1016/S0140-6736(21)00592-4. Online first.\n\n{title}\n\n"
        f"Clinical Trial\n\n{title}\n\nMoreau P.\n\nAbstract\n\nRegistered as NCT03275285.\n\nPMID: 34097854"
    )
    (document,) = read("a.txt", text)
    assert document.title == title
    assert document.issued == "2021-06-19"
    assert document.identifiers == ("doi:10.1016/S0140-6736(21)00592-4", "pmid:34097854", "nct:NCT03275285")


def test_the_doi_of_a_reference_is_not_the_documents(read):
    (document,) = read("a.txt", "News on myeloma\n\n  1. Doe J. Blood. 2019;1:2. doi:10.1182/blood.1\n\nMore\n\nEnd")
    assert document.identifiers == ()


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: 2021-06-04", "2021-06-04"),
        ("Published online June 4, 2021", "2021-06-04"),
        ("Published 4 June 2021", "2021-06-04"),
        ("Lancet. 2021 Jun;397:2361", "2021-06"),
        ("Data cut-off: 7 February 2020", ""),
    ],
)
def test_dates_of_publication(read, line, date):
    (document,) = read("a.txt", f"A trial of isatuximab in myeloma\n{line}\n")
    assert document.issued == date
