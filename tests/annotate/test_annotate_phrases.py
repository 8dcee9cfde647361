"""The noun phrase that names a work: one invented phrase for each way of saying what the work is."""

import pytest

from kg.annotate.nouns import Phrase, kind_of
from kg.annotate.works.phrases import read_phrase
from kg.model import Kind, Span


def said(text: str, own: str = "") -> tuple[Phrase, str | None, list[str]]:
    phrase = read_phrase(text, 0, len(text), own)
    return phrase, _words(text, phrase.title), [item.name.of(text) for item in phrase.makers]


def _words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the 1951 film High Water, with", "High Water"),
        ("the 1951 film, High Water, with", "High Water"),
        ("a Danish picture, Nat ved kajen.", "Nat ved kajen"),
        ("her own memoir, Neuf saisons.", "Neuf saisons"),
        ("an opera by Carla Bosi, La vedova nera, of which", "La vedova nera"),
        ("the comedy Salt, Pepper and Smoke (1938), in which", "Salt, Pepper and Smoke"),
        ("the 1966 film Who's There, Neighbour?, and", "Who's There, Neighbour?"),
        ("the film Captain Brand's Mules, a", "Captain Brand's Mules"),
        ("the play entitled Two Umbrellas by", "Two Umbrellas"),
        ('the short story "Low Water" by', "Low Water"),
        ("the 1972 Silver Otter winner Long Grass.", "Long Grass"),
        ("the RKO film The Late Ferry.", "The Late Ferry"),
        ("Ada's Ark, which", "Ada's Ark"),
        ("a novel by Ewan Bryce.", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert said(text)[1] == title


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("Ewan Bryce's 1951 film", ["Ewan Bryce"]),
        ("Ewan Bryce and Ada Holt's novel", ["Ewan Bryce", "Ada Holt"]),
        ("the 1951 Ewan Bryce short story of that name", ["Ewan Bryce"]),
        ("the Ewan Bryce-directed film", ["Ewan Bryce"]),
        ("the Inspector Bream novel Low Water by Ewan Bryce", ["Ewan Bryce"]),
        ("the film of the same title that Ewan Bryce made in 1951", ["Ewan Bryce"]),
        ("the graphic novel drawn by Ewan Bryce", ["Ewan Bryce"]),
        ("the sea stories of Ewan Bryce", ["Ewan Bryce"]),
        ("the original by Ewan Bryce I never saw", ["Ewan Bryce"]),
        ("the Broadway play Low Water", []),
        ("a French novel", []),
    ],
)
def test_makers(text: str, makers: list[str]) -> None:
    assert said(text)[2] == makers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the silent film", Kind.MOVIE),
        ("the Dutch one from 1951", Kind.MOVIE),
        ("the classic 1951 children's novel", Kind.BOOK),
        ("the 1951 hit Broadway play", Kind.WORK),
        ("the 1951 Broadway comedy", Kind.WORK),
        ("a series of video games", Kind.WORK),
        ("Low Water, a sea novel by Ewan Bryce", Kind.BOOK),
        ("Low Water (1951)", None),
    ],
)
def test_kinds(text: str, kind: Kind | None) -> None:
    assert said(text)[0].kind is kind


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1951's Low Water", "1951"),
        ("a film of 1951 by Ewan Bryce", "1951"),
        ("Low Water, a 1951 silent Western", "1951"),
        ("the novel of that name by Ewan Bryce (1951)", "1951"),
        ("the film Low Water", None),
    ],
)
def test_years(text: str, year: str | None) -> None:
    assert _words(text, said(text)[0].year) == year


def test_a_plural_noun_has_several_titles() -> None:
    text = "two novels by Ewan Bryce, Flood and Ebb."
    phrase, title, makers = said(text)
    assert (title, [s.of(text) for s in phrase.siblings], makers) == ("Flood", ["Ebb"], ["Ewan Bryce"])


def test_the_page_s_own_title_is_no_apposition() -> None:
    assert said("the novel by Ewan Bryce, The Keepers, a film about", own="The Keepers")[1] is None
    assert said("the novel by Ewan Bryce, The Keepers, a film about")[1] == "The Keepers"


def test_the_same_name_is_no_title_of_its_own() -> None:
    assert said("the 1951 film of the same name, in which")[0].same_name
    assert not said("the 1951 film with a similar title")[0].same_name


def test_the_country_is_that_of_the_demonym() -> None:
    text = "the 1951 Norwegian film Lavvann"
    assert _words(text, said(text)[0].country) == "Norwegian"


def test_nouns_in_the_plural_are_of_the_same_kind() -> None:
    assert (kind_of("novels"), kind_of("films"), kind_of("plays")) == (Kind.BOOK, Kind.MOVIE, Kind.WORK)
