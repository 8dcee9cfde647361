"""The films of all documents while mentions are joined: one Film a group of mentions, with why each pair was joined."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.model import Verdict
from kg.resolve.names import alike, person_key, shares, title_key
from kg.resolve.summary import FilmMention, Ref

Said = tuple[Ref, Ref, Verdict, str]
"""A judgement while the things have no IRI yet: two mentions, the verdict and its reason."""


@dataclass(slots=True, eq=False)
class Film:
    """The mentions that are taken for one film, and what they say together; titles as keys, people by their keys.

    Most films have one mention and never meet another: what is needed to compare two is made when it is asked for.
    """

    mentions: list[FilmMention]
    others: frozenset[Ref]
    titles: frozenset[str]
    years: dict[int, int]
    first: Ref
    _people: tuple[dict[str, str], dict[str, str]] | None = None

    @classmethod
    def of(cls, mention: FilmMention) -> "Film":
        """The film of one mention."""
        return cls(
            mentions=[mention],
            others=frozenset([(mention.document, key) for key in mention.others]),
            titles=frozenset([title_key(title) for title in mention.titles]),
            years={mention.year: 1} if mention.year else {},
            first=mention.ref,
        )

    def absorb(self, other: "Film") -> None:
        """Take over all that is known of the other."""
        self.mentions += other.mentions
        for year, times in other.years.items():
            self.years[year] = self.years.get(year, 0) + times
        self.others |= other.others
        self.titles |= other.titles
        self.first = min(self.first, other.first)
        if self._people:
            self._people = (other.directors | self.directors, other.cast | self.cast)

    @property
    def refs(self) -> set[Ref]:
        """Where the film is spoken of."""
        return {mention.ref for mention in self.mentions}

    @property
    def directors(self) -> dict[str, str]:
        """Who directed it, by key."""
        return self._by_key()[0]

    @property
    def directed_by(self) -> set[str]:
        """The keys of the directors, kept nowhere."""
        return {person_key(name) for mention in self.mentions for name in mention.directors}

    @property
    def cast(self) -> dict[str, str]:
        """Who plays in it, by key."""
        return self._by_key()[1]

    def _by_key(self) -> tuple[dict[str, str], dict[str, str]]:
        if self._people is None:
            directors = {person_key(name): name for m in reversed(self.mentions) for name in m.directors}
            cast = {person_key(name): name for m in reversed(self.mentions) for name in m.cast}
            self._people = (directors, cast)
        return self._people

    @property
    def year(self) -> int | None:
        """The year that most documents give, the earliest of several."""
        if len(self.years) == 1:
            return next(iter(self.years))
        return min(self.years, key=lambda year: (-self.years[year], year), default=None)

    @property
    def about(self) -> bool:
        """Whether a document is about this film and does not merely mention it."""
        return any(mention.about for mention in self.mentions)

    @property
    def people(self) -> set[str]:
        """Directors and cast."""
        return self.directors.keys() | self.cast.keys()

    @property
    def title(self) -> str:
        """The title that most documents give it, pages about it before others; "" for none."""
        if len(self.mentions) == 1:
            return next(iter(self.mentions[0].titles), "")
        said = Counter(m.titles[0] for m in self.mentions if m.titles)
        about = Counter(m.titles[0] for m in self.mentions if m.titles and m.about)
        return min(said, key=lambda title: (-said[title], -about[title], title), default="")


def common_people(left: Film, right: Film) -> str:
    """The people that two films share, in words; "" when there are none."""
    directors = in_words(left.directors, _shared(left.directors, right.directors))
    cast = in_words(left.cast, _shared(left.cast, right.cast))
    return " and ".join(filter(None, [directors and f"directed by {directors}", cast and f"with {cast}"]))


def weight(left: Film, right: Film) -> int:
    """How much the people of two films agree: a director counts for two actors."""
    return 2 * bool(_shared(left.directors, right.directors)) + len(_shared(left.cast, right.cast))


def contradict(left: Film, right: Film) -> bool:
    """Whether the people speak against one film: other directors, not even misspelt ones, and no actor in common."""
    return (
        bool(left.directors and right.directors)
        and weight(left, right) == 0
        and not any(alike(a, b) for a in left.directors for b in right.directors)
    )


def in_words(names: Mapping[str, str], keys: Iterable[str]) -> str:
    """The first three of some people by name."""
    return ", ".join(sorted(names[key] for key in keys)[:3])


def _shared(left: Mapping[str, str], right: Mapping[str, str]) -> set[str]:
    return shares(left.keys(), right.keys())


@dataclass(slots=True)
class Films:
    """All films, found by any of their mentions (in sorted order); what is decided is recorded with its reason."""

    home: dict[Ref, Film]
    said: list[Said] = field(default_factory=list)

    @classmethod
    def of(cls, mentions: Iterable[FilmMention]) -> "Films":
        """Every mention a film of its own."""
        return cls({mention.ref: Film.of(mention) for mention in sorted(mentions, key=lambda m: m.ref)})

    def __iter__(self) -> Iterator[Film]:
        """The films, each once, in the order of their first mentions."""
        return iter({id(film): film for film in self.home.values()}.values())

    def by(self, keys: Callable[[Film], Iterable[str]]) -> list[list[Film]]:
        """Films under each of their keys, in the order of the keys; only keys that several films have."""
        blocks: dict[str, list[Film]] = defaultdict(list)
        for film in self:
            for key in set(keys(film)):
                blocks[key].append(film)
        return [blocks[key] for key in sorted(blocks) if len(blocks[key]) > 1]

    def now(self, films: Iterable[Film]) -> list[Film]:
        """The same films after what has been joined since, each once."""
        return list({id(film): film for film in (self.home[f.first] for f in films)}.values())

    def may_join(self, left: Film, right: Film) -> bool:
        """Whether no document tells the two apart, and no remake would come before its original."""
        return (
            left is not right
            and not (left.others and left.others & right.refs)
            and not (right.others and right.others & left.refs)
            and self._in_time(left, right.year)
            and self._in_time(right, left.year)
        )

    def originals(self, film: Film) -> list[Film]:
        """The films that this one remakes, each once."""
        return self.now(self.home[m.document, key] for m in film.mentions for key in m.originals)

    def remakes(self, film: Film) -> list[Film]:
        """The films that remake this one, each once."""
        return self.now(self.home[m.document, key] for m in film.mentions for key in m.remakes)

    def _in_time(self, film: Film, year: int | None) -> bool:
        """Whether the film, if it were of this year, would lie between its originals and its remakes."""
        if year is None or film.years or not film.others:
            return True
        return all((f.year or 0) <= year for f in self.originals(film)) and all(
            year <= (f.year or year) for f in self.remakes(film)
        )

    def join(self, left: Film, right: Film, reason: str) -> Film:
        """One film of two that may join; the smaller group moves."""
        self.said.append((left.first, right.first, Verdict.SAME, reason))
        large, small = (left, right) if len(left.mentions) >= len(right.mentions) else (right, left)
        for mention in small.mentions:
            self.home[mention.ref] = large
        large.absorb(small)
        return large

    def tell_apart(self, left: Film, right: Film, reason: str) -> None:
        """Record that two films of one title are two."""
        self.said.append((left.first, right.first, Verdict.DIFFERENT, reason))

    def ask(self, left: Film, right: Film, reason: str) -> None:
        """Record that it is open whether two films are one."""
        self.said.append((left.first, right.first, Verdict.OPEN, reason))
