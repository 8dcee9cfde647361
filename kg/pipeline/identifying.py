"""The documents of a build, and what an older one kept, in; what everything is called out: decided at once, among all
who work, or only where it may have changed.
"""

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import msgspec

from kg.export import PARTS
from kg.pipeline.basis import Basis, many
from kg.pipeline.claims import Claims, Portion
from kg.pipeline.curation import Curation
from kg.pipeline.kept import IDENTITY, digest
from kg.pipeline.options import Options, Steps
from kg.pipeline.parts import DOCUMENTS
from kg.pipeline.parts.packing import encode
from kg.pipeline.runners import Here, Runner
from kg.pipeline.work import each
from kg.resolve import (
    Divided,
    Memory,
    Office,
    Resolution,
    Resolved,
    Summary,
    decide,
    decide_again,
    decide_at_desks,
    documents_in,
    remember,
    sum_up,
    summarise,
)

LARGE: Final = 20_000  # documents; fewer are decided sooner by one alone than among a few who work
Names = tuple[str, bytes]
"""A document's id, and a digest of what its things are called."""

_unpack: Final = msgspec.msgpack.Decoder(list[Summary]).decode


@dataclass(frozen=True, slots=True)
class Identified:
    """What everything is called.

    `affected` are the documents whose things may be called otherwise than in an older build, if that was gone on with,
    else all of them, and `names` has a digest of what these are called; `outdated` are the slugs that these, and
    documents that are gone, had there. Where anything is kept, `lines` has a digest of the line of each document in
    claims.jsonl, and `remember` puts down what identity came to, which can wait until there is time.
    """

    resolution: Resolved
    affected: Collection[str]
    names: Callable[[], Iterable[Names]]
    lines: Mapping[str, bytes]
    outdated: Collection[str] = ()
    remember: Callable[[], None] = lambda: None

    @property
    def whole(self) -> bool:
        """Whether it is known at once what everything is called."""
        return isinstance(self.resolution, Resolution)


def identify(
    basis: Basis,
    claims: Claims,
    curation: Curation,
    options: Options,
    runner: Runner,
    folder: Path,
    desks: Path,
    steps: Steps,
) -> Identified:
    """Decide identity, and what has to be known of it to go on with; `desks` is a folder for those who work."""
    steps("resolving", 0, 1)
    place = folder / PARTS / IDENTITY
    lines = {}
    if basis.keep:
        place.parent.mkdir()
        lines = {id: digest(line) for id, line in claims.entries()}
    if basis.old and basis.kept:
        known = {told.id: told.line for told in basis.kept.documents}
        gone = known.keys() - lines.keys()
        come = [id for id, line in lines.items() if known.get(id) != line]
        if not many(len(gone) + len(come), lines):
            shutil.copyfile(basis.old / PARTS / IDENTITY, place)
            found = (summarise(claims.get(id)) for id in come)
            resolution, summaries = decide_again(Memory(place), gone, found, options.base)
            affected = [summary.document for summary in summaries]
            outdated = documents_in(Memory(basis.old / PARTS / IDENTITY), {*gone, *affected})
            return Identified(resolution, affected, partial(_names, resolution, summaries), lines, outdated)
    if claims.documents >= LARGE and not isinstance(runner, Here) and not curation.documents:
        return _at_desks(Office(desks, 1, options.base, basis.keep), claims, runner, steps, lines, place)
    summaries = _summaries(claims, runner, steps)
    decided = decide(summaries, options.base, curation.decisions, curation.links)
    later = partial(remember, decided, place) if basis.keep else lambda: None
    names = partial(_names, decided.resolution, decided.summaries)
    return Identified(decided.resolution, [s.document for s in summaries], names, lines, remember=later)


def _names(resolution: Resolution, summaries: Iterable[Summary]) -> Iterator[Names]:
    return ((summary.document, digest(encode(resolution.told(summary)))) for summary in summaries)


def _summaries(claims: Claims, runner: Runner, steps: Steps) -> list[Summary]:
    """What identity is decided on, by id."""
    if isinstance(runner, Here):
        return list(claims.summaries())
    packed = each(runner, steps, "resolving", partial(_summarised, claims.plain), list(claims.portions(DOCUMENTS)))
    return [summary for some in packed for summary in _unpack(some)]


def _summarised(claims: Claims, portion: Portion) -> bytes:
    """Few bytes, since they go from process to process."""
    return encode([summarise(extraction) for extraction in claims.within(portion)])


def _at_desks(
    office: Office, claims: Claims, runner: Runner, steps: Steps, lines: Mapping[str, bytes], place: Path
) -> Identified:
    """Identity decided among those who work, a portion of the documents a desk."""
    portions = list(claims.portions(DOCUMENTS))
    office = replace(office, desks=len(portions))
    ids = [head.id for head in claims.heads if not head.reason]

    def do(step: Callable[[Office, int], Any]) -> list[Any]:
        return list(each(runner, steps, "resolving", partial(step, office), range(office.desks)))

    firsts = list(each(runner, steps, "resolving", partial(_sum_up, office, claims.plain), portions))
    divided = decide_at_desks(office, ids, firsts, do)

    def names() -> Iterator[Names]:
        found = each(runner, steps, "sharing out", partial(_names_at, divided), range(office.desks))
        return (name for some in found for name in some)

    later = partial(divided.remember, place) if office.keep else lambda: None
    return Identified(divided, ids, names, lines, remember=later)


def _sum_up(office: Office, claims: Claims, portion: Portion) -> str:
    return sum_up(office, portion.number, map(summarise, claims.within(portion)))


def _names_at(divided: Divided, desk: int) -> list[Names]:
    return list(_names(divided.portion(desk), divided.summaries(desk)))
