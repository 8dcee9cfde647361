"""Titles in other languages get the capitals by which titles are known; nothing else changes, nor any text's length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document, Extraction, Value
from kg.pipeline.studying import recogniser, study
from kg.segment import titled


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A remake of the Italian La casa dei venti (1962).", "A remake of the Italian La Casa Dei Venti (1962)."),
        ("Her first was El reloj de la abuela, from 1971.", "Her first was El Reloj De La Abuela, from 1971."),
        ("Une saison sans pluie and Das leise Ufer ran.", "Une Saison Sans Pluie and Das Leise Ufer ran."),
        ("The Last Light (L'ultimo faro, 1961)", "The Last Light (L'Ultimo Faro, 1961)"),
        ("Nobody saw “Perduti sognatori”.", "Nobody saw “Perduti Sognatori”."),
        ("I soliti sognatori came second", "I Soliti Sognatori came second"),
    ],
)
def test_a_title_in_another_language_is_written_large(text: str, read: str) -> None:
    assert titled(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Written by Suso d'Orsi and Ana de la Cruz.",
        "The acters are grate and I reallly liked it. I cannot say more.",
        "Yann Moreau schemes, Kareena Varma sizzles, and an MGM backlot stands for Delhi.",
        "Low Tide (1951)\n\n[json-ld] Movie\n  name: La casa dei venti",
        "",
    ],
)
def test_what_is_no_such_title_stays_as_it_is(text: str) -> None:
    assert titled(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Low Tide is a 1951 film directed by Ana Ruiz. It is a remake of La casa dei venti (1942).",
        "La casa dei venti is a 1942 film directed by Ana Ruiz.",
        "Low Tide is a 1951 film directed by Ana Ruiz, based on the novel La casa dei venti by Ugo Neri.",
    ],
)
def test_the_title_is_named_as_the_text_spells_it(text: str) -> None:
    found = study(Document("a", text), recogniser(None))
    assert isinstance(found, Extraction)
    names = {claim.object for claim in found.claims if claim.relation == "schema:name"}
    assert Value("La casa dei venti") in names


@given(st.text())
def test_no_text_changes_but_for_its_capitals(text: str) -> None:
    assert len(titled(text)) == len(text)
    assert titled(text).casefold() == text.casefold()
