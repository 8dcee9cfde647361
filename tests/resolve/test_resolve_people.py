"""Which mentions are one person, which names ask a question, and who shares a name only."""

import pickle
import random

import pytest
from stating_films import Page, movie, pages, person

from kg.model import Datatype, Kind, Status, Thing, Value, Verdict
from kg.resolve import Resolution, resolve
from kg.vocab import BaseIri

BASE = BaseIri()


def resolved(*written: Page) -> Resolution:
    return resolve(pages(*written), BASE)


def who(resolution: Resolution, document: str, name: str) -> str:
    return resolution.iri(document, person(name)).removeprefix("https://example.org/kg/person/")


def questions(resolution: Resolution) -> set[tuple[str, str]]:
    open_ones = [j for j in resolution.judgements if j.verdict is Verdict.OPEN]
    return {(j.left.rsplit("/", 1)[1], j.right.rsplit("/", 1)[1]) for j in open_ones}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Vela", "Jose Vela"),
        ("J. J. Torvald", "J.J. Torvald"),
        ("JJ Torvald", "J. J. Torvald"),
        ("Rex Hale Jr.", "Rex Hale, Jr."),
        ("Кира Лоск", "Kira Losk"),
        ("Conor O’Dell", "Conor O'Dell"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    r = resolved(Page("a").film("Salt Wind", 1990, [one]), Page("b").film("Pale Moon", 1993, [other]))
    assert who(r, "a", one) == who(r, "b", other)
    entity = next(e for e in r.entities if e.kind is Kind.PERSON)
    assert {entity.name, *entity.aliases} == {one, other}


@pytest.mark.parametrize("other", ["Rex Hale", "R. Hale", "Rex Hales", "Rex M. Hale Jr."])
def test_another_name_is_another_person(other: str) -> None:
    r = resolved(Page("a").film("Salt Wind", 1990, ["Rex Hale Jr."]), Page("b").film("Pale Moon", 1993, [other]))
    assert who(r, "a", "Rex Hale Jr.") != who(r, "b", other)
    assert not questions(r)


@pytest.mark.parametrize("short", ["Marand", "Ilse"])
def test_a_part_of_a_name_is_the_person_of_the_same_film(short: str) -> None:
    r = resolved(
        Page("full").film("Salt Wind", 1990, ["Ilse Marand"]),
        Page("short").film("Salt Wind", 1990, [short]),
        Page("else").film("Pale Moon", 1993, [short]),
    )
    assert who(r, "short", short) == who(r, "full", "Ilse Marand") == "ilse-marand"
    assert who(r, "else", short) != "ilse-marand"


def test_a_surname_with_particles_is_short_too() -> None:
    r = resolved(
        Page("full").film("Salt Wind", 1990, ["Joost van der Aken"]),
        Page("short").film("Salt Wind", 1990, ["van der Aken"]),
    )
    assert who(r, "short", "van der Aken") == "joost-van-der-aken"


def test_a_surname_of_two_people_goes_to_the_one_with_the_same_part_or_credit() -> None:
    full = Page("full").film("Salt Wind", 1990, ["Ilse Marand"], [("Ilse Marand", "Ada"), ("Tom Marand", "Lev Stern")])
    r = resolved(full, Page("a").film("Salt Wind", 1990, ["Marand"]))
    assert who(r, "a", "Marand") == "ilse-marand"
    r = resolved(full, Page("a").film("Salt Wind", 1990, [], [("Marand", "Lev Stern")]))
    assert who(r, "a", "Marand") == "tom-marand"
    r = resolved(full, Page("a").film("Salt Wind", 1990, [], ["Marand"]))
    assert who(r, "a", "Marand") == "marand"
    assert questions(r) == {("ilse-marand", "marand"), ("marand", "tom-marand")}


def test_a_document_that_lists_both_tells_them_apart() -> None:
    r = resolved(Page("a").film("Salt Wind", 1990, [], ["Prem", "Prem Rao"]))
    assert who(r, "a", "Prem") == "prem"


def test_a_surname_in_the_same_list_and_part_is_the_same_person() -> None:
    r = resolved(
        Page("a").film("Salt Wind", 1990, [], [("Ilse Marand", "Ada"), ("Marand", "Ada"), ("Tom Marand", "Lev")])
    )
    assert who(r, "a", "Marand") == "ilse-marand"


def test_a_single_name_is_one_person_in_all_films_unless_it_is_a_surname_of_others() -> None:
    r = resolved(Page("a").film("Salt Wind", 1990, [], ["Zarah"]), Page("b").film("Pale Moon", 1993, [], ["Zarah"]))
    assert who(r, "a", "Zarah") == who(r, "b", "Zarah") == "zarah"
    r = resolved(
        Page("a").film("Salt Wind", 1990, [], ["Holt"]),
        Page("b").film("Pale Moon", 1993, [], ["Holt"]),
        *(Page(f"c{i}").film(f"Film {i}", 1995, [], [f"{name} Holt"]) for i, name in enumerate(["Per", "Una"])),
    )
    assert who(r, "a", "Holt") == "holt--salt-wind"
    assert who(r, "b", "Holt") == "holt--pale-moon"


def test_like_names_in_one_film_ask_a_question_and_are_never_joined() -> None:
    r = resolved(
        Page("a").film("Salt Wind", 1990, ["Daniel Roth"], ["Dana Roth", "Sienna Wray", "Dora Wray"]),
        Page("b").film("Salt Wind", 1990, [], ["Siena Wray"]),
        Page("c").film("Pale Moon", 1993, [], ["Danilo Roth", "Laurence Ashborne"]),
        Page("d").film("Pale Moon", 1993, [], ["Laurance Ashborn"]),
    )
    people = [e for e in r.entities if e.kind is Kind.PERSON]
    assert len(people) == 8
    assert questions(r) == {
        ("dana-roth", "daniel-roth"),
        ("siena-wray", "sienna-wray"),
        ("laurance-ashborn", "laurence-ashborne"),
    }


def test_senior_and_junior_are_no_question() -> None:
    r = resolved(Page("a").film("Salt Wind", 1990, ["Rex Hale Sr."], ["Rex Hale Jr."]))
    assert not questions(r)


def test_one_list_with_two_like_names_asks_no_question() -> None:
    r = resolved(Page("a").film("Salt Wind", 1990, [], ["Joan Roth", "John Roth"]))
    assert not questions(r)


def test_people_whose_films_lie_a_lifetime_apart_are_two() -> None:
    r = resolved(
        Page("a").film("Salt Wind", 1921, ["Per Holt"]),
        Page("b").film("Pale Moon", 1984, ["Per Holt"]),
        Page("c").film("Cold Lamp", 1990, ["Per Holt"]),
    )
    assert who(r, "a", "Per Holt") == "per-holt--salt-wind"
    assert who(r, "b", "Per Holt") == who(r, "c", "Per Holt") == "per-holt--pale-moon"
    different = [j for j in r.judgements if j.verdict is Verdict.DIFFERENT]
    assert [j.reason for j in different] == ["films from 1921 to 1990 with none for 63 years"]


def test_a_long_career_without_a_long_pause_is_one() -> None:
    r = resolved(*(Page(f"d{y}").film(f"Film {y}", y, ["Per Holt"]) for y in range(1920, 2000, 12)))
    assert {who(r, f"d{y}", "Per Holt") for y in range(1920, 2000, 12)} == {"per-holt"}


def test_another_craft_after_a_long_pause_is_another_person_unless_a_colleague_stays() -> None:
    actor = Page("a").film("Salt Wind", 1958, [], ["Per Holt", "Una Bly"])
    r = resolved(actor, Page("b").film("Pale Moon", 2008, ["Per Holt"], ["Gus Amory"]))
    assert who(r, "a", "Per Holt") == "per-holt--salt-wind"
    assert who(r, "b", "Per Holt") == "per-holt--pale-moon"
    r = resolved(actor, Page("b").film("Pale Moon", 2008, ["Per Holt"], ["Una Bly"]))
    assert who(r, "a", "Per Holt") == who(r, "b", "Per Holt")


def born(page: Page, name: str, when: str) -> Page:
    return page.say(person(name), "schema:birthDate", Value(when, Datatype.DATE if len(when) > 4 else Datatype.GYEAR))


def test_dates_of_birth_tell_people_apart_and_hold_them_together() -> None:
    r = resolved(
        born(Page("a").film("Salt Wind", 1985, ["Per Holt"]), "Per Holt", "1930-05-01"),
        born(Page("b").film("Pale Moon", 1990, ["Per Holt"]), "Per Holt", "1961"),
        Page("c").film("Cold Lamp", 1955, ["Per Holt"]),
        born(Page("d").film("Tin Roof", 1957, ["Per Holt"]), "Per Holt", "1930"),
    )
    assert who(r, "a", "Per Holt") == who(r, "c", "Per Holt") == who(r, "d", "Per Holt") == "per-holt--cold-lamp"
    assert who(r, "b", "Per Holt") == "per-holt--pale-moon"


def test_one_date_of_birth_holds_a_career_together() -> None:
    r = resolved(
        born(Page("a").film("Salt Wind", 1921, ["Per Holt"]), "Per Holt", "1899"),
        born(Page("b").film("Pale Moon", 1984, ["Per Holt"]), "Per Holt", "1899-02-03"),
    )
    assert who(r, "a", "Per Holt") == who(r, "b", "Per Holt") == "per-holt"


def test_a_film_from_before_the_birth_is_somebody_else_s() -> None:
    r = resolved(
        born(Page("a").film("Salt Wind", 1985, ["Per Holt"]), "Per Holt", "1950"),
        Page("b").film("Pale Moon", 1948, ["Per Holt"]),
    )
    assert who(r, "a", "Per Holt") != who(r, "b", "Per Holt")


def test_hedged_words_introduce_people_but_prove_nothing() -> None:
    page = Page("a").film("Salt Wind", 1990)
    page.say(movie(), "schema:director", person("Ann Sorel"), status=Status.HEDGED)
    r = resolved(page, Page("b").film("Salt Wind", 1990, ["Per Holt"]))
    assert r.iri("a", movie()) == r.iri("b", movie())
    assert who(r, "a", "Ann Sorel") == "ann-sorel"


def novel_by(name: str, id: str, title: str, released: int, directors: tuple[str, ...] = ()) -> Page:
    book = Thing(Kind.BOOK, f"The Book of {title}")
    page = Page(id).film(title, released, directors).say(movie(), "schema:isBasedOn", book)
    return page.say(book, "schema:author", person(name))


def test_an_author_is_not_dated_by_the_films_of_the_books() -> None:
    r = resolved(novel_by("Ann Sorel", "a", "Salt Wind", 1921), novel_by("Ann Sorel", "b", "Pale Moon", 2009))
    assert who(r, "a", "Ann Sorel") == who(r, "b", "Ann Sorel") == "ann-sorel"


def test_an_author_is_the_namesake_who_writes() -> None:
    r = resolved(
        Page("a").film("Salt Wind", 1949).say(movie(), "kg:screenwriter", person("Ann Sorel")),
        Page("b").film("Pale Moon", 1994, [], ["Ann Sorel"]),
        novel_by("Ann Sorel", "c", "Cold Lamp", 2002),
    )
    assert who(r, "a", "Ann Sorel") == who(r, "c", "Ann Sorel") != who(r, "b", "Ann Sorel")


def test_an_undated_film_goes_to_the_namesake_with_its_colleagues_or_stays_a_question() -> None:
    r = resolved(
        Page("a").film("Salt Wind", 1921, ["Per Holt"], ["Una Bly"]),
        Page("b").film("Pale Moon", 1990, ["Per Holt"], ["Gus Amory"]),
        Page("c").film("Cold Lamp", None, ["Per Holt"], ["Una Bly"]),
        Page("d").film("Tin Roof", None, ["Per Holt"]),
    )
    assert who(r, "c", "Per Holt") == who(r, "a", "Per Holt") == "per-holt--salt-wind"
    assert who(r, "d", "Per Holt") == "per-holt--tin-roof"
    assert len(questions(r)) == 2


def role(film: str, name: str, character: str) -> Thing:
    return Thing(Kind.ROLE, character, (movie(film), person(name)))


def test_parts_are_one_under_the_full_name() -> None:
    r = resolved(
        Page("a").film(
            "Salt Wind", 1990, [], [("Tom Wray", "Lev Stern"), ("Per Holt", "Abe Stern"), ("Una Bly", "The Waitress")]
        ),
        Page("b").film("Salt Wind", 1990, [], [("Wray", "Lev"), ("Holt", "Stern"), ("Bly", "a waitress")]),
    )
    for name, short, slug in (
        ("Wray", "Lev", "tom-wray--lev-stern"),
        ("Holt", "Stern", "per-holt--abe-stern"),
        ("Bly", "a waitress", "una-bly--the-waitress"),
    ):
        assert r.iri("b", role("main", name, short)) == f"{BASE.base}role/salt-wind-1990--{slug}"
    assert r.credited("b", role("main", "Wray", "Lev")) == "Lev Stern"
    assert r.credited("b", role("main", "Wray", "")) == "Lev Stern"
    characters = {e.name: e.aliases for e in r.entities if e.kind is Kind.CHARACTER}
    assert characters == {"Lev Stern": ("Lev",), "Abe Stern": ("Stern",), "The Waitress": ("a waitress",)}


def test_characters_of_different_players_or_of_the_family_stay_apart() -> None:
    r = resolved(
        Page("a").film(
            "Salt Wind", 1990, [], [("Tom Wray", "Lev"), ("Per Holt", "Young Lev"), ("Una Bly", "Mrs. Stern")]
        ),
        Page("b").film("Salt Wind", 1990, [], [("Gus Amory", "Lev Stern"), "Bo Falk"]),
    )
    assert {e.name for e in r.entities if e.kind is Kind.CHARACTER} == {"Lev", "Young Lev", "Mrs. Stern", "Lev Stern"}


def test_a_kinswoman_or_a_described_part_is_not_the_bearer_of_the_name() -> None:
    page = Page("a").film("Salt Wind", 1990)
    for name in ("Stern", "Mrs. Stern", "a waitress", "Head Waitress"):
        page.say(movie(), "schema:character", Thing(Kind.CHARACTER, name, (movie(),)))
    names = {e.name for e in resolved(page).entities if e.kind is Kind.CHARACTER}
    assert names == {"Stern", "Mrs. Stern", "a waitress", "Head Waitress"}


def test_a_description_and_the_credit_of_one_player_are_one_role() -> None:
    page = Page("a").film(
        "Salt Wind", 1990, [], [("Una Bly", "Ferry Lady"), ("Una Bly", "a woman who leaves the ferry")]
    )
    r = resolved(page.part(movie(), "Bo Falk", "Autograf Hunter").part(movie(), "Bo Falk", "autograph hunter"))
    roles = {
        r.iri("a", thing).rsplit("/", 1)[1] for s in pages(page)[0].claims if (thing := s.subject).kind is Kind.ROLE
    }
    assert roles == {"salt-wind-1990--una-bly--ferry-lady", "salt-wind-1990--bo-falk--autograf-hunter"}


def test_works_of_one_title_by_different_authors_are_two() -> None:
    def based(id: str, title: str, author: str | None) -> Page:
        novel = Thing(Kind.BOOK, "Grey Water")
        page = Page(id).film(title, 1990).say(movie(), "schema:isBasedOn", novel)
        return page.say(novel, "schema:author", person(author)) if author else page

    r = resolved(
        based("a", "Salt Wind", "Ann Sorel"), based("b", "Pale Moon", "Per Holt"), based("c", "Cold Lamp", None)
    )
    found = {d: r.iri(d, Thing(Kind.BOOK, "Grey Water")).rsplit("/", 1)[1] for d in "abc"}
    assert found == {"a": "grey-water--ann-sorel", "b": "grey-water--per-holt", "c": "grey-water"}


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_documents_makes_no_difference_to_people(seed: int) -> None:
    written = pages(
        Page("a").film("Salt Wind", 1921, ["Per Holt"], ["Holt", "Dana Roth", ("Tom Wray", "Lev Stern")]),
        Page("b").film("Salt Wind", 1921, [], ["Daniel Roth", "Roth", ("Wray", "Lev")]),
        Page("c").film("Pale Moon", 1984, ["Per Holt"], ["Roth"]),
        Page("d").film("Cold Lamp", None, ["Per Holt"], ["Zarah"]),
    )
    expected = resolve(written, BASE)
    random.Random(seed).shuffle(written)
    got = resolve(written, BASE)
    assert (got.entities, got.judgements) == (expected.entities, expected.judgements)


def test_reasons_are_looked_for_when_they_are_asked_for_and_are_not_sent_along() -> None:
    r = resolved(Page("a").film("Salt Wind", 1990, ["Rex Hale"]), Page("b").film("Salt Wind", 1990, ["Rex Halle"]))
    assert "judgements" not in vars(r)
    sent = pickle.loads(pickle.dumps(r.plain))
    assert (sent.slugs.people, sent.named) == (r.slugs.people, r.named)
    assert sent.judgements == ()
    assert {j.verdict for j in r.judgements} == {Verdict.SAME, Verdict.OPEN}
    assert r.judgements is r.judgements
