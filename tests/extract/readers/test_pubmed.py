RECORD = """<PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID><Article>
<Journal><JournalIssue><PubDate>{date}</PubDate></JournalIssue></Journal>
<ArticleTitle>Isatuximab in myeloma.</ArticleTitle>
<ELocationID EIdType="doi">10.1016/S0140-6736(21)00592-4</ELocationID>
<Abstract><AbstractText Label="METHODS">IKEMA (NCT03275285) was open-label.</AbstractText>
<AbstractText Label="FINDINGS">PFS was longer<sup>1</sup>.</AbstractText></Abstract></Article></MedlineCitation>
</PubmedArticle>"""
YEAR = "<Year>2021</Year><Month>Jun</Month><Day>19</Day>"


def test_a_record(read):
    (document,) = read("ikema.xml", f"<PubmedArticleSet>{RECORD.format(pmid=34097854, date=YEAR)}</PubmedArticleSet>")
    assert document.identifier == "ikema"
    assert document.kind == "abstract"
    assert document.issued == "2021-06-19"
    assert document.identifiers == ("pmid:34097854", "doi:10.1016/S0140-6736(21)00592-4", "nct:NCT03275285")
    assert [section.heading for section in document.sections] == ["METHODS", "FINDINGS"]
    assert document.text.startswith("Isatuximab in myeloma.\n\nMETHODS\n\nIKEMA")


def test_several_records_are_several_documents(read):
    records = RECORD.format(pmid=1, date=YEAR) + RECORD.format(pmid=2, date="<MedlineDate>2003 Jan-Feb</MedlineDate>")
    documents = read("set.xml", f"<PubmedArticleSet>{records}</PubmedArticleSet>")
    assert [document.identifier for document in documents] == ["set-1", "set-2"]
    assert [document.issued for document in documents] == ["2021-06-19", "2003-01"]
