"""A document's summary in; its films in groups, with the keys by which these meet groups of other documents, out.

Films of two groups can only be one, or help to decide on each other, where a chain of groups joins them in which each
has a key in common with the next: a block. So blocks can be decided one by one, in any order.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.resolve.names import bare, person_key, title_key
from kg.resolve.summary import FilmMention, Ref, Summary

_TITLE, _UNTITLED, _DIRECTED = "t:", "u:", "d:"


@dataclass(frozen=True, slots=True)
class Group:
    """Films that one document ties to each other; most are alone."""

    refs: frozenset[Ref]
    keys: frozenset[str]


def groups(summary: Summary) -> Iterator[Group]:
    """The groups of a document."""
    home = {mention.key: {mention.key} for mention in summary.films}
    for mention in summary.films:
        for key in (*mention.others, *mention.originals, *mention.remakes):
            if home[key] is not home[mention.key]:
                home[mention.key] |= home[key]
                home |= dict.fromkeys(home[key], home[mention.key])
    keys = {mention.key: _keys(mention) for mention in summary.films}
    for group in {id(group): group for group in home.values()}.values():
        yield Group(frozenset((summary.document, key) for key in group), frozenset().union(*(keys[k] for k in group)))


def _keys(mention: FilmMention) -> set[str]:
    """Titles without their article, and directors: an untitled film may be any of its director's."""
    directed = _DIRECTED if mention.titles else _UNTITLED
    return {_TITLE + bare(title_key(title)) for title in mention.titles} | {
        directed + person_key(name) for name in mention.directors
    }


def met(key: str) -> tuple[str, ...]:
    """The keys that a key meets: a titled film meets the untitled ones of its director, and these all of them."""
    if key.startswith(_DIRECTED):
        return (_UNTITLED + key.removeprefix(_DIRECTED),)
    if key.startswith(_UNTITLED):
        return key, _DIRECTED + key.removeprefix(_UNTITLED)
    return (key,)
