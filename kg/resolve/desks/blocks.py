"""The keys of all groups of films in; which keys mean one block, out: the only look that anybody takes at all films.

What is held for it are the keys of those groups that have several, as documents tie films to each other or a film has
several titles, or a director of whom an untitled film is known.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from kg.resolve.blocks import groups
from kg.resolve.desks.office import OURS, Office
from kg.resolve.names import bare, person_key, title_key
from kg.resolve.summary import FilmMention, Summary
from kg.vocab import slug

_DIGITS: Final = "-0123456789"


class Keyed(Struct, array_like=True):
    """Films that one document ties to each other: by what they meet others, and who directed those with a title.

    `stems` are of titles, and coarser than these: films that might want one slug have one in common. `sought` are the
    directors of untitled films, which may be any of theirs.
    """

    mentions: list[FilmMention]
    stems: list[str]
    sought: list[str]
    directors: list[str]

    @property
    def block(self) -> str:
        """A key that they have, or a name that no others have."""
        return min((*self.stems, *map(_sought, self.sought)), default=f"@{self.mentions[0].document}")


class Same(Struct, array_like=True):
    """A key, and the one that stands for it and all that mean the same block."""

    key: str
    root: str

    @classmethod
    def laid(cls, office: Office) -> dict[str, str]:
        """The keys that whoever asked for the work laid aside, with what stands for them."""
        return {each.key: each.root for each in office.laid(OURS, cls)}


def keyed(summary: Summary) -> Iterator[Keyed]:
    """The groups of a document."""
    films = {mention.ref: mention for mention in summary.films}
    for group in groups(summary):
        some = [films[ref] for ref in sorted(group.refs)]
        yield Keyed(
            some,
            sorted({stem for mention in some for title in mention.titles for stem in _stems(title)}),
            sorted({person_key(name) for mention in some if not mention.titles for name in mention.directors}),
            sorted({person_key(name) for mention in some if mention.titles for name in mention.directors}),
        )


def blocks(office: Office) -> list[Same]:
    """Which keys mean one block."""

    def all_keyed() -> Iterator[Keyed]:
        return (each for desk in range(office.desks) for each in office.laid(desk, Keyed))

    wanted = {name for each in all_keyed() for name in each.sought}
    keys = ([*each.stems, *map(_sought, {*each.sought, *wanted.intersection(each.directors)})] for each in all_keyed())
    return united(some for some in keys if some[1:])


def united(some: Iterable[Iterable[str]]) -> list[Same]:
    """Keys that mean the same, directly or over others."""
    root: dict[str, str] = {}

    def find(key: str) -> str:
        while (above := root.setdefault(key, key)) != key:
            root[key] = key = root[above]
        return key

    for keys in some:
        first, *others = map(find, keys)
        for other in others:
            root[find(other)] = first = find(first)
    return [Same(key, find(key)) for key in list(root)]


def _sought(director: str) -> str:
    return f"{director}/"


def _stems(title: str) -> set[str]:
    """What all slugs of films with this title begin with, number and article aside: "" where they may be numbers."""
    if slug(f"{title} 0") == "0":
        return {"", *({_stem(title_key(title))})}
    return {_stem(title_key(title)), _stem(slug(title))}


def _stem(key: str) -> str:
    stem = bare(key).rstrip(_DIGITS)
    return "" if bare(f"{stem}-0") == "0" else stem
