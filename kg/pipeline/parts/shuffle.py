"""All that documents say in, in any order; what is said of the things of one part, out."""

from collections.abc import Iterator
from types import TracebackType
from typing import Any, Final

from kg.assemble import Said
from kg.pipeline.parts.packing import decode, encode, pack_said, unpack_said
from kg.pipeline.parts.plan import Plan, part_of

_WAITING: Final = 100_000  # statements in memory before they are put down
_LENGTH: Final = 4  # bytes of the length before each piece


class Shuffle:
    """A file a part; on leaving, all is put down."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._rows: list[list[tuple[Any, ...]]] = [[] for _ in range(plan.parts)]
        self._waiting = 0

    def __enter__(self) -> "Shuffle":
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        if kind is None:
            self._put_down()

    def add(self, said: Said) -> None:
        """Put a statement to the part of the thing that it is about."""
        self._rows[part_of(said.statement.subject, self._plan.parts)].append(pack_said(said))
        self._waiting += 1
        if self._waiting >= _WAITING:
            self._put_down()

    def _put_down(self) -> None:
        for part, rows in enumerate(self._rows):
            if rows:
                content = encode(rows)
                with self._plan.said(part).open("ab") as out:
                    out.write(len(content).to_bytes(_LENGTH, "big") + content)
                rows.clear()
        self._waiting = 0


def said_in(plan: Plan, part: int) -> Iterator[Said]:
    """What is said in a part, in the order in which it came."""
    file = plan.said(part)
    if file.exists():
        with file.open("rb") as content:
            while length := content.read(_LENGTH):
                yield from map(unpack_said, decode(content.read(int.from_bytes(length, "big"))))
