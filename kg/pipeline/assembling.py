"""The claims of a build in; its graph in a folder and what came of it, out: merged, validated, written part by part.

Where an older build kept what it knew (see `kept`), only what has changed since is done, and the files of its graph are
changed where it shows.
"""

import heapq
import shutil
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from kg.assemble import Contest, Refused, Stated, blamed, conforming, order, said_by, stated
from kg.assemble.rdf import node
from kg.export import (
    PARTS,
    SHARDS,
    Patch,
    SortedFile,
    change_facts,
    change_quads,
    lines_in,
    prefixes_of,
    write_facts,
    write_graph,
    write_merged,
    write_shard,
)
from kg.model import Extraction, Fact, Finding
from kg.pipeline.changes import Basis, Changes
from kg.pipeline.claims import Claims
from kg.pipeline.kept import NOTES, Kept, how, program_version
from kg.pipeline.noting import noted_in, provenance, provenance_starts, write_notes
from kg.pipeline.options import Options, Steps
from kg.pipeline.parts import (
    FactStore,
    PartStore,
    Plan,
    Shuffle,
    Written,
    bundle_of,
    check_share,
    decide_parts,
    merge_part,
    shard_name,
    spaces_of,
    write_facts_of,
    write_part_shard,
    write_share,
)
from kg.pipeline.runners import Here
from kg.pipeline.showing import show, to_be_shown
from kg.pipeline.work import Work
from kg.rdf import GRAPH_FILE
from kg.resolve import Resolution, Summary
from kg.validate import fitting


@dataclass(slots=True)
class Assembled:
    """What came of assembling."""

    statements: int = 0
    facts: int = 0
    contests: Sequence[Contest] = ()
    refused: Mapping[Fact, Refused] = field(default_factory=dict)
    findings: tuple[tuple[Finding, list[Fact]], ...] = ()


def assemble(
    claims: Claims,
    summaries: Sequence[Summary],
    resolution: Resolution,
    options: Options,
    folder: Path,
    steps: Steps,
    basis: Basis,
) -> Assembled:
    """Merge what documents say, validate it, and write the graph and the page of evidence.

    What an older build kept, the basis, is made use of; every byte is as it would be without.
    """
    steps("sharing out", 0, 1)
    changes = Changes.since(basis, claims, summaries, resolution)
    keep, kept = changes.basis.keep, changes.basis.kept
    with TemporaryDirectory(prefix=".parts.", dir=folder) as name:
        space = Path(name)
        runner = options.runner if options.runner.sees(space) else Here()
        stores = _stores(folder / PARTS, changes.basis) if keep else space
        parts = kept.parts if kept else decide_parts(claims.documents)
        plan = Plan(space, stores, parts, options.base, options.evidence, changing=kept is not None)
        plan.keep(resolution, shared=not isinstance(runner, Here))
        assembling = _Assembling(Work(plan, runner, steps), claims, resolution, options, changes, folder)
        return assembling.run(summaries)


def _stores(place: Path, basis: Basis) -> Path:
    """The folder of the stores that are to be kept, with those of the older build."""
    place.mkdir()
    if basis.old and basis.kept:
        for file in sorted((basis.old / PARTS).glob("*.db")):
            shutil.copyfile(file, place / file.name)
    return place


