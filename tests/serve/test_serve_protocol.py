"""The SPARQL 1.1 Protocol as clients speak it: every way to ask, every syntax, datasets, caching, CORS."""

import io
import json
import shutil
import subprocess
import time

import httpx
import pyoxigraph as ox
import pytest
from SPARQLWrapper import CSV, JSON, TURTLE, SPARQLWrapper

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?film a <http://schema.org/Movie> }"
TITLES = (
    "SELECT ?name WHERE { ?film a <http://schema.org/Movie> ; <http://schema.org/name> ?name } ORDER BY ?name ?film"
)
TRIPLES = "CONSTRUCT WHERE { <https://example.org/kg/movie/salt-and-iron-2009> ?p ?o }"
GRAPH = "https://example.org/kg/graph/evidence"


def number(answer: httpx.Response) -> int:
    assert answer.status_code == 200, answer.text
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_all_three_ways_to_ask(web):
    query = {"query": COUNT}
    raw = web.post("/sparql", content=COUNT, headers={"content-type": "application/sparql-query"})
    assert number(web.get("/sparql", params=query)) == number(web.post("/sparql", data=query)) == number(raw) == 7


@pytest.mark.parametrize(
    ("accept", "syntax"),
    [
        ("application/sparql-results+json", ox.QueryResultsFormat.JSON),
        ("application/json", ox.QueryResultsFormat.JSON),
        ("application/sparql-results+xml, */*;q=0.1", ox.QueryResultsFormat.XML),
        ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
    ],
)
def test_rows_in_every_syntax(web, accept, syntax):
    answer = web.get("/sparql", params={"query": TITLES}, headers={"accept": accept})
    assert answer.headers["content-type"].split(";")[0] == accept.split(",")[0]
    found = [row["name"].value for row in ox.parse_query_results(answer.content, format=syntax)]
    assert found[0] == "Harbour Lights" and len(found) == 6


def test_rows_as_csv_and_as_a_page(web):
    csv = web.get("/sparql", params={"query": TITLES}, headers={"accept": "text/csv"})
    assert csv.text.splitlines()[:2] == ["name", "Harbour Lights"]
    page = web.get("/sparql", params={"query": TITLES, "format": "html"})
    assert "<td>Salt &amp; Iron</td>" in page.text


