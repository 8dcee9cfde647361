"""People of all documents: one where the name is one, in the context of films; likeness alone only asks a question."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from kg.model import Verdict
from kg.resolve.context import Context
from kg.resolve.films import Said
from kg.resolve.homonyms import Career, part
from kg.resolve.minting import distinct
from kg.resolve.names import are_close, initials, is_short, person_key
from kg.resolve.summary import PersonMention, Ref, Summary
from kg.resolve.surnames import FullNames, full_names
from kg.vocab import slug
from kg.vocab.iris import PART, short_hash


@dataclass(slots=True, eq=False)
class Person:
    """The mentions that are taken for one person, with the films (slugs) that they stand in."""

    key: str
    mentions: list[PersonMention]
    films: list[str]

    @property
    def first(self) -> Ref:
        """The mention that stands for the person where two are compared."""
        return min((person_key(mention.name) != self.key, mention.ref) for mention in self.mentions)[1]

    @property
    def names(self) -> list[str]:
        """The names: in full before short, as most documents have it, longer before shorter, accented before plain."""
        said = Counter(mention.name for mention in self.mentions)
        return sorted(said, key=lambda n: (person_key(n) != self.key, -said[n], -len(n), -len(n.encode()), n))


@dataclass(slots=True)
class People:
    """Who was found, the slug of each mention's person, and why mentions were joined or kept apart."""

    persons: list[Person] = field(default_factory=list)
    slugs: dict[Ref, str] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)


def identify(summaries: Iterable[Summary], context: Context) -> People:
    """The people of all documents, each with a slug of their own."""
    mentions = [mention for summary in summaries for mention in summary.people]
    names = full_names(mentions, context)
    people = People(said=names.said)
    for key, careers in _careers(mentions, names, context):
        if names.is_name(key, len({film for career in careers for film in career.films})):
            groups, partings = part(careers)
            people.said += [(a.mentions[0].ref, b.mentions[0].ref, verdict, why) for a, b, verdict, why in partings]
        else:
            groups = [[career] for career in careers]
            people.said += _surname_alone(careers)
        people.persons += [_person(key, group) for group in groups]
    people.slugs = _slugs(people.persons, context)
    for person in people.persons:
        people.said += _merged(person, names, context)
    people.said += _lookalikes(context)
    return people


def _careers(mentions: list[PersonMention], names: FullNames, context: Context) -> Iterator[tuple[str, list[Career]]]:
    """Each key with its mentions, gathered where they share a film."""
    of: dict[str, list[PersonMention]] = defaultdict(list)
    for mention in mentions:
        of[names.keys[mention.ref]].append(mention)
    for key in sorted(of):
        gathered: dict[str, tuple[list[PersonMention], set[str]]] = {}
        for mention in sorted(of[key], key=lambda m: m.ref):
            joined, films = [mention], set(context.films_of(mention)) or {mention.document}
            for old in {id(gathered[film]): gathered[film] for film in sorted(films) if film in gathered}.values():
                joined, films = old[0] + joined, old[1] | films
            gathered |= dict.fromkeys(films, (joined, films))
        unique = {id(group): group for group in gathered.values()}.values()
        yield key, sorted((_career(key, *group, context) for group in unique), key=lambda c: c.mentions[0].ref)


def _career(key: str, mentions: list[PersonMention], films: set[str], context: Context) -> Career:
    """A career; who only wrote what a film is based on may have died long before."""
    mentions = sorted(mentions, key=lambda m: m.ref)
    credited = {film for mention in mentions for film, relation in context.credits(mention) if relation}
    years = sorted(year for film in credited if (year := context.films.years[film]))
    casts = [context.people[film].keys() for film in films if film in context.people]
    return Career(key, mentions, sorted(films), years, casts)


def _person(key: str, careers: list[Career]) -> Person:
    mentions = sorted((m for career in careers for m in career.mentions), key=lambda m: m.ref)
    films = {film for career in careers for film in career.films}
    return Person(key, mentions, sorted(films))


def _slugs(persons: Sequence[Person], context: Context) -> dict[Ref, str]:
    """Slug of each mention's person: the name, with their earliest film where several people bear it."""
    index = context.films
    offers = {}
    for i, person in enumerate(persons):
        plain = slug(person.names[0])
        film = min(person.films, key=lambda f: (not index.titles.get(f), index.years.get(f) or 9999, f))
        more = [slug(index.titles[film]), film] if index.titles.get(film) else [film]
        offers[i] = [plain, *(plain + PART + word for word in [*more, short_hash(*person.first)])]
    made = distinct(offers)
    return {mention.ref: made[i] for i, person in enumerate(persons) for mention in person.mentions}


def _surname_alone(careers: list[Career]) -> Iterator[Said]:
    for left, right in pairwise(careers):
        reason = "a surname alone, in films that nobody else joins"
        yield left.mentions[0].ref, right.mentions[0].ref, Verdict.OPEN, reason


def _merged(person: Person, names: FullNames, context: Context) -> Iterator[Said]:
    """Why each mention beside the first is this person."""
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


def _lookalikes(context: Context) -> Iterator[Said]:
    """Questions about people of one film with like names, unless a document lists both for the same thing."""
    for film in sorted(context.people):
        alike_initials: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key in sorted(context.people[film]):
            if not is_short(key):
                alike_initials[initials(key)].append(key)
        reason = f"like names in “{context.films.titles.get(film, '')}”: one person misspelt or two, no text tells"
        for left, right in (pair for names in alike_initials.values() for pair in combinations(names, 2)):
            if are_close(left, right) and not context.listed_together(film, left, right):
                yield context.spoken_of[film, left], context.spoken_of[film, right], Verdict.OPEN, reason
