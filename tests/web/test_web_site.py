"""The static site: read back by extruct, walked link by link, and with hostile texts in every field."""

import gzip
import json
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import urldefrag

import extruct
import lxml.html
import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from judges import judge, needs_chromium, needs_node
from test_web_frames import canonical, read_back
from test_web_profile import store_of
from web_films import BASE, HOSTILE, TRIG, films_graph, hostile_graph

from kg.cli import kg
from kg.errors import OutputError
from kg.export import Graph
from kg.export.frames import OPINIONS, Framing
from kg.pipeline import Options, build
from kg.vocab import term
from kg.web.chains import chains
from kg.web.material import material
from kg.web.quotes import Quotes
from kg.web.site import SiteOptions, write_site

TEXTS = {"pages/tide.txt": "Shot raw: Ann Lee shot it in nine days, and it shows.", "pages/other.txt": ""}


def write(graph: Graph, out: Path, **options: object) -> Path:
    source = out.with_name(f"{out.name}-source")
    source.mkdir()
    (source / "graph.nq").write_text("".join(f"{q} .\n" for q in graph.quads))
    lines = (json.dumps({"id": name, "text": text}) for name, text in TEXTS.items())
    (source / "texts.jsonl").write_text("\n".join(lines) + "\n")
    write_site(source, out, SiteOptions(**options))  # type: ignore[arg-type]
    return out


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(films_graph(), tmp_path_factory.mktemp("web") / "site", licence="https://licence.example/by")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(hostile_graph(), tmp_path_factory.mktemp("web") / "hostile", ratings=True)


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def parsed(page: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(page.read_bytes())


def film(site: Path) -> str:
    return " ".join(parsed(site / "movie/low-tide-2001.html").text_content().split())


@pytest.mark.parametrize(
    ("graph", "ratings"), [(films_graph(), False), (hostile_graph(), True)], ids=["plain", "hostile"]
)
def test_extruct_reads_back_every_fact(graph: Graph, ratings: bool, site: Path, hostile: Path) -> None:
    framing = Framing(material(store_of(graph)))
    things = [t for kind in ("movie", "person", "organization", "country", "character") for t in framing.things(kind)]
    for thing in things:
        place = thing.value.removeprefix(BASE).replace("reviewer/", "person/")
        page = (hostile if ratings else site) / f"{place}.html"
        (document,) = extruct.extract(page.read_text(), syntaxes=["json-ld"])["json-ld"]
        expected = framing.triples(thing, () if ratings else OPINIONS)
        assert canonical(read_back(json.dumps(document))) == canonical(expected)


def test_ratings_of_others_are_shown_and_not_marked_up(site: Path) -> None:
    page = (site / "movie/low-tide-2001.html").read_text()
    (document,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert not {"review", "aggregateRating"} & set(document)
    assert "Jo Reed · 4.5/5" in film(site)
    assert "Average 46.87/100 · 7 ratings" in film(site)


@pytest.mark.parametrize(
    ("gone", "property"), [("author", "review"), ("ratingValue", "review"), ("ratingCount", "aggregateRating")]
)
def test_opinions_that_lack_a_part_are_shown_and_not_marked_up(tmp_path: Path, gone: str, property: str) -> None:
    graph = Graph.of(q for q in films_graph().quads if q.predicate != term(f"schema:{gone}"))
    page = (write(graph, tmp_path / "part", ratings=True) / "movie/low-tide-2001.html").read_text()
    (document,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert property not in document
    assert "Slow, cold and lovely." in page


def test_a_fact_shows_its_sentence_with_the_words_marked(site: Path) -> None:
    card = parsed(site / "movie/low-tide-2001.html").xpath("//dt[.='Directed by']/..//*[@role='tooltip']")[0]
    assert card.xpath(".//mark/text()") == ["Ann Lee shot it in nine days"]
    assert "Shot raw: Ann Lee shot it in nine days, and it shows." in card.text_content()
    assert card.xpath(".//a/@href") == ["../document/pages-tide.html#c10-38"]


def test_conflicts_stand_side_by_side(site: Path) -> None:
    box = parsed(site / "movie/low-tide-2001.html").xpath("//*[@class='versus']")[0]
    shown, other = (side.text_content() for side in box.xpath("./div"))
    assert "92 min" in shown
    assert "95 min" in other
    assert "an hour and thirty-five" in other
    assert "most frequent value" in box.text_content()


def test_the_cast_has_the_original_beside_it(site: Path) -> None:
    (row,) = parsed(site / "movie/low-tide-2001.html").xpath("//table[@class='cast']/tbody/tr")
    assert row[0].text_content() == "Mia Holt"
    assert "Per Dahl as Nils, Ebb (1951)" in row.text_content()


def test_the_chain_of_remakes_is_drawn(site: Path) -> None:
    links = parsed(site / "movie/low-tide-2001.html").xpath("//svg//a/@href")
    assert links == ["../movie/ebb-1951.html", "../movie/low-tide-2001.html"]
    assert len(parsed(site / "index.html").xpath("//svg//path[@class='arrow']")) == 1


@pytest.mark.parametrize("which", ["site", "hostile"])
def test_no_id_stands_twice_on_a_page(which: str, request: pytest.FixtureRequest) -> None:
    for page in pages(request.getfixturevalue(which)):
        ids = parsed(page).xpath("//@id")
        assert len(ids) == len(set(ids)), page


def test_quotes_of_one_sentence_stand_together_with_what_each_states() -> None:
    text = "Off it goes. Ann Lee shot Low Tide in 2001, in nine days. It shows."
    said = [
        ("Ann Lee shot Low Tide", "director"),
        ("Low Tide", "name"),
        ("2001", "datePublished"),
        ("It shows.", "genre"),
    ]
    quads = []
    for number, (words, relation) in enumerate(said):
        node, start = ox.NamedNode(f"{BASE}evidence/{number}"), text.index(words)
        place = ox.NamedNode(f"{BASE}document/a#char={start},{start + len(words)}")
        parts = {
            "rdf:type": term("kg:Evidence"), "rdf:subject": ox.NamedNode(f"{BASE}movie/a"), "rdf:object": ox.Literal("x"),
            "rdf:predicate": term(f"schema:{relation}"), "oa:exact": ox.Literal(words), "prov:wasQuotedFrom": place,
        }  # fmt: skip
        quads += [ox.Quad(node, term(p), o, ox.NamedNode(f"{BASE}graph/evidence")) for p, o in parts.items()]
    store = ox.Store()
    store.extend([*quads, ox.Quad(ox.NamedNode(f"{BASE}document/a"), term("schema:identifier"), ox.Literal("a.txt"))])
    first, second = Quotes(store, {"a.txt": text}, {}).passages(f"{BASE}document/a", 10)
    words = [("Ann Lee shot Low Tide", True), (" in ", False), ("2001", True), (", in nine days.", False)]
    assert list(first.pieces) == words
    assert [quote.words for quote, _ in first.words()] == ["Ann Lee shot Low Tide", "Low Tide", "2001"]
    assert [quote.words for quote in second.quotes] == ["It shows."]


def test_a_long_title_is_wrapped_into_its_box() -> None:
    title = "The Strange and Wonderful Tale of the Lighthouse"
    (drawn,) = chains([("a", "b")], {"a": (title, "1950"), "b": ("W" * 90, "")})
    lines = {box.iri: box.lines for box in drawn.boxes}
    assert lines["a"] == ("The Strange and", "Wonderful Tale of…")
    assert all(len(line) <= 20 for line in lines["b"])
    assert drawn.narrow


@pytest.mark.parametrize("which", ["site", "hostile"])
def test_every_link_leads_to_a_page_and_a_place_on_it(which: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue(which)
    ids = {p: set(parsed(p).xpath("//@id")) for p in pages(folder)}
    for page in pages(folder):
        for href in parsed(page).xpath("//a/@href | //link[@rel!='canonical' and @rel!='icon']/@href | //script/@src"):
            path, anchor = urldefrag(href)
            if not path.startswith("https://licence.example/"):
                target = (page.parent / path).resolve() if path else page
                assert target.is_file(), (page, href)
                assert not anchor or anchor in ids[target]


def test_no_page_needs_another_host(site: Path) -> None:
    for page in pages(site):
        sources = parsed(page).xpath("//@src | //link[@rel='stylesheet']/@href")
        assert sources
        assert not any(":" in source for source in sources)
    assert "url(" not in (site / "style.css").read_text()
    assert "http" not in (site / "search.js").read_text()


def test_hostile_texts_neither_break_a_page_nor_run(hostile: Path) -> None:
    for page in pages(hostile):
        tree = parsed(page)
        scripts = tree.xpath("//script")
        assert all(s.get("src", "").endswith("search.js") or s.get("type") == "application/ld+json" for s in scripts)
        assert not tree.xpath("//img | //@onerror | //@style | //iframe")
        assert len(tree.xpath("//main")) == len(tree.xpath("//footer")) == 1
        assert "\u202e" not in page.read_text()
    assert '</script><script>document.title="owned"' in film(hostile)
    assert "{{7*7}}" in film(hostile)


def test_a_title_of_a_megabyte_leaves_a_page_of_ordinary_size(tmp_path: Path) -> None:
    name, long = ox.Literal("Low Tide"), ox.Literal("A" * 1_000_000)
    quads = (
        ox.Quad(q.subject, q.predicate, long if q.object == name else q.object, q.graph_name)
        for q in films_graph().quads
    )
    out = write(Graph.of(quads), tmp_path / "long")
    assert max(p.stat().st_size for p in pages(out)) <= 100_000
    assert parsed(out / "movie/low-tide-2001.html").xpath("normalize-space(//h1)").startswith("AAAA")


def test_a_country_of_many_films_leaves_a_page_of_ordinary_size(tmp_path: Path) -> None:
    country = ox.NamedNode(f"{BASE}country/is")
    many = []
    for number in range(400):
        one = ox.NamedNode(f"{BASE}movie/{'long-' * 30}{number}")
        many += [
            ox.Quad(one, term("rdf:type"), term("schema:Movie")),
            ox.Quad(one, term("schema:name"), ox.Literal(f"{'Long ' * 30}{number}")),
            ox.Quad(one, term("schema:countryOfOrigin"), country),
        ]
    page = write(Graph.of([*films_graph().quads, *many]), tmp_path / "many") / "country/is.html"
    assert page.stat().st_size <= 100_000
    shown = len(parsed(page).xpath("//tbody/tr"))
    assert shown > 30
    assert f"and {401 - shown} more" in page.read_text()


def test_search_engines_and_programs_find_their_way(site: Path) -> None:
    head = parsed(site / "movie/low-tide-2001.html").head
    og = {m.get("property"): m.get("content") for m in head.xpath("meta[@property]")}
    assert og["og:type"] == "video.movie"
    assert og["video:duration"] == "5520"
    assert og["og:url"] == head.xpath("link[@rel='canonical']/@href")[0] == f"{BASE}movie/low-tide-2001.html"
    assert head.xpath("link[@rel='alternate']/@href") == ["../movie/low-tide-2001.ttl", "../movie/low-tide-2001.jsonld"]
    addresses = set(re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text()))
    assert addresses == {f"{BASE}{p.relative_to(site)}" for p in pages(site)}


@pytest.mark.parametrize("suffix", [".ttl", ".jsonld"])
def test_the_data_beside_a_page_says_the_same(site: Path, suffix: str) -> None:
    stated = {q.triple for q in ox.parse(path=str(site / f"movie/low-tide-2001{suffix}"))}
    assert Framing(films_graph()).triples(ox.NamedNode(f"{BASE}movie/low-tide-2001")) <= stated
    for file in site.rglob(f"*{suffix}"):
        assert list(ox.parse(path=str(file)))


def test_the_dataset_is_described(site: Path) -> None:
    triples = {str(t.predicate): t.object for t in ox.parse(path=str(site / "void.ttl"))}
    assert triples["<http://rdfs.org/ns/void#dataDump>"] == ox.NamedNode(f"{BASE}graph.nq.gz")
    assert triples["<http://purl.org/dc/terms/license>"] == ox.NamedNode("https://licence.example/by")
    (dataset,) = extruct.extract((site / "index.html").read_text(), syntaxes=["json-ld"])["json-ld"]
    assert dataset["license"] == "https://licence.example/by"
    assert {*ox.parse(gzip.decompress((site / "graph.nq.gz").read_bytes()), format=ox.RdfFormat.N_QUADS)} == {
        *films_graph().quads
    }


def test_the_same_graph_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = write(films_graph(), tmp_path / "again", licence="https://licence.example/by")
    files = {p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    assert {p.relative_to(again): p.read_bytes() for p in again.rglob("*") if p.is_file()} == files


def test_a_folder_of_other_things_is_refused_and_a_site_replaced(tmp_path: Path) -> None:
    source = tmp_path / "films.trig"
    source.write_text(TRIG)
    other = tmp_path / "other"
    other.mkdir()
    (other / "diary.txt").write_text("mine")
    with pytest.raises(OutputError, match=r"kg-site\.json"):
        write_site(source, other, SiteOptions())
    out = tmp_path / "site"
    run = CliRunner()
    for title in ("One", "Two"):
        assert (
            run.invoke(
                kg, ["site", str(source), "-o", str(out), "--title", title, "--url", "https://films.example"]
            ).exit_code
            == 0
        )
    assert "<title>Two</title>" in (out / "index.html").read_text()
    assert "https://films.example/movie/ebb-1951.html" in (out / "sitemap.xml").read_text()


def test_films_that_remake_each_other_and_themselves_are_drawn() -> None:
    labels = {name: (name, "") for name in "abc"}
    drawn = chains([("a", "b"), ("b", "a"), ("b", "c"), ("a", "a")], labels)
    assert [box.iri for box in drawn[0].boxes] == ["a", "b", "c"]
    assert len(drawn[0].arrows) == 3


@needs_node
@needs_chromium
@pytest.mark.parametrize("which", ["site", "hostile"])
def test_chromium_and_axe_find_nothing_wrong(which: str, request: pytest.FixtureRequest) -> None:
    found = judge("browser.mjs", request.getfixturevalue(which), "movie/low-tide-2001.html", "holt mi")
    assert not (found["errors"] or found["requests"] or found["violations"] or found["sideways"]), found
    assert found["results"][0].startswith("Mia Holt")
    assert found["title"] != "owned"
    assert found["evidence"]
    assert found["milliseconds"] < 100


@needs_node
@needs_chromium
def test_search_among_twenty_five_thousand_answers_in_no_time(site: Path, tmp_path: Path) -> None:
    large = shutil.copytree(site, tmp_path / "large")
    names = [
        [f"The {number:x} {'Long ' * (number % 3)}Night of {number * 7919:x}", "index"] for number in range(25_000)
    ]
    (large / "search-index.js").write_text(f"var KG_INDEX={json.dumps(names)}")
    answers = judge("search.mjs", large, "e", "long night", "the", "night of 5f", "nothing is called this")
    assert [answer["found"] for answer in answers] == [12, 12, 12, 12, 0]
    assert all(answer["painted"] < 100 for answer in answers), answers


@needs_node
def test_the_validator_of_rich_results_finds_no_error(site: Path, tmp_path: Path) -> None:
    rated = write(films_graph(), tmp_path / "rated", ratings=True)
    found = judge("structured-data.mjs", *pages(site), *pages(rated))
    assert found["errors"] == []
    assert found["things"]
    page = rated / "movie/low-tide-2001.html"
    page.write_text(page.read_text().replace('"ratingCount"', '"x"'))
    assert judge("structured-data.mjs", page)["errors"]


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "kg.web.site")
    monkeypatch.setitem(sys.modules, "kg.web.pages", None)
    done = CliRunner().invoke(kg, ["site", str(tmp_path)])
    assert done.exit_code == 1
    assert "pip install 'kg[web]'" in done.output


def test_hostile_values_of_a_page_go_through_a_build_and_harm_no_site(tmp_path: Path) -> None:
    def film(name: str) -> dict[str, object]:
        person = {"@type": "Person", "name": f"Ann Lee {HOSTILE}"}
        role = {"@type": "PerformanceRole", "actor": person, "characterName": HOSTILE}
        review = {"author": person, "reviewBody": HOSTILE * 50, "reviewRating": {"ratingValue": "4", "bestRating": 5}}
        values = dict.fromkeys(
            ["genre", "contentRating", "alternateName", "countryOfOrigin", "inLanguage", "duration"], HOSTILE
        )
        return {"@type": "Movie", "name": name, "director": person, "actor": role, "review": review, **values}

    data = json.dumps([film(f"Low Tide {HOSTILE}"), film("L" * 1_000_000)]).replace("<", "\\u003C")
    page = f'<h1>{"What is on " * 9}</h1><p>Films of the week.</p><script type="application/ld+json">{data}</script>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    build([str(tmp_path / "page.html")], tmp_path / "out", Options(model=None))
    write_site(tmp_path / "out", tmp_path / "site", SiteOptions(ratings=True))
    found = pages(tmp_path / "site")
    assert len([page for page in found if page.parent.name == "movie"]) == 2
    for page in found:
        tree = parsed(page)
        assert all(s.get("src", "").endswith("search.js") or s.get("type") for s in tree.xpath("//script"))
        assert not tree.xpath("//img | //@onerror")
        assert page.stat().st_size <= 100_000
