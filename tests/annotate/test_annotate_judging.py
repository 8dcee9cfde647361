"""The film that a text is about, where no sentence says so: candidates for its title, and the likeliest of them."""

import pytest

from kg.annotate.films.judging import likeliest
from kg.annotate.films.spotting import spotted
from kg.annotate.reviews.places import read_places
from kg.annotate.surroundings import surroundings
from kg.lexis.sentences import sentences
from kg.model import Mention, Span


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Greta Holm in Low Tide is a wonder.", "low tide"),
        ("Even Low Tide was better.", "low tide"),
        ("Ada Crane's Low Tide moves slowly.", "low tide"),
        ('I saw "the last of it" twice.', "last of it"),
        ("Menu | Films | Low Tide (1998) | Log in", "low tide"),
        ("LOW TIDE\nreview by somebody", "low tide"),
        ("Low Tide: The Return", "low tide the return"),
    ],
)
def test_titles_are_spotted_wherever_they_may_stand(text: str, title: str) -> None:
    assert title in spotted(text)


def test_every_place_of_a_candidate_is_known_in_capitals_too() -> None:
    text = "LOW TIDE\n\nLow Tide is slow. I like Low Tides, and low tide, but Low Tide best."
    assert [span.start for span in spotted(text)["low tide"]] == [0, 10, text.rindex("Low Tide")]


def test_mere_words_at_the_beginning_of_sentences_are_no_candidates() -> None:
    assert (
        not {"there", "it", "after", "this"}
        & spotted("Well. There it is. After this, nothing. It ends. This was all.").keys()
    )


REVIEW = """The Salt Ledger

Ana Ruiz needed nine years after "Harbour Lights" to make another film, and The Salt Ledger shows it: nothing is left to
chance. Maria Lund plays a widow with a debt. Whoever remembers "Harbour Lights" will miss its jokes. But The Salt Ledger is
the better film by far."""


def test_the_film_under_review_is_taken_rather_than_one_that_is_compared() -> None:
    taken = likeliest(REVIEW, at(REVIEW, "Harbour Lights"), "circled")
    assert taken is not None
    assert taken.of(REVIEW) == "The Salt Ledger"


def test_what_rules_take_stays_where_nothing_is_likeliest() -> None:
    title = at(REVIEW, "The Salt Ledger")
    assert likeliest(REVIEW, title, "headed") == title
    assert likeliest("nothing here", None, "circled") is None


def test_words_around_a_title_are_no_part_of_a_better_one() -> None:
    text = "Low Tide Trailers\n\nLow Tide Trailers and clips of the film are here. The film is a drama."
    title = at(text, "Low Tide")
    assert likeliest(text, title, "headed") == title


def test_places_blot_other_people_and_mark_what_is_compared() -> None:
    text = "Like director Ada Crane, Maria Lund takes risks. Lund is fine."
    people = [Mention(at(text, "Ada Crane"), "Ada Crane"), Mention(at(text, "Maria Lund"), "Maria Lund")]
    first, second = read_places(text, list(sentences(text, 0, len(text))), people, [])
    assert (first.person, first.here, first.behind) == ("Ada Crane", False, ", @ takes risks.")
    assert (second.person, second.here, second.before) == ("Maria Lund", True, "Like director @, ")
    assert second.cue.of(text) == "Maria Lund takes risks."


def test_surroundings_know_a_possessive_from_a_bare_name() -> None:
    owned, bare = set(surroundings("In ", "'s new film")), set(surroundings("In ", " plays it"))
    assert {"b=in", "a'=new", "wa'=film"} <= owned
    assert {"b=in", "a=plays", "a=plays it"} <= bare
    assert {"wb=1900", "wb=X"} <= set(surroundings("Moscow 1998 ", ""))
