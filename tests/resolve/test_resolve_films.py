"""Which mentions are one film, under which IRI."""

import random

import pytest
from stating_films import Page, movie, pages, person

from kg.errors import InputError
from kg.model import Extraction, Kind, Thing, Verdict
from kg.resolve import Resolution, resolve
from kg.vocab import BaseIri

BASE = BaseIri()


def resolved(*written: Page) -> Resolution:
    return resolve(pages(*written), BASE)


def film(resolution: Resolution, document: str, key: str = "main") -> str:
    return resolution.iri(document, movie(key)).removeprefix("https://example.org/kg/movie/")


def test_pages_with_one_title_and_year_are_one_film() -> None:
    r = resolved(Page("a.txt").film("Glass Orchard", 2004), Page("b.txt").film("GLASS ORCHARD!", 2004))
    assert film(r, "a.txt") == film(r, "b.txt") == "glass-orchard-2004"


def test_years_more_than_one_apart_are_two_films_even_with_the_same_people() -> None:
    r = resolved(
        Page("a").film("Glass Orchard", 1956, ["Ilse Marand"], ["Bo Falk"]),
        Page("b").film("Glass Orchard", 1934, ["Ilse Marand"], ["Bo Falk"]),
    )
    assert {film(r, "a"), film(r, "b")} == {"glass-orchard-1956", "glass-orchard-1934"}
    assert [j.verdict for j in r.judgements if "movie/" in j.left] == [Verdict.DIFFERENT]


def test_neighbouring_years_join_when_people_agree() -> None:
    r = resolved(
        Page("festival").film("Glass Orchard", 2003, ["Ilse Marand"]),
        Page("release").film("Glass Orchard", 2004, ["Ilse Marand"]),
        Page("other").film("Glass Orchard", 2004, ["Ilse Marand"]),
    )
    assert film(r, "festival") == film(r, "release") == "glass-orchard-2004"


def test_neighbouring_years_of_two_pages_without_common_people_stay_apart() -> None:
    r = resolved(
        Page("a").film("Glass Orchard", 2003, ["Ilse Marand"]), Page("b").film("Glass Orchard", 2004, ["Per Holt"])
    )
    assert film(r, "a") != film(r, "b")


def test_neighbouring_years_are_bridged_once_and_not_in_a_chain() -> None:
    r = resolved(*(Page(f"d{y}").film("Glass Orchard", y, ["Ilse Marand"]) for y in (2003, 2004, 2005)))
    assert film(r, "d2003") == film(r, "d2004") != film(r, "d2005")


def test_a_mere_mention_of_a_neighbouring_year_is_the_only_film_of_that_title() -> None:
    r = resolved(
        Page("page").film("Glass Orchard", 2004, ["Ilse Marand"]),
        Page("review").film("Salt Wind", 2010).film("Glass Orchard", 2003, key="mentioned"),
    )
    assert film(r, "review", "mentioned") == film(r, "page")


def test_two_films_of_one_title_and_year_are_told_apart_by_director() -> None:
    r = resolved(
        Page("a").film("Red Ferry", 2005, ["Ann Sorel"]),
        Page("b").film("Red Ferry", 2005, ["Per Holt"]),
        Page("c").film("Red Ferry", 2005, ["Ann Sorel", "Una Bly"]),
    )
    assert film(r, "a") == film(r, "c") == "red-ferry-2005--ann-sorel"
    assert film(r, "b") == "red-ferry-2005--per-holt"


def test_a_misspelt_director_or_another_part_of_the_crew_makes_no_second_film() -> None:
    r = resolved(
        Page("a").film("Red Ferry", 2005, ["Anna Sorel"]),
        Page("b").film("Red Ferry", 2005, ["Ana Sorel"]),
        Page("c").film("Red Ferry", 2005, [], ["Bo Falk"]),
    )
    assert {film(r, d) for d in "abc"} == {"red-ferry-2005"}


def test_a_page_without_year_joins_the_film_that_its_people_point_to() -> None:
    r = resolved(
        Page("old").film("Red Ferry", 1951, ["Per Holt"], ["Gus Amory"]),
        Page("new").film("Red Ferry", 2005, ["Ann Sorel"], ["Bo Falk"]),
        Page("undated").film("Red Ferry", None, [], ["Bo Falk"]),
        Page("bare").film("Red Ferry"),
    )
    assert film(r, "undated") == "red-ferry-2005"
    assert film(r, "bare") == "red-ferry"
    questions = {(j.left, j.right) for j in r.judgements if j.verdict is Verdict.OPEN}
    assert {right.rsplit("/")[-1] for _, right in questions} == {"red-ferry-1951", "red-ferry-2005"}


