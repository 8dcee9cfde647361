"""Names: what is shaped like one, how it is cleaned, and which are companies'."""

import pytest

from kg.lexis import clean_name, is_company, names_in


@pytest.mark.parametrize(
    "name",
    [
        "Ana Ruiz",
        "J. R. Okafor",
        "W.B. Stone",
        "Harry S Trent",
        "LL Deep J",
        "Jean-Luc d'Abreu",
        "Siobhán O'Malley",
        "Piet van de Velde",
        "Nasser bin Khalid al-Sayed",
        'Joe "Duke" Landis',
        "Tom Adeyemi Jr.",
        "Rex Vance III",
        "Sven deWilde",
        "Tycho the Great",
    ],
)
def test_a_name_is_found_whole(name: str) -> None:
    text = f"A film with {name}, who was there."
    assert name in [m[0] for m in names_in(text)]


@pytest.mark.parametrize("text", ["The film is long.", "It was shown in May.", "Starring nobody, directed by no one."])
def test_function_words_open_no_name(text: str) -> None:
    assert not any(m[0].split(" ")[0] in {"The", "It", "Starring"} for m in names_in(text))


def test_the_pronoun_is_no_initial() -> None:
    assert [m[0] for m in names_in("The version by Ana Ruiz I never saw.")] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Sir Desmond Rooke", "Desmond Rooke"),
        ("  Ana   Ruiz,", "Ana Ruiz"),
        ("Tom Adeyemi Jr.", "Tom Adeyemi Jr."),
        ("Ana Ruiz.", "Ana Ruiz"),
        ("Dame May", "Dame May"),
    ],
)
def test_cleaning_keeps_what_belongs_to_the_name(raw: str, clean: str) -> None:
    assert clean_name(raw) == clean


@pytest.mark.parametrize(
    "name", ["Lantern Pictures", "Studio Zinn", "Ealing", "RKO", "Three Wells Films", "Aurora Bros."]
)
def test_companies(name: str) -> None:
    assert is_company(name)


@pytest.mark.parametrize("name", ["Megan Foxley", "David Warnerson", "Arthur Fox", "Ana Ruiz", "Cher"])
def test_people_are_no_companies(name: str) -> None:
    assert not is_company(name)
