"""Documents whose summaries lie at desks, and somebody who has a step done at each, in; what identity came to, out."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

from kg.model import Kind
from kg.resolve.desks.answers import Divided
from kg.resolve.desks.blocks import Same, blocks
from kg.resolve.desks.casts import read_casts, tell_casts
from kg.resolve.desks.documents import Renamed, renamed
from kg.resolve.desks.films import Unnamed, decide_films, keep_films, name_untitled, send_films
from kg.resolve.desks.names import Moved, count_families, moved, send_names
from kg.resolve.desks.office import OURS, Office
from kg.resolve.desks.people import decide_people
from kg.resolve.desks.things import answer, decide_names, decide_parts, name_things
from kg.resolve.desks.works import decide_works, send_works

Do = Callable[[Callable[[Office, int], Any]], list[Any]]
"""Has a step done at every desk; what came of it, in their order."""


def decide_at_desks(office: Office, ids: Iterable[str], firsts: Sequence[str], do: Do) -> Divided:
    """Decide identity, with `ids` of all documents, and the first of each desk."""
    office.lay(OURS, renamed(ids), Renamed)
    office.lay(OURS, blocks(office), Same)
    do(_send)
    office.lay(OURS, name_untitled([*chain.from_iterable(do(_decide))]), Unnamed)
    films = do(_keep)
    do(read_casts)
    do(send_names)
    office.lay(OURS, moved([*chain.from_iterable(do(count_families))]), Moved)
    people = do(decide_people)
    for step in (answer, decide_parts, name_things, decide_names):
        do(step)
    return Divided(office, firsts, {Kind.MOVIE: sum(films), Kind.PERSON: sum(people)})


def _send(office: Office, desk: int) -> None:
    send_works(office, desk)
    send_films(office, desk)


def _decide(office: Office, desk: int) -> list[Unnamed]:
    decide_works(office, desk)
    return decide_films(office, desk)


def _keep(office: Office, desk: int) -> int:
    tell_casts(office, desk)
    return keep_films(office, desk)
