"""Every canned query has golden rows, and two engines that share no code give them in the same order."""

import random
import tomllib
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.query import Rows, catalogue, find, run
from kg.query.running import bind, terms_of

BASE = "https://example.org/kg/"
CASES = tomllib.loads((Path(__file__).parent / "golden.toml").read_text(encoding="utf-8"))["case"]


def named(case):
    return f"{case['query']}-{'-'.join(case.get('params', {})) or 'any'}"


def lines(rows):
    return [" | ".join("" if cell is None else cell.value.replace(BASE, "") for cell in row) for row in rows.rows]


def by_rdflib(dataset, name, params):
    query = find(name)
    answer = dataset.query(bind(query, terms_of(query, params))).serialize(format="json")
    return Rows.read(answer, query.lists)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_rows_are_the_golden_ones(store, case):
    rows = run(store, case["query"], case.get("params", {}))
    assert lines(rows) == case["rows"].splitlines()
    assert rows.notes == ()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib warns of its own use of old names
@pytest.mark.parametrize("case", CASES, ids=named)
def test_rdflib_gives_the_same_terms_in_the_same_order(store, rdflib_films, case):
    params = case.get("params", {})
    ours, theirs = run(store, case["query"], params), by_rdflib(rdflib_films, case["query"], params)
    assert (theirs.columns, theirs.rows) == (ours.columns, ours.rows)


def test_every_query_is_in_the_golden_file():
    assert {case["query"] for case in CASES} == {query.name for query in catalogue()}


@pytest.mark.parametrize("query", catalogue(), ids=lambda q: q.name)
def test_the_file_as_it_stands_asks_for_the_defaults(store, query):
    assert Rows.of(store.query(query.text), query.lists).rows == run(store, query.name, {}).rows


@pytest.mark.parametrize("query", catalogue(), ids=lambda q: q.name)
def test_the_order_of_rows_is_not_that_of_the_data(store, query):
    quads = sorted(store, key=str)
    random.Random(7).shuffle(quads)
    other = ox.Store()
    other.extend(quads)
    assert run(other, query.name, {}).results == run(store, query.name, {}).results


@pytest.mark.parametrize("query", catalogue(), ids=lambda q: q.name)
def test_a_query_says_what_it_is_for(query):
    assert query.title and query.purpose.endswith(".")
    assert all(parameter.about for parameter in query.parameters)


def test_the_catalogue_is_the_one_that_was_promised():
    assert [query.name for query in catalogue()] == [
        "actor-played-role",
        "co-stars",
        "conflicts",
        "crew",
        "dataset-overview",
        "director-actor-pairs",
        "evidence-for",
        "filmography",
        "films-by",
        "mentioned-films",
        "open-identities",
        "originally-played-by",
        "rating-summary",
        "release-dates",
        "remake-of",
        "reviews",
    ]
