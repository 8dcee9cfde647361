"""The claims of a build in; its graph in a folder and what came of it, out: merged, validated, written part by part.

Where an older build kept what it knew (see `kept`), only what has changed since is done, and the files of its graph are
changed where it shows. Where there are workers, what needs no part is done while they are at the parts.
"""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.assemble import Contest, Refused, Stated, stated
from kg.export import PARTS, write_judgements, write_merged
from kg.model import Fact, Finding
from kg.pipeline.basis import Basis
from kg.pipeline.changes import Changes, told_of
from kg.pipeline.claims import Claims
from kg.pipeline.identifying import Identified
from kg.pipeline.joining import Joining
from kg.pipeline.judging import Judged, judge
from kg.pipeline.kept import NOTES, Kept, Page, how, program_version
from kg.pipeline.merging import Merged, merge
from kg.pipeline.noting import provenance, write_notes
from kg.pipeline.options import Options, Steps
from kg.pipeline.parts import (
    DOCUMENTS,
    FactStore,
    PartStore,
    Plan,
    Written,
    bundle_of,
    decide_parts,
    share_out,
    share_portion,
    write_facts_of,
    write_share,
)
from kg.pipeline.runners import Here, Runner
from kg.pipeline.showing import Showing, to_be_shown
from kg.pipeline.work import Work
from kg.resolve import Resolved


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
    identified: Identified,
    options: Options,
    runner: Runner,
    folder: Path,
    steps: Steps,
    basis: Basis,
) -> Assembled:
    """Merge what documents say, validate it, and write the graph, its judgements and the page of evidence.

    What an older build kept, the basis, is made use of; every byte is as it would be without.
    """
    steps("sharing out", 0, 1)
    changes = Changes.since(basis, identified)
    keep, kept = changes.basis.keep, changes.basis.kept
    with TemporaryDirectory(prefix=".parts.", dir=folder) as name:
        space = Path(name)
        stores = _stores(folder / PARTS, changes.basis) if keep else space
        parts = kept.parts if kept else decide_parts(claims.documents)
        plan = Plan(space, stores, parts, options.base, options.evidence, changing=kept is not None)
        plan.keep(identified.resolution, shared=not isinstance(runner, Here))
        try:
            return _Assembling(Work(plan, runner, steps), claims, identified, options, changes, folder).run()
        finally:
            plan.forget()


def _stores(place: Path, basis: Basis) -> Path:
    """The folder of the stores that are to be kept, with those of the older build."""
    if basis.old and basis.kept:
        for file in sorted((basis.old / PARTS).glob("part-*.db")):
            shutil.copyfile(file, place / file.name)
    return place


@dataclass(slots=True)
class _Assembling:
    """The stages in their order."""

    work: Work
    claims: Claims
    identified: Identified
    options: Options
    changes: Changes
    folder: Path

    def run(self) -> Assembled:
        """From what documents state to the files."""
        sources: list[Path] = []
        again = set(self.identified.affected) if self.kept else None

        def meanwhile() -> None:
            sources.extend(provenance(self.work.plan, self.claims, self.resolution, again))
            if self.changes.basis.keep and not self.changes.documents:
                self.changes = replace(self.changes, documents=told_of(self.identified))

        def later() -> None:
            self.identified.remember()
            write_judgements(self.folder, self.resolution.judgements)

        statements = self._spread(meanwhile)
        shown = to_be_shown(statements)
        merged = merge(self.work, self.changes, set(shown), later)
        store = FactStore([self.work.plan.store(share.part) for share in self.work.whole])
        try:
            judged = judge(self.work, store, merged, self.kept, self.options.engine)
            gone = _stated(judged.refused)
            showing = Showing(self.work.plan, self.claims, self.resolution, store, gone, shown, len(statements))
            written, page = self._write(merged, gone, showing)
            facts = len(store) - len(judged.refused)
            self.work.steps("joining", 0, 1)
            notes = write_notes(self.work.plan, merged.contests, judged.refused, store, self.resolution)
            joining = Joining(self.work, self.folder, [*sources, *notes], merged, gone, self.identified.outdated)
            self._join(joining, written)
        finally:
            store.close()
        if self.changes.basis.keep:
            self._keep(statements, merged, judged, shown, page, notes)
        return Assembled(sum(statements.values()), facts, merged.contests, judged.refused, judged.findings)

    @property
    def resolution(self) -> Resolved:
        """What everything is called."""
        return self.identified.resolution

    @property
    def kept(self) -> Kept | None:
        """What an older build kept."""
        return self.changes.basis.kept

    def _spread(self, meanwhile: Callable[[], None]) -> dict[str, int]:
        """Put what is newly said to its parts; how many statements each document makes, by id."""
        if self.kept:
            count = {id: told.statements for id, told in self.changes.documents.items()}
            self.work.plan = replace(self.work.plan, portions=1)
            count |= share_out(self.work.plan, 0, map(self.claims.get, sorted(self.changes.fresh)))
            meanwhile()
        else:
            portions = list(self.claims.portions(DOCUMENTS))
            added = self.resolution.added
            plan = self.work.plan = replace(self.work.plan, portions=len(portions) + bool(added))
            under_way = self.work.each("sharing out", partial(share_portion, plan, self.claims.plain), portions)
            meanwhile()
            count = share_out(plan, len(portions), added) if added else {}
            for some in under_way:
                count |= some
        return {id: count[id] for id in sorted(count)}

    def _write(self, merged: Merged, gone: frozenset[Stated], showing: Showing) -> tuple[list[Written], Page]:
        """Write the runs of the facts of all parts, or all runs of what changed; and the page of evidence."""
        work, known, shown = self.work, merged.prefixes(gone), set(showing.first)
        if self.kept is None:
            under_way = work.each("writing", partial(write_facts_of, work.plan, gone, known), work.whole)
            page = showing.write(self.folder, self.changes)
            for _ in under_way:
                pass
            return [], page
        work.bundles |= {bundle_of(each.subject) for each in gone ^ set(self.kept.refused)}
        newly = shown - set(self.kept.shown)
        for share in work.whole if newly else ():
            with PartStore(work.plan.store(share.part)) as part:
                work.bundles |= part.spoken_of(newly)
        written = list(work.each("writing", partial(write_share, work.plan, gone, shown, known), work.again))
        return written, showing.write(self.folder, self.changes)

    def _join(self, joining: Joining, written: Sequence[Written]) -> None:
        """Write the files of the graph."""
        if self.kept:
            joining.change(self.changes.basis, written)
            return
        joining.write()
        if self.options.shards:
            joining.pack()

    def _keep(
        self,
        count: Mapping[str, int],
        merged: Merged,
        judged: Judged,
        shown: list[str],
        page: Page,
        notes: Sequence[Path],
    ) -> None:
        """Leave behind what the next change can go on with."""
        plan = self.work.plan
        with (plan.stores / NOTES).open("wb") as out:
            write_merged(notes, out)
        kept = Kept(
            program_version(),
            how(self.options),
            plan.parts,
            plan.engine,
            self.changes.told(count),
            dict(+merged.spaces),
            merged.contests,
            list(judged.checked),
            sorted(_stated(judged.refused), key=str),
            shown,
            page,
        )
        kept.write(self.folder)


def _stated(facts: Iterable[Fact]) -> frozenset[Stated]:
    return frozenset(map(stated, facts))