@dataclass(slots=True)
class _Assembling:
    """The stages in their order."""

    work: Work
    claims: Claims
    resolution: Resolution
    options: Options
    changes: Changes
    folder: Path
    done: Assembled = field(default_factory=Assembled)
    rejections: list[Finding] = field(default_factory=list)
    checked: list[Finding] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)
    vanished: set[str] = field(default_factory=set)
    spaces: Counter[str] = field(default_factory=Counter)

    def run(self, summaries: Sequence[Summary]) -> Assembled:
        """From what documents state to the files."""
        statements = self._spread()
        self.done.statements = sum(statements.values())
        self._merge()
        store = FactStore([self.work.plan.store(share.part) for share in self.work.whole])
        try:
            self._validate(store)
            shown = to_be_shown(statements)
            written = self._write(set(shown))
            self.done.facts = len(store) - len(self.done.refused)
            self.work.steps("joining", 0, 1)
            runs = [
                *provenance(self.work.plan, self.claims, summaries, self.resolution),
                *(notes := write_notes(self.work.plan, self.done.contests, self.done.refused, store, self.resolution)),
            ]
            if self.kept:
                self._change(runs, written)
            else:
                self._join(runs)
            show(
                self.work.plan,
                shown,
                len(statements),
                self.claims,
                self.resolution,
                store,
                self.done.refused,
                self.folder,
            )
        finally:
            store.close()
        if self.changes.basis.keep:
            self._keep(statements, shown, notes)
        return self.done

    @property
    def kept(self) -> Kept | None:
        """What an older build kept."""
        return self.changes.basis.kept

    def _spread(self) -> dict[str, int]:
        """Put what is newly said to its parts; how many statements each document makes, by id."""
        count = {id: told.statements for id, told in self.changes.documents.items() if self.kept}
        with Shuffle(self.work.plan) as shuffle:
            for extraction in self._extractions():
                shuffle.add(extraction.document.id, said_by(extraction, self.resolution))
                count[extraction.document.id] = len(extraction.claims)
        return {id: count[id] for id in sorted(count)}

    def _extractions(self) -> Iterator[Extraction]:
        """What documents state and what people add, by id; of an older build, what is new."""
        if self.kept:
            return map(self.claims.get, sorted(self.changes.fresh))
        return heapq.merge(self.claims, sorted(self.resolution.added, key=_id), key=_id)

    def _merge(self) -> None:
        work = self.work
        contests: list[Contest] = []
        for merged in work.each("merging", partial(merge_part, work.plan, self.changes.gone), range(work.plan.parts)):
            contests += merged.contests
            self.rejections += merged.rejections
            self.spaces.update(merged.spaces)
            work.bundles |= merged.bundles
            self.changed |= merged.changed
            self.vanished |= merged.vanished
        if kept := self.kept:
            self.spaces.update(kept.spaces)
            contests += (contest for contest in kept.contests if bundle_of(contest.chosen.subject) not in work.bundles)
        self.done.contests = sorted(contests, key=lambda contest: order(contest.chosen))

    def _validate(self, store: FactStore) -> None:
        """Find out what the shapes refuse, and find the facts that they find fault with."""
        work, kept = self.work, self.kept
        work.plan = replace(work.plan, engine=self.options.engine or fitting(len(store)).name)

        def check(gone: Collection[Fact], things: Collection[str] | None) -> Iterator[Finding]:
            known: list[Finding] = []
            if things is not None:
                shares = work.shares(map(bundle_of, things))
            elif kept and kept.engine == work.plan.engine:
                bundles, known = self._to_check(store, kept.findings)
                shares = work.shares(bundles)
            else:
                shares = work.whole
            found = work.each("validating", partial(check_share, work.plan, _stated(gone)), shares)
            new = dict.fromkeys([*known, *(finding for findings in found for finding in findings)])
            if things is None:
                self.checked = sorted(new)
            return iter(new)

        self.done.refused, findings = conforming(store, check, self.rejections)
        self.done.findings = tuple(zip(findings, blamed(store, findings), strict=True))

    def _to_check(self, store: FactStore, known: Sequence[Finding]) -> tuple[set[str], list[Finding]]:
        """The bundles that the shapes may judge otherwise than before, and what was found about all others.

        Shapes look at a thing and what it points to. Of two things that a finding is about, either may have led to it.
        """
        pointing = (fact.subject for thing in sorted(self.changed) for fact in store.to(thing))
        bundles = self.work.bundles | {bundle_of(thing) for thing in pointing}
        ends = [(finding, {bundle_of(finding.focus), bundle_of(finding.value)}) for finding in known]
        while more := [both for _, both in ends if both & bundles and not both <= bundles]:
            bundles = bundles.union(*more)
        return bundles, [finding for finding, both in ends if not both & bundles]

    def _write(self, shown: set[str]) -> list[Written]:
        """Write the runs of all parts, or of what changed."""
        work, gone = self.work, _stated(self.done.refused)
        if kept := self.kept:
            work.bundles |= {bundle_of(each.subject) for each in gone ^ set(kept.refused)}
            newly = shown - set(kept.shown)
            for share in work.whole if newly else ():
                with PartStore(work.plan.store(share.part)) as part:
                    work.bundles |= part.spoken_of(newly)
        return list(work.each("writing", partial(write_share, work.plan, gone, shown, self._known()), work.again))

    def _known(self) -> dict[str, str]:
        """The prefixes for the facts."""
        return prefixes_of(+(self.spaces - spaces_of(_stated(self.done.refused))))

    def _join(self, others: Sequence[Path]) -> None:
        """Write the files of the graph anew."""
        plan, parts = self.work.plan, range(self.work.plan.parts)
        facts, rest, turtle, json_ld = (self._runs(name, parts) for name in ("facts", "others", "turtle", "jsonld"))
        write_graph(self.folder, [*facts, *rest, *others], turtle, json_ld, self._known())
        if self.options.shards:
            (self.folder / SHARDS).mkdir()
            for _ in self.work.each("packing", partial(write_part_shard, plan, self.folder / SHARDS), parts):
                pass
            write_shard(others, self.folder / SHARDS / shard_name(plan.parts))

    def _runs(self, name: str, parts: Iterable[int]) -> list[Path]:
        return [self.work.plan.run(name, part) for part in parts]

    def _change(self, others: Sequence[Path], written: Sequence[Written]) -> None:
        """Change the files of the older graph."""
        old, kept, plan = self.changes.basis.old, self.kept, self.work.plan
        assert old
        assert kept
        shares = [share.part for share in self.work.again]
        patch = Patch()
        with SortedFile(old / GRAPH_FILE) as lines:
            things = self.vanished.union(*(each.things for each in written))
            patch.replace(lines, map(node, things), noted_in(plan.base))
            for start in (*(node for each in written for node in each.outdated), *provenance_starts(plan.base)):
                patch.gone.update(lines.starting(start.encode()))
        patch.gone |= lines_in([old / PARTS / NOTES])
        patch.come = lines_in([*self._runs("facts", shares), *self._runs("others", shares), *others])
        change_quads(old, self.folder, patch)
        known = self._known()
        if known == prefixes_of(+(Counter(kept.spaces) - spaces_of(kept.refused))):
            change_facts(old, self.folder, patch, self._runs("turtle", shares), self._runs("jsonld", shares), known)
            return
        task, parts = partial(write_facts_of, plan, _stated(self.done.refused), known), range(plan.parts)
        for _ in self.work.each("writing", task, self.work.whole):
            pass
        write_facts(self.folder, self._runs("turtle", parts), self._runs("jsonld", parts), known)

    def _keep(self, count: Mapping[str, int], shown: list[str], notes: Sequence[Path]) -> None:
        """Leave behind what the next change can go on with."""
        plan, documents = self.work.plan, self.changes.documents
        told = [msgspec.structs.replace(documents[id], statements=number) for id, number in count.items()]
        with (plan.stores / NOTES).open("wb") as out:
            write_merged(notes, out)
        kept = Kept(
            program_version(),
            how(self.options),
            plan.parts,
            plan.engine,
            told,
            dict(+self.spaces),
            list(self.done.contests),
            self.checked,
            sorted(_stated(self.done.refused), key=str),
            shown,
        )
        kept.write(self.folder)


def _stated(facts: Iterable[Fact]) -> frozenset[Stated]:
    return frozenset(map(stated, facts))


def _id(extraction: Extraction) -> str:
    return extraction.document.id
