"""Where the words about another work begin and end in a sentence."""

import pytest

from kg.annotate.works.cited import read_works


def scopes(text: str, own: str = "Low Tide") -> list[str]:
    found = read_works(text, text.replace(own, "¤" * len(own)), 0, len(text), own)
    return [f.scope.of(text).strip() for f in found]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("It is a remake of the film Ebb and stars Ada Holt.", "the film Ebb"),
        ("It is a remake of the film Ebb, starring Ada Holt, and was a hit.", "the film Ebb, starring Ada Holt"),
        (
            "It is a remake of the film Ebb, which starred Ada Holt; Per Vik sings.",
            "the film Ebb, which starred Ada Holt",
        ),
        ("It is a remake of the film Ebb, but Per Vik wrote it anew.", "the film Ebb"),
        (
            "The 1951 version by Per Vik was cut by Ada Holt; this one was not.",
            "1951 version by Per Vik was cut by Ada Holt",
        ),
        ("I knew the old one, with Ada Holt as the nun, but it bored me.", "old one, with Ada Holt as the nun"),
        (
            "First filmed in France by Per Vik, with Ada Holt, the story sold.",
            "First filmed in France by Per Vik, with Ada Holt",
        ),
        ("It is a sequel to Ebb (1951), with Ada Holt returning as the nun.", "Ebb (1951)"),
        ("It is based on the novel Ebb by Per Vik, who also appears in it.", "the novel Ebb by Per Vik"),
    ],
)
def test_scopes(text: str, scope: str) -> None:
    assert scopes(text) == [scope]


def test_participles_of_a_definition_are_the_page_s_own_until_it_has_its_director() -> None:
    assert scopes("Low Tide is a remake of the film Ebb, directed by Per Vik.") == ["the film Ebb"]
    told = "Low Tide is a film directed by Ada Holt and a remake of the film Ebb, directed by Per Vik."
    assert scopes(told) == ["the film Ebb, directed by Per Vik"]


def test_the_evidence_is_the_cue() -> None:
    text = "It is a loose remake of the film Ebb."
    assert [f.cue.of(text) for f in read_works(text, text, 0, len(text), "")] == ["remake of"]
