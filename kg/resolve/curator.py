"""People's decisions in; films and people joined, parted and renamed as they say, whatever the rules found, out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import combinations
from typing import Final

from kg.errors import InputError
from kg.model import Claim, Decision, Decisions, Entity, Extraction, Kind, Thing, Value, Verb, Verdict
from kg.resolve.context import Context
from kg.resolve.films import Films, Said
from kg.resolve.people import People, Person
from kg.resolve.resolution import Slugs
from kg.resolve.summary import Ref
from kg.vocab import BaseIri, slug
from kg.vocab.iris import PART

_KINDS: Final = (Kind.MOVIE, Kind.PERSON)


def mention_iri(base: BaseIri, document: str, kind: Kind, key: str) -> str:
    """IRI of a thing as one document (slug) knows it: a fragment of the document's."""
    return f"{base.join('document', document)}#{kind}={slug(key)}"


@dataclass(slots=True)
class Curator:
    """Applies decisions to films and people; `said` are its judgements, `known` the mention behind each IRI."""

    decisions: Decisions
    documents: Mapping[str, str]
    base: BaseIri
    said: dict[Kind, list[Said]] = field(default_factory=lambda: {kind: [] for kind in _KINDS})
    known: dict[str, Ref] = field(default_factory=dict)

    def part_mentions(self, films: Films) -> None:
        """Keep the rules from joining mentions of films that are decided to be different."""
        self._meet(Kind.MOVIE, films.home, {})
        for decision in self._of(Kind.MOVIE, Verb.DIFFERENT):
            mentions = [self._ref(decision, iri) for iri in decision.things if "#" in iri]
            for one, other in combinations(mentions, 2):
                films.home[one].others |= {other}

    def settle_films(self, films: Films, slugs: Mapping[int, str]) -> dict[int, str]:
        """Join the films decided to be one under the slug of the best known; the slug of each film by its `id()`."""
        made = dict(slugs)
        rank = {made[id(f)]: (not f.titles, not f.years, -len(f.mentions), made[id(f)]) for f in films}
        self._meet(Kind.MOVIE, films.home, {made[id(film)]: film.first for film in films})
        for decision in self._of(Kind.MOVIE, Verb.SAME):
            first, *others = (self._ref(decision, iri) for iri in decision.things)
            for ref in others:
                left, right = films.home[first], films.home[ref]
                if left is not right:
                    kept = min(made[id(left)], made[id(right)], key=rank.__getitem__)
                    made[id(films.join(left, right, decision.reason))] = kept
        self._tell_apart(Kind.MOVIE, {ref: made[id(film)] for ref, film in films.home.items()})
        return made

    def settle_people(self, people: People, context: Context) -> None:
        """Part the mentions of people that are decided to be different, then join the people that are one."""
        if not self.decisions.entries:
            return
        self._meet(Kind.PERSON, people.slugs, {people.slugs[person.first]: person.first for person in people.persons})
        of = {people.slugs[person.first]: person for person in people.persons}
        for decision in self._of(Kind.PERSON, Verb.DIFFERENT):
            for ref in self._leaving(decision):
                self._let_go(ref, of, people, context)
        rank = {name: (-len(person.mentions), name) for name, person in of.items()}
        for decision in self._of(Kind.PERSON, Verb.SAME):
            first, *others = (self._ref(decision, iri) for iri in decision.things)
            for ref in others:
                names = sorted({people.slugs[first], people.slugs[ref]}, key=rank.__getitem__)
                if len(names) > 1:
                    people.said.append((first, ref, Verdict.SAME, decision.reason))
                    self._put(_together(*(of.pop(name) for name in names)), names[0], of, people)
        people.persons = list(of.values())
        self._tell_apart(Kind.PERSON, people.slugs)

    def renamed(self, entities: Iterable[Entity], final: Mapping[str, str]) -> Iterator[Entity]:
        """The entities under the names that people gave them; `final` has the IRIs that IRIs were joined under."""
        names = {final[d.things[0]]: d.value for kind in _KINDS for d in self._of(kind, Verb.RENAME)}
        for entity in entities:
            name = names.get(entity.iri, entity.name)
            if name == entity.name:
                yield entity
            else:
                others = filter(None, {entity.name, *entity.aliases} - {name})
                yield replace(entity, name=name, aliases=tuple(sorted(others)))

    def final(self, slugs: Slugs) -> dict[str, str]:
        """The IRI under which each known IRI is found in the graph."""
        return {iri: slugs.iri(ref[0], Thing(self._kind(iri) or Kind.MOVIE, ref[1])) for iri, ref in self.known.items()}

    def settled(self, final: Mapping[str, str]) -> tuple[Decision, ...]:
        """The decisions with the IRIs that the graph has."""
        return tuple(
            replace(d, things=tuple(final.get(iri, iri) for iri in d.things), value=final.get(d.value, d.value))
            for d in self.decisions.of(*Verb)
        )

    def names(self, slugs: Mapping[Kind, Mapping[Ref, str]]) -> dict[Kind, dict[Ref, str]]:
        """Slugs of the things that the file of decisions itself speaks of."""
        own: dict[Kind, dict[Ref, str]] = {kind: {} for kind in _KINDS}
        for kind in _KINDS:
            for decision in self._of(kind, Verb.RENAME):
                iri = decision.things[0]
                own[kind][decision.evidence.document, iri] = slugs[kind][self._ref(decision, iri)]
        return own

    def added(self) -> tuple[Extraction, ...]:
        """The file of decisions as a document that states the names it gives."""
        if self.decisions.document is None:
            return ()
        claims = (
            Claim(Thing(kind, d.things[0]), "schema:name", Value(d.value), d.evidence)
            for kind in _KINDS
            for d in self._of(kind, Verb.RENAME)
        )
        return (Extraction(self.decisions.document, None, tuple(claims)),)

    def _meet(self, kind: Kind, mentions: Iterable[Ref], slugs: Mapping[str, Ref]) -> None:
        if self.decisions.entries:
            self.known |= {mention_iri(self.base, self.documents[d], kind, key): (d, key) for d, key in mentions}
            self.known |= {self.base.join(kind, name): ref for name, ref in slugs.items()}

    def _of(self, kind: Kind, *verbs: Verb) -> Iterator[Decision]:
        """The decisions about things of a kind that change what is one, or what it is called."""
        for decision in self.decisions.of(*verbs):
            kinds = {self._kind(iri) for iri in decision.things}
            if len(kinds) > 1 or not kinds <= {*_KINDS}:
                known = f"{self.base.base}movie/… or {self.base.base}person/…"
                raise InputError(f"{decision.place}: [[{decision.verb}]] takes films or people, as {known}")
            if kinds == {kind}:
                yield decision

    def _kind(self, iri: str) -> Kind | None:
        first = iri.partition("#")[2].partition("=")[0] or iri.removeprefix(self.base.base).partition("/")[0]
        return next((kind for kind in _KINDS if kind == first), None)

    def _ref(self, decision: Decision, iri: str) -> Ref:
        if iri not in self.known:
            near = get_close_matches(iri, sorted(self.known), n=2, cutoff=0.6)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            raise InputError(f"{decision.place}: nothing has the IRI {iri}{hint}")
        return self.known[iri]

    def _tell_apart(self, kind: Kind, slugs: Mapping[Ref, str]) -> None:
        """Record what is decided to be different; two that are one all the same are an error."""
        for decision in self._of(kind, Verb.DIFFERENT):
            for one, other in combinations([self._ref(decision, iri) for iri in decision.things], 2):
                if slugs[one] == slugs[other]:
                    hint = "another entry joins them, or two of their mentions (see judgements.jsonl) have to be named"
                    raise InputError(f"{decision.place}: {' and '.join(decision.things)} are one: {hint}")
                self.said[kind].append((one, other, Verdict.DIFFERENT, decision.reason))

    def _leaving(self, decision: Decision) -> list[Ref]:
        """The mentions that a decision takes from their person: all, or all but one where it names no person."""
        refs = [self._ref(decision, iri) for iri in decision.things]
        mentions = [ref for ref, iri in zip(refs, decision.things, strict=True) if "#" in iri]
        return mentions if len(mentions) < len(refs) else mentions[1:]

    def _let_go(self, ref: Ref, of: dict[str, Person], people: People, context: Context) -> None:
        """A mention becomes a person of its own, under the name with the document's; nothing where it is alone."""
        old = people.slugs[ref]
        person = of[old]
        if len(person.mentions) == 1:
            return
        alone = [mention for mention in person.mentions if mention.ref == ref]
        of[old] = replace(person, mentions=[mention for mention in person.mentions if mention.ref != ref])
        self.known[self.base.join(Kind.PERSON, old)] = of[old].first
        name = old + PART + self.documents[ref[0]]
        self._put(Person(person.key, alone, context.films_of(alone[0])), name, of, people)
        self.known[self.base.join(Kind.PERSON, name)] = ref

    @staticmethod
    def _put(person: Person, name: str, of: dict[str, Person], people: People) -> None:
        of[name] = person
        people.slugs |= {mention.ref: name for mention in person.mentions}


def _together(kept: Person, other: Person) -> Person:
    mentions = sorted([*kept.mentions, *other.mentions], key=lambda mention: mention.ref)
    return Person(kept.key, mentions, sorted({*kept.films, *other.films}))
