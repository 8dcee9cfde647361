"""From texts about remakes to the rows of the questions about them: originals, their makers and who had the part first."""

import pytest

import kg
from kg.api import FilmGraph
from kg.pipeline import Options, build

TEXTS = {
    "named": "Low Tide is a 1998 Irish drama film directed by Ada Holt and starring Per Vik as Tom Lund. It is a remake of"
    " the 1951 Danish film Lavvande, directed by Luc Roy. Per Vik takes the part created by Bo Lind.",
    "known by its maker": "Fog Bell is a 1976 British thriller film directed by Ned Crowe, a remake of a 1938 film by Ivo"
    " Marsh.",
    "of the same name": "The Salt Ferry is a 2004 American film directed by Una Reed and a remake of the 1949 film of the"
    " same name.",
    "chain": "Kadal is a 1994 Indian Tamil-language film directed by R. Mohan. It is a remake of the Hindi film Lahren (1991),"
    " itself a remake of the American film Undertow (1985).",
    "later": "Les Quais is a 1961 French film directed by Guy Morel. It was remade in the United States in 1970 as Dockside.",
    "denied": "Green Glass is a 1988 Irish film directed by Cal Byrne. It is not a remake of Glass (1955).",
    "career": "Paper Boats is a 2012 American film directed by Eve Carr, who had directed the remake of The Long Pier.",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> FilmGraph:
    folder = tmp_path_factory.mktemp("remakes")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    build([str(folder)], folder / "out", Options(model=None))
    return kg.open(folder / "out")


def rows(graph: FilmGraph, query: str, *columns: str) -> set[tuple[str, ...]]:
    return {tuple(str(row[column] or "") for column in columns) for row in graph.query(query)}


def test_remakes_have_their_originals_and_what_tells_them_apart(graph: FilmGraph) -> None:
    assert rows(graph, "remake-of", "film", "original", "originalYear", "originalDirectors") == {
        ("Low Tide", "Lavvande", "1951", "Luc Roy"),
        ("Fog Bell", "1938 film by Ivo Marsh", "1938", "Ivo Marsh"),
        ("The Salt Ferry", "The Salt Ferry", "1949", ""),
        ("Kadal", "Lahren", "1991", ""),
        ("Kadal", "Undertow", "1985", ""),
        ("Lahren", "Undertow", "1985", ""),
        ("Dockside", "Les Quais", "1961", "Guy Morel"),
    }


def test_a_part_has_those_who_had_it_first(graph: FilmGraph) -> None:
    assert rows(graph, "originally-played-by", "film", "character", "actor", "originalActor", "original") == {
        ("Low Tide", "Tom Lund", "Per Vik", "Bo Lind", "Lavvande")
    }