def test_a_page_without_year_joins_the_only_film_of_its_title_unless_directors_differ() -> None:
    r = resolved(
        Page("new").film("Red Ferry", 2005, ["Ann Sorel"]),
        Page("bare").film("Red Ferry"),
        Page("alone").film("Blue Ferry", 2005, ["Ann Sorel"]),
        Page("else").film("Blue Ferry", None, ["Per Holt"]),
    )
    assert film(r, "bare") == "red-ferry-2005"
    assert film(r, "else") == "blue-ferry"


def test_a_misread_page_does_not_keep_others_from_the_only_film_of_their_title() -> None:
    r = resolved(
        Page("page").film("Red Ferry", 1951, ["Per Holt"]),
        Page("misread").film("Red Ferry").film("Red Ferry", None, ["Per Holt"], key="original").remake_of(),
        Page("remake").film("Slow Barge", 1990).film("Red Ferry", key="original").remake_of(),
    )
    assert film(r, "misread", "original") == film(r, "remake", "original") == film(r, "page")
    assert film(r, "misread") == "red-ferry"


def test_an_article_is_bridged_by_people_only() -> None:
    r = resolved(
        Page("a").film("Glass Orchard", 2004, ["Ilse Marand"], ["Bo Falk", "Una Bly"]),
        Page("critic").film("The Glass Orchard", None, ["Marand"], ["Una Bly"]),
        Page("other").film("The Glass Orchard", 1990, [], ["Gus Amory"]),
        Page("same-year").film("The Glass Orchard", 2004),
    )
    assert film(r, "critic") == film(r, "a") == "glass-orchard-2004"
    assert film(r, "other") == "the-glass-orchard-1990"
    assert film(r, "same-year") == "the-glass-orchard-2004"


def test_one_actor_is_not_enough_to_bridge_an_article_without_a_year() -> None:
    r = resolved(
        Page("a").film("Glass Orchard", 2004, [], ["Bo Falk", "Una Bly"]),
        Page("one").film("The Glass Orchard", None, [], ["Bo Falk"]),
        Page("year").film("A Glass Orchard", 2004, [], ["Una Bly"]),
    )
    assert film(r, "one") == "the-glass-orchard"
    assert film(r, "year") == film(r, "a")


def test_another_title_of_the_same_year_joins() -> None:
    r = resolved(
        Page("a").film("Lykta", 1966, ["Per Holt"], aliases=["The Lantern"]),
        Page("b").film("The Lantern", 1966),
    )
    assert film(r, "a") == film(r, "b")
    entity = next(e for e in r.entities if e.kind is Kind.MOVIE)
    assert {entity.name, *entity.aliases} == {"Lykta", "The Lantern"}


def test_a_remake_is_never_its_original() -> None:
    r = resolved(
        Page("a").film("Red Ferry", 2005, ["Ann Sorel"]).film("Red Ferry", key="original").remake_of(),
        Page("b").film("Red Ferry", 2005, ["Ann Sorel"]),
    )
    assert film(r, "a") == film(r, "b") == "red-ferry-2005"
    assert film(r, "a", "original") == "red-ferry"


def test_an_undated_original_is_not_a_later_film_of_its_title() -> None:
    r = resolved(
        Page("a").film("Red Ferry", 1990).film("Red Ferry", key="original").remake_of(),
        Page("later").film("Red Ferry", 2015),
    )
    assert film(r, "a", "original") == "red-ferry"
    r = resolved(
        Page("a").film("Red Ferry", 1990).film("Red Ferry", key="original").remake_of(),
        Page("earlier").film("Red Ferry", 1951),
    )
    assert film(r, "a", "original") == "red-ferry-1951"


def unnamed(id: str, released: int | None = None, directors: tuple[str, ...] = ()) -> Page:
    return Page(id).film("Red Ferry", 2005, ["Ann Sorel"]).film(None, released, directors, key="original").remake_of()


