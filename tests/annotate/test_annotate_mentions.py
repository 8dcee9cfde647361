"""Other films that a review brings up: invented titles with their years, what is said of them, and who made them."""

import pytest

from kg.annotate import annotate, load_recogniser
from kg.annotate.works.mentions import read_mentions
from kg.model import Block, BlockKind, Document, Page, Span

MISJUDGED = pytest.mark.xfail(reason="the weights of 4,942 texts drop what the rule states", strict=True)
TITLE = "The Paper Lantern"


def mentioned(text: str, review: bool = True) -> list[tuple[str, str | None]]:
    """Titles and years of the other films in a sentence."""
    found = read_mentions(text, 0, len(text), TITLE, "2010", review)
    return [(m.title.of(text), m.year.of(text) if m.year else None) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lacks the patience of Salt Road (1999).", [("Salt Road", "1999")]),
        ("The director had better days (Salt Road, 1999).", [("Salt Road", "1999")]),
        ('She was so good in "Salt Road" that I wept.', [("Salt Road", None)]),
        ('"Salt Road" had a horse.', [("Salt Road", None)]),
        ("It reminds me of Olaf Brenner's Salt Road.", [("Salt Road", None)]),
        ("In Salt Road (1999) the horse had lines.", [("Salt Road", "1999")]),
        ("As in her first film, Salt Road, there is a horse.", [("Salt Road", None)]),
        ("Skip the follow-up, Salt Road Two.", [("Salt Road Two", None)]),
        ("It is better than the original Salt Road from 1999.", [("Salt Road", "1999")]),
        ("A pity that Salt Road came out a month before.", [("Salt Road", None)]),
        ("Do not confuse with The Paper Lantern from 1964.", [("The Paper Lantern", "1964")]),
        ("Better than The Salt Road?", [("The Salt Road", None)]),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert mentioned(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Paper Lantern (2010) is a film of few words.",
        "He has been compared to Olaf Brenner.",
        "Far better than the American remake.",
        'He says "not on my boat" and jumps.',
    ],
)
def test_no_mention(text: str) -> None:
    assert mentioned(text) == []


def test_quotes_are_titles_in_reviews_only() -> None:
    assert mentioned('She sang in "Salt Road" every night.', review=False) == []


def reviewed(text: str) -> Page:
    """The page of a review of "The Paper Lantern" that says no more than this."""
    whole = f"{TITLE}\n\nI like films. {text}"
    start = len(TITLE) + 2
    blocks = (
        Block(Span(0, len(TITLE)), BlockKind.HEADING, "title"),
        Block(Span(start, len(whole)), BlockKind.REVIEW, "", 1),
    )
    page = annotate(Document("r", whole), "critic", blocks, load_recogniser(None))
    assert page is not None
    return page


def elsewhere(text: str) -> set[tuple[str, str, str | None]]:
    page = reviewed(text)
    titles = {film.thing: film.title for film in page.films}
    return {(c.relation, c.name, titles[c.film]) for c in page.credits if c.film != page.main}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ines Dahl, whose Salt Road (1999) had a horse, tries a mule.", ("director", "Ines Dahl", "Salt Road")),
        ('Ines Dahl\'s 1999 western "Salt Road" had a horse.', ("director", "Ines Dahl", "Salt Road")),
        ("Directed by Ines Dahl (Salt Road, 1999).", ("director", "Ines Dahl", "Salt Road")),
        ('As in her first film, "Salt Road", Ines Dahl has a horse.', ("director", "Ines Dahl", "Salt Road")),
        ('Ned Voss, so good in "Salt Road", is wasted.', ("actor", "Ned Voss", "Salt Road")),
        ("Ned Voss (who was so funny in 'Salt Road') shouts.", ("actor", "Ned Voss", "Salt Road")),
        pytest.param(
            "Ned Voss, once the star of Salt Road (1999), shouts.", ("actor", "Ned Voss", "Salt Road"), marks=MISJUDGED
        ),
        ('It has that guy from "Salt Road", Ned Voss, as the ferryman.', ("actor", "Ned Voss", "Salt Road")),
        ("Ned Voss can act, look at him in The Salt Road.", ("actor", "Ned Voss", "The Salt Road")),
        pytest.param(
            "Rather watch 'Salt Road' from 1999 with Ned Voss.", ("actor", "Ned Voss", "Salt Road"), marks=MISJUDGED
        ),
    ],
)
def test_credits_of_films_brought_up(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in elsewhere(text)


def test_what_is_said_next_belongs_to_the_film_under_review() -> None:
    page = reviewed("Ned Voss (who was so funny in 'Salt Road') is grim as the ferryman, and Ada Crane is the nun.")
    own = {(c.name, c.role) for c in page.credits if c.film == page.main}
    assert own == {("Ned Voss", "ferryman"), ("Ada Crane", "nun")}
