"""The card of a film shows what the graph says of it, who says so, and where they disagree."""

import pytest

from kg.errors import UsageError
from kg.query import Screen
from kg.query.card import card


@pytest.fixture(scope="module")
def shown(store):
    return card(store, "Salt & Iron")


def line(text, start):
    (found,) = [part for part in text.splitlines() if part.strip().startswith(start)]
    return found.split(start, 1)[1].strip()


def test_facts_come_with_the_documents_that_state_them(shown):
    assert shown.splitlines()[0] == "Salt & Iron (2009)"
    assert line(shown, "Directed by") == "Una O'Hara [1,2]"
    assert line(shown, "Released") == "6 November 2009 [1]"
    assert line(shown, "Language") == "Czech; English"
    assert line(shown, "[1]") == "iron.txt"
    assert line(shown, "[2]") == "press/iron.txt"


def test_a_conflict_is_marked_with_its_sources_and_its_rule(shown):
    assert line(shown, "Runtime") == "101 min [1]  ⚠ contested: 98 min [2] (structured place)"


def test_releases_name_country_date_and_distributor(shown):
    assert line(shown, "Releases") == "Denmark; United Kingdom · 6 November 2009 · Tidewater"


def test_the_cast_names_the_same_part_in_the_other_film(shown):
    cells = [part.split("  ") for part in shown.splitlines() if part.startswith("  Zoë Brandt  ")]
    assert [[cell.strip() for cell in row if cell.strip()] for row in cells] == [
        ["Zoë Brandt", "Anka", "Mirka Lund in 1999 film by Pavel Dvorsky", "[1]"]
    ]
    assert "Woman on the Bridge, cameo, uncredited" in shown
    assert "  John Reed" in shown  # an actor without a known part


def test_an_original_names_the_part_in_its_remake_and_the_remake_itself(store):
    text = card(store, "1999 film by Pavel Dvorsky")
    assert line(text, "Remade as") == "Salt & Iron (2009) [1]"
    assert "Zoë Brandt as Anka in Salt & Iron (2009)" in text


def test_a_remake_that_only_the_original_tells_of_is_shown(store):
    assert line(card(store, "Salt & Iron"), "Remake of") == "1999 film by Pavel Dvorsky [1]"


def test_a_player_of_the_original_without_a_counterpart_role_is_shown(store):
    assert "Mirka Lund in the original" in card(store, "Harbour Lights (1984)")


def test_ratings_and_reviews_have_their_marks_and_sources(shown):
    assert "61.5/100 · average percentile · 212 ratings [2]" in shown
    assert "Nettle · 15 January 2010 · 8/10 [2]" in shown
    assert "unsigned · 55/100, percentile 31 [2]" in shown
    assert shown.index("Too long") < shown.index("Second look")  # review 2 before review 10


@pytest.mark.parametrize(
    "film", ["salt and iron", "salt-and-iron-2009", "https://example.org/kg/movie/salt-and-iron-2009"]
)
def test_any_of_its_names_finds_the_film(store, shown, film):
    assert card(store, film) == shown


def test_two_films_of_one_title_are_offered_for_choice(store):
    with pytest.raises(UsageError) as caught:
        card(store, "Harbour Lights")
    message = str(caught.value)
    assert "may be one of 2 films" in message
    assert "Harbour Lights (1958)  https://example.org/kg/movie/harbour-lights-1958" in message


def test_an_unknown_film_gets_near_titles(store):
    with pytest.raises(UsageError, match=r"did you mean Night Ferry \(2009\)"):
        card(store, "Nigth Ferry")


def test_plain_when_piped_and_framed_on_a_terminal(store, shown):
    assert "\x1b" not in shown
    framed = card(store, "Salt & Iron", Screen(72))
    assert "╭" in framed
    assert "\x1b[" in framed
    bare = card(store, "Salt & Iron", Screen(72, colour=False))
    assert {len(part) for part in bare.splitlines()} == {72}
    assert "\x1b" not in bare
