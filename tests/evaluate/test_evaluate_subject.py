import pytest

from kg.evaluate.text2kg.subject import subject


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Low Tide is a 1951 drama film directed by Ann Lee.", "Low Tide"),
        ("Marée basse (English: Low Tide) is a 1951 French film.", "Marée basse"),
        ("Low Tide, also known as Ebb, is a 1951 film.", "Low Tide"),
        ("Ebb & Flow: The Return of Mo stars Bo Vance.", "Ebb & Flow: The Return of Mo"),
        ("Salt , Sand and Stone won the Silver Gull in 1951.", "Salt , Sand and Stone"),
        ("On the Quay won three prizes.", "On the Quay"),
        ("In 1951, The Long Tide won the Silver Gull.", "The Long Tide"),
        ("Directed by Ann Lee and Cy Park, Low Tide follows a keeper of lamps.", "Low Tide"),
        ("Set in Bergen, The Long Tide tells of two brothers.", "The Long Tide"),
        ("Although Low Tide did well, its makers were ruined.", "Low Tide"),
        ("The studio's first feature, Low Tide was shot in nine days.", "Low Tide"),
        ("Vance won the Silver Gull for Best Actor for The Long Tide's role as Mo.", "The Long Tide"),
        ("The film follows two brothers through The Long Tide's winter.", "The Long Tide"),
        ("It opened in May, where The Long Tide won the Silver Gull.", "The Long Tide"),
    ],
)
def test_the_title_that_a_sentence_speaks_of(sentence: str, title: str) -> None:
    assert subject(sentence) == title


@pytest.mark.parametrize(
    "sentence",
    [
        "The film was directed by Ann Lee.",
        "It was released on 3 May 1951.",
        "He plays a lighthouse keeper.",
        "Cinematographer Cy Park used two cameras.",
        "is a 1951 drama film.",
        "",
    ],
)
def test_a_sentence_that_names_no_film(sentence: str) -> None:
    assert subject(sentence) is None
