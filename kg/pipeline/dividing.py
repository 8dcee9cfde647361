"""The claims of a build and those who work, in; what everything is called, decided among them, out."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from kg.pipeline.claims import Claims, Portion
from kg.pipeline.kept import digest
from kg.pipeline.options import Steps
from kg.pipeline.parts import DOCUMENTS
from kg.pipeline.parts.packing import encode
from kg.pipeline.runners import Runner
from kg.pipeline.work import each
from kg.resolve import Divided, Office, Resolution, Summary, decide_at_desks, sum_up, summarise
from kg.vocab import BaseIri

Names = tuple[str, bytes]
"""A document's id, and a digest of what its things are called."""


def divide(folder: Path, base: BaseIri, claims: Claims, runner: Runner, steps: Steps, *, keep: bool) -> Divided:
    """Decide identity, a portion of the documents a desk; what desks write to each other is put into a folder."""
    portions = list(claims.portions(DOCUMENTS))
    office = Office(folder, len(portions), base, keep)

    def do(step: Callable[[Office, int], Any]) -> list[Any]:
        return list(each(runner, steps, "resolving", partial(step, office), range(office.desks)))

    firsts = list(each(runner, steps, "resolving", partial(_sum_up, office, claims.plain), portions))
    return decide_at_desks(office, ids_of(claims), firsts, do)


def ids_of(claims: Claims) -> list[str]:
    """The documents that were not skipped."""
    return [head.id for head in claims.heads if not head.reason]


def names_of(divided: Divided, runner: Runner, steps: Steps) -> Iterator[Names]:
    """What the things of all documents are called, while statements are shared out."""
    found = each(runner, steps, "sharing out", partial(_names_at, divided), range(divided.office.desks))
    return (name for some in found for name in some)


def names(resolution: Resolution, summaries: Iterable[Summary]) -> Iterator[Names]:
    """What the things of some documents are called."""
    return ((summary.document, digest(encode(resolution.told(summary)))) for summary in summaries)


def _sum_up(office: Office, claims: Claims, portion: Portion) -> str:
    return sum_up(office, portion.number, map(summarise, claims.within(portion)))


def _names_at(divided: Divided, desk: int) -> list[Names]:
    return list(names(divided.portion(desk), divided.summaries(desk)))
