"""Tables laid out as columns under headers and rows under headings."""

from pathlib import Path

from trialgraph.extract.cleaning import clean
from trialgraph.extract.readers import read_documents
from trialgraph.extract.tables.grid import make_grid

HTML = """<html><body><p>One table.</p><table>
<thead><tr><th></th><th colspan="2">Isa-Kd (n = 179)</th><th>Kd</th></tr>
<tr><th>Event</th><th>Any</th><th>Grade 3</th><th>Any</th></tr></thead>
<tbody><tr><td colspan="4">Infections</td></tr>
<tr><td>Pneumonia</td><td>38</td><td>28</td><td>23</td></tr>
<tr><td>Women</td><td>n = 80</td><td>n = 80</td><td>n = 50</td></tr>
<tr><td>Bronchitis</td><td>40</td><td></td><td>15</td></tr>
</tbody></table></body></html>"""


def test_header_paths_headings_and_parts(tmp_path: Path):
    path = tmp_path / "a.html"
    path.write_text(HTML, encoding="utf-8")
    (document,) = read_documents(path)
    grid = make_grid(document.tables[0], clean(document.text))
    assert {n: [h.text for h in heads] for n, heads in grid.columns.items()} == {
        1: ["Isa-Kd (n = 179)", "Any"],
        2: ["Isa-Kd (n = 179)", "Grade 3"],
        3: ["Kd", "Any"],
    }
    assert [(r.label, r.groups, r.parts, [v.text for v in r.values]) for r in grid.rows if not r.sizes] == [
        ("Pneumonia", ("Infections",), (), ["38", "28", "23"]),
        ("Bronchitis", ("Infections", "Women"), ("Women",), ["40", "15"]),
    ]
    assert [r.sizes for r in grid.rows if r.sizes] == [{1: 80, 2: 80, 3: 50}]
    assert all(document.text[v.start : v.end] == v.text for r in grid.rows for v in r.values)
