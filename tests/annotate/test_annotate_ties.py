"""Ties between films and other works, in invented leads: what is tied to what, and whose the words in between are."""

import pytest

from kg.annotate import Recogniser, annotate
from kg.model import Document, Page, Status
from kg.segment import segment

LEAD = "Low Tide is a 1998 Irish drama film. "


def page(text: str) -> Page:
    document = Document("d", text)
    segmentation = segment(document)
    made = annotate(document, segmentation.layout, segmentation.blocks, Recogniser())
    assert made is not None
    return made


def ties(text: str) -> set[tuple[str, str, str, str | None]]:
    """Relation, subject, title and year of the object, of every tie."""
    made = page(text)
    works = {work.thing: work for work in (*made.films, *made.works)}
    found = ((t.relation, works[t.subject], works[t.object]) for t in made.ties)
    return {(relation, s.title or "?", o.title or "?", o.year) for relation, s, o in found}


def credits(text: str) -> set[tuple[str, str, str]]:
    """Title of the work, credit and name, for every other work than the page's own film."""
    made = page(text)
    titles = {work.thing: work.title or "?" for work in (*made.films, *made.works)}
    return {(titles[c.film], c.relation, c.name) for c in made.credits if c.film != made.main}


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        ("It is a remake of the 1951 film High Water.", "High Water", "1951"),
        ("It remakes High Water (1951).", "High Water", "1951"),
        ("It is a loose reworking of a Dutch film of 1951, Hoog water.", "Hoog water", "1951"),
        ("It is an English-language version of the 1951 Dutch film Hoog water.", "Hoog water", "1951"),
        ("It is a reboot of the 1951 film of the same name.", "Low Tide", "1951"),
        ("It is based on the film High Water.", "High Water", None),
        ("Its source, the film High Water of 1951, had no sound.", "High Water", "1951"),
        ("A remake of the 1951 film, High Water, it was shot in Cork.", "High Water", "1951"),
        ("It is a remake of one that Ewan Bryce made in 1951.", "?", "1951"),
        ("Many prefer the 1951 original.", "?", "1951"),
        ("Many prefer Ewan Bryce's original.", "?", None),
        ("It takes Ewan Bryce's comedy High Water and moves it to Cork.", "High Water", None),
        ("It is a copy of what Ewan Bryce did so well in 1951.", "?", "1951"),
        ("It is a remake of Hoog water, the comedy that Ewan Bryce shot in 1951.", "Hoog water", "1951"),
        ("It is the Irish remake of the 1951 Telugu blockbuster Neeti Alalu.", "Neeti Alalu", "1951"),
        ("It is adapted from the Polish film Woda, wysoka (1951).", "Woda, wysoka", "1951"),
        ("It transplants Ewan Bryce's western High Water (1951) to Cork.", "High Water", "1951"),
        ("The story had been filmed before as High Water (1951).", "High Water", "1951"),
        ("It follows a 1951 film by Ewan Bryce, of which it is a remake.", "?", "1951"),
        ("It is a remake of a 1951 film with which it shares its title.", "Low Tide", "1951"),
        ("Director Ada Holt has remade Ewan Bryce's 1951 film High Water.", "High Water", "1951"),
        ("It is a reworking of Bo Lind's script for the 1951 film High Water.", "High Water", "1951"),
        ("The original 1951 version, High Water, was shot in Cork; this remake was not.", "High Water", "1951"),
    ],
)
def test_originals(text: str, title: str, year: str | None) -> None:
    assert ties(LEAD + text) == {("remakeOf", "Low Tide", title, year)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is based on Ewan Bryce's novel The Keepers.", ("The Keepers", None)),
        ("It was adapted by Ada Holt from the 1951 play The Keepers.", ("The Keepers", "1951")),
        ("It is an adaptation of The Keepers by Ewan Bryce.", ("The Keepers", None)),
        ("It is set after the play The Keepers by Ewan Bryce.", ("The Keepers", None)),
        ("It grew out of his work and is based on his 1995 short film Ebb.", ("Ebb", "1995")),
        ("It was inspired by the 1951 film High Water.", ("High Water", "1951")),
    ],
)
def test_sources(text: str, expected: tuple[str, str | None]) -> None:
    assert ties(LEAD + text) == {("basedOn", "Low Tide", *expected)}


