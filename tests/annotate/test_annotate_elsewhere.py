"""What reviews say of other films: what may be their titles, who is named near them, what is made of it; all invented."""

import pytest

from kg.annotate import Recogniser, annotate
from kg.annotate.elsewhere import credits, films
from kg.annotate.elsewhere.films import Candidate, brought_up
from kg.annotate.elsewhere.pairs import Pair, Topic, paired
from kg.annotate.elsewhere.spotting import spotted
from kg.annotate.works.told import Told
from kg.learned import Classifier
from kg.model import Document, Film, Kind, Page, Scope, Span, Thing
from kg.segment import segment

REVIEW = (
    "Grey Harbour (1998)\n\nReview by Ida Holm\n\nGrey Harbour is a dull and endless film about a ferry, and nobody in it can "
    "act. Anders Moe was much better in Salt Road, and so was the weather.\n\nRating: 2/5"
)


def titles(text: str) -> set[str]:
    """The stretches of a sentence that may be titles."""
    return {span.of(text) for span in spotted(text, 0, len(text))}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("He was good in Salt Road or Low Tide, too.", "Low Tide"),
        ("We liked Holt, Stock and Two Barrels.", "Holt, Stock and Two Barrels"),
        ("After Salt Road Moe could make anything.", "Salt Road"),
        ("Ruiz's Quarry is older.", "Quarry"),
        ('They compare it with "salt and iron" a lot.', "salt and iron"),
        ("It is no Harbour's End, though.", "Harbour's End"),
    ],
)
def test_every_part_of_a_run_may_be_a_title(text: str, title: str) -> None:
    assert title in titles(text)


def test_years_and_the_opening_word_of_a_sentence_are_no_titles() -> None:
    assert not {"1998", "The", "He"} & titles("The year was 1998. He knew.")


def test_the_likelier_of_overlapping_titles_takes_its_places() -> None:
    text = "Salt Road and Low Tide"
    whole = Candidate("salt road and low tide", [Span(0, len(text))], frozenset(), False)
    part = Candidate("salt road", [Span(0, 9)], frozenset(), False)
    assert [film.key for film in brought_up([whole, part], {whole.key: 0.4, part.key: 0.9})] == ["salt road"]


def test_a_film_and_somebody_two_sentences_on_are_no_pair() -> None:
    text = "◇ was fine. So what. ◌ stars."
    sentences = [Span(0, 11), Span(12, 20), Span(21, len(text))]
    film, person = Topic("salt road", Span(0, 1), frozenset()), Topic("Ana Ruiz", Span(21, 22), frozenset())
    assert not paired(text, sentences, [film], [person])
    assert paired(text, [sentences[0], Span(12, len(text))], [film], [person])


def pair(text: str) -> Pair:
    """The film and the last person of a sentence in which marks stand for both."""
    film, person = text.index("◇"), text.rindex("◌")
    topics = [Topic("salt road", Span(film, film + 1), frozenset())]
    return paired(text, [Span(0, len(text))], topics, [Topic("Ana Ruiz", Span(person, person + 1), frozenset())])[
        "salt road", "Ana Ruiz"
    ]


def test_what_is_joined_to_somebody_stands_not_between() -> None:
    alone, joined = pair("◇, with ◌ in it."), pair("◇, with ◌, ◌ and ◌ in it.")
    assert "film first 0 all=, with" in alone.features & joined.features


def test_a_film_that_is_brought_up_takes_its_words_from_one_that_is_doubted() -> None:
    wrong, right = (Film(Thing(Kind.MOVIE, key), key, Span(0, 3)) for key in ("film:wrong", "film:right"))
    told = Told([wrong], scopes=(Scope(Span(0, 40), wrong.thing),))
    told.doubt(wrong.thing)
    told.bring_up(right, [Span(10, 19)])
    assert told.films == [right]
    assert [(s.span.start, s.span.end, s.film.key) for s in told.scopes] == [
        (0, 10, "film:wrong"),
        (10, 19, "film:right"),
        (19, 40, "film:wrong"),
    ]


def read(monkeypatch: pytest.MonkeyPatch, film: int, actor: int) -> Page:
    """The review, with weights by which only Salt Road can be a film, and only people before films play in them."""
    others = Classifier(("none", "other"), (0, -5000), {"w0=salt": (0, 5000 + film)})
    elsewhere = Classifier(
        ("actor", "director", "none", "screenwriter"),
        (-9000, -9000, 0, -9000),
        {"person first 0": (9000 + actor, 0, 0, 0)},
    )
    monkeypatch.setattr(films, "classifier", {"others": others}.get)
    monkeypatch.setattr(credits, "classifier", {"elsewhere": elsewhere}.get)
    document = Document("review", REVIEW)
    page = annotate(document, "paragraph", segment(document).blocks, Recogniser(None))
    assert page is not None
    return page


def test_credits_are_stated_of_films_that_are_likely_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    page = read(monkeypatch, 3000, 3000)
    salt = next(film.thing for film in page.films if film.title == "Salt Road")
    assert ("actor", salt, "Anders Moe") in {(c.relation, c.film, c.name) for c in page.credits}


def test_neither_film_nor_credit_is_stated_of_words_that_are_likely_none(monkeypatch: pytest.MonkeyPatch) -> None:
    page = read(monkeypatch, -3000, 3000)
    assert "Salt Road" not in {film.title for film in page.films}
    assert "Salt Road" not in {c.film.key for c in page.credits if c.name == "Anders Moe"}
