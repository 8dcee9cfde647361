"""Infobox fields and cast lines: what the form says, with notes and companies in their places."""

import pytest

from kg.annotate.credits.fields import read_fields
from kg.model import Document
from kg.segment import segment


def found(text: str) -> list[tuple[str, str, str, str]]:
    document = Document("d", "= Harbour Light =\n\nHarbour Light\n" + text)
    blocks = segment(document).blocks
    return [
        (f.relation, f.name.of(document.text), f.role.of(document.text) if f.role else "", f.note)
        for f in read_fields(document, blocks)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Director: Ana Ruiz", [("director", "Ana Ruiz", "", "")]),
        (
            "- Producer: Per Vik, Lantern Pictures",
            [("producer", "Per Vik", "", ""), ("productionCompany", "Lantern Pictures", "", "")],
        ),
        (
            "- Starring: Ana Ruiz, Tom Adeyemi, Jr., Ida Holm (voice)",
            [("actor", "Ana Ruiz", "", ""), ("actor", "Tom Adeyemi, Jr.", "", ""), ("actor", "Ida Holm", "", "voice")],
        ),
        (
            "- Distributor: Tri-County (Canada), Blackbarn (France)",
            [("distributor", "Tri-County", "", "Canada"), ("distributor", "Blackbarn", "", "France")],
        ),
        (
            "- Written by: Ana Ruiz (screenplay), Per Vik (novel), Ida Holm (story), Tom Adeyemi (1951 screenplay)",
            [("screenwriter", "Ana Ruiz", "", "screenplay"), ("storyBy", "Ida Holm", "", "story")],
        ),
        ("- Producers: Ana Ruiz Per Vik", []),
        ("- Production: Peter Vik", [("producer", "Peter Vik", "", "")]),
        ("- Production company: Nordlys A/S", [("productionCompany", "Nordlys A/S", "", "")]),
        ("- Banner: Lantern Talkies", [("productionCompany", "Lantern Talkies", "", "")]),
        ("- Distribution company: Blackbarn", [("distributor", "Blackbarn", "", "")]),
        ("- Photographed by: Ana Ruiz, edited by Per Vik", [("cinematographer", "Ana Ruiz", "", "")]),
        ("- Written by: Ana Ruiz from a story by Per Vik", [("screenwriter", "Ana Ruiz", "", "")]),
        ("- Director: Ana Ruiz and Per Vik walk into the sea", []),
        ("- Director: Ana de la Cruz", [("director", "Ana de la Cruz", "", "")]),
        ("- Runtime: 86 minutes", []),
    ],
)
def test_fields(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert found("- Country: Ireland\n" + text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Ana Ruiz as Inspector Holt", ("actor", "Ana Ruiz", "Inspector Holt", "")),
        ("- Ana Ruiz as Inspector Holt: a woman who counts pennies", ("actor", "Ana Ruiz", "Inspector Holt", "")),
        ("- Ana Ruiz as Holt, Lund's landlady", ("actor", "Ana Ruiz", "Holt", "")),
        ("- Ana Ruiz as Holt (uncredited)", ("actor", "Ana Ruiz", "Holt", "uncredited")),
        ("- Ana Ruiz ... Holt", ("actor", "Ana Ruiz", "Holt", "")),
        ("- Ana Ruiz", ("actor", "Ana Ruiz", "", "")),
    ],
)
def test_cast_lines(line: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in found("- Country: Ireland\n\n== Cast ==\n" + line + "\n- Per Vik as Lund\n")


def test_a_list_of_people_and_their_trades_credits_those_with_their_trades() -> None:
    text = "\nCast & Crew\nAna Ruiz\nSue\nPer Vik\nCaptain Moe\nIda Holm\nDirector\nTom Adeyemi\nEditor\n"
    assert found(text) == [
        ("actor", "Ana Ruiz", "Sue", ""),
        ("actor", "Per Vik", "Captain Moe", ""),
        ("director", "Ida Holm", "", ""),
        ("editor", "Tom Adeyemi", "", ""),
    ]


def test_a_list_of_characters_names_them_first() -> None:
    text = "- Country: Ireland\n\n== Characters ==\nAmy Holt .... Ana Ruiz\nJack Lund ... Per Vik (uncredited)\n"
    assert ("actor", "Ana Ruiz", "Amy Holt", "") in found(text)
    assert ("actor", "Per Vik", "Jack Lund", "uncredited") in found(text)


def test_trades_in_brackets_are_those_of_all_names_before_them() -> None:
    crew = found("- Country: Ireland\n\n== Crew ==\nAna Ruiz and Per Vik (producers), Ida Holm (editor)\n")
    assert crew == [
        ("producer", "Ana Ruiz", "", ""),
        ("producer", "Per Vik", "", ""),
        ("editor", "Ida Holm", "", ""),
    ]


def test_labels_of_rating_sites_stand_above_their_values() -> None:
    text = "Director\nAna Ruiz\nScreenwriter\nPer Vik, Ida Holm\nProduction Co\nLantern Pictures\nOriginal Language\nIrish\n"
    assert found(text) == [
        ("director", "Ana Ruiz", "", ""),
        ("screenwriter", "Per Vik", "", ""),
        ("screenwriter", "Ida Holm", "", ""),
        ("productionCompany", "Lantern Pictures", "", ""),
    ]


def test_each_row_of_a_pasted_table_is_a_field_of_its_own() -> None:
    text = "Director\tAna Ruiz\nStunts, catering\tPer Vik\nEditor\tIda Holm\n"
    assert found(text) == [("director", "Ana Ruiz", "", ""), ("editor", "Ida Holm", "", "")]
