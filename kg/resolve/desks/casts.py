"""Documents whose films have names in; who stands in each film, and whom names may mean there, told them, out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from kg.resolve.context import Context, FilmIndex
from kg.resolve.desks.films import films_of
from kg.resolve.desks.office import Office
from kg.resolve.films import Said
from kg.resolve.names import person_key
from kg.resolve.people import lookalikes
from kg.resolve.summary import Part, PersonMention, Ref, Summary
from kg.resolve.surnames import Bearer, FullNames, bearers


class Told(Struct, array_like=True):
    """What a document says of the people of one film (slug), sent to the desk of the film."""

    portion: int
    film: str
    title: str
    year: int | None
    people: list[PersonMention]
    parts: list[Part]


class Meant(Struct, array_like=True):
    """Whom a name of one document may mean in one film, sent to where the document is."""

    ref: Ref
    found: list[Bearer]


class Casting(Struct, array_like=True):
    """Who stands in a film, sent to the documents that speak of it, and from there to the names."""

    film: str
    title: str
    year: int | None
    people: list[str]


class Asked(Struct, array_like=True):
    """Who is asked for the slug of a person of one document, and has to be told it."""

    desk: int
    ref: Ref


class Alike(Struct, array_like=True):
    """A question about two people of a film, laid aside until they have slugs."""

    film: str
    said: Said


class Itself(Mapping[Ref, str]):
    """The slugs of films that are known by them."""

    def __getitem__(self, ref: Ref) -> str:
        return ref[1]

    def __iter__(self) -> Iterator[Ref]:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError


def tell_casts(office: Office, desk: int) -> None:
    """Tell the desks of films what the documents of a desk say of their people."""
    index = films_of(office, desk)
    told = (each for summary in office.laid(desk, Summary) for each in _told(desk, summary, index))
    office.send(desk, ((office.desk_of(each.film), each) for each in told), Told)


def _told(desk: int, summary: Summary, index: FilmIndex) -> Iterator[Told]:
    films: dict[str, Told] = {}

    def of(film: str) -> Told:
        return films.setdefault(film, Told(desk, film, index.titles[film], index.years[film], [], []))

    context = Context((), index)
    for mention in summary.people:
        for film, said in groupby(context.credits(mention), key=itemgetter(0)):
            of(film).people.append(PersonMention(mention.ref, tuple(said)))
    for part in summary.parts:
        if part.player and part.character:
            film = index.slugs[summary.document, part.film]
            of(film).parts.append(replace(part, film=film))
    return iter(films.values())


def read_casts(office: Office, desk: int) -> None:
    """Tell the documents of the films of a desk who stands in them, and whom names may mean there."""
    told = list(office.read(desk, Told))
    context = _context(told)
    names = FullNames()
    portion = {mention.document: each.portion for each in told for mention in each.people}
    found = (
        (each.portion, Meant(mention.ref, bearers(mention, person_key(mention.name), each.film, context, names)))
        for each in told
        for mention in each.people
    )
    meant = [(to, each) for to, each in found if each.found]
    alike = [Alike(film, said) for film in context.cast_films for said in lookalikes(film, context)]
    asked = {(portion[one.ref[0]], to, one.ref) for to, each in meant for one in each.found}
    asked |= {(portion[ref[0]], desk, ref) for each in alike for ref in each.said[:2]}
    known = {(each.portion, each.film): each for each in told if each.people}
    casts = (
        (to, Casting(film, each.title, each.year, sorted(context.cast(film).people)))
        for (to, film), each in known.items()
    )
    office.send(desk, meant, Meant)
    office.lay(desk, alike, Alike)
    office.send(desk, ((to, Asked(by, ref)) for to, by, ref in sorted(asked)), Asked)
    office.send(desk, casts, Casting)


def _context(told: list[Told]) -> Context:
    """What is said of the people of some films, each document's a film at a time."""
    index = FilmIndex(Itself(), {t.film: t.year for t in told}, {t.film: t.title for t in told})
    return Context((Summary("", (), tuple(each.people), tuple(each.parts), (), ()) for each in told), index)
