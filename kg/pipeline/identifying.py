"""The documents of a build, and what an older one kept, in; what everything is called out: decided at once, among all
who work, or only where it may have changed.
"""

import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import msgspec

from kg.export import PARTS
from kg.pipeline.basis import Basis, many
from kg.pipeline.claims import Claims, Portion
from kg.pipeline.curation import Curation
from kg.pipeline.dividing import Names, divide, ids_of, names, names_of
from kg.pipeline.kept import IDENTITY, digest
from kg.pipeline.options import Options, Steps
from kg.pipeline.parts import DOCUMENTS
from kg.pipeline.parts.packing import encode
from kg.pipeline.runners import Here, Runner
from kg.pipeline.work import each
from kg.resolve import (
    Memory,
    Resolution,
    Resolved,
    Summary,
    decide,
    decide_again,
    documents_in,
    remember,
    summarise,
)

LARGE: Final = 20_000  # documents; fewer are decided sooner by one alone than among a few who work
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
    if again := _again(basis, claims, options, lines, place):
        return again
    if claims.documents >= LARGE and not isinstance(runner, Here) and not curation.documents:
        divided = divide(desks, options.base, claims, runner, steps, keep=basis.keep)
        later = partial(divided.remember, place) if basis.keep else lambda: None
        return Identified(divided, ids_of(claims), partial(names_of, divided, runner, steps), lines, remember=later)
    summaries = _summaries(claims, runner, steps)
    decided = decide(summaries, options.base, curation.decisions, curation.links)
    later = partial(remember, decided, place) if basis.keep else lambda: None
    named = partial(names, decided.resolution, decided.summaries)
    return Identified(decided.resolution, [s.document for s in summaries], named, lines, remember=later)


def _again(
    basis: Basis, claims: Claims, options: Options, lines: Mapping[str, bytes], place: Path
) -> Identified | None:
    """What an older build decided, changed where documents came or went; None where that is not worth while."""
    if not (basis.old and basis.kept):
        return None
    known = {told.id: told.line for told in basis.kept.documents}
    gone = known.keys() - lines.keys()
    come = [id for id, line in lines.items() if known.get(id) != line]
    if many(len(gone) + len(come), lines):
        return None
    shutil.copyfile(basis.old / PARTS / IDENTITY, place)
    found = (summarise(claims.get(id)) for id in come)
    resolution, summaries = decide_again(Memory(place), gone, found, options.base)
    affected = [summary.document for summary in summaries]
    outdated = documents_in(Memory(basis.old / PARTS / IDENTITY), {*gone, *affected})
    return Identified(resolution, affected, partial(names, resolution, summaries), lines, outdated)


def _summaries(claims: Claims, runner: Runner, steps: Steps) -> list[Summary]:
    """What identity is decided on, by id."""
    if isinstance(runner, Here):
        return list(claims.summaries())
    packed = each(runner, steps, "resolving", partial(_summarised, claims.plain), list(claims.portions(DOCUMENTS)))
    return [summary for some in packed for summary in _unpack(some)]


def _summarised(claims: Claims, portion: Portion) -> bytes:
    """Few bytes, since they go from process to process."""
    return encode([summarise(extraction) for extraction in claims.within(portion)])
