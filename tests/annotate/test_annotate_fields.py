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
