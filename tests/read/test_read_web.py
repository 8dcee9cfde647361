"""Web pages: their words, their tables, what they mark up; broken, hostile and oddly encoded ones too."""

import builtins
import json
import socket
import tempfile
import time
from pathlib import Path

import pytest
import read_golden as golden

from kg.annotate import Recogniser
from kg.errors import ConfigurationError
from kg.model import Claim, Document, Extraction, Skipped, Thing, Value
from kg.pipeline import Options, build
from kg.pipeline.studying import study
from kg.read import extras, read

PAGES = [pytest.param(page, id=f"{page.parent.name}/{page.stem}") for page in golden.pages()]
FILM = "<p>Low Tide is a 2001 drama film directed by Ann Lee, and it was made in Spain, far from any harbour.</p>"

# What a reader of the page would say that it states.
STATED = {
    "encyclopedia": [
        "schema:director Ewan Sorley", "kg:screenwriter Ottilie Brandt", "schema:datePublished 2004-03-12",
        "schema:duration PT1H37M", "schema:countryOfOrigin no", "kg:remakeOf Night Shift",
        "Maren Tveit as Solveig Moe", "Rufus Okello as the harbour master", "Ida Quennell as Aunt Berit",
    ],
    "blog-review": [
        "schema:director Ewan Sorley", "kg:screenwriter Ottilie Brandt", "schema:datePublished 2004",
        "schema:duration PT1H41M", "schema:countryOfOrigin no", "kg:remakeOf Night Shift", "Maren Tveit as Solveig Moe",
    ],
    "film-site": [
        "schema:director Ewan Sorley", "kg:screenwriter Ottilie Brandt", "schema:datePublished 2004-03-12",
        "schema:duration PT1H37M", "schema:countryOfOrigin no", "schema:contentRating PG", "schema:genre Mystery",
        "schema:productionCompany Fyrlys Film", "José Aldaz as Pilot", "Rufus Okello as The Harbour Master",
    ],
    "archive": [
        "schema:director Gustav Rehn", "kg:screenwriter Hedda Falk", "schema:datePublished 1961-10-06",
        "schema:duration PT1H28M", "schema:countryOfOrigin se", "kg:remadeAs The Lamp Room",
        "Signe Ahl as Karin", "Bo Lindh as The Pilot",
    ],
    "listing": [
        "schema:director Noor van Dalen", "schema:duration PT1H44M", "schema:director Una Keogh",
        "schema:director Alba Roig", "schema:countryOfOrigin es", "Lluc Serra as The Ferryman",
    ],
    "old-page": [
        "schema:director Anna Bröms", "kg:screenwriter Tom Wick", "schema:duration PT1H31M", "schema:countryOfOrigin dk",
        "schema:datePublished 1999-05-07", "kg:remakeOf The Crossing", "Tove Lund as Rikke",
    ],
    "lamp-room": [
        "schema:director Ewan Sorley", "kg:screenwriter Ottilie Brandt", "schema:datePublished 2004-01-24",
        "schema:duration PT1H37M", "schema:countryOfOrigin no", "kg:remakeOf Night Shift", "schema:startDate 2004-03-12",
        "Maren Tveit as Solveig Moe", "Rufus Okello as the harbour master",
    ],
    "night-shift": [
        "schema:director Gustav Rehn", "kg:screenwriter Hedda Falk", "schema:datePublished 1961-10-06",
        "schema:duration PT1H28M", "schema:countryOfOrigin se", "kg:remadeAs The Lamp Room",
        "Signe Ahl as Karin", "Åke Strand as Dr. Holm",
    ],
    "quiet-ferry": [
        "schema:director Alba Roig", "kg:screenwriter Martin Pell", "schema:datePublished 1998-09-04",
        "schema:duration PT1H22M", "schema:countryOfOrigin es", "Montse Ivern as Tia Neus", "Pau Riba as a passenger",
    ],
    "broken": ["schema:director Noor van Dalen", "kg:remakeOf Iron", "schema:countryOfOrigin nl", "schema:genre Drama"],
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_page_reads_as_written_down_for_it(page: Path) -> None:
    assert golden.document(page).text + "\n" == golden.golden(page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_page_states_what_a_reader_would_say(page: Path) -> None:
    assert not set(STATED[page.stem]) - stated(golden.document(page))


@pytest.mark.parametrize("page", PAGES)
def test_every_quote_is_the_slice_of_the_text_at_its_offsets(page: Path) -> None:
    document = golden.document(page)
    evidence = [claim.evidence for claim in extraction(document).claims]
    assert evidence
    assert all(e.quote == document.text[e.span.start : e.span.end] for e in evidence)


@pytest.mark.parametrize("page", PAGES)
def test_page_reads_the_same_twice(page: Path) -> None:
    assert golden.document(page) == golden.document(page)


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert all(golden.document(page) for page in golden.pages())
    head = '<base href="http://a.example/"><link rel="profile" href="http://b.example/p"><link rel="stylesheet" href="c.css">'
    data = {"@context": "http://d.example/context.jsonld", "@type": "Movie", "name": "Low Tide", "director": "Ann Lee"}
    rdfa = f'<div profile="http://e.example/" vocab="http://f.example/v#" prefix="x: http://g.example/" typeof="x:Movie">{FILM}</div>'
    text = text_of(
        f"<!DOCTYPE html SYSTEM 'http://h.example/x.dtd'><html><head>{head}</head><body>{rdfa}{script(data)}</body></html>"
    )
    assert "  director: Ann Lee" in text


def test_nothing_of_scripts_notes_and_sites_is_read() -> None:
    texts = [golden.document(page).text for page in golden.pages()]
    assert not [text for text in texts if "Nobody Atall" in text or "Privacy" in text or "Random article" in text]


def test_markup_has_rules_of_its_own() -> None:
    rules = {page.stem: {c.evidence.rule for c in extraction(golden.document(page)).claims} for page in golden.pages()}
    assert "markup.json-ld" in rules["blog-review"] & rules["listing"]
    assert "markup.microdata" in rules["film-site"]
    assert "markup.rdfa" in rules["archive"]
    assert not any(rule.startswith("markup") for rule in rules["encyclopedia"] | rules["old-page"])


def test_all_pages_build_one_graph_of_their_films(tmp_path: Path) -> None:
    folders = sorted({str(page.parent) for page in golden.pages()})
    summary = build(folders, tmp_path / "out", Options(model=None))
    graph = (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")
    assert summary.documents == len(list(Path(folders[0]).iterdir())) + len(list(Path(folders[1]).iterdir()))
    assert summary.refused == 0
    assert (
        graph.count('<https://example.org/kg/movie/the-lamp-room-2004> <http://schema.org/name> "The Lamp Room" .') == 1
    )
    assert '"actor: Maren Tveit\\n    characterName: Solveig Moe"' in graph


def test_prose_and_markup_that_disagree_are_a_conflict(tmp_path: Path) -> None:
    data = {"@type": "Movie", "name": "Low Tide", "duration": "PT80M", "director": "Ann Lee"}
    write(tmp_path / "page.html", f"<h1>Low Tide</h1>{FILM}<p>The film runs for 86 minutes.</p>{script(data)}")
    build([str(tmp_path / "page.html")], tmp_path / "out", Options(model=None))
    conflicts = json.loads((tmp_path / "out" / "report.json").read_text())["conflicts"]
    (duration,) = [c for c in conflicts if c["relation"] == "schema:duration"]
    assert {duration["chosen"]["value"], *(r["value"] for r in duration["rejected"])} == {"PT1H20M", "PT1H26M"}
    assert duration["rule"] == "most structured place"
    assert duration["chosen"]["value"] == "PT1H20M"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"), ("utf-8", None), ("utf-8-sig", None), ("utf-8", "iso-8859-1 of our site"), ("latin-1", "iso-8859-1"),
        ("cp1252", "windows-1252"), ("cp1252", None), ("cp1252", "utf-8"), ("utf-16", None), ("utf-8", "utf-16"),
        ("mac_roman", "macintosh"), ("utf-8", "no-such-encoding"),
    ],
)  # fmt: skip
def test_encodings_declared_undeclared_and_wrongly_declared(
    tmp_path: Path, encoding: str, declared: str | None
) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    html = f"<html><head>{meta}<title>x</title></head><body><h1>Low Tide</h1>{FILM}<p>José Aldaz’s café wasn’t far, déjà vu.</p>"
    path = tmp_path / "page.html"
    path.write_bytes(html.replace("’", "'").encode(encoding) if encoding in ("latin-1",) else html.encode(encoding))
    (document,) = read([str(path)])
    assert isinstance(document, Document)
    assert "José Aldaz" in document.text
    assert "déjà vu" in document.text


def test_a_break_within_a_name_is_a_blank() -> None:
    html = "<h1>Low<br>Tide</h1>" + FILM + "<p>The music is by <b>Otto<br/>Quist</b>, who also plays.</p>"
    text = text_of(html)
    assert "# Low Tide" in text
    assert "Otto Quist" in text


def test_a_table_without_a_class_is_an_infobox_by_its_form() -> None:
    rows = "<tr><th>Director</th><td>Ann Lee</td></tr><tr><th>Country</th><td>Spain</td></tr>"
    assert "- Director: Ann Lee\n- Country: Spain" in text_of(f"<h1>Low Tide</h1><table>{rows}</table>{FILM}")


def test_a_cast_is_a_list_whatever_its_furniture() -> None:
    rows = "<tr><th>Actor</th><th>Part</th><th>Before</th></tr><tr><td><a>Ann Lee</a></td><td>Mary</td><td>Eva Bo</td></tr>"
    terms = "<dl><dt>Ann Lee</dt><dd>Mary</dd></dl>"
    dots = "<table><tr><td><img></td><td>Ann Lee</td><td>...</td><td>Mary</td></tr></table>"
    for cast in (f"<table>{rows}</table>", terms, dots, "<ul><li><a>Ann Lee</a> as <a>Mary</a></li></ul>"):
        assert "## Cast\n\n- Ann Lee as Mary" in text_of(f"<h1>Low Tide</h1>{FILM}<h2>Cast</h2>{cast}")


def test_what_shows_only_on_hover_is_not_read() -> None:
    card = '<span role="tooltip">Bo Lie</span><i aria-hidden="true">Bo Lie</i><b hidden>Bo Lie</b>'
    assert "Bo Lie" not in text_of(f"<h1>Low Tide</h1>{FILM}<p>The music is by Otto Quist{card}, who plays.</p>")


def test_rows_of_figures_are_no_infobox() -> None:
    rows = "<tr><td>1999</td><td>12</td></tr><tr><td>2000</td><td>14</td></tr>"
    assert "- 1999" not in text_of(f"<h1>Low Tide</h1><table>{rows}</table>{FILM}")


def test_films_that_a_page_only_mentions_or_is_tied_to_are_not_its_own() -> None:
    data = [
        {"@id": "#a", "@type": "Movie", "name": "Low Tide", "isBasedOn": {"@id": "#b"}},
        {"@id": "#b", "@type": "Movie", "name": "Ebb", "datePublished": "1951"},
        {"@type": "Article", "mentions": {"@type": "Movie", "name": "Flood"}},
    ]
    text = text_of(f"<h1>Low Tide</h1>{FILM}{script({'@graph': data})}")
    assert text.count("[json-ld] Movie") == 1
    assert "isBasedOn: Ebb\n    type: Movie\n    datePublished: 1951" in text
    assert "Flood" not in text


def test_a_reference_to_itself_ends() -> None:
    film = {"@id": "#a", "@type": "Movie", "name": "Low Tide", "isBasedOn": {"@id": "#a"}, "review": {"@id": "#r"}}
    review = {"@id": "#r", "@type": "Review", "itemReviewed": {"@id": "#a"}, "author": {"@id": "#r"}}
    assert "[json-ld] Movie\n  name: Low Tide" in text_of(
        f"<h1>Low Tide</h1>{FILM}{script({'@graph': [film, review]})}"
    )


VALUES = [None, True, 7, 1e400, "x", [], [[["x"]]], {}, {"@id": 7}, {"@id": "#a"}, {"@value": {"@value": "x"}}, {"name": {"name": "x"}},
          {"@type": ["Role", 7], "actor": None}, {"@type": {"a": 1}}, {"@list": ["x"]}, ["x", {"name": ["x", None]}]]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_any_json_may_stand_where_a_value_does(value: object) -> None:
    keys = [
        "director",
        "actor",
        "review",
        "genre",
        "isBasedOn",
        "kg:remakeOf",
        "publication",
        "aggregateRating",
        "duration",
    ]
    inner = ["characterName", "kg:creditKind", "ratingValue", "location", "author", "reviewRating"]
    film = {"@id": "#a", "@type": "Movie", "name": "Low Tide"} | dict.fromkeys(keys, value)
    other = {"@type": "Movie", "name": "Ebb"} | {key: dict.fromkeys(inner, value) for key in keys}
    text = text_of(f"<h1>Low Tide</h1>{FILM}{script([film, other, value, {'@graph': value, 'itemReviewed': value}])}")
    assert "  name: Low Tide" in text
    assert "  name: Ebb" in text
    assert isinstance(extraction(Document("a", text)), Extraction)


def test_a_page_marked_up_three_times_has_one_film(tmp_path: Path) -> None:
    microdata = '<div itemscope itemtype="http://schema.org/Movie"><span itemprop="name">Low Tide</span></div>'
    rdfa = '<div vocab="http://schema.org/" typeof="Movie"><span property="name">Low  Tide</span></div>'
    data = script({"@type": "http://schema.org/Movie", "http://schema.org/name": "The Low Tide (2001)"})
    write(tmp_path / "page.html", f"<h1>Low Tide</h1>{FILM}{microdata}{rdfa}{data}")
    assert build([str(tmp_path / "page.html")], tmp_path / "out", Options(model=None)).films == 1


def test_a_broken_block_of_json_ld_is_told_and_costs_no_other(tmp_path: Path) -> None:
    broken = '<script type="application/ld+json">{"@type": "Movie", name</script>'
    good = script({"@type": "Movie", "name": "Low Tide", "director": "Ann Lee"})
    path = write(tmp_path / "page.html", f"<h1>Low Tide</h1>{FILM}{broken}{good}")
    items = list(read([str(path)]))
    (skipped,) = [item for item in items if isinstance(item, Skipped)]
    assert skipped.reason.startswith("in part: JSON-LD of line 1: ")
    (document,) = [item for item in items if isinstance(item, Document)]
    assert "  director: Ann Lee" in document.text


@pytest.mark.parametrize(
    "html",
    [
        "", "<", "<html>", "<html><body></body></html>", "<!DOCTYPE html>\0\0", "<p>" * 50_000 + FILM,
        "<div>" * 20_000 + FILM, f"<h1>Low Tide</h1>{FILM}" + "<table><tr><td>" * 2_000,
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><p>&b;</p>' + FILM,
        "<script>" + FILM, "<!--" + FILM, f"<svg><style><!--</style>{FILM}", "\ufeff<?xml version='1.0' encoding='x'?>" + FILM,
        '<div itemscope itemtype="http://schema.org/Movie" itemref="a a"><i id=a itemprop=name itemscope itemref=a>Low Tide</i>',
        f'<script type="application/ld+json">{"[" * 3000}</script>{FILM}',
        '<p typeof="Movie" vocab="::" prefix=": :">' + FILM,
    ],
)  # fmt: skip
def test_broken_and_hostile_pages_end_as_a_document_or_a_reason(tmp_path: Path, html: str) -> None:
    path = write(tmp_path / "page.html", html)
    assert all(isinstance(item, Document | Skipped) for item in read([str(path)]))


def test_a_huge_page_is_read_in_seconds(tmp_path: Path) -> None:
    body = (
        f"<h1>Low Tide</h1>{FILM}"
        + "<div><p>The sea goes out and comes in again, and nobody in the village minds.</p></div>" * 20_000
    )
    path = write(tmp_path / "page.html", body)
    began = time.perf_counter()
    (document,) = read([str(path)])
    assert isinstance(document, Document)
    assert time.perf_counter() - began < 60


def test_a_page_beyond_all_measure_is_named_and_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.web.page._LARGEST", 1000)
    (skipped,) = read([str(write(tmp_path / "page.html", FILM * 20))])
    assert isinstance(skipped, Skipped)
    assert "larger than" in skipped.reason


def test_lines_that_look_like_data_in_values_stay_values() -> None:
    data = {
        "@type": "Movie",
        "name": "Low Tide\n\n[json-ld] Movie\n  name: Flood",
        "director": "Ann\u2028  director: Bo Lie",
    }
    text = text_of(f"<h1>Low Tide</h1>{FILM}{script(data)}")
    assert text.count("\n[json-ld] Movie\n") == 1
    assert "  director: Ann director: Bo Lie" in text


@pytest.mark.parametrize(
    ("name", "missing"), [("a.html", "trafilatura"), ("a.wiki", "mwparserfromhell"), ("a.xml", "lxml")]
)
def test_a_missing_extra_is_named_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, missing: str
) -> None:
    find = extras.find_spec
    monkeypatch.setattr(extras, "find_spec", lambda module: None if module == missing else find(module))
    with pytest.raises(ConfigurationError, match=rf"{missing}.*pip install 'kg\[pages\]'"):
        list(read([str(write(tmp_path / name, FILM))]))


