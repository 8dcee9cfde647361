"""A parameter is one RDF term of its type, whatever is typed in: it never becomes a part of the query."""

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.query import find, run
from kg.query.running import bind, terms_of
from kg.query.types import TYPES

ATTACKS = [
    'x" } UNION { ?filmIri ?p ?o } #',
    "x' } #",
    'x"^^<http://www.w3.org/2001/XMLSchema#string> "y',
    'x\\" } #',
    "} UNDEF {",
    '"""',
    "x\nFILTER(true)\n}",
    "?_film",
    "\\1 \\g<0>",
    "$ { } ; --",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_looks_like_a_query_is_only_a_name_that_nothing_has(store, attack):
    rows = run(store, "remake-of", {"film": attack})
    assert (len(rows), len(rows.notes)) == (0, 1)


@pytest.mark.parametrize("attack", ["\\u0022 } #", "a\\U00000022b"])
def test_escapes_that_an_engine_may_decode_before_it_parses_are_refused(store, attack):
    with pytest.raises(UsageError, match=r"film: .*write the character itself"):
        run(store, "remake-of", {"film": attack})


@pytest.mark.parametrize("attack", ["http://a/> ?p ?o . <http://b/", "https://a/b c", 'http://a/"', "http://a/{}"])
def test_no_more_than_one_iri_gets_in(store, attack):
    try:
        rows = run(store, "remake-of", {"film": attack})
    except UsageError as error:
        assert "not an IRI" in str(error)
    else:
        assert (len(rows), len(rows.notes)) == (0, 1)  # it holds a blank, so it was taken for a name


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda t: t.strip() and "\\u" not in t.lower())
)
def test_any_text_comes_out_of_both_engines_as_it_went_in(value):
    query = find("remake-of")
    text = bind(query, terms_of(query, {"film": value}))
    block = text[text.index("VALUES ?_film") :].split("\n      # ")[0]
    probe = f"SELECT ?_film WHERE {{ {block} }}"
    assert [row["_film"].value for row in ox.Store().query(probe)] == [value]
    assert [str(row[0]) for row in rdflib.Graph().query(probe)] == [value]


def test_the_rest_of_the_query_stays_as_it_is():
    query = find("films-by")
    bound = bind(query, terms_of(query, {"genre": "Drama", "decade": "1980s"}))
    integer = '"1980"^^<http://www.w3.org/2001/XMLSchema#integer>'
    expected = query.text.replace("VALUES ?_genre { UNDEF }", 'VALUES ?_genre { "Drama" }')
    assert bound == expected.replace("VALUES ?_decade { UNDEF }", f"VALUES ?_decade {{ {integer} }}")


@pytest.mark.parametrize(
    ("kind", "typed", "term"),
    [
        ("film", "Undertow", ox.Literal("Undertow")),
        ("film", "Mission: Elsewhere", ox.Literal("Mission: Elsewhere")),
        ("film", "https://example.org/kg/movie/undertow", ox.NamedNode("https://example.org/kg/movie/undertow")),
        ("relation", "director", ox.NamedNode("http://schema.org/director")),
        ("relation", "kg:remakeOf", ox.NamedNode("https://w3id.org/film-kg#remakeOf")),
        ("relation", "https://schema.org/director", ox.NamedNode("http://schema.org/director")),
        ("integer", "12", ox.Literal(12)),
        ("decade", "1990s", ox.Literal(1990)),
        ("decade", "2010", ox.Literal(2010)),
        ("decade", "80s", ox.Literal(1980)),
        ("text", "Drama", ox.Literal("Drama")),
        ("iri", "urn:x", ox.NamedNode("urn:x")),
    ],
)
def test_types_make_terms(kind, typed, term):
    assert TYPES[kind](typed) == term


@pytest.mark.parametrize(
    ("kind", "typed", "message"),
    [
        ("integer", "two", "whole number"),
        ("decade", "1994", "did you mean 1990s"),
        ("decade", "soon", "did you mean 1990s"),
        ("relation", "directer", "did you mean director"),
        ("text", "  ", "leave the parameter out"),
        ("text", "\udc80", "not valid Unicode"),
        ("iri", "no iri", "not an IRI"),
    ],
)
def test_a_value_of_the_wrong_type_is_explained(kind, typed, message):
    with pytest.raises(UsageError, match=message):
        TYPES[kind](typed)