def test_the_unnamed_original_is_one_film_with_all_that_is_said_of_it() -> None:
    r = resolved(
        unnamed("a", 1951, ("Per van Holt",)), unnamed("b", None, ("van Holt",)), unnamed("c", 1951), unnamed("d")
    )
    assert {film(r, d, "original") for d in "abcd"} == {"untitled--per-van-holt-1951"}
    assert next(e for e in r.entities if e.iri.endswith("1951")).name is None


def test_two_originals_of_one_remake_stay_two() -> None:
    r = resolved(unnamed("a", 1931), unnamed("b", 1954), unnamed("c"))
    assert film(r, "a", "original") == "untitled--1931"
    assert film(r, "b", "original") == "untitled--1954"
    assert film(r, "c", "original") == "untitled--original-of-red-ferry-2005"


def test_originals_of_one_remake_with_one_title_are_one_unless_years_or_directors_differ() -> None:
    def remade(id: str, *facts: object) -> Page:
        return Page(id).film("Red Ferry", 2005).film("Slow Barge", *facts, key="original").remake_of()  # type: ignore[arg-type]

    r = resolved(
        remade("a"),
        remade("b", 1951, ["Per Holt"]),
        remade("c", 1971, ["Gus Amory"]),
        remade("d", None, ["Per Holt"]),
        remade("e", None, ["Gus Amory"]),
        Page("f").film("Slow Barge", 1990, ["Una Bly"]),
    )
    assert film(r, "b", "original") == film(r, "d", "original") == "slow-barge-1951"
    assert film(r, "c", "original") == film(r, "e", "original") == "slow-barge-1971"
    alone = resolved(remade("a"), remade("b", 1951), Page("f").film("Slow Barge", 1990))
    assert film(alone, "a", "original") == film(alone, "b", "original") == "slow-barge-1951"
    assert film(alone, "f") == "slow-barge-1990"


def test_two_titled_originals_stay_two_whatever_is_unknown_of_them() -> None:
    r = resolved(
        *(
            Page(id).film("Red Ferry", 2005, ["Ann Sorel"]).film(title, key="original").remake_of()
            for id, title in (("a", "Slow Barge"), ("b", "Quick Barge"))
        ),
        unnamed("c"),
    )
    assert len({film(r, d, "original") for d in "abc"}) == 3


def test_the_unnamed_original_is_the_titled_one_that_another_page_states() -> None:
    r = resolved(
        unnamed("a", 1951),
        Page("b").film("Red Ferry", 2005).film("Slow Barge", 1951, key="original").remake_of(),
    )
    assert film(r, "a", "original") == "slow-barge-1951"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (Page("page").film("Red Ferry", 1951), "red-ferry-1951"),  # its remake's title and the year
        (Page("page").film("Slow Barge", 1951, ["Per Holt"]), "slow-barge-1951"),  # director and year
        (Page("page").film("Slow Barge", 1951), "untitled--per-holt-1951"),  # the year alone is not enough
        (Page("page").film("Red Ferry", 1938, ["Per Holt"]), "untitled--per-holt-1951"),
        (Page("page").film("Red Ferry", 1951, ["Gus Amory"]), "untitled--per-holt-1951"),
    ],
)
def test_the_unnamed_original_joins_a_page_that_fits(page: Page, expected: str) -> None:
    r = resolved(unnamed("a", 1951, ("Per Holt",)), page)
    assert film(r, "a", "original") == expected


def test_two_pages_that_fit_leave_the_original_unnamed() -> None:
    r = resolved(
        unnamed("a", 1951, ("Per Holt",)),
        Page("b").film("Slow Barge", 1951, ["Per Holt"]),
        Page("c").film("Quick Barge", 1951, ["Per Holt"]),
    )
    assert film(r, "a", "original") == "untitled--per-holt-1951"


def test_unnamed_originals_of_different_remakes_stay_two_films_with_a_question() -> None:
    other = Page("b").film("Slow Barge", 2011).film(None, 1951, ["Per Holt"], key="original").remake_of()
    r = resolved(unnamed("a", 1951, ("Per Holt",)), other)
    left, right = sorted([film(r, "a", "original"), film(r, "b", "original")])
    assert left == "untitled--per-holt-1951--original-of-red-ferry-2005"
    assert right == "untitled--per-holt-1951--original-of-slow-barge-2011"
    assert [j.verdict for j in r.judgements if j.left.endswith(left)] == [Verdict.OPEN]


