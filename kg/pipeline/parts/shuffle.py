"""All that documents say in, in any order; what each says of the bundles of one part, out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, Final

from kg.assemble import Said
from kg.pipeline.parts.packing import decode, encode, pack_said
from kg.pipeline.parts.plan import Plan, bundle_of, part_of

Spoken = tuple[str, str, bytes]
"""A bundle, a document, and what it says of the bundle's things: packed rows."""
_WAITING: Final = 100_000  # statements in memory before they are put down
_LENGTH: Final = 4  # bytes of the length before each piece


class Shuffle:
    """A file a part; on leaving, all is put down."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._spoken: list[list[Spoken]] = [[] for _ in range(plan.parts)]
        self._waiting = 0

    def __enter__(self) -> "Shuffle":
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if kind is None:
            self._put_down()

    def add(self, document: str, all_said: Iterable[Said]) -> None:
        """Put what a document says to the parts of the things that it is about."""
        bundles: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for said in all_said:
            bundles[bundle_of(said.statement.subject)].append(pack_said(said))
        for bundle, rows in bundles.items():
            self._spoken[part_of(bundle, self._plan.parts)].append((bundle, document, encode(rows)))
            self._waiting += len(rows)
        if self._waiting >= _WAITING:
            self._put_down()

    def _put_down(self) -> None:
        for part, spoken in enumerate(self._spoken):
            if spoken:
                content = encode(spoken)
                with self._plan.said(part).open("ab") as out:
                    out.write(len(content).to_bytes(_LENGTH, "big") + content)
                spoken.clear()
        self._waiting = 0


def spoken_in(plan: Plan, part: int) -> Iterator[Spoken]:
    """What was put to a part, in the order in which it came."""
    file = plan.said(part)
    if file.exists():
        with file.open("rb") as content:
            while length := content.read(_LENGTH):
                yield from decode(content.read(int.from_bytes(length, "big")))
