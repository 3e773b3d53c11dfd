ARTICLE = """<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) v1.0//EN" "JATS-archivearticle1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta>
<article-id pub-id-type="pmid">34097854</article-id><article-id pub-id-type="pmc">1234567</article-id>
<article-id pub-id-type="doi">10.1016/S0140-6736(21)00592-4</article-id>
<title-group><article-title>Isatuximab in <italic>relapsed</italic> myeloma</article-title></title-group>
<pub-date pub-type="epub"><day>4</day><month>6</month><year>2021</year></pub-date>
<pub-date pub-type="ppub"><month>07</month><year>2021</year></pub-date>
<permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><p>Free.</p></license></permissions>
<abstract><sec><title>Methods</title><p>See NCT03275285.</p></sec></abstract></article-meta></front>
<body><sec><title>Results</title><p>PFS was longer.<xref ref-type="bibr" rid="b1"><sup>12</sup></xref> See
<xref ref-type="bibr" rid="b2">[3]</xref>. Cells fell to 10<sup>-5</sup>.</p>
<table-wrap><label>Table 1</label><caption><p>Response</p></caption><table><thead><tr><th/><th>Isa-Kd</th></tr></thead>
<tbody><tr><td>ORR<xref ref-type="table-fn" rid="f1">*</xref></td><td>87%</td></tr></tbody></table>
<table-wrap-foot><fn id="f1"><p>Per committee.</p></fn></table-wrap-foot></table-wrap></sec></body>
<back><ref-list><ref><mixed-citation>Doe J. Never read.</mixed-citation></ref></ref-list></back></article>"""


def test_an_article(read, grid):
    (document,) = read("ikema.nxml", ARTICLE)
    assert document.title == "Isatuximab in relapsed myeloma"
    assert document.issued == "2021-06-04"
    assert document.kind == "paper"
    assert document.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert document.identifiers == (
        "pmid:34097854",
        "pmc:PMC1234567",
        "doi:10.1016/S0140-6736(21)00592-4",
        "nct:NCT03275285",
    )
    assert [section.heading for section in document.sections] == ["Abstract", "Methods", "Results"]
    assert "PFS was longer. See [3]. Cells fell to 10^-5." in document.text
    assert "Never read" not in document.text


def test_its_table(read, grid):
    (document,) = read("ikema.xml", ARTICLE)
    (table,) = document.tables
    assert grid(table) == [["", "Isa-Kd"], ["ORR", "87%"]]
    assert table.caption == "Table 1. Response"
    assert table.footnotes == "Per committee."
    assert "Per committee." in document.text


def test_an_article_without_a_body_is_an_abstract(read):
    (document,) = read("a.xml", "<article><front><abstract><p>All went well.</p></abstract></front></article>")
    assert document.kind == "abstract"
    assert document.text == "Abstract\n\nAll went well."
    assert document.issued == ""
