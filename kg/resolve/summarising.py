"""Extraction in, Summary out: one document's claims are read for all that tells whom and what it speaks of."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeVar

from kg.model import Claim, Datatype, Evidence, Extraction, Kind, Status, Thing, Value
from kg.resolve.summary import FilmMention, Part, PersonMention, Summary

T = TypeVar("T", str, int)

_DATES: Final = {Datatype.DATE, Datatype.GYEAR, Datatype.GYEAR_MONTH}
_TIES: Final = {"kg:remakeOf", "kg:remadeAs", "kg:sequelTo"}
_NAMED: Final = {Kind.ORGANIZATION, Kind.COUNTRY, Kind.WORK, Kind.BOOK, Kind.REVIEWER}


@dataclass(slots=True)
class _Film:
    names: list[tuple[str, Evidence]] = field(default_factory=list)
    aliases: list[tuple[str, Evidence]] = field(default_factory=list)
    years: list[tuple[int, Evidence]] = field(default_factory=list)
    directors: set[str] = field(default_factory=set)
    cast: set[str] = field(default_factory=set)
    originals: set[str] = field(default_factory=set)
    remakes: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Person:
    credits: set[tuple[str, str]] = field(default_factory=set)
    born: set[int] = field(default_factory=set)
    jobs: set[str] = field(default_factory=set)


def summarise(extraction: Extraction) -> Summary:
    """The films, people, parts and names of one document."""
    gathered = _Gathered()
    if extraction.about:
        gathered.meet(extraction.about)
    for claim in extraction.claims:
        gathered.read(claim)
    return gathered.summary(extraction.document.id, extraction.about)


class _Gathered:
    """What one document's claims say, while they are read."""

    def __init__(self) -> None:
        self._credits: dict[tuple[str, str], tuple[str, str]] = {}
        self.films: dict[str, _Film] = {}
        self.people: dict[str, _Person] = {}
        self.parts: set[Part] = set()
        self.named: set[Thing] = set()
        self.authors: set[tuple[Thing, str]] = set()

    def meet(self, thing: Thing) -> None:
        """Note that the document speaks of a thing, and of what it is told apart by."""
        if thing.kind is Kind.MOVIE:
            self.films.setdefault(thing.key, _Film())
        elif thing.kind is Kind.PERSON:
            self.people.setdefault(thing.key, _Person())
        elif thing.kind is Kind.CHARACTER:
            self.parts.add(Part(thing.parts[0].key, "", thing.key))
        elif thing.kind is Kind.ROLE:
            film, player = thing.parts
            self.parts.add(Part(film.key, player.key, thing.key))
        elif thing.kind in _NAMED:
            self.named.add(thing)
        for part in thing.parts:
            self.meet(part)

    def read(self, claim: Claim) -> None:
        """Note what a claim says about identity; a claim that is not asserted only introduces its things."""
        subject, relation, obj = claim.subject, claim.relation, claim.object
        self.meet(subject)
        if isinstance(obj, Thing):
            self.meet(obj)
            self._link(subject, relation, obj, claim.evidence.status is Status.ASSERTED)
        elif subject.kind is Kind.MOVIE:
            self._film_value(self.films[subject.key], relation, obj, claim.evidence)
        elif subject.kind is Kind.PERSON and claim.evidence.status is Status.ASSERTED:
            self._person_value(self.people[subject.key], relation, obj)

    def _link(self, subject: Thing, relation: str, obj: Thing, asserted: bool) -> None:
        if subject.kind is Kind.MOVIE and obj.kind is Kind.PERSON:
            self.people[obj.key].credits.add(self._credit(subject.key, relation))
            film = self.films[subject.key]
            if asserted and relation == "schema:director":
                film.directors.add(obj.key)
            elif asserted and relation == "schema:actor":
                film.cast.add(obj.key)
        elif subject.kind is Kind.ROLE and obj.kind is Kind.PERSON and relation == "schema:actor":
            self.people[obj.key].credits.add(self._credit(subject.parts[0].key, relation))
        elif subject.kind in (Kind.WORK, Kind.BOOK) and relation == "schema:author":
            self.authors.add((subject, obj.key))
            self.people[obj.key].jobs.add("author")
        elif relation in _TIES and subject.kind is obj.kind is Kind.MOVIE:
            self._tie(subject.key, relation, obj.key, asserted)

    def _credit(self, film: str, relation: str) -> tuple[str, str]:
        """A credit, one object for all who have it."""
        credit = (sys.intern(film), sys.intern(relation))
        return self._credits.setdefault(credit, credit)

    def _tie(self, left: str, relation: str, right: str, asserted: bool) -> None:
        self.films[left].others.add(right)
        self.films[right].others.add(left)
        if asserted and relation != "kg:sequelTo":
            remake, original = (left, right) if relation == "kg:remakeOf" else (right, left)
            self.films[remake].originals.add(original)
            self.films[original].remakes.add(remake)

    @staticmethod
    def _film_value(film: _Film, relation: str, value: Value, evidence: Evidence) -> None:
        if relation == "schema:name":
            film.names.append((value.text, evidence))
        elif relation == "schema:alternateName":
            film.aliases.append((value.text, evidence))
        elif relation == "schema:datePublished" and value.datatype in _DATES and evidence.status is Status.ASSERTED:
            film.years.append((int(value.text[:4]), evidence))

    @staticmethod
    def _person_value(person: _Person, relation: str, value: Value) -> None:
        if relation == "schema:birthDate" and value.datatype in _DATES:
            person.born.add(int(value.text[:4]))
        elif relation == "schema:jobTitle":
            person.jobs.add(value.text.casefold())

    def summary(self, document: str, about: Thing | None) -> Summary:
        """All that was read, in an order of its own."""
        main = about.key if about else None
        return Summary(
            document,
            tuple(self._film(document, key, key == main) for key in sorted(self.films)),
            tuple(self._people(document, main)),
            tuple(sorted(self.parts)),
            tuple(sorted(self.named)),
            tuple(sorted(self.authors)),
        )

    def _film(self, document: str, key: str, about: bool) -> FilmMention:
        film = self.films[key]
        return FilmMention(
            (document, sys.intern(key)),
            about,
            tuple(dict.fromkeys(_by_weight(film.names) + _by_weight(film.aliases))),
            next(iter(_by_weight(film.years)), None),
            tuple(sorted(film.directors)),
            tuple(sorted(film.cast)),
            tuple(sorted(film.originals)),
            tuple(sorted(film.remakes)),
            tuple(sorted(film.others - {key})),
        )

    def _people(self, document: str, main: str | None) -> Iterator[PersonMention]:
        """The people, those without a credit in the context of the film that the document is about."""
        context = (self._credit(main, ""),) if main else ()
        for name in sorted(self.people):
            person = self.people[name]
            credits = tuple(sorted(person.credits)) or context
            yield PersonMention((document, name), credits, tuple(sorted(person.born)), tuple(sorted(person.jobs)))


def _by_weight(said: list[tuple[T, Evidence]]) -> list[T]:
    """The values, the most often stated first, then the one that comes first in the text."""
    count = Counter(value for value, _ in said)
    first: dict[T, int] = {}
    for value, evidence in said:
        first[value] = min(first.get(value, evidence.span.start), evidence.span.start)
    return sorted(count, key=lambda value: (-count[value], first[value], value))
