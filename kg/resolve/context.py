"""The films around the people: who is credited in which film, as what, by which document, in which part."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from kg.resolve.names import bare, person_key
from kg.resolve.summary import Part, PersonMention, Ref, Summary
from kg.vocab import slug

_CASTS: Final = 4096  # films whose people are kept at hand; those of a document's films are asked for one after another


@dataclass(frozen=True, slots=True)
class FilmIndex:
    """What became of the film mentions: the slug of each, and year and title of each slug."""

    slugs: Mapping[Ref, str]
    years: Mapping[str, int | None]
    titles: Mapping[str, str]


@dataclass(slots=True)
class Cast:
    """The people of one film (keys) with their relations, the lists they stand in, the parts they play.

    `spoken_of` is one mention of each, to point to where the person is in question.
    """

    people: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    lists: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    played: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    spoken_of: dict[str, Ref] = field(default_factory=dict)

    def add(self, mention: PersonMention, relation: str) -> None:
        """Note a credit."""
        key = person_key(mention.name)
        self.people[key].add(relation)
        self.lists[mention.document, relation].add(key)
        self.spoken_of[key] = min(mention.ref, self.spoken_of.get(key, mention.ref))

    def listed_together(self, left: str, right: str) -> bool:
        """Whether one document credits both for the same thing, and so tells them apart."""
        return any(relation and left in names and right in names for (_, relation), names in self.lists.items())

    def credited_alike(self, left: str, right: str) -> bool:
        """Whether both are credited for the same."""
        return any(relation and relation in self.people[right] for relation in self.people[left])

    def times(self, name: str) -> int:
        """How many documents have the name among the film's people."""
        return len({document for (document, _), names in self.lists.items() if name in names})

    def share_part(self, left: str, right: str) -> bool:
        """Whether both are said to play the same part of the film."""
        return not self.played.get(left, set()).isdisjoint(self.played.get(right, set()))


class Context:
    """The mentions of people by film (slug); what they come to in a film is worked out when it is asked for."""

    def __init__(self, summaries: Iterable[Summary], films: FilmIndex) -> None:
        self.films = films
        self._mentions: dict[str, list[PersonMention]] = defaultdict(list)
        self._parts: dict[str, list[Part]] = defaultdict(list)
        for summary in summaries:
            for mention in summary.people:
                for film in self.films_of(mention):
                    self._mentions[film].append(mention)
            for part in summary.parts:
                if part.player and part.character:
                    self._parts[films.slugs[summary.document, part.film]].append(part)
        self.cast = lru_cache(_CASTS)(self._cast)

    @property
    def cast_films(self) -> list[str]:
        """The films that have people, sorted."""
        return sorted(self._mentions)

    def several_speak_of(self, film: str) -> bool:
        """Whether several documents name people of the film."""
        mentions = self._mentions.get(film, [])
        return any(mention.document != mentions[0].document for mention in mentions)

    def credits(self, mention: PersonMention) -> list[tuple[str, str]]:
        """(film, relation) of a mention's credits, sorted."""
        slugs, document = self.films.slugs, mention.document
        found = [(slugs[document, film], relation) for film, relation in mention.credits]
        return found if len(found) == 1 else sorted(set(found))

    def films_of(self, mention: PersonMention) -> list[str]:
        """The films of a mention, sorted."""
        slugs, document = self.films.slugs, mention.document
        if len(mention.credits) == 1:  # as most have
            return [slugs[document, mention.credits[0][0]]]
        return sorted({slugs[document, film] for film, _ in mention.credits})

    def _cast(self, film: str) -> Cast:
        cast = Cast()
        for mention in self._mentions.get(film, ()):
            for slugged, relation in self.credits(mention):
                if slugged == film:
                    cast.add(mention, relation)
        for part in self._parts.get(film, ()):
            cast.played[person_key(part.player)].add(bare(slug(part.character)))
        return cast
