"""Ties told in words that no rule knows: which films a text brings up, and what is made of them; all invented."""

import pytest

from kg.annotate import Recogniser, annotate
from kg.annotate.films.main import MAIN
from kg.annotate.works import likely
from kg.annotate.works.brought import UNTITLED, brought_up
from kg.annotate.works.collecting import Collector
from kg.annotate.works.untitled import untitled
from kg.learned import Classifier
from kg.lexis.sentences import sentences
from kg.model import Document, Film, Span
from kg.segment import segment

OWN = "Grey Harbour"


def brought(text: str, year: str | None = None) -> dict[str, str | None]:
    """The titles that a text may bring up beside its own, with their years."""
    return {b.title: b.year and b.year.of(text) for b in brought_up(text, list(sentences(text)), OWN, year)}


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        ("Ana Ruiz's Quarry was there first.", "Quarry", None),
        ("It looks back at Le dernier phare (1951) all the time.", "Le dernier phare", "1951"),
        ('The plot of "Salt and Iron" in a new coat.', "Salt and Iron", None),
        ("In 1962 there was Salt Road with another ending.", "Salt Road", "1962"),
        ("Grey Harbour (1998) sails after Grey Harbour (1951).", OWN, "1951"),
    ],
)
def test_films_are_found_however_a_text_brings_them_up(text: str, title: str, year: str | None) -> None:
    assert brought(text, "1998")[title] == year


def test_the_own_title_and_people_are_no_other_films() -> None:
    assert not {OWN, "Ana Ruiz", "Ruiz", "Danish"} & brought("Grey Harbour, by Ana Ruiz, pleased Danish Ruiz.").keys()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The 1951 version was shorter.", "1951"),
        ("Much better than the original!", None),
        ("Grey Harbour of 1951 is still the one to see.", "1951"),
    ],
)
def test_films_without_a_title_of_their_own_are_one(text: str, year: str | None) -> None:
    film = untitled(text, OWN, "1998")
    assert film is not None
    assert (film.title, film.year and film.year.of(text)) == (UNTITLED, year)


def test_the_own_year_brings_up_no_other_film() -> None:
    assert untitled("The 1998 film by Ana Ruiz is long.", OWN, "1998") is None


def sure(relation: str, sign: str) -> Classifier:
    """Weights by which a film with this sign is surely tied, and no other."""
    classes = ("none", "other", "remadeAs", "remakeOf")
    return Classifier(classes, (3000, 0, 0, 0), {sign: tuple(9000 * (c == relation) for c in classes)})


def tied(text: str, weights: Classifier, monkeypatch: pytest.MonkeyPatch, year: str | None = "1998") -> set[object]:
    monkeypatch.setattr(likely, "classifier", lambda _: weights)
    at = text.index(OWN)
    title = Span(at, at + len(OWN))
    collector = Collector(Document("d", text), Film(MAIN, OWN, title, year, None, title))
    likely.tie_likely(collector, list(sentences(text)))
    films = {f.thing: f for f in collector.others.films.values()}
    return {(t.relation, films[t.object].title, films[t.object].year, t.rule) for t in collector.ties.values()}


TEXT = "Grey Harbour owes all to the original. Salt Road (1951) was quiet. Tin Sky (2004) came after."


def test_at_most_one_film_is_what_the_own_one_remakes(monkeypatch: pytest.MonkeyPatch) -> None:
    found = tied(TEXT, sure("remakeOf", "text=original"), monkeypatch)
    assert found == {("remakeOf", "Salt Road", "1951", "likely")}


def test_later_films_may_remake_it_and_earlier_ones_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    found = tied(TEXT, sure("remadeAs", "text=original"), monkeypatch)
    assert found == {("remadeAs", "Tin Sky", "2004", "likely")}


def test_a_film_without_title_and_year_is_not_tied(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = sure("remakeOf", f"{UNTITLED}:text=original")
    assert tied("Grey Harbour is worse than the original.", weights, monkeypatch) == set()
    found = tied("Grey Harbour is worse than the 1951 original.", weights, monkeypatch)
    assert found == {("remakeOf", OWN, "1951", "likely")}


def test_a_year_beside_another_title_is_that_film_s(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document("d", "Grey Harbour (1998)\n\nGrey Harbour is not the original. I saw Salt Road (1951) in 1951.")
    monkeypatch.setattr(likely, "classifier", lambda _: sure("remakeOf", f"{UNTITLED}:text=original"))
    made = segment(document)
    page = annotate(document, made.layout, made.blocks, Recogniser())
    assert page is not None
    assert "Salt Road" in {film.title for film in page.films}
    assert not page.ties


def test_nothing_is_weighed_where_nothing_tells_films_from_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    assert tied("Grey Harbour follows Salt Road (1951).", sure("remakeOf", "rank=0"), monkeypatch) == set()


def test_what_a_page_says_outright_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likely, "classifier", lambda _: sure("remakeOf", "rank=0"))
    document = Document("d", f"Grey Harbour is a 1998 drama film. Better than the original is {TEXT}")
    made = segment(document)
    page = annotate(document, made.layout, made.blocks, Recogniser())
    assert page is not None
    assert not [tie for tie in page.ties if tie.rule == "likely"]
