"""People of all documents: one where the name is one, in the context of films; likeness alone only asks a question."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from operator import attrgetter
from typing import Final

from kg.model import Verdict
from kg.resolve.context import Context
from kg.resolve.films import Said
from kg.resolve.homonyms import Career, part
from kg.resolve.minting import apart
from kg.resolve.names import are_close, initials, is_short, person_key
from kg.resolve.summary import PersonMention, Ref
from kg.resolve.surnames import FullNames, full_names
from kg.vocab import slug
from kg.vocab.iris import PART, short_hash

_UNFILMED: Final = "@"
_REF: Final = attrgetter("ref")


@dataclass(slots=True, eq=False)
class Person:
    """The mentions that are taken for one person, with the films (slugs) that they stand in."""

    key: str
    mentions: list[PersonMention]
    films: list[str]

    @property
    def first(self) -> Ref:
        """The mention that stands for the person where two are compared."""
        if len(self.mentions) == 1:
            return self.mentions[0].ref
        return min((person_key(mention.name) != self.key, mention.ref) for mention in self.mentions)[1]

    @property
    def names(self) -> list[str]:
        """The names: in full before short, as most documents have it, longer before shorter, accented before plain."""
        known = {mention.name for mention in self.mentions}
        if len(known) == 1:
            return [*known]
        said = Counter(mention.name for mention in self.mentions)
        return sorted(said, key=lambda n: (person_key(n) != self.key, -said[n], -len(n), -len(n.encode()), n))


@dataclass(slots=True)
class People:
    """Who was found, the slug of each mention's person, and why mentions were joined or kept apart."""

    persons: list[Person] = field(default_factory=list)
    slugs: dict[Ref, str] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    keys: Mapping[Ref, str] = field(default_factory=dict)


def identify(mentions: Sequence[PersonMention], context: Context, families: Mapping[str, int] | None = None) -> People:
    """The people that are mentioned, each with a slug of their own.

    Where these are not all people, `families` is how many people have a surname anywhere, and whoever has the name of
    one who is mentioned is mentioned too.
    """
    names = full_names(mentions, context)
    if families is not None:
        names.families = families
    return bearers_of(names, mentions, context)


def bearers_of(names: FullNames, mentions: Sequence[PersonMention], context: Context) -> People:
    """The people who bear these names, as far as they are mentioned."""
    people = People(said=names.said, keys=names.keys)
    of: dict[str, list[PersonMention]] = defaultdict(list)
    for mention in mentions:
        of[names.keys[mention.ref]].append(mention)
    for key in sorted(of):
        people.persons += _persons(key, of[key], names, context, people.said)
    people.slugs = _slugs(people.persons, context)
    for person in people.persons:
        people.said += _merged(person, names, context)
    return people


def _persons(
    key: str, mentions: list[PersonMention], names: FullNames, context: Context, said: list[Said]
) -> list[Person]:
    """The people of one name; what keeps them apart is added to what is said."""
    careers = _careers(key, mentions, context)
    if len(careers) == 1:
        return [_person(key, careers)]
    if names.is_name(key, len({film for career in careers for film in career.films})):
        groups, partings = part(careers)
        said += [(a.mentions[0].ref, b.mentions[0].ref, verdict, why) for a, b, verdict, why in partings]
        return [_person(key, group) for group in groups]
    said += _surname_alone(careers)
    return [_person(key, [career]) for career in careers]


def _careers(key: str, mentions: list[PersonMention], context: Context) -> list[Career]:
    """The mentions of one name, gathered where they share a film or, without one, a document."""
    if len(mentions) == 1:  # as most names have
        return [Career(key, mentions, _places(mentions[0], context), context)]
    gathered: dict[str, tuple[list[PersonMention], set[str]]] = {}
    for mention in sorted(mentions, key=_REF):
        joined, films = [mention], set(_places(mention, context))
        for old in {id(gathered[film]): gathered[film] for film in sorted(films) if film in gathered}.values():
            joined, films = old[0] + joined, old[1] | films
        gathered |= dict.fromkeys(films, (joined, films))
    unique = {id(group): group for group in gathered.values()}.values()
    careers = (Career(key, sorted(ms, key=_REF), sorted(films), context) for ms, films in unique)
    return sorted(careers, key=lambda career: career.mentions[0].ref)


def _places(mention: PersonMention, context: Context) -> list[str]:
    """The films of a mention or, without one, its document, by a name that no film has."""
    return context.films_of(mention) or [_UNFILMED + mention.document]


def _person(key: str, careers: list[Career]) -> Person:
    if len(careers) == 1:
        return Person(key, careers[0].mentions, careers[0].films)
    mentions = sorted((m for career in careers for m in career.mentions), key=_REF)
    films = {film for career in careers for film in career.films}
    return Person(key, mentions, sorted(films))


def _slugs(persons: Sequence[Person], context: Context) -> dict[Ref, str]:
    """Slug of each mention's person: the name, with their earliest film where several people bear it."""
    plain = {i: slug(person.names[0]) for i, person in enumerate(persons)}
    made = apart(plain, lambda i: _offers(plain[i], persons[i], context))
    return {mention.ref: made[i] for i, person in enumerate(persons) for mention in person.mentions}


def _offers(plain: str, person: Person, context: Context) -> list[str]:
    index = context.films
    film = min(person.films, key=lambda f: (not index.titles.get(f), index.years.get(f) or 9999, f))
    more = [slug(index.titles[film]), film] if index.titles.get(film) else [film.removeprefix(_UNFILMED)]
    return [plain, *(plain + PART + word for word in [*more, short_hash(*person.first)])]


def _surname_alone(careers: list[Career]) -> Iterator[Said]:
    for left, right in pairwise(careers):
        reason = "a surname alone, in films that nobody else joins"
        yield left.mentions[0].ref, right.mentions[0].ref, Verdict.OPEN, reason


def _merged(person: Person, names: FullNames, context: Context) -> Iterator[Said]:
    """Why each mention beside the first is this person."""
    if len(person.mentions) == 1:
        return
    first, name = person.first, person.names[0]
    for mention in person.mentions:
        if mention.ref == first:
            continue
        if film := names.lent.get(mention.ref):
            short = is_short(person_key(mention.name))
            said = f"{mention.name} can be only {name}" if short else f"another form of {name}, credited for the same,"
            reason = f"{said} in “{context.films.titles[film]}”"
        elif mention.name == first[1]:
            reason = "the same name, and nothing speaks against one person"
        else:
            reason = "the same name but for case, accents or points"
        yield first, mention.ref, Verdict.SAME, reason


def lookalikes(film: str, context: Context) -> Iterator[Said]:
    """Questions about people of one film with like names, unless a document lists both for the same thing."""
    cast = context.cast(film)
    alike_initials: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(cast.people):
        if not is_short(key):
            alike_initials[initials(key)].append(key)
    reason = f"like names in “{context.films.titles.get(film, '')}”: one person misspelt or two, no text tells"
    for left, right in (pair for names in alike_initials.values() for pair in combinations(names, 2)):
        if are_close(left, right) and not cast.listed_together(left, right):
            yield cast.spoken_of[left], cast.spoken_of[right], Verdict.OPEN, reason
