"""The films around the people: who is credited in which film, as what, by which document, in which part."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.resolve.names import bare, person_key
from kg.resolve.summary import PersonMention, Ref, Summary
from kg.vocab import slug


@dataclass(frozen=True, slots=True)
class FilmIndex:
    """What became of the film mentions: the slug of each, and year and title of each slug."""

    slugs: Mapping[Ref, str]
    years: Mapping[str, int | None]
    titles: Mapping[str, str]


@dataclass(slots=True)
class Context:
    """For each film (slug): its people (keys) with their relations, the lists they stand in, the parts they play.

    `spoken_of` is one mention of each (film, key), to point to where the person is in question.
    """

    films: FilmIndex
    people: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    lists: dict[str, dict[tuple[str, str], set[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(set))
    )
    played: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    spoken_of: dict[tuple[str, str], Ref] = field(default_factory=dict)

    @classmethod
    def of(cls, summaries: Iterable[Summary], films: FilmIndex) -> "Context":
        """The people of every film, out of all documents."""
        context = cls(films)
        for summary in summaries:
            for mention in summary.people:
                for film, relation in context.credits(mention):
                    key = person_key(mention.name)
                    context.people[film][key].add(relation)
                    context.lists[film][mention.document, relation].add(key)
                    context.spoken_of[film, key] = min(mention.ref, context.spoken_of.get((film, key), mention.ref))
            for part in summary.parts:
                if part.player and part.character:
                    film = films.slugs[summary.document, part.film]
                    context.played[film, person_key(part.player)].add(bare(slug(part.character)))
        return context

    def credits(self, mention: PersonMention) -> list[tuple[str, str]]:
        """(film, relation) of a mention's credits, sorted."""
        return sorted({(self.films.slugs[mention.document, film], relation) for film, relation in mention.credits})

    def films_of(self, mention: PersonMention) -> list[str]:
        """The films of a mention, sorted."""
        return sorted({film for film, _ in self.credits(mention)})

    def listed_together(self, film: str, left: str, right: str) -> bool:
        """Whether one document credits both for the same thing, and so tells them apart."""
        return any(relation and left in names and right in names for (_, relation), names in self.lists[film].items())

    def credited_alike(self, film: str, left: str, right: str) -> bool:
        """Whether both are credited for the same."""
        return any(relation and relation in self.people[film][right] for relation in self.people[film][left])

    def times(self, film: str, name: str) -> int:
        """How many documents have the name among the film's people."""
        return len({document for (document, _), names in self.lists[film].items() if name in names})

    def share_part(self, film: str, left: str, right: str) -> bool:
        """Whether both are said to play the same part of the film."""
        return not self.played.get((film, left), set()).isdisjoint(self.played.get((film, right), set()))
