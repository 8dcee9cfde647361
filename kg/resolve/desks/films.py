"""Documents' summaries in; their films decided block by block and brought back to them, out."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kg.model import Entity, Kind
from kg.resolve.context import FilmIndex
from kg.resolve.deciding import join_films
from kg.resolve.desks.blocks import Keyed, Same, keyed
from kg.resolve.desks.documents import slugs_of
from kg.resolve.desks.office import OURS, Office
from kg.resolve.entities import film_entity
from kg.resolve.films import Films, Said
from kg.resolve.judging import self_remakes
from kg.resolve.minting import FilmSlugs, apart, untitled
from kg.resolve.recording import REMAKE, entity_row, said_rows
from kg.resolve.summary import FilmMention, Ref, Summary


class Mentioned(Struct, array_like=True):
    """A film that a document speaks of, sent to the desk of its block."""

    portion: int
    mention: FilmMention


class Decided(Struct, array_like=True):
    """A film as its desk lays it aside; `made` is "" until a film without a title has its name."""

    first: Ref
    made: str
    plain: str
    year: int | None
    entity: Entity
    refs: list[Ref]


class Spoken(Struct, array_like=True):
    """What was said of two mentions of films, laid aside until all films have their names."""

    kind: str
    said: Said


class Unnamed(Struct, array_like=True):
    """A film without a title, by its first mention, and what it may be called, or is called: one name."""

    first: Ref
    offers: list[str]


class Found(Struct, array_like=True):
    """Which film a document speaks of, sent to where the document is; of a film without a title the first mention."""

    ref: Ref
    made: str
    first: Ref
    title: str
    year: int | None


def sum_up(office: Office, desk: int, summaries: Iterable[Summary]) -> str:
    """Lay aside the documents of a desk, with the keys of their films; the id of the first."""
    some = list(summaries)
    office.lay(desk, some, Summary)
    office.lay(desk, (each for summary in some for each in keyed(summary)), Keyed)
    return some[0].document


def send_films(office: Office, desk: int) -> None:
    """Send films to the desks of their blocks."""
    roots = Same.laid(office)
    groups = [(office.desk_of(roots.get(each.block, each.block)), each) for each in office.laid(desk, Keyed)]
    office.send(desk, ((to, Mentioned(desk, m)) for to, each in groups for m in each.mentions), Mentioned)


def decide_films(office: Office, desk: int) -> list[Unnamed]:
    """Decide the blocks of a desk; the films that have no name yet."""
    letters = list(office.read(desk, Mentioned))
    films = Films.of(letter.mention for letter in letters)
    join_films(films)
    slugs = FilmSlugs.titled(films)
    offers = untitled(films, slugs)
    plain = slugs.plain | {film: some[0] for film, some in offers.items()}
    made = [
        Decided(
            film.first,
            slugs.made.get(id(film), ""),
            plain[id(film)],
            film.year,
            film_entity(film, ""),
            [mention.ref for mention in film.mentions],
        )
        for film in films
    ]
    office.lay(desk, made, Decided)
    said = [*((str(Kind.MOVIE), each) for each in films.said), *((REMAKE, each) for each in self_remakes(films))]
    office.lay(desk, (Spoken(*each) for each in said), Spoken)
    portion = {letter.mention.ref: letter.portion for letter in letters}
    found = (Found(ref, f.made, f.first, f.entity.name or "", f.year) for f in made for ref in f.refs)
    office.send(desk, ((portion[each.ref], each) for each in found), Found)
    return [Unnamed(film.first, offers[id(film)]) for film in films if id(film) in offers]


def name_untitled(unnamed: Sequence[Unnamed]) -> list[Unnamed]:
    """The films without a title, each with its name."""
    offers = {each.first: each.offers for each in unnamed}
    made = apart({first: some[0] for first, some in offers.items()}, offers.__getitem__)
    return [Unnamed(first, [name]) for first, name in made.items()]


def keep_films(office: Office, desk: int) -> int:
    """Write what was decided of the films of a desk, now that all have names; how many there are."""
    named = _named(office)
    films = [(each.made or named[each.first], each) for each in office.laid(desk, Decided)]
    spoken = {ref: made for made, each in films for ref in each.refs}
    office.put(desk, "films", "spoken", ((*ref, made) for ref, made in spoken.items()))
    office.put(desk, "films", "films", ((made, f.plain, f.entity.name or "", f.year) for made, f in films))
    iris = ((office.base.join(Kind.MOVIE, made), each.entity) for made, each in films)
    office.put(desk, "films", "entities", ((iri, *entity_row(entity)[1:]) for iri, entity in iris))
    slugs = slugs_of(office, spoken, {})
    said = (row for kind in (Kind.MOVIE, REMAKE) for row in said_rows(kind, _said(office, desk, kind), slugs))
    office.put(desk, "films", "said", said)
    return len(films)


def _said(office: Office, desk: int, kind: str) -> list[Said]:
    return [each.said for each in office.laid(desk, Spoken) if each.kind == kind]


def films_of(office: Office, desk: int) -> FilmIndex:
    """The films that the documents of a desk speak of."""
    named = _named(office)
    found = [(each.made or named[each.first], each) for each in office.read(desk, Found)]
    return FilmIndex(
        {each.ref: made for made, each in found},
        {made: each.year for made, each in found},
        {made: each.title for made, each in found},
    )


def _named(office: Office) -> dict[Ref, str]:
    return {each.first: each.offers[0] for each in office.laid(OURS, Unnamed)}