@pytest.mark.parametrize(
    "text",
    [
        "It is based on Ewan Bryce.",
        "Ada Holt plays a character based on Ewan Bryce's book The Keepers.",
        "He plays a fictionalized version of the Cork film director.",
        "Only a censored version of the film survives.",
        "It is based on a true story.",
        "A remake was considered.",
        "It has been compared with the 1951 film High Water.",
        "In it an actress rehearses the remake of Low Tide.",
        "It was directed by Ewan Bryce, who had directed the remake of High Water.",
        "It stars Ada Holt, best known for a remake of High Water (1951).",
        "It tells of two brothers who try to shoot a remake of High Water.",
        "Its theme song is a remake of High Water.",
        "It competed with the American remake of High Water.",
        "The original version was cut by ten minutes.",
    ],
)
def test_what_is_no_tie(text: str) -> None:
    assert ties(LEAD + text) == set()


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        ("It was remade in 2006 as The Lamp.", "The Lamp", "2006"),
        ("It was remade under the same title in 2006.", "Low Tide", "2006"),
        ("It was later remade as The Lamp, a television film.", "The Lamp", None),
        ("In 2006 Ewan Bryce himself remade it in Paris as The Lamp.", "The Lamp", "2006"),
        ("A French remake, The Lamp, was released in 2006.", "The Lamp", "2006"),
        ("The French version of 2006, The Lamp, has Luc Roy in it.", "The Lamp", "2006"),
        ("A remake of the same name was released in 2006.", "Low Tide", "2006"),
        ("In 2006 it served as the basis of the French film The Lamp.", "The Lamp", "2006"),
        ("Bryce later reworked the story as the 2006 western The Lamp.", "The Lamp", "2006"),
        ("Paris made a 2006 remake of it titled The Lamp.", "The Lamp", "2006"),
    ],
)
def test_later_remakes(text: str, title: str, year: str | None) -> None:
    assert ties(LEAD + text) == {("remadeAs", "Low Tide", title, year)}


def test_a_tie_is_told_of_the_film_that_the_words_before_it_name() -> None:
    told = ties(LEAD + "It is a sequel to Ewan Bryce's 1996 remake of a film by Bo Lind.")
    assert told == {("sequelTo", "Low Tide", "?", "1996")}
    chained = ties(LEAD + "It is a remake of Ebb (1990), itself a remake of Flood (1970).")
    assert chained == {("remakeOf", "Low Tide", "Ebb", "1990"), ("remakeOf", "Ebb", "Flood", "1970")}


def test_earlier_films_of_the_same_novel() -> None:
    told = ties(LEAD + "It is based on the novel The Keepers, previously filmed as High Water (1951).")
    source = ("basedOn", "Low Tide", "The Keepers", None)
    assert told == {source, ("remakeOf", "Low Tide", "High Water", "1951")}


def test_originals_of_several_years() -> None:
    both = {("remakeOf", "Low Tide", "Low Tide", "1921"), ("remakeOf", "Low Tide", "Low Tide", "1937")}
    assert ties(LEAD + "It is a remake of the films of the same name from 1921 and 1937.") == both


def test_languages_of_originals_and_remakes() -> None:
    made = page(LEAD + "It was remade in Telugu and Hindi as Alalu and Lahren respectively.")
    text = made.document.text
    found = {(film.title, film.language and film.language.of(text)) for film in made.films[1:]}
    assert found == {("Alalu", "Telugu"), ("Lahren", "Hindi")}


def test_several_later_remakes() -> None:
    both = {("remadeAs", "Low Tide", "Ebbe", None), ("remadeAs", "Low Tide", "La marea", None)}
    assert ties(LEAD + "It has been remade in Danish as Ebbe and in Spanish as La marea.") == both
    dated = {("remadeAs", "Low Tide", "Ebbe", "2004"), ("remadeAs", "Low Tide", "La marea baja", "2010")}
    assert ties(LEAD + "It inspired two remakes, Ebbe (2004) in Denmark and La marea baja (2010) in Spain.") == dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a sequel to High Water (1996).", ("sequelTo", "Low Tide", "High Water", "1996")),
        (
            "It is the third film of the series, after High Water (1996).",
            ("sequelTo", "Low Tide", "High Water", "1996"),
        ),
        ("It continues the story of The Flood.", ("sequelTo", "Low Tide", "The Flood", None)),
        ("Like its 1996 predecessor High Water, it was a hit.", ("sequelTo", "Low Tide", "High Water", "1996")),
        ("A sequel, High Water, followed in 2001.", ("sequelTo", "High Water", "Low Tide", "1998")),
        ("A sequel to the film, High Water, followed in 2001.", ("sequelTo", "High Water", "Low Tide", "1998")),
        ("Her next film was Low Tide 2.", ("sequelTo", "Low Tide 2", "Low Tide", "1998")),
    ],
)
def test_sequels(text: str, expected: tuple[str, str, str, str | None]) -> None:
    assert ties(LEAD + text) == {expected}


def test_a_list_of_works() -> None:
    text = "It is a remake of the 1928 play Ebb, a 1931 film by that name, and the later film High Water (1940)."
    assert ties(LEAD + text) == {
        ("basedOn", "Low Tide", "Ebb", "1928"),
        ("remakeOf", "Low Tide", "Ebb", "1931"),
        ("remakeOf", "Low Tide", "High Water", "1940"),
    }


