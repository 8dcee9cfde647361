"""The canned queries over HTTP give what they give on the command line; OpenAPI describes all of them."""

import tomllib
from pathlib import Path

import pytest

from kg.query import Rows, catalogue, render, run
from kg.store import open_graph

QUERIES = Path(__file__).parents[1] / "query"
CASES = tomllib.loads((QUERIES / "golden.toml").read_text(encoding="utf-8"))["case"]


@pytest.fixture(scope="module")
def store():
    return open_graph(QUERIES / "films.trig")


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['query']}-{'-'.join(c.get('params', {})) or 'any'}")
def test_the_rows_are_those_of_the_embedded_store(web, store, case):
    params = case.get("params", {})
    answer = web.get(f"/queries/{case['query']}", params={**params, "format": "json"})
    assert answer.status_code == 200
    ours = run(store, case["query"], params)
    assert (Rows.read(answer.content).columns, Rows.read(answer.content).rows) == (ours.columns, ours.rows)


@pytest.mark.parametrize("format", ["csv", "tsv", "markdown"])
def test_the_formats_are_those_of_the_command_line(web, store, format):
    answer = web.get("/queries/films-by", params={"decade": "1980s", "format": format})
    assert answer.text.strip() == render(run(store, "films-by", {"decade": "1980s"}), format).strip()


def test_the_header_chooses_the_format_where_no_parameter_does(web):
    for accept, media in [
        ("text/csv", "text/csv"),
        ("text/html, */*;q=0.1", "text/html"),
        ("application/json", "application/sparql-results+json"),
    ]:
        answer = web.get("/queries/remake-of", headers={"accept": accept})
        assert answer.headers["content-type"].split(";")[0] == media
    assert web.get("/queries/remake-of", headers={"accept": "image/png"}).status_code == 406


def test_a_page_links_things_that_are_served_here(web):
    page = web.get("/queries/remake-of", params={"format": "html"}).text
    assert '<a href="../movie/salt-and-iron-2009">' in page


def test_a_name_that_nothing_has_is_remarked_on(web):
    page = web.get("/queries/remake-of", params={"film": "Harbor Lights", "format": "html"}).text
    assert "did you mean Harbour Lights" in page


def test_an_empty_field_of_a_form_asks_for_any(web):
    assert web.get("/queries/remake-of?film=&format=csv").text == web.get("/queries/remake-of?format=csv").text


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/queries/remakes-of", 404, "/queries names them all"),
        ("/queries/remake-of?flim=x", 400, "did you mean film?"),
        ("/queries/films-by?decade=soon", 400, "not a decade"),
        ("/queries/co-stars?minimum=2&minimum=3", 400, "twice"),
        ("/queries/remake-of?format=docx", 400, "format is one of json, xml"),
    ],
)
def test_what_is_wrong_is_explained(web, path, status, says):
    answer = web.get(path)
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert says in answer.json()["detail"]


def test_all_queries_are_listed_and_described(web):
    listed = web.get("/queries").json()
    assert [told["name"] for told in listed] == [query.name for query in catalogue()]
    assert all(web.get(told["address"], params={"format": "csv"}).status_code == 200 for told in listed)
    described = web.get("/openapi.json").json()
    for query in catalogue():
        operation = described["paths"][f"/queries/{query.name}"]["get"]
        assert [p["name"] for p in operation["parameters"]] == [*(p.name for p in query.parameters), "format"]


def test_evidence_has_an_address_of_its_own(web):
    asked = {"thing": "Salt & Iron", "format": "csv"}
    assert web.get("/evidence", params=asked).text == web.get("/queries/evidence-for", params=asked).text
    assert len(web.get("/evidence", params=asked).text.splitlines()) > 1
