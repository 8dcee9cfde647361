"""Documents whose films and people have names in; characters, works, companies, and all questions, answered, out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from kg.model import Entity, Kind
from kg.resolve.deciding import played
from kg.resolve.desks.casts import Alike, Asked
from kg.resolve.desks.documents import slugs_of
from kg.resolve.desks.films import films_of
from kg.resolve.desks.names import Question
from kg.resolve.desks.office import Office
from kg.resolve.desks.people import Person
from kg.resolve.desks.works import Work
from kg.resolve.entities import characters, named_entities, named_in
from kg.resolve.parts import Parts, Played, cast_parts
from kg.resolve.recording import (
    alike_rows,
    author_rows,
    character_rows,
    document_row,
    entity_row,
    key_rows,
    part_rows,
    said_rows,
)
from kg.resolve.resolution import Slugs
from kg.resolve.summary import Ref, Summary


class Answer(Struct, array_like=True):
    """The slug of a person of one document, sent to a desk that asked."""

    ref: Ref
    slug: str


class Playing(Struct, array_like=True):
    """A character as one document writes it, or none where it only has a role; sent to the desk of the film."""

    portion: int
    film: str
    played: Played | None = None


class Cast(Struct, array_like=True):
    """What the characters of a film are called, and the only roles of players, sent to the documents that name any."""

    film: str
    names: dict[str, str]
    only: dict[str, str]


class Naming(Struct, array_like=True):
    """How often the documents of a desk give a thing a name, sent to the desk of its IRI."""

    portion: int
    iri: str
    kind: Kind
    name: str
    times: int


class Named(Struct, array_like=True):
    """What a thing is called, sent to the documents that name it."""

    entity: Entity


def answer(office: Office, desk: int) -> None:
    """Answer what was asked of the people of a desk, and tell the desks of films whom they play."""
    people = {each.ref: each.slug for each in office.read(desk, Person)}
    asked = list(office.read(desk, Asked))
    office.send(desk, ((each.desk, Answer(each.ref, people[each.ref])) for each in asked), Answer)
    films, summaries = films_of(office, desk).slugs, office.laid(desk, Summary)
    unnamed = {films[s.document, part.film] for s in summaries for part in s.parts if not part.character}
    playing = [Playing(desk, each.film, each) for each in played(summaries, films, people)]
    playing += [Playing(desk, film) for film in sorted(unnamed)]
    office.send(desk, ((office.desk_of(each.film), each) for each in playing), Playing)


def decide_parts(office: Office, desk: int) -> None:
    """Decide the characters of the films of a desk, and judge what is in question there."""
    letters = list(office.read(desk, Playing))
    parts = cast_parts(letter.played for letter in letters if letter.played)
    of = _by_film(parts)
    office.send(
        desk,
        ((to, of[film]) for to, film in sorted({(each.portion, each.film) for each in letters}) if film in of),
        Cast,
    )
    slugs = slugs_of(office, {}, {each.ref: each.slug for each in office.read(desk, Answer)}, parts=parts)
    for table, rows in part_rows(parts).items():
        office.put(desk, "parts", table, rows)
    office.put(desk, "parts", "entities", map(entity_row, characters(parts.names, slugs)))
    alike = ((each.film, each.said) for each in office.laid(desk, Alike))
    office.put(desk, "parts", "said", (*character_rows(parts, slugs), *alike_rows(alike, slugs)))


def _by_film(parts: Parts) -> dict[str, Cast]:
    casts: dict[str, Cast] = {}
    for (film, spelling), name in parts.names.items():
        casts.setdefault(film, Cast(film, {}, {})).names[spelling] = name
    for (film, player), name in parts.only.items():
        casts[film].only[player] = name
    return casts


def name_things(office: Office, desk: int) -> None:
    """Tell what the documents of a desk name besides, write what is kept of them, and judge whom names may mean."""
    summaries, slugs = office.laid(desk, Summary), slugs_at(office, desk)
    named = [(summary.document, *each) for summary in summaries for each in named_in(summary, slugs)]
    office.send(desk, _naming(office, desk, named), Naming)
    office.put(desk, "things", "named", named)
    office.put(desk, "things", "documents", (document_row(s, slugs.documents[s.document]) for s in summaries))
    office.put(desk, "things", "keys", {row for s in summaries for row in key_rows(s)})
    office.put(desk, "things", "authors", {row for s in summaries for row in author_rows(s)})
    answers = {each.ref: each.slug for each in office.read(desk, Answer)}
    asked = slugs_of(office, {}, {**slugs.people, **answers})
    office.put(desk, "things", "said", said_rows(Kind.PERSON, (q.said for q in office.laid(desk, Question)), asked))


def _naming(office: Office, desk: int, named: Iterable[tuple[str, str, Kind, str]]) -> Iterator[tuple[int, Naming]]:
    for (iri, kind, name), times in Counter(each[1:] for each in named).items():
        yield office.desk_of(iri), Naming(desk, iri, kind, name, times)


def decide_names(office: Office, desk: int) -> None:
    """Decide what companies, works, countries and reviewers of a desk are called."""
    times: Counter[tuple[str, Kind, str]] = Counter()
    portions: dict[str, set[int]] = defaultdict(set)
    for each in office.read(desk, Naming):
        times[each.iri, each.kind, each.name] += each.times
        portions[each.iri].add(each.portion)
    made = list(named_entities(times))
    office.put(desk, "names", "entities", map(entity_row, made))
    office.send(desk, ((to, Named(each)) for each in made for to in sorted(portions[each.iri])), Named)


def slugs_at(office: Office, desk: int) -> Slugs:
    """What everything is called that the documents of a desk speak of."""
    casts = list({each.film: each for each in office.read(desk, Cast)}.values())
    return slugs_of(
        office,
        films_of(office, desk).slugs,
        {each.ref: each.slug for each in office.read(desk, Person)},
        {(each.document, each.thing): each.made for each in office.read(desk, Work)},
        Parts(
            {(each.film, spelling): name for each in casts for spelling, name in each.names.items()},
            {(each.film, player): name for each in casts for player, name in each.only.items()},
        ),
    )
