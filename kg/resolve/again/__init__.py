"""What identity came to, and the documents that came and went since, in; what it comes to now out.

Only what may change is decided anew, by the same functions as at first, from all that it is decided on.

now     the documents as they are now, and those whose things may be called otherwise than before
films   by blocks: mentions that meet each other by a title or a tie
people  by name: in the films of all who bear it, and these by their whole casts
things  characters by film; works by title; companies, countries and reviewers by what they are called
"""

from collections.abc import Collection, Iterable

from kg.resolve.again.films import films_again
from kg.resolve.again.now import Now
from kg.resolve.again.people import people_again
from kg.resolve.again.things import things_again
from kg.resolve.deciding import without_collector
from kg.resolve.memory import Memory
from kg.resolve.names import forget
from kg.resolve.recording import judge_again, recalled
from kg.resolve.resolution import Resolution
from kg.resolve.summary import Summary
from kg.vocab import BaseIri

__all__ = ["decide_again"]


def decide_again(
    memory: Memory, gone: Collection[str], come: Iterable[Summary], base: BaseIri
) -> tuple[Resolution, list[Summary]]:
    """What all documents come to when some are gone and others came, or came in their place.

    With it the documents whose things may be called otherwise than before. The memory is changed.
    """
    with without_collector():
        now = Now.after(memory, gone, come, base)
        films = films_again(now)
        people_again(now, films)
        slugs = things_again(now, films)
        judge_again(memory, now.affected, slugs)
        memory.settle()
        forget()
        return recalled(memory, slugs), now.of(now.affected & now.documents.keys())
