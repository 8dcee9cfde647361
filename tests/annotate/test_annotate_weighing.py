"""Directors and actors whom no sentence states, weighed from what stands beside their names; all of it invented."""

import pytest
from test_annotate_critique import credited

OPENING = "The fog is lovely and the film is long."


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Brenner's backstage comedy dithers for an hour.",
        "I like nothing more than an Olaf Brenner picture on a wet day.",
        "Olaf Brenner was never in the first rank of Danish directors. Brenner has an eye for wet stone.",
        "Nobody is making films quite like Olaf Brenner.",
        "Olaf Brenner walked away from television in May. He has made a two-hour fable about a lamp.",
        "Olaf Brenner's pacing is slow, and Brenner keeps the camera far from the boat.",
    ],
)
def test_who_made_the_film(text: str) -> None:
    assert ("director", "Olaf Brenner") in credited(f"{OPENING} {text}")


@pytest.mark.parametrize(
    "text",
    [
        "She was hired, like director Olaf Brenner, to teach.",
        "Olaf Brenner's novel is better than the film.",
        "Olaf Brenner's backstage comedy dithers, and so does Lena Strand's backstage comedy.",
        "Olaf Brenner directs traffic in a small town.",
    ],
)
def test_who_only_seems_to_have_made_it(text: str) -> None:
    assert ("director", "Olaf Brenner") not in credited(f"{OPENING} {text}")


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Olaf Brenner and Lena Strand are a screen couple for the ages.", {"Olaf Brenner", "Lena Strand"}),
        ("It was nice to see old pro Olaf Brenner again.", {"Olaf Brenner"}),
        (
            "Olaf Brenner, Lena Strand and Nils Dahl are among the victims.",
            {"Olaf Brenner", "Lena Strand", "Nils Dahl"},
        ),
        ("The gang is led by Olaf Brenner, who chews the sails.", {"Olaf Brenner"}),
        ("Olaf Brenner and Lena Strand fill out the crew.", {"Olaf Brenner", "Lena Strand"}),
        ("I was not so keen on Olaf Brenner.", {"Olaf Brenner"}),
    ],
)
def test_who_plays(text: str, actors: set[str]) -> None:
    assert {("actor", name) for name in actors} <= credited(f"{OPENING} {text}")


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Brenner, a Danish director, was killed in a street.",
        "It is based on the diaries of Sir Olaf Brenner.",
        "It is better than 'Salt Road' from 1998, with the great Olaf Brenner.",
        "The cinematography by old hand Olaf Brenner is a delight.",
        "History remembers Olaf Brenner.",
    ],
)
def test_who_only_seems_to_play(text: str) -> None:
    assert ("actor", "Olaf Brenner") not in credited(f"{OPENING} {text}")
