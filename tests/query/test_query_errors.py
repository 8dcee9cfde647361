"""Wrong names and values are explained; a name that only the graph does not know gets a note and no rows."""

import pytest

from kg.errors import InputError, UsageError
from kg.query import find, run


@pytest.mark.parametrize(
    ("name", "params", "message"),
    [
        ("remake", {}, "no query is called 'remake'; did you mean remake-of"),
        ("xyz", {}, "known: actor-played-role, co-stars"),
        ("remake-of", {"flim": "x"}, "no parameter of remake-of is called 'flim'; did you mean film"),
        ("dataset-overview", {"film": "x"}, "dataset-overview takes no parameters"),
        ("co-stars", {"minimum": "many"}, "minimum: 'many' is not a whole number"),
        ("films-by", {"decade": "1985"}, "decade: '1985' is not a decade; did you mean 1980s?"),
        ("conflicts", {"relation": "durration"}, "relation: no relation is called 'durration'; did you mean duration"),
    ],
)
def test_mistakes_are_usage_errors(store, name, params, message):
    with pytest.raises(UsageError) as caught:
        run(store, name, params)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("name", "params", "note"),
    [
        (
            "remake-of",
            {"film": "Harbor Lights"},
            "no film called 'Harbor Lights'; did you mean Harbour Lights (1958) or",
        ),
        ("remake-of", {"film": "quay"}, "did you mean The Long Quay (2011)?"),
        ("filmography", {"person": "Tomas Okafer"}, "no person called 'Tomas Okafer'; did you mean Tomas Okafor?"),
        ("films-by", {"country": "Denmarc"}, "no country called 'Denmarc'; did you mean Denmark?"),
        ("crew", {"film": "Qqqq"}, "the graph knows no film called 'Qqqq'"),
        ("crew", {"film": "https://example.org/kg/movie/none"}, "the graph knows no film called"),
    ],
)
def test_a_name_that_the_graph_does_not_know_gets_near_names(store, name, params, note):
    rows = run(store, name, params)
    assert len(rows) == 0
    assert [note in n for n in rows.notes] == [True]


def test_a_known_name_with_nothing_to_say_of_it_is_not_called_unknown(store):
    assert run(store, "remake-of", {"film": "Undertow"}).notes == ()


@pytest.mark.parametrize(
    "film", ["Harbour Lights (1984)", "harbour-lights-1984", "HARBOUR lights  (1984)", "1999 film by Pavel Dvorsky"]
)
def test_a_film_may_be_given_with_its_year_its_description_or_the_end_of_its_iri(store, film):
    rows = run(store, "crew", {"film": film})
    assert len(rows) == 1
    assert rows.notes == ()


def test_a_file_of_ones_own_is_asked_like_a_canned_query(store, tmp_path):
    file = tmp_path / "genres.rq"
    file.write_text(
        '#+ lists = ["genres"]\n'
        '#+ [parameters]\n#+ film = { type = "film", about = "which" }\n'
        "PREFIX s: <https://schema.org/>\n"
        'SELECT (GROUP_CONCAT(?g; SEPARATOR = "; ") AS ?genres) WHERE {\n'
        "  VALUES ?_film { UNDEF } ?f s:genre ?g ; s:name ?n . FILTER(!BOUND(?_film) || ?n = ?_film) }",
        encoding="utf-8",
    )
    rows = run(store, str(file), {"film": "Harbour Lights"})
    assert [[cell.value for cell in row] for row in rows.rows] == [["Drama; Drama; Thriller"]]


def test_ask_and_construct_give_rows_too(store, tmp_path):
    ask, construct = tmp_path / "ask.rq", tmp_path / "construct.rq"
    ask.write_text("ASK { ?film a <http://schema.org/Movie> }")
    construct.write_text("CONSTRUCT { ?f a <urn:film> } WHERE { ?f a <http://schema.org/Movie> }")
    asked, built = run(store, str(ask), {}), run(store, str(construct), {})
    assert (asked.columns, asked.rows[0][0].value) == (("answer",), "true")
    assert built.columns == ("subject", "predicate", "object")
    assert len(built) == 7
    assert [row[0].value for row in built.rows] == sorted(row[0].value for row in built.rows)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELEC ?x WHERE { }", "not a SPARQL 1.1 query"),
        ("#+ title = \nSELECT * WHERE { }", "the header"),
        ('#+ [parameters]\n#+ x = { type = "film", about = "" }\nSELECT * WHERE { }', "x needs one slot"),
        ('#+ [parameters]\n#+ x = { type = "star", about = "" }\nSELECT * WHERE { VALUES ?_x { UNDEF } }', "'star'"),
        ('#+ [parameters]\n#+ x = { kind = "film" }\nSELECT * WHERE { VALUES ?_x { UNDEF } }', "the header"),
    ],
)
def test_a_broken_file_is_an_input_error_with_its_path(store, tmp_path, text, message):
    file = tmp_path / "broken.rq"
    file.write_text(text)
    with pytest.raises(InputError) as caught:
        run(store, str(file), {})
    assert "broken" in str(caught.value)
    assert message in str(caught.value)


def test_a_missing_file_is_an_input_error():
    with pytest.raises(InputError, match=r"gone\.rq: cannot be read"):
        find("gone.rq")