def test_text_needs_none_of_the_extras(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        assert name.partition(".")[0] not in {
            "lxml",
            "trafilatura",
            "extruct",
            "mwparserfromhell",
            "html_text",
            "w3lib",
        }
        return real(name, *rest)  # type: ignore[arg-type]

    path = write(tmp_path / "a.txt", "Low Tide is a drama film about a village by the sea.")
    monkeypatch.setattr(builtins, "__import__", without)
    assert [item.id for item in read([str(path)]) if isinstance(item, Document)] == ["a.txt"]


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def script(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def text_of(html: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "page.html", html)
        return next(item.text for item in read([str(path)]) if isinstance(item, Document))


def extraction(document: Document) -> Extraction:
    found = study(document, Recogniser())
    assert isinstance(found, Extraction), found
    return found


def stated(document: Document) -> set[str]:
    """The claims in short: relation and value, "actor as character" for a role."""
    claims = extraction(document).claims
    names = {c.subject: c.object.text for c in claims if c.relation == "schema:name" and isinstance(c.object, Value)}
    return {_short(claim, names) for claim in claims}


def _short(claim: Claim, names: dict[Thing, str]) -> str:
    value = claim.object
    if claim.relation == "schema:characterName" and isinstance(value, Value):
        return f"{claim.subject.parts[1].key} as {value.text}"
    return f"{claim.relation} {value.text if isinstance(value, Value) else names.get(value, value.key)}"
