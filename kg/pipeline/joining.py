"""The runs that were written of a build's parts in; the files of its graph out, anew or changed from an older one's."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kg.assemble import Stated
from kg.assemble.rdf import node
from kg.export import (
    PARTS,
    SHARDS,
    Half,
    Patch,
    SortedFile,
    change_facts,
    change_quads,
    lines_in,
    quads_in_halves,
    write_facts,
    write_half,
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

    def write(self) -> None:
        """Write the files anew: both halves of the quads, and the facts in Turtle and JSON-LD."""
        quads = self._all_runs()
        tasks = (*quads_in_halves(self.folder, quads), None)
        written = self.work.each("joining", partial(_write, self.work.plan, self.folder, self.known), tasks)
        if not all(list(written)):
            write_quads(self.folder, quads)

    def _all_runs(self) -> list[Path]:
        """The runs of all lines of the graph."""
        plan, parts = self.work.plan, range(self.work.plan.parts)
        return [*_runs(plan, "facts", parts), *_runs(plan, "others", parts), *self.others]

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
        _write(plan, self.folder, self.known, None)

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


def _write(plan: Plan, folder: Path, known: dict[str, str], half: Half | None) -> bool:
    """Write a half of the quads, or the facts of all parts; False for a half that holds fewer lines than it seemed."""
    if half:
        return write_half(folder, half)
    parts = range(plan.parts)
    write_facts(folder, _runs(plan, "turtle", parts), _runs(plan, "jsonld", parts), known)
    return True
