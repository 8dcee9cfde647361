"""Novels, plays and other written works: one where the title is one, several where different authors are stated."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model import Thing
from kg.resolve.names import person_key, shares
from kg.resolve.summary import Summary
from kg.vocab import slug
from kg.vocab.iris import PART

Work = tuple[str, Thing]
"""A work as one document knows it: the document's id and the thing."""


def title_of(work: Thing) -> str:
    """What works have to share to be one."""
    return f"{work.kind}/{slug(work.key)}"


def work_slugs(summaries: Iterable[Summary]) -> dict[Work, str]:
    """Slugs of the works that stated authors tell from others of their title; every other work has its title's."""
    authors: dict[str, dict[Work, set[str]]] = defaultdict(lambda: defaultdict(set))
    for summary in summaries:
        for work, author in summary.authors:
            authors[title_of(work)][summary.document, work].add(person_key(author))
    slugs: dict[Work, str] = {}
    for works in authors.values():
        groups = _groups(works.values())
        if len(groups) > 1:
            slugs |= {
                work: slug(work[1].key) + PART + min(g) for work, names in works.items() for g in groups if names & g
            }
    return slugs


def _groups(authors: Iterable[set[str]]) -> list[set[str]]:
    """Authors that write together, or may be one person, in one group."""
    groups: list[set[str]] = []
    for names in sorted(authors, key=sorted):
        close = [group for group in groups if shares(group, names)]
        groups = [group for group in groups if group not in close] + [set().union(*close, names)]
    return groups