def test_a_chain_of_works() -> None:
    text = "It is a remake of the 1951 film High Water, which in turn was based on the novel The Keepers by Ewan Bryce."
    assert ties(LEAD + text) == {
        ("remakeOf", "Low Tide", "High Water", "1951"),
        ("basedOn", "High Water", "The Keepers", None),
    }


def test_the_same_name_is_that_of_the_work_before() -> None:
    text = "It is based on Ewan Bryce's novel The Keepers, and a remake of the 1951 film of the same name."
    assert ("remakeOf", "Low Tide", "The Keepers", "1951") in ties(LEAD + text)


def test_a_cue_in_the_title_ties_nothing() -> None:
    assert ties("Based on Nobody is a 2011 comedy film. Based on Nobody was shot in Cork.") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It is a remake of the 1951 film High Water, written and directed by Ewan Bryce with music by Per Vik.",
            {("director", "Ewan Bryce"), ("screenwriter", "Ewan Bryce"), ("musicBy", "Per Vik")},
        ),
        (
            "It is a remake of High Water (1951), which was directed by Ewan Bryce and starred Ada Holt.",
            {("director", "Ewan Bryce"), ("actor", "Ada Holt")},
        ),
        (
            "It is based on the film High Water, whose director, Ewan Bryce, lent his boat.",
            {("director", "Ewan Bryce")},
        ),
        ("It is a remake of Ewan Bryce's High Water (1951), and stars Ada Holt.", {("director", "Ewan Bryce")}),
    ],
)
def test_credits_of_the_original(text: str, expected: set[tuple[str, str]]) -> None:
    assert credits(LEAD + text) == {("High Water", *credit) for credit in expected}


def test_credits_behind_a_definition_belong_to_what_is_defined() -> None:
    made = page("Low Tide is a 1998 remake of the 1951 film High Water, directed by Ada Holt.")
    assert {(c.film, c.name) for c in made.credits} == {(made.main, "Ada Holt")}


def test_the_author_of_a_source_is_its_author_only() -> None:
    made = page(LEAD + "It was written by Ada Holt from the novel The Keepers by Ewan Bryce.")
    assert {(c.relation, c.name) for c in made.credits} == {("screenwriter", "Ada Holt"), ("author", "Ewan Bryce")}


def test_one_s_own_memoir() -> None:
    text = "Low Tide is a 1998 film directed by Ada Holt, based on her own memoir, Neuf saisons."
    assert ("Neuf saisons", "author", "Ada Holt") in credits(text)


@pytest.mark.parametrize(
    "text",
    [
        "The theme song was written by Ewan Bryce and sung by Per Vik.",
        "A video game of the film, designed by Ewan Bryce and voiced by Per Vik, came out in May.",
        "Etudes by a court composer, played by the pianist Per Vik, are heard.",
        "It is based on the stage play, in which Per Vik had played the aunt.",
        "The 1951 version had been photographed by Per Vik.",
    ],
)
def test_credits_of_what_is_no_film_or_another(text: str) -> None:
    made = page(LEAD + text)
    assert {c.name for c in made.credits if c.film == made.main} == set()


def test_the_country_goes_with_the_original() -> None:
    made = page(LEAD + "It is a remake of the 1951 Danish film Ebbe.")
    assert [made.text(film.country) for film in made.films if film.country] == ["Danish"]


def test_ties_that_are_not_asserted() -> None:
    made = page(LEAD + "It is not a remake of the 1951 film High Water.")
    assert [made.status_at(tie.span) for tie in made.ties] == [Status.DENIED]


def test_a_remake_of_the_original_is_none_of_its_remake() -> None:
    made = page(LEAD + "It is a remake of High Water (1951). A Tamil remake, Ebb (2006), was directed by Mos Dahl.")
    ties = {(tie.relation, tie.object.key.partition("|")[0]) for tie in made.ties if tie.subject.key == "main"}
    assert {relation for relation, _ in ties} == {"remakeOf"}
    assert "remadeAs" in {tie.relation for tie in made.ties}


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Low Tide is a drama of 1998. Low Tide came out in 1951, and this remake keeps its boats.", "remakeOf"),
        ("Low Tide is a drama of 1998. Low Tide (2006), the remake, keeps its boats.", "remadeAs"),
        ("Low Tide is a drama of 1998, no remake. It is not to be confused with Low Tide (2006).", None),
    ],
)
def test_films_of_the_own_title(text: str, tied: str | None) -> None:
    assert [tie.relation for tie in page(text).ties if tie.subject.key == "main"] == ([tied] if tied else [])
