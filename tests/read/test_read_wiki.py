"""MediaWiki: what templates, links, lists and tables stand for, and dumps of many pages (golden pages: test_read_web)."""

import bz2
import gzip
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from click.testing import CliRunner

from kg.cli import kg
from kg.model import Document, Skipped
from kg.pipeline import Options, build
from kg.read import read
from kg.read.wiki.article import article_of

LEAD = "'''Low Tide''' is a 2001 drama film directed by [[Ann Lee]], who wrote it as well."


def field(value: str) -> list[str]:
    """The values of an infobox field with this wiki text."""
    text, _ = article_of(f"{{{{Infobox film\n| director = {value}\n}}}}\n{LEAD}", "Low Tide")
    return [line.removeprefix("- director: ") for line in text.splitlines() if line.startswith("- director: ")]


def body(words: str) -> str:
    return article_of(words, None)[0]


@pytest.mark.parametrize(
    ("wiki", "values"),
    [
        ("[[Ann Lee]]", ["Ann Lee"]),
        ("[[Ann Lee (director)|Ann Lee]]", ["Ann Lee"]),
        ("[[Ann Lee|Lee]]", ["Ann Lee"]),
        ("[[Ann_Lee#Films|Ann]]", ["Ann Lee"]),
        ("[[Ann Lee|the Lees' daughter]]", ["the Lees' daughter"]),
        ("[[Ann Lee]]<br>[[Bo Lie]]<br />Cy Moe<BR/>", ["Ann Lee", "Bo Lie", "Cy Moe"]),
        ("{{ubl|Ann Lee|[[Bo Lie]]}}", ["Ann Lee", "Bo Lie"]),
        ("{{Unbulleted_list|Ann Lee|Bo Lie}}", ["Ann Lee", "Bo Lie"]),
        ("{{plainlist|\n* Ann Lee\n* [[Bo Lie]]\n}}", ["Ann Lee", "Bo Lie"]),
        ("{{hlist|Ann Lee|{{nowrap|Bo Lie}}}}", ["Ann Lee", "Bo Lie"]),
        ("Ann&nbsp;Lee<!-- no, Bo Lie -->", ["Ann Lee"]),
        ("Ann Lee<ref name=x>{{cite web|author=Bo Lie}}</ref><ref name=y />", ["Ann Lee"]),
        ("'''Ann''' ''Lee''", ["Ann Lee"]),
        ("{{ill|Ann Lee|es}}", ["Ann Lee"]),
        ("{{sortname|Ann|Lee}}", ["Ann Lee"]),
        ("{{lang|es|Ana Lé}}", ["Ana Lé"]),
        ("{{unknown thing|Bo Lie}}", []),
        ("[https://x.example Ann Lee]", ["Ann Lee"]),
        ("[[File:a.jpg|thumb|Bo Lie]]", []),
        ("{{film date|2007|7|13}}", ["13 July 2007"]),
        ("{{Film date|df=yes|2007|1|20|[[Lake Festival]]|2007|7|13|Spain}}", ["20 January 2007 (Lake Festival)", "13 July 2007 (Spain)"]),
        ("{{Start date|2007|7}}", ["July 2007"]),
        ("{{film date|2007|13|40}}", ["2007"]),
        ("{{film date|next year}}", []),
        ("{{duration|h=1|m=26}}", ["1 hour 26 minutes"]),
        ("{{duration|m=86}}", ["86 minutes"]),
        ("{{based on|''Ebb''|Cy Moe}}", ["Ebb by Cy Moe"]),
    ],
)  # fmt: skip
def test_field_has_the_values_that_readers_see(wiki: str, values: list[str]) -> None:
    assert field(wiki) == values


def test_title_is_the_one_given_else_the_infoboxes_else_the_first_in_bold() -> None:
    box = "{{Infobox film|name=Low Tide (US)}}\n"
    assert article_of(box + LEAD, "Low Tide (film)")[1] == "Low Tide (film)"
    assert article_of(box + LEAD, None)[1] == "Low Tide (US)"
    assert article_of(LEAD, None)[1] == "Low Tide"


def test_no_category_picture_or_list_of_sources_is_read() -> None:
    text = body(
        f"{LEAD}\n[[Category:Films by Bo Lie]]\n[[fr:Bo Lie]]\n== References ==\n* Bo Lie\n=== Notes ===\nBo Lie\n== Cast ==\n* Cy Moe"
    )
    assert "Bo Lie" not in text
    assert text.endswith("## Cast\n\n- Cy Moe")


def test_an_item_within_an_item_joins_it() -> None:
    assert "- Ann Lee as Mary; twenty years later" in body(
        f"{LEAD}\n== Cast ==\n* Ann Lee as Mary\n** twenty years later\n"
    )


def test_dump_gives_its_articles_and_counts_the_rest(tmp_path: Path) -> None:
    pages = [
        page("Low Tide (2001 film)", LEAD),
        page("Low tide", "#REDIRECT [[Low Tide (2001 film)]]"),
        page("Ebb", LEAD, redirect=True),
        page("Talk:Low Tide", LEAD, ns=1),
        page("Flood & Ebb", LEAD.replace("Low Tide", "Flood & Ebb")),
    ]
    path = tmp_path / "wiki.xml"
    path.write_text(dump(*pages), encoding="utf-8")
    items = list(read([str(path)]))
    documents = [item for item in items if isinstance(item, Document)]
    assert [d.id for d in documents] == ["Low Tide (2001 film)", "Flood & Ebb"]
    assert documents[0].url == "https://wiki.example/w/Low_Tide_(2001_film)"
    assert documents[0].path == f"{path}: Low Tide (2001 film)"
    (rest,) = [item for item in items if isinstance(item, Skipped)]
    assert rest.reason == "no articles: 2 redirects, 1 page of another namespace"