def test_documents_have_slugs_of_their_own() -> None:
    r = resolved(
        Page("001_59ab.txt").film("A"),
        Page("x/y.md").film("A"),
        Page("x y.md").film("A"),
        Page("curation.txt").film("A"),
    )
    assert r.document("001_59ab.txt") == "001-59ab"
    assert r.document("x/y.md") != r.document("x y.md")
    assert all(r.document(d).startswith("x-y-") for d in ("x/y.md", "x y.md"))
    assert r.document("curation.txt") != "curation"
    with pytest.raises(InputError, match="two documents have this id"):
        resolved(Page("same").film("A"), Page("same").film("B"))


def test_document_scoped_things_carry_the_document() -> None:
    r = resolved(Page("002_eb.txt").film("A"))
    names = {Kind.REVIEW: "review/002-eb--5", Kind.RATING: "rating/002-eb--5", Kind.REVIEWER: "reviewer/002-eb--5"}
    for kind, expected in names.items():
        assert r.iri("002_eb.txt", Thing(kind, "5")) == BASE.base + expected
    assert r.iri("002_eb.txt", Thing(Kind.AGGREGATE, "1")) == BASE.base + "rating/002-eb--aggregate"
    assert r.iri("002_eb.txt", Thing(Kind.CONCEPT, "Voice")) == "https://w3id.org/film-kg#Voice"


def test_a_release_is_told_by_country_or_festival() -> None:
    r = resolved(Page("a").film("Salt Wind", 1990))
    in_country = Thing(Kind.RELEASE, "", (movie(), Thing(Kind.COUNTRY, "nl")))
    at_festival = Thing(Kind.RELEASE, "Harbour Film Festival", (movie(),))
    assert r.iri("a", in_country) == BASE.base + "release/salt-wind-1990--nl"
    assert r.iri("a", at_festival) == BASE.base + "release/salt-wind-1990--harbour-film-festival"


def constellation() -> list[Extraction]:
    """Five pages about one film, one undated, one with an article, an unnamed original, a homonym in a review."""
    return pages(
        Page("article").film("Glass Orchard", "2004-07-13", ["Ilse Marand"], [("Ilse Marand", "Ada Stern"), ("Tom Wray", "Lev")])
        .film(None, 2001, ["Joost van Aken"], ["Kaat Prins"], key="original").remake_of(),
        Page("synopsis").film("Glass Orchard", 2004, ["Ilse Marand"], [("Tom Wray", "Lev")])
        .film(None, None, ["van Aken"], key="original").remake_of(),
        Page("reviews").film("Glass Orchard", None, ["Marand"], ["Wray"])
        .film(None, None, ["van Aken"], key="original").remake_of()
        .film("The Glass Orchard", 1990, [], ["Gus Amory"], key="mentioned"),
        Page("ratings").film("Glass Orchard", 2004).film(None, 2001, key="original").remake_of(),
        Page("critic").film("The Glass Orchard", None, [], ["Tom Wray", "Ilse Marand"])
        .film(None, 2001, ["Joost van Aken"], key="original").remake_of(),
    )  # fmt: skip


def test_the_constellation_comes_out_as_three_films_and_five_people() -> None:
    r = resolve(constellation(), BASE)
    five = ("article", "synopsis", "reviews", "ratings", "critic")
    assert {film(r, d) for d in five} == {"glass-orchard-2004"}
    assert {film(r, d, "original") for d in five} == {"untitled--joost-van-aken-2001"}
    assert film(r, "reviews", "mentioned") == "the-glass-orchard-1990"
    people = {e.name for e in r.entities if e.kind is Kind.PERSON}
    assert people == {"Ilse Marand", "Tom Wray", "Joost van Aken", "Kaat Prins", "Gus Amory"}
    assert r.iri("reviews", person("van Aken")) == BASE.mint("person", "Joost van Aken")


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_documents_makes_no_difference(seed: int) -> None:
    extractions = constellation()
    expected = resolve(extractions, BASE)
    random.Random(seed).shuffle(extractions)
    got = resolve(extractions, BASE)
    assert got.judgements == expected.judgements
    assert got.entities == expected.entities
