"""`kg explain`: every form of subject, predicate and object, with the sentences and what became of each statement."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import kg
from kg.errors import UsageError
from kg.export.texts import read_texts
from kg.query import Screen
from kg.query.explain import CONTEXT, Explainer
from kg.query.statements import statements
from kg.store import open_graph

CANNED = Path(__file__).parents[1] / "query" / "films.trig"
DIRECTED = "directed by Åse Bjørnø"


def explained(built: Path, *asked: str, screen: Screen | None = None) -> str:
    return Explainer(open_graph(built), read_texts(built), screen).explain(*asked)


@pytest.mark.parametrize(
    "asked",
    [
        ("Fjordlys", "director"),
        ("Fjordlys (1958)", "schema:director", "Åse Bjørnø"),
        ("fjordlys", "http://schema.org/director", "person:ase-bjorno"),
        ("movie:fjordlys-1958", "https://schema.org/director", "ase-bjorno"),
        ("https://example.org/kg/movie/fjordlys-1958", "director", "https://example.org/kg/person/ase-bjorno"),
    ],
)
def test_a_statement_is_found_however_it_is_named(built: Path, asked: tuple[str, ...]) -> None:
    (stated,) = statements(open_graph(built), *asked)
    assert (stated.subject, stated.relations, stated.object) == ("Fjordlys (1958)", ("schema:director",), "Åse Bjørnø")
    assert (stated.standing, len(stated.places)) == ("a fact", 3)


def test_the_words_are_marked_in_their_sentence_with_their_source(built: Path) -> None:
    text = explained(built, "Fjordlys", "director")
    assert f"drama film [[{DIRECTED}]] and starring Øyvind Håkå as Kåre." in text
    assert "written by" not in text
    assert "fjord.txt#char=40,62 · director.participle · confidence 0.9" in text
    assert "- [[Director: Åse Bjørnø]]" in text


def test_a_terminal_gets_colours_and_no_marks(built: Path) -> None:
    text = explained(built, "Fjordlys", "director", screen=Screen(200))
    assert f"\x1b[1;33m{DIRECTED}\x1b[0m" in text
    assert "[[" not in text
    assert "[[" in explained(built, "Fjordlys", "director", screen=Screen(200, colour=False))


def test_what_is_denied_is_shown_and_no_fact(built: Path) -> None:
    (stated,) = statements(open_graph(built), "Fjordlys", "author", "Siri Låg")
    assert stated.standing == "no fact: denied"
    assert stated.relations == ("kg:screenwriter", "schema:author")
    assert "It was not [[written by Siri Låg]]." in explained(built, "Fjordlys", "author")


def test_a_value_that_lost_names_the_one_that_was_chosen(built: Path) -> None:
    said = {s.object: s.standing for s in statements(open_graph(built), "Fjordlys", "runtimeMinutes")}
    assert said == {"97": "a fact", "99": "no fact: 97 was chosen (smallest value)"}


def test_words_that_name_a_thing_say_its_name_and_its_class(built: Path) -> None:
    store = open_graph(built)
    assert [s.object for s in statements(store, "Kåre", "name")] == ["Kåre"]
    assert [s.object for s in statements(store, "Kåre", "type")] == ["kg:FictionalCharacter"]


def test_a_role_is_called_by_actor_and_character(built: Path) -> None:
    (stated,) = statements(open_graph(built), "Fjordlys", "actor", "Øyvind Håkå as Kåre")
    assert stated.standing == "a fact"


def test_without_texts_the_quote_stands_alone_and_hearsay_is_no_fact() -> None:
    text = Explainer(open_graph(CANNED), read_texts(CANNED)).explain("Salt & Iron", "director", "Tomas Okafor")
    assert "\n  [[Okafor is said to have stepped]]\n" in text
    assert "no fact: hearsay" in text
    assert "There is no texts.jsonl beside this graph" in text


def test_a_text_that_was_changed_gives_no_false_sentence(built: Path) -> None:
    texts = {name: f"x{text}" for name, text in read_texts(built).items()}
    text = Explainer(open_graph(built), texts).explain("Fjordlys", "director")
    assert f"\n  [[{DIRECTED}]]\n" in text


def test_a_long_sentence_is_cut(built: Path) -> None:
    texts = read_texts(built)
    texts["fjord.txt"] = texts["fjord.txt"].replace(" as Kåre.", " as Kåre" + ", and on" * CONTEXT)
    text = Explainer(open_graph(built), texts).explain("Fjordlys", "director")
    (line,) = (line for line in text.splitlines() if f"[[{DIRECTED}]]" in line)
    assert line.endswith("…")
    assert len(line) < 2 * CONTEXT


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("Fjordlis",), "did you mean Fjordlys"),
        (("Fjordlys", "directr"), "did you mean director or schema:director"),
        (("Fjordlys", "director", "Siri Låg"), "there is Åse Bjørnø"),
        (("Fjordlys", "musicBy"), "there is kg:runtimeMinutes"),
    ],
)
def test_what_is_unknown_comes_with_what_is_near(built: Path, asked: tuple[str, ...], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        statements(open_graph(built), *asked)


def test_the_command_prints_and_fails_as_the_others_do(built: Path) -> None:
    right = CliRunner().invoke(kg, ["explain", "Fjordlys", "director", "--in", str(built)])
    wrong = CliRunner().invoke(kg, ["explain", "Nothing Such", "--in", str(built)])
    assert (right.exit_code, wrong.exit_code) == (0, 2)
    assert f"[[{DIRECTED}]]" in right.output
    assert wrong.output.startswith("Error: ")
