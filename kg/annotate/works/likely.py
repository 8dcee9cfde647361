"""Ties that a text tells in words of its own: all that rules found in; what else the weights make likely added."""

from collections.abc import Sequence
from typing import Final

from kg.annotate.films.main import MAIN
from kg.annotate.works.brought import UNTITLED, Brought
from kg.annotate.works.collecting import Collector
from kg.annotate.works.mentions import Mention
from kg.annotate.works.tiesigns import speaks_of_remakes
from kg.annotate.works.weighed import dates, weighed
from kg.learned import classifier
from kg.lexis.titles import title_key
from kg.model import Span, Thing

_RULE: Final = "likely"
_ENOUGH: Final = 0.5  # likelier than not
_AGAINST: Final = {"remakeOf": "later", "remadeAs": "earlier"}  # years that speak against it


def tie_likely(collector: Collector, lines: Sequence[Span]) -> None:
    """Ties films of which rules say nothing, in a text that speaks of remakes: at most one that its own remakes."""
    text, main = collector.text, collector.main
    if not main.title or not speaks_of_remakes(text):
        return
    known = {title_key(film.title) for film in collector.others.films.values() if film.title}
    judged = [(w.film, classifier("ties").probabilities(w.features)) for w in weighed(text, lines, main, known)]
    taken = _settled(collector, [film for film, _ in judged])
    if collector.own_remake is None:
        titled = [place for film, _ in judged if title_key(film.title) in known for place in film.places]
        open_films = [
            (chances["remakeOf"], film)
            for film, chances in judged
            if not (_overlaps(film, taken) or _is_of_another(film, titled, lines))
        ]
        chance, film = max(open_films, key=lambda c: c[0], default=(0.0, None))
        if film and chance >= _ENOUGH:
            taken += _tie(collector, "remakeOf", film)
    for chance, film in sorted(((c["remadeAs"], f) for f, c in judged), key=lambda c: -c[0]):
        if chance >= _ENOUGH and film.title != UNTITLED and not _overlaps(film, taken):
            taken += _tie(collector, "remadeAs", film, collector.original or MAIN)


def _settled(collector: Collector, films: Sequence[Brought]) -> list[Span]:
    """The places of the films that rules have tied already."""
    tied = {thing for tie in collector.ties.values() for thing in (tie.subject, tie.object)}
    titles = {title_key(f.title) for f in collector.others.films.values() if f.title and f.thing in tied}
    return [place for film in films if title_key(film.title) in titles for place in film.places]


def _is_of_another(film: Brought, titled: Sequence[Span], lines: Sequence[Span]) -> bool:
    """Whether the year of a film without a title stands in a sentence that names another film: it may be that one's."""
    at = film.year if film.title == UNTITLED else None
    return any(at in line and place in line for line in lines for place in titled) if at else False


def _overlaps(film: Brought, taken: Sequence[Span]) -> bool:
    return any(place.overlaps(other) for place in film.places for other in taken)


def _tie(collector: Collector, relation: str, film: Brought, subject: Thing = MAIN) -> list[Span]:
    """Ties a film to `subject`; its places, none where its year or its want of one speaks against the tie."""
    if dates(collector.text, film, collector.main.year) == _AGAINST[relation]:
        return []
    if film.title == UNTITLED and film.year is None:
        return []  # nothing tells which film it is
    collector.tie(relation, subject, _thing(collector, relation, film), film.places[0], _RULE)
    return film.places


def _thing(collector: Collector, relation: str, film: Brought) -> Thing:
    """The film itself, its places marked as words about it."""
    if film.title == UNTITLED:
        return collector.others.film(collector.main.title_span, film.year, film.places[0], relation == "remakeOf")
    for place in film.places:
        collector.mention(Mention(place, film.year, place))
    return collector.others.film(film.places[0], film.year, film.places[0], relation == "remakeOf")
