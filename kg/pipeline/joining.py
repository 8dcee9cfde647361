"""The runs that were written of a build's parts in; the files of its graph out, anew or changed from an older one's."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kg.assemble import Stated
from kg.assemble.rdf import node
from kg.export import (
    PARTS,
    SHARDS,
    Patch,
    SortedFile,
    change_facts,
    change_quads,
    lines_in,
    write_facts,
    write_quads,
    write_shard,
)
from kg.pipeline.basis import Basis
from kg.pipeline.kept import NOTES
from kg.pipeline.merging import Merged
from kg.pipeline.noting import noted_in, provenance_gone
from kg.pipeline.parts import Plan, Written, shard_name, write_facts_of, write_part_shard
from kg.pipeline.work import Work
from kg.rdf import GRAPH_FILE

_BOTH = (True, False)  # the quads; the facts in Turtle and JSON-LD


@dataclass(frozen=True, slots=True)
class Joining:
    """The files of a graph: `others` are runs that are no part's, `gone` is what was refused of what was merged.

    `outdated` are slugs that documents had in an older graph of which other things are told now.
    """

    work: Work
    folder: Path
    others: Sequence[Path]
    merged: Merged
    gone: frozenset[Stated]
    outdated: Collection[str] = ()

    @property
    def known(self) -> dict[str, str]:
        """The prefixes for the facts."""
        return self.merged.prefixes(self.gone)

    def write(self) -> Iterator[None]:
        """Write the files anew; where there are workers, they are at it before anything is asked for."""
        return self.work.each("joining", partial(_write, self.work.plan, self.folder, self.others, self.known), _BOTH)

    def pack(self) -> None:
        """Write the graph once more as packed shards."""
        plan, place = self.work.plan, self.folder / SHARDS
        place.mkdir()
        for _ in self.work.each("packing", partial(write_part_shard, plan, place), range(plan.parts)):
            pass
        write_shard(self.others, place / shard_name(plan.parts))

    def change(self, basis: Basis, written: Sequence[Written]) -> None:
        """Change the files of the older graph."""
        assert basis.old
        assert basis.kept
        plan, shares = self.work.plan, [share.part for share in self.work.again]
        patch = self._patch(basis.old, written, shares)
        change_quads(basis.old, self.folder, patch)
        if self.known == Merged(spaces=Counter(basis.kept.spaces)).prefixes(basis.kept.refused):
            turtle, json_ld = (_runs(plan, name, shares) for name in ("turtle", "jsonld"))
            change_facts(basis.old, self.folder, patch, turtle, json_ld, self.known)
            return
        for _ in self.work.each("writing", partial(write_facts_of, plan, self.gone, self.known), self.work.whole):
            pass
        _write(plan, self.folder, self.others, self.known, quads=False)

    def _patch(self, old: Path, written: Sequence[Written], shares: Collection[int]) -> Patch:
        plan, patch = self.work.plan, Patch()
        with SortedFile(old / GRAPH_FILE) as lines:
            things = self.merged.vanished.union(*(each.things for each in written))
            patch.replace(lines, map(node, things), noted_in(plan.base))
            for start in (node for each in written for node in each.outdated):
                patch.gone.update(lines.starting(start.encode()))
            patch.gone.update(provenance_gone(lines, plan.base, self.outdated))
        patch.gone |= lines_in([old / PARTS / NOTES])
        patch.come = lines_in([*_runs(plan, "facts", shares), *_runs(plan, "others", shares), *self.others])
        return patch


def _runs(plan: Plan, name: str, parts: Iterable[int]) -> list[Path]:
    return [plan.run(name, part) for part in parts]


def _write(plan: Plan, folder: Path, others: Sequence[Path], known: dict[str, str], quads: bool) -> None:
    """Write the quads of all parts and the others, or the facts of all parts."""
    parts = range(plan.parts)
    if quads:
        write_quads(folder, [*_runs(plan, "facts", parts), *_runs(plan, "others", parts), *others])
    else:
        write_facts(folder, _runs(plan, "turtle", parts), _runs(plan, "jsonld", parts), known)
