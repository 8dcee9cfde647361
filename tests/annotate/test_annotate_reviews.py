"""Reviews, end to end: the film that a text circles, the parts and makers told in passing, and the other films."""

import pytest

from kg.annotate.credits.crew import read_crew
from kg.annotate.films.circling import ENOUGH_IN_REVIEW, circled_title
from kg.annotate.reviews.castings import read_castings
from kg.annotate.reviews.elsewhere import read_elsewhere
from kg.annotate.reviews.makers import read_makers
from kg.annotate.works.reviewed import read_reviewed
from kg.lexis.sentences import sentences
from kg.model import Sentence, Span

NOBODY: frozenset[str] = frozenset()


def circled(text: str) -> str | None:
    split = tuple(Sentence(span, 0) for span in sentences(text))
    title = circled_title(text, split, ENOUGH_IN_REVIEW)
    return title.of(text) if title else None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("LOW TIDE (1999) ** D: Ann Lee. Bo Vance, Mo Reed.", "LOW TIDE"),
        ("Rewatching The Salt Road (1956) I was struck by Ann Lee's hats.", "The Salt Road"),
        ("The Salt Road has been called the best since The Dry Well (1971).", "The Salt Road"),
        ("Dear Salt on the Road, it is not you. I preferred Bo Vance.", "Salt on the Road"),
        ("The Salt Road. Dull heist flick with Bo Vance. Verdict: 6/10.", "The Salt Road"),
        ("Salt Road Motel is Jaws-lite for ducks. It borrows from Lee's The Dry Well (1962).", "Salt Road Motel"),
    ],
)
def test_the_film_that_a_review_is_about(text: str, title: str) -> None:
    assert circled(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("I walked out of Ann Lee's The Dry Well last year.", "The Dry Well"),
        ("It is better than Ann Lee's Dry Salt by far.", "Dry Salt"),
        ("The director is Bo Vance, of Troll Tax fame.", "Troll Tax"),
        ("I loved The Dry Well when I was ten.", "The Dry Well"),
        ("In Dry Salt, Bo Vance plays a cook.", "Dry Salt"),
        ("Writing in The Daily Post she called it a bore.", None),
        ("Ann Lee's Hester is a wonder.", None),
        ("In New York, Bo Vance plays the drums.", None),
    ],
)
def test_other_films_by_their_makers_and_their_form(text: str, title: str | None) -> None:
    found = [span.of(text) for span in read_reviewed(text, 0, len(text), "Low Tide")]
    assert found == ([title] if title else [])


def cast(text: str) -> set[tuple[str, str]]:
    found = read_castings(text, 0, len(text), NOBODY)
    return {(f.name.of(text), f.role.of(text) if f.role else "") for f in found if f.relation == "actor"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Vance, Mo Reed, Ann Lee.", {("Bo Vance", ""), ("Mo Reed", ""), ("Ann Lee", "")}),
        ("A widow (Ann Lee, in her first part) buys a gun.", {("Ann Lee", "A widow")}),
        ("The hero is Nils (the then unknown Bo Vance).", {("Bo Vance", "Nils")}),
        ("Bo Vance, who never raises his voice, is Holt.", {("Bo Vance", "Holt")}),
        ("Ann Lee is his sister, Bo Vance the bishop.", {("Ann Lee", "his sister"), ("Bo Vance", "the bishop")}),
        ("Played with great good humour by Ann Lee, Hester is a cook.", {("Ann Lee", "Hester")}),
        ("In the end the part went to Bo Vance.", {("Bo Vance", "")}),
        ("Bo Vance as Mick the shearer is a joy.", {("Bo Vance", "Mick")}),
        ("Bo Vance is a bounty hunter with one lung.", {("Bo Vance", "a bounty hunter")}),
        ("Bo Vance is a fine performer.", set()),
        ("Bo Vance is a former boxer.", set()),
        ("Bo Vance is British.", set()),
    ],
)
def test_parts_in_reviews(text: str, expected: set[tuple[str, str]]) -> None:
    assert cast(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Vance's strings arrive too early.", {("musicBy", "Bo Vance")}),
        ("Bo Vance did the music.", {("musicBy", "Bo Vance")}),
        ("It was Bo Vance's second picture after a war.", {("director", "Bo Vance")}),
        ("Ann Lee, whose first feature was gentler, follows a cook.", {("director", "Ann Lee")}),
        ("The guy who directed this, Bo Vance, is new.", {("director", "Bo Vance")}),
        ("She wrote it with her husband, the poet Bo Vance.", {("screenwriter", "Bo Vance")}),
        ("Her editor, Bo Vance, wants the story by noon.", set()),
    ],
)
def test_makers_in_reviews(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(f.relation, f.name.of(text)) for f in read_makers(text, 0, len(text), NOBODY, "Low Tide")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its producer, Ann Lee, was new.", {("producer", "Ann Lee")}),
        ("Its star, Bo Vance, died young.", {("actor", "Bo Vance")}),
        ("Ann Lee wrote the songs and Bo Vance the score.", {("musicBy", "Bo Vance")}),
        ("It was shot by her husband, the cinematographer Bo Vance.", {("cinematographer", "Bo Vance")}),
        ("It opened in May with Bo Vance in the lead.", {("actor", "Bo Vance")}),
        ("It was released on May 9, 1941 by Lantern Pictures.", {("distributor", "Lantern Pictures")}),
        ("He is being blackmailed by the composer Bo Vance.", set()),
        ("Second to none was Bo Vance in the race.", set()),
    ],
)
def test_crew_told_in_passing(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(f.relation, f.name.of(text)) for f in read_crew(text, 0, len(text), NOBODY)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The director, Bo Vance, also made Two Tides.", {("director", "Bo Vance")}),
        ("Bo Vance wrote Two Tides.", {("screenwriter", "Bo Vance")}),
        (
            "Two Tides, which Bo Vance made for television with Ann Lee, is kinder.",
            {("director", "Bo Vance"), ("actor", "Ann Lee")},
        ),
        ("Bo Vance has learned from his earlier Two Tides.", {("director", "Bo Vance")}),
        ("Two Tides had Ann Lee and a horse.", {("actor", "Ann Lee")}),
        ("Bo Vance once sat in a bar and talked of Two Tides.", set()),
    ],
)
def test_credits_of_the_other_film(text: str, expected: set[tuple[str, str]]) -> None:
    at = text.index("Two Tides")
    found = read_elsewhere(text, Span(at, at + len("Two Tides")), 0, len(text), NOBODY)
    assert {(f.relation, f.name.of(text)) for f in found} == expected
