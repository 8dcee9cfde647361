"""The little of a document that identity is decided on, so that its claims need not be held.

There is one for every document at once, so they hold tuples, which are smaller than sets, and share their strings.
"""

from dataclasses import dataclass

from kg.model import Thing

Ref = tuple[str, str]
"""A thing as one document knows it: the document's id and the thing's key."""


@dataclass(frozen=True, slots=True)
class FilmMention:
    """A film as one document knows it, its own title first.

    `originals` and `remakes` are the keys of the films that it remakes and that remake it, `others` those of all films
    that the document ties it to, so that it is none of them.
    """

    ref: Ref
    about: bool
    titles: tuple[str, ...] = ()
    year: int | None = None
    directors: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()
    remakes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def document(self) -> str:
        """Id of the document."""
        return self.ref[0]

    @property
    def key(self) -> str:
        """What tells the film apart within the document."""
        return self.ref[1]


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person as one document knows them; `credits` are (key of the film, relation)."""

    ref: Ref
    credits: tuple[tuple[str, str], ...]
    born: tuple[int, ...] = ()
    jobs: tuple[str, ...] = ()

    @property
    def document(self) -> str:
        """Id of the document."""
        return self.ref[0]

    @property
    def name(self) -> str:
        """The name, in its fullest form in the document."""
        return self.ref[1]


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A character of a film (key), with the person who plays it and "" where none is named, or a role without one."""

    film: str
    player: str
    character: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What identity is decided on: films, people, parts, and the other things that have a name."""

    document: str
    films: tuple[FilmMention, ...]
    people: tuple[PersonMention, ...]
    parts: tuple[Part, ...]
    named: tuple[Thing, ...]
    authors: tuple[tuple[Thing, str], ...]
