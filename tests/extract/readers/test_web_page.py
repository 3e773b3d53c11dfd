PAGE = """<!doctype html><html><head><title>Site | IKEMA</title>
<meta name="citation_title" content="IKEMA: isatuximab in myeloma">
<meta name="citation_doi" content="10.1016/S0140-6736(21)00592-4"><meta name="citation_pmid" content="34097854">
<meta name="citation_publication_date" content="2021/06/4"><script>var x = "never";</script></head>
<body><header role="banner">Site name</header><nav><a>Home</a></nav><div class="cookie-banner">We use cookies</div>
<main><h1>IKEMA</h1><p>Median PFS was not reached.<sup><a href="#r1">12</a></sup> Cells: 10<sup>9</sup>.</p>
<h2>Safety</h2><ul><li>Hypertension</li><li>Infusion&nbsp;reaction</li></ul>
<table><caption>Adverse events</caption>
<tr><th rowspan="2">Event</th><th colspan="2">Isa-Kd</th></tr><tr><th>Any</th><th>Grade 3<sup>a</sup></th></tr>
<tr><td>Diarrhoea</td><td>36%</td><td>3%</td></tr></table><p hidden>secret</p></main>
<footer>Imprint</footer></body></html>"""


def test_the_article_without_the_furniture(read):
    (document,) = read("page.html", PAGE)
    assert document.title == "IKEMA: isatuximab in myeloma"
    assert document.issued == "2021-06-04"
    assert document.identifiers == ("doi:10.1016/S0140-6736(21)00592-4", "pmid:34097854")
    assert document.kind == "paper"
    assert "Median PFS was not reached. Cells: 10^9." in document.text
    assert [section.heading for section in document.sections] == ["IKEMA", "Safety"]
    for furniture in ("never", "Home", "cookies", "Imprint", "Site name", "secret"):
        assert furniture not in document.text


def test_spans_of_cells_are_counted_in(read):
    (document,) = read("page.html", PAGE)
    (table,) = document.tables
    placed = [(cell.text, cell.row, cell.column, cell.row_span, cell.column_span, cell.header) for cell in table.cells]
    assert table.caption == "Adverse events"
    assert placed == [
        ("Event", 0, 0, 2, 1, True),
        ("Isa-Kd", 0, 1, 1, 2, True),
        ("Any", 1, 1, 1, 1, True),
        ("Grade 3", 1, 2, 1, 1, True),
        ("Diarrhoea", 2, 0, 1, 1, False),
        ("36%", 2, 1, 1, 1, False),
        ("3%", 2, 2, 1, 1, False),
    ]


def test_a_table_that_lays_out_the_page_is_text(read):
    (document,) = read("a.html", "<table><tr><td><p>First part.</p><p>Second part.</p></td></tr></table>")
    assert document.text == "First part.\n\nSecond part."
    assert document.tables == ()


def test_monstrous_spans_are_cut_short(read):
    page = '<table><tr><th colspan="999999999">A</th></tr><tr><td rowspan="65000">b</td><td>c</td></tr></table>'
    (document,) = read("a.html", page)
    assert max(cell.column_span for cell in document.tables[0].cells) <= 100
    assert max(cell.row_span for cell in document.tables[0].cells) == 1


def test_an_article_is_kept_whatever_its_class(read):
    page = (
        '<body class="menu-open"><div class="with-sidebar"><h1>IKEMA</h1><p>PFS.</p><div id="sidebar">Ads</div></div>'
    )
    (document,) = read("a.html", page)
    assert document.text == "IKEMA\n\nPFS."


def test_a_declared_encoding_is_used(read):
    page = '<html><head><meta charset="windows-1251"></head><body><p>миелома</p></body></html>'
    (document,) = read("a.html", page.encode("windows-1251"))
    assert document.text == "миелома"


def test_tags_left_open_are_closed(read):
    (document,) = read("a.html", "<div><p>First<p>Second <b>bold")
    assert document.text == "First\n\nSecond bold"
