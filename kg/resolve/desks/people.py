"""Documents whose films have names in; their people decided name by name and brought back to them, out.

What a film's people are called there, its desk tells the documents; these send each mention to the desk of its name,
with the films that it stands in and who else stands there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from msgspec import Struct

from kg.model import Kind, Thing
from kg.resolve.context import Cast, Context, FilmIndex
from kg.resolve.desks.blocks import Same, united
from kg.resolve.desks.documents import DocumentSlugs
from kg.resolve.desks.films import films_of
from kg.resolve.desks.office import Office
from kg.resolve.entities import person_entity
from kg.resolve.films import Said
from kg.resolve.names import person_key
from kg.resolve.parts import Parts
from kg.resolve.people import bearers_of, lookalikes
from kg.resolve.recording import called_row, entity_row, person_rows, said_rows
from kg.resolve.resolution import Slugs
from kg.resolve.summary import Part, PersonMention, Ref, Summary
from kg.resolve.surnames import Bearer, FullNames, bearers, families


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


class Around(Casting, array_like=True):
    """The same, sent to the desks of names."""


class Asked(Struct, array_like=True):
    """Who is asked for the slug of a person of one document, and has to be told it."""

    desk: int
    ref: Ref


class Alike(Struct, array_like=True):
    """A question about two people of a film, laid aside until they have slugs."""

    film: str
    said: Said


class Question(Struct, array_like=True):
    """A question whom a name of a document means, laid aside likewise."""

    said: Said


class Bearing(Struct, array_like=True):
    """A person as one document knows them, sent to the desk of their name; `lent` is the film that it was found in."""

    portion: int
    key: str
    lent: str
    mention: PersonMention


class Family(Struct, array_like=True):
    """How many full names of one desk end in a surname, sent to the desk of the surname."""

    surname: str
    names: int


class Person(Struct, array_like=True):
    """Who a person of a document is, sent to where the document is."""

    ref: Ref
    slug: str
    name: str


class Moved(Same, array_like=True):
    """A name, and the one at whose desk it is decided on, since both may want one slug."""


class _Itself(Mapping[Ref, str]):
    """The slugs of films that are known by them."""

    def __getitem__(self, ref: Ref) -> str:
        return ref[1]

    def __iter__(self) -> Iterator[Ref]:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError


class _Acquainted(Context):
    """The films of some people, of whose casts only the names are known."""

    def __init__(self, casts: Mapping[str, Casting]) -> None:
        years = {film: each.year for film, each in casts.items()}
        super().__init__((), FilmIndex(_Itself(), years, {film: each.title for film, each in casts.items()}))
        self._names = {film: each.people for film, each in casts.items()}

    def _cast(self, film: str) -> Cast:
        return Cast({name: set() for name in self._names.get(film, ())})


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
        for film in context.films_of(mention):
            said = tuple(each for each in context.credits(mention) if each[0] == film)
            of(film).people.append(PersonMention(mention.ref, said))
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
    index = FilmIndex(_Itself(), {t.film: t.year for t in told}, {t.film: t.title for t in told})
    return Context((Summary("", (), tuple(each.people), tuple(each.parts), (), ()) for each in told), index)


def send_names(office: Office, desk: int) -> None:
    """Find the full names of a desk's people, and send them to the desks of these."""
    index, names = films_of(office, desk), FullNames()
    meant: dict[Ref, list[Bearer]] = defaultdict(list)
    for each in office.read(desk, Meant):
        meant[each.ref] += each.found
    casts = {each.film: each for each in office.read(desk, Casting)}
    context = Context((), index)
    mentions = []
    for summary in office.laid(desk, Summary):
        for mention in summary.people:
            found = sorted(meant[mention.ref], key=lambda bearer: bearer.film)
            names.take(mention, person_key(mention.name), found, index.titles)
            mentions.append(replace(mention, credits=tuple(context.credits(mention))))
    to = {mention.ref: office.desk_of(names.keys[mention.ref]) for mention in mentions}
    bearing = (Bearing(desk, names.keys[m.ref], names.lent.get(m.ref, ""), m) for m in mentions)
    office.send(desk, ((to[each.mention.ref], each) for each in bearing), Bearing)
    around = sorted({(to[mention.ref], film) for mention in mentions for film, _ in mention.credits})
    office.send(desk, ((receiver, casts[film]) for receiver, film in around), Around)
    office.lay(desk, map(Question, names.said), Question)


def count_families(office: Office, desk: int) -> list[tuple[str, str]]:
    """Tell how many names of a desk end in each surname; names that might want the slug of another, with that one."""
    letters = list(office.read(desk, Bearing))
    count = families(letter.key for letter in letters)
    office.send(desk, ((office.desk_of(name), Family(name, times)) for name, times in count.items()), Family)
    own = {letter.mention.ref: person_key(letter.mention.name) for letter in letters}
    borne = {
        (letter.key, film)
        for letter in letters
        if own[letter.mention.ref] == letter.key
        for film, _ in letter.mention.credits
    }
    lent = (letter for letter in letters if letter.lent)
    return sorted(
        {
            (letter.key, own[letter.mention.ref])
            for letter in lent
            if own[letter.mention.ref] != letter.key
            and not any((letter.key, film) in borne for film, _ in letter.mention.credits)
        }
    )


def moved(pairs: list[tuple[str, str]]) -> list[Moved]:
    """Where such names are decided on."""
    return [Moved(each.key, each.root) for each in united(pairs)]


def decide_people(office: Office, desk: int) -> int:
    """Decide the names of a desk; how many people bear them."""
    root = Moved.laid(office)

    def at(key: str) -> int:
        return office.desk_of(root.get(key, key))

    others = {office.desk_of(key) for key in root if at(key) == desk} - {desk}

    def read(kind: type[Any]) -> Iterator[Any]:
        return (each for number in (desk, *sorted(others)) for each in office.read(number, kind))

    letters = sorted((each for each in read(Bearing) if at(each.key) == desk), key=lambda each: each.mention.ref)
    mentions = [letter.mention for letter in letters]
    names = FullNames(
        {letter.mention.ref: letter.key for letter in letters},
        {letter.mention.ref: letter.lent for letter in letters if letter.lent},
    )
    count: Counter[str] = Counter()
    for family in read(Family):
        count[family.surname] += family.names
    names.families = count
    context = _Acquainted({each.film: each for each in read(Around)})
    people = bearers_of(names, mentions, context)
    portion = {letter.mention.ref: letter.portion for letter in letters}
    found = (
        (portion[m.ref], Person(m.ref, people.slugs[m.ref], p.names[0])) for p in people.persons for m in p.mentions
    )
    office.send(desk, found, Person)
    office.put(desk, "people", "called", (called_row(*ref, key, people.slugs[ref]) for ref, key in people.keys.items()))
    office.put(desk, "people", "persons", person_rows(people))
    iris = ((person, office.base.join(Kind.PERSON, people.slugs[person.first])) for person in people.persons)
    office.put(desk, "people", "entities", (entity_row(person_entity(person, iri)) for person, iri in iris))
    office.put(desk, "people", "said", said_rows(Kind.PERSON, people.said, slugs_of(office, {}, people.slugs)))
    return len(people.persons)


def slugs_of(
    office: Office,
    films: Mapping[Ref, str],
    people: Mapping[Ref, str],
    works: Mapping[tuple[str, Thing], str] | None = None,
    parts: Parts | None = None,
) -> Slugs:
    """As many slugs as are known at a desk, with those of all documents."""
    return Slugs(DocumentSlugs.laid(office), films, people, works or {}, parts or Parts(), office.base)
