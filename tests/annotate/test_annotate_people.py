"""The directory of a document: which full name a surname, a first name or a variant stands for, and where."""

import pytest

from kg.annotate.people import directory, with_surname
from kg.model import Span


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Velde", "Piet van de Velde"),
        ("van de Velde", "Piet van de Velde"),
        ("Piet", "Piet van de Velde"),
        ("Adeyemi", "Tom Adeyemi Jr."),
        ("Tom Adeyemi", "Tom Adeyemi Jr."),
        ("Stone", "George C. Stone"),
        ("George Stone", "George C. Stone"),
        ("Nobody", "Nobody"),
    ],
)
def test_short_forms(short: str, full: str) -> None:
    assert directory(["Piet van de Velde", "Tom Adeyemi Jr.", "George C. Stone"]).full(short) == full


@pytest.mark.parametrize("names", [["Ana Ruiz", "A. Ruiz"], ["A. Ruiz", "Ana Ruiz"]])
def test_an_initial_stands_for_the_forename(names: list[str]) -> None:
    known = directory(names)
    assert (known.full("A. Ruiz"), known.full("Ruiz"), known.names) == ("Ana Ruiz", "Ana Ruiz", ["Ana Ruiz"])


@pytest.mark.parametrize("short", ["Mr Vik", "Lund Vik", "Miss Vik"])
@pytest.mark.parametrize("late", [False, True])
def test_a_title_or_two_surnames_stand_for_the_whole(short: str, late: bool) -> None:
    known = directory([short, "Maria Lund Vik"] if late else ["Maria Lund Vik", short])
    assert (known.full(short), known.names) == ("Maria Lund Vik", ["Maria Lund Vik"])


def test_a_wife_is_not_her_husband() -> None:
    assert directory(["Per Vik", "Mrs Vik"]).names == ["Per Vik", "Mrs Vik"]


def test_a_full_name_behind_another_word_stays_its_own() -> None:
    assert directory(["Jordan Maria Lund", "Maria Lund"]).full("Maria Lund") == "Maria Lund"


def test_a_suffix_is_no_surname() -> None:
    assert directory(["Bo Jr.", "Ana Ruiz"]).names == ["Bo Jr.", "Ana Ruiz"]


def test_the_first_bearer_owns_a_shared_surname() -> None:
    assert directory(["Ana Ruiz", "Luis Ruiz"]).full("Ruiz") == "Ana Ruiz"


def test_companies_are_nobody() -> None:
    assert not directory(["Lantern Pictures"]).knows("Pictures")


def test_mentions_stand_where_they_say() -> None:
    text = "Ruiz wrote it; Ana Ruiz’s brother, and Ana, did not. Ruizian is no name."
    mentions = list(directory(["Ana Ruiz"]).mentions(text))
    assert [m.span.of(text) for m in mentions] == ["Ruiz", "Ana Ruiz", "Ana"]
    assert {m.text for m in mentions} == {"Ana Ruiz"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Joel and Ethan Krantz", "Joel Krantz"),
        ("Joel, Ann and Ethan Krantz", "Joel Krantz"),
        ("Cher and a friend", "Cher"),
    ],
)
def test_a_surname_may_be_shared(text: str, name: str) -> None:
    assert with_surname(text, Span(0, text.index(" ") - (text[text.index(" ") - 1] == ","))) == name
