"""Other works that a document speaks of: what a phrase says of one in, the same thing each time out."""

from typing import Final

from kg.annotate.films.main import MAIN
from kg.annotate.nouns import Phrase, works
from kg.annotate.works.origins import NOWHERE, Origin
from kg.lexis.names import clean_name
from kg.lexis.titles import title_key
from kg.model import Film, Kind, Span, Thing

ORIGINAL: Final = "original"  # the key of the film that the page's own remakes

_AUTHORED: Final = frozenset(works()["authored"])


class Others:
    """Films and works by their keys; one spoken of again keeps its key and becomes known more fully."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.films: dict[str, Film] = {}
        self.works: dict[str, Film] = {}

    def film(self, title: Span | None, year: Span | None, span: Span, remade: bool, origin: Origin = NOWHERE) -> Thing:
        """The film of this title and year; `remade` says that the page's own film remakes it."""
        name, stated = self._named(title), year.of(self.text) if year else None
        key = self._film_key(name, stated, remade)
        film = Film(Thing(Kind.MOVIE, key), name, title, stated, year, span, origin.country, origin.language)
        self.films[key] = _fuller(self.films[key], film) if key in self.films else film
        return film.thing

    def original(self, span: Span) -> Thing:
        """The film that is only called "the original"."""
        self.films.setdefault(ORIGINAL, Film(Thing(Kind.MOVIE, ORIGINAL), None, None, span=span))
        return self.films[ORIGINAL].thing

    def work(self, phrase: Phrase, title: Span | None, span: Span) -> Thing:
        """The novel, play or other work that a phrase names; one without a title is this film's source."""
        name = self._named(title)
        makers = [clean_name(item.name.of(self.text)) for item in phrase.makers[:1]]
        key = name or " by ".join([phrase.noun or "work", *makers])
        kind = phrase.kind if phrase.kind in (Kind.BOOK, Kind.WORK) else Kind.WORK
        year = phrase.year.of(self.text) if phrase.year else None
        told = span if name or (makers and phrase.noun in _AUTHORED) else None  # "the life of A" is no work by A
        self.works.setdefault(
            key, Film(Thing(kind, key, () if name else (MAIN,)), name, title, year, phrase.year, told)
        )
        return self.works[key].thing

    def of_title(self, title: Span) -> Thing | None:
        """The film that is known by this title."""
        named = title_key(title.of(self.text))
        return next((film.thing for film in self.films.values() if title_key(film.title or "") == named), None)

    def of_origin(self, words: str) -> Thing | None:
        """The one film that these words, a demonym or a year, are known to tell apart."""
        told = [
            film.thing
            for film in self.films.values()
            if words in (film.year, *(place.of(self.text) for place in (film.country, film.language) if place))
        ]
        return told[0] if len(told) == 1 else None

    def _named(self, title: Span | None) -> str | None:
        return " ".join(title.of(self.text).split()) if title else None

    def _film_key(self, title: str | None, year: str | None, remade: bool) -> str:
        for key, film in self.films.items():
            if title and film.title:
                same = title_key(title) == title_key(film.title) and (year is None or film.year in (None, year))
            elif year and film.year:
                same = year == film.year
            else:
                bare = title is None or (remade and film.title is None)
                same = key == ORIGINAL and bare and (year is None or film.year is None)
            if same:
                return key
        if remade and ORIGINAL not in self.films:
            return ORIGINAL
        return "film:" + "|".join(filter(None, (title_key(title) if title else "untitled", year)))


def _fuller(old: Film, new: Film) -> Film:
    return Film(
        old.thing,
        old.title or new.title,
        old.title_span or new.title_span,
        old.year or new.year,
        old.year_span or new.year_span,
        old.span,
        old.country or new.country,
        old.language or new.language,
    )
