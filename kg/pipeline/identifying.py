"""The documents of a build, and what an older one kept, in; what everything is called out: decided whole, or only
where it may have changed.
"""

import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

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
from kg.resolve import Memory, Resolution, Summary, decide, decide_again, documents_in, remember, summarise

_unpack: Final = msgspec.msgpack.Decoder(list[Summary]).decode


@dataclass(frozen=True, slots=True)
class Identified:
    """What everything is called.

    `summaries` are of those documents whose things may be called otherwise than in an older build, if that was gone on
    with, else of all; `outdated` are the slugs that these, and documents that are gone, had there. Where anything is
    kept, `lines` has a digest of the line of each document in claims.jsonl, and `remember` puts down what identity came
    to, which can wait until there is time.
    """

    resolution: Resolution
    summaries: Sequence[Summary]
    lines: Mapping[str, bytes]
    outdated: Collection[str] = ()
    remember: Callable[[], None] = lambda: None


def identify(
    basis: Basis, claims: Claims, curation: Curation, options: Options, runner: Runner, folder: Path, steps: Steps
) -> Identified:
    """Decide identity, and what has to be known of it to go on with."""
    steps("resolving", 0, 1)
    place = folder / PARTS / IDENTITY
    lines = {}
    if basis.keep:
        place.parent.mkdir()
        lines = {id: digest(line) for id, line in claims.entries().items()}
    if basis.old and basis.kept:
        known = {told.id: told.line for told in basis.kept.documents}
        gone = known.keys() - lines.keys()
        come = [id for id, line in lines.items() if known.get(id) != line]
        if not many(len(gone) + len(come), lines):
            shutil.copyfile(basis.old / PARTS / IDENTITY, place)
            found = (summarise(claims.get(id)) for id in come)
            resolution, affected = decide_again(Memory(place), gone, found, options.base)
            outdated = documents_in(Memory(basis.old / PARTS / IDENTITY), {*gone, *(s.document for s in affected)})
            return Identified(resolution, affected, lines, outdated)
    summaries = _summaries(claims, runner, steps)
    decided = decide(summaries, options.base, curation.decisions, curation.links)
    later = partial(remember, decided, place) if basis.keep else lambda: None
    return Identified(decided.resolution, decided.summaries, lines, remember=later)


def _summaries(claims: Claims, runner: Runner, steps: Steps) -> list[Summary]:
    """What identity is decided on, by id."""
    if isinstance(runner, Here):
        return list(claims.summaries())
    packed = each(runner, steps, "resolving", partial(_summarised, claims.plain), list(claims.portions(DOCUMENTS)))
    return [summary for some in packed for summary in _unpack(some)]


def _summarised(claims: Claims, portion: Portion) -> bytes:
    """Few bytes, since they go from process to process."""
    return encode([summarise(extraction) for extraction in claims.within(portion)])
