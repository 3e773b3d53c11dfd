def test_headings_lists_and_tables(read, grid):
    text = (
        "---\ntitle: Isatuximab news\ndate: 2021-06-04\n---\n# IKEMA\n\nIsatuximab **improved** PFS.\n\n"
        "- It targets CD38.\n\n| Arm | Patients |\n| --- | ---: |\n| Isa-Kd | 179 |\n| Kd | 123 |\n"
    )
    (document,) = read("news.md", text)
    assert document.title == "Isatuximab news"
    assert document.issued == "2021-06-04"
    assert document.kind == "news"
    assert "Isatuximab improved PFS." in document.text
    assert [section.heading for section in document.sections] == ["IKEMA"]
    assert grid(document.tables[0]) == [["Arm", "Patients"], ["Isa-Kd", "179"], ["Kd", "123"]]
    assert [cell.header for cell in document.tables[0].cells[:3]] == [True, True, False]


def test_scripts_in_markdown_are_left_out(read):
    (document,) = read("a.md", "Text\n\n<script>alert(1)</script>\n\nmore")
    assert document.text == "Text\n\nmore"
