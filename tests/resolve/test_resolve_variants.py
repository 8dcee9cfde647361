"""Forms of one name: joined where film and credit are one, whatever they look like elsewhere."""

import pytest
from stating_films import Page, movie, person

from kg.model import Kind, Verdict
from kg.resolve import Resolution, resolve
from kg.resolve.names import abbreviates, are_variants
from kg.vocab import BaseIri

FORMS = [
    ("R. Hale", "Rex Hale"),
    ("R. M. Hale", "Rex Mortimer Hale"),
    ("RM Hale", "Rex Mortimer Hale"),
    ("Rex Hale", "Rex M. Hale"),
    ("Rex Hale", "Rex Hale Jr."),
    ("R. Hale", "Rex M. Hale, Jr."),
    ("Sergej Lobanowskij", "Sergei Lobanovsky"),
    ("Jürgen Brook", "Juergen Brook"),
    ("Han-su Pak", "Pak Han-su"),
    ("Yuri Zhelkov", "Iurii Zelkov"),
]
NAMES = [
    ("M. Hale", "Rex M. Hale"),
    ("Rex Hale Sr.", "Rex Hale Jr."),
    ("Rex Hale", "Rex Hales"),
    ("Rex Hale", "Roy Hale"),
    ("Siena Wray", "Sienna Wray"),
    ("Joan Roth", "John Roth"),
    ("R. T. Hale", "Rex Mortimer Hale"),
]


def resolved(*pages: Page) -> Resolution:
    return resolve([page.extraction() for page in pages], BaseIri("https://films.test/"))


def who(r: Resolution, document: str, name: str) -> str:
    return r.iri(document, person(name)).rsplit("/", 1)[1]


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_two_forms_of_a_name_in_one_credit_of_one_film_are_one_person(one: str, other: str) -> None:
    r = resolved(Page("a").film("Salt Wind", 1990, [one]), Page("b").film("Salt Wind", 1990, [other]))
    assert who(r, "a", one) == who(r, "b", other)
    entity = next(e for e in r.entities if e.kind is Kind.PERSON)
    assert {entity.name, *entity.aliases} == {one, other}
    [said] = [j for j in r.judgements if "#person" in j.left]
    assert said.verdict is Verdict.SAME
    assert said.reason.endswith("credited for the same, in “Salt Wind”")


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_elsewhere_they_are_two(one: str, other: str) -> None:
    other_film = resolved(Page("a").film("Salt Wind", 1990, [one]), Page("b").film("Pale Moon", 1990, [other]))
    assert who(other_film, "a", one) != who(other_film, "b", other)
    other_credit = resolved(Page("a").film("Salt Wind", 1990, [one]), Page("b").film("Salt Wind", 1990, [], [other]))
    assert who(other_credit, "a", one) != who(other_credit, "b", other)
    side_by_side = resolved(
        Page("a").film("Salt Wind", 1990, [one]), Page("b").film("Salt Wind", 1990, [one, other]), Page("c")
    )
    assert who(side_by_side, "b", one) != who(side_by_side, "b", other)


@pytest.mark.parametrize(("one", "other"), NAMES)
def test_two_names_are_two_people_even_there(one: str, other: str) -> None:
    assert not are_variants(*(name.replace(".", "").lower().replace(" ", "-") for name in (one, other)))
    r = resolved(Page("a").film("Salt Wind", 1990, [one]), Page("b").film("Salt Wind", 1990, [other]))
    assert who(r, "a", one) != who(r, "b", other)


def test_a_form_of_two_names_is_a_question() -> None:
    r = resolved(
        Page("a").film("Salt Wind", 1990, ["R. Hale"]), Page("b").film("Salt Wind", 1990, ["Rex Hale", "Roy Hale"])
    )
    assert len({who(r, "a", "R. Hale"), who(r, "b", "Rex Hale"), who(r, "b", "Roy Hale")}) == 3
    asked = {(j.left.rsplit("/", 1)[1], j.right.rsplit("/", 1)[1]) for j in r.judgements if j.verdict is Verdict.OPEN}
    assert asked == {("r-hale", "rex-hale"), ("r-hale", "roy-hale")}


def test_forms_lead_to_the_fullest_through_each_other_and_for_surnames_alone() -> None:
    names = ["Hale", "R. Hale", "Rex Hale", "Rex M. Hale", "Rex Mortimer Hale Jr."]
    r = resolved(*(Page(f"{n}").film("Salt Wind", 1990, [name]) for n, name in enumerate(names)))
    assert {who(r, f"{n}", name) for n, name in enumerate(names)} == {"rex-mortimer-hale-jr"}


def test_directors_in_two_forms_are_no_two_directors() -> None:
    r = resolved(
        Page("a").film("Salt Wind", 1990, ["Sergei Lobanovsky"]),
        Page("b").film("Salt Wind", 1991, ["Sergej Lobanowskij"]),
    )
    assert r.iri("a", movie()) == r.iri("b", movie())


def test_a_name_is_no_form_of_itself() -> None:
    assert not abbreviates("rex-hale", "rex-hale")
