"""Files of links: read with their places, matched on title, year and director, and stated as IRIs."""

import json
import random
from pathlib import Path

import pytest
from built import BASE, UNDECIDED, Built, built
from stating_films import Page, pages

from kg.errors import InputError
from kg.resolve import read_links

FERRY = "https://www.example.org/film/4711"
WIND = "https://www.example.org/film/12"
PAGES = (
    Page("a").film("Red Ferry", 2005, ["Per Holt"]).film(None, 1951, ["Gus Amory"], key="original").remake_of(),
    Page("b").film("Salt Wind", 1990, ["Una Bly"]),
    Page("c").film("Salt Wind", 1990, ["Ilse Marand"]),
    Page("d").film("Long Shore", 1960),
)


def linked(folder: Path, *rows: tuple[str, ...], json_lines: bool = False) -> Built:
    names = ("name", "year", "iri", "director")
    file = folder / ("links.jsonl" if json_lines else "links.csv")
    said = [json.dumps(dict(zip(names, row, strict=False)), ensure_ascii=False) for row in rows]
    plain = [",".join(names), *(",".join(f'"{cell}"' for cell in row) for row in rows)]
    file.write_text("\n".join(said if json_lines else plain) + "\n", encoding="utf-8")
    return built(pages(*PAGES), decisions=UNDECIDED, links=read_links(file))


@pytest.mark.parametrize("json_lines", [False, True])
def test_title_and_year_give_the_address_as_an_iri_with_the_row_as_its_words(tmp_path: Path, json_lines: bool) -> None:
    b = linked(tmp_path, ("Red ferry!", "2005", FERRY), json_lines=json_lines)
    (same,) = [t for t in b.graph() if t.predicate.value == "http://schema.org/sameAs"]
    assert (str(same.subject), str(same.object)) == (f"<{BASE.base}movie/red-ferry-2005>", f"<{FERRY}>")
    assert b.values("movie/red-ferry-2005", "schema:name") == {"Red Ferry"}
    assert {t.object.value for t in b.graph("evidence") if t.object.value == "link.row"}
    words = {t.object.value for t in b.graph("evidence") if t.predicate.value.endswith("#exact")}
    assert {word for word in words if FERRY in word} == {b.extractions[-1].claims[0].evidence.quote}


@pytest.mark.parametrize(
    "row",
    [
        ("Red Ferry", "2006", FERRY),
        ("The Red Ferries", "2005", FERRY),
        ("Red Ferry", "2005", FERRY, "Una Bly"),
        ("Slow Barge", "1951", FERRY),  # the year alone names no untitled film
        ("Slow Barge", "1951", FERRY, "Per Holt"),
    ],
)
def test_anything_else_is_no_match(tmp_path: Path, row: tuple[str, ...]) -> None:
    b = linked(tmp_path, row)
    assert FERRY not in "".join(map(str, b.graph() | b.graph("curation")))


def test_an_untitled_film_gets_the_title_and_keeps_its_iri(tmp_path: Path) -> None:
    b = linked(tmp_path, ("Slow Barge", "1951", FERRY, "Gus Amory"))
    film = "movie/untitled--gus-amory-1951"
    assert b.values(film, "schema:name") == b.values(film, "schema:name", "links") == {"Slow Barge"}
    assert b.values(film, "schema:sameAs") == {"4711"}


def test_the_director_tells_films_of_one_title_and_year_apart_and_without_it_is_asked(tmp_path: Path) -> None:
    b = linked(tmp_path, ("Salt Wind", "1990", WIND, "Bly"))
    assert b.values("movie/salt-wind-1990--una-bly", "schema:sameAs") == {"12"}
    b = linked(tmp_path, ("Salt Wind", "1990", WIND))
    assert "sameAs" not in "".join(t.predicate.value for t in b.graph())
    for film in ("movie/salt-wind-1990--una-bly", "movie/salt-wind-1990--ilse-marand"):
        assert b.values(film, "kg:possiblySameAs", "curation") == {"12"}
    assert len([j for j in b.resolution.judgements if WIND in (j.left, j.right)]) == 2


def test_two_addresses_of_one_site_are_asked_about_and_two_sites_are_not(tmp_path: Path) -> None:
    b = linked(tmp_path, ("Long Shore", "1960", FERRY), ("Long Shore", "1960", WIND))
    assert b.values("movie/long-shore-1960", "schema:sameAs") == set()
    assert b.values("movie/long-shore-1960", "kg:possiblySameAs", "curation") == {"4711", "12"}
    b = linked(tmp_path, ("Long Shore", "1960", FERRY), ("Long Shore", "1960", "http://other.example/x"))
    assert b.values("movie/long-shore-1960", "schema:sameAs") == {"4711", "x"}


def test_the_order_of_rows_makes_no_difference_to_the_facts(tmp_path: Path) -> None:
    rows = [("Red Ferry", "2005", FERRY), ("Slow Barge", "1951", WIND, "Gus Amory"), ("Long Shore", "1960", FERRY)]
    shuffled = random.Random(3).sample(rows, len(rows))
    assert linked(tmp_path, *rows).graph() == linked(tmp_path, *shuffled).graph()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,year,iri\nRed Ferry,2005,\n", "line 2: a link needs iri"),
        ("name,year,iri\n\nRed Ferry,05,http://x.example/\n", "line 3: '05' is no year"),
        ("name,year,iri\nRed Ferry,2005,tt0001\n", "line 2: 'tt0001' is no absolute IRI"),
        ('name,year,iri\n"Red" Ferry,2005,tt0001\n', "line 2: no row of CSV"),
    ],
)
def test_a_row_that_is_no_link_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "links.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=rf"links\.csv, {message}"):
        read_links(tmp_path / "links.csv")


def test_a_byte_order_mark_and_empty_lines_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "links.csv").write_text(
        f"\ufeffName,Year,IRI\r\n\r\nRed Ferry,2005,{FERRY}\r\n", encoding="utf-8", newline=""
    )
    links = read_links(tmp_path / "links.csv")
    assert [row.evidence.quote for row in links.rows] == [f"Red Ferry,2005,{FERRY}"]
    assert links.document and all(r.evidence.span.of(links.document.text) == r.evidence.quote for r in links.rows)


def test_json_lines_that_are_no_objects(tmp_path: Path) -> None:
    file = tmp_path / "links.jsonl"
    for text, message in (("[1]", "a link is a JSON object"), ("{", "no JSON")):
        file.write_text(f"\n{text}\n", encoding="utf-8")
        with pytest.raises(InputError, match=rf"links\.jsonl, line 2: {message}"):
            read_links(file)


def test_the_links_of_the_example_pages_can_be_read() -> None:
    links = read_links(Path(__file__).parents[2] / "seeds" / "links.csv")
    assert len({row.iri for row in links.rows}) == len(links.rows) >= 9
