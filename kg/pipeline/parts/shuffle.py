"""What documents state in, a portion of them at a time; what they say of the bundles of one part, out.

A portion is a file: where each part begins in it, then the parts. It is written in one go, so that whoever has to do a
portion again leaves nothing twice.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

from kg.assemble import Said, said_by
from kg.model import Extraction
from kg.pipeline.parts.packing import decode, encode
from kg.pipeline.parts.plan import Plan, bundle_of, part_of
from kg.resolve import Divided

Spoken = tuple[str, str, bytes]
"""A bundle, a document, and what it says of the bundle's things, packed."""
_PLACES: Final = "Q"  # in a file: eight bytes each


def share_out(plan: Plan, portion: int, extractions: Iterable[Extraction]) -> dict[str, int]:
    """Put what documents state to its parts; how many statements each makes, by id."""
    parts: list[list[Spoken]] = [[] for _ in range(plan.parts)]
    made: dict[str, int] = {}
    things: list[set[str]] = [set() for _ in range(plan.parts)]
    resolution = plan.resolution.portion(portion)
    divided = plan.resolution if isinstance(plan.resolution, Divided) else None
    for extraction in extractions:
        id = extraction.document.id
        made[id] = len(extraction.claims)
        for bundle, said in _by_bundle(said_by(extraction, resolution)).items():
            part = part_of(bundle, plan.parts)
            parts[part].append((bundle, id, encode(said)))
            if divided:
                things[part].update(_things(said))
    if divided:
        divided.hand_on(portion, things)
    contents = [encode(spoken) for spoken in parts]
    places = array(_PLACES, accumulate(map(len, contents), initial=0))
    with plan.said(portion).open("wb") as out:
        out.writelines((places.tobytes(), *contents))
    return made


def _by_bundle(all_said: Iterable[Said]) -> dict[str, list[Said]]:
    bundles: dict[str, list[Said]] = defaultdict(list)
    for said in all_said:
        bundles[bundle_of(said.statement.subject)].append(said)
    return bundles


def _things(all_said: Iterable[Said]) -> Iterator[str]:
    for said in all_said:
        yield said.statement.subject
        if isinstance(said.statement.object, str):
            yield said.statement.object


def spoken_in(plan: Plan, part: int) -> Iterator[Spoken]:
    """What was put to a part, in the order of the portions."""
    for portion in range(plan.portions):
        with plan.said(portion).open("rb") as content:
            places = array(_PLACES)
            places.fromfile(content, plan.parts + 1)
            content.seek(places[part], 1)
            yield from decode(content.read(places[part + 1] - places[part]))