@pytest.mark.parametrize(
    ("media", "syntax"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_triples_in_every_syntax(web, media, syntax):
    answer = web.get("/sparql", params={"query": TRIPLES}, headers={"accept": f"{media}, */*;q=0.5"})
    assert answer.headers["content-type"].split(";")[0] == media
    assert len(list(ox.parse(answer.content, format=syntax))) == 37


def test_ask_and_describe(web):
    assert web.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
    described = web.get("/sparql", params={"query": "DESCRIBE <https://example.org/kg/person/jon-reed>"})
    assert "Jon Reed" in described.text


def test_what_a_client_cannot_take_is_406(web):
    assert web.get("/sparql", params={"query": TRIPLES}, headers={"accept": "image/png"}).status_code == 406
    refused = web.get("/sparql", params={"query": TITLES}, headers={"accept": "text/csv;q=0"})
    assert refused.status_code == 406
    assert "text/csv" in refused.json()["detail"]


def test_the_dataset_of_the_protocol_goes_before_that_of_the_query(web):
    anywhere = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    inside = number(
        web.get("/sparql", params={"query": f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"})
    )
    assert inside > 0
    assert number(web.get("/sparql", params={"query": anywhere, "default-graph-uri": GRAPH})) == inside
    assert number(web.post("/sparql", data={"query": anywhere, "default-graph-uri": GRAPH})) == inside
    asked = {"query": "SELECT (COUNT(*) AS ?n) FROM <urn:x:none> { ?s ?p ?o }", "default-graph-uri": GRAPH}
    assert number(web.get("/sparql", params=asked)) == inside
    named = {"query": "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "named-graph-uri": GRAPH}
    assert number(web.get("/sparql", params=named)) == 1
    assert number(web.get("/sparql", params={"query": anywhere, "named-graph-uri": GRAPH})) == 0


def test_the_endpoint_describes_itself(web):
    answer = web.get("/sparql", headers={"accept": "text/turtle"})
    triples = {
        (t.predicate.value.rsplit("#")[1], t.object.value) for t in ox.parse(answer.content, format=ox.RdfFormat.TURTLE)
    }
    assert ("endpoint", f"{web.base_url}/sparql".replace("//sparql", "/sparql")) in triples
    assert sum(name == "resultFormat" for name, _ in triples) == 8


def test_a_browser_gets_a_page_to_write_queries_on(web):
    page = web.get("/sparql", headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<textarea name="query"' in page.text and "Remakes and their originals" in page.text


@pytest.mark.parametrize(
    "answer",
    [
        lambda web: web.post("/sparql", data={"update": "CLEAR ALL"}),
        lambda web: web.get("/sparql", params={"update": "CLEAR ALL"}),
        lambda web: web.post("/sparql", content="CLEAR ALL", headers={"content-type": "application/sparql-update"}),
        lambda web: web.post("/sparql", data={"query": "PREFIX a: <urn:b:> # ?\nINSERT DATA { a:b a a:c }"}),
        lambda web: web.post("/sparql", data={"query": "delete where { ?s ?p ?o }"}),
    ],
)
def test_updates_are_refused(web, answer):
    refused = answer(web)
    assert refused.status_code == 403
    assert "read-only" in refused.json()["detail"]


@pytest.mark.parametrize("text", ["service", "SERVICE", "Self-service {", "service: 5"])
def test_the_word_service_itself_is_allowed(web, text):
    query = f'SELECT ?service {{ BIND("{text}" AS ?service) }}'
    assert web.get("/sparql", params={"query": query}).json()["results"]["bindings"][0]["service"]["value"] == text


def test_an_error_says_where(web):
    wrong = web.get("/sparql", params={"query": "SELECT * WHERE { ?s ?p "})
    assert wrong.status_code == 400
    assert wrong.headers["content-type"] == "application/problem+json"
    assert wrong.json()["detail"].startswith("not a SPARQL 1.1 query: error at 1:2")


def test_sparqlwrapper_gets_rows_and_triples(server):
    client = SPARQLWrapper(f"{server.url}/sparql")
    client.setQuery(COUNT)
    for way in ("GET", "POST"):
        client.setMethod(way)
        client.setReturnFormat(JSON)
        assert client.queryAndConvert()["results"]["bindings"][0]["n"]["value"] == "7"
    client.setReturnFormat(CSV)
    assert client.queryAndConvert().split() == [b"n", b"7"]
    client.setQuery(TRIPLES)
    client.setReturnFormat(TURTLE)
    assert len(list(ox.parse(io.BytesIO(client.queryAndConvert()), format=ox.RdfFormat.TURTLE))) == 37


@pytest.mark.skipif(not shutil.which("curl"), reason="no curl")
def test_curl_asks_in_every_way_of_the_protocol(server, tmp_path):
    """SPARQL 1.1 Protocol §2.1.1 to §2.1.3, and an answer that is written to a file and not fetched again."""

    def curl(*arguments):
        return subprocess.run(["curl", "-sf", *arguments], capture_output=True, check=True, timeout=30).stdout

    url, rows, tag = f"{server.url}/sparql", ["-H", "Accept: text/csv"], tmp_path / "tag"
    assert curl("-G", url, *rows, "--data-urlencode", f"query={COUNT}").split() == [b"n", b"7"]
    assert curl(url, *rows, "--data-urlencode", f"query={COUNT}").split() == [b"n", b"7"]
    assert curl(url, *rows, "-H", "Content-Type: application/sparql-query", "-d", COUNT).split() == [b"n", b"7"]
    assert curl("-G", url, "-d", "format=csv", "--data-urlencode", f"query={COUNT}").split() == [b"n", b"7"]
    film = f"{server.url}/movie/salt-and-iron-2009"
    turtle = curl("-L", "-H", "Accept: text/turtle", "--etag-save", str(tag), film)
    assert b"movie:salt-and-iron-2009 a schema:Movie" in turtle
    assert curl("-L", "-H", "Accept: text/turtle", "--etag-compare", str(tag), film) == b""


def test_an_answer_is_asked_for_once(web):
    first = web.get("/sparql", params={"query": COUNT})
    tag = first.headers["etag"]
    again = web.get("/sparql", params={"query": COUNT}, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = web.get("/sparql", params={"query": COUNT}, headers={"if-none-match": tag, "accept": "text/csv"})
    assert other.status_code == 200 and other.headers["etag"] != tag
    assert "accept" in first.headers["vary"].lower()


def test_pages_of_other_sites_may_ask(web):
    origin = {"origin": "https://app.example"}
    assert web.get("/sparql", params={"query": COUNT}, headers=origin).headers["access-control-allow-origin"] == "*"
    asked = {**origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type"}
    before = web.options("/sparql", headers=asked)
    assert before.status_code == 200 and "POST" in before.headers["access-control-allow-methods"]


def test_head_is_get_without_a_body(web):
    answer = web.head("/sparql", params={"query": COUNT})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == "application/sparql-results+json"


def test_every_answer_has_the_headers_that_keep_browsers_safe(web):
    for path in ("/", "/sparql", "/nowhere", "/movie/salt-and-iron-2009.html"):
        headers = web.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]


def _logged(server, words: str) -> str:
    """The last line of the log that holds these words; it is written a moment after the answer."""
    until = time.monotonic() + 10
    while not (lines := [text for text in server.log if words in text]) and time.monotonic() < until:
        time.sleep(0.02)
    return lines[-1]


def test_each_request_is_a_line_of_json_in_the_log_and_counted(web, server):
    web.get("/queries/remake-of", params={"film": "a\nb", "format": "csv"})
    line = json.loads(_logged(server, "film=a%0Ab"))
    assert (line["method"], line["status"], line["path"]) == ("GET", 200, "/queries/remake-of?film=a%0Ab&format=csv")
    numbers = web.get("/metrics").text
    assert 'kg_requests_total{method="GET",route="/queries/{name}",status="200"}' in numbers