@pytest.mark.parametrize(("suffix", "pack"), [(".bz2", bz2.compress), (".gz", gzip.compress)])
def test_packed_dump_is_unpacked(tmp_path: Path, suffix: str, pack: object) -> None:
    path = tmp_path / f"wiki.xml{suffix}"
    path.write_bytes(pack(dump(page("Low Tide", LEAD)).encode()))  # type: ignore[operator]
    assert [item.id for item in read([str(path)]) if isinstance(item, Document)] == ["Low Tide"]


def test_dump_cut_short_gives_what_is_whole_and_the_place(tmp_path: Path) -> None:
    whole = dump(page("Low Tide", LEAD), page("Ebb", LEAD.replace("Low Tide", "Ebb")))
    path = tmp_path / "wiki.xml"
    path.write_text(whole[: whole.index("Ebb</title>") + 40], encoding="utf-8")
    document, skipped = read([str(path)])
    assert isinstance(document, Document)
    assert isinstance(skipped, Skipped)
    assert "after the page 'Low Tide'" in skipped.reason


@pytest.mark.parametrize(
    ("xml", "word"),
    [
        ("<rss><title>Films</title></rss>", "no dump of MediaWiki"),
        ("no XML at all", "not XML that can be read"),
        ('<!DOCTYPE m [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><mediawiki><page>&b;</page></mediawiki>', None),
        (
            '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><mediawiki><page><title>&x;</title></page></mediawiki>',
            None,
        ),
    ],
)
def test_other_and_hostile_xml_is_named(tmp_path: Path, xml: str, word: str | None) -> None:
    path = tmp_path / "a.xml"
    path.write_text(xml, encoding="utf-8")
    items = list(read([str(path)]))
    assert not [item for item in items if isinstance(item, Document)]
    assert word is None or word in "".join(item.reason for item in items if isinstance(item, Skipped))


@pytest.mark.parametrize(
    "wiki",
    ["{{" * 5000, "[[" * 5000 + LEAD, "{|" * 500, "<ref>" * 2000 + LEAD, "'" * 9999, "{{Infobox film|" * 300, "=" * 5000, "&#" * 5000,
     "{{film date|" + "2007|" * 3000 + "}}", "*" * 20000, "{{Infobox film\n|director=[[" + "a" * 100_000],
)  # fmt: skip
def test_hostile_wiki_text_ends_in_time(wiki: str) -> None:
    assert isinstance(body(wiki), str)


def test_facts_of_a_dump_lead_back_to_its_articles(tmp_path: Path) -> None:
    (tmp_path / "wiki.xml.bz2").write_bytes(bz2.compress(dump(page("Low Tide", LEAD)).encode()))
    assert build([str(tmp_path / "wiki.xml.bz2")], tmp_path / "out", Options(model=None)).films == 1
    graph = (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")
    assert '"directed by Ann Lee"' in graph
    assert "document/low-tide" in graph


@pytest.mark.full
def test_memory_does_not_grow_with_the_dump(tmp_path: Path) -> None:
    def peak(pages: int) -> int:
        path = tmp_path / f"{pages}.xml.bz2"
        with bz2.open(path, "wt", encoding="utf-8") as file:
            file.write(dump(*(page(f"Film {i}", LEAD.replace("Low Tide", f"Film {i}") * 20) for i in range(pages))))
        script = (
            "import resource, sys; from kg.read import read; assert sum(1 for _ in read(sys.argv[1:]));"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        return int(
            subprocess.run([sys.executable, "-c", script, path], capture_output=True, check=True, text=True).stdout
        )

    assert peak(2000) < peak(200) * 1.2


def page(title: str, text: str, ns: int = 0, *, redirect: bool = False) -> str:
    leads = '<redirect title="X" />' if redirect else ""
    said = f'<revision><text xml:space="preserve">{escape(text)}</text></revision>'
    return f"<page><title>{escape(title)}</title><ns>{ns}</ns>{leads}{said}</page>"


def dump(*pages: str) -> str:
    info = "<siteinfo><base>https://wiki.example/w/Main_Page</base></siteinfo>"
    return f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">{info}{"".join(pages)}</mediawiki>'


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("page.html", "[[director: Ann Lee]]"),
        ("page.wiki", "- [[director: Ann Lee]]"),
        ("dump.xml.bz2", "is a 2001 drama film [[directed by Ann Lee]]"),
    ],
)
def test_explain_shows_the_words_of_pages_and_dumps(tmp_path: Path, name: str, words: str) -> None:
    data = '<script type="application/ld+json">{"@type": "Movie", "name": "Low Tide", "director": "Ann Lee"}</script>'
    written = {
        "page.html": f"<h1>Low Tide</h1><p>A film about a village by the sea, and about who leaves it.</p>{data}",
        "page.wiki": "{{Infobox film|name=Low Tide|director=[[Ann Lee]]}}\n'''Low Tide''' is a 2001 drama film.",
        "dump.xml.bz2": dump(page("Low Tide", LEAD)),
    }[name].encode()
    (tmp_path / name).write_bytes(bz2.compress(written) if name.endswith(".bz2") else written)
    run = CliRunner()
    assert run.invoke(kg, ["build", str(tmp_path / name), "--no-model", "-o", str(tmp_path / "out")]).exit_code == 0
    told = run.invoke(kg, ["explain", "Low Tide", "director", "--in", str(tmp_path / "out")])
    assert told.exit_code == 0, told.output
    assert words in told.output
